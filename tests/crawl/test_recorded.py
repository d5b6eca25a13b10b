"""Replaying recordings into a store: the whole way, and what goes wrong on it."""

import gzip
import json
from pathlib import Path

import pytest
from lanting import HOST, LIST, PORTAL, Answer, listing, report, small_site, title

from govreports.archive import read_record
from govreports.crawl.run import CrawlError, replay
from govreports.model.record import Record
from govreports.places import store_url
from govreports.platforms import UnknownPlatformError
from govreports.store import Store

SHOW = "/XxgkAnnualReport/show/{}.html"


def stored() -> list[Record]:
    with Store.open(store_url()) as store:
        return list(store.records())


def entry_rows() -> dict[str, tuple[str, str | None]]:
    with Store.open(store_url()) as store:
        return {row.address.rpartition("/")[2]: (row.state, row.reason) for row in store.entries()}


def test_a_portal_is_walked_from_its_catalogue_to_its_records(record, places: Path) -> None:
    (portal,) = replay([record(small_site())]).portals
    assert (portal.outcome, portal.entries, portal.new, portal.not_reports) == ("ok", 3, 2, 1)
    newer, older = stored()
    assert (newer["year"], older["year"]) == (2013, 2012)
    assert newer["unit"] == "兰汀县人民政府"
    assert newer["url"] == f"http://{HOST}{SHOW.format(1)}"
    assert {"kind": "listed", "value": "2014-03-12"} in newer["dates"]
    assert portal.statistics == len(newer["statistics"]) + len(older["statistics"]) > 0
    assert entry_rows()["3.html"][0] == "not-a-report"


def test_an_article_in_two_pages_is_one_report(record, places: Path) -> None:
    replay([record(small_site())])
    older = stored()[1]
    assert [part["url"].rpartition("/")[2] for part in older["documents"]] == ["2.html", "2_2.html"]
    assert older["text"].index("存在的问题") < older["text"].index("今后的打算")


def test_a_second_replay_changes_nothing_and_archives_nothing(record, places: Path) -> None:
    recording = record(small_site())
    replay([recording])
    before, archived = stored(), sorted((places / "archive").iterdir())
    summary = replay([recording])
    assert not summary.changed_anything
    assert (summary.portals[0].unchanged, summary.portals[0].new) == (2, 0)
    assert stored() == before
    assert sorted((places / "archive").iterdir()) == archived


def test_every_response_is_in_the_archive_with_the_clock_of_the_recording(record, places: Path) -> None:
    site = small_site()
    packed = gzip.compress(report(title(2013)))
    site[SHOW.format(1)] = Answer(packed, headers={"Content-Encoding": "gzip"})
    replay([record(site)])
    with Store.open(store_url()) as store, store._engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "select url, time, archive_file, archive_offset, role from snapshots order by time"
        ).all()
    assert [row.role for row in rows] == ["robots", "catalogue", "report", "report", "continuation"]
    kept = read_record(places / "archive" / rows[2].archive_file, rows[2].archive_offset)
    assert kept.body == packed
    assert kept.time.isoformat() == "2019-03-01T08:03:00+00:00"
    assert stored()[0]["year"] == 2013


def test_a_miss_is_counted_listed_and_never_fetched(record, places: Path) -> None:
    site = small_site()
    del site[SHOW.format(1)]
    summary = replay([record(site)])
    assert summary.misses == (f"GET http://{HOST}{SHOW.format(1)}",)
    assert (summary.portals[0].outcome, summary.portals[0].detail.split()[:2]) == ("replay-miss", ["1", "requests"])
    assert entry_rows()["1.html"] == ("unreadable", "replay-miss")
    assert [found["year"] for found in stored()] == [2012]


def test_robots_txt_belongs_to_the_recording_and_is_obeyed(record, places: Path) -> None:
    site = small_site()
    site["/robots.txt"] = Answer(f"User-agent: *\nDisallow: {SHOW.format(1)}\n".encode())
    summary = replay([record(site)])
    assert entry_rows()["1.html"] == ("unreadable", "robots")
    assert [spare for spare in summary.unused if "/1.html" in spare]
    del site["/robots.txt"]
    assert replay([record(site, "without")]).misses == (f"GET http://{HOST}/robots.txt",)


