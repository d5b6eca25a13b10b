"""The session that a page opens and its list service asks for.

The crawl keeps no cookies: what ties two requests together has to be in the fetch. A walk carries the session of its
own column page to the service beside it, and no further.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from govreports.model.exchange import Snapshot

# Several cookies come joined by commas; `Expires=Wed, 01 Jan…` holds one too.
COOKIE = re.compile(r"(?:^|,)\s*([^\s;,=]+)=([^;,]*)((?:;[^;,=]*(?:=(?:[A-Za-z]{3,9},)?[^;,]*)?)*)")
ENDED = re.compile(r"max-age\s*=\s*0\b|expires\s*=[^;]*\b1970\b", re.IGNORECASE)


def session(snapshot: Snapshot) -> str:
    """The cookies a response sets, as a request gives them back; empty where it sets none."""
    given = COOKIE.findall(snapshot.headers.get("set-cookie", ""))
    kept = {name: value for name, value, attributes in given if value.strip() and not ENDED.search(attributes)}
    return "; ".join(f"{name}={value.strip()}" for name, value in kept.items())


def to(url: str, cookie: str, page: str) -> Mapping[str, str]:
    """The header that gives a page's cookies to an address: none on another host."""
    return {"Cookie": cookie} if cookie and urlsplit(url).netloc == urlsplit(page).netloc else {}
