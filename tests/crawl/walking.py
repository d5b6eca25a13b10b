"""Walks a portal in a process of its own: the reactor runs once in a process.

`python walking.py JOB`: {"portal": row, "folder": path, "options": {…}, "settings": {…}}, with `record` (a folder) and
`budget` for a recording. Writes the summary as JSON.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from govreports.archive import Recorder
from govreports.crawl.run import crawl_portals, record
from govreports.crawl.summary import RunSummary
from govreports.crawl.years import Years
from govreports.portals import Portal

QUICK = {
    "DOWNLOAD_DELAY": 0.01,
    "RANDOMIZE_DOWNLOAD_DELAY": False,
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_TIMEOUT": 2,
}
BUDGET = 50_000_000


def walked(job: dict[str, Any]) -> RunSummary:
    folder, options = Path(job["folder"]), job.get("options", {})
    places = {"GOVREPORTS_STORE": f"sqlite:///{folder / 'live.sqlite'}", "GOVREPORTS_DATA": str(folder / "live")}
    settings = {**QUICK, **places, **job.get("settings", {})}
    portal = Portal.model_validate(job["portal"])
    if "record" in job:
        recorder = Recorder(Path(job["record"]), portal, job.get("budget", BUDGET))
        return record(portal, recorder, settings=settings, **options)
    if "years" in options:
        options["years"] = Years.parse(options["years"])
    return crawl_portals([portal], settings=settings, **options)


if __name__ == "__main__":
    (told,) = walked(json.loads(sys.argv[1])).portals
    sys.stdout.write(json.dumps(asdict(told)))