def test_a_further_page_that_is_missing_is_a_finding_of_the_report(record, places: Path) -> None:
    site = small_site()
    site[SHOW.format("2_2")] = Answer(b"gone", status=404)
    replay([record(site)])
    older = stored()[1]
    (finding,) = [finding for finding in older["findings"] if finding["code"] == "continuation-missing"]
    assert "2_2.html" in finding["message"] and "http-404" in finding["message"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"", status=404), "http-404"),
        (Answer(b"", status=500), "http-500"),
        (Answer("<title>提示</title><body>您访问的页面不存在</body>".encode()), "soft-404"),
        (Answer(b"", status=302, headers={"Location": "/index.html"}), "soft-404"),
        (Answer(b"", status=302, headers={"Location": f"http://{HOST}{SHOW.format(1)}"}), "redirect-loop"),
        (Answer(b"", status=302, headers={"Location": "http://www.hijacked.example/a.html"}), "off-site"),
        (Answer(b"%PDF-1.4 \x00\x01\x02" * 40), "unreadable: "),
        (Answer(b""), "unreadable: "),
    ],
)
def test_a_page_that_cannot_be_read_says_why_and_loses_nothing_else(record, places, answer: Answer, reason) -> None:
    site = small_site() | {"/index.html": Answer(listing())}
    site[SHOW.format(1)] = answer
    summary = replay([record(site)])
    state, told = entry_rows()["1.html"]
    assert (state, told[: len(reason)]) == ("unreadable", reason)
    assert [found["year"] for found in stored()] == [2012]
    assert summary.misses == ()


def test_a_link_that_leaves_the_portals_hosts_is_not_followed(record, places: Path) -> None:
    site = small_site()
    site[LIST] = Answer(listing((f"http://{HOST}.hijacked.example{SHOW.format(1)}", title(2013))))
    summary = replay([record(site)])
    assert summary.misses == ()
    assert entry_rows()["1.html"] == ("unreadable", "off-site")
    assert [finding.code for finding in summary.portals[0].findings] == ["off-site"]


def test_an_address_nobody_can_fetch_loses_nothing_else(record, places: Path) -> None:
    site = small_site()
    bad = (
        f"http://{HOST}:x{SHOW.format(1)}",
        f"http://{HOST}{SHOW.format(7)} \x0b年报",
        "http://a..b/XxgkContent/show/4.html",
    )
    site[LIST] = Answer(listing(*((href, title(2015)) for href in bad), (SHOW.format(2), title(2012))))
    summary = replay([record(site)])
    assert [found["year"] for found in stored()] == [2012]
    assert summary.portals[0].entries == 3
    assert summary.portals[0].errors == 0


@pytest.mark.parametrize(
    "block",
    [
        Answer(b"<html><script>$_ts=1;</script></html>", status=412),
        Answer(b"<script>document.cookie='__jsl_clearance=1';location.href=location.href</script>", status=521),
        Answer(b"<html><body>WZWS-RAY reason:GeoBL</body></html>", status=403),
        Answer(b"<html><script>var arg1='A0';document.cookie='acw_sc__v2='+arg1;location.reload()</script></html>"),
    ],
)
def test_a_block_page_stops_its_portal_and_is_never_parsed(record, places: Path, block: Answer) -> None:
    site = small_site()
    site[SHOW.format(1)] = block
    summary = replay([record(site)])
    assert summary.portals[0].outcome == "blocked"
    assert [finding.code for finding in summary.portals[0].findings] == ["blocked"]
    assert stored() == []
    assert entry_rows()["1.html"] == ("unreadable", "challenge")
    assert entry_rows()["2.html"] == ("pending", None)
    with Store.open(store_url()) as store:
        assert store.has_snapshot(*_snapshot_of(block))


def _snapshot_of(block: Answer):
    from datetime import UTC, datetime

    from govreports.model.exchange import digest

    return f"http://{HOST}{SHOW.format(1)}", datetime(2019, 3, 1, 8, 3, tzinfo=UTC), digest(block.body)


def test_a_block_page_of_one_portal_leaves_the_others_alone(record, places: Path) -> None:
    other = "www.shumen.gov.test"
    site = {f"http://{other}{path}": answer for path, answer in small_site().items()}
    with_its_name = Path(record({LIST: Answer(b"", status=412)}) / "portal.toml").read_text(encoding="utf-8")
    second = record(site, "shumen", with_its_name.replace("lanting", "shumen").replace(HOST, other))
    summary = replay([record({LIST: Answer(b"", status=412)}, "blocked"), second])
    assert [portal.outcome for portal in summary.portals][1] == "ok"
    assert summary.portals[0].outcome != "ok"


