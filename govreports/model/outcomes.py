"""How asking for a page ended, and how a run did: every one in a named class. A stored reason is a class, or a class
and what was said, after a colon (`soft-404: 您访问的页面不存在`)."""

import re
from typing import Literal, get_args

PageClass = Literal[
    "ok",
    "unchanged",
    "gone",
    "robots",
    "off-site",
    "private-address",
    "dns",
    "refused",
    "timeout",
    "tls",
    "cut-off",
    "connection",
    "blocked",
    "challenge",
    "login",
    "forbidden",
    "busy",
    "server-error",
    "http-error",
    "soft-404",
    "redirect-loop",
    "too-large",
    "wrong-type",
    "unreadable",
    "not-a-report",
    "not-sought",
    "replay-miss",
    "archive-full",
    "parse-error",
    "ignored",
]
"""What one address came to:

- ok, unchanged (read, with or without news), not-a-report (read, and it is something else);
- gone (404, 410), soft-404 (says so under 200), login (asks who we are), forbidden (401, 403), busy (429, 503: a plea
  to stop), server-error (other 5xx), http-error (any other refusal);
- dns, refused, timeout, tls, cut-off (less came than was declared), connection (broken off): nothing whole came;
- blocked (the portal had answered with a block page), challenge (this was one);
- robots, off-site, private-address: forbidden to us; not-sought (a limit, a budget, another year), archive-full,
  replay-miss, ignored: not asked, or not kept;
- redirect-loop, too-large, wrong-type (no page nor a known file), unreadable (no text found in it);
- parse-error: a fault of our own.
"""

RunClass = Literal[
    "ok",
    "limited",
    "empty-catalogue",
    "fewer-than-expected",
    "not-reached",
    "robots",
    "off-site",
    "private-address",
    "dns",
    "refused",
    "timeout",
    "tls",
    "cut-off",
    "connection",
    "login",
    "forbidden",
    "busy",
    "server-error",
    "soft-404",
    "blocked",
    "replay-miss",
    "parse-error",
    "archive-full",
    "interrupted",
]
"""What a run of a portal came to. The classes of pages stand for a run whose catalogues failed in that way alone,
`not-reached` for several ways; `interrupted` is a run that was ended from outside."""

GOOD: frozenset[RunClass] = frozenset({"ok", "limited"})
"""Runs that may change what is published. One cut short by a limit adds, but tells nothing of what is missing."""

ACCEPTABLE: frozenset[RunClass] = frozenset({"empty-catalogue", "fewer-than-expected"})
"""Failed runs that a person may declare good: the portal has fewer entries now, and that is so."""

ABSENT: frozenset[PageClass] = frozenset({"gone", "soft-404"})
"""What says that a page is no longer there."""

BLOCKING: frozenset[PageClass] = frozenset({"blocked", "challenge"})
"""What says that a portal's firewall has stopped us."""

HTTP = re.compile(r"http-(\d{3})")
OF_STATUS: dict[int, PageClass] = {
    401: "forbidden",
    403: "forbidden",
    404: "gone",
    410: "gone",
    412: "challenge",
    429: "busy",
    503: "busy",
    521: "challenge",
}
# Reasons as the spider and the reading give them, for which a class has another name.
NAMES: dict[str, PageClass] = {"limit": "not-sought", "budget": "not-sought", "outside": "not-sought"}
PAGE_CLASSES: frozenset[str] = frozenset(get_args(PageClass))
RUN_CLASSES: frozenset[str] = frozenset(get_args(RunClass))


def page_class(reason: str | None) -> PageClass:
    """The class of a stored reason (`http-404`, `soft-404: …`, `dns`); `ok` where there is none."""
    if not reason:
        return "ok"
    name = reason.partition(":")[0].strip()
    if name in PAGE_CLASSES:
        return name  # type: ignore[return-value]  # a member of the Literal, as just seen
    if status := HTTP.match(name):
        code = int(status[1])
        return OF_STATUS.get(code, "server-error" if code >= 500 else "http-error")
    if name.startswith("before-"):
        return "not-sought"
    return NAMES.get(name, "unreadable")


def run_class(reason: str | None) -> RunClass:
    """The class a run's outcome is stored as. Raises ValueError for what is none."""
    if reason not in RUN_CLASSES:
        raise ValueError(f"no class of runs: {reason!r}")
    return reason  # type: ignore[return-value]  # a member of the Literal, as just seen
