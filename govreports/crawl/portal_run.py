"""The run of one portal: what it has found so far, and how it ended."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from govreports.crawl.lists import OpenLists
from govreports.crawl.summary import PortalSummary
from govreports.model.codes import Code
from govreports.model.exchange import Entry
from govreports.model.finding import Finding, Severity
from govreports.model.identity import canonical_url
from govreports.model.outcomes import RUN_CLASSES, PageClass, RunClass, page_class, run_class
from govreports.portals import Portal
from govreports.store import Standing


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended: its class, and in words what made it so (empty for a good run)."""

    outcome: RunClass
    detail: str


class PortalRun:
    """What a run has found of one portal so far."""

    def __init__(self, portal: Portal, number: int, *, replays: bool) -> None:
        self.portal = portal
        self.replays = replays
        self.number = number
        self.blocked: str | None = None
        self.limited = False
        self.entries: dict[str, Entry] = {}
        self.counts: Counter[str] = Counter()
        self.unreached: Counter[PageClass] = Counter()
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

    @property
    def is_done(self) -> bool:
        """Whether nothing of the portal is left to ask: the crawl may end for the sake of others."""
        settled = self.counts["done"] + self.counts["outside"] + self.counts["withheld"]
        return self.lists.are_read and settled >= len(self.entries)

    def not_reached(self, reason: str) -> None:
        """A page of a catalogue did not come."""
        self.counts["not-reached"] += 1
        self.unreached[page_class(reason)] += 1

    def verdict(self, reason: str, standing: Standing) -> Verdict:
        """How the run ended; `reason` is why the spider closed, `standing` what earlier runs found."""
        number, missed = len(self.entries), self.counts["not-reached"]
        limited = self.limited or self.counts["outside"] or self.counts["pages-left"] or self.counts["withheld"]
        least = self._least(standing)
        failures: tuple[tuple[object, RunClass, str], ...] = (
            (self.misses, "replay-miss", f"{len(self.misses)} requests the recording does not answer"),
            (reason == "archive-full", "archive-full", "the archive has no room"),
            (reason != "finished" and not self.is_done, "interrupted", reason),
            (self.counts["errors"], "parse-error", f"{self.counts['errors']} errors in our own code, see the log"),
            (self.blocked, "blocked", self.blocked or ""),
            (missed, self._why_unreached(), f"{missed} catalogue pages not reached"),
            (limited and number, "limited", ""),
            (number == 0 and least != 0, "empty-catalogue", "no entries"),
            (number < least, "fewer-than-expected", f"{number} entries, and {least} at least were expected"),
        )
        found = ((outcome, told) for failed, outcome, told in failures if failed)
        return Verdict(*next(found, ("ok", "")))

    def _why_unreached(self) -> RunClass:
        """The class all catalogue pages failed in that did, if a run can have it."""
        classes = list(self.unreached)
        return run_class(classes[0]) if len(classes) == 1 and classes[0] in RUN_CLASSES else "not-reached"

    def _least(self, standing: Standing) -> int:
        """How many entries a good run finds: what the last whole one found but for the tolerance, or what the row says
        before there was one. A number that a person has accepted is such a run's. A replay answers for what it was
        recorded of, and is held against nothing but being empty."""
        if self.replays:
            return 1
        if standing.entries is None:
            return max(1, self.portal.least_entries or 0)
        return ceil(round(standing.entries * (1 - self.portal.tolerance), 6))

    def summary(self, verdict: Verdict) -> PortalSummary:
        """What the run came to."""
        return PortalSummary(
            portal=self.portal.id,
            name=self.portal.name,
            outcome=verdict.outcome,
            detail=verdict.detail,
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
            not_modified=self.counts["not-modified"],
        )
