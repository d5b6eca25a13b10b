"""Coverage: which unit's report of which year is there, and if not, what is known of why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeVar

from govreports.model.exchange import BEFORE, OFF_SITE
from govreports.model.outcomes import ABSENT, BLOCKING, page_class
from govreports.parsing.units import unit_of_title
from govreports.parsing.years import read_year
from govreports.portals import Portal
from govreports.store import Absence, CataloguePage, EntryRow, ReportRow


class State(Enum):
    """What is known of one unit's report of one year: exactly one of these."""

    REPORT = "report"
    KEPT = "report kept, its page gone"
    GONE = "gone before it was read"
    UNREADABLE = "report unreadable"
    NONE_THERE = "catalogue read and none there"
    BLOCKED = "blocked"
    NOT_REACHED = "catalogue not reached"
    NOT_SOUGHT = "not sought"


@dataclass(frozen=True, slots=True)
class Row:
    """One unit's cells, one for each of the grid's years."""

    portal: str
    unit: str
    cells: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Units down, reporting years across. `unplaced` reports tell no unit or no year and stand in no cell."""

    years: tuple[int, ...]
    rows: tuple[Row, ...]
    unplaced: int


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store holds that coverage is judged by. `clocks` tells when each portal was last seen,
    `absences` what has vanished."""

    reports: Sequence[ReportRow]
    entries: Sequence[EntryRow]
    catalogues: Sequence[CataloguePage]
    clocks: Mapping[str, datetime]
    absences: Sequence[Absence] = ()


def grid(portals: Iterable[Portal], stored: Stored) -> Grid:
    """The grid of these portals.

    Years run from the earliest of a portal's `first_year` (or the earliest year seen there) to the last one completed
    by the clock of a portal's newest snapshot. A year before a portal's first or after its last completed one was not
    sought, nor was anything in a portal that never ran. Rows are the units of the rosters, the catalogues and the
    reports.
    """
    reports, entries, pages = _by_portal(stored.reports), _by_portal(stored.entries), _by_portal(stored.catalogues)
    absences = _by_portal(stored.absences)
    shelves = [
        _shelf(
            portal,
            reports[portal.id],
            entries[portal.id],
            pages[portal.id],
            stored.clocks.get(portal.id),
            frozenset(absence.url for absence in absences[portal.id]),
        )
        for portal in portals
    ]
    shown = {year for shelf in shelves for year in (*shelf.years, *(year for _, year in shelf.known))}
    years = tuple(range(min(shown), max(shown) + 1)) if shown else ()
    rows = (
        Row(shelf.portal, unit, tuple(shelf.state(unit, year) for year in years))
        for shelf in shelves
        for unit in shelf.units
    )
    return Grid(years, tuple(rows), sum(shelf.unplaced for shelf in shelves))


Cell = tuple[str, int]
"""A unit and a year."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """One portal's part: the cells its entries tell of, and for the others the states of each unit's catalogues.
    `listed_in` tells in whose catalogues a unit's reports stood."""

    portal: str
    units: tuple[str, ...]
    years: range
    known: Mapping[Cell, State]
    unplaced: int
    listed_in: Mapping[str, set[str | None]]
    catalogues: Mapping[str | None, list[CataloguePage]]

    def state(self, unit: str, year: int) -> State:
        if known := self.known.get((unit, year)):
            return known
        if year not in self.years:
            return State.NOT_SOUGHT
        # A catalogue that names no unit lists many; a unit's reports may also stand in another unit's catalogue.
        whose = {unit, None} | self.listed_in.get(unit, set())
        pages = [page for catalogue in whose for page in self.catalogues.get(catalogue, ())]
        if unreached := [page for page in pages if page.state == "not-reached"]:
            return State.BLOCKED if any(map(_is_blocked, unreached)) else State.NOT_REACHED
        return State.NONE_THERE if pages and not any(_withholds(page, year) for page in pages) else State.NOT_SOUGHT


