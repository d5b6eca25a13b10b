"""What the store can tell. Every answer comes in an order that does not depend on when things were stored."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Select, func, select

from govreports.model.record import Record
from govreports.store.schema import catalogues as catalogues_table
from govreports.store.schema import entries as entries_table
from govreports.store.schema import findings, reports, snapshots, statistics
from govreports.store.schema import portals as portals_table
from govreports.store.schema import runs as runs_table


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds of a portal; statistics and findings are those of the current reports."""

    entries: int
    pending: int
    not_reports: int
    unreadable: int
    reports: int
    statistics: int
    findings: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run. One without an outcome was killed or still goes on."""

    id: int
    portal: str
    kind: str
    started: datetime
    ended: datetime | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry and what became of it; `url` is canonical, `address` as listed first. `first_seen` and `last_seen` are
    when the runs began that listed it first and last."""

    portal: str
    url: str
    address: str
    title: str
    listed: str | None
    unit: str | None
    state: str
    document_type: str | None
    reason: str | None
    first_seen: datetime | None = None
    last_seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A current report; `entry` is the canonical address."""

    id: str
    version: int
    portal: str
    entry: str
    unit: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """The last state of a catalogue page."""

    portal: str
    url: str
    unit: str | None
    state: str
    reason: str | None
    declared_total: int | None
    entries: int


def records(connection: Connection, portals: Collection[str] | None) -> Iterator[Record]:
    """The current records."""
    query = _current(reports.c.record)
    if portals is not None:
        query = query.where(reports.c.portal.in_(portals))
    for row in connection.execute(query.execution_options(yield_per=100)):
        yield _record(row.record)


def record(connection: Connection, report: str) -> Record:
    """The current record of an id."""
    found = connection.execute(_current(reports.c.record).where(reports.c.id == report)).first()
    if found is None:
        raise LookupError(f"no current report {report}")
    return _record(found.record)


def versions(connection: Connection, report: str) -> list[Record]:
    """All versions of one report."""
    query = select(reports.c.record).where(reports.c.id == report).order_by(reports.c.version)
    return [_record(row.record) for row in connection.execute(query)]


def counts(connection: Connection, portal: str) -> Counts:
    """Of one portal."""
    of_state = select(entries_table.c.state, func.count()).where(entries_table.c.portal == portal)
    states = {row[0]: row[1] for row in connection.execute(of_state.group_by(entries_table.c.state))}
    stored = select(func.count()).select_from(reports).where(reports.c.portal == portal, reports.c.current.is_(True))
    return Counts(
        entries=sum(states.values()),
        pending=states.get("pending", 0),
        not_reports=states.get("not-a-report", 0),
        unreadable=states.get("unreadable", 0),
        reports=connection.execute(stored).scalar_one(),
        statistics=connection.execute(_held_by_current(statistics, portal)).scalar_one(),
        findings=connection.execute(_held_by_current(findings, portal)).scalar_one(),
    )


def portals(connection: Connection) -> list[Mapping[str, object]]:
    """All portals that ever ran."""
    return list(connection.execute(select(portals_table.c.row).order_by(portals_table.c.id)).scalars())


def clocks(connection: Connection) -> dict[str, datetime]:
    """The time of each portal's newest snapshot."""
    newest = func.max(snapshots.c.time, type_=snapshots.c.time.type)
    rows = connection.execute(select(snapshots.c.portal, newest).group_by(snapshots.c.portal))
    return {row[0]: row[1] for row in rows}


def report_rows(connection: Connection) -> list[ReportRow]:
    """All current reports."""
    table = reports.c
    columns = (table.id, table.version, table.portal, table.entry, table.unit, table.year)
    return [ReportRow(*row) for row in connection.execute(_current(*columns))]


def runs(connection: Connection) -> list[RunRow]:
    """All runs."""
    rows = connection.execute(select(runs_table).order_by(runs_table.c.id))
    return [RunRow(row.id, row.portal, row.kind, row.started, row.ended, row.outcome) for row in rows]


def entries(connection: Connection) -> list[EntryRow]:
    """All entries."""
    table, first, last = entries_table.c, runs_table.alias("first"), runs_table.alias("last")
    both = entries_table.join(first, table.first_run == first.c.id).join(last, table.last_run == last.c.id)
    columns = (entries_table, first.c.started.label("first_seen"), last.c.started.label("last_seen"))
    rows = connection.execute(select(*columns).select_from(both).order_by(table.portal, table.url))
    return [
        EntryRow(
            row.portal,
            row.url,
            row.address,
            row.title,
            row.listed,
            row.unit,
            row.state,
            row.document_type,
            row.reason,
            row.first_seen,
            row.last_seen,
        )
        for row in rows
    ]


def catalogues(connection: Connection) -> list[CataloguePage]:
    """All catalogue pages."""
    table = catalogues_table.c
    rows = connection.execute(select(catalogues_table).order_by(table.portal, table.url))
    return [
        CataloguePage(row.portal, row.url, row.unit, row.state, row.reason, row.declared_total, row.entries)
        for row in rows
    ]


def _current(*columns: ColumnElement[Any]) -> Select[Any]:
    ordered = (reports.c.portal, reports.c.entry, func.length(reports.c.id), reports.c.id)
    return select(*columns).where(reports.c.current.is_(True)).order_by(*ordered)


def _held_by_current(table: Any, portal: str) -> Select[int]:
    joined = table.join(reports, (table.c.report == reports.c.id) & (table.c.version == reports.c.version))
    return select(func.count()).select_from(joined).where(reports.c.portal == portal, reports.c.current.is_(True))


def _record(text: str) -> Record:
    return cast(Record, json.loads(text))
