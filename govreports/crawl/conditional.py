"""Conditional requests: what the archive holds of an address with ETag or Last-Modified is asked for only if it has
changed. On 304 the page that was archived takes the answer's place, so whatever reads it need not know."""

from dataclasses import replace
from pathlib import Path

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from govreports.archive import ArchiveError, Received, read_record
from govreports.crawl.asked import SNAPSHOT, Asked
from govreports.crawl.session import session_of

KNOWN = "govreports_known"
VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
"""The headers of a response that a later request may hold against it, and in which of its own (RFC 9110, 13.1)."""


class ConditionalMiddleware:
    """Asks conditionally for what the archive holds. Next to archiving, so that the archive gets what came."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "ConditionalMiddleware":
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Name the version we hold. A redirect or a retry brings the conditions of another address or time along."""
        for name in VALIDATORS.values():
            request.headers.pop(name, None)
        known = request.meta[KNOWN] = self._known(request)
        if known is None:
            return
        headers = {name.lower(): value for name, value in known.headers}
        for name, condition in VALIDATORS.items():
            if value := headers.get(name):
                request.headers[condition] = value.encode("latin-1")

    def process_response(self, request: Request, response: Response) -> Response:
        """The page we hold, where it has not changed."""
        known: Received | None = request.meta.pop(KNOWN, None)
        if response.status != 304 or known is None:
            return response
        snapshot = request.meta[SNAPSHOT]
        request.meta[SNAPSHOT] = known.snapshot(snapshot.fetch)
        for run in session_of(self.crawler).runs_for(request):
            run.counts["not-modified"] += 1
        headers = Headers()
        for name, value in known.headers:
            headers.appendlist(name, value)
        kind = responsetypes.from_args(headers=headers, url=response.url, body=known.body)
        return kind(response.url, status=known.status, headers=headers, body=known.body, request=request)

    def _known(self, request: Request) -> Received | None:
        """What the archive holds last of an address, if that was its page and says by what to know it again."""
        session = session_of(self.crawler)
        if session.replays or session.recorder or request.method != "GET" or request.body or not Asked.of(request):
            return None
        last = session.store.last_page(request.url)
        if last is None:
            return None
        folder: Path = session.archive.folder
        try:
            received = read_record(folder / last.place.file, last.place.offset)
        except ArchiveError:
            return None
        names = {name.lower() for name, _ in received.headers}
        return replace(received, url=last.url) if not names.isdisjoint(VALIDATORS) else None
