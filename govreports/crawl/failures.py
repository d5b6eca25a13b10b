"""Why a page did not come: one short class for each cause, kept with the entry or the catalogue it befell."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError

from govreports.model.exchange import LIMIT, OFF_SITE, Snapshot
from govreports.model.outcomes import PageClass
from govreports.pages import decode


class OffSiteError(IgnoreRequest):
    """A request to a host that is not on its portal's list."""


class PrivateAddressError(IgnoreRequest):
    """A host whose name leads into a private network, and whose portal's row does not say that it may."""


class PortalBlockedError(IgnoreRequest):
    """A portal answered with a block page: nothing more is asked of it in this run."""


class PortalStoppedError(PortalBlockedError):
    """A request that was dropped because its portal had answered another one with a block page."""


class WithheldError(IgnoreRequest):
    """A request that is left unasked on purpose: the recording being made is full, or the one being replayed says that
    it was left unasked then. What it was for stays pending. `reason` is `budget` or `limit`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RecordedFailureError(IgnoreRequest):
    """A request that got no answer when it was recorded either. `reason` is the class of the failure then."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"as recorded: {reason}")
        self.reason = reason


class ReplayMissError(IgnoreRequest):
    """A request the recording has no answer to."""


BUDGET: Final = "budget"
BLOCKED: Final = "blocked"
UNASKED: Mapping[str, type[WithheldError | PortalStoppedError]] = {
    LIMIT: WithheldError,
    BUDGET: WithheldError,
    BLOCKED: PortalStoppedError,
}
"""Why a recording may lack an exchange on purpose, and what a replay meets there."""

CLASSES: tuple[tuple[type[Exception], PageClass], ...] = (
    (OffSiteError, OFF_SITE),
    (PrivateAddressError, "private-address"),
    (PortalStoppedError, BLOCKED),
    (PortalBlockedError, "challenge"),
    (ReplayMissError, "replay-miss"),
    (CannotResolveHostError, "dns"),
    (DownloadTimeoutError, "timeout"),
    (DownloadConnectionRefusedError, "refused"),
    (ResponseDataLossError, "cut-off"),
    (DownloadCancelledError, "too-large"),
    (DownloadFailedError, "connection"),
    # Scrapy's own unpacking of a body that ends too early.
    (EOFError, "cut-off"),
)
# What Scrapy's own middlewares say when they drop a request.
IGNORED: tuple[tuple[str, PageClass], ...] = (
    ("robots.txt", "robots"),
    ("redirections", "redirect-loop"),
    ("maxsize", "too-large"),
)
# What Twisted and OpenSSL call a certificate that is not the site's, or a handshake that fails.
TLS = re.compile(r"SSL|CertificateError|VerificationError|TLS", re.IGNORECASE)

HOME = re.compile(r"^/?(?:index|default|home|main)?(?:\.\w+)?$", re.IGNORECASE)
TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)
MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]+>|\s+", re.DOTALL | re.IGNORECASE)
GONE = re.compile(
    r"(?:页面|网页|地址|您(?:所|要)?(?:访问|查看|浏览|请求|查找)的[^。，]{0,8})[^。，]{0,6}(?:不存在|未找到|找不到|已?被?删除)"
    r"|404\s*(?:错误|页面|Not Found)|Not Found",
    re.IGNORECASE,
)
# The article's tag by 国办发〔2017〕47号 says which kind of page it is.
HOME_TAG = re.compile(
    r"""<meta\b(?=[^>]*\bname\s*=\s*["']?ColumnType\b)[^>]*\bcontent\s*=\s*["']?\s*首页\s*["'\s/>]""", re.IGNORECASE
)
LOGIN_PATH = re.compile(r"/(?:\w*login\w*|sso|signin|passport|cas)(?:[./?]|$)", re.IGNORECASE)
PASSWORD = re.compile(r"""<input\b[^>]*\btype\s*=\s*["']?password""", re.IGNORECASE)
SHORT = 400
"""Characters. An error page says little else; a report that speaks of 信息不存在 says far more."""


def failure_class(error: BaseException | None) -> str:
    """The reason of an error a request ended in: a class of `model.outcomes` (dns, timeout, robots, …), the status of
    a refusal (http-404), or of a fault of ours its name (parse-error: KeyError)."""
    if isinstance(error, HttpError):
        return f"http-{error.response.status}"
    if isinstance(error, WithheldError | RecordedFailureError):
        return error.reason
    if isinstance(error, DownloadFailedError) and TLS.search(f"{error} {error.__cause__!r}"):
        return "tls"
    if found := next((name for kind, name in CLASSES if isinstance(error, kind)), None):
        return found
    if isinstance(error, IgnoreRequest):
        return next((name for words, name in IGNORED if words in str(error).lower()), "ignored")
    return f"parse-error: {type(error).__name__}"


def as_recorded(reason: str) -> IgnoreRequest:
    """What a replay meets where the recording has no answer, and says why."""
    return UNASKED.get(reason, RecordedFailureError)(reason)


def soft_404(snapshot: Snapshot) -> str | None:
    """Why an answer that claims to be fine is none: a redirect to the site's home page, that page itself in the place
    of a report (some sites answer bursts so), or a page that says there is nothing here (您访问的页面不存在). None for
    an answer that is one."""
    asked, got = urlsplit(snapshot.fetch.url), urlsplit(snapshot.url)
    if (asked.path, asked.query) != (got.path, got.query) and HOME.match(got.path) and not HOME.match(asked.path):
        return "soft-404: redirected to the home page"
    text = decode(snapshot.body[:20000], snapshot.headers.get("content-type")).text
    if snapshot.fetch.role != "catalogue" and not HOME.match(asked.path) and HOME_TAG.search(text):
        return "soft-404: the home page in its place"
    title = TITLE.search(text)
    if title and GONE.search(title[1]):
        return f"soft-404: {title[1].strip()}"
    visible = MARKUP.sub("", text)
    if len(visible) < SHORT and (said := GONE.search(visible)):
        return f"soft-404: {said[0]}"
    return None


def login_page(snapshot: Snapshot) -> str | None:
    """Why an answer that claims to be fine asks who we are: a redirect to a login, or a page that holds little but a
    field for a password."""
    asked, got = urlsplit(snapshot.fetch.url), urlsplit(snapshot.url)
    if LOGIN_PATH.search(got.path) and not LOGIN_PATH.search(asked.path):
        return f"login: redirected to {got.path}"
    text = decode(snapshot.body[:20000], snapshot.headers.get("content-type")).text
    if PASSWORD.search(text) and len(MARKUP.sub("", text)) < SHORT:
        return "login: a page that asks for a password"
    return None


def no_page(snapshot: Snapshot) -> str | None:
    """Why an answer that claims to be fine is not the page asked for, or None."""
    return soft_404(snapshot) or login_page(snapshot)
