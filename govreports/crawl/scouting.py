"""Looking at sites before there is a row for them: the crawl's own settings, robots.txt, delay and name."""

from collections.abc import Mapping, Sequence
from tempfile import TemporaryDirectory

from govreports.crawl.run import run_spider
from govreports.crawl.scout import ScoutSpider, Trip

MOST_PAGES = 5
"""Whoever needs more clicks than that to find the column needs a person."""


def scout(trips: Sequence[Trip], *, settings: Mapping[str, object] | None = None) -> None:
    """Make some trips on the live web; what they come by is on them. Store and archive of the walk are thrown away.
    Twisted's reactor runs once in a process, and so does this. Raises CrawlError."""
    with TemporaryDirectory(prefix="govreports-scout-") as folder:
        places = {
            "GOVREPORTS_STORE": f"sqlite:///{folder}/store.sqlite",
            "GOVREPORTS_DATA": folder,
            # What does not come, and what goes wrong, is on the trips.
            "LOG_LEVEL": "CRITICAL",
        }
        run_spider(ScoutSpider, {**places, **(settings or {})}, quiet=False, trips=tuple(trips))
