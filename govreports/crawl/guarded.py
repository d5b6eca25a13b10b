"""The last gate before the network."""

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response

from govreports.crawl.blocked import refuse_if_stopped, stop_if_challenged
from govreports.crawl.recording import refuse_if_full


class GuardedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's own handler. Requests wait for their turn at a host behind the middlewares, and a portal may have
    blocked, or a recording grown full, meanwhile: then they are refused here.
    And a block page is seen here, too: the next request leaves before any middleware has looked at the answer."""

    async def download_request(self, request: Request) -> Response:
        """Refuse or download."""
        refuse_if_stopped(self.crawler, request)
        refuse_if_full(self.crawler)
        response = await super().download_request(request)
        stop_if_challenged(self.crawler, request, response)
        return response
