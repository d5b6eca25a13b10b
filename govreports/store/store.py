"""The store as the other rooms see it: one transaction a call."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from govreports.model.exchange import ArchivePlace, Entry, IndexRow, Original, Snapshot
from govreports.model.finding import Finding
from govreports.model.identity import canonical_url
from govreports.model.outcomes import PageClass, RunClass
from govreports.model.reading import Reading
from govreports.model.record import Record
from govreports.store import catalogues, journal, publishing, queries, remaking, reports, runs, snapshots, standing
from govreports.store.engine import open_engine
from govreports.store.journal import JournalRow
from govreports.store.queries import CataloguePage, Counts, EntryRow, ReportRow, RunRow
from govreports.store.remaking import Remade, Remaking
from govreports.store.reports import Change
from govreports.store.snapshots import Holding
from govreports.store.standing import Absence, Known, Standing


class Store:
    """What runs found. Every method that writes is one transaction: done when it returns, or not at all."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)

    @classmethod
    def open(cls, url: str) -> Self:
        """The store at an SQLAlchemy URL, its tables made if need be. Raises StoreError, which names the store."""
        return cls(open_engine(url))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add_portal(self, portal: str, row: Mapping[str, object]) -> None:
        """Keep a portal's registry row as this run knows it (`Portal.model_dump(mode="json")`)."""
        with self._writer.begin() as connection:
            runs.add_portal(connection, portal, row)

    def begin_run(self, portal: str, kind: str, started: datetime) -> int:
        """Note that a run (`crawl` or `replay`) of a portal has begun; its number."""
        with self._writer.begin() as connection:
            return runs.begin(connection, portal, kind, started)

    def end_run(self, run: int, outcome: RunClass, ended: datetime, findings: Sequence[Finding] = ()) -> None:
        """Note how a run ended. A run without an end was killed; what it stored is valid all the same. Nothing is
        published by this: `settle` does that."""
        with self._writer.begin() as connection:
            runs.end(connection, run, outcome, ended, findings)

    def settle(self, portal: str, run: int, at: datetime, found: int | None) -> None:
        """A good run: what is stored of its portal is published from now on, and what a whole walk of the live site
        (`found` entries; None for any other run) did not see is marked as gone. Nothing is ever deleted."""
        with self._writer.begin() as connection:
            standing.settle(connection, portal, run, at, found)

    def wait(self, portal: str, run: int, found: int) -> None:
        """A run that failed for its number of entries alone: `accept` may make it good."""
        with self._writer.begin() as connection:
            standing.wait(connection, portal, run, found)

    def accept(self, portal: str, at: datetime) -> Standing:
        """Make the run that waits for it a good one: its number of entries is what the next ones are held against.
        Where the portal stood. Raises LookupError if none waits."""
        with self._writer.begin() as connection:
            before = standing.of_portal(connection, portal)
            if before.waiting_run is None:
                raise LookupError(f"no run of {portal} waits to be accepted")
            standing.settle(connection, portal, before.waiting_run, at, before.waiting_entries)
            return before

    def standing(self, portal: str) -> Standing:
        """Where a portal stands."""
        with self._engine.begin() as connection:
            return standing.of_portal(connection, portal)

    def standings(self) -> list[Standing]:
        """Where every portal stands that ever had a good run, or has one that waits, by id."""
        with self._engine.begin() as connection:
            return standing.of_all(connection)

    def absences(self) -> list[Absence]:
        """Every entry that is gone, by portal and address."""
        with self._engine.begin() as connection:
            return standing.absent(connection)

    def check(self, run: int, portal: str, url: str, at: datetime, outcome: PageClass) -> None:
        """Note that an entry's page was asked for on the live web, and the class that ended in."""
        with self._writer.begin() as connection:
            standing.check(connection, run, portal, canonical_url(url), at, outcome)

    def known(self, portal: str, url: str) -> Known | None:
        """What is known of an entry; None for an address never listed."""
        with self._engine.begin() as connection:
            return standing.known(connection, portal, canonical_url(url))

    def published(self, portals: Collection[str] | None = None, at: datetime | None = None) -> Iterator[Record]:
        """The records as the last good run of each portal left them, or as they were published at a time; in the order
        of `records`."""
        with self._engine.begin() as connection:
            yield from publishing.records(connection, portals, at)

    def add_snapshot(self, run: int | None, portal: str, snapshot: Snapshot, place: ArchivePlace) -> None:
        """Note where the archive keeps a response; without a run, if it is not known whose it was. The same url, time
        and digest again changes nothing."""
        with self._writer.begin() as connection:
            snapshots.add(connection, run, portal, snapshot, place)

    def has_snapshot(self, url: str, time: datetime, digest: str) -> bool:
        """Whether the archive keeps this response already."""
        with self._engine.begin() as connection:
            return snapshots.has(connection, url, time, digest)

    def original(self, url: str, payload: str) -> Original | None:
        """The response of that address which the archive keeps with a body of that digest (as stored), if there is."""
        with self._engine.begin() as connection:
            return snapshots.original(connection, url, payload)

    def indexed(self) -> dict[str, int]:
        """For each file of the archive that has rows here: where, in bytes, the last record with a row ends."""
        with self._engine.begin() as connection:
            return snapshots.indexed(connection)

    def index_rows(self, file: str) -> list[IndexRow]:
        """The index of one file of the archive, by offset."""
        with self._engine.begin() as connection:
            return snapshots.index_rows(connection, file)

    def responses(self, urls: Collection[str]) -> list[IndexRow]:
        """Where the archive keeps the responses of these addresses, the oldest first; that nothing has changed since (a
        304) is none."""
        with self._engine.begin() as connection:
            return snapshots.of_addresses(connection, urls)

    def last_page(self, url: str) -> IndexRow | None:
        """The last response of an address, if that was its page and no refusal."""
        with self._engine.begin() as connection:
            return snapshots.last_page(connection, url)

    def holdings(self) -> list[Holding]:
        """What the archive keeps of each portal, by its id; "" are responses nobody's portal is known for."""
        with self._engine.begin() as connection:
            return snapshots.holdings(connection)

    def add_catalogue(
        self,
        run: int,
        portal: str,
        url: str,
        unit: str | None,
        state: str,
        reason: str | None,
        declared_total: int | None,
        entries: int,
    ) -> None:
        """Note the last state (`read` or `not-reached`) of a catalogue page and how many entries it held."""
        with self._writer.begin() as connection:
            catalogues.add_catalogue(
                connection,
                {
                    "portal": portal,
                    "url": url,
                    "unit": unit,
                    "state": state,
                    "reason": reason,
                    "declared_total": declared_total,
                    "entries": entries,
                    "run": run,
                },
            )

    def leave_catalogue(self, run: int, portal: str, url: str, unit: str | None, reason: str) -> None:
        """Note a catalogue page that a run did not ask for (`not-sought`) and why. What is known of it stays."""
        row = {"portal": portal, "url": url, "unit": unit, "state": "not-sought", "reason": reason, "run": run}
        with self._writer.begin() as connection:
            catalogues.leave_catalogue(connection, row | {"declared_total": None, "entries": 0})

    def leave_entry(self, portal: str, url: str, reason: str) -> None:
        """Note why an entry that is pending was not fetched."""
        with self._writer.begin() as connection:
            catalogues.leave_entry(connection, portal, url, reason)

    def add_entries(self, run: int, portal: str, entries: Sequence[Entry]) -> None:
        """Note what a catalogue lists. An address is one entry however often it is listed; its first title stays."""
        with self._writer.begin() as connection:
            catalogues.add_entries(connection, run, portal, entries)

    def entry_state(self, portal: str, url: str) -> str | None:
        """`pending`, `report`, `not-a-report`, `unreadable`, or None for an address never listed."""
        with self._engine.begin() as connection:
            return catalogues.entry_state(connection, portal, url)

    def save_reports(
        self,
        run: int,
        portal: str,
        entry_url: str,
        records: Sequence[Record],
        snapshots: Sequence[str],
        copies: Sequence[tuple[str, str]] = (),
        reading: Reading | None = None,
    ) -> Change:
        """Store what an entry's page (and further pages, attachments: `snapshots` are their digests) holds, and mark
        the entry done. Versions are counted here: the records' own are not looked at. `copies` are other entries that
        are the same report, each with the reason: they are done with it (`copy`), and give none of their own.
        `reading` goes into the journal: a rebuild reads the same again."""
        with self._writer.begin() as connection:
            if reading:
                journal.note(connection, run, portal, canonical_url(entry_url), reading)
            return reports.save(connection, run, portal, entry_url, records, snapshots, copies)

    def save_verdict(
        self,
        run: int,
        portal: str,
        entry_url: str,
        state: str,
        document_type: str | None,
        reason: str,
        reading: Reading | None = None,
    ) -> Change:
        """Mark an entry done that gave no report: `not-a-report`, which retires what it gave before, or `unreadable`,
        which does not: a page that cannot be read today does not unsay what it said. `reading` is what the verdict
        comes from, where a page was read; its copies share it. The journal keeps it, or else the verdict."""
        told = (state, document_type, reason)
        with self._writer.begin() as connection:
            journal.note(connection, run, portal, canonical_url(entry_url), reading or journal.Verdict(*told))
            for copy, _ in reading.copies if reading else ():
                reports.save_verdict(connection, portal, copy, *told)
            return reports.save_verdict(connection, portal, entry_url, *told)

    def journal(self, portals: Collection[str] | None = None) -> list[JournalRow]:
        """What runs did at the entries of all portals, or these, in its order."""
        with self._engine.begin() as connection:
            return list(journal.read(connection, portals))

    def journaled(self, portals: Collection[str] | None = None) -> int:
        """At how many entries of all portals, or these, the journal says something was done."""
        with self._engine.begin() as connection:
            return journal.entries(connection, portals)

    def places(self, digests: Collection[str]) -> dict[str, ArchivePlace]:
        """Where the archive keeps bodies of these digests; what it does not keep is left out."""
        with self._engine.begin() as connection:
            return snapshots.places(connection, digests)

    def make_again(self, remade: Sequence[Remade]) -> list[Remaking]:
        """Replace what follows from some stretches of the journal by what follows from it now. What a crawl has gone on
        with meanwhile is left as the crawl left it."""
        at = datetime.now(UTC)
        with self._writer.begin() as connection:
            return remaking.make_again(connection, remade, at)

    def records(self, portals: Collection[str] | None = None) -> Iterator[Record]:
        """The current records, by portal, entry address and id; of all portals if none is named."""
        with self._engine.begin() as connection:
            yield from queries.records(connection, portals)

    def record(self, report: str) -> Record:
        """The current record of that id. Raises LookupError."""
        with self._engine.begin() as connection:
            return queries.record(connection, report)

    def versions(self, report: str) -> list[Record]:
        """Every version of one report, the oldest first."""
        with self._engine.begin() as connection:
            return queries.versions(connection, report)

    def counts(self, portal: str) -> Counts:
        """How much the store holds of a portal."""
        with self._engine.begin() as connection:
            return queries.counts(connection, portal)

    def portals(self) -> list[Mapping[str, object]]:
        """The registry rows of all portals that ever ran, by id."""
        with self._engine.begin() as connection:
            return queries.portals(connection)

    def clocks(self) -> dict[str, datetime]:
        """When each portal was last seen, by the time of its snapshots: a recording's own clock in a replay."""
        with self._engine.begin() as connection:
            return queries.clocks(connection)

    def reports(self) -> list[ReportRow]:
        """All current reports without their records, by portal, entry address and id."""
        with self._engine.begin() as connection:
            return queries.report_rows(connection)

    def runs(self) -> list[RunRow]:
        """All runs, the oldest first."""
        with self._engine.begin() as connection:
            return queries.runs(connection)

    def entries(self) -> list[EntryRow]:
        """All entries, by portal and address."""
        with self._engine.begin() as connection:
            return queries.entries(connection)

    def catalogues(self) -> list[CataloguePage]:
        """The last state of every catalogue page, by portal and address."""
        with self._engine.begin() as connection:
            return queries.catalogues(connection)
