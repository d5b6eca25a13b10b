"""Hanweb's xxgk module (信息公开目录), beside or in place of jpage lists.

Three kinds of start address in a registry row:

- a column page whose script asks /module/xxgk/search.jsp for its list: what it sends is copied from the script
  (infotypeId, jdid, area, divid, …), posted or in the address as the script does it, with `currpage` for the page;
- the address of search.jsp itself with its query;
- /module/xxgk/xxgkAnnualReport.jsp?area=<credit code>, which shows a unit's report of the year it is asked for
  (`fbtime`): the row gives the unit, its code in the address, and `years = "2009-2017"`. There is no list of the years
  that exist, so each is asked for once, and a page without a report says that there is none.

Further parameters: `field.NAME` replaces a field that is sent, `method` how, and `columns` ("1229037201,1229037202")
keeps the documents of those columns alone, as a search answers with the whole area. Seen at 衢州, 丽水 and Harbin.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from govreports.model.exchange import Catalogue, Entry, Fetch, Snapshot
from govreports.pages import decode
from govreports.platforms.adapter import Adapter
from govreports.platforms.groups import looks_like_report
from govreports.platforms.hanweb import DETAIL
from govreports.platforms.parameters import Parameters
from govreports.platforms.rows import Listing, squeezed
from govreports.platforms.service import OF_A_SERVICE, Service, asked_for
from govreports.platforms.signature import Signature, mark
from govreports.platforms.walk import Walk, params, starts, total_entries, total_pages
from govreports.portals import CatalogueRow, Portal

SIGNATURE = Signature(
    url=(mark(r"/module/xxgk/\w+\.jsp\b", 0.95, "the module /module/xxgk/"),),
    html=(
        mark(r"/module/xxgk/(?:search|xxgkAnnualReport|tree)\.jsp", 0.9, "a list from /module/xxgk/search.jsp"),
        mark(r"\btr_main_value_(?:odd|even)\b", 0.8, "rows of class tr_main_value_…"),
    ),
    outranks=("hanweb",),
)
SEARCH = re.compile(r"/module/xxgk/search\.jsp", re.IGNORECASE)
REPORT = "/module/xxgk/xxgkAnnualReport.jsp"
ENTRY = re.compile(r"/art/\d{4}/|/art_\d+_\d+\.html|/art_[0-9a-f]{32}\.html")
ROWS = ("//*[contains(@class, 'tr_main_value_')]", "//a[contains(@class, 'bt_link')]/..")
PAGE = "currpage"
# Characters. A report says more than this in its container, or, where a template has none of the known ones, in the
# whole page; what is shown for a year without one is a line in the site's frame.
ARTICLE, PAGE_WITH_ARTICLE = 200, 600
NOTHING = re.compile(r"(?:暂无|没有|未找到|尚未)[^。]{0,12}(?:信息|数据|年报|报告|记录|内容)")
YEARS = re.compile(r"(\d{4})\s*(?:[-–—至]\s*(\d{4}))?")
SPANS = rf"\s*{YEARS.pattern}(?:[\s,，、;]+{YEARS.pattern})*\s*"


class HanwebXxgk:
    """The adapter."""

    name = "hanweb_xxgk"
    parameters: ClassVar[Parameters] = {
        **OF_A_SERVICE,
        "method": r"(?i:GET|POST)",
        "columns": r"[\d\s,]+",
        "years": SPANS,
    }
    detail = replace(DETAIL, body=(*DETAIL.body, "//*[contains(@class, 'xxgk_content')]"))

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """The page of each list; of the reports themselves, one for each year of each unit."""
        for row, fetch in zip(portal.catalogues, starts(portal), strict=True):
            if urlsplit(row.url).path.endswith(REPORT):
                yield from _years(row, portal)
            else:
                yield fetch

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """A column page asks for its list; a fragment lists; a year's page is a report, or shows that there is none."""
        text = decode(snapshot.body, snapshot.headers.get("content-type")).text
        walk = Walk.of(snapshot.fetch.context)
        if walk.note("year"):
            return Catalogue(tuple(_report(Listing.of(text, snapshot.url), snapshot, walk)))
        if not walk.note("service") and not SEARCH.search(urlsplit(snapshot.fetch.url).path):
            return _column(Listing.of(text, snapshot.url), snapshot, portal, walk)
        return _fragment(text, snapshot, portal, walk)


