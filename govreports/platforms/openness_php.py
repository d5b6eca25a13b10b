"""Openness, generation 1: PHP addresses with the ids of a document store (24 hex digits), pages by `page` in the query.

Lists lie at /opennessTarget/?branch_id=…&column_code=…, /opennessContent/?… and /opennessAnnualReport/?branch_id=…,
below any prefix (/xxgk/); some are a frame around /opennessContent/iframe/?…. `branch_id` names the unit, `all` every
one; `column_code` is hierarchical. Entries are documents at /openness/detail/content/<id>.html, or lead to the page
elsewhere that an item stands for. Seen at 马鞍山 and 太和.

A registry row's address is any such list. Its parameter `units = "linked"` walks the annual reports of the other units
that the page links to as well, each under the name of its link.
"""

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar
from urllib.parse import parse_qsl, urlsplit

from govreports.model.exchange import Catalogue, Entry, Fetch, Snapshot
from govreports.pages import Detail, decode
from govreports.platforms.adapter import Adapter
from govreports.platforms.groups import groups, main_list
from govreports.platforms.linked import OF_UNITS, linked_units
from govreports.platforms.links import LINKS, address_of, with_parameter
from govreports.platforms.parameters import Parameters
from govreports.platforms.rows import Listing
from govreports.platforms.signature import Signature, mark
from govreports.platforms.walk import Walk, starts, total_entries, total_pages
from govreports.portals import Portal

SIGNATURE = Signature(
    url=(
        mark(r"/openness\w*/\S*\?(?:\S*&)?branch_id=(?:[0-9a-f]{24}|all)\b", 0.95, "a unit by branch_id"),
        mark(r"/openness/detail/(?:content/)?[0-9a-f]{24}\b", 0.95, "a document at /openness/detail/<24 hex digits>"),
        mark(r"/openness(?:Target|Content|AnnualReport|Guide)/(?:\?|$)", 0.7, "a controller at /openness…/"),
    ),
)
ENTRY = re.compile(r"/openness/detail/(?:content/)?[0-9a-f]{24}\b")
LIST = re.compile(r"/openness(?:Target|Content|AnnualReport|Guide)\b", re.IGNORECASE)
ANNUAL = re.compile(r"/opennessAnnualReport/?\?(?:.*&)?branch_id=(?P<branch>[0-9a-f]{24})\b")
FRAME = re.compile(r"/openness\w*/iframe/?\?")


class OpennessPhp:
    """The adapter."""

    name = "openness_php"
    parameters: ClassVar[Parameters] = OF_UNITS
    detail = Detail(
        body=(
            "//*[contains(@class, 'openness_detail')]//*[contains(@class, 'content')]",
            "//*[contains(@class, 'openness-detail')]",
            "//div[contains(@class, 'g-detailbox')]",
            "//div[contains(@class, 'newscontnet')]//*[contains(@class, 'text')]",
        ),
    )

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """Page 1 of each list."""
        return starts(portal)

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """The rows of one page and the next page while the pager shows one; of a frame, the list in it."""
        listing = Listing.of(decode(snapshot.body, snapshot.headers.get("content-type")).text, snapshot.url)
        walk, asked = Walk.of(snapshot.fetch.context), snapshot.fetch.url
        entries = _rows(listing, walk.unit)
        framed = next(_framed(listing, asked), None) if not entries else None
        if framed and not FRAME.search(asked):
            return Catalogue(fetches=(walk.fetch(framed, headers={"Referer": snapshot.url}),))
        visible = listing.visible_text()
        pages = max([total_pages(visible) or 1, *_linked_pages(listing, asked)])

        def onward(ahead: Walk) -> Fetch | None:
            return ahead.fetch(with_parameter(asked, "page", str(ahead.page))) if ahead.page <= pages else None

        read = walk.turn(entries, onward, total_entries(visible))
        units = tuple(linked_units(listing, portal, walk, _branch)) if walk.page == 1 else ()
        return Catalogue(read.entries, (*read.fetches, *units), read.declared_total, read.findings)


def _rows(listing: Listing, unit: str | None) -> tuple[Entry, ...]:
    """The rows of the list that holds documents, and those of its rows that lead to originals elsewhere. A list of
    nothing but such is told by its structure; a box of news beside it is none."""
    found = groups(listing, unit)
    of_documents = [group for group in found if any(ENTRY.search(row.url) for row in group.rows)]
    chosen = max(of_documents, key=lambda group: (group.reports, group.dated, len(group.rows)), default=None)
    rows = chosen.rows if chosen else main_list(listing, unit)
    return tuple(row for row in rows if not LIST.search(row.url))


def _framed(listing: Listing, url: str) -> Iterator[str]:
    for source in listing.tree.xpath("//iframe/@src").getall():
        address = listing.absolute(source)
        if FRAME.search(address) and urlsplit(address).hostname == urlsplit(url).hostname:
            yield address


def _linked_pages(listing: Listing, url: str) -> Iterator[int]:
    """The numbers of this list's other pages that the pager links to."""
    own = _without_page(url)
    for link in listing.tree.xpath("//body").xpath(LINKS):
        address = address_of(link.root, listing.base)
        number = dict(parse_qsl(urlsplit(address).query)).get("page", "")
        if number.isdecimal() and _without_page(address) == own:
            yield int(number)


def _without_page(url: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    parts = urlsplit(url)
    query = (pair for pair in parse_qsl(parts.query) if pair[0] != "page")
    return parts.netloc, parts.path.rstrip("/"), tuple(sorted(query))


def _branch(address: str) -> str | None:
    """The unit whose annual reports lie at an address."""
    found = ANNUAL.search(address)
    return found["branch"] if found else None


ADAPTER: Adapter = OpennessPhp()
