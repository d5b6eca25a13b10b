"""Making again what follows from the journal: the reports of some entries, and what became of these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from govreports.model.record import Record
from govreports.store import journal, publishing, reports
from govreports.store.journal import JournalRow, Verdict


@dataclass(frozen=True, slots=True)
class Remade:
    """All the journal says of some entries that depend on each other, in its order, each row with what follows from it
    now; `last` is the last row of the journal that was looked at."""

    portal: str
    rows: Sequence[tuple[JournalRow, tuple[Record, ...] | Verdict]]
    last: int

    @property
    def entries(self) -> tuple[str, ...]:
        """The canonical addresses of the entries."""
        return tuple(dict.fromkeys(entry for row, _ in self.rows for entry in row.entries))


@dataclass(frozen=True, slots=True)
class Remaking:
    """The current records of the entries by their ids, as they were and as they are; `overtaken` says that a crawl came
    first."""

    before: Mapping[str, Record]
    after: Mapping[str, Record]
    overtaken: bool = False


def make_again(connection: Connection, remade: Remade, at: datetime) -> Remaking:
    """See `Store.make_again`. What was published is published anew, from `at` on."""
    portal, entries = remade.portal, remade.entries
    fresh = (entry for row in journal.read(connection, [portal], remade.last) for entry in row.entries)
    if not set(entries).isdisjoint(fresh):
        return Remaking({}, {}, overtaken=True)
    before = _records(connection, portal, entries)
    for entry in entries:
        reports.forget(connection, portal, entry)
    for row, outcome in remade.rows:
        _apply(connection, row, outcome)
    publishing.renew(connection, portal, before, entries, at)
    return Remaking(before, _records(connection, portal, entries))


def _apply(connection: Connection, row: JournalRow, outcome: tuple[Record, ...] | Verdict) -> None:
    if isinstance(outcome, Verdict):
        copies = () if isinstance(row.event, Verdict) else row.event.copies
        for url in (*(copy for copy, _ in copies), row.entry):
            reports.save_verdict(connection, row.portal, url, outcome.state, outcome.document_type, outcome.reason)
    elif not isinstance(row.event, Verdict):
        digests = [source.digest for source in row.event.sources]
        reports.save(connection, row.run, row.portal, row.entry, outcome, digests, row.event.copies)


def _records(connection: Connection, portal: str, entries: Sequence[str]) -> dict[str, Record]:
    return {
        report: record
        for entry in entries
        for report, record in reports.current_records(connection, portal, entry).items()
    }
