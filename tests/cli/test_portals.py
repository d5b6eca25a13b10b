"""portals detect and add: what they judge and refuse without asking anybody."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from govreports.cli import main
from govreports.portals import load_portal

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


def test_a_platform_that_is_none_is_named() -> None:
    done = run("add", COLUMN, "--platform", "gopher")
    assert done.exit_code == 2
    assert "no adapter for platform 'gopher'" in done.output
