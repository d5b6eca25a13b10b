"""Saved catalogue answers, and walking them with an adapter as a spider would."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from govreports.model.exchange import Entry, Fetch, Snapshot
from govreports.model.finding import Finding
from govreports.platforms import adapter
from govreports.portals import CatalogueRow, Portal


@dataclass
class Walked:
    """What a walk asked for and found."""

    fetches: list[Fetch] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def titles(self) -> list[str]:
        return [entry.title for entry in self.entries]

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.findings]


Walker = Callable[..., Walked]


@pytest.fixture
def walk() -> Walker:
    """Walks catalogues: `answers` maps an address to its body. A fetch without an answer fails the test."""

    def walker(
        platform: str,
        answers: Mapping[str, str] | Callable[[Fetch], str],
        start: str,
        *,
        params: Mapping[str, str] | None = None,
        hosts: Sequence[str] = (),
    ) -> Walked:
        portal = Portal(
            id="test",
            name="云禾县",
            region="349902",
            level="county",
            platform=platform,
            site="www.yunhe.gov.test",
            hosts=tuple(hosts),
            unit="云禾县人民政府",
            catalogues=(CatalogueRow(url=start, unit="云禾县人民政府", params=dict(params or {})),),
            evidence="made up",
        )
        walked = Walked()
        waiting = list(adapter(platform).start(portal))
        while waiting:
            fetch = waiting.pop(0)
            walked.fetches.append(fetch)
            assert len(walked.fetches) < 60, "the walk does not end"
            body = answers(fetch) if callable(answers) else answers[fetch.url]
            headers = {"content-type": "text/html; charset=utf-8"}
            snapshot = Snapshot(fetch, fetch.url, datetime(2019, 3, 1, tzinfo=UTC), 200, headers, body.encode())
            catalogue = adapter(platform).read(snapshot, portal)
            walked.entries.extend(catalogue.entries)
            walked.findings.extend(catalogue.findings)
            waiting.extend(catalogue.fetches)
        return walked

    return walker
