"""The last gate before the network."""

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response

from govreports.crawl.blocked import refuse_if_stopped
from govreports.crawl.recording import refuse_if_full


class GuardedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's own handler. Requests wait for their turn at a host behind the middlewares, and a portal may have
    blocked, or a recording grown full, meanwhile: then they are refused here."""

    async def download_request(self, request: Request) -> Response:
        """Refuse or download."""
        refuse_if_stopped(self.crawler, request)
        refuse_if_full(self.crawler)
        return await super().download_request(request)
