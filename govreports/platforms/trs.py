"""TRS WCM (拓尔思): static directories. Page 1 of a list is the directory, page 2 `index_1.html`, page k `index_{k-1}`;
documents lie at `./YYYYMM/tYYYYMMDD_<id>.html`. The largest family, in most provinces.

The number of pages stands in the pager's call or variables, not in what is commented out beside them. A list of some
sites stops being published after so many pages: what its pager promises beyond is a stub of 300 to 400 bytes, which
ends the walk with a finding. Columns are directories too: those below a 年报 column (a year, a unit) are read with it.

Some lists are not in the page: its script asks a service (`list2.trsapi`, `/was5/web/search`, `/irs/front/list`) for
JSON or JSONP. Older directories list by `/govsearch/search.jsp?SType=1&page=N`.

Parameters of a registry row, all of them optional:
`pages_per_file` where the page's script turns so many of the pager's pages within one file (50: page 51 is `index_1`);
`columns` = `below` reads the columns below whatever the page is called, `own` never does;
`units` = `linked` reads the 年报 columns of other units that the page links to;
`service` names (a part of) the service's address where there is doubt, `page_field` and `first_page` its page number's
field and first value, `field.NAME` any other of its fields.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import parse_qsl, urlsplit

from govreports.model.exchange import Catalogue, Fetch, Snapshot
from govreports.pages import Detail, decode
from govreports.platforms import jsondata
from govreports.platforms.adapter import Adapter
from govreports.platforms.column import column_of
from govreports.platforms.documents import documents
from govreports.platforms.linked import OF_UNITS, linked_units
from govreports.platforms.links import with_parameter
from govreports.platforms.parameters import ANY, NUMBER, Parameters
from govreports.platforms.rows import Listing
from govreports.platforms.service import OF_A_SERVICE, Service, answered, asked_for
from govreports.platforms.signature import Signature, mark
from govreports.platforms.static_pager import Pager, called, counted, shown
from govreports.platforms.subcolumns import below, folder, is_directory
from govreports.platforms.walk import Walk, params, starts, total_entries, total_pages
from govreports.portals import Portal

SIGNATURE = Signature(
    url=(
        mark(r"/(?:19|20)\d{4}/t(?:19|20)\d{6}_\d+(?:_\d+)?\.s?html?", 0.9, "a document at YYYYMM/tYYYYMMDD_<id>"),
        mark(r"/govsearch/\w+\.jsp", 0.8, "the directory search /govsearch/"),
        mark(r"/was\d+/web/search\?|\.trsapi\b", 0.8, "a search service of TRS"),
        mark(r"/index_\d{1,3}\.s?html?$", 0.3, "further pages at index_<n>"),
    ),
    html=(
        mark(
            r"""createPage(?:HTML)?\(\s*["']?\d+["']?\s*,\s*["']?\d+["']?\s*,\s*["']""",
            0.75,
            "the pager createPageHTML",
        ),
        mark(
            r"""class=["']?[^"'>]*\b(?:TRS_\w+|trs_(?:editor|word|web|paper)\w*)""", 0.7, "classes that begin with TRS_"
        ),
        mark(r"\bCurrChnlCls\b", 0.6, "the class CurrChnlCls in the line of the position"),
        mark(r"\bvar\s+countPage\s*=", 0.5, "a pager with countPage"),
        mark(r"(?i)trssearchform|\.trsapi\b|/was\d+/web/search", 0.6, "the search form of TRS"),
    ),
)
# A document, or a file that stands for one: P020190220602369247623.xls.
ENTRY = re.compile(
    r"/t(?:19|20)\d{6}_\d+\.(?:s?html?|jhtml|jspx?)(?:$|[?#])|/P0\d{12,}\.(?:pdf|docx?|wps|xlsx?|ofd|ceb|zip|rar)$",
    re.IGNORECASE,
)
SEARCH = re.compile(r"/govsearch/\w+\.jsp", re.IGNORECASE)
SERVICE = re.compile(r"\.trsapi\b|/was\d+/web/search|/irs/front/\w+|/trsapi/", re.IGNORECASE)
ROWS = ("//div[contains(@class, 'index_right_content')]",)
# Directories that sites call their 年报 columns: zfxxgknb, xxgknb_9490, zfxxgkndbg, nb, nianbao.
REPORTS = re.compile(r"/[a-z]*(?:nb|ndbg|nianbao)(?:_\d+)?/$", re.IGNORECASE)


