"""The same crawl on live HTTP: a loopback server in this process, the crawl in one of its own."""

import gzip
import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from lanting import LIST, PORTAL, Answer, listing, report, small_site, title
from warcio.archiveiterator import ArchiveIterator

import govreports
from govreports.portals import Portal
from govreports.store import Store

SHOW = "/XxgkAnnualReport/show/{}.html"
DRIVER = """
import json, sys
from pathlib import Path
from govreports.crawl.run import crawl_portals
from govreports.portals import load_portal
options = json.loads(sys.argv[2])
quick = {"DOWNLOAD_DELAY": 0.05, "AUTOTHROTTLE_ENABLED": False, "RETRY_ENABLED": False, "DOWNLOAD_TIMEOUT": 10}
quick |= options.pop("settings", {})
(portal,) = crawl_portals([load_portal(Path(sys.argv[1]))], settings=quick, **options).portals
print(json.dumps({"outcome": portal.outcome, "new": portal.new, "skipped": portal.skipped, "entries": portal.entries,
                  "codes": [finding.code for finding in portal.findings]}))
"""


@dataclass
class Site:
    """A server, what it answers, and what it was asked."""

    answers: dict[str, Answer]
    port: int = 0
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    times: list[float] = field(default_factory=list)


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site(small_site())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            served.times.append(time.monotonic())
            served.agents.add(self.headers["User-Agent"])
            answer = served.answers.get(self.path, Answer(b"nothing here", status=404))
            time.sleep(answer.seconds)
            self.send_response(answer.status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.port = server.server_address[1]
    Thread(target=server.serve_forever, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()


@pytest.fixture
def crawl(site: Site, tmp_path: Path):
    """Crawls the site as `localhost` and returns its summary; any other name of it is off site."""
    row = tmp_path / "portal.toml"
    row.write_text(PORTAL.format(host="localhost", netloc=f"localhost:{site.port}"), encoding="utf-8")
    environment = {
        **os.environ,
        "GOVREPORTS_DATA": str(tmp_path / "data"),
        "GOVREPORTS_CONTACT": "mailto:me@example.org",
    }
    environment.pop("GOVREPORTS_STORE", None)

    def run(**options: object) -> dict[str, object]:
        done = subprocess.run(
            [sys.executable, "-c", DRIVER, str(row), json.dumps(options)],
            capture_output=True,
            text=True,
            env=environment,
            cwd=Path(govreports.__file__).parent.parent,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture
def opened(tmp_path: Path):
    return lambda: Store.open(f"sqlite:///{tmp_path / 'data' / 'govreports.sqlite'}")


def archived(folder: Path) -> dict[str, tuple[str, bytes]]:
    found = {}
    for path in (folder / "data" / "archive").iterdir():
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                if record.rec_type == "response":
                    address = record.rec_headers.get_header("WARC-Target-URI")
                    found[urlsplit(address).path] = (record.http_headers.get_statuscode(), record.raw_stream.read())
    return found


def test_a_live_crawl_archives_stores_resumes_and_refreshes(site: Site, crawl, opened, tmp_path: Path) -> None:
    packed = gzip.compress(report(title(2013)))
    site.answers[SHOW.format(1)] = Answer(packed, headers={"Content-Encoding": "gzip"})
    site.answers[LIST] = Answer(
        listing(
            (SHOW.format(1), title(2013)),
            (SHOW.format(2), title(2012)),
            (SHOW.format(4), title(2011)),
            (f"http://127.0.0.1:{site.port}{SHOW.format(5)}", title(2010)),
            (SHOW.format(6), title(2009)),
            ("/private/XxgkContent/show/7.html", title(2008)),
            ("/XxgkContent/show/8.html", "关于做好2013年度政府信息公开年度报告编制工作的通知"),
        )
    )
    site.answers[SHOW.format(6)] = Answer(
        b"", status=302, headers={"Location": f"http://127.0.0.1:{site.port}{SHOW.format(1)}"}
    )
    first = crawl(limit=1)
    assert (first["outcome"], first["new"], first["codes"]) == ("limited", 1, ["migration-date"])
    assert site.asked == ["/robots.txt", LIST, SHOW.format(1)]
    assert site.agents == {"govreports/0.1 (research on annual disclosure reports; mailto:me@example.org)"}
    kept = archived(tmp_path)
    assert kept[SHOW.format(1)] == ("200", packed)
    assert kept["/robots.txt"] == ("200", site.answers["/robots.txt"].body)

    site.asked.clear()
    second = crawl()
    assert (second["outcome"], second["entries"], second["new"], second["skipped"]) == ("ok", 7, 1, 2)
    assert second["codes"] == ["off-site", "off-site", "migration-date"]
    assert sorted(site.asked[2:]) == sorted(SHOW.format(name) for name in ("2", "2_2", "4", "6"))
    with opened() as store:
        states = {row.address.rpartition("/")[2]: (row.state, row.reason) for row in store.entries()}
        before = list(store.records())
    assert [found["year"] for found in before] == [2013, 2012]
    assert states["4.html"] == ("unreadable", "http-404")
    assert states["5.html"] == states["6.html"] == ("unreadable", "off-site")
    assert states["7.html"] == ("unreadable", "robots")
    assert states["8.html"][0] == "not-a-report"
    kept = archived(tmp_path)
    assert kept[SHOW.format(4)] == ("404", b"nothing here")
    assert kept[SHOW.format(6)][0] == "302"

    # What the web withholds today does not unsay what it said.
    site.answers[SHOW.format("2_2")] = Answer(b"", status=500)
    site.answers[SHOW.format(1)] = Answer(b"", status=404)
    site.asked.clear()
    crawl(refresh=True)
    assert SHOW.format(1) in site.asked
    with opened() as store:
        assert list(store.records()) == before


def test_a_column_that_two_catalogues_lead_to_is_asked_for_once(site: Site, walk) -> None:
    column, other = LIST.replace("/1/0/", "/3/0/"), LIST.replace("/1/0/", "/2/0/")
    index = Answer(f'<html><body><a href="{column}">政府信息公开年报</a></body></html>'.encode())
    site.answers |= {column: site.answers[LIST], LIST: index, other: index}
    (row,) = tomllib.loads(PORTAL.format(host="localhost", netloc=f"localhost:{site.port}"))["portal"]
    row["catalogues"].append({"url": f"http://localhost:{site.port}{other}"})
    summary = walk(Portal.model_validate({**row, "platform": "generic"}))
    assert (summary["outcome"], summary["new"], summary["findings"]) == ("ok", 2, [])
    assert sorted(site.asked) == sorted({*site.asked}) and {LIST, other, column} <= {*site.asked}


def test_a_block_page_stops_the_crawl_of_its_portal(site: Site, crawl, opened, tmp_path: Path) -> None:
    site.answers[LIST] = Answer(listing(*((SHOW.format(n), title(2020 - n)) for n in range(1, 9))))
    site.answers[SHOW.format(1)] = Answer(b"<html><script>$_ts={}</script></html>", status=412)
    summary = crawl()
    assert (summary["outcome"], summary["codes"]) == ("blocked", ["blocked", "migration-date"])
    assert site.asked == ["/robots.txt", LIST, SHOW.format(1)]
    with opened() as store:
        states = [row.state for row in store.entries()]
    assert states == ["unreadable"] + ["pending"] * 7
    assert archived(tmp_path)[SHOW.format(1)][0] == "412"


@pytest.mark.parametrize("throttled", [True, False])
def test_a_crawl_delay_longer_than_ours_is_kept_to(site: Site, crawl, throttled: bool) -> None:
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 0.4\n")
    settings = {
        "DOWNLOAD_DELAY": 0.05,
        "AUTOTHROTTLE_ENABLED": throttled,
        "AUTOTHROTTLE_START_DELAY": 0.05,
        "AUTOTHROTTLE_MAX_DELAY": 0.2,
    }
    summary = crawl(settings=settings)
    assert (summary["outcome"], summary["new"], summary["codes"]) == ("ok", 2, ["crawl-delay"])
    gaps = [later - earlier for earlier, later in zip(site.times[1:], site.times[2:], strict=False)]
    assert len(gaps) == 3 and min(gaps) >= 0.38


def test_a_crawl_delay_shorter_than_ours_hurries_nobody(site: Site, crawl) -> None:
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 0.01\n")
    settings = {"DOWNLOAD_DELAY": 0.1, "RANDOMIZE_DOWNLOAD_DELAY": False, "AUTOTHROTTLE_ENABLED": False}
    assert crawl(settings=settings)["codes"] == []
    assert min(later - earlier for earlier, later in zip(site.times, site.times[1:], strict=False)) >= 0.05


def test_not_even_one_request_follows_a_slow_block_page(site: Site, crawl) -> None:
    """The next request is due when the answer comes: it must not leave while the answer is on its way to be judged."""
    site.answers[LIST] = Answer(listing(*((SHOW.format(n), title(2020 - n)) for n in range(1, 9))))
    packed = gzip.compress(b"<html><script>$_ts={}</script></html>")
    site.answers[SHOW.format(1)] = Answer(packed, headers={"Content-Encoding": "gzip"}, seconds=0.3)
    assert crawl(settings={"DOWNLOAD_DELAY": 0.01})["outcome"] == "blocked"
    assert site.asked == ["/robots.txt", LIST, SHOW.format(1)]
