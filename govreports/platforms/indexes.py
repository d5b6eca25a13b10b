"""A 汇总 page: an article whose body links to the reports of many units."""

import re
from collections.abc import Sequence
from dataclasses import replace

from govreports.model.exchange import Entry, Snapshot
from govreports.model.identity import canonical_url
from govreports.pages import decode
from govreports.pages.embedded import with_embedded_article
from govreports.platforms.linked import organ_named
from govreports.platforms.rows import Listing

# What stands in an article's container beside its text.
TOOLS = re.compile(
    r"^(?:打印|关闭|返回|首页|更多|收藏|分享|纠错|上一[篇条页]|下一[篇条页]|[大中小]|[\d\s<>«»]*)(?:[:：].*)?$"
)
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|bmp)(?:$|\?)", re.IGNORECASE)


def index_entries(snapshot: Snapshot, containers: Sequence[str]) -> tuple[Entry, ...]:
    """The links in the body of an index page, with the organ that a link's words name, if they name one; none where the
    page has no body that the containers (XPaths) know, or one without links. Each address once, not the page's own."""
    text = decode(snapshot.body, snapshot.headers.get("content-type")).text
    listing = Listing.of(with_embedded_article(text), snapshot.url)
    own = {canonical_url(snapshot.url), canonical_url(snapshot.fetch.url)}
    rows = listing.rows_within(containers, lambda url: canonical_url(url) not in own and not PICTURE.search(url))
    found: dict[str, Entry] = {}
    for row in rows:
        if not TOOLS.match(row.title):
            found.setdefault(canonical_url(row.url), replace(row, unit=organ_named(row.title), column=None))
    return tuple(found.values())
