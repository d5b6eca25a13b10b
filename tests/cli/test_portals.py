"""portals detect and add: what they judge and refuse without asking anybody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from portal_server import PortalServer

from govreports.cli import main
from govreports.portals import load_portal
from govreports.portals.registry import load_portals

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
COLUMN = "http://www.mengcheng.gov.cn/col/col7/index.html"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["portals", *arguments])


def test_a_saved_page_is_judged_and_without_its_address_there_is_no_row() -> None:
    done = run("detect", str(PAGES / "ucap-huaixi-2018.html"))
    assert done.exit_code == 0
    assert "ucap-huaixi-2018.html: ucap (9" in done.output
    assert "  source: " in done.output
    assert "[[portal]]" not in done.output
    assert "--url" in done.output


def test_the_row_of_a_saved_column_is_ready(tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(
        '<meta name="SiteName" content="蒙城县人民政府"><meta name="ColumnType" content="信息公开年报">', "utf-8"
    )
    done = run("detect", str(saved), "--url", COLUMN)
    assert "#" not in done.output
    row = tmp_path / "row.toml"
    row.write_text(done.output[done.output.index("[[portal]]") :], encoding="utf-8")
    portal = load_portal(row)
    assert (portal.platform, portal.region, portal.unit) == ("hanweb", "341622", "蒙城县人民政府")
    assert [catalogue.url for catalogue in portal.catalogues] == [COLUMN]
    assert run("check", str(row)).exit_code == 0


def test_an_address_is_judged_offline_and_what_is_missing_is_said() -> None:
    done = run("detect", "--offline", COLUMN, "https://www.huaian.gov.cn/col/18073_668815/index.html")
    assert done.exit_code == 0
    assert f"{COLUMN}: hanweb (90%)" in done.output
    assert "# The region is not known." in done.output
    assert "index.html: unknown\n  looks like huaian, which has no adapter yet" in done.output
    assert 'platform = "generic"' in done.output


def test_what_cannot_be_read_fails_and_the_rest_is_judged(tmp_path: Path) -> None:
    done = run("detect", str(tmp_path / "none.html"), str(PAGES / "trs-heting-2010.html"))
    assert done.exit_code == 1
    assert "none.html: No such file" in done.output
    assert "trs-heting-2010.html: trs" in done.output


@pytest.mark.parametrize("command", [["detect", "--offline"], ["detect"], ["add"]])
@pytest.mark.parametrize(
    "url", ["http://www.yunhe.example.com/", "http://127.0.0.1:9/", "http://www.gov.cn.evil.test/"]
)
def test_a_host_outside_gov_cn_wants_to_be_meant(command: list[str], url: str) -> None:
    done = run(*command, url)
    assert done.exit_code == 2
    assert "does not end in .gov.cn" in done.output
    assert "--allow-host" in done.output


NO_ADDRESS = [
    ("", "no absolute http address"),
    ("http://", "no absolute http address"),
    ("www.yunhe.gov.cn", "no absolute http address"),
    ("http://[::1", "no address"),
    ("http://www.yunhe.gov.cn:port/", "no address"),
    ("http://www.云禾.gov.cn/", "names no host"),
    # All of these end in .gov.cn somewhere, and lie elsewhere.
    ("http://www.yunhe.gov.cn:80@evil.test/", "names no host"),
    ("http://evil.test@www.yunhe.gov.cn/", "names no host"),
    ("http://evil.test\\.gov.cn/", "names no host"),
]


@pytest.mark.parametrize(("url", "fault"), NO_ADDRESS)
def test_what_is_no_address_is_refused_in_a_line(url: str, fault: str) -> None:
    calls = [["add", url], ["detect", str(PAGES / "ucap-huaixi-2018.html"), "--url", url]]
    if url.startswith("http"):
        calls.append(["detect", "--offline", url])
    for call in calls:
        done = run(*call)
        assert (done.exit_code, fault in done.output) == (2, True), (call, done.output)
        assert "[[portal]]" not in done.output


def test_a_page_saved_from_a_mirror_gives_no_row_unless_its_host_is_meant() -> None:
    saved = str(PAGES / "ucap-huaixi-2018.html")
    mirror = "http://www.huaixi.example.com/x/c116000/common_list.shtml"
    assert run("detect", saved, "--url", mirror).exit_code == 2
    meant = run("detect", saved, "--url", mirror, "--allow-host", "www.huaixi.example.com")
    assert 'outside = ["www.huaixi.example.com"]' in meant.output


def test_an_address_without_its_scheme_is_taken_for_a_file_and_the_answer_says_so() -> None:
    done = run("detect", "www.yunhe.gov.cn")
    assert done.exit_code == 1
    assert "www.yunhe.gov.cn: No such file or directory; an address begins with http://" in done.output


def test_a_platform_that_is_none_is_named() -> None:
    done = run("add", COLUMN, "--platform", "gopher")
    assert done.exit_code == 2
    assert "no adapter for platform 'gopher'" in done.output


def live(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A call in a process of its own, its settings those of a crawl but for the patience."""
    quick = "import govreports.settings as s\ns.DOWNLOAD_DELAY = 0.02\ns.AUTOTHROTTLE_ENABLED = False\n"
    (folder / "sitecustomize.py").write_text(f"{quick}s.RETRY_ENABLED = False\n", encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": f"{folder}{os.pathsep}{Path(__file__).parents[2]}",
        "GOVREPORTS_DATA": str(folder / "data"),
    }
    command = [sys.executable, "-m", "govreports", "portals", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def test_the_column_is_found_from_a_report_by_way_of_the_home_page_and_nothing_is_asked_twice(tmp_path: Path) -> None:
    with PortalServer("openness", awkward=("gbk",)) as server:
        host = server.site.base.partition("//")[2]
        report = f"{server.site.base}{server.family.address(server.site.items[0])}"
        done = live(tmp_path, "add", report, "--allow-host", host, "--region", "341622", "--no-recording")
        asked = [line.target for line in server.log]
    assert done.returncode == 0, done.stderr
    (portal,) = load_portals(tmp_path / "data" / "portals.toml")
    assert (portal.platform, portal.unit) == ("openness", "芦川县人民政府")
    assert portal.catalogues[0].url == f"http://{host}/XxgkContent/showList/101/0/page_1.html"
    assert report in portal.evidence
    assert asked[0] == "/robots.txt"
    assert len(asked) == len(set(asked)) <= 6
    assert "Traceback" not in done.stderr


def test_what_does_not_answer_is_said_in_a_line_each(tmp_path: Path) -> None:
    with PortalServer("openness") as server:
        gone = f"{server.site.base}/gone.html"
        host = server.site.base.partition("//")[2]
        closed = "127.0.0.1:9"
        done = live(tmp_path, "detect", gone, f"http://{closed}/", "--allow-host", host, "--allow-host", closed)
    assert done.returncode == 1
    assert [line.rpartition(": ")[2] for line in done.stderr.splitlines()] == ["http-404", "refused"]
