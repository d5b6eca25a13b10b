"""Lonsun (龙讯): a column page whose script fetches the list as HTML fragments from /site/label/8888.

The parameters differ from site to site (`file` names a template of the site's own), so they are copied from the column
page's script; the registry row may add to them or override them. Older sites render the list into the column page and
take pageIndex in its address. Seen in 安徽, 黄冈, 常德, 陇南, 巴中 and 海北.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from govreports.model.exchange import Catalogue, Fetch, Snapshot
from govreports.pages import Detail, decode
from govreports.platforms import script
from govreports.platforms.adapter import Adapter
from govreports.platforms.column import column_of
from govreports.platforms.links import with_parameter
from govreports.platforms.parameters import ANY, Parameters
from govreports.platforms.rows import Listing
from govreports.platforms.signature import Signature, mark
from govreports.platforms.subcolumns import indexed
from govreports.platforms.walk import Walk, params, starts, total_entries, total_pages
from govreports.portals import Portal

ENTRY = re.compile(r"/public/(?:content/\d+|\d+/\d+\.html)|/content/article/\d+|/[a-z]\w*/\d{5,}\.html", re.IGNORECASE)
COLUMN = re.compile(r"/(?:public|grassroots)/column/(\d+)", re.IGNORECASE)
LABEL = "/site/label/8888"
# The object literal that is sent along, told by the one parameter every such request has.
DATA = re.compile(r"\{[^{}]*\blabelName\b[^{}]*\}")
LISTS = (
    "//ul[contains(@class, 'xxgk_nav_list')]",
    "//*[contains(@class, 'xxgk_navli')]",
    "//ul[contains(@class, 'doc_list')]",
    "//*[contains(@class, 'listnews')]",
)


class Lonsun:
    """The adapter."""

    name = "lonsun"
    parameters: ClassVar[Parameters] = {"*": ANY}
    detail = Detail(
        body=(
            "//*[contains(@class, 'j-fontContent')]",
            "//*[contains(@class, 'ls-article-info')]",
            "//*[@id='J_content']",
            "//div[contains(@class, 'contentxxgk')]",
            "//*[contains(@class, 'gzk-article')]",
        ),
        metadata=("//table[contains(@class, 'table_suoyin')]",),
    )

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """The column page of each list."""
        return starts(portal)

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """A column page whose script asks the label service lists nothing yet; otherwise a page of rows."""
        walk = Walk.of(snapshot.fetch.context)
        # A fragment goes into the column page: its relative links start from there.
        text = decode(snapshot.body, snapshot.headers.get("content-type")).text
        listing = Listing.of(text, walk.note("base") or snapshot.url)
        codes = script.scripts(listing.tree)
        pages = script.number(codes, "pageCount") or _linked_pages(listing)
        query = json.loads(walk.note("query") or "{}")
        if not query and (asked := _label_query(codes, snapshot.url)):
            query = asked | params(portal, walk)
            declared = script.number((code for code in codes if "pageCount" in code), "total")
            notes = {
                "query": json.dumps(query),
                "base": snapshot.url,
                "pages": str(pages or ""),
                "total": "" if declared is None else str(declared),
            }
            first = Walk(walk.catalogue, walk.unit, notes=notes)
            return Catalogue(fetches=(_label_fetch(first, query),))
        last = pages or int(walk.note("pages") or 0) or total_pages(listing.visible_text()) or 1

        def onward(ahead: Walk) -> Fetch | None:
            if ahead.page > last:
                return None
            return _label_fetch(ahead, query) if query else _rendered(ahead, snapshot.url)

        entries = listing.rows(lambda url: bool(ENTRY.search(url)), LISTS, walk.unit)
        index = walk.page == 1 and not entries and not query and column_of(listing).is_annual_reports
        if index and (columns := indexed(listing, snapshot.url, portal, walk, _column)):
            return Catalogue(fetches=columns)
        total = int(walk.note("total")) if walk.note("total") else total_entries(listing.visible_text())
        return walk.turn(entries, onward, total)


def _column(address: str) -> str | None:
    """The organ and, where the address says more, the category of a column page's address."""
    parts = urlsplit(address)
    found = COLUMN.search(parts.path)
    given = dict(parse_qsl(parts.query))
    return "-".join([found[1], *(given[name] for name in ("type", "catId") if name in given)]) if found else None


def _label_query(codes: Iterable[str], url: str) -> dict[str, str]:
    """What the column page's script asks the label service, or nothing where it asks none."""
    for code in codes:
        if not (address := script.address(code, LABEL)):
            continue
        data = DATA.search(code)
        beside = script.pairs(data[0]) if data else {}
        label = urljoin(url, address.partition("?")[0])
        return {"IsAjax": "1", "dataType": "html"} | beside | script.query(address) | {"label": label}
    return {}


def _label_fetch(walk: Walk, query: Mapping[str, str]) -> Fetch:
    asked = {key: value for key, value in query.items() if key != "label"} | {"pageIndex": str(walk.page)}
    headers = {"X-Requested-With": "XMLHttpRequest", "Referer": walk.note("base")}
    return walk.fetch(f"{query['label']}?{urlencode(asked)}", headers=headers)


def _linked_pages(listing: Listing) -> int | None:
    """Older pagers carry the number of pages on the last link."""
    last = listing.tree.xpath("//*[@id='page_public_info']//a[last()]/@paged").re_first(r"^\d+$")
    return int(last) if last else None


def _rendered(walk: Walk, url: str) -> Fetch:
    return walk.fetch(with_parameter(url, "pageIndex", str(walk.page)))


SIGNATURE = Signature(
    url=(
        mark(r"/public/column/\d+", 0.9, "an organ's lists at /public/column/<organ>"),
        mark(r"/site/(?:label|tpl)/\d+", 0.9, "the label or template service /site/label/<id>"),
        mark(r"/public/\d{4,}/\d{4,}(?:_\d+)?\.html", 0.8, "a document at /public/<organ>/<id>.html"),
        mark(r"/public/content/\d+", 0.7, "a document at /public/content/<id>"),
        mark(r"/grassroots/column/\d+|/public/applyQuery/", 0.8, "the grassroots or application pages of the module"),
        mark(r"/content/(?:column|article)/\d+", 0.5, "a news column or article at /content/…/<id>"),
    ),
    html=(
        mark(r"/site/label/8888\b", 0.9, "a script that asks /site/label/8888 for the list"),
        mark(r"""class=["'][^"']*\bj-fontContent\b""", 0.8, "the body class j-fontContent"),
        mark(
            r"""class=["'][^"']*\bls-(?:position|article-info|page-container)\b""", 0.6, "classes that begin with ls-"
        ),
        mark(r"""class=["'][^"']*\bxxgk_nav(?:_list|li)\b""", 0.4, "the list class xxgk_nav_list"),
        mark(r"""(?i)<meta\s+name=["']?SiteId["'\s]""", 0.3, "the meta tag SiteId"),
        mark(r"\bLs\.pagination\(", 0.6, "the pager Ls.pagination"),
    ),
)

ADAPTER: Adapter = Lonsun()
