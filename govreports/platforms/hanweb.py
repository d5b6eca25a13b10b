"""Hanweb (大汉) JCMS with jpage: the first records lie in a `<datastore>` inside the column page, the others come from
dataproxy.jsp.

The page's script posts a form with startrecord and endrecord, and so does this. Where there is no such form, the
address in `<nextgroup>` is fetched (some central sites encrypt it): some servers page it by startrecord and endrecord,
others ignore them and page by `page`; both are sent, and say the same. A registry row may ask for that way by
`method = "GET"`. Seen
in 浙江 (nearly all), 山东, 河北, 甘肃, 江西, 辽宁, 江苏 and many ministries.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from govreports.model.exchange import Catalogue, Entry, Fetch, Snapshot
from govreports.pages import Detail, decode
from govreports.platforms import jsondata, script
from govreports.platforms.adapter import Adapter
from govreports.platforms.column import column_of
from govreports.platforms.links import with_parameter
from govreports.platforms.parameters import ANY, NUMBER, Parameters
from govreports.platforms.rows import Listing
from govreports.platforms.signature import Signature, mark
from govreports.platforms.subcolumns import indexed
from govreports.platforms.walk import Walk, params, starts, total_entries, total_pages
from govreports.portals import Portal

COLUMN = re.compile(r"/col/col(\d+)/")
PROXY = "dataproxy.jsp"
ENTRY = re.compile(r"/art/\d{4}/|/art_\d+_\d+\.html|/art_[0-9a-f]{32}\.html|/content/content_\d+\.html")
CDATA_OR_COMMENT = re.compile(r"(<!\[CDATA\[.*?\]\]>)|<!--.*?-->", re.DOTALL)
RECORD = re.compile(r"<record\b[^>]*>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</record>", re.DOTALL)
NEXT_GROUP = re.compile(r"<nextgroup\b[^>]*>(.*?)</nextgroup>", re.DOTALL)
HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""")
TOTAL = re.compile(r"<totalrecord>\s*(\d+)", re.IGNORECASE)
PER_PAGE = 15


DETAIL = Detail(
    body=(
        "//*[@id='zoom']",
        "//*[contains(@class, 'bt_content')]",
        "//div[contains(@class, 'artile_zw')]",
        "//*[contains(@class, 'article-conter')]",
        "//*[contains(@class, 'zc_article_con')]",
    ),
    metadata=("//table[contains(@class, 'xxgk_table')]",),
    attachments=("//*[@id='pdfshow']",),
)
"""What the documents of all this maker's modules look like."""


class Hanweb:
    """The adapter."""

    name = "hanweb"
    parameters: ClassVar[Parameters] = {"method": r"(?i:GET|POST)", "perpage": NUMBER, "block": ANY}
    detail = DETAIL

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
            # The records go into the column page: their relative links start from there.
            entries = _records(text, walk.note("base"), walk.unit)
            notes = walk.notes or {}
        else:
            islands = [(block, island) for block, island in _islands(listing) if "<record" in island]
            if not islands:
                return _rendered(listing, walk, snapshot.url, portal)
            # A page may hold several lists: the registry row can name one, the longest is the page's own otherwise.
            block, island = max(islands, key=lambda found: (found[0] == known.get("block"), len(found[1])))
            entries = _records(island, snapshot.url, walk.unit)
            codes = [code for code in script.scripts(listing.tree) if "jpage" in code or PROXY in code]
            own = [code for code in codes if block and re.search(rf"\b{re.escape(block)}\b", code)]
            notes = _notes(island, own or codes, snapshot.url, known)
        total = int(notes["total"]) if notes["total"] else None

        def onward(ahead: Walk) -> Fetch | None:
            missing = len(entries) >= int(notes["perpage"]) if total is None else ahead.read < total
            return _slice(replace(ahead, notes=notes), known) if notes["proxy"] and missing else None

        return walk.turn(entries, onward, total)


def _notes(island: str, codes: Iterable[str], url: str, known: Mapping[str, str]) -> dict[str, str]:
    """What the column page says about fetching further records, for the fetches that do: a slice is `groupSize` pages
    of `perPage` records."""
    codes = list(codes)
    total = script.number(codes, "totalRecord") or _declared(island)
    per_page = int(known.get("perpage", 0)) or script.number(codes, "perPage") or PER_PAGE
    proxy, form = _proxy(island, codes, url)
    return {
        "base": url,
        "proxy": proxy,
        "form": form,
        "total": "" if total is None else str(total),
        "perpage": str(per_page),
        "size": str(per_page * (script.number(codes, "groupSize") or 1)),
    }


def _islands(listing: Listing) -> list[tuple[str, str]]:
    """The data islands of a page, each with the id of the block it lies in; one that is commented out is no script in
    the tree, and not read."""
    return [
        (
            found.xpath("string(ancestor::*[@id][1]/@id)").get(""),
            CDATA_OR_COMMENT.sub(lambda match: match[1] or "", found.xpath("string(.)").get("")),
        )
        for found in listing.tree.xpath("//script[contains(@type, 'xml') or contains(., '<datastore')]")
    ]


