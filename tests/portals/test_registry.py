"""The registry: what a row must say, and how a bad one is named."""

import re
from pathlib import Path

import pytest

import govreports.portals
from govreports.platforms import adapter
from govreports.portals import Portal, RegistryError, load_portal, load_registry
from govreports.portals.registry import load_portals

ROW = """
[[portal]]
id = "yunhe-xian"
name = "云禾县人民政府"
region = "349902"
level = "county"
platform = "openness"
site = "www.yunhe.gov.test"
hosts = ["xxgk.yunhe.gov.test"]
unit = "云禾县人民政府"
evidence = "made up"

[[portal.catalogues]]
url = "https://www.yunhe.gov.test/XxgkContent/showList/1/0/page_1.html"
"""


def written(folder: Path, text: str, name: str = "portal.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


SHIPPED = list(load_registry(Path(govreports.portals.__file__).parent / "data"))
SEEDS = {"anhui.toml": ["bozhou", "ningguo", "jinan-luan", "bengbu-commerce"], "zhejiang.toml": ["quzhou"]}


def test_the_seeds_portals_are_shipped_first_of_their_provinces() -> None:
    for file, ids in SEEDS.items():
        rows = load_portals(Path(govreports.portals.__file__).parent / "data" / file)
        assert [portal.id for portal in rows][: len(ids)] == ids


@pytest.mark.parametrize("portal", SHIPPED, ids=lambda portal: portal.id)
def test_every_shipped_row_says_what_it_rests_on_and_builds_its_start_requests(portal: Portal) -> None:
    assert (portal.status, portal.verified) == ("unverified", None)
    assert re.search(r"/|\.aspx", portal.evidence), "no address in its evidence"
    assert all(host.endswith(".gov.cn") for host in portal.all_hosts)
    fetches = list(adapter(portal.platform).start(portal))
    assert fetches
    assert all(portal.allows(fetch.url) and fetch.role == "catalogue" for fetch in fetches)


def test_the_users_own_rows_stand_beside_the_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVREPORTS_DATA", str(tmp_path))
    assert len(load_registry()) == len(SHIPPED)
    written(tmp_path, ROW, "portals.toml")
    assert load_registry()["yunhe-xian"].unit == "云禾县人民政府"
    assert len(load_registry()) == len(SHIPPED) + 1
    written(tmp_path, ROW.replace("yunhe-xian", "bozhou"), "portals.toml")
    with pytest.raises(RegistryError, match=r"portals.toml: portal 'bozhou' is given twice"):
        load_registry()


def test_a_row_has_room_for_trees_rosters_and_expectations(tmp_path: Path) -> None:
    more = """names = ["云禾区人民政府"]
least_entries = 40
first_year = 2008
tolerance = 0.05
status = "verified"
verified = 2026-02-01
units = [
    "云禾县水务局",
    { name = "云禾县莲溪镇人民政府", region = "349902" },
    { name = "莲溪水务站", parent = "云禾县莲溪镇人民政府" },
]
roster = [
    { name = "云禾县水利局", to = 2019-03-01, source = "the county's list of organs" },
    { name = "云禾县水务局", from = 2019-03-01, obliged = true, source = "the county's list of organs" },
    { name = "云禾县档案馆", obliged = false, source = "the county's list of organs" },
]
evidence"""
    portal = load_portal(written(tmp_path, ROW.replace("evidence", more, 1)))
    assert [(unit.name, unit.parent) for unit in portal.units] == [
        ("云禾县水务局", None),
        ("云禾县莲溪镇人民政府", None),
        ("莲溪水务站", "云禾县莲溪镇人民政府"),
    ]
    told = {
        unit: portal.region_of(unit) for unit in ("莲溪水务站", "云禾县莲溪镇人民政府", "云禾县水务局", "某局", None)
    }
    assert [unit for unit, region in told.items() if region == "349902"] == ["莲溪水务站", "云禾县莲溪镇人民政府"]
    assert [region for region in told.values() if region] == ["349902"] * 2
    due = {year: [row.name for row in portal.roster if row.due(year)] for year in (2018, 2019)}
    assert due == {2018: ["云禾县水利局"], 2019: ["云禾县水务局"]}
    assert Portal.model_validate(portal.model_dump(mode="json")) == portal


def test_a_portal_allows_its_own_hosts_and_no_other(tmp_path: Path) -> None:
    portal = load_portal(written(tmp_path, ROW))
    assert portal.allows("http://www.yunhe.gov.test/a.html")
    assert portal.allows("https://XXGK.yunhe.gov.test:8443/a.html")
    assert not portal.allows("http://www.yunhe.gov.test.evil.example/a.html")
    assert not portal.allows("http://yunhe.gov.test/a.html")


def test_an_unknown_portal_is_named_with_those_like_it() -> None:
    with pytest.raises(RegistryError, match=r"'bengbu'.*did you mean bengbu-commerce"):
        load_registry()["bengbu"]


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (ROW.replace('region = "349902"', 'region = "34"'), "row 1 .yunhe-xian.: region"),
        (ROW.replace('level = "county"', 'level = "village"'), "level"),
        (ROW.replace("evidence", "evidense"), "evidense"),
        (ROW.replace('hosts = ["xxgk', 'hosts = ["https://xxgk'), "no host name"),
        (ROW.replace("https://www.yunhe.gov.test/Xxgk", "https://elsewhere.test/Xxgk"), "none of the portal's hosts"),
        (ROW.replace("https://www.yunhe.gov.test/Xxgk", "/Xxgk"), "no absolute http address"),
        (ROW.replace('name = "', "name = "), "portal.toml"),
        ("portal = 1", "portals are written as"),
        ("[settings]", "settings"),
        (ROW + ROW, "one .*row expected, found 2"),
        ("", "found 0"),
    ],
)
def test_a_bad_row_is_named_with_its_file_and_its_fault(tmp_path: Path, broken: str, fault: str) -> None:
    path = written(tmp_path, broken)
    with pytest.raises(RegistryError, match=fault) as error:
        load_portal(path)
    assert str(path) in str(error.value)


def test_one_id_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    written(tmp_path, ROW, "a.toml")
    written(tmp_path, ROW, "b.toml")
    with pytest.raises(RegistryError, match=r"b.toml.*yunhe-xian.*twice"):
        load_registry(tmp_path)
