"""A row as it is written reads back as the same row."""

from pathlib import Path

import pytest

from govreports.portals import Portal, load_portal, load_registry
from govreports.portals.writing import row_toml


@pytest.mark.parametrize("portal", list(load_registry()), ids=lambda portal: portal.id)
def test_every_row_of_the_registry_is_written_as_it_was_read(portal: Portal, tmp_path: Path) -> None:
    path = tmp_path / "portal.toml"
    path.write_text(row_toml(portal), encoding="utf-8")
    assert load_portal(path) == portal


def test_quotes_parameters_units_and_rosters_survive(tmp_path: Path) -> None:
    portal = Portal.model_validate(
        {
            "id": "muchuan",
            "name": '暮川县"人民政府"\\',
            "region": "349903",
            "level": "county",
            "platform": "openness",
            "site": "localhost:8080",
            "unit": "暮川县人民政府",
            "params": {"cat.id": "{a: 'b'}\n", "kind": "年报"},
            "catalogues": [{"url": "http://localhost:8080/a?b=1", "unit": "甲", "params": {"method": "GET"}}],
            "units": ["甲", {"name": "乙", "parent": "甲"}],
            "roster": [{"name": "甲", "from": "2008-05-01", "source": "made up"}],
            "evidence": "made up",
        }
    )
    path = tmp_path / "portal.toml"
    path.write_text(row_toml(portal), encoding="utf-8")
    assert load_portal(path) == portal
    assert "tolerance" not in path.read_text(encoding="utf-8")
