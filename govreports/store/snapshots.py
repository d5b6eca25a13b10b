"""Snapshots: which responses there were and where the archive keeps them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Row, cast, func, insert, select

from govreports.model.exchange import ArchivePlace, IndexRow, Original, Snapshot
from govreports.store.schema import runs, snapshots

OK, NOT_MODIFIED = 200, 304


@dataclass(frozen=True, slots=True)
class Holding:
    """How much the archive keeps of a portal: `length` in bytes of the response records, revisits among them."""

    portal: str
    responses: int
    revisits: int
    length: int
    first: datetime
    last: datetime


def has(connection: Connection, url: str, time: datetime, digest: str) -> bool:
    """Whether this response is known."""
    known = select(snapshots.c.id).where(snapshots.c.url == url, snapshots.c.time == time, snapshots.c.digest == digest)
    return connection.execute(known).first() is not None


def original(connection: Connection, url: str, payload: str) -> Original | None:
    """The last record of an address that holds a body with that digest."""
    same = (snapshots.c.url == url, snapshots.c.payload == payload, snapshots.c.revisits.is_(False))
    row = connection.execute(select(snapshots).where(*same).order_by(snapshots.c.id.desc()).limit(1)).first()
    return None if row is None else Original(row.url, row.time, _place(row))


def indexed(connection: Connection) -> dict[str, int]:
    """Where the last record of each file of the archive ends."""
    end = func.max(snapshots.c.archive_offset + snapshots.c.archive_length)
    rows = connection.execute(select(snapshots.c.archive_file, end).group_by(snapshots.c.archive_file))
    return {row[0]: row[1] for row in rows}


def index_rows(connection: Connection, file: str) -> list[IndexRow]:
    """The rows of one file of the archive."""
    rows = select(snapshots).where(snapshots.c.archive_file == file).order_by(snapshots.c.archive_offset)
    return [_index_row(row) for row in connection.execute(rows)]


def of_addresses(connection: Connection, urls: Collection[str]) -> list[IndexRow]:
    """All responses of these addresses that have something to say themselves, the oldest first."""
    told = select(snapshots).where(snapshots.c.url.in_(urls), snapshots.c.status != NOT_MODIFIED)
    return [_index_row(row) for row in connection.execute(told.order_by(snapshots.c.time, snapshots.c.id))]


def last_page(connection: Connection, url: str) -> IndexRow | None:
    """The last response of an address, if it was its page: what came after it and was refused or withheld tells that
    the site is in no order to compare with. That nothing had changed is no such answer."""
    of_url = select(snapshots).where(snapshots.c.url == url, snapshots.c.status != NOT_MODIFIED)
    row = connection.execute(of_url.order_by(snapshots.c.time.desc(), snapshots.c.id.desc()).limit(1)).first()
    return _index_row(row) if row is not None and row.status == OK else None


def holdings(connection: Connection) -> list[Holding]:
    """What the archive keeps of each portal."""
    columns = (
        snapshots.c.portal,
        func.count(),
        func.sum(cast(snapshots.c.revisits, Integer)),
        func.sum(snapshots.c.archive_length),
        func.min(snapshots.c.time, type_=snapshots.c.time.type),
        func.max(snapshots.c.time, type_=snapshots.c.time.type),
    )
    rows = connection.execute(select(*columns).group_by(snapshots.c.portal).order_by(snapshots.c.portal))
    return [Holding(*row) for row in rows]


def places(connection: Connection, digests: Collection[str]) -> dict[str, ArchivePlace]:
    """Where bodies of these digests lie; a record that holds one itself goes before a revisit."""
    query = select(snapshots).where(snapshots.c.digest.in_(digests)).order_by(snapshots.c.revisits.desc())
    return {row.digest: _place(row) for row in connection.execute(query)}


def add(connection: Connection, run: int | None, portal: str, snapshot: Snapshot, place: ArchivePlace) -> None:
    """Note a response, once."""
    if has(connection, snapshot.url, snapshot.time, snapshot.digest):
        return
    row = {
        "portal": portal,
        "run": run,
        "url": snapshot.url,
        "time": snapshot.time,
        "digest": snapshot.digest,
        "status": snapshot.status,
        "role": snapshot.fetch.role,
        "archive_file": place.file,
        "archive_offset": place.offset,
        "archive_length": place.length,
        "payload": place.payload,
        "revisits": place.revisits,
    }
    connection.execute(insert(snapshots), row)


def seen_together(connection: Connection, run: int, portal: str, digests: Sequence[str]) -> datetime:
    """When these bodies were last seen as one report: the earliest of their last times. A run's start stands in for
    bodies the store never heard of."""
    last = (
        select(func.max(snapshots.c.time, type_=snapshots.c.time.type).label("last"))
        .where(snapshots.c.portal == portal, snapshots.c.digest.in_(digests))
        .group_by(snapshots.c.digest)
    )
    times: list[datetime] = [row.last for row in connection.execute(last)]
    if times:
        return min(times)
    started: datetime = connection.execute(select(runs.c.started).where(runs.c.id == run)).scalar_one()
    return started


def _index_row(row: Row[Any]) -> IndexRow:
    return IndexRow(_place(row), row.url, row.time, row.digest)


def _place(row: Row[Any]) -> ArchivePlace:
    return ArchivePlace(row.archive_file, row.archive_offset, row.archive_length, row.payload, row.revisits)
