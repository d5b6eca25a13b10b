"""The journal: what runs have read at each entry, in its order, and which verdicts they came to without reading. It is
what happened, so it is kept; the reports and the states of the entries follow from it and can be made again."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from govreports.model.exchange import Entry
from govreports.model.finding import Finding
from govreports.model.identity import canonical_url
from govreports.model.reading import Reading, Source
from govreports.store.schema import journal


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an entry was found to be without parsing a page of it: by its title, or because its page did not come."""

    state: str
    document_type: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class JournalRow:
    """What a run did at an entry (its canonical address)."""

    id: int
    run: int
    portal: str
    entry: str
    event: Reading | Verdict

    @property
    def entries(self) -> tuple[str, ...]:
        """The canonical addresses of all entries it decides on."""
        copies = self.event.copies if isinstance(self.event, Reading) else ()
        return tuple(dict.fromkeys((self.entry, *(canonical_url(url) for url, _ in copies))))


def note(connection: Connection, run: int, portal: str, entry: str, event: Reading | Verdict) -> None:
    """Write what was done at an entry, unless it is what was done there the last time."""
    told = json.dumps(_told(event), ensure_ascii=False)
    of_entry = select(journal.c.event).where(journal.c.portal == portal, journal.c.entry == entry)
    if connection.execute(of_entry.order_by(journal.c.id.desc()).limit(1)).scalar() != told:
        connection.execute(insert(journal), {"run": run, "portal": portal, "entry": entry, "event": told})


def entries(connection: Connection, portals: Collection[str] | None) -> int:
    """At how many entries something was done."""
    distinct = select(journal.c.portal, journal.c.entry).distinct()
    if portals is not None:
        distinct = distinct.where(journal.c.portal.in_(portals))
    return connection.execute(select(func.count()).select_from(distinct.subquery())).scalar_one()


def read(connection: Connection, portals: Collection[str] | None, after: int = 0) -> Iterator[JournalRow]:
    """The journal in its order, of all portals or these, from behind a row on."""
    query = select(journal).where(journal.c.id > after).order_by(journal.c.id)
    if portals is not None:
        query = query.where(journal.c.portal.in_(portals))
    for row in connection.execute(query.execution_options(yield_per=1000)):
        yield _row(row)


def decided_since(connection: Connection, portal: str, row: int) -> set[str]:
    """The canonical addresses of the entries of a portal that the journal decides on behind a row."""
    newest = select(func.max(journal.c.id)).where(journal.c.portal == portal)
    if (connection.execute(newest).scalar() or 0) <= row:
        return set()
    return {entry for each in read(connection, [portal], row) for entry in each.entries}


def _told(event: Reading | Verdict) -> dict[str, Any]:
    if isinstance(event, Verdict):
        return asdict(event)
    entry = event.entry
    return {
        "entry": {"url": entry.url, "title": entry.title, "listed": entry.listed, "unit": entry.unit},
        "sources": [asdict(source) for source in event.sources],
        "findings": [[finding.code, finding.severity, finding.message] for finding in event.findings],
        "copies": event.copies,
    }


def _row(row: Row[Any]) -> JournalRow:
    told: Mapping[str, Any] = json.loads(row.event)
    event: Reading | Verdict
    if "sources" in told:
        event = Reading(
            Entry(**told["entry"]),
            tuple(Source(**source) for source in told["sources"]),
            tuple(Finding(*finding) for finding in told["findings"]),
            tuple((url, reason) for url, reason in told["copies"]),
        )
    else:
        event = Verdict(**told)
    return JournalRow(row.id, row.run, row.portal, row.entry, event)
