"""The store: what runs found, in a relational database. SQLite by default; nothing here needs it."""

from govreports.store.engine import StoreError
from govreports.store.queries import CatalogueRow, Counts, EntryRow, RunRow
from govreports.store.reports import Change
from govreports.store.store import Store

__all__ = ["CatalogueRow", "Change", "Counts", "EntryRow", "RunRow", "Store", "StoreError"]