def _shelf(
    portal: Portal,
    reports: Sequence[ReportRow],
    entries: Sequence[EntryRow],
    pages: Sequence[CataloguePage],
    clock: datetime | None,
    gone: frozenset[str],
) -> _Shelf:
    listed_under = {entry.url: entry.unit for entry in entries}
    listed_in: defaultdict[str, set[str | None]] = defaultdict(set)
    for report in reports:
        if report.unit and report.entry in listed_under:
            listed_in[report.unit].add(listed_under[report.entry])
    catalogues: defaultdict[str | None, list[CataloguePage]] = defaultdict(list)
    for page in pages:
        catalogues[page.unit].append(page)
    # Of several reports of a cell one that is there outweighs one whose page is gone.
    there = {
        (report.unit, report.year): State.KEPT if report.entry in gone else State.REPORT
        for report in sorted(reports, key=lambda report: report.entry not in gone)
        if report.unit and report.year
    }
    # A report outweighs another entry of its year that could not be read, and that one an entry not fetched yet.
    # What lies on another host was never the portal's to seek.
    sought = [entry for entry in entries if entry.reason != OFF_SITE]
    unread = [entry for entry in sought if entry.state == "unreadable"]
    pending = [entry for entry in sought if entry.state == "pending"]
    # A portal that blocks withholds what it was not asked for in time, too; not what nobody wanted (for which there is
    # a reason).
    blocks = any(map(_is_blocked, pages)) or any(map(_is_blocked, unread))
    known = (
        _titled(pending, State.NOT_SOUGHT)
        | _titled([entry for entry in pending if blocks and not entry.reason], State.BLOCKED)
        | _titled([entry for entry in unread if _is_blocked(entry)], State.BLOCKED)
        | _titled([entry for entry in (*pending, *unread) if entry.url in gone or _is_absent(entry)], State.GONE)
        | _titled([entry for entry in unread if not _is_blocked(entry) and not _is_absent(entry)], State.UNREADABLE)
        | there
    )
    units = (
        portal.unit,
        *(row.name for row in portal.roster),
        *(row.name for row in portal.units),
        *(row.unit for row in portal.catalogues if row.unit),
        *(page.unit for page in pages if page.unit),
        *sorted({*(report.unit for report in reports if report.unit), *(unit for unit, _ in known)}),
    )
    return _Shelf(
        portal.id,
        tuple(dict.fromkeys(units)),
        _years(portal, there, clock),
        known,
        sum(not (report.unit and report.year) for report in reports),
        listed_in,
        catalogues,
    )


def _withholds(page: CataloguePage, year: int) -> bool:
    """Whether a page that was not asked for might list a report of that year. One left because it could only list
    reports of years before 2011 (`before-2011`) tells nothing against 2011."""
    if page.state != "not-sought":
        return False
    reason = page.reason or ""
    return not reason.startswith(BEFORE) or year < int(reason.removeprefix(BEFORE))


def _is_blocked(row: CataloguePage | EntryRow) -> bool:
    """Whether a page did not come because the portal answers with block pages."""
    return page_class(row.reason) in BLOCKING


def _is_absent(entry: EntryRow) -> bool:
    """Whether an entry's page says that it is not there."""
    return page_class(entry.reason) in ABSENT


def _titled(entries: Iterable[EntryRow], means: State) -> dict[Cell, State]:
    """The cells of entries, as far as their titles and catalogues tell unit and year."""
    titled = ((unit_of_title(entry.title) or entry.unit, read_year(entry.title)) for entry in entries)
    return {(unit, year): means for unit, year in titled if unit and year}


def _years(portal: Portal, there: Iterable[Cell], clock: datetime | None) -> range:
    """The years sought in a portal: none if it never ran."""
    if clock is None:
        return range(0)
    first = portal.first_year or min((year for _, year in there), default=clock.year - 1)
    return range(first, clock.year)


Kept = TypeVar("Kept", ReportRow, EntryRow, CataloguePage, Absence)


def _by_portal(rows: Iterable[Kept]) -> defaultdict[str, list[Kept]]:
    kept: defaultdict[str, list[Kept]] = defaultdict(list)
    for row in rows:
        kept[row.portal].append(row)
    return kept
