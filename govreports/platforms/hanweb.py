"""Hanweb (大汉) JCMS with jpage: the first records lie in a `<datastore>` inside the column page, the others come from
dataproxy.jsp.

Some servers page by startrecord and endrecord, others ignore them and page by `page`; both are sent, and say the same
slice. Some central sites give an encrypted address in `<nextgroup>`: it is used as it is, but for those numbers. Seen
in 浙江 (nearly all), 山东, 河北, 甘肃, 江西, 辽宁, 江苏 and many ministries.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from govreports.model.exchange import Catalogue, Entry, Fetch, Snapshot
from govreports.pages import decode
from govreports.platforms import script
from govreports.platforms.adapter import Adapter
from govreports.platforms.rows import Listing
from govreports.platforms.walk import Walk, params, starts, total_entries, total_pages
from govreports.portals import Portal

PROXY = "dataproxy.jsp"
ENTRY = re.compile(r"/art/\d{4}/|/art_\d+_\d+\.html|/art_[0-9a-f]{32}\.html")
CDATA_OR_COMMENT = re.compile(r"(<!\[CDATA\[.*?\]\]>)|<!--.*?-->", re.DOTALL)
RECORD = re.compile(r"<record\b[^>]*>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</record>", re.DOTALL)
NEXT_GROUP = re.compile(r"<nextgroup\b[^>]*>(.*?)</nextgroup>", re.DOTALL)
HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""")
TOTAL = re.compile(r"<totalrecord>\s*(\d+)", re.IGNORECASE)
PER_PAGE = 15
PROXY_PARAMETERS = frozenset(
    {"col", "appid", "webid", "path", "columnid", "sourceContentType", "unitid", "webname", "permissiontype"}
)


class Hanweb:
    """The adapter."""

    name = "hanweb"
    body_xpaths = (
        "//*[@id='zoom']",
        "//*[contains(@class, 'bt_content')]",
        "//div[contains(@class, 'artile_zw')]",
        "//*[contains(@class, 'article-conter')]",
        "//*[contains(@class, 'zc_article_con')]",
    )

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """The column page of each list."""
        return starts(portal)

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """The records of a column page or of a dataproxy answer, and the next slice while records are missing."""
        text = decode(snapshot.body, snapshot.headers.get("content-type")).text
        walk = Walk.of(snapshot.fetch.context)
        listing = Listing.of(text, snapshot.url)
        known = params(portal, walk)
        if walk.note("proxy"):
            entries = _records(text, snapshot.url, walk.unit)
            total = int(walk.note("total")) if walk.note("total") else None
            slices, per_page = walk.note("proxy"), int(walk.note("perpage"))
        else:
            islands = [island for island in _islands(listing) if "<record" in island]
            if not islands:
                return _rendered(listing, walk)
            island = max(islands, key=len)
            codes = script.scripts(listing.tree)
            entries = _records(island, snapshot.url, walk.unit)
            total = script.number(codes, "totalRecord") or _declared(island)
            per_page = int(known.get("perpage", 0)) or script.number(codes, "perPage") or PER_PAGE
            slices = _proxy(island, codes, snapshot.url)
        notes = {"proxy": slices, "total": "" if total is None else str(total), "perpage": str(per_page)}

        def onward(ahead: Walk) -> Fetch | None:
            missing = len(entries) >= per_page if total is None else ahead.read < total
            if not slices or not missing:
                return None
            return _slice(Walk(ahead.catalogue, ahead.unit, ahead.page, ahead.read, ahead.seen, notes), known)

        return walk.turn(entries, onward, total)


def _islands(listing: Listing) -> list[str]:
    """The data islands of a page; one that is commented out is no script in the tree, and not read."""
    found = listing.tree.xpath("//script[contains(@type, 'xml') or contains(., '<datastore')]/text()").getall()
    return [CDATA_OR_COMMENT.sub(lambda match: match[1] or "", island) for island in found]


def _records(datastore: str, url: str, unit: str | None) -> tuple[Entry, ...]:
    """One entry a record: its first link that leads anywhere, on this host or another."""
    kept = CDATA_OR_COMMENT.sub(lambda match: match[1] or "", datastore)
    fragments = (Listing.of(f"<html><body><div>{record}</div></body></html>", url) for record in RECORD.findall(kept))
    rows = (fragment.rows(lambda _: True, unit=unit) for fragment in fragments)
    return tuple(found[0] for found in rows if found)


def _proxy(island: str, codes: Iterable[str], url: str) -> str:
    """The address further records come from: the datastore's own next group, else the script's proxyUrl or any literal
    naming dataproxy.jsp, with the parameters the script gives beside it. Empty where there is none."""
    codes = list(codes)
    group = NEXT_GROUP.search(island)
    if group and (href := HREF.search(group[1])):
        address: str = href[1]
        return urljoin(url, address.replace("&amp;", "&"))
    named = [(code, text) for code in codes for text in script.strings(code) if PROXY in text]
    if not named:
        return ""
    code, literal = max(named, key=lambda pair: len(pair[1]))
    parts = urlsplit(urljoin(url, literal.replace("&amp;", "&")))
    beside = {key: value for key, value in script.pairs(code).items() if key in PROXY_PARAMETERS}
    query = beside | dict(parse_qsl(parts.query, keep_blank_values=True))
    return urlunsplit(parts._replace(query=urlencode(query)))


def _slice(walk: Walk, known: Mapping[str, str]) -> Fetch:
    """The slice after the records read so far, as page and as startrecord and endrecord alike."""
    per_page, total = int(walk.note("perpage")), int(walk.note("total") or 0)
    end = walk.read + per_page
    parts = urlsplit(walk.note("proxy"))
    asked = {
        "page": str(walk.read // per_page + 1),
        "startrecord": str(walk.read + 1),
        "endrecord": str(min(end, total) if total else end),
        "perpage": str(per_page),
    }
    given = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if key not in asked]
    headers = {"Referer": walk.catalogue}
    if known.get("method", "").upper() == "POST":
        headers["Content-Type"] = "application/x-www-form-urlencoded; charset=UTF-8"
        url = urlunsplit(parts._replace(query=urlencode(asked)))
        return walk.fetch(url, method="POST", body=urlencode(given).encode(), headers=headers)
    return walk.fetch(urlunsplit(parts._replace(query=urlencode([*given, *asked.items()]))), headers=headers)


def _declared(island: str) -> int | None:
    total = TOTAL.search(island)
    return int(total[1]) if total else None


def _rendered(listing: Listing, walk: Walk) -> Catalogue:
    """A column page that is rendered on the server: rows in the page, further pages under pageNum."""
    visible = listing.visible_text()
    last = total_pages(visible) or 1

    def onward(ahead: Walk) -> Fetch | None:
        if ahead.page > last:
            return None
        parts = urlsplit(walk.catalogue)
        query = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if key != "pageNum"]
        return ahead.fetch(urlunsplit(parts._replace(query=urlencode([*query, ("pageNum", str(ahead.page))]))))

    return walk.turn(listing.rows(lambda url: bool(ENTRY.search(url)), unit=walk.unit), onward, total_entries(visible))


ADAPTER: Adapter = Hanweb()
