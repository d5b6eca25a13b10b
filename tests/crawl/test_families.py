"""Every adapter against portals of its family: a real server, the real spider, the truth kept apart."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from portal_server import APART, PortalServer, families
from portal_server.exchange import Line
from portal_server.truth import Truth

import govreports
from govreports.model.identity import canonical_url
from govreports.platforms import platforms
from govreports.store import Store
from govreports.store.queries import EntryRow

GAP = 0.025
"""Seconds: half of the delay that is asked for."""


@dataclass(frozen=True)
class Case:
    """A family, and what is switched on."""

    family: str
    awkward: frozenset[str]

    def __str__(self) -> str:
        return self.family


CASES = [Case(name, family.plays - APART) for name, family in sorted(families().items())]


@dataclass(frozen=True)
class Crawled:
    """What a crawl asked and found. `again` are the records of its replay, the server gone."""

    truth: Truth
    log: list[Line]
    strange: list[Line]
    summary: dict[str, object]
    entries: dict[str, EntryRow]
    records: list[dict[str, object]]
    replayed: dict[str, object]
    again: list[dict[str, object]]

    @property
    def codes(self) -> set[str]:
        return {finding["code"] for finding in self.summary.get("findings", ())}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, Crawled]:
    """All cases, crawled side by side: each portal is a host of its own."""
    # An answer slower than the delay shows whether the next request waits for it.
    servers = {case: PortalServer(case.family, awkward=case.awkward, years=(2012, 2013), slow=0.15) for case in CASES}
    folders = {case: tmp_path_factory.mktemp(str(case)) for case in servers}
    jobs = [
        {"portal": server.portal.model_dump(mode="json"), "folder": str(folders[case])}
        for case, server in servers.items()
    ]
    told = tmp_path_factory.mktemp("jobs") / "jobs.json"
    told.write_text(json.dumps(jobs), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GOVREPORTS_")}
    log = told.with_name("log")
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, str(Path(__file__).parent / "forked.py"), str(told)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=environment,
            cwd=Path(govreports.__file__).parent.parent,
        )
        assert process.stdout is not None
        begun = process.stdout.readline()
        for server in servers.values():
            server.close()
        process.communicate("go on\n", timeout=120)
    assert begun == "live\n" and process.returncode == 0, log.read_text(encoding="utf-8")
    return {case: gathered(server, folders[case]) for case, server in servers.items()}


def gathered(server: PortalServer, folder: Path) -> Crawled:
    summary, replayed = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in ("live", "again")
    )
    with Store.open(f"sqlite:///{folder / 'live'}.sqlite") as store:
        entries = {canonical_url(row.address): row for row in store.entries()}
        records = list(store.records())
    with Store.open(f"sqlite:///{folder / 'again'}.sqlite") as store:
        again = list(store.records())
    return Crawled(server.truth, server.log, server.strange, summary, entries, records, replayed, again)


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    return request.param


@pytest.fixture
def crawl(case: Case, crawled: dict[Case, Crawled]) -> Crawled:
    return crawled[case]


def test_exactly_the_truth_comes_out(crawl: Crawled) -> None:
    found = {(record["unit"], record["year"], record["url"]) for record in crawl.records}
    assert found == crawl.truth.reports, crawl.summary
    for record in crawl.records:
        assert f"主动公开政府信息{crawl.truth.disclosed[record['url']]}条" in record["text"]
        assert "网站标识码" not in record["text"]


def test_every_entry_is_kept_with_its_date_and_what_became_of_it(crawl: Crawled) -> None:
    truth = crawl.truth
    assert crawl.entries.keys() == {canonical_url(url) for url in truth.listed}
    for url in truth.listed:
        row = crawl.entries[canonical_url(url)]
        assert (row.title, row.listed) == (truth.titles[url], truth.days[url])
        state, told = truth.others.get(url, ("report", ""))
        assert row.state == state
        assert told in (row.document_type or "", row.reason or "") or (row.reason or "").startswith(told)


def test_every_catalogue_page_is_asked_for_once(crawl: Crawled) -> None:
    assert Counter(page for line in crawl.log for page in line.pages) == dict.fromkeys(crawl.truth.pages, 1)


def test_nothing_is_asked_for_that_should_not_be(crawl: Crawled, case: Case) -> None:
    assert crawl.strange == []
    asked = {canonical_url(f"http://{line.headers['Host']}{line.target}") for line in crawl.log}
    unwanted = {url for url, (state, told) in crawl.truth.others.items() if told not in {"soft-404", "index"}}
    assert not asked & {canonical_url(url) for url in unwanted}
    # An address that no page gives is guessed only where a pager tells none.
    assert all(line.known for line in crawl.log) or "silent-pager" in case.awkward


def test_a_host_is_asked_one_thing_at_a_time_and_slowly(crawl: Crawled) -> None:
    assert {line.in_flight for line in crawl.log} == {1}
    times = [line.time for line in crawl.log]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    # The server notes a request when its thread gets to run: on a busy machine late, which makes one gap long and the
    # next one short. Two gaps together do not know of it, nor does the middle one of all.
    assert min(one + other for one, other in pairwise(gaps)) >= 2 * GAP
    assert median(gaps) >= 1.8 * GAP
    assert sum(gap < GAP for gap in gaps) <= max(1, 0.05 * len(gaps))


def test_the_run_says_what_is_amiss_and_nothing_else(crawl: Crawled, case: Case) -> None:
    expected = {"off-site"} & case.awkward
    if crawl.truth.lost:
        expected |= {"total-disagrees", "catalogue-page-empty"}
        assert crawl.codes & expected
    assert crawl.codes <= expected
    assert crawl.summary["outcome"] == "ok"


def test_the_recording_gives_the_same_records_with_the_server_gone(crawl: Crawled) -> None:
    assert crawl.replayed["outcome"] == crawl.summary["outcome"]
    assert crawl.replayed["misses"] == []
    assert crawl.again == crawl.records


def test_every_adapter_has_a_family_that_plays_it() -> None:
    assert {family.platform for family in families().values()} == set(platforms())
