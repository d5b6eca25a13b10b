"""Recording: what a live walk asks and gets is written down as exchanges to replay, failures and all."""

from datetime import UTC, datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from govreports.archive import Received, Recorder, Sent
from govreports.crawl.archiving import headers_of
from govreports.crawl.failures import BLOCKED, BUDGET, PortalStoppedError, WithheldError, failure_class
from govreports.crawl.session import session_of

SENT = "govreports_recording_sent"


def refuse_if_full(crawler: Crawler) -> None:
    """Raise WithheldError once the budget of the recording being made, if there is one, is spent."""
    recorder = session_of(crawler).recorder
    if recorder and recorder.spent:
        raise WithheldError(BUDGET)


class RecordingMiddleware:
    """Stands next to the archive: bodies are written as received. Off unless the session makes a recording."""

    def __init__(self, crawler: Crawler, recorder: Recorder) -> None:
        self.crawler = crawler
        self.recorder = recorder

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RecordingMiddleware":
        """Made by Scrapy."""
        recorder = session_of(crawler).recorder
        if recorder is None:
            raise NotConfigured
        return cls(crawler, recorder)

    def process_request(self, request: Request) -> None:
        """Let pass what there is room for: nothing that decides stands between this and the downloader."""
        refuse_if_full(self.crawler)
        request.meta[SENT] = request.url

    def process_response(self, request: Request, response: Response) -> Response:
        """Write the exchange, or stop at the budget."""
        received = Received(
            response.url, datetime.now(UTC), response.status, headers_of(response.headers), response.body
        )
        if not self.recorder.add(_sent(request), received):
            self.recorder.add_failure(_sent(request), BUDGET)
            raise WithheldError(BUDGET)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Write why no answer came. What was never sent (a replay judges robots.txt and hosts itself) is left out,
        but for what a block page or the budget stopped: in a replay it might come before its time."""
        if isinstance(exception, WithheldError):
            self.recorder.add_failure(_sent(request), exception.reason)
        elif isinstance(exception, PortalStoppedError):
            self.recorder.add_failure(_sent(request), BLOCKED)
        elif request.meta.get(SENT) == request.url:
            self.recorder.add_failure(_sent(request), failure_class(exception))


def _sent(request: Request) -> Sent:
    return Sent(request.method, request.url, body=request.body)
