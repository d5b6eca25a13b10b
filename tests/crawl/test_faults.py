"""The fault matrix, over real sockets: what a run that meets a fault says, that it leaves what is published and
archived as it was, and that the next good run repairs it."""

import gzip
import json
import shutil
import subprocess
import sys
import tomllib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from faulty import Misbehaving, Site, certificate, endless, reset_in_mid_body, slow_drip, wrong_length
from lanting import LIST, PORTAL, Answer, listing, report, title

import govreports
from govreports.archive import Sound, verify
from govreports.model.outcomes import page_class
from govreports.store import Store

SHOW = "/XxgkAnnualReport/show/{}.html"
YEARS = range(2008, 2012)
Crawl = Callable[..., dict[str, Any]]


def rows(*years: int) -> list[tuple[str, str]]:
    return [(SHOW.format(year), title(year)) for year in years]


def good() -> dict[str, Answer | Misbehaving]:
    """Four reports that are stored, in a list with an ETag."""
    site: dict[str, Answer | Misbehaving] = {SHOW.format(year): Answer(report(title(year))) for year in YEARS}
    site["/robots.txt"] = Answer(b"User-agent: *\n", headers={"Content-Type": "text/plain"})
    site[LIST] = Answer(listing(*rows(*YEARS)), headers={"ETag": '"four"'})
    return site


@pytest.fixture(scope="module")
def driver() -> Iterator[Crawl]:
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "crawling.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(govreports.__file__).parent.parent,
    )
    assert process.stdin and process.stdout
    given, told = process.stdin, process.stdout

    def crawl(portal: dict[str, Any], folder: Path, **job: object) -> dict[str, Any]:
        given.write(json.dumps({"portal": portal, "folder": str(folder), **job}) + "\n")
        given.flush()
        return json.loads(told.readline())

    yield crawl
    process.stdin.close()
    process.wait()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    served = Site()
    yield served
    served.close()


def row(port: int, **fields: object) -> dict[str, Any]:
    (given,) = tomllib.loads(PORTAL.format(host="localhost", netloc=f"localhost:{port}"))["portal"]
    return {**given, **fields}


