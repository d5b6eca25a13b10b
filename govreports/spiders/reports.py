"""The spider: it walks portals with their platforms' adapters. It only converts; adapters and pages do the reading."""

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from govreports.archive import Recorder, Recording, Sent
from govreports.crawl.archiving import archive_limits
from govreports.crawl.articles import ArticleSpider, Found
from govreports.crawl.asked import ASKED, Asked, snapshot_of
from govreports.crawl.failures import WithheldError, failure_class, no_page
from govreports.crawl.items import Article, EntryVerdict
from govreports.crawl.lists import Waiting
from govreports.crawl.rechecking import is_due
from govreports.crawl.selection import selected
from govreports.crawl.session import Session
from govreports.crawl.years import Order, Years, continues
from govreports.model.exchange import BEFORE, LIMIT, Catalogue, Entry, Fetch
from govreports.parsing.entries import Group, judge_entry
from govreports.platforms import adapter
from govreports.platforms.indexes import index_entries
from govreports.portals import Portal, load_registry

DONE = frozenset({"report", "not-a-report", "copy"})

DEEPEST_INDEX = 2
"""Indexes of indexes are followed so far."""


class ReportsSpider(ArticleSpider):
    """`scrapy crawl reports -a portal=ID[,ID…] [-a region=3416[,34…]] [-a years=2011-2013] [-a limit=N] [-a refresh=1]`

    Portals of the registry, or `portals` as objects; `years` are the reporting years whose reports are fetched, `limit`
    is how many of each portal; `refresh` reads again what is done.
    """

    name = "reports"

    def __init__(
        self,
        portal: str = "",
        limit: str | int | None = None,
        refresh: str | bool = False,
        portals: Sequence[Portal] = (),
        recordings: Sequence[Recording] = (),
        region: str = "",
        years: str | Years | None = None,
        recorder: Recorder | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.portals = tuple(portals) or selected(load_registry(), _parts(portal), _parts(region))
        if not self.portals:
            raise ValueError("no portal given; `-a portal=ID` names one of the registry, `-a region=3416` a region's")
        for given in self.portals:
            adapter(given.platform)
        self.limit = int(limit) if limit else None
        self.refresh = str(refresh).lower() in {"1", "true", "yes"}
        self.recordings = tuple(recordings)
        self.recorder = recorder
        self.years = Years.parse(years) if isinstance(years, str) else years

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Open the session, and close it with the spider."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        spider.session = Session(
            spider.portals,
            store=settings["GOVREPORTS_STORE"],
            data=Path(settings["GOVREPORTS_DATA"]),
            replays=bool(spider.recordings),
            recorder=spider.recorder,
            limits=archive_limits(settings),
        )
        crawler.signals.connect(spider.session.open, signals.spider_opened)
        crawler.signals.connect(spider._ended, signals.spider_closed)
        crawler.signals.connect(spider._broken, signals.spider_error)
        crawler.signals.connect(spider._item_broken, signals.item_error)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The first fetch of each catalogue of each portal."""
        for portal in self.portals:
            if not portal.catalogues:
                self.session.run(portal).note("no-catalogue", "error", f"no start address of {portal.id} is known yet")
            for fetch in adapter(portal.platform).start(portal):
                for request in self._catalogue(portal, fetch):
                    yield request

    def parse_catalogue(self, response: Response) -> Iterator[Found]:
        """A page of a catalogue: its entries into the store, then its further pages; with the last of them, the reports
        of the catalogue."""
        yield from self._answered(response.meta[ASKED], self._read_catalogue(response))

    def _read_catalogue(self, response: Response) -> Iterator[Found]:
        asked, snapshot = response.meta[ASKED], snapshot_of(response)
        if reason := no_page(snapshot):
            if not asked.fetch.guess:
                self._not_reached(asked, reason)
                return
            snapshot = replace(snapshot, status=404)
        portal, run = asked.portal, self.session.run(asked.portal)
        catalogue: Catalogue = adapter(portal.platform).read(snapshot, portal)
        for finding in catalogue.findings:
            run.note(finding.code, finding.severity, finding.message)
        unit = asked.fetch.context.get("unit")
        store = self.session.store
        store.add_entries(run.number, portal.id, catalogue.entries)
        store.add_catalogue(
            run.number, portal.id, asked.fetch.url, unit, "read", None, catalogue.declared_total, len(catalogue.entries)
        )
        for entry in run.enter(catalogue.entries):
            yield from self._entry(portal, entry, response)
        yield from self._onward(asked, catalogue)

    def catalogue_failed(self, asked: Asked, failure: Failure) -> Iterator[Found]:
        """A catalogue page that did not come. Where its address was a guess, the refusal answers it."""
        if asked.fetch.guess and isinstance(failure.value, HttpError):
            yield from self.parse_catalogue(failure.value.response)
            return
        if isinstance(failure.value, WithheldError):
            self._leave_page(asked.portal, asked.fetch, failure.value.reason)
        else:
            self._not_reached(asked, failure_class(failure.value))
        yield from self._answered(asked)

    def parse_index(self, response: Response, entry: Entry) -> Iterator[Found]:
        """A page that lists reports, or prints them."""
        yield from self._answered(response.meta[ASKED], self._read_index(response, entry))

    def _read_index(self, response: Response, entry: Entry) -> Iterator[Found]:
        asked, snapshot = response.meta[ASKED], snapshot_of(response)
        portal, run, platform = asked.portal, self.session.run(asked.portal), adapter(asked.portal.platform)
        if reason := no_page(snapshot):
            yield EntryVerdict(portal, entry, "unreadable", None, reason)
            return
        listed = index_entries(snapshot, platform.detail.body)
        fresh = run.enter(listed)
        if not fresh:
            yield from self.parse_report(response, Group(entry))
            return
        self.session.store.add_entries(run.number, portal.id, listed)
        for found in fresh:
            yield from self._entry(portal, found, response)
        yield EntryVerdict(
            portal, entry, "not-a-report", "index", f"a list of reports: its {len(listed)} links are followed"
        )

    def index_failed(self, asked: Asked, entry: Entry, failure: Failure) -> Iterator[Found]:
        """An index that did not come."""
        yield from self._answered(asked, self.report_failed(asked.portal, Group(entry), failure))

    def _answered(self, asked: Asked, found: Iterable[Found] = ()) -> Iterator[Found]:
        """What a page of a catalogue gave, and then, if it was the last to come, the catalogue's reports. An error of
        ours in reading it holds nothing back."""
        try:
            yield from found
        except Exception:
            yield from self._reports(asked)
            raise
        yield from self._reports(asked)

    def _reports(self, asked: Asked) -> Iterator[Found]:
        run = self.session.run(asked.portal)
        for group, waited in run.lists.answered(asked.fetch):
            if all(waiting.done for waiting in waited.values()):
                run.counts.update(skipped=len(waited), done=len(waited))
                continue
            run.counts["asked"] += 1
            if self._is_beyond(run.counts["asked"]):
                for entry in group.entries:
                    self._leave_unasked(Fetch(entry.url, "report"), LIMIT)
            else:
                yield from self.fetch_report(asked.portal, group, waited[group.main.url].page)

    def _onward(self, asked: Asked, catalogue: Catalogue) -> Iterator[Request]:
        """The further fetches of a catalogue page, as far as this run wants what they lead to."""
        run, order = self.session.run(asked.portal), Order.of(asked.fetch).after(catalogue.entries)
        for fetch in catalogue.fetches:
            if continues(fetch, asked.fetch) and run.lists.was_asked(fetch):
                told = f"{asked.fetch.url} leads on to {fetch.url}, which was read before"
                run.note("catalogue-repeats", "warning", told)
            elif run.limited:
                self._leave_unasked(fetch, LIMIT)
                self._leave_page(asked.portal, fetch, LIMIT)
            elif not (self.years and continues(fetch, asked.fetch)):
                yield from self._catalogue(asked.portal, fetch)
            elif order.is_past(self.years):
                self._leave_page(asked.portal, fetch, f"{BEFORE}{self.years.first}")
            else:
                yield from self._catalogue(asked.portal, replace(fetch, context={**fetch.context, **order.context}))

    def _entry(self, portal: Portal, entry: Entry, page: Response) -> Iterator[Found]:
        """A new entry: left out by its title, followed as an index, or kept until its catalogue has been read."""
        run, judged = self.session.run(portal), judge_entry(entry)
        via: Fetch = page.meta[ASKED].fetch
        done = not self.refresh and self._is_done(portal, entry)
        if judged.treatment == "report" and done:
            run.lists.wait(via, Waiting(entry, page, done=True))
            return
        depth = int(via.context.get("index", "0")) + 1
        if judged.treatment == "left-out" or (judged.treatment == "index" and depth > DEEPEST_INDEX):
            if done:
                run.counts.update(skipped=1, done=1)
            else:
                yield EntryVerdict(portal, entry, "not-a-report", judged.document_type, judged.reason)
            return
        # An index is of the year its title names; when it was put up says nothing of the years it lists.
        dated = replace(entry, listed=None) if judged.treatment == "index" else entry
        if self.years and (year := self.years.outside(dated)):
            run.counts["outside"] += 1
            self.session.store.leave_entry(portal.id, entry.url, f"{year} is not among the years sought")
            return
        if judged.treatment == "index" and run.limited:
            self._leave_unasked(Fetch(entry.url, "catalogue"), LIMIT)
            return
        if judged.treatment == "index":
            yield from self._index(portal, entry, via, depth)
            return
        run.counts["waiting"] += 1
        run.limited = run.limited or self._is_beyond(run.counts["waiting"])
        run.lists.wait(via, Waiting(entry, page, done=False))

    def _is_done(self, portal: Portal, entry: Entry) -> bool:
        """Whether an entry needs no asking: it was read, and is not due to be looked at again."""
        known = self.session.store.known(portal.id, entry.url)
        if known is None or known.state not in DONE:
            return False
        if known.state != "report" or self.recordings:
            return True
        now = datetime.now(UTC)
        return not is_due(now, listed=known.listed, first_seen=known.first_seen, checked=known.checked)

    def _is_beyond(self, number: int) -> bool:
        return self.limit is not None and number > self.limit

    def _index(self, portal: Portal, entry: Entry, via: Fetch, depth: int) -> Iterator[Request]:
        """An entry that lists reports is asked for as a page of the catalogue that lists it."""
        context = {"catalogue": via.context.get("catalogue", via.url), "via": via.url, "index": str(depth)}
        asked = Asked(portal, Fetch(entry.url, "catalogue", context=context), entry)
        if self.session.run(portal).lists.ask(asked.fetch):
            failed = partial(self.index_failed, asked, entry)
            yield self.request_for(asked, callback=self.parse_index, errback=failed, cb_kwargs={"entry": entry})

    def _catalogue(self, portal: Portal, fetch: Fetch) -> Iterator[Request]:
        """The request for a catalogue page, unless this run has made it already."""
        if not self.session.run(portal).lists.ask(fetch):
            return
        asked = Asked(portal, fetch)
        failed = partial(self.catalogue_failed, asked)
        yield self.request_for(asked, callback=self.parse_catalogue, errback=failed)

    def _not_reached(self, asked: Asked, reason: str) -> None:
        run, fetch = self.session.run(asked.portal), asked.fetch
        run.not_reached(reason)
        run.note("catalogue-not-reached", "error", f"{fetch.url}: {reason}")
        self.session.store.add_catalogue(
            run.number, asked.portal.id, fetch.url, fetch.context.get("unit"), "not-reached", reason, None, 0
        )

    def _leave_page(self, portal: Portal, fetch: Fetch, reason: str) -> None:
        """A catalogue page this run does not ask for."""
        run = self.session.run(portal)
        run.counts["pages-left"] += 1
        self.session.store.leave_catalogue(run.number, portal.id, fetch.url, fetch.context.get("unit"), reason)

    def _leave_unasked(self, fetch: Fetch, reason: str) -> None:
        """Tell the recording being made, if any, that a fetch was left out on purpose: then so does a replay."""
        if self.recorder:
            self.recorder.add_failure(Sent(fetch.method, fetch.url, body=fetch.body), reason)

    def _ended(self, reason: str) -> None:
        self.session.close(reason)

    def _broken(self, failure: Failure, response: Response) -> None:
        self._note_error(response.meta[ASKED].portal, response.url, failure)

    def _item_broken(self, item: object, failure: Failure) -> None:
        if isinstance(item, Article | EntryVerdict):
            self._note_error(item.portal, item.entry.url, failure)

    def _note_error(self, portal: Portal, url: str, failure: Failure) -> None:
        run = self.session.run(portal)
        run.counts["errors"] += 1
        run.note("internal-error", "error", f"{url}: {type(failure.value).__name__}: {failure.value}")


def _parts(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(","))))
