"""The archive of a crawl: unchanged pages are not kept twice, and a full disk ends the crawl without harm."""

import json
from pathlib import Path

from lanting import LIST, small_site

from govreports.archive import read_record
from govreports.crawl.run import replay
from govreports.places import store_url
from govreports.publish.record import to_json
from govreports.store import Store


def rows() -> list[tuple[str, str, int, bool]]:
    with Store.open(store_url()) as store, store._engine.connect() as connection:
        found = connection.exec_driver_sql(
            "select url, archive_file, archive_offset, revisits from snapshots order by time"
        )
        return [tuple(row) for row in found]


def a_month_later(recording: Path) -> Path:
    lines = [json.loads(line) for line in (recording / "exchanges.jsonl").read_text().splitlines()]
    moved = [line | {"time": line["time"].replace("2019-03", "2019-04")} for line in lines]
    (recording / "exchanges.jsonl").write_text("\n".join(map(json.dumps, moved)))
    return recording


def test_what_has_not_changed_is_a_revisit_with_a_row_of_its_own(record, places: Path) -> None:
    site = small_site()
    replay([record(site)])
    with Store.open(store_url()) as store:
        before = [to_json(found) for found in store.records()]
    site["/XxgkAnnualReport/show/1.html"].body = site["/XxgkAnnualReport/show/1.html"].body.replace(b"312", b"313")
    replay([a_month_later(record(site, "later"))])
    first, later = rows()[:5], rows()[5:]
    assert [row[3] for row in first] == [False] * 5
    assert {row[0].rpartition("/")[2]: row[3] for row in later} == {
        "robots.txt": True,
        "page_1.html": True,
        "1.html": False,
        "2.html": True,
        "2_2.html": True,
    }
    for (url, file, offset, _), path in zip(later, site, strict=True):
        assert read_record(places / "archive" / file, offset).body == site[path].body, url
    with Store.open(store_url()) as store:
        after = [to_json(found) for found in store.records()]
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True]


def test_a_crawl_the_archive_has_no_room_for_ends_and_the_next_one_repairs_it(record, places: Path) -> None:
    recording = record(small_site())
    full = replay([recording], settings={"GOVREPORTS_ARCHIVE_BUDGET": 5000})
    assert full.portals[0].outcome == "archive-full"
    assert [finding.code for finding in full.portals[0].findings] == ["archive-full"]
    with Store.open(store_url()) as store:
        assert [entry.state for entry in store.entries() if entry.url.endswith("/2.html")] == ["pending"]
    assert len(rows()) < 5
    assert sum(path.stat().st_size for path in (places / "archive").iterdir()) <= 5000
    assert replay([recording]).portals[0].outcome == "ok"
    with Store.open(store_url()) as store:
        assert len(list(store.records())) == 2
    assert LIST in rows()[1][0] and len(rows()) == 5


def test_files_grow_to_the_size_of_the_setting(record, places: Path) -> None:
    replay([record(small_site())], settings={"GOVREPORTS_ARCHIVE_FILE_BYTES": 3000})
    names = sorted(path.name for path in (places / "archive").iterdir())
    assert len(names) > 1 and names[1].endswith("-00001.warc.gz")
    assert {row[1] for row in rows()} == set(names)