def test_a_catalogue_that_is_not_reached_is_no_good_run(record, places: Path) -> None:
    summary = replay([record({"/robots.txt": Answer(b"", status=404), LIST: Answer(b"", status=404)})])
    assert summary.portals[0].outcome == "not-reached"
    with Store.open(store_url()) as store:
        (page,) = store.catalogues()
    assert (page.state, page.reason) == ("not-reached", "http-404")


def test_a_pager_that_leads_back_to_a_page_it_has_shown_ends_the_walk_and_is_told(record, places: Path) -> None:
    portal, page = PORTAL.replace('"openness"', '"generic"'), "/XxgkContent/showList/1/0/page_{}.html"
    rows = {number: (f"/XxgkAnnualReport/show/{number}.html", title(2013 - number)) for number in (1, 2)}
    onward = '<a href="page_{}.html">下一页</a>'
    answers = small_site() | {
        page.format(1): Answer(listing(rows[1], pager=onward.format(2))),
        page.format(2): Answer(listing(rows[2], pager=onward.format(1))),
    }
    (summary,) = replay([record(answers, portal=portal)]).portals
    assert (summary.outcome, summary.new) == ("ok", 2)
    assert [finding.code for finding in summary.findings] == ["catalogue-repeats"]
    assert page.format(1) in summary.findings[0].message


def test_the_same_entry_in_two_forms_is_one(record, places: Path) -> None:
    site = small_site()
    site[LIST] = Answer(
        listing(
            (SHOW.format(1), title(2013)),
            (f"http://{HOST.upper()}:80{SHOW.format(1)}#top", title(2013)),
            (f"https://{HOST}{SHOW.format(1)}", title(2013)),
        )
    )
    summary = replay([record(site)])
    assert (summary.portals[0].entries, summary.misses) == (1, ())


def test_a_changed_page_is_a_new_version_and_the_old_one_stays(record, places: Path) -> None:
    site = small_site()
    replay([record(site)])
    site[SHOW.format(1)] = Answer(report(title(2013), "2013年，我县主动公开政府信息400条。"))
    lines = (record(site, "later") / "exchanges.jsonl").read_text(encoding="utf-8").replace("2019-03", "2020-03")
    later = places.parent / "later"
    (later / "exchanges.jsonl").write_text(lines, encoding="utf-8")
    summary = replay([later])
    assert (summary.portals[0].changed, summary.portals[0].unchanged) == (1, 1)
    newest = stored()[0]
    assert newest["version"] == 2
    with Store.open(store_url()) as store:
        assert [version["version"] for version in store.versions(newest["id"])] == [1, 2]


def test_an_error_of_ours_loses_one_entry_and_fails_the_run(record, places: Path, monkeypatch) -> None:
    from govreports.publish import article

    parse = article.parse_reports

    def breaks_once(document, hints):
        if "2013" in (hints.title or ""):
            raise ZeroDivisionError("made up")
        return parse(document, hints)

    monkeypatch.setattr(article, "parse_reports", breaks_once)
    summary = replay([record(small_site())])
    assert (summary.portals[0].outcome, summary.portals[0].detail.split()[:2]) == ("parse-error", ["1", "errors"])
    assert "1.html: ZeroDivisionError: made up" in summary.portals[0].findings[0].message
    assert [found["year"] for found in stored()] == [2012]
    assert entry_rows()["1.html"] == ("pending", None)


def test_two_recordings_of_one_portal_and_an_unknown_platform_are_refused(record, places: Path) -> None:
    one, two = record(small_site(), "one"), record(small_site(), "two")
    with pytest.raises(CrawlError, match="both recordings of lanting"):
        replay([one, two])
    text = (two / "portal.toml").read_text(encoding="utf-8").replace('"openness"', '"gopher"')
    (two / "portal.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UnknownPlatformError, match="gopher"):
        replay([two])


def test_a_run_is_kept_with_its_outcome_and_findings(record, places: Path) -> None:
    replay([record(small_site())])
    with Store.open(store_url()) as store:
        (run,) = store.runs()
        assert json.dumps(store.portals()[0], ensure_ascii=False).count("兰汀县人民政府") >= 2
    assert (run.portal, run.kind, run.outcome) == ("lanting", "replay", "ok")
