"""Where portals stand: their last good run, what it found, what has vanished since, and when pages were asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, insert, select, update

from govreports.model.outcomes import ABSENT, PageClass
from govreports.store import publishing
from govreports.store.schema import absences, checks, entries, runs, standings

UNLISTED = "unlisted"
"""How an entry vanished that no page of a whole walk lists any more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A portal's last good run and the number of entries of its last whole one; `waiting_run` is a failed run whose
    number of entries waits for a person to accept it."""

    portal: str
    last_good_run: int | None = None
    last_good: datetime | None = None
    entries: int | None = None
    waiting_run: int | None = None
    waiting_entries: int | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """An entry that is gone, how that is known (`unlisted`, `gone`, `soft-404`), and since when."""

    portal: str
    url: str
    how: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """What became of an entry, the day it is listed under, when we first saw it, and when its page was seen last."""

    state: str
    listed: str | None
    first_seen: datetime
    checked: datetime | None


def of_portal(connection: Connection, portal: str) -> Standing:
    """Where a portal stands."""
    row = connection.execute(select(standings).where(standings.c.portal == portal)).first()
    return Standing(*row) if row else Standing(portal)


def of_all(connection: Connection) -> list[Standing]:
    """Where every portal that ever had a good run, or a failed one that waits, stands."""
    return [Standing(*row) for row in connection.execute(select(standings).order_by(standings.c.portal))]


def settle(connection: Connection, portal: str, run: int, at: datetime, found: int | None) -> None:
    """A good run has ended: what it stored is published. `found` is the number of entries of a whole walk of the live
    site, which tells what is gone; None for any other."""
    values: dict[str, Any] = {"last_good_run": run, "last_good": at, "waiting_run": None, "waiting_entries": None}
    _put(connection, portal, values | ({} if found is None else {"entries": found}))
    if found is not None:
        _mark_absent(connection, portal, run, at)
    publishing.publish(connection, portal, at)


def wait(connection: Connection, portal: str, run: int, found: int) -> None:
    """A run has failed for its number of entries: it waits for `accept`."""
    _put(connection, portal, {"waiting_run": run, "waiting_entries": found})


def check(connection: Connection, run: int, portal: str, url: str, at: datetime, outcome: PageClass) -> None:
    """Note when the page of an entry (its canonical address) was asked for, and the class that ended in."""
    this = and_(checks.c.portal == portal, checks.c.url == url)
    values = {"time": at, "outcome": outcome, "run": run}
    if not connection.execute(update(checks).where(this).values(values)).rowcount:
        connection.execute(insert(checks), values | {"portal": portal, "url": url})


def known(connection: Connection, portal: str, url: str) -> Known | None:
    """What is known of an entry (its canonical address)."""
    both = entries.join(runs, entries.c.first_run == runs.c.id).outerjoin(
        checks, and_(checks.c.portal == entries.c.portal, checks.c.url == entries.c.url)
    )
    columns = (entries.c.state, entries.c.listed, entries.c.seen, runs.c.started, checks.c.time)
    this = and_(entries.c.portal == portal, entries.c.url == url)
    row = connection.execute(select(*columns).select_from(both).where(this)).first()
    return Known(row.state, row.listed, row.started, row.time or row.seen) if row else None


def absent(connection: Connection) -> list[Absence]:
    """What is gone, by portal and address."""
    table = absences.c
    rows = connection.execute(select(absences).where(table.until.is_(None)).order_by(table.portal, table.url))
    return [Absence(row.portal, row.url, row.how, row.since) for row in rows]


def _mark_absent(connection: Connection, portal: str, run: int, at: datetime) -> None:
    missing = _missing(connection, portal, run)
    rows = connection.execute(select(absences).where(absences.c.portal == portal, absences.c.until.is_(None)))
    known = {row.url: row.how for row in rows}
    for url in known.keys() - missing.keys():
        connection.execute(update(absences).where(_open(portal, url)).values(until=at))
    for url, how in missing.items():
        if url not in known:
            row = {"portal": portal, "url": url, "how": how, "since": at}
            connection.execute(insert(absences), row)


def _missing(connection: Connection, portal: str, run: int) -> Mapping[str, str]:
    """The entries that a whole walk did not find, and those whose pages are not there any more."""
    unlisted = select(entries.c.url).where(entries.c.portal == portal, entries.c.last_run < run)
    missing = dict.fromkeys(connection.execute(unlisted).scalars(), UNLISTED)
    gone = select(checks.c.url, checks.c.outcome).where(checks.c.portal == portal, checks.c.outcome.in_(ABSENT))
    return missing | {row.url: row.outcome for row in connection.execute(gone)}


def _open(portal: str, url: str) -> ColumnElement[bool]:
    return and_(absences.c.portal == portal, absences.c.url == url, absences.c.until.is_(None))


def _put(connection: Connection, portal: str, values: Mapping[str, Any]) -> None:
    if not connection.execute(update(standings).where(standings.c.portal == portal).values(**values)).rowcount:
        connection.execute(insert(standings), {"portal": portal, **values})
