"""govreports rebuild: what a crawl has stored is made again from archive and journal, the same in every table."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lanting import Answer, listing, report, small_site, title
from sqlalchemy import select

import govreports
from govreports.archive import read_record
from govreports.cli import main
from govreports.crawl.run import replay
from govreports.places import store_url
from govreports.rebuild import rebuild
from govreports.store import Store
from govreports.store.remaking import Remade
from govreports.store.schema import metadata

REPORT = "/XxgkAnnualReport/show/{}.html"
LIST = "/XxgkContent/showList/1/0/page_1.html"


def govreports_(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def tables() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, in an order of its own."""
    with Store.open(store_url()) as store, store._engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in metadata.tables.items()
        }


def exports() -> tuple[bytes, ...]:
    kinds = (["jsonl"], ["csv"], ["csv", "--table", "statistics"])
    return tuple(govreports_("export", "--format", *kind).stdout_bytes for kind in kinds)


def changed(*statements: str) -> None:
    with Store.open(store_url()) as store, store._engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.exec_driver_sql(statement)


def later(recording: Path, month: str) -> Path:
    path = recording / "exchanges.jsonl"
    path.write_text(path.read_text().replace('"2019-03', f'"2019-{month}'))
    return recording


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the history lies once it is made."""
    return tmp_path_factory.mktemp("history")


@pytest.fixture
def history(record, places: Path, tmp_path: Path, kept: Path) -> Path:
    """A data folder of the test's own, as `walk_three_times` leaves it."""
    if not any(kept.iterdir()):
        walk_three_times(record)
        shutil.copytree(tmp_path, kept, dirs_exist_ok=True)
    else:
        shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    return places


def walk_three_times(record: Callable[..., Path]) -> None:
    """Three walks of one site: two reports, one of two pages; then one changed and a page gone; then a corrected
    edition and a guide in a report's place, and the first state come back in the other report."""
    first = small_site()
    replay([record(first)])
    second = small_site()
    second[REPORT.format(1)].body = second[REPORT.format(1)].body.replace(b"312", b"313")
    second[REPORT.format("2_2")] = Answer(b"gone", status=404)
    replay([later(record(second, "second"), "04")])
    third = small_site()
    guide = "本指南说明如何申请政府信息，申请人可以当面或者以信函方式提出，受理机构是县政府办公室。"
    third[REPORT.format(2)].body = report("兰汀县人民政府政府信息公开指南", guide)
    third[LIST].body = listing(
        (REPORT.format(1), title(2013)),
        (REPORT.format(4), f"{title(2013)}（更正版）"),
        (REPORT.format(2), title(2012)),
        (REPORT.format(5), title(2011)),
    )
    third[REPORT.format(4)] = Answer(report(title(2013)).replace(b"312", b"314"))
    third[REPORT.format(5)] = Answer(b"", status=404)
    replay([later(record(third, "third"), "05")])


@pytest.mark.parametrize("workers", ["1", "2"])
def test_every_table_and_export_is_the_same_afterwards(history: Path, workers: str) -> None:
    before, exported = tables(), exports()
    states = {row[6] for row in before["entries"]}
    assert len(before["reports"]) >= 4 and states == {"report", "copy", "not-a-report", "unreadable"}
    told = govreports_("rebuild", "--workers", workers)
    assert told.exit_code == 0, told.output
    assert told.stdout.endswith("articles read again; 0 reports changed\n")
    assert tables() == before
    assert exports() == exported


def test_derived_tables_that_are_lost_come_back(history: Path) -> None:
    before = tables()
    changed(
        *(f"delete from {name}" for name in ("statistics", "candidates", "findings", "report_snapshots", "reports")),
        "update entries set state = 'pending', document_type = null, reason = null, seen = null where seen is not null",
    )
    assert tables() != before
    assert govreports_("rebuild").exit_code == 0
    assert tables() == before


