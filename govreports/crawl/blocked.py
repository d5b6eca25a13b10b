"""Block pages: a challenge or a refusal by a web firewall stops its portal. It is recorded, never parsed as a report
and never worked around: we are guests."""

import re

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from govreports.archive.received import entity
from govreports.crawl.asked import Asked
from govreports.crawl.failures import PortalBlockedError, PortalStoppedError
from govreports.crawl.session import session_of

# 412: 瑞数; 521: 加速乐/创宇. No site answers so for another reason.
BLOCKING_STATUSES = frozenset({412, 521})
REFUSALS = frozenset({401, 403, 405, 429, 503})
# 加速乐/创宇 cookies and its second step, 瑞数's table, 阿里云, WZWS and 网宿 refusals, Tencent EdgeOne.
CHALLENGE = re.compile(
    rb"__jsl|go\(\{\s*[\"']?bts|\$_ts\b|acw_sc__v2|WZWS|wzws|reason:GeoBL|EO_Bot|aliyun_waf|_waf_|yundun|cdnwaf"
)
MARKUP = re.compile(rb"<!--.*?-->|<(script|style|noscript)\b.*?(?:</\1\s*>|$)|<[^>]+>|\s+|&nbsp;", re.DOTALL | re.I)
SCRIPT = re.compile(rb"<script", re.IGNORECASE)
# A page with a title, a link, a list or a table is no stub, however short: a fragment of a list is mostly script too.
CONTENT = re.compile(rb"<title[^>]*>\s*[^<\s]|<(?:a|li|td)\b", re.IGNORECASE)
# A script that sets a cookie and loads the page again, or runs what it computes.
TRICK = re.compile(rb"document\.cookie|location\.(?:href|replace|reload|assign)|location\s*=|eval\s*\(|Function\(")
STUB = 90
"""Bytes of visible text. A page that shows less than some thirty characters shows no report."""


def challenge(status: int, body: bytes) -> str | None:
    """What kind of block page a response is, or None. Ordinary pages may carry a firewall's script too, so its marks
    count only in a page that shows nothing, or with a refusing status."""
    if status in BLOCKING_STATUSES:
        return f"http-{status}"
    marked = CHALLENGE.search(body)
    if status in REFUSALS:
        return f"http-{status} with {marked[0].decode()}" if marked else None
    if not SCRIPT.search(body) or CONTENT.search(body) or len(MARKUP.sub(b"", body)) > STUB:
        return None
    if marked:
        return f"challenge {marked[0].decode()}"
    return "challenge by a script alone" if TRICK.search(body) else None


def refuse_if_stopped(crawler: Crawler, request: Request) -> None:
    """Raise PortalStoppedError for a request to a portal that has answered with a block page."""
    asked = Asked.of(request)
    if asked and (reason := session_of(crawler).run(asked.portal).blocked):
        raise PortalStoppedError(reason)


def stop_if_challenged(crawler: Crawler, request: Request, response: Response) -> str | None:
    """Stop the portals of a request that was answered by a block page, as it came or unpacked. What kind of page it is,
    or None."""
    packed = (response.headers.get("Content-Encoding") or b"").decode("latin-1")
    if not (reason := challenge(response.status, entity(response.body, packed))):
        return None
    for run in session_of(crawler).runs_for(request):
        run.block(f"{reason} at {response.url}")
    return reason


class BlockedMiddleware:
    """Stops a portal at its first block page."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "BlockedMiddleware":
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Drop what is still asked of a portal that blocks."""
        refuse_if_stopped(self.crawler, request)

    def process_response(self, request: Request, response: Response) -> Response:
        """Pass a page on, or stop its portal."""
        if reason := stop_if_challenged(self.crawler, request, response):
            raise PortalBlockedError(reason)
        return response
