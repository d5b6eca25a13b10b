"""Archiving: next to the downloader, before anything judges a response, it is written to the WARC archive and entered
in the store. Errors, redirects, block pages and robots.txt included."""

import asyncio
from datetime import UTC, datetime
from typing import Final

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.settings import BaseSettings

from govreports.archive import ArchiveFullError, Limits, Received, Sent, digest_of
from govreports.crawl.asked import RECORDED_TIME, SNAPSHOT, Asked
from govreports.crawl.failures import WithheldError
from govreports.crawl.session import session_of
from govreports.model.exchange import Fetch

ARCHIVE_FULL: Final = "archive-full"


def archive_limits(settings: BaseSettings) -> Limits:
    """How large files and archive may grow, as the settings say."""
    return Limits(
        file=settings.getint("GOVREPORTS_ARCHIVE_FILE_BYTES"),
        reserve=settings.getint("GOVREPORTS_DISK_RESERVE"),
        budget=settings.getint("GOVREPORTS_ARCHIVE_BUDGET"),
    )


class ArchivingMiddleware:
    """Writes, flushes, then lets the response go on."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "ArchivingMiddleware":
        """Made by Scrapy."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Archive it and put the snapshot into the request's meta, where the spider finds it. What the archive has no
        room for goes no further, and the crawl ends: nothing is read that cannot be kept."""
        session = session_of(self.crawler)
        asked = Asked.of(request)
        time = request.meta.get(RECORDED_TIME) or datetime.now(UTC)
        received = Received(response.url, time, response.status, headers_of(response.headers), response.body)
        fetch = asked.fetch if asked else Fetch(request.url, "robots")
        snapshot = received.snapshot(fetch)
        request.meta[SNAPSHOT] = snapshot
        if session.replays and session.store.has_snapshot(snapshot.url, time, snapshot.digest):
            return response
        run = session.runs_for(request)[0]
        sent = Sent(request.method, request.url, headers_of(request.headers), request.body)
        original = session.store.original(received.url, digest_of(received.body))
        try:
            place = session.archive.write(sent, received, _metadata(run.portal.id, fetch, asked), original)
        except ArchiveFullError as error:
            run.note(ARCHIVE_FULL, "error", str(error))
            self._close()
            raise WithheldError(ARCHIVE_FULL) from error
        session.store.add_snapshot(run.number, run.portal.id, snapshot, place)
        return response

    def _close(self) -> None:
        engine = self.crawler.engine
        if engine and not self._closing:
            self._closing = asyncio.get_running_loop().create_task(engine.close_spider_async(reason=ARCHIVE_FULL))


def _metadata(portal: str, fetch: Fetch, asked: Asked | None) -> dict[str, str]:
    """What the index must know of a response beside the response, and a reader of the archive of a report's page."""
    entry = asked.entry if asked else None
    fields = {
        "portal": portal,
        "role": fetch.role,
        "entry": entry and entry.url,
        "entry-title": entry and entry.title,
        "entry-listed": entry and entry.listed,
        "entry-unit": entry and entry.unit,
        "via": fetch.context.get("via"),
    }
    return {name: value for name, value in fields.items() if value}


def headers_of(headers: Headers) -> tuple[tuple[str, str], ...]:
    """All headers, those of one name after another. HTTP headers are Latin-1 on the wire."""
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1")) for name in headers for value in headers.getlist(name)
    )
