"""Progress of a crawl on stderr: a bar on a terminal, plain lines otherwise, nothing for what is over in a second."""

from time import monotonic
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from govreports.crawl.session import session_of

MOMENT = 1.0
"""Seconds. What takes less shows nothing."""

BETWEEN_LINES = 10.0
"""Seconds between plain lines."""


class ProgressExtension:
    """Tells how many of the entries found so far are done. Off unless GOVREPORTS_PROGRESS is set: with `scrapy crawl`
    the log tells."""

    def __init__(self, crawler: Crawler, console: Console | None = None) -> None:
        self.crawler = crawler
        self.console = console or Console(stderr=True)
        self.begun = monotonic()
        self.last_line = 0.0
        self._bar: Progress | None = None
        self._task = TaskID(0)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        if not crawler.settings.getbool("GOVREPORTS_PROGRESS"):
            raise NotConfigured
        extension = cls(crawler)
        crawler.signals.connect(extension.tell, signals.response_received)
        crawler.signals.connect(extension.tell, signals.item_scraped)
        crawler.signals.connect(extension.close, signals.spider_closed)
        return extension

    def tell(self) -> None:
        """Show where the crawl stands."""
        elapsed = monotonic() - self.begun
        if elapsed < MOMENT:
            return
        done, found = session_of(self.crawler).progress
        if self.console.is_terminal:
            bar = self._bar or self._started()
            bar.update(self._task, completed=done, total=found or None)
        elif elapsed - self.last_line >= BETWEEN_LINES:
            self.last_line = elapsed
            self.console.print(f"{done} of {found} entries done", highlight=False)

    def close(self) -> None:
        """Take the bar away: the summary follows."""
        if self._bar:
            self._bar.stop()

    def _started(self) -> Progress:
        columns = (TextColumn("entries"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=self.console, transient=True)
        self._task = self._bar.add_task("entries", total=None)
        self._bar.start()
        return self._bar
