"""export, show, coverage and portals: what the store and the registry hold, on standard output or in a file."""

import csv
import io
import json
import sqlite3
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from govreports.cli import main
from govreports.model.document import Document
from govreports.model.exchange import ArchivePlace, Entry, Fetch, Snapshot
from govreports.model.identity import entry_identity
from govreports.model.page import Page
from govreports.model.report import Report, Statistic
from govreports.portals import Portal
from govreports.publish import build_record, to_json
from govreports.store import Store

SEEN = datetime(2014, 6, 1, tzinfo=UTC)
PORTAL = Portal.model_validate(
    {
        "id": "yunhe",
        "name": "云河县人民政府",
        "region": "330125",
        "level": "county",
        "platform": "lonsun",
        "site": "www.yunhe.gov.test",
        "unit": "云河县人民政府",
        "first_year": 2012,
        "evidence": "made up",
    }
)
CATALOGUE = "http://www.yunhe.gov.test/list.html"
REQUESTS = Statistic(
    "requests.received", None, Decimal(3), "件", "3", "exact", "number", "year", "own", True, 0, 6, "收到申请3件"
)


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("GOVREPORTS_STORE", url)
    return url


@pytest.fixture
def filled(url: str) -> str:
    """A store after one run: two units, one report each, one entry that could not be read."""
    with Store.open(url) as store:
        store.add_portal("yunhe", PORTAL.model_dump(mode="json"))
        run = store.begin_run("yunhe", "replay", SEEN)
        listed = Snapshot(Fetch(CATALOGUE, "catalogue"), CATALOGUE, SEEN, 200, {}, b"list")
        store.add_snapshot(run, "yunhe", listed, ArchivePlace("a.warc.gz", 0, 9))
        store.add_catalogue(run, "yunhe", CATALOGUE, None, "read", None, 3, 3)
        for unit, year, number in (("云河县人民政府", 2012, 1), ("云河县水务局", 2013, 2)):
            address = f"http://www.yunhe.gov.test/{number}.html"
            title = f"{unit}{year}年政府信息公开年报"
            store.add_entries(run, "yunhe", [Entry(address, title)])
            page = Page(f"sha256:{number}", address, "utf-8", title, Document("收到申请3件。"))
            report = Report("annual-report", title, unit, "330125", year, "narrative", statistics=(REQUESTS,))
            identity = entry_identity("yunhe", address)
            store.save_reports(
                run, "yunhe", address, [build_record(page, report, portal="yunhe", identity=identity)], [page.snapshot]
            )
        broken = "http://www.yunhe.gov.test/3.html"
        store.add_entries(run, "yunhe", [Entry(broken, "云河县水务局2012年政府信息公开年报")])
        store.save_verdict(run, "yunhe", broken, "unreadable", None, "status 500")
        store.settle("yunhe", run, SEEN, None)
    return url


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


