"""Catalogues and the entries they list."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, and_, insert, select, update

from govreports.model.exchange import Entry
from govreports.model.identity import canonical_url
from govreports.store.schema import catalogues, entries


def add_catalogue(connection: Connection, row: Mapping[str, str | int | None]) -> None:
    """Write or overwrite the state of one catalogue page; `row` has a value for every column."""
    this = and_(catalogues.c.portal == row["portal"], catalogues.c.url == row["url"])
    if not connection.execute(update(catalogues).where(this), row).rowcount:
        connection.execute(insert(catalogues), row)


def leave_catalogue(connection: Connection, row: Mapping[str, str | int | None]) -> None:
    """Write a catalogue page that was not asked for, unless an earlier run has read it or failed to."""
    this = and_(catalogues.c.portal == row["portal"], catalogues.c.url == row["url"])
    known = connection.execute(select(catalogues.c.state).where(this)).scalar()
    if known in {None, "not-sought"}:
        add_catalogue(connection, row)


def leave_entry(connection: Connection, portal: str, url: str, reason: str) -> None:
    """Write why an entry stays pending; nothing for one that is not."""
    pending = and_(_this(portal, url), entries.c.state == "pending")
    connection.execute(update(entries).where(pending).values(reason=reason))


def add_entries(connection: Connection, run: int, portal: str, listed: Sequence[Entry]) -> None:
    """Write new entries, touch those known."""
    for entry in listed:
        this = _this(portal, entry.url)
        if not connection.execute(update(entries).where(this).values(last_run=run)).rowcount:
            row = {
                "portal": portal,
                "url": canonical_url(entry.url),
                "address": entry.url,
                "title": entry.title,
                "listed": entry.listed,
                "unit": entry.unit,
                "state": "pending",
                "first_run": run,
                "last_run": run,
            }
            connection.execute(insert(entries), row)


def entry_state(connection: Connection, portal: str, url: str) -> str | None:
    """The state of an entry, None if it is not known."""
    return connection.execute(select(entries.c.state).where(_this(portal, url))).scalar()


def _this(portal: str, url: str) -> ColumnElement[bool]:
    return and_(entries.c.portal == portal, entries.c.url == canonical_url(url))
