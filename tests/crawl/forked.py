"""Crawls portals, each in a process of its own, and replays what was recorded: the reactor runs once in a process.

`python forked.py JOBS`: a JSON list of {"portal": row, "folder": path}. Each is walked live with a delay of 50 ms, its
recording, store and summary below its folder; then, when a line comes on standard input, replayed from the recording
into a store of its own.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

from scrapy.utils.misc import load_object
from scrapy.utils.project import get_project_settings

from govreports.archive import Recorder
from govreports.crawl.run import record, replay
from govreports.crawl.summary import RunSummary
from govreports.pages import read_page
from govreports.portals import Portal

AT_ONCE = 3
# A delay of 50 ms, and exactly that: what Scrapy adds or takes by chance would leave no room to measure in.
QUICK = {
    "DOWNLOAD_DELAY": 0.05,
    "DOWNLOAD_DELAY_JITTER": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "RETRY_ENABLED": False,
    "DOWNLOAD_TIMEOUT": 10,
}
BUDGET = 50_000_000


def warm() -> None:
    """Load what a crawl loads when it starts, once for all children; the reactor is not among it."""
    settings = get_project_settings()
    for group in ("DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "EXTENSIONS", "DOWNLOAD_HANDLERS", "ITEM_PIPELINES"):
        for name in (*settings[f"{group}_BASE"].values(), *settings[f"{group}_BASE"], *settings[group].values()):
            if isinstance(name, str) and "." in name:
                load_object(name)
    load_object(settings["DOWNLOADER"])
    load_object(settings["SCHEDULER"])
    read_page("<p>2012年，本机关主动公开政府信息12条，全部按期更新。</p>".encode(), snapshot="")
    assert "twisted.internet.reactor" not in sys.modules


def places(folder: Path, name: str) -> dict[str, str]:
    return {"GOVREPORTS_STORE": f"sqlite:///{folder / name}.sqlite", "GOVREPORTS_DATA": str(folder / name)}


def live(row: dict[str, object], folder: Path) -> RunSummary:
    portal = Portal.model_validate(row)
    recorder = Recorder(folder / "recording", portal, BUDGET)
    return record(portal, recorder, settings={**QUICK, **places(folder, "live")})


def again(_: dict[str, object], folder: Path) -> RunSummary:
    return replay([folder / "recording"], settings=places(folder, "again"))


def each(jobs: Iterable[dict[str, object]], work: Callable[[dict[str, object], Path], RunSummary]) -> None:
    """Do the work of each job in a child, a few at a time; what it comes to lies in the job's folder."""
    running = 0
    for job in jobs:
        if running == AT_ONCE:
            os.wait()
            running -= 1
        if os.fork() == 0:
            # The server keeps its log while these work: it goes first.
            os.nice(5)
            folder = Path(job["folder"])
            try:
                told = {**asdict(work(job["portal"], folder).portals[0])}
            except BaseException:
                told = {"outcome": traceback.format_exc()}
            (folder / f"{work.__name__}.json").write_text(json.dumps(told), encoding="utf-8")
            os._exit(0)
        running += 1
    for _ in range(running):
        os.wait()


if __name__ == "__main__":
    warm()
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    each(given, live)
    sys.stdout.write("live\n")
    sys.stdout.flush()
    sys.stdin.readline()
    each(given, again)