class TestExport:
    def test_jsonl_is_the_stored_records(self, filled: str) -> None:
        with Store.open(filled) as store:
            records = list(store.records())
        result = call("export", "--format", "jsonl")
        assert result.stdout == "".join(to_json(record) + "\n" for record in records)
        assert len(records) == 2

    def test_csv_is_one_row_a_report_unless_told_otherwise(self, filled: str) -> None:
        rows = list(csv.DictReader(io.StringIO(call("export", "--format", "csv").stdout)))
        assert [(row["unit"], row["year"], row["requests.received"]) for row in rows] == [
            ("云河县人民政府", "2012", "3"),
            ("云河县水务局", "2013", "3"),
        ]

    def test_csv_of_statistics(self, filled: str) -> None:
        rows = list(csv.DictReader(io.StringIO(call("export", "--format", "csv", "--table", "statistics").stdout)))
        assert [(row["unit"], row["indicator"], row["quote"]) for row in rows] == [
            ("云河县人民政府", "requests.received", "收到申请3件"),
            ("云河县水务局", "requests.received", "收到申请3件"),
        ]

    @pytest.mark.parametrize("arguments", [("jsonl",), ("csv",), ("csv", "--table", "statistics")])
    def test_a_file_holds_the_same_bytes(self, filled: str, tmp_path: Path, arguments: tuple[str, ...]) -> None:
        file = tmp_path / "out" / "export"
        printed = call("export", "--format", *arguments)
        assert call("export", "--format", *arguments, "--output", str(file)).output == ""
        assert file.read_bytes() == printed.stdout_bytes
        assert list(file.parent.iterdir()) == [file]

    def test_a_file_that_cannot_be_written_is_named(self, filled: str, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("a file")
        result = call("export", "--format", "jsonl", "--output", str(tmp_path / "taken" / "x.jsonl"))
        assert result.exit_code == 1
        assert "x.jsonl" in result.stderr

    def test_only_one_portal(self, filled: str) -> None:
        assert call("export", "--format", "jsonl", "--portal", "another").stdout == ""

    def test_an_empty_store_gives_nothing(self, url: str) -> None:
        assert call("export", "--format", "jsonl").stdout == ""

    def test_tables_are_for_csv(self, url: str) -> None:
        assert call("export", "--format", "jsonl", "--table", "reports").exit_code == 2


class TestShow:
    def test_by_unit_and_year(self, filled: str) -> None:
        shown = call("show", "--unit", "水务局", "--year", "2013").stdout
        assert shown.startswith("云河县水务局2013年政府信息公开年报\n")
        assert "【收到申请>>3<<件】" in shown

    def test_by_the_first_digits_of_its_id(self, filled: str) -> None:
        identity = entry_identity("yunhe", "http://www.yunhe.gov.test/2.html")
        assert json.loads(call("show", identity[:8], "--json").stdout)["id"] == identity

    def test_several_are_listed(self, filled: str) -> None:
        result = call("show", "--unit", "云河县")
        assert result.exit_code == 1
        assert "2012  云河县人民政府" in result.stderr
        assert "2013  云河县水务局" in result.stderr

    def test_none_is_said(self, filled: str) -> None:
        assert "no stored report" in call("show", "--year", "1999").stderr

    def test_must_name_something(self, filled: str) -> None:
        assert call("show").exit_code == 2


class TestCoverage:
    def test_is_a_grid_with_its_legend(self, filled: str) -> None:
        assert call("coverage").stdout.splitlines() == [
            "yunhe          12 13",
            "云河县人民政府  R  -",
            "云河县水务局    !  R",
            "",
            "R report   K report kept, its page gone   x gone before it was read   ! report unreadable   "
            "- catalogue read and none there   # blocked   ? catalogue not reached   . not sought",
        ]

    def test_of_an_empty_store_says_so(self, url: str) -> None:
        result = call("coverage")
        assert result.exit_code == 1
        assert "nothing was crawled or replayed" in result.stderr

    def test_of_an_unknown_portal_names_it(self, filled: str) -> None:
        assert "nosuch" in call("coverage", "--portal", "nosuch").stderr


class TestPortals:
    def test_an_unknown_one_is_named(self) -> None:
        result = call("portals", "show", "no-such-portal")
        assert result.exit_code == 1
        assert "no-such-portal" in result.stderr

    def test_are_listed_with_a_header_and_shown_one_by_one(self) -> None:
        header, *rows = call("portals", "list").stdout.splitlines()
        assert header.split() == ["id", "name", "region", "level", "platform", "status"]
        for row in rows:
            name = row.split()[0]
            assert call("portals", "show", name).stdout.splitlines()[0].split() == ["id", name]


class TestTheStore:
    def test_that_cannot_be_opened_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = tmp_path / "notes.sqlite"
        file.write_bytes(b"no database at all " * 100)
        monkeypatch.setenv("GOVREPORTS_STORE", f"sqlite:///{file}")
        for command in (("export", "--format", "csv"), ("coverage",), ("show", "--year", "2012")):
            result = call(*command)
            assert result.exit_code == 1
            assert result.stderr == f"Error: cannot open the store sqlite:///{file}: file is not a database\n"

    def test_lies_in_the_data_folder_by_default(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("GOVREPORTS_STORE", raising=False)
        monkeypatch.delenv("GOVREPORTS_DATA", raising=False)
        monkeypatch.chdir(tmp_path)
        call("export", "--format", "jsonl")
        with sqlite3.connect(tmp_path / "data" / "govreports.sqlite") as connection:
            assert connection.execute("select count(*) from reports").fetchone() == (0,)
