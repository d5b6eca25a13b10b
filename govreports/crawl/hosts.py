"""Host scope: a request goes to a host on its portal's list or nowhere, redirects included.

Copies of government pages sit on hijacked foreign domains under the same paths; what a link or a redirect leads to
there is never fetched."""

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler

from govreports.crawl.asked import Asked
from govreports.crawl.failures import OffSiteError
from govreports.crawl.session import session_of
from govreports.model.exchange import OFF_SITE


class HostScopeMiddleware:
    """Drops requests that leave their portal's hosts, and notes them."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "HostScopeMiddleware":
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Let pass what stays on site. A request of Scrapy's own (robots.txt) may go where any portal may."""
        session = session_of(self.crawler)
        asked = Asked.of(request)
        if asked is None:
            if not any(portal.allows(request.url) for portal in session.portals):
                raise OffSiteError(f"{request.url} lies on no portal's hosts")
            return
        if asked.portal.allows(request.url):
            return
        session.run(asked.portal).note(
            OFF_SITE,
            "warning",
            f"{asked.fetch.url} leads to {urlsplit(request.url).hostname}, which is not its portal's",
        )
        raise OffSiteError(f"{request.url} lies on none of {asked.portal.id}'s hosts")
