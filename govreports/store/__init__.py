"""The store: what runs found, in a relational database. SQLite by default; nothing here needs it."""

from govreports.store.engine import StoreError
from govreports.store.queries import CataloguePage, Counts, EntryRow, ReportRow, RunRow
from govreports.store.reports import Change
from govreports.store.standing import Absence, Known, Standing
from govreports.store.store import Store

__all__ = [
    "Absence",
    "CataloguePage",
    "Change",
    "Counts",
    "EntryRow",
    "Known",
    "ReportRow",
    "RunRow",
    "Standing",
    "Store",
    "StoreError",
]
