"""What was published stays as it was: later runs, rebuilds and better parsers make new states beside it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from lanting import small_site

from govreports.cli import main
from govreports.crawl.run import replay
from govreports.places import store_url
from govreports.store import Store

REPORT = "/XxgkAnnualReport/show/1.html"


def exported(*options: str) -> str:
    done = CliRunner().invoke(main, ["export", "--format", "jsonl", *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def call(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def now() -> str:
    return datetime.now(UTC).isoformat()


@pytest.fixture
def first(record, places: Path) -> str:
    """What a good run published."""
    replay([record(small_site())])
    assert exported("--published") == exported() != ""
    return exported()


def test_a_changed_page_is_a_new_version_with_a_diff_and_the_old_state_can_be_had(first: str, record) -> None:
    then = now()
    site = small_site()
    site[REPORT].body = site[REPORT].body.replace("5件".encode(), "6件".encode())
    folder = record(site, "second")
    path = folder / "exchanges.jsonl"
    path.write_text(path.read_text().replace('"2019-03', '"2019-04'))
    replay([folder])
    assert exported("--published") == exported() != first
    assert exported("--as-of", then) == first
    assert exported("--as-of", "2019-03-01") == ""
    lines = call("show", "--year", "2013", "--diff").splitlines()
    assert lines[0] == "version 1 → 2:"
    assert any("text -" in line and "5件" in line for line in lines)
    assert any("text +" in line and "6件" in line for line in lines)
    assert call("show", "--year", "2012", "--diff").startswith("There is one version only")


def older(store: Store) -> None:
    """Put in the store what an older parser would have made of the report of 2013."""
    (found,) = (record for record in store.records() if record["year"] == 2013)
    with store._engine.begin() as connection:
        text = json.dumps({**found, "title": "an older reading"}, ensure_ascii=False)
        connection.exec_driver_sql("update reports set record = ? where id = ?", (text, found["id"]))


def test_a_rebuild_publishes_its_better_reading_and_leaves_the_earlier_state(first: str) -> None:
    with Store.open(store_url()) as store:
        older(store)
        store.settle("lanting", 1, datetime.now(UTC), None)
    then, before = now(), exported("--published")
    assert "an older reading" in before
    call("rebuild")
    assert exported("--published") == exported() == first
    assert exported("--as-of", then) == before


def test_a_rebuild_publishes_nothing_that_no_good_run_had(first: str) -> None:
    with Store.open(store_url()) as store:
        older(store)
    call("rebuild")
    assert exported("--published") == first == exported()
    with Store.open(store_url()) as store, store._engine.begin() as connection:
        assert connection.exec_driver_sql("select count(*) from publications").scalar_one() == 2
