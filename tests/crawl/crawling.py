"""Crawls on request, each in a child of this process: the reactor runs once in a process, and what a crawl imports is
loaded here once.

Reads jobs from standard input, one JSON object a line ({"portal": row, "folder": path, "options": {…}, "settings":
{…}}), and writes for each a line with its summary.
"""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from forked import places, warm
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred, succeed

from govreports.crawl.run import crawl_portals
from govreports.portals import Portal

QUICK = {
    "DOWNLOAD_DELAY": 0.005,
    "RANDOMIZE_DOWNLOAD_DELAY": False,
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_TIMEOUT": 0.6,
    "DOWNLOAD_MAXSIZE": 300_000,
    "RETRY_TIMES": 1,
    "LOG_LEVEL": "CRITICAL",
}


class LoopbackResolver(CachingThreadedResolver):
    """Every name is this machine's."""

    def getHostByName(self, name: str, timeout: object = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        return succeed("127.0.0.1")


def crawled(job: dict[str, Any]) -> dict[str, Any]:
    settings = {**QUICK, **places(Path(job["folder"]), "data"), **job.get("settings", {})}
    portal = Portal.model_validate(job["portal"])
    (summary,) = crawl_portals([portal], settings=settings, **job.get("options", {})).portals
    return asdict(summary)


def in_a_child(job: dict[str, Any]) -> str:
    """The summary of a crawl, or what it was ended by, as JSON."""
    reader, writer = os.pipe()
    if child := os.fork():
        os.close(writer)
        with os.fdopen(reader, encoding="utf-8") as answer:
            told = answer.read()
        os.waitpid(child, 0)
        return told
    os.close(reader)
    try:
        result = crawled(job)
    except BaseException as error:
        result = {"outcome": repr(error)}
    with os.fdopen(writer, "w", encoding="utf-8") as answer:
        json.dump(result, answer)
    os._exit(0)


if __name__ == "__main__":
    warm()
    for line in sys.stdin:
        sys.stdout.write(in_a_child(json.loads(line)) + "\n")
        sys.stdout.flush()
