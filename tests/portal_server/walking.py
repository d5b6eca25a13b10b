"""Walking a served portal's catalogues with its adapter over plain HTTP: no spider, no delays, no report is fetched."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, Request, build_opener

from govreports.model.exchange import Entry, Fetch, Snapshot
from govreports.model.finding import Finding
from govreports.platforms import adapter

from .server import PortalServer

LONGEST = 2000
"""Fetches. A walk that makes more does not end."""


@dataclass
class Walked:
    """What a walk asked for and found; `refused` are the fetches that were answered by an error."""

    fetches: list[Fetch] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def walk(server: PortalServer) -> Walked:
    """Every catalogue of the portal, from its row's first fetches on; cookies are kept as the crawl keeps them."""
    spoken, portal, walked = adapter(server.portal.platform), server.portal, Walked()
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    waiting = list(spoken.start(portal))
    while waiting:
        fetch = waiting.pop(0)
        walked.fetches.append(fetch)
        assert len(walked.fetches) < LONGEST, "the walk does not end"
        assert portal.allows(fetch.url), f"{fetch.url} is off the portal's hosts"
        url = fetch.url.partition("#")[0]
        request = Request(url, data=fetch.body or None, headers=dict(fetch.headers), method=fetch.method)
        try:
            response = opener.open(request, timeout=10)
        except HTTPError as error:
            response = error
            if not fetch.guess:
                walked.refused.append(f"{error.code} {url}")
                continue
        with response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            snapshot = Snapshot(fetch, response.url, datetime.now(UTC), response.status, headers, response.read())
        catalogue = spoken.read(snapshot, portal)
        walked.entries.extend(catalogue.entries)
        walked.findings.extend(catalogue.findings)
        waiting.extend(catalogue.fetches)
    return walked
