"""Running the spider in this process: live, or answered from recordings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from govreports.archive import Recorder, Recording
from govreports.crawl.failures import RecordedFailureError
from govreports.crawl.session import SessionSpider
from govreports.crawl.summary import RunSummary
from govreports.crawl.years import Years
from govreports.places import data_folder, store_url
from govreports.portals import Portal
from govreports.spiders.reports import ReportsSpider

# A replay differs from a crawl in the handler that answers, and in needing neither patience nor a network: Twisted's
# reactor is not even started, so a miss cannot reach one.
REPLAY_SETTINGS: Mapping[str, object] = {
    "DOWNLOAD_HANDLERS": {
        "http": "govreports.crawl.replaying.ReplayDownloadHandler",
        "https": "govreports.crawl.replaying.ReplayDownloadHandler",
    },
    "TWISTED_REACTOR_ENABLED": False,
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    # One after the other: without a delay Scrapy lets more through, and what a block page stops would depend on luck.
    "CONCURRENT_REQUESTS": 1,
    # What was asked again then is asked again now: only the second answer may have been the page. It costs no time.
    "RETRY_EXCEPTIONS": [RecordedFailureError],
    "RETRY_GIVE_UP_LOG_LEVEL": "DEBUG",
    "HTTPPROXY_ENABLED": False,
}


SpiderKind = TypeVar("SpiderKind", bound=SessionSpider)


class CrawlError(RuntimeError):
    """The crawl could not be run at all. The message says why."""


def crawl_portals(
    portals: Sequence[Portal],
    *,
    limit: int | None = None,
    refresh: bool = False,
    years: Years | None = None,
    quiet: bool = True,
    settings: Mapping[str, object] | None = None,
) -> RunSummary:
    """Walk portals on the live web. `limit` is how many reports of each are fetched, `refresh` reads again what is
    done, `years` are the reporting years sought, `settings` overrides Scrapy's. Twisted's reactor runs once in a
    process, and so does this. Raises ValueError without a portal, and the errors of store and platforms."""
    if not portals:
        raise ValueError("no portal given")
    return _run(settings or {}, quiet, portals=tuple(portals), limit=limit, refresh=refresh, years=years)


def record(
    portal: Portal,
    recorder: Recorder,
    *,
    limit: int | None = None,
    quiet: bool = True,
    settings: Mapping[str, object] | None = None,
) -> RunSummary:
    """Walk a portal on the live web and write all that passes down as a recording. Store and archive of the walk are
    thrown away afterwards: a replay of the recording makes them. Raises what `crawl_portals` does."""
    with TemporaryDirectory(prefix="govreports-record-") as folder:
        places = {"GOVREPORTS_STORE": f"sqlite:///{folder}/store.sqlite", "GOVREPORTS_DATA": folder}
        try:
            return _run({**places, **(settings or {})}, quiet, portals=(portal,), limit=limit, recorder=recorder)
        finally:
            recorder.close()


def replay(
    recordings: Sequence[Path | Recording], *, quiet: bool = True, settings: Mapping[str, object] | None = None
) -> RunSummary:
    """Walk recorded portals: the same spider, middlewares and pipelines, answered from the recordings, everything read
    again; `settings` overrides Scrapy's. Raises the errors of recordings and registry, which name file and line, of
    store and platforms, and CrawlError for two recordings of one portal."""
    loaded = [given if isinstance(given, Recording) else Recording.load(given) for given in recordings]
    known: dict[str, Path] = {}
    for recording in loaded:
        if other := known.get(recording.portal.id):
            raise CrawlError(f"{recording.folder} and {other} are both recordings of {recording.portal.id}")
        known[recording.portal.id] = recording.folder
    portals = tuple(recording.portal for recording in loaded)
    summary = _run(
        {**REPLAY_SETTINGS, **(settings or {})}, quiet, portals=portals, recordings=tuple(loaded), refresh=True
    )
    unused = tuple(
        f"{spare.method} {spare.url}" for recording in loaded if not recording.foreign for spare in recording.unused()
    )
    return replace(summary, unused=unused)


def _run(overrides: Mapping[str, object], quiet: bool, **arguments: Any) -> RunSummary:
    session = run_spider(ReportsSpider, overrides, quiet, **arguments).session
    told = {summary.portal for summary in session.summaries}
    if lost := [portal.id for portal in session.portals if portal.id not in told]:
        raise CrawlError(f"the run did not come to its end for {', '.join(lost)}; what was stored before is kept")
    return RunSummary(session.summaries, started_empty=session.started_empty)


def run_spider(kind: type[SpiderKind], overrides: Mapping[str, object], quiet: bool, **arguments: Any) -> SpiderKind:
    """Run a spider with the project's settings, some of them overridden, and give it back when it has ended. Raises
    CrawlError, or what kept it from starting."""
    settings = Settings()
    settings.setmodule("govreports.settings", priority="project")
    settings.update({"GOVREPORTS_STORE": store_url(), "GOVREPORTS_DATA": str(data_folder())}, priority="cmdline")
    settings.update(dict(overrides), priority="cmdline")
    if quiet:
        settings.update({"LOG_LEVEL": "WARNING", "GOVREPORTS_PROGRESS": True}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(kind)
    task = process.crawl(crawler, **arguments)
    process.start()
    if task.done() and not task.cancelled() and (error := task.exception()):
        raise error
    if not isinstance(crawler.spider, kind):
        raise CrawlError("the spider did not start")
    return crawler.spider
