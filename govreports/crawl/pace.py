"""The pace a host asks for: where robots.txt has a Crawl-delay longer than our own, it holds."""

from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.robotstxt import RobotParser

from govreports.crawl.session import session_of


class PaceExtension:
    """Keeps the delay of every host at least at what its robots.txt asks for, whatever AutoThrottle makes of it: after
    AutoThrottle, which is connected before it, has had its say, and when the downloader makes a host's slot anew."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._asked: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PaceExtension":
        """Made by Scrapy."""
        extension = cls(crawler)
        crawler.signals.connect(extension.read, signals.robots_parsed)
        crawler.signals.connect(extension.hold, signals.request_reached_downloader)
        crawler.signals.connect(extension.hold, signals.response_downloaded)
        return extension

    def read(self, robotparser: RobotParser, request: Request) -> None:
        """Remember what a host asks for. A replay burdens nobody and need not wait."""
        session = session_of(self.crawler)
        seconds = robotparser.crawl_delay(self.crawler.settings["USER_AGENT"])
        if session.replays or not seconds or seconds <= self.crawler.settings.getfloat("DOWNLOAD_DELAY"):
            return
        host = urlsplit(request.url).hostname or ""
        self._asked[host] = seconds
        for run in session.runs_for(request):
            run.note("crawl-delay", "info", f"robots.txt of {host} asks for {seconds:g} seconds between requests")

    def hold(self, request: Request) -> None:
        """Lift the delay of the request's host to what it asks for, exactly: chance must not shorten it."""
        host = request.meta.get("download_slot")
        engine = self.crawler.engine
        if engine is None or host not in self._asked:
            return
        slot = engine.downloader.slots[host]
        slot.delay, slot.jitter = max(slot.delay, self._asked[host]), 0.0
