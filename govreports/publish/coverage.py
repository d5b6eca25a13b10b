"""Coverage: which unit's report of which year is there, and if not, what is known of why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from govreports.parsing.units import unit_of_title
from govreports.parsing.years import read_year
from govreports.portals import Portal
from govreports.store import CataloguePage, EntryRow, ReportRow


class State(Enum):
    """What is known of one unit's report of one year: exactly one of these."""

    REPORT = "report"
    UNREADABLE = "report unreadable"
    NONE_THERE = "catalogue read and none there"
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
    """What the store holds that coverage is judged by. `clocks` tells when each portal was last seen."""

    reports: Sequence[ReportRow]
    entries: Sequence[EntryRow]
    catalogues: Sequence[CataloguePage]
    clocks: Mapping[str, datetime]


def grid(portals: Iterable[Portal], stored: Stored) -> Grid:
    """The grid of these portals.

    Years run from the earliest of a portal's `first_year` (or the earliest year seen there) to the last one completed
    by the clock of a portal's newest snapshot. A year before a portal's first or after its last completed one was not
    sought, nor was anything in a portal that never ran. Rows are the units of the rosters, the catalogues and the
    reports.
    """
    shelves = [_shelf(portal, stored) for portal in portals]
    spans = [shelf.years for shelf in shelves if shelf.years]
    seen = [year for shelf in shelves for _, year in (*shelf.reports, *shelf.unreadable)]
    first = min([*(span.start for span in spans), *seen], default=0)
    last = max([*(span.stop - 1 for span in spans), *seen], default=-1)
    years = tuple(range(first, last + 1))
    ids = {shelf.portal for shelf in shelves}
    unplaced = sum(not (report.unit and report.year) for report in stored.reports if report.portal in ids)
    rows = (
        Row(shelf.portal, unit, tuple(shelf.state(unit, year) for year in years))
        for shelf in shelves
        for unit in shelf.units
    )
    return Grid(years, tuple(rows), unplaced)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """One portal's part. `listed_in` tells for each unit in whose catalogues its reports stood."""

    portal: str
    units: tuple[str, ...]
    years: range
    reports: frozenset[tuple[str, int]]
    unreadable: frozenset[tuple[str, int]]
    pending: frozenset[tuple[str, int]]
    listed_in: Mapping[str, frozenset[str | None]]
    catalogues: Mapping[str | None, frozenset[str]] = field(default_factory=dict)

    def state(self, unit: str, year: int) -> State:
        if (unit, year) in self.reports:
            return State.REPORT
        if (unit, year) in self.unreadable:
            return State.UNREADABLE
        if year not in self.years or (unit, year) in self.pending:
            return State.NOT_SOUGHT
        # A catalogue that names no unit lists many; a unit's reports may also stand in another unit's catalogue.
        whose = {unit, None} | self.listed_in.get(unit, frozenset())
        states = {state for catalogue in whose for state in self.catalogues.get(catalogue, ())}
        if "not-reached" in states:
            return State.NOT_REACHED
        return State.NONE_THERE if states else State.NOT_SOUGHT


def _shelf(portal: Portal, stored: Stored) -> _Shelf:
    reports = [report for report in stored.reports if report.portal == portal.id]
    entries = {entry.url: entry for entry in stored.entries if entry.portal == portal.id}
    catalogues = [catalogue for catalogue in stored.catalogues if catalogue.portal == portal.id]
    named = [(report.unit, report.year) for report in reports if report.unit]
    listed_in: dict[str, set[str | None]] = {}
    for report in reports:
        if report.unit and (entry := entries.get(report.entry)):
            listed_in.setdefault(report.unit, set()).add(entry.unit)
    states: dict[str | None, set[str]] = {}
    for catalogue in catalogues:
        states.setdefault(catalogue.unit, set()).add(catalogue.state)
    unreadable = _titled(entries.values(), "unreadable")
    units = dict.fromkeys(
        (
            portal.unit,
            *portal.units,
            *(row.unit for row in portal.catalogues if row.unit),
            *(catalogue.unit for catalogue in catalogues if catalogue.unit),
            *sorted({unit for unit, _ in (*named, *unreadable)}),
        )
    )
    with_year = frozenset((unit, year) for unit, year in named if year is not None)
    return _Shelf(
        portal.id,
        tuple(units),
        _years(portal, with_year, stored.clocks.get(portal.id)),
        with_year,
        unreadable,
        _titled(entries.values(), "pending"),
        {unit: frozenset(places) for unit, places in listed_in.items()},
        {unit: frozenset(found) for unit, found in states.items()},
    )


def _titled(entries: Iterable[EntryRow], state: str) -> frozenset[tuple[str, int]]:
    """Unit and year of entries in a state, as far as their titles and catalogues tell."""
    found = set()
    for entry in entries:
        unit, year = unit_of_title(entry.title) or entry.unit, read_year(entry.title)
        if entry.state == state and unit and year:
            found.add((unit, year))
    return frozenset(found)


def _years(portal: Portal, reports: Iterable[tuple[str, int]], clock: datetime | None) -> range:
    """The years sought in a portal: none if it never ran."""
    if clock is None:
        return range(0)
    first = portal.first_year or min((year for _, year in reports), default=clock.year - 1)
    return range(first, clock.year)
