"""Openness/Xxgk, generation 2: CamelCase controllers, the page number in the path.

Lists lie at …/showList/<unit>/<column>/page_<n>.html, annual reports at …AnnualReport/show/<id>.html. Seen at 亳州,
宣城, 池州, 阜阳, 铜陵 and 呼伦贝尔; each prefecture's counties run on its platform.

A registry row's address is a list, or, where no list is known, a report: the line of its position leads to the list.
"""

import re
from collections.abc import Iterable
from typing import ClassVar
from urllib.parse import urlsplit

from govreports.model.exchange import Catalogue, Entry, Fetch, Snapshot
from govreports.pages import Detail, decode
from govreports.platforms.adapter import Adapter
from govreports.platforms.column import column_of, names_annual_reports
from govreports.platforms.parameters import Parameters
from govreports.platforms.rows import Listing, squeezed
from govreports.platforms.signature import Signature, mark
from govreports.platforms.subcolumns import indexed
from govreports.platforms.walk import Walk, same_folder, starts, total_entries, total_pages
from govreports.portals import Portal

ENTRY = re.compile(r"/(?:Branch)?(?:Xxgk|Openness|Jczwgk)\w*/show/\d+\.html", re.IGNORECASE)
COLUMN = re.compile(
    r"/((?:Xxgk|(?:Branch)?Openness)Content/showList/\d+/\w+|(?:Xxgk|Openness)Branch/[\w/]+)", re.IGNORECASE
)
PAGE = re.compile(r"page_(\d+)\.html", re.IGNORECASE)
# Row markup differs by template; these are the list regions seen, before the page as a whole.
LISTS = (
    "//*[contains(@class, 'm-cglist')]",
    "//*[contains(@class, 'm-tglist')]",
    "//*[contains(@class, 'search-list')]",
    "//*[contains(@class, 'listright-box')]",
)


class Openness:
    """The adapter."""

    name = "openness"
    parameters: ClassVar[Parameters] = {}
    detail = Detail(
        body=(
            "//div[contains(@class, 'g-detailbox')]",
            "//div[contains(@class, 'newscontnet')]//*[contains(@class, 'text')]",
        ),
        attachments=("//*[contains(@class, 'm-file-download')]",),
    )

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """Page 1 of each list."""
        return starts(portal)

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """The rows of one page, and the next page while the pager shows one."""
        listing = Listing.of(decode(snapshot.body, snapshot.headers.get("content-type")).text, snapshot.url)
        walk = Walk.of(snapshot.fetch.context)
        if ENTRY.search(snapshot.fetch.url):
            return _from_a_report(listing, walk, portal)
        visible = listing.visible_text()
        pages = max([total_pages(visible) or 1, *_linked_pages(listing, snapshot.fetch.url)])

        def onward(ahead: Walk) -> Fetch | None:
            if ahead.page > pages:
                return None
            return ahead.fetch(PAGE.sub(f"page_{ahead.page}.html", snapshot.fetch.url))

        entries = listing.rows(lambda url: bool(ENTRY.search(url)), LISTS, walk.unit)
        index = walk.page == 1 and not entries and column_of(listing).is_annual_reports
        if index and (columns := indexed(listing, snapshot.url, portal, walk, _column)):
            return Catalogue(fetches=columns)
        return walk.turn(entries, onward, total_entries(visible))


def _column(address: str) -> str | None:
    """The unit and column of a list's address, or the branch whose units a page shows."""
    found = COLUMN.search(urlsplit(address).path)
    return found[1].lower() if found else None


def _from_a_report(listing: Listing, walk: Walk, portal: Portal) -> Catalogue:
    """A report in place of a list: itself, and the lists its links call those of the annual reports."""
    lists: dict[str, None] = {}
    for link in listing.tree.xpath("//body//a[@href]"):
        address = listing.absolute(link.attrib["href"])
        words = squeezed(link.xpath("string(.)").get(""))
        if names_annual_reports(words) and not ENTRY.search(address) and portal.allows(address):
            lists.setdefault(address)
    own = Entry(walk.catalogue, listing.tag("ArticleTitle") or listing.title(), None, walk.unit)
    onward = (Walk(walk.catalogue, walk.unit).fetch(address, headers={"Referer": walk.catalogue}) for address in lists)
    return Catalogue((own,), tuple(onward))


def _linked_pages(listing: Listing, url: str) -> Iterable[int]:
    for href in listing.tree.xpath("//a/@href").getall():
        address = listing.absolute(href)
        number = PAGE.search(address)
        if number and same_folder(address, url):
            yield int(number[1])


SIGNATURE = Signature(
    url=(
        mark(
            r"/(?:Xxgk|(?:Branch)?Openness)Content/showList/\d+/\w+/page_\d+\.html",
            0.95,
            "a list of unit and column at …Content/showList/<unit>/<column>/page_<n>.html",
        ),
        mark(
            r"/(?:Xxgk|Openness)AnnualReport/(?:show|download)/\d+(?:_\d+)?\.html",
            0.95,
            "a report at …AnnualReport/show/<id>.html",
        ),
        mark(
            r"/(?:Xxgk|(?:Branch)?Openness)Content/show/\d+(?:_\d+)?\.html",
            0.9,
            "a document at …Content/show/<id>.html",
        ),
        mark(
            r"/(?:Openness|Xxgk)(?:Guide|Branch|Policy|Finance)/|/Jczwgk/(?:show|opennessList)/",
            0.6,
            "a CamelCase controller",
        ),
    ),
    html=(
        mark(r"""class=["'][^"']*\bm-(?:cglist|tglist|file-download)\b""", 0.4, "the list classes m-cglist, m-tglist"),
    ),
)

ADAPTER: Adapter = Openness()
