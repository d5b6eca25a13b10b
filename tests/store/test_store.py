"""The store: an entry is done with its reports or not at all, and an export never depends on the order of events."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from govreports.model.exchange import ArchivePlace, Entry, Fetch, Snapshot
from govreports.model.finding import Finding
from govreports.model.identity import entry_identity, further_identity
from govreports.model.record import Record, StatisticRecord
from govreports.store import Store, StoreError
from govreports.store.schema import metadata, reports, statistics

NOON = datetime(2019, 3, 1, 12, tzinfo=UTC)
PORTAL = "yunhe"
URL = "http://www.yunhe.gov.test/xxgk/nb/1.html"
ENTRY = Entry(URL, "云河县2012年政府信息公开年报", "2013-03-01", "云河县人民政府")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened:
        yield opened


@pytest.fixture
def run(store: Store) -> int:
    run = store.begin_run(PORTAL, "replay", NOON)
    store.add_entries(run, PORTAL, [ENTRY])
    return run


def statistic(value: float | None = 3, **fields: object) -> StatisticRecord:
    made = {
        "indicator": "requests.received", "label": None, "value": value, "measure": "件", "as_stated": "3",
        "qualifier": "exact", "stated": "number", "period": "year", "scope": "own", "preferred": True,
        "derived_from": [], "start": 0, "end": 9, "quote": "收到申请3件", "table": None, "row": None, "column": None,
        "pdf_page": None, "box": None, **fields,
    }  # fmt: skip
    return cast(StatisticRecord, made)


def record(text: str = "全年收到申请3件。", *, number: int = 1, url: str = URL, **fields: object) -> Record:
    made = {
        "id": further_identity(entry_identity(PORTAL, url), number), "version": 1, "snapshot": "sha256:aa", "url": url,
        "portal": PORTAL, "document_type": "annual-report", "title": ENTRY.title, "unit": ENTRY.unit,
        "publisher": None, "region": None, "year": 2012, "covers": None, "form": "narrative", "published": None,
        "source": None, "index_number": None, "breadcrumb": [], "metadata": {}, "dates": [], "attachments": [],
        "documents": [], "text": text, "sections": [], "tables": [], "statistics": [statistic()],
        "candidates": [{"indicator": "disclosed", "reason": "?", "start": 0, "end": 2, "quote": "全年"}],
        "findings": [{"code": "late", "severity": "info", "message": "Late.", "indicators": [], "evidence": []}],
        "repairs": [], "parser_version": "1", **fields,
    }  # fmt: skip
    return cast(Record, made)


def snapshot(body: bytes, time: datetime = NOON, url: str = URL) -> Snapshot:
    return Snapshot(Fetch(url, "report"), url, time, 200, {}, body)


def see(store: Store, run: int, body: bytes, time: datetime = NOON) -> str:
    """Archive a body as seen at a time; its digest."""
    seen = snapshot(body, time)
    store.add_snapshot(run, PORTAL, seen, ArchivePlace("a.warc.gz", 0, 10))
    return seen.digest


class TestEntries:
    def test_a_link_listed_twice_is_one_entry_with_its_first_title(self, store: Store, run: int) -> None:
        store.add_entries(run, PORTAL, [Entry(URL + "#top", "另一个标题")])
        assert [(entry.url, entry.title) for entry in store.entries()] == [(entry_url(store), ENTRY.title)]

    def test_begins_pending_and_is_unknown_before(self, store: Store, run: int) -> None:
        assert store.entry_state(PORTAL, URL) == "pending"
        assert store.entry_state(PORTAL, URL + "x") is None
        assert store.entry_state("another", URL) is None

    def test_is_done_with_its_report(self, store: Store, run: int) -> None:
        store.save_reports(run, PORTAL, URL, [record()], ["sha256:aa"])
        assert store.entry_state(PORTAL, URL) == "report"

    def test_stays_pending_when_its_report_cannot_be_stored(self, store: Store, run: int) -> None:
        unwritable = record(statistics=[statistic(), {**statistic(), "qualifier": None}])
        with pytest.raises(IntegrityError, match="NOT NULL"):
            store.save_reports(run, PORTAL, URL, [unwritable], ["sha256:aa"])
        assert store.entry_state(PORTAL, URL) == "pending"
        assert list(store.records()) == []

    def test_no_report_without_an_entry(self, store: Store, run: int) -> None:
        with pytest.raises(LookupError, match="no catalogue of yunhe lists"):
            store.save_reports(run, PORTAL, URL + "x", [record()], [])

    def test_verdicts(self, store: Store, run: int) -> None:
        reason = "the title says 指南"
        assert store.save_verdict(run, PORTAL, URL, "not-a-report", "guide", reason) == "new"
        assert store.save_verdict(run, PORTAL, URL, "not-a-report", "guide", reason) == "unchanged"
        [entry] = store.entries()
        assert (entry.state, entry.document_type, entry.reason) == ("not-a-report", "guide", reason)

    def test_a_page_unreadable_today_does_not_unsay_its_report(self, store: Store, run: int) -> None:
        store.save_reports(run, PORTAL, URL, [record()], ["sha256:aa"])
        assert store.save_verdict(run, PORTAL, URL, "unreadable", None, "status 404") == "unchanged"
        assert store.entry_state(PORTAL, URL) == "report"

    def test_a_page_found_to_be_no_report_retires_what_it_gave(self, store: Store, run: int) -> None:
        store.save_reports(run, PORTAL, URL, [record()], ["sha256:aa"])
        assert store.save_verdict(run, PORTAL, URL, "not-a-report", "notice", "…") == "changed"
        assert list(store.records()) == []
        assert len(store.versions(record()["id"])) == 1


class TestReports:
    def test_comes_out_as_it_went_in(self, store: Store, run: int) -> None:
        assert store.save_reports(run, PORTAL, URL, [record()], ["sha256:aa"]) == "new"
        assert list(store.records()) == [record()]

    def test_the_same_page_twice_is_one_report(self, store: Store, run: int) -> None:
        store.save_reports(run, PORTAL, URL, [record()], ["sha256:aa"])
        assert store.save_reports(run, PORTAL, URL, [record()], ["sha256:aa"]) == "unchanged"
        assert list(store.records()) == [record()]

    def test_a_changed_text_is_a_new_version_and_the_old_is_kept(self, store: Store, run: int) -> None:
        first, second = record("收到申请3件。"), record("收到申请4件。")
        store.save_reports(run, PORTAL, URL, [first], [see(store, run, b"first")])
        later = see(store, run, b"second", NOON + timedelta(days=1))
        assert store.save_reports(run, PORTAL, URL, [second], [later]) == "changed"
        assert list(store.records()) == [{**second, "version": 2}]
        assert store.versions(first["id"]) == [first, {**second, "version": 2}]

    def test_a_text_that_comes_back_is_the_version_it_was(self, store: Store, run: int) -> None:
        first, second = record("收到申请3件。"), record("收到申请4件。")
        for day, (body, text) in enumerate([(b"first", first), (b"second", second), (b"first", first)]):
            store.save_reports(run, PORTAL, URL, [text], [see(store, run, body, NOON + timedelta(days=day))])
        assert list(store.records()) == [first]
        assert len(store.versions(first["id"])) == 2

    def test_an_old_recording_replayed_again_changes_nothing(self, store: Store, run: int) -> None:
        first, second = record("收到申请3件。"), record("收到申请4件。")
        old = see(store, run, b"first")
        store.save_reports(run, PORTAL, URL, [first], [old])
        store.save_reports(run, PORTAL, URL, [second], [see(store, run, b"second", NOON + timedelta(days=1))])
        assert store.save_reports(run, PORTAL, URL, [first], [old]) == "unchanged"
        assert list(store.records()) == [{**second, "version": 2}]

    def test_the_same_bytes_read_better_are_the_same_version(self, store: Store, run: int) -> None:
        digest = see(store, run, b"page")
        store.save_reports(run, PORTAL, URL, [record("打印 收到申请3件。")], [digest])
        better = record("收到申请3件。", statistics=[])
        assert store.save_reports(run, PORTAL, URL, [better], [digest]) == "changed"
        assert store.versions(better["id"]) == [better]
        assert store.counts(PORTAL).statistics == 0

    def test_other_chrome_around_the_same_text_is_no_version(self, store: Store, run: int) -> None:
        store.save_reports(run, PORTAL, URL, [record()], [see(store, run, b"first")])
        again = record(snapshot="sha256:bb")
        store.save_reports(run, PORTAL, URL, [again], [see(store, run, b"second", NOON + timedelta(days=1))])
        assert store.versions(again["id"]) == [again]
        assert store.save_reports(run, PORTAL, URL, [record()], [snapshot(b"first").digest]) == "unchanged"
        assert store.versions(again["id"]) == [again]

    def test_two_reports_on_one_page_and_later_one(self, store: Store, run: int) -> None:
        both = [record("县政府年报。"), record("办公室年报。", number=2)]
        store.save_reports(run, PORTAL, URL, both, [see(store, run, b"both")])
        assert list(store.records()) == both
        later = see(store, run, b"one", NOON + timedelta(days=1))
        assert store.save_reports(run, PORTAL, URL, both[:1], [later]) == "changed"
        assert list(store.records()) == both[:1]

    def test_come_out_by_portal_and_address_in_whatever_order_they_went_in(self, store: Store, run: int) -> None:
        urls = [f"http://www.yunhe.gov.test/xxgk/nb/{name}.html" for name in "cab"]
        for url in urls:
            store.add_entries(run, PORTAL, [Entry(url, "年报")])
            store.save_reports(run, PORTAL, url, [record(url, url=url)], [f"sha256:{url}"])
        assert [each["url"] for each in store.records([PORTAL])] == sorted(urls)
        assert list(store.records(["another"])) == []

    def test_are_found_by_their_id(self, store: Store, run: int) -> None:
        store.save_reports(run, PORTAL, URL, [record()], ["sha256:aa"])
        assert store.record(record()["id"]) == record()
        with pytest.raises(LookupError, match="no current report 00"):
            store.record("00")


class TestNumbers:
    @pytest.mark.parametrize("value", [0, 3, 1.5, 0.1, 12345678901234567, None])
    def test_are_kept_to_the_last_digit(self, tmp_path: Path, value: float | None) -> None:
        url = f"sqlite:///{tmp_path / 'numbers.sqlite'}"
        with Store.open(url) as store:
            run = store.begin_run(PORTAL, "replay", NOON)
            store.add_entries(run, PORTAL, [ENTRY])
            store.save_reports(run, PORTAL, URL, [record(statistics=[statistic(value)])], ["sha256:aa"])
        with create_engine(url).connect() as connection:
            kept = connection.execute(select(statistics.c.value)).scalar_one()
        assert kept == (None if value is None else Decimal(str(value)))


class TestSnapshots:
    def test_one_response_is_one_row(self, store: Store, run: int, tmp_path: Path) -> None:
        digest = see(store, run, b"page")
        see(store, run, b"page")
        assert store.has_snapshot(URL, NOON, digest)
        assert not store.has_snapshot(URL, NOON + timedelta(seconds=1), digest)
        with sqlite3.connect(tmp_path / "store.sqlite") as connection:
            rows = connection.execute("select digest, archive_file, archive_offset, role from snapshots").fetchall()
        assert rows == [(digest, "a.warc.gz", 0, "report")]

    def test_a_time_without_a_zone_is_refused(self, store: Store) -> None:
        with pytest.raises(Exception, match="without a zone"):
            store.begin_run(PORTAL, "replay", datetime(2019, 3, 1))


class TestRuns:
    def test_a_killed_run_has_no_outcome(self, store: Store) -> None:
        ended, killed = (store.begin_run(PORTAL, "crawl", NOON) for _ in range(2))
        store.end_run(ended, "finished", NOON + timedelta(minutes=1), [Finding("blocked", "error", "…")])
        assert [(run.id, run.outcome, run.started) for run in store.runs()] == [
            (ended, "finished", NOON),
            (killed, None, NOON),
        ]

    def test_a_catalogue_page_has_its_last_state(self, store: Store) -> None:
        first, second = (store.begin_run(PORTAL, "crawl", NOON) for _ in range(2))
        store.add_catalogue(first, PORTAL, URL, "云河县人民政府", "not-reached", "status 503", None, 0)
        store.add_catalogue(second, PORTAL, URL, "云河县人民政府", "read", None, 21, 15)
        [catalogue] = store.catalogues()
        assert (catalogue.state, catalogue.reason, catalogue.declared_total, catalogue.entries) == (
            "read",
            None,
            21,
            15,
        )

    def test_nothing_belongs_to_a_run_that_never_was(self, store: Store) -> None:
        with pytest.raises(IntegrityError):
            store.add_entries(99, PORTAL, [ENTRY])

    def test_counts_are_of_what_is_current(self, store: Store, run: int) -> None:
        store.add_entries(run, PORTAL, [Entry(URL + "?n=2", "指南"), Entry(URL + "?n=3", "2011年年报")])
        store.save_reports(run, PORTAL, URL, [record("一")], [see(store, run, b"first")])
        store.save_reports(run, PORTAL, URL, [record("二")], [see(store, run, b"second")])
        store.save_verdict(run, PORTAL, URL + "?n=2", "not-a-report", "guide", "…")
        counts = store.counts(PORTAL)
        assert (counts.entries, counts.reports, counts.statistics, counts.findings) == (3, 1, 1, 1)
        assert (counts.pending, counts.not_reports, counts.unreadable) == (1, 1, 0)


class TestOpening:
    def test_makes_its_folder(self, tmp_path: Path) -> None:
        Store.open(f"sqlite:///{tmp_path / 'new' / 'folder' / 'store.sqlite'}").close()
        assert (tmp_path / "new" / "folder" / "store.sqlite").exists()

    def test_what_is_no_database_is_named(self, tmp_path: Path) -> None:
        file = tmp_path / "notes.sqlite"
        file.write_bytes(b"not a database, but long enough to be looked at" * 40)
        with pytest.raises(StoreError, match=r"cannot open the store .*notes\.sqlite: file is not a database"):
            Store.open(f"sqlite:///{file}")

    def test_a_folder_that_cannot_be_made_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("a file")
        with pytest.raises(StoreError, match=r"cannot open the store .*taken/store\.sqlite: File exists"):
            Store.open(f"sqlite:///{tmp_path / 'taken' / 'store.sqlite'}")

    @pytest.mark.parametrize("url", ["store.sqlite", "nosuch://x/y"])
    def test_what_is_no_url_is_named(self, url: str) -> None:
        with pytest.raises(StoreError, match=url):
            Store.open(url)

    def test_a_password_is_not_shown(self) -> None:
        with pytest.raises(StoreError) as raised:
            Store.open("postgresql://someone:secret@127.0.0.1:1/db")
        assert "secret" not in str(raised.value)

    def test_a_reader_does_not_hold_up_a_writer(self, tmp_path: Path) -> None:
        file = tmp_path / "store.sqlite"
        with Store.open(f"sqlite:///{file}") as one, Store.open(f"sqlite:///{file}") as other:
            run = one.begin_run(PORTAL, "replay", NOON)
            one.add_entries(run, PORTAL, [ENTRY])
            one.save_reports(run, PORTAL, URL, [record()], ["sha256:aa"])
            reading = other.records()
            next(reading)
            one.end_run(run, "finished", NOON)
            assert list(reading) == []

    def test_the_tables_can_be_made_in_postgresql(self) -> None:
        made = {
            table.name: str(CreateTable(table).compile(dialect=postgresql.dialect()))
            for table in metadata.tables.values()
        }
        assert "value NUMERIC" in made[statistics.name]
        assert "PRIMARY KEY (id, version)" in made[reports.name].replace("CONSTRAINT pk_reports ", "")


def entry_url(store: Store) -> str:
    return store.entries()[0].url