@pytest.fixture(scope="module")
def before(site: Site, driver: Crawl, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Store and archive after a good run."""
    folder = tmp_path_factory.mktemp("before")
    site.answers = good()
    summary = driver(row(site.port), folder)
    assert (summary["outcome"], summary["new"]) == ("ok", 4)
    return folder


@pytest.fixture
def folder(before: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(before, tmp_path / "crawl"))


def opened(folder: Path) -> Store:
    return Store.open(f"sqlite:///{folder / 'data'}.sqlite")


def published(folder: Path) -> list[str]:
    with opened(folder) as store:
        return [json.dumps(record, ensure_ascii=False) for record in store.published()]


def archive_is_whole(folder: Path) -> bool:
    with opened(folder) as store:
        found = list(verify(folder / "data" / "archive", store.indexed(), store.index_rows))
    return bool(found) and all(isinstance(each, Sound) for each in found)


PAGES: dict[str, tuple[Answer | Misbehaving, str]] = {
    "reset in mid-body": (reset_in_mid_body, "connection or cut-off"),
    "wrong Content-Length": (wrong_length, "cut-off"),
    "truncated gzip": (
        Answer(gzip.compress(report(title(2012)) * 9)[:40], headers={"Content-Encoding": "gzip"}),
        "cut-off",
    ),
    "decompression bomb": (
        Answer(zlib.compress(b"<p>" * 2_000_000), headers={"Content-Encoding": "deflate"}),
        "too-large",
    ),
    "500": (Answer(b"", status=500), "server-error"),
    "502": (Answer(b"", status=502), "server-error"),
    "503 with Retry-After": (Answer(b"", status=503, headers={"Retry-After": "120"}), "busy"),
    "429": (Answer(b"", status=429, headers={"Retry-After": "120"}), "busy"),
    "404": (Answer(b"", status=404), "gone"),
    "slow drip": (slow_drip, "timeout"),
    "endless body": (endless, "too-large"),
    "redirect loop": (Answer(b"", status=302, headers={"Location": "?"}), "redirect-loop"),
    "redirect off the list": (Answer(b"", status=302, headers={"Location": "http://www.elsewhere.test/"}), "off-site"),
    "redirect to 127.0.0.1": (Answer(b"", status=302, headers={"Location": "http://127.0.0.1:1/"}), "off-site"),
    "redirect to a file": (Answer(b"", status=302, headers={"Location": "file:///etc/passwd"}), "http-error"),
    "soft 404": (Answer("<title>您访问的页面不存在</title>".encode()), "soft-404"),
    "login page": (
        Answer('<title>登录</title><form>用户名<input name="u">密码<input type="password"></form>'.encode()),
        "login",
    ),
}


WORDS = "2012年，我镇主动公开政府信息312条，收到依申请公开申请5件，全部按期答复。"


def town(number: int) -> str:
    """The title of a town's report, another one for each number."""
    return f"兰汀县{chr(ord('甲') + number)}溪镇人民政府2012年政府信息公开工作年度报告"


def page_of(number: int) -> str:
    return SHOW.format(100 + number)


@dataclass
class Struck:
    """The folder of a run that met all the faults of pages at once, copied before the next run repaired them."""

    during: Path
    after: Path


@pytest.fixture(scope="module")
def struck(site: Site, driver: Crawl, before: Path, tmp_path_factory: pytest.TempPathFactory) -> Struck:
    folder = Path(shutil.copytree(before, tmp_path_factory.mktemp("struck") / "after"))
    more = [(page_of(number), town(number)) for number in range(len(PAGES))]
    listed = {LIST: Answer(listing(*more, *rows(*YEARS)))}
    site.answers = good() | listed | {page_of(n): answer for n, (answer, _) in enumerate(PAGES.values())}
    summary = driver(row(site.port), folder)
    assert (summary["outcome"], summary["new"], summary["skipped"]) == ("ok", 0, 4)
    during = Path(shutil.copytree(folder, folder.parent / "during"))
    site.answers = good() | listed | {page_of(n): Answer(report(town(n), WORDS)) for n in range(len(PAGES))}
    summary = driver(row(site.port), folder)
    assert (summary["outcome"], summary["new"]) == ("ok", len(PAGES))
    return Struck(during, folder)


@pytest.mark.parametrize("fault", PAGES)
def test_a_page_that_fails_is_told_by_its_class_and_comes_with_the_next_run(fault: str, struck: Struck) -> None:
    title_of, (_, told) = town(list(PAGES).index(fault)), PAGES[fault]
    for folder, state in ((struck.during, "unreadable"), (struck.after, "report")):
        with opened(folder) as store:
            (entry,) = (entry for entry in store.entries() if entry.title == title_of)
        assert entry.state == state
        if state == "unreadable":
            assert page_class(entry.reason) in told.split(" or "), entry.reason


def test_pages_that_fail_leave_what_is_published_and_archived(struck: Struck, before: Path) -> None:
    assert published(struck.during) == published(before)
    assert set(published(before)) < set(published(struck.after))
    assert len(published(struck.after)) == 4 + len(PAGES)
    assert archive_is_whole(struck.during) and archive_is_whole(struck.after)
    with opened(struck.during) as store:
        gone = {absence.url.rpartition("/")[2]: absence.how for absence in store.absences()}
    assert sorted(gone.values()) == ["gone", "soft-404"]
    with opened(struck.after) as store:
        assert store.absences() == []


LISTS: dict[str, tuple[Answer | Misbehaving, str]] = {
    "reset in mid-body": (reset_in_mid_body, "connection or cut-off"),
    "wrong Content-Length": (wrong_length, "cut-off"),
    "503 with Retry-After": (Answer(b"", status=503, headers={"Retry-After": "120"}), "busy"),
    "slow drip": (slow_drip, "timeout"),
    "redirect off the list": (Answer(b"", status=302, headers={"Location": "http://www.elsewhere.test/"}), "off-site"),
    "soft 404": (Answer("<title>您访问的页面不存在</title>".encode()), "soft-404"),
    "challenge": (Answer(b"<html><script>var __jsl_clearance_s=1;location.reload()</script></html>"), "blocked"),
    "412": (Answer(b"", status=412), "blocked"),
    "521": (Answer(b"", status=521), "blocked"),
    "login page": (Answer(b"", status=302, headers={"Location": "/login.jsp"}), "login"),
    "empty catalogue": (Answer(listing()), "empty-catalogue"),
    "half the catalogue missing": (Answer(listing(*rows(2008, 2009))), "fewer-than-expected"),
}


@pytest.mark.parametrize("fault", LISTS)
def test_a_catalogue_that_fails_fails_the_run_and_leaves_what_is_published(
    fault: str, site: Site, driver: Crawl, folder: Path, before: Path
) -> None:
    answer, told = LISTS[fault]
    login = Answer('<title>登录</title><form>密码<input type="password"></form>'.encode())
    site.answers = good() | {LIST: answer, "/login.jsp": login}
    outcome = driver(row(site.port), folder)["outcome"]
    assert outcome in told.split(" or ")
    with opened(folder) as store:
        standing = store.standing("lanting")
        assert [run.outcome for run in store.runs()] == ["ok", outcome]
        assert (standing.last_good_run, standing.entries, store.absences()) == (1, 4, [])
    assert published(folder) == published(before)
    assert archive_is_whole(folder)
    site.answers = good()
    assert driver(row(site.port), folder)["outcome"] == "ok"
    with opened(folder) as store:
        assert (store.standing("lanting").last_good_run, store.absences()) == (3, [])
    assert published(folder) == published(before)


def test_nobody_there_is_a_class_of_its_own(site: Site, driver: Crawl, folder: Path, before: Path) -> None:
    gone = Site()
    gone.close()
    assert driver(row(gone.port), folder)["outcome"] == "refused"
    assert published(folder) == published(before)
    moved = row(site.port, site="www.lanting.invalid", catalogues=[{"url": "http://www.lanting.invalid/"}])
    assert driver(moved, folder)["outcome"] == "dns"


def test_fewer_entries_are_gone_once_a_person_accepts_them(
    site: Site, driver: Crawl, folder: Path, before: Path
) -> None:
    site.answers = good() | {LIST: Answer(listing(*rows(2008, 2009)))}
    assert driver(row(site.port), folder)["outcome"] == "fewer-than-expected"
    with opened(folder) as store:
        (run,) = (run for run in store.runs() if run.outcome != "ok")
        assert run.ended
        store.accept("lanting", run.ended)
        assert [(absence.how, absence.since) for absence in store.absences()] == [("unlisted", run.ended)] * 2
        with pytest.raises(LookupError):
            store.accept("lanting", run.ended)
    assert published(folder) == published(before)
    assert driver(row(site.port), folder)["outcome"] == "ok"
    site.answers = good()
    assert driver(row(site.port), folder)["outcome"] == "ok"
    with opened(folder) as store:
        assert store.absences() == []


@pytest.mark.parametrize("days", [30, -1], ids=["self-signed", "expired"])
def test_a_certificate_must_be_good_but_for_a_recorded_exception(days: int, driver: Crawl, tmp_path: Path) -> None:
    secure = Site(certificate(tmp_path / "site.pem", days=days))
    secure.answers = good()
    try:
        address = f"https://localhost:{secure.port}{LIST}"
        portal = row(secure.port, catalogues=[{"url": address}])
        assert driver(portal, tmp_path)["outcome"] == "tls"
        assert secure.asked == []
        summary = driver({**portal, "unverified_certificate": "expired since 2019; J. Doe, 2026-01-31"}, tmp_path)
    finally:
        secure.close()
    assert (summary["outcome"], summary["new"]) == ("ok", 4)
    assert "certificate-unverified" in [finding["code"] for finding in summary["findings"]]


def test_a_name_that_leads_into_a_private_network_is_not_asked(site: Site, driver: Crawl, tmp_path: Path) -> None:
    """Whoever owns a name may let it resolve to loopback."""
    name, resolver = "www.lanting.gov.test", {"DNS_RESOLVER": "crawling.LoopbackResolver"}
    portal = row(site.port, site=name, catalogues=[{"url": f"http://{name}:{site.port}{LIST}"}])
    site.answers, site.asked = good(), []
    assert driver(portal, tmp_path, settings=resolver)["outcome"] == "private-address"
    assert site.asked == []
    assert driver({**portal, "private": True}, tmp_path, settings=resolver)["outcome"] == "ok"


def test_what_has_not_changed_is_not_sent_again(site: Site, driver: Crawl, folder: Path, before: Path) -> None:
    site.answers, site.asked = good(), []
    summary = driver(row(site.port), folder)
    assert (summary["outcome"], summary["skipped"], summary["entries"], summary["not_modified"]) == ("ok", 4, 4, 1)
    assert site.asked == [("/robots.txt", None), (LIST, '"four"')]
    assert archive_is_whole(folder)
    # And again: the 304 in between holds no page to compare with.
    site.answers[LIST] = Answer(listing(*rows(*YEARS)), headers={"Last-Modified": "Sun, 01 Mar 2026 08:00:00 GMT"})
    driver(row(site.port), folder)
    site.asked.clear()
    assert driver(row(site.port), folder)["outcome"] == "ok"
    assert site.asked[-1] == (LIST, "Sun, 01 Mar 2026 08:00:00 GMT")


def test_an_earlier_state_comes_back_byte_for_byte(site: Site, driver: Crawl, folder: Path, before: Path) -> None:
    site.answers = good()
    changed = report(title(2010)).replace(b"312", b"313")
    site.answers[SHOW.format(2010)] = Answer(changed)
    site.answers[SHOW.format(2011)] = Answer(b"", status=404)
    summary = driver(row(site.port), folder, options={"refresh": True})
    assert (summary["outcome"], summary["changed"], summary["unchanged"]) == ("ok", 1, 2)
    with opened(folder) as store:
        ended = [run.ended for run in store.runs()]
        assert ended[0]
        then = [json.dumps(record, ensure_ascii=False) for record in store.published(at=ended[0])]
        assert then == published(before) != published(folder)
        (absence,) = store.absences()
        assert (absence.how, absence.url.endswith(SHOW.format(2011))) == ("gone", True)
    assert len(published(folder)) == 4


def test_a_page_is_looked_at_again_when_its_time_has_come(site: Site, driver: Crawl, folder: Path) -> None:
    site.answers = good()
    with opened(folder) as store, store._engine.begin() as connection:
        # Listed under 2014, so that a year has to pass; for one of the four it has.
        connection.exec_driver_sql("update checks set time = datetime(time, '-60 days')")
        last = f"%{SHOW.format(2009)}"
        connection.exec_driver_sql("update checks set time = datetime(time, '-360 days') where url like ?", (last,))
    site.asked.clear()
    summary = driver(row(site.port), folder)
    assert (summary["outcome"], summary["unchanged"], summary["skipped"]) == ("ok", 1, 3)
    assert [path for path, _ in site.asked] == ["/robots.txt", LIST, SHOW.format(2009)]
    site.asked.clear()
    assert driver(row(site.port), folder)["skipped"] == 4
