"""One crawl: its store, its archive, and the run of each portal. It hangs on the spider, so that every component
reaches it through the crawler."""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast, get_args

from scrapy import Request, Spider
from scrapy.crawler import Crawler

from govreports.archive import ArchiveWriter, Limits, Recorder, Recording, Torn, mend
from govreports.crawl.asked import Asked
from govreports.crawl.lists import OpenLists
from govreports.crawl.summary import PortalSummary
from govreports.model.codes import Code
from govreports.model.exchange import Entry, Fetch, Role
from govreports.model.finding import Finding, Severity
from govreports.model.identity import canonical_url
from govreports.portals import Portal
from govreports.store import Store

log = logging.getLogger(__name__)


class PortalRun:
    """What a run has found of one portal so far."""

    def __init__(self, portal: Portal, number: int) -> None:
        self.portal = portal
        self.number = number
        self.blocked: str | None = None
        self.limited = False
        self.entries: dict[str, Entry] = {}
        self.counts: Counter[str] = Counter()
        self.findings: dict[Finding, None] = {}
        self.misses: list[str] = []
        self.lists = OpenLists()

    def note(self, code: Code, severity: Severity, message: str) -> None:
        """Keep a finding about the run, once."""
        self.findings.setdefault(Finding(code, severity, message))

    def block(self, reason: str) -> None:
        """The portal answered with a block page: ask nothing more of it."""
        if self.blocked is None:
            self.blocked = reason
            self.note("blocked", "error", reason)

    def enter(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those of the entries that this run had not met before, under whatever form of their address."""
        fresh = []
        for entry in entries:
            name = canonical_url(entry.url)
            if name not in self.entries:
                self.entries[name] = entry
                fresh.append(entry)
        return fresh

    def outcome(self, reason: str) -> str:
        """How the run ended; `reason` is why the spider closed."""
        failures = (
            (self.misses, f"failed: {len(self.misses)} requests the recording does not answer"),
            (reason != "finished", f"failed: {reason}"),
            (self.counts["errors"], f"failed: {self.counts['errors']} errors in our own code, see the log"),
            (self.blocked, "blocked"),
            (not self.entries, "empty-catalogue"),
            (self.counts["not-reached"], f"failed: {self.counts['not-reached']} catalogue pages not reached"),
            (self.limited or self.counts["outside"] or self.counts["pages-left"] or self.counts["withheld"], "limited"),
        )
        return next((outcome for failed, outcome in failures if failed), "ok")

    def summary(self, outcome: str) -> PortalSummary:
        """What the run came to."""
        return PortalSummary(
            portal=self.portal.id,
            name=self.portal.name,
            outcome=outcome,
            entries=len(self.entries),
            new=self.counts["new"],
            changed=self.counts["changed"],
            unchanged=self.counts["unchanged"],
            skipped=self.counts["skipped"],
            not_reports=self.counts["not-a-report"],
            unreadable=self.counts["unreadable"],
            statistics=self.counts["statistics"],
            record_findings=self.counts["findings"],
            findings=tuple(self.findings),
            misses=tuple(self.misses),
            errors=self.counts["errors"],
            outside=self.counts["outside"],
            pages_left=self.counts["pages-left"],
        )


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
            self._runs[portal.id] = PortalRun(portal, number)
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

    @property
    def progress(self) -> tuple[int, int]:
        """How many entries are done, and how many were found so far."""
        runs = self._runs.values()
        return sum(run.counts["done"] for run in runs), sum(len(run.entries) for run in runs)

    def close(self, reason: str) -> None:
        """End the runs; let go of archive and store."""
        summaries = []
        for run in self._runs.values():
            outcome = run.outcome(reason)
            self.store.end_run(run.number, outcome, datetime.now(UTC), tuple(run.findings))
            summaries.append(run.summary(outcome))
        self.summaries = tuple(summaries)
        self.archive.close()
        self.store.close()


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
