"""Opening the store's database."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from govreports.store.schema import metadata

BUSY_SECONDS = 30
"""How long a writer waits for another one's transaction; a transaction takes milliseconds."""


class StoreError(Exception):
    """The store cannot be opened; the message names it and the reason."""


def open_engine(url: str) -> Engine:
    """An engine over `url` (an SQLAlchemy URL) with all tables there. Raises StoreError."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreError(f"not a store's URL (like sqlite:///data/govreports.sqlite): {url}") from error
    shown = parsed.render_as_string(hide_password=True)
    try:
        engine = _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else create_engine(parsed)
        metadata.create_all(engine.execution_options(writes=True))
    except (DBAPIError, OSError, NoSuchModuleError, ImportError) as error:
        raise StoreError(f"cannot open the store {shown}: {_reason(error)}") from error
    return engine


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own transaction control begins too late (at the first write): _begin_sqlite does it instead.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    # A killed process loses nothing. A power cut may take the last transactions with it, whole, and what they say is
    # found again: the archive, which is forced to disk record by record, is never behind the store.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock before it reads, so that what it decides on cannot change under it.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _reason(error: Exception) -> str:
    if isinstance(error, DBAPIError):
        return str(error.orig)
    return (isinstance(error, OSError) and error.strerror) or str(error)
