"""Archiving: next to the downloader, before anything judges a response, it is written to the WARC archive and entered
in the store. Errors, redirects, block pages and robots.txt included."""

from datetime import UTC, datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from govreports.archive import Received, Sent
from govreports.crawl.asked import RECORDED_TIME, SNAPSHOT, Asked
from govreports.crawl.session import session_of
from govreports.model.exchange import Fetch


class ArchivingMiddleware:
    """Writes, flushes, then lets the response go on."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "ArchivingMiddleware":
        """Made by Scrapy."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Archive it and put the snapshot into the request's meta, where the spider finds it."""
        session = session_of(self.crawler)
        asked = Asked.of(request)
        time = request.meta.get(RECORDED_TIME) or datetime.now(UTC)
        received = Received(response.url, time, response.status, headers_of(response.headers), response.body)
        fetch = asked.fetch if asked else Fetch(request.url, "robots")
        snapshot = received.snapshot(fetch)
        request.meta[SNAPSHOT] = snapshot
        if session.replays and session.store.has_snapshot(snapshot.url, time, snapshot.digest):
            return response
        sent = Sent(request.method, request.url, headers_of(request.headers), request.body)
        place = session.archive.write(sent, received, _metadata(asked) if asked else None)
        for run in session.runs_for(request)[:1]:
            session.store.add_snapshot(run.number, run.portal.id, snapshot, place)
        return response


def _metadata(asked: Asked) -> dict[str, str] | None:
    """What a rebuild must know of a report's page without walking its catalogue again."""
    if asked.entry is None:
        return None
    fields = {
        "portal": asked.portal.id,
        "role": asked.fetch.role,
        "entry": asked.entry.url,
        "entry-title": asked.entry.title,
        "entry-listed": asked.entry.listed,
        "entry-unit": asked.entry.unit,
        "via": asked.fetch.context.get("via"),
    }
    return {name: value for name, value in fields.items() if value}


def headers_of(headers: Headers) -> tuple[tuple[str, str], ...]:
    """All headers, those of one name after another. HTTP headers are Latin-1 on the wire."""
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1")) for name in headers for value in headers.getlist(name)
    )
