"""The scout: from an address of a site to the column of its annual reports, over a few pages."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Self
from urllib.parse import urldefrag, urljoin

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from govreports.crawl.asked import ASKED, Asked, snapshot_of
from govreports.crawl.failures import failure_class, soft_404
from govreports.crawl.session import Session, SessionSpider
from govreports.model.exchange import Fetch
from govreports.platforms.scouting import FARTHEST, Lead, Look, look
from govreports.portals import Portal


@dataclass(slots=True)
class Trip:
    """One site to look at. `portal` says on which hosts, `url` where to begin, `most` how many pages to ask for. On
    return `looks` are the pages come by, in their order, `failures` those that did not come."""

    portal: Portal
    url: str
    most: int
    looks: list[Look] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    leads: dict[str, Lead] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    @property
    def found(self) -> Look | None:
        """The column of the annual reports, once it is found."""
        return next((seen for seen in self.looks if seen.is_found), None)

    def next_url(self) -> str | None:
        """The likeliest page not asked for yet, of those alike the one met first; None when it is time to stop."""
        waiting = [lead for lead in self.leads.values() if lead.url not in self.asked]
        if self.found or not waiting or len(self.asked) >= self.most:
            return None
        return min(waiting, key=lambda lead: lead.rank).url


class ScoutSpider(SessionSpider):
    """Started by `govreports portals add` and `detect`. One page of a site is asked for after the other."""

    name = "scout"

    def __init__(self, trips: Sequence[Trip] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if not trips:
            raise ValueError("the scout is told where to look by `govreports portals add`")
        self.trips = tuple(trips)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Open the session, and close it with the spider."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        spider.session = Session(
            tuple(trip.portal for trip in spider.trips),
            store=settings["GOVREPORTS_STORE"],
            data=Path(settings["GOVREPORTS_DATA"]),
            replays=False,
        )
        crawler.signals.connect(spider.session.open, signals.spider_opened)
        crawler.signals.connect(spider.session.close, signals.spider_closed)
        crawler.signals.connect(spider._broken, signals.spider_error)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The addresses that were given."""
        for trip in self.trips:
            # Where nothing leads on, the home page may.
            home = urljoin(trip.url, "/")
            if trip.url.removesuffix("/") != home.removesuffix("/"):
                trip.leads[home] = Lead(home, "", FARTHEST)
            yield self._request(trip, trip.url, None)

    def parse_page(self, response: Response, trip: Trip) -> Iterator[Request]:
        """A page: the column, or where to look next."""
        snapshot = snapshot_of(response)
        if reason := soft_404(snapshot):
            trip.failures.append(f"{snapshot.url}: {reason}")
        else:
            # An answer's address lacks the fragment, which on some platforms names the column.
            asked = snapshot.fetch.url
            url = asked if urldefrag(asked).url == snapshot.url else snapshot.url
            seen = look(url, snapshot.body, snapshot.headers.get("content-type"), trip.portal.allows)
            trip.looks.append(seen)
            for lead in seen.leads:
                trip.leads.setdefault(lead.url, lead)
        yield from self._further(trip, response.url)

    def page_failed(self, trip: Trip, url: str, failure: Failure) -> Iterator[Request]:
        """A page that did not come."""
        trip.failures.append(f"{url}: {failure_class(failure.value)}")
        yield from self._further(trip, url)

    def _further(self, trip: Trip, via: str) -> Iterator[Request]:
        if url := trip.next_url():
            yield self._request(trip, url, via)

    def _broken(self, failure: Failure, response: Response) -> None:
        """A fault of our own: said like any other failure, its class with it."""
        fault = f"{response.url}: {type(failure.value).__name__}: {failure.value}"
        for trip in self.trips:
            if trip.portal is response.meta[ASKED].portal:
                trip.failures.append(fault)

    def _request(self, trip: Trip, url: str, via: str | None) -> Request:
        trip.asked.add(url)
        return Request(
            url,
            headers={"Referer": via} if via else {},
            meta={ASKED: Asked(trip.portal, Fetch(url, "catalogue")), "cookiejar": trip.portal.id},
            callback=self.parse_page,
            errback=partial(self.page_failed, trip, url),
            cb_kwargs={"trip": trip},
            dont_filter=True,
        )
