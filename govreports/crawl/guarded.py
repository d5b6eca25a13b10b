"""The last gate before the network."""

import ipaddress
from copy import copy
from typing import cast
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.base import ReactorBase

from govreports.crawl.asked import Asked
from govreports.crawl.blocked import refuse_if_stopped, stop_if_challenged
from govreports.crawl.failures import PrivateAddressError
from govreports.crawl.recording import refuse_if_full
from govreports.crawl.session import session_of


class GuardedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's own handler. Requests wait for their turn at a host behind the middlewares, and a portal may have
    blocked, or a recording grown full, meanwhile: then they are refused here.
    And a block page is seen here, too: the next request leaves before any middleware has looked at the answer.
    Whether certificates are looked at is a setting of the whole crawl: portals with an exception have a handler of
    their own."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._trusting = HTTP11DownloadHandler(_trusting(crawler))

    async def download_request(self, request: Request) -> Response:
        """Refuse or download."""
        refuse_if_stopped(self.crawler, request)
        refuse_if_full(self.crawler)
        await self._refuse_if_private(request)
        if self._is_exception(request):
            response = await self._trusting.download_request(request)
        else:
            response = await super().download_request(request)
        stop_if_challenged(self.crawler, request, response)
        return response

    async def close(self) -> None:
        """Let go of the connections."""
        await self._trusting.close()
        await super().close()

    async def _refuse_if_private(self, request: Request) -> None:
        """A name that leads into a private network may be a trap: we must not ask our own neighbours. A row that names
        an address itself means it. The answer is cached, so what was looked at here is what is asked."""
        host = urlsplit(request.url).hostname or ""
        portals = [run.portal for run in session_of(self.crawler).runs_for(request)]
        if request.meta.get("proxy") or _is_literal(host) or any(portal.private for portal in portals):
            return
        from twisted.internet import reactor  # not before Scrapy has chosen one

        try:
            address = await maybe_deferred_to_future(cast(ReactorBase, reactor).resolve(host))
        except Exception:
            return  # The download fails in the same way, and is told in its class.
        if not ipaddress.ip_address(address).is_global:
            raise PrivateAddressError(f"{host} is {address}, an address of a private network")

    def _is_exception(self, request: Request) -> bool:
        """Whether the row of the request's portal says that its certificate is not looked at; that is told."""
        asked = Asked.of(request)
        if urlsplit(request.url).scheme != "https":
            return False
        runs = session_of(self.crawler).runs_for(request)
        if not runs or not all(run.portal.unverified_certificate for run in runs):
            return False
        for run in runs if asked else ():
            reason = run.portal.unverified_certificate
            run.note("certificate-unverified", "warning", f"the certificate was not looked at: {reason}")
        return True


def _trusting(crawler: Crawler) -> Crawler:
    """The same crawler, for a handler that looks at no certificate."""
    other = copy(crawler)
    other.settings = crawler.settings.copy()
    other.settings.frozen = False
    other.settings.set("DOWNLOAD_VERIFY_CERTIFICATES", False, priority="cmdline")
    return other


def _is_literal(host: str) -> bool:
    """Whether a host is an address, or this machine by name: then the portal's row, which every request is held
    against, names it so."""
    if host == "localhost":
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
