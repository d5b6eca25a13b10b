"""A 汇总 page: an article whose body links to the reports of many units."""

import re
from collections.abc import Sequence
from dataclasses import replace

from govreports.model.exchange import Entry, Snapshot
from govreports.model.identity import canonical_url
from govreports.pages import UnreadablePage, decode, read_page
from govreports.pages.embedded import with_embedded_article
from govreports.platforms.linked import organ_named
from govreports.platforms.rows import Listing

# What stands in an article's container beside its text.
TOOLS = re.compile(
    r"^(?:打印|关闭|返回|首页|更多|收藏|分享|纠错|上一[篇条页]|下一[篇条页]|[大中小]|[\d\s<>«»]*)(?:[:：].*)?$"
)
ABOVE_BODY = "/html/body".count("/")
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|bmp)(?:$|\?)", re.IGNORECASE)


def index_entries(snapshot: Snapshot, containers: Sequence[str]) -> tuple[Entry, ...]:
    """The links in the body of an index page, with the organ that a link's words name, if they name one; none where the
    page has no body that the containers (XPaths) know, or one without links. Each address once, not the page's own."""
    text = decode(snapshot.body, snapshot.headers.get("content-type")).text
    listing = Listing.of(with_embedded_article(text), snapshot.url)
    own = {canonical_url(snapshot.url), canonical_url(snapshot.fetch.url)}
    rows = listing.rows_within(
        (*containers, *_article(snapshot)), lambda url: canonical_url(url) not in own and not PICTURE.search(url)
    )
    found: dict[str, Entry] = {}
    for row in rows:
        if not TOOLS.match(row.title):
            found.setdefault(canonical_url(row.url), replace(row, unit=organ_named(row.title), column=None))
    return tuple(found.values())


def _article(snapshot: Snapshot) -> tuple[str, ...]:
    """The XPath of what holds the page's text, below `<body>`: a table of nothing but links beside the text is no text
    to a reader. None where nothing can be read."""
    try:
        page = read_page(snapshot.body, snapshot=snapshot.digest, url=snapshot.url)
    except UnreadablePage:
        return ()
    paths = [path for block in page.document.blocks if (path := block.origin.xpath)]
    around = [above if above.count("/") > ABOVE_BODY else path for path in paths for above in [path.rpartition("/")[0]]]
    return (" | ".join(dict.fromkeys(around)),) if around else ()