def _column(listing: Listing, snapshot: Snapshot, portal: Portal, walk: Walk) -> Catalogue:
    service = asked_for(listing, listing.scripts, SEARCH)
    if service is None:
        return walk.unread("asks no search.jsp for its list")
    service = _told(replace(service, page=PAGE, first=1), portal, walk)
    return Catalogue(fetches=(service.fetch(service.begun(walk, snapshot)),))


def _fragment(text: str, snapshot: Snapshot, portal: Portal, walk: Walk) -> Catalogue:
    """Rows and pager of one answer. Its relative links start from the page it is put into."""
    asked = snapshot.fetch.url
    listing = Listing.of(text, walk.note("page") or asked)
    columns = params(portal, walk).get("columns", "")
    own = re.compile("|".join(rf"/art_{column}_" for column in re.findall(r"\d+", columns))) if columns else None
    found = listing.rows(lambda url: bool(ENTRY.search(url)), ROWS, walk.unit)
    visible = listing.visible_text()
    pages, total = total_pages(visible) or 1, total_entries(visible)
    service = Service.of_note(walk.note("service")) if walk.note("service") else _told(_of(asked), portal, walk)

    def onward(ahead: Walk) -> Fetch | None:
        return service.fetch(ahead) if ahead.page <= pages else None

    read = walk.turn(found, onward, total)
    return replace(read, entries=tuple(entry for entry in read.entries if own is None or own.search(entry.url)))


def _told(service: Service, portal: Portal, walk: Walk) -> Service:
    known = params(portal, walk)
    return replace(service.told(known), method=known.get("method", service.method).upper())


def _of(url: str) -> Service:
    """The service that an address of search.jsp asks."""
    fields = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    fields.pop(PAGE, None)
    return Service(url.partition("?")[0], fields, PAGE)


def _years(row: CatalogueRow, portal: Portal) -> Iterator[Fetch]:
    """One fetch for each year the row asks for, the newest first; without `years`, for that of its address."""
    parts = urlsplit(row.url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    given = {**portal.params, **row.params}.get("years") or query.pop("fbtime", "")
    years = {year for first, last in YEARS.findall(given) for year in range(int(first), int(last or first) + 1)}
    for year in sorted(years, reverse=True):
        address = urlunsplit(parts._replace(query=urlencode({**query, "fbtime": str(year)})))
        yield Walk(row.url, row.unit, notes={"year": str(year)}).fetch(address, guess=True)


def _report(listing: Listing, snapshot: Snapshot, walk: Walk) -> Iterator[Entry]:
    """The report that a year's page shows, under its own heading or, where it has none, under unit and year."""
    if snapshot.status >= 400 or not _shows_report(listing):
        return
    headings = (listing.tag("ArticleTitle"), *listing.tree.xpath("//h1 | //h2 | //title").xpath("string(.)").getall())
    shown = next((squeezed(heading) for heading in headings if looks_like_report(heading)), "")
    title = shown or f"{walk.unit or ''}{walk.note('year')}年政府信息公开工作年度报告"
    yield Entry(snapshot.fetch.url, title, None, walk.unit)


def _shows_report(listing: Listing) -> bool:
    for path in HanwebXxgk.detail.body:
        if text := squeezed(listing.tree.xpath(f"string({path})").get("")):
            return len(text) >= ARTICLE
    visible = listing.visible_text()
    return len(visible) >= PAGE_WITH_ARTICLE and not NOTHING.search(visible)


ADAPTER: Adapter = HanwebXxgk()