def test_another_parser_is_told_by_the_cells_it_changes(history: Path) -> None:
    """What is stored is what an older parser would have made of the same pages."""
    before = tables()
    with Store.open(store_url()) as store:
        (found,) = (row for row in store.records() if row["year"] == 2013)
    (statistic,) = (each for each in found["statistics"] if each["indicator"] == "requests.received")
    assert statistic["value"] == 5
    others = [each for each in found["statistics"] if each is not statistic]
    older = json.dumps(
        {**found, "unit": None, "statistics": [{**statistic, "value": 50}, {**statistic, "indicator": "older"}]},
        ensure_ascii=False,
    )
    quoted = older.replace("'", "''")
    changed(f"update reports set unit = null, record = '{quoted}' where id = '{found['id']}' and current")
    told = govreports_("rebuild").stdout.splitlines()
    assert told[0].endswith("1 reports changed")
    counts = {line.split()[0]: line.split()[-3:] for line in told[2 : told.index("For example:")]}
    assert counts["requests.received"] == ["1", "0", "0"]
    assert counts["older"] == ["0", "0", "1"]
    assert counts["unit"] == ["0", "1", "0"]
    assert all(counts[each["indicator"]] == ["0", "1", "0"] for each in others if each["preferred"])
    assert f"  {found['id']}  2013  兰汀县人民政府: requests.received (area): 50 件 → 5 件" in told
    assert tables() == before


def test_what_an_older_parser_took_for_no_report_becomes_one(history: Path) -> None:
    before = tables()
    with Store.open(store_url()) as store:
        (found,) = (row for row in store.records() if row["year"] == 2013)
    entry = f"(select entry from reports where id = '{found['id']}')"
    changed(
        f"update entries set state = 'not-a-report', document_type = 'notice', seen = null where url = {entry}",
        f"update reports set current = 0 where id = '{found['id']}'",
    )
    assert found["id"].encode() not in exports()[0]
    told = govreports_("rebuild").stdout
    assert f"  {found['id']}  2013  兰汀县人民政府: report: nothing → {found['title']}" in told.splitlines()
    assert tables() == before


def test_what_the_archive_does_not_give_back_is_named_and_left(history: Path) -> None:
    before = tables()
    with Store.open(store_url()) as store:
        (found,) = (row for row in store.records() if row["year"] == 2013)
        place = store.places([found["snapshot"]])[found["snapshot"]]
    path = history / "archive" / place.file
    content = bytearray(path.read_bytes())
    content[place.offset + place.length // 2] ^= 0x40
    path.write_bytes(content)
    told = govreports_("rebuild", "--workers", "2")
    assert told.exit_code == 1
    assert f"not read again: {path}, offset {place.offset}: " in told.stderr
    assert tables() == before


def test_only_the_portals_named(history: Path) -> None:
    assert govreports_("rebuild", "--portal", "lanting").exit_code == 0
    told = govreports_("rebuild", "--portal", "nowhere")
    assert told.exit_code == 1 and "knows no portal nowhere" in told.stderr


def test_a_rebuild_that_was_stopped_leaves_every_entry_whole_and_is_run_again(history: Path, monkeypatch) -> None:
    monkeypatch.setattr("govreports.rebuild.run.BATCH", 1)
    before = tables()
    changed("update reports set record = replace(record, '件', '个')")
    with Store.open(store_url()) as store:
        begun = rebuild(store, history / "archive")
        next(begun)
        begun.close()
        assert tables() != before
        list(rebuild(store, history / "archive"))
    assert tables() == before


def test_an_entry_a_crawl_has_gone_on_with_meanwhile_is_left_to_it(history: Path) -> None:
    before = tables()
    with Store.open(store_url()) as store:
        rows = store.journal(["lanting"])
        seen_of_journal = rows[0].id - 1
        (done,) = store.make_again([Remade("lanting", [(rows[0], ())], seen_of_journal)])
    assert done.overtaken
    assert tables() == before


def test_a_walk_that_finds_nothing_new_adds_nothing_to_the_journal(history: Path, tmp_path: Path) -> None:
    before = tables()["journal"]
    replay([tmp_path / "third"])
    assert tables()["journal"] == before


def test_no_worker_loads_scrapy(history: Path) -> None:
    code = """
import sys
from govreports.cli import main
main(["rebuild", "--workers", "1"], standalone_mode=False)
print([name for name in sys.modules if name.partition(".")[0] in {"scrapy", "twisted"}])
"""
    root = Path(govreports.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_source_the_journal_names_lies_in_the_archive(history: Path) -> None:
    with Store.open(store_url()) as store:
        digests = {each.digest for row in store.journal() for each in getattr(row.event, "sources", ())}
        places = store.places(digests)
    assert set(places) == digests and len(digests) >= 6
    for place in places.values():
        read_record(history / "archive" / place.file, place.offset)
