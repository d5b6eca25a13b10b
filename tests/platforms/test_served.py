"""Catalogues of served portals, each thing that makes them awkward by itself: what the adapters list is what the portal
holds."""

from collections import Counter

import pytest
from portal_server import APART, PortalServer, families
from portal_server.walking import Walked, walk

from govreports.model.identity import canonical_url

CASES = [
    (name, flag) for name, family in sorted(families().items()) for flag in ("plain", *sorted(family.plays & APART))
]


def served(family: str, flag: str) -> PortalServer:
    return PortalServer(family, awkward=() if flag == "plain" else (flag,), years=range(2008, 2013), per_page=2)


@pytest.mark.parametrize(("family", "flag"), CASES)
def test_what_is_listed_is_what_there_is(family: str, flag: str) -> None:
    with served(family, flag) as server:
        walked, truth = walk(server), server.truth
    assert {canonical_url(entry.url) for entry in walked.entries} == {canonical_url(url) for url in truth.listed}
    assert walked.refused == []
    for entry in walked.entries:
        assert (entry.title, entry.listed) == (truth.titles[entry.url], truth.days[entry.url])
    assert Counter(page for line in server.log for page in line.pages) == dict.fromkeys(truth.pages, 1)
    assert all(line.known for line in server.log) or flag == "silent-pager"
    assert bool(codes(walked)) == bool(truth.lost)


@pytest.mark.parametrize(("family", "flag"), [case for case in CASES if case[1] in ("plain", "unit-tree")])
def test_an_entry_knows_whose_column_lists_it(family: str, flag: str) -> None:
    with served(family, flag) as server:
        named = {entry.url: entry.unit for entry in walk(server).entries}
        whole = {url: unit for unit, _, url in server.truth.reports}
        short = {unit.name: unit.short for unit in server.site.units}
    assert named
    for url, unit in named.items():
        # The links of a tree name units as people do, and some trees name none.
        assert unit in ({whole[url]} if flag == "plain" else {whole[url], short[whole[url]], None})


def test_hundreds_of_units_and_years_are_listed_whole() -> None:
    with PortalServer("trs", units=150, years=range(2008, 2024), awkward={"one-list"}, per_page=200) as server:
        walked = walk(server)
        assert {entry.url for entry in walked.entries} == server.truth.listed
    assert len(walked.entries) == 150 * 16
    assert codes(walked) == set()


def codes(walked: Walked) -> set[str]:
    return {finding.code for finding in walked.findings}
