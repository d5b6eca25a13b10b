"""The registry: what a row must say, and how a bad one is named."""

from pathlib import Path

import pytest

from govreports.platforms import adapter
from govreports.portals import RegistryError, load_portal, load_registry

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


def test_every_portal_of_the_package_has_an_adapter_and_says_where_its_facts_come_from() -> None:
    registry = load_registry()
    assert len(registry) >= 5
    for portal in registry:
        assert adapter(portal.platform).name == portal.platform
        assert portal.evidence
        assert portal.status == "unverified"


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
