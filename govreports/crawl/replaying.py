"""Replay: the download handler that answers from recordings. It never touches a network; what no recording answers is a
miss, counted here, because Scrapy alone would end "finished"."""

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from govreports.archive import NoAnswerError, Received, Recording
from govreports.crawl.asked import RECORDED_TIME, Asked
from govreports.crawl.blocked import refuse_if_stopped
from govreports.crawl.failures import ReplayMissError, as_recorded
from govreports.crawl.session import session_of, spider_of


class ReplayDownloadHandler(BaseDownloadHandler):
    """Answers http and https alike."""

    lazy = False

    async def download_request(self, request: Request) -> Response:
        """The recorded response, or ReplayMissError; refused like any other if the portal has blocked meanwhile."""
        refuse_if_stopped(self.crawler, request)
        for recording in self._recordings(request):
            try:
                received = recording.answer(request.method, request.url, request.body)
            except NoAnswerError as error:
                raise as_recorded(error.reason) from error
            if received is not None:
                request.meta[RECORDED_TIME] = received.time
                return _response(request, received)
        for run in session_of(self.crawler).runs_for(request) if self._must_know(request) else ():
            run.misses.append(f"{request.method} {request.url}")
        raise ReplayMissError(f"no recording answers {request.method} {request.url}")

    def _must_know(self, request: Request) -> bool:
        """Whether a recording without an answer is at fault. robots.txt is Scrapy's own wish, and was the concern of
        whoever made the files of another tool."""
        return Asked.of(request) is not None or not all(each.foreign for each in self._recordings(request))

    def _recordings(self, request: Request) -> list[Recording]:
        """The recording of the request's portal; for robots.txt those of all portals on its host."""
        recordings = spider_of(self.crawler).recordings
        asked = Asked.of(request)
        if asked:
            return [recording for recording in recordings if recording.portal.id == asked.portal.id]
        return [recording for recording in recordings if recording.portal.allows(request.url)]


def _response(request: Request, received: Received) -> Response:
    headers = Headers()
    for name, value in received.headers:
        headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=request.url, body=received.body)
    return kind(url=request.url, status=received.status, headers=headers, body=received.body)
