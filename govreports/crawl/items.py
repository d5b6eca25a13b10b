"""The items the spider yields: an article to be parsed, or a verdict on an entry that gave none."""

from dataclasses import dataclass, replace
from typing import Literal

from govreports.model.exchange import Entry
from govreports.model.finding import Finding
from govreports.model.identity import canonical_url
from govreports.model.outcomes import PageClass, page_class
from govreports.model.page import Page
from govreports.model.reading import Reading, Source
from govreports.model.record import Record
from govreports.model.report import DocumentType
from govreports.parsing.entries import Group
from govreports.portals import Portal
from govreports.publish.article import page_missing

MAX_PAGES = 100
"""Pages of one article. No report is longer; a pager that grows for ever is."""

UNASKED: frozenset[PageClass] = frozenset({"robots", "off-site", "private-address", "blocked"})


@dataclass(frozen=True, slots=True)
class EntryVerdict:
    """An entry that is no report, or could not be read, and why."""

    portal: Portal
    entry: Entry
    state: Literal["not-a-report", "unreadable"]
    document_type: DocumentType | None
    reason: str
    reading: Reading | None = None
    """What was read, where the verdict is the parser's; its copies share it."""

    @property
    def by_asking(self) -> bool:
        """Whether its page was asked for: not where the title, or a host off the list, told enough."""
        return self.reading is not None or (self.state == "unreadable" and page_class(self.reason) not in UNASKED)

    def __str__(self) -> str:
        """One line for the log."""
        return f"{self.state}: {self.entry.title} ({self.reason})"


@dataclass(frozen=True, slots=True)
class Article:
    """An entry's page with its further pages, as far as they have come, and what each was read from. `asked` names
    every page asked for, `waiting` those still to ask. `group` is the report's entries: after the main entry's own
    pages those come that are read with it."""

    portal: Portal
    entry: Entry
    pages: tuple[Page, ...] = ()
    sources: tuple[Source, ...] = ()
    asked: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    group: Group | None = None

    @property
    def next_page(self) -> str | None:
        """The address of the page to ask for next; None when all have been asked for."""
        beside = (entry.url for entry in self.group.read_with) if self.group else ()
        return next(iter(self.waiting), None) or next(
            (url for url in beside if canonical_url(url) not in self.asked), None
        )

    @property
    def copies(self) -> tuple[tuple[Entry, str], ...]:
        """The other entries of the same report, each with what it is to this one."""
        if self.group is None:
            return ()
        read = ((entry, f"part of one report: read with {self.entry.url}") for entry in self.group.read_with)
        others = ((entry, f"the same report as {self.entry.url}") for entry in self.group.others)
        return (*read, *others)

    @property
    def snapshots(self) -> tuple[str, ...]:
        """The digests of the pages' bodies."""
        return tuple(page.snapshot for page in self.pages)

    @property
    def reading(self) -> Reading:
        """What it was read from."""
        copies = tuple((entry.url, reason) for entry, reason in self.copies)
        return Reading(self.entry, self.sources, self.findings, copies)

    def with_page(self, page: Page, source: Source, *, asked: str) -> "Article":
        """The article with one more page, and the pages that one leads to."""
        known = {*self.asked, canonical_url(asked), canonical_url(page.url or asked)}
        waiting = {canonical_url(url): url for url in (*self.waiting, *page.continuations)}
        fresh = {name: url for name, url in waiting.items() if name not in known}
        room = max(0, MAX_PAGES - len(self.pages) - 1)
        return replace(
            self,
            pages=(*self.pages, page),
            sources=(*self.sources, source),
            asked=tuple(sorted(known)),
            waiting=tuple(fresh.values())[:room],
        )

    def without(self, url: str, reason: str) -> "Article":
        """The article without a page that did not come."""
        known = {*self.asked, canonical_url(url)}
        waiting = tuple(waited for waited in self.waiting if canonical_url(waited) not in known)
        findings = (*self.findings, page_missing(url, reason))
        return replace(self, asked=tuple(sorted(known)), waiting=waiting, findings=findings)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An article with the records of its reports."""

    article: Article
    records: tuple[Record, ...]

    def __str__(self) -> str:
        """One line for the log, for each report."""
        return "; ".join(
            f"report {record['id']}: {record['title']}, {len(record['statistics'])} statistics"
            for record in self.records
        )
