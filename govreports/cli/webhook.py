"""Telling a scheduler's webhook what a crawl came to."""

import json
import urllib.request
from http.client import HTTPException

from govreports.cli.outcome import complain
from govreports.crawl.summary import RunSummary

SECONDS = 10


def notify(url: str, summary: RunSummary) -> None:
    """POST the summary as JSON: {"failed": n, "portals": [{"portal", "outcome", "detail", "entries", "new", "changed",
    "unreadable"}]}. A webhook that does not answer is complained of on stderr and fails nothing."""
    told = [
        {
            "portal": portal.portal,
            "outcome": portal.outcome,
            "detail": portal.detail,
            "entries": portal.entries,
            "new": portal.new,
            "changed": portal.changed,
            "unreadable": portal.unreadable,
        }
        for portal in summary.portals
    ]
    body = json.dumps({"failed": sum(portal.failed for portal in summary.portals), "portals": told}, ensure_ascii=False)
    try:
        request = urllib.request.Request(url, body.encode(), {"Content-Type": "application/json; charset=utf-8"})
        urllib.request.urlopen(request, timeout=SECONDS).close()
    except (OSError, HTTPException, ValueError) as error:
        complain("webhook", str(error))
