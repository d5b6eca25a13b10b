"""A first row for a portal, from what its address and its pages say."""

from pathlib import Path

import pytest

from govreports.portals import RegistryError, load_portal, load_registry
from govreports.portals.adding import add_row
from govreports.portals.drafting import NOWHERE, Known, draft, id_of, provisional, twins


@pytest.mark.parametrize(
    ("host", "portal_id"),
    [
        ("www.yunhe.gov.cn", "yunhe"),
        ("yunhe.gov.cn", "yunhe"),
        ("czj.yunhe.gov.cn", "yunhe-czj"),
        ("127.0.0.3:8080", "127-0-0-3-8080"),
        ("www.yunhe.gov.cn:8080", "yunhe-8080"),
        ("portal_1.example.com", "com-example-portal-1"),
    ],
)
def test_an_id_is_made_of_the_hosts_name(host: str, portal_id: str) -> None:
    assert id_of(host) == portal_id


@pytest.mark.parametrize(
    ("site_name", "site_code", "unit", "region", "level"),
    [
        ("衢州市人民政府门户网站", "3308000002", "衢州市人民政府", "330800", "prefecture"),
        ("蒙城县政府信息公开网", "", "蒙城县人民政府", "341622", "county"),
        ("安徽省人民政府", "3400000001", "安徽省人民政府", "340000", "province"),
        ("衢州市财政局", "3308000017", "衢州市财政局", "330800", "department"),
        ("蒙城县立仓镇人民政府", "", "蒙城县立仓镇人民政府", "341622", "town"),
        # The code is the site's, whatever its name; one that is no division's is not believed.
        ("芦川县人民政府", "3416220001", "芦川县人民政府", "341622", "county"),
        ("芦川县人民政府", "3499060001", "芦川县人民政府", NOWHERE, "county"),
        ("", "", "www.a.gov.cn", NOWHERE, "county"),
    ],
)
def test_unit_region_and_level_are_read_from_the_pages_tags(
    site_name: str, site_code: str, unit: str, region: str, level: str
) -> None:
    row = draft(Known("http://www.a.gov.cn/col/", "generic", "x", site_name=site_name, site_code=site_code))
    assert (row.unit, row.region, row.level) == (unit, region, level)
    assert (row.site, row.hosts, row.status) == ("www.a.gov.cn", ("a.gov.cn",), "unverified")


def test_what_a_person_says_counts() -> None:
    known = Known("http://a.example.com/", "trs", "x", id="a", unit="甲", region="341622", level="town", site_name="乙")
    row = draft(known)
    assert (row.id, row.unit, row.region, row.level, row.outside) == ("a", "甲", "341622", "town", ("a.example.com",))


def test_a_host_answers_with_and_without_www_a_department_of_it_alone() -> None:
    assert twins("www.a.gov.cn") == ("www.a.gov.cn", "a.gov.cn")
    assert twins("a.gov.cn") == ("a.gov.cn", "www.a.gov.cn")
    assert twins("127.0.0.1:80") == ("127.0.0.1:80",)
    with pytest.raises(ValueError, match="no absolute http address"):
        provisional("ftp://a.gov.cn/", 1)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own registry file."""
    monkeypatch.setenv("GOVREPORTS_DATA", str(tmp_path))
    return tmp_path / "portals.toml"


def known(portal_id: str) -> Known:
    url = f"http://www.{portal_id}.gov.cn/col/col1/index.html"
    return Known(url, "hanweb", "seen", column=url, id=portal_id, unit="甲县人民政府", region="341622")


def test_rows_are_added_one_after_the_other_and_what_stands_there_stays(own: Path) -> None:
    add_row(draft(known("one")), own)
    first = own.read_text(encoding="utf-8")
    add_row(draft(known("two")), own)
    assert own.read_text(encoding="utf-8").startswith(first.rstrip())
    assert [load_registry()[name].catalogues[0].url for name in ("one", "two")] == [
        "http://www.one.gov.cn/col/col1/index.html",
        "http://www.two.gov.cn/col/col1/index.html",
    ]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (draft(known("bozhou")), "the id is given twice"),
        (draft(known("one")), "the id is given twice"),
        (draft(known("other")).model_copy(update={"region": NOWHERE}), "000000 is no division's code"),
        (draft(known("other")).model_copy(update={"platform": "gopher"}), "no adapter for platform 'gopher'"),
    ],
)
def test_a_row_that_does_not_hold_changes_nothing(own: Path, row: object, fault: str) -> None:
    add_row(draft(known("one")), own)
    before = own.read_bytes()
    with pytest.raises(RegistryError, match=fault) as error:
        add_row(row, own)
    assert str(own) in str(error.value)
    # The file the row was tried in is gone by now.
    assert f"{own.name}." not in str(error.value)
    assert own.read_bytes() == before
    assert [path.name for path in own.parent.iterdir()] == ["portals.toml"]


def test_a_file_that_cannot_be_read_is_left_as_it_is(own: Path) -> None:
    own.write_text("[[portal\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"portals.toml:1"):
        add_row(draft(known("one")), own)
    assert own.read_text(encoding="utf-8") == "[[portal\n"


def test_a_file_elsewhere_may_hold_the_row_instead(own: Path, tmp_path: Path) -> None:
    add_row(draft(known("one")), tmp_path / "mine" / "gansu.toml")
    assert load_portal(tmp_path / "mine" / "gansu.toml").id == "one"
    assert not own.exists()
