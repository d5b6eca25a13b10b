"""Making again what follows from the journal: the reports of some entries, and what became of these."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from govreports.model.record import Record
from govreports.store import journal, publishing, reports
from govreports.store.journal import JournalRow, Verdict
from govreports.store.reports import Kept


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


def make_again(connection: Connection, remade: Sequence[Remade], at: datetime) -> list[Remaking]:
    """See `Store.make_again`. What was published is published anew, from `at` on."""
    found: dict[int, Remaking] = {}
    for portal in dict.fromkeys(each.portal for each in remade):
        own = {number: each for number, each in enumerate(remade) if each.portal == portal}
        decided = journal.decided_since(connection, portal, min(each.last for each in own.values()))
        for number in [number for number, each in own.items() if not decided.isdisjoint(each.entries)]:
            del own[number]
            found[number] = Remaking({}, {}, overtaken=True)
        found |= zip(own, _made_again(connection, portal, list(own.values()), at), strict=True)
    return [found[number] for number in range(len(remade))]


def _made_again(connection: Connection, portal: str, remade: Sequence[Remade], at: datetime) -> list[Remaking]:
    """The same for one portal. All are forgotten together: a statement costs more than what it does."""
    entries = [entry for each in remade for entry in each.entries]
    stored = reports.current_records(connection, portal, entries)
    before = {report: _record(kept.text) for report, kept in stored.items()}
    reports.forget(connection, portal, entries)
    for each in remade:
        for row, outcome in each.rows:
            _apply(connection, row, outcome)
    publishing.renew(connection, portal, before, entries, at)
    now = reports.current_records(connection, portal, entries)
    # Most often nothing has changed, and what is the same need not be read again.
    after = {
        report: before[report] if kept == stored.get(report) else _record(kept.text) for report, kept in now.items()
    }
    return [Remaking(_of(each, stored, before), _of(each, now, after)) for each in remade]


def _of(remade: Remade, kept: Mapping[str, Kept], records: Mapping[str, Record]) -> dict[str, Record]:
    """The records that belong to its entries."""
    entries = set(remade.entries)
    return {report: records[report] for report, each in kept.items() if each.entry in entries}


def _apply(connection: Connection, row: JournalRow, outcome: tuple[Record, ...] | Verdict) -> None:
    if isinstance(outcome, Verdict):
        copies = () if isinstance(row.event, Verdict) else row.event.copies
        for url in (*(copy for copy, _ in copies), row.entry):
            reports.save_verdict(connection, row.portal, url, outcome.state, outcome.document_type, outcome.reason)
    elif not isinstance(row.event, Verdict):
        digests = [source.digest for source in row.event.sources]
        reports.save(connection, row.run, row.portal, row.entry, outcome, digests, row.event.copies)


def _record(text: str) -> Record:
    return cast(Record, json.loads(text))