class Trs:
    """The adapter."""

    name = "trs"
    parameters: ClassVar[Parameters] = {
        **OF_A_SERVICE,
        **OF_UNITS,
        "pages_per_file": NUMBER,
        "columns": "below|own",
        "service": ANY,
    }
    detail = Detail(
        body=(
            "//*[contains(@class, 'trs_editor_view')]",
            "//*[contains(@class, 'TRS_UEDITOR')]",
            "//*[contains(@class, 'TRS_Editor')]",
            "//*[@id='zoom']",
            "//*[contains(@class, 'Article_zw')]",
            "//*[contains(@class, 'xxgk_content')]",
            "//div[@class='view']",
        ),
        metadata=("//div[@class='sub']//li",),
    )

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """The first page of each list."""
        return starts(portal)

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """A page of a static list, of the directory search, or of a list service."""
        text = decode(snapshot.body, snapshot.headers.get("content-type")).text
        walk = Walk.of(snapshot.fetch.context)
        known = params(portal, walk)
        if walk.note("service"):
            return answered(text, walk)
        if jsondata.answer(text) is not None:
            return answered(text, Service.at(snapshot.url).told(known).begun(walk, snapshot))
        listing = Listing.of(text, snapshot.url)
        entries = documents(listing, lambda url: bool(ENTRY.search(url)), ROWS, walk.unit)
        columns = tuple(_columns(listing, snapshot.url, portal, walk))
        if walk.page == 1 and (not entries or "service" in known):
            kind = re.compile(re.escape(known["service"])) if "service" in known else SERVICE
            if asked := asked_for(listing, listing.scripts, kind):
                service = asked.told(known)
                return Catalogue(fetches=(service.fetch(service.begun(walk, snapshot)), *columns))
        is_search = SEARCH.search(urlsplit(snapshot.url).path)
        onward = _searched(listing, snapshot.url) if is_search else _paged(listing, snapshot.url, known)
        turned = walk.turn(entries, onward, total_entries(listing.visible_text()), promised=walk.page > 1)
        return replace(turned, fetches=(*turned.fetches, *columns))


def _paged(listing: Listing, url: str, known: Mapping[str, str]) -> Callable[[Walk], Fetch | None]:
    """The next file of a static list. The pager's call is believed before its variables, and those before what the
    page shows: a script may not have run when the page was saved, or have run already."""
    codes = listing.scripts
    pager = called(codes) or counted(codes) or shown(listing, url, first=1) or Pager(1)
    files = -(-pager.pages // int(known.get("pages_per_file", "1")))

    def onward(ahead: Walk) -> Fetch | None:
        return ahead.fetch(pager.further(url, ahead.page - 1)) if ahead.page <= files else None

    return onward


def _searched(listing: Listing, url: str) -> Callable[[Walk], Fetch | None]:
    """The next page of the directory search, while its pager shows one."""
    linked = (dict(parse_qsl(urlsplit(listing.absolute(href)).query)).get("page", "") for href in _hrefs(listing))
    pages = max([total_pages(listing.visible_text()) or 1, *(int(number) for number in linked if number.isdecimal())])

    def onward(ahead: Walk) -> Fetch | None:
        return ahead.fetch(with_parameter(url, "page", str(ahead.page))) if ahead.page <= pages else None

    return onward


def _hrefs(listing: Listing) -> Iterable[str]:
    return (href for href in listing.tree.xpath("//a/@href").getall() if SEARCH.search(listing.absolute(href)))


def _columns(listing: Listing, url: str, portal: Portal, walk: Walk) -> Iterable[Fetch]:
    """The lists that a list leads to: columns below it, and the 年报 columns of other units where the row asks."""
    wanted = params(portal, walk).get("columns", "")
    is_reports = bool(walk.note("depth")) or bool(REPORTS.search(folder(url))) or column_of(listing).is_annual_reports
    if wanted == "below" or (is_reports and wanted != "own"):
        yield from below(listing, url, portal, walk)
    yield from linked_units(listing, portal, walk, _reports_column)


def _reports_column(address: str) -> str | None:
    """The directory of a 年报 column, None for any other address."""
    place = folder(address)
    return place if is_directory(address) and REPORTS.search(place) else None


ADAPTER: Adapter = Trs()
