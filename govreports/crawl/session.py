"""One crawl: its store, its archive, and the run of each portal. It hangs on the spider, so that every component
reaches it through the crawler."""

import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast, get_args

from scrapy import Request, Spider
from scrapy.crawler import Crawler

from govreports.archive import ArchiveWriter, Limits, Recorder, Recording, Torn, mend
from govreports.crawl.asked import Asked
from govreports.crawl.migration import migration_date
from govreports.crawl.portal_run import PortalRun, Verdict
from govreports.crawl.summary import PortalSummary
from govreports.model.exchange import Fetch, Role
from govreports.model.outcomes import ACCEPTABLE, GOOD, PageClass
from govreports.portals import Portal
from govreports.store import Store

log = logging.getLogger(__name__)


class Session:
    """Opens store and archive, begins a run for each portal, and ends them. `replays` says that answers come from
    recordings: then what the archive has is not written again. `recorder` makes a recording, where one is made,
    `limits` bound the archive."""

    def __init__(
        self,
        portals: Sequence[Portal],
        *,
        store: str,
        data: Path,
        replays: bool,
        recorder: Recorder | None = None,
        limits: Limits | None = None,
    ) -> None:
        self.portals = tuple(portals)
        self.replays = replays
        self.recorder = recorder
        self.started_empty = False
        self.store = Store.open(store)
        self.archive = ArchiveWriter(data / "archive", limits)
        self.summaries: tuple[PortalSummary, ...] = ()
        self._runs: dict[str, PortalRun] = {}

    def open(self) -> None:
        """Begin the runs. Whether the store held none before is `started_empty`."""
        self.started_empty = not self.store.runs()
        for portal in self.portals:
            self.store.add_portal(portal.id, portal.model_dump(mode="json"))
            number = self.store.begin_run(portal.id, "replay" if self.replays else "crawl", datetime.now(UTC))
            self._runs[portal.id] = PortalRun(portal, number, replays=self.replays)
        self._mend()

    def _mend(self) -> None:
        """Before anything is appended: cut off what a killed crawl left torn, and index what it left without a row."""
        for found in mend(self.archive.folder, self.store.indexed()):
            if isinstance(found, Torn):
                log.warning("%s", found)
                for run in self._runs.values():
                    run.note("archive-torn", "warning", str(found))
            else:
                fetch = Fetch(found.metadata.get("entry", found.received.url), role_of(found.metadata))
                snapshot = found.received.snapshot(fetch)
                self.store.add_snapshot(None, found.metadata.get("portal", ""), snapshot, found.place)

    def run(self, portal: Portal) -> PortalRun:
        """The run of a portal."""
        return self._runs[portal.id]

    def runs_for(self, request: Request) -> list[PortalRun]:
        """The runs a request belongs to: its portal's, or for one of Scrapy's own those of the portals on its host."""
        asked = Asked.of(request)
        if asked:
            return [self.run(asked.portal)]
        return [run for run in self._runs.values() if run.portal.allows(request.url)]

    def check(self, portal: Portal, url: str, outcome: PageClass) -> None:
        """Note that the page of an entry was asked for, and the class that ended in; not in a replay, which asks
        nobody."""
        if not self.replays:
            self.store.check(self.run(portal).number, portal.id, url, datetime.now(UTC), outcome)

    @property
    def progress(self) -> tuple[int, int]:
        """How many entries are done, and how many were found so far."""
        runs = self._runs.values()
        return sum(run.counts["done"] for run in runs), sum(len(run.entries) for run in runs)

    def close(self, reason: str) -> None:
        """End the runs; let go of archive and store."""
        summaries = []
        for run in self._runs.values():
            verdict = run.verdict(reason, self.store.standing(run.portal.id))
            self._settle(run, verdict)
            summaries.append(run.summary(verdict))
        self.summaries = tuple(summaries)
        self.archive.close()
        self.store.close()

    def _settle(self, run: PortalRun, verdict: Verdict) -> None:
        """End a run. A good one is published, a failed one leaves all that is published as it was."""
        if verdict.detail and all(finding.severity != "error" for finding in run.findings):
            run.note("run-failed", "error", f"{verdict.outcome}: {verdict.detail}")
        if day := migration_date(run.entries.values()):
            told = f"most entries bear {day}, whatever their year: that of a move to a new CMS"
            run.note("migration-date", "warning", told)
        ended, outcome, found = datetime.now(UTC), verdict.outcome, len(run.entries)
        self.store.end_run(run.number, outcome, ended, tuple(run.findings))
        if outcome in GOOD:
            whole = outcome == "ok" and not self.replays
            self.store.settle(run.portal.id, run.number, ended, found if whole else None)
        elif outcome in ACCEPTABLE and not self.replays:
            self.store.wait(run.portal.id, run.number, found)


def role_of(metadata: Mapping[str, str]) -> Role:
    """What a response was asked for, as its metadata record says."""
    return cast(Role, role) if (role := metadata.get("role", "")) in get_args(Role) else "robots"


class SessionSpider(Spider):
    """A spider that has a session; `recordings` are what a replay is answered from, none in a live crawl, `recorder`
    makes one of it."""

    session: Session
    recordings: tuple[Recording, ...] = ()
    recorder: Recorder | None = None


def spider_of(crawler: Crawler) -> SessionSpider:
    """The crawler's spider. Raises TypeError for a spider without a session: these components serve no other."""
    spider = crawler.spider
    if not isinstance(spider, SessionSpider):
        raise TypeError(f"{type(spider).__name__} has no session")
    return spider


def session_of(crawler: Crawler) -> Session:
    """The session of a crawler's spider."""
    return spider_of(crawler).session
