"""What is published: the records as the last good run of their portal left them, and as any earlier one did."""

import json
import zlib
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import cast

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, update

from govreports.model.record import Record
from govreports.store.schema import publications, reports

_OPEN = publications.c.until.is_(None)


def publish(connection: Connection, portal: str, at: datetime) -> None:
    """Make the current records of a portal the published ones from a time on; what is the same stays as it is."""
    current = select(reports.c.id, reports.c.version).where(reports.c.portal == portal, reports.c.current.is_(True))
    versions = {row.id: row.version for row in connection.execute(current)}
    published = _published(connection, publications.c.portal == portal)
    # One record at a time: a portal's together may be more than memory holds.
    record = select(reports.c.entry, reports.c.record)
    for report, version in versions.items():
        row = connection.execute(record.where(reports.c.id == report, reports.c.version == version)).one()
        _put(connection, portal, row.entry, report, row.record, published.get(report), at)
    for report in published.keys() - versions.keys():
        _end(connection, report, at)


def renew(
    connection: Connection, portal: str, before: Mapping[str, Record], entries: Collection[str], at: datetime
) -> None:
    """After the reports of some entries were made again: what was published as it was stored `before` is published as
    it is now. What no good run had published stays unpublished."""
    published = _published(connection, publications.c.report.in_(list(before)))
    renewed = [report for report, record in before.items() if published.get(report) == _digest(_told(record))]
    if not renewed:
        return
    query = select(reports.c.id, reports.c.entry, reports.c.record).where(
        reports.c.portal == portal, reports.c.entry.in_(list(entries)), reports.c.current.is_(True)
    )
    now = {row.id: row for row in connection.execute(query)}
    for report in renewed:
        if row := now.get(report):
            _put(connection, portal, row.entry, report, row.record, published[report], at)
        else:
            _end(connection, report, at)


def records(connection: Connection, portals: Collection[str] | None, at: datetime | None) -> Iterator[Record]:
    """The records published now or at a time, in the order of all records: by portal, entry address and id."""
    table = publications.c
    then: ColumnElement[bool] = _OPEN if at is None else and_(table.since <= at, or_(_OPEN, table.until > at))
    query = select(table.record).where(then)
    if portals is not None:
        query = query.where(table.portal.in_(portals))
    ordered = query.order_by(table.portal, table.entry, func.length(table.report), table.report)
    for row in connection.execute(ordered.execution_options(yield_per=100)):
        yield cast(Record, json.loads(zlib.decompress(row.record)))


def _published(connection: Connection, which: ColumnElement[bool]) -> dict[str, str]:
    rows = connection.execute(select(publications.c.report, publications.c.digest).where(_OPEN, which))
    return {row.report: row.digest for row in rows}


def _put(
    connection: Connection, portal: str, entry: str, report: str, record: str, known: str | None, at: datetime
) -> None:
    digest = _digest(record)
    if digest == known:
        return
    if known:
        _end(connection, report, at)
    row = {"portal": portal, "entry": entry, "report": report, "digest": digest, "since": at}
    connection.execute(insert(publications), row | {"record": zlib.compress(record.encode())})


def _end(connection: Connection, report: str, at: datetime) -> None:
    connection.execute(update(publications).where(publications.c.report == report, _OPEN).values(until=at))


def _told(record: Record) -> str:
    # As reports are stored.
    return json.dumps(record, ensure_ascii=False)


def _digest(record: str) -> str:
    return sha256(record.encode()).hexdigest()