def _records(datastore: str, url: str, unit: str | None) -> tuple[Entry, ...]:
    """One entry a record: its first link that leads anywhere, on this host or another."""
    kept = CDATA_OR_COMMENT.sub(lambda match: match[1] or "", datastore)
    fragments = (Listing.of(f"<html><body><div>{record}</div></body></html>", url) for record in RECORD.findall(kept))
    rows = (fragment.rows(lambda _: True, unit=unit) for fragment in fragments)
    return tuple(found[0] for found in rows if found)


def _proxy(island: str, codes: Iterable[str], url: str) -> tuple[str, str]:
    """Where further records come from and, where the script posts them, the form it sends: its proxyUrl with `param`,
    else the datastore's next group, else any literal that names dataproxy.jsp. Empty where there is none."""
    literal = ""
    for code in codes:
        if PROXY not in code:
            continue
        given = script.pairs(code)
        if given.get("proxyUrl") and given.get("param"):
            return urljoin(url, given["proxyUrl"]), given["param"].replace("&amp;", "&")
        literal = literal or script.address(code, PROXY) or ""
    group = NEXT_GROUP.search(island)
    href = HREF.search(group[1]) if group else None
    address = str(href[1]) if href else literal
    return (urljoin(url, address.replace("&amp;", "&")), "") if address else ("", "")


def _slice(walk: Walk, known: Mapping[str, str]) -> Fetch:
    """The records after those read so far. A posted form says so by startrecord and endrecord, as the page's own
    script does; an address says it by `page` too."""
    size, total = int(walk.note("size")), int(walk.note("total") or 0)
    end = walk.read + size
    asked = {
        "startrecord": str(walk.read + 1),
        "endrecord": str(min(end, total) if total else end),
        "perpage": walk.note("perpage"),
    }
    parts, form = urlsplit(walk.note("proxy")), walk.note("form")
    given = parse_qsl(parts.query, keep_blank_values=True)
    headers = {"Referer": walk.note("base"), "X-Requested-With": "XMLHttpRequest"}
    if form and known.get("method", "").upper() != "GET":
        headers["Content-Type"] = "application/x-www-form-urlencoded; charset=UTF-8"
        url = urlunsplit(parts._replace(query=urlencode([*given, *asked.items()])))
        return walk.fetch(url, method="POST", body=form.encode(), headers=headers)
    asked["page"] = str(walk.read // int(walk.note("perpage")) + 1)
    given = [(key, value) for key, value in given + parse_qsl(form, keep_blank_values=True) if key not in asked]
    return walk.fetch(urlunsplit(parts._replace(query=urlencode([*given, *asked.items()]))), headers=headers)


def _declared(island: str) -> int | None:
    total = TOTAL.search(island)
    return int(total[1]) if total else None


def _column(address: str) -> str | None:
    """The number of a column page's address."""
    found = COLUMN.search(urlsplit(address).path)
    return found[1] if found else None


def _rendered(listing: Listing, walk: Walk, url: str, portal: Portal) -> Catalogue:
    """A column page that is rendered on the server: rows in the page, further pages under pageNum, or an index of other
    columns."""
    entries = listing.rows(lambda address: bool(ENTRY.search(address)), unit=walk.unit)
    index = walk.page == 1 and not entries and column_of(listing).is_annual_reports
    if index and (columns := indexed(listing, url, portal, walk, _column)):
        return Catalogue(fetches=columns)
    visible = listing.visible_text()
    last = total_pages(visible) or 1
    # 江西's later version renders the newest articles from a literal, beside what the page knows of its column.
    column = jsondata.given(listing.scripts, "channelsTagSelf")
    total = total_entries(visible) or jsondata.count(column.get("articleCount") if isinstance(column, dict) else None)

    def onward(ahead: Walk) -> Fetch | None:
        return ahead.fetch(with_parameter(url, "pageNum", str(ahead.page))) if ahead.page <= last else None

    return walk.turn(entries, onward, total)


SIGNATURE = Signature(
    url=(
        mark(r"/col/col\d+/", 0.9, "a column at /col/col<id>/"),
        mark(
            r"/art/\d{4}/\d{1,2}/\d{1,2}/art_\d+_\d+(?:_\d+)?\.html",
            0.95,
            "a document at /art/Y/M/D/art_<column>_<id>.html",
        ),
        mark(r"/module/(?:web/)?jpage/", 0.9, "the list service of jpage"),
    ),
    html=(
        mark(r"/module/(?:web/)?jpage/\w+\.jsp", 0.9, "a list fetched from jpage's dataproxy.jsp"),
        mark(r"<datastore>", 0.75, "records in a <datastore>"),
        mark(r"""(?:/script/|/)jquery\.jpage|\.jpage\(""", 0.7, "the pager jpage"),
        mark(r"""jcms_files|cms_files/jcms1/web\d+""", 0.6, "files below jcms_files"),
        mark(r"大汉版通|大汉网络", 0.4, "the maker's name in the footer"),
    ),
)

ADAPTER: Adapter = Hanweb()
