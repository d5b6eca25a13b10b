"""Snapshots: which responses there were and where the archive keeps them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from govreports.model.exchange import ArchivePlace, Original, Snapshot
from govreports.store.schema import runs, snapshots


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


def _place(row: Row[Any]) -> ArchivePlace:
    return ArchivePlace(row.archive_file, row.archive_offset, row.archive_length, row.payload, row.revisits)
