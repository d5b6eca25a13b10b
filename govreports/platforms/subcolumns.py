"""Columns below a column: a 年报 column may hold one for each year, or for each kind of unit and each unit below it.

Where directories are columns, those below a column's own directory are its children, and their lists are its lists.
Elsewhere a page of the 年报 column that lists nothing is an index: what it calls a year, a kind of unit or an
organ leads to one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from govreports.model.exchange import Fetch
from govreports.platforms.column import names_annual_reports
from govreports.platforms.linked import organ_named
from govreports.platforms.links import LINKS, address_of
from govreports.platforms.rows import Listing, squeezed
from govreports.platforms.walk import Walk
from govreports.portals import Portal

DEEPEST = 4
"""Levels of columns below the start address. Years, kinds of units, units: no site needs more."""
YEAR = re.compile(r"^\W?(?:19|20)\d{2}\s*年?度?(?:年报|年度报告)?\W?$")
KIND = re.compile(r"(?:部门|单位|乡镇|镇街|街镇|街道|区县|县区|县市|县市区|政府)(?:年报|年度报告)?$")
INDEXES = frozenset({"", "index.html", "index.htm", "index.shtml", "default.html", "default.htm"})


def below(listing: Listing, url: str, portal: Portal, walk: Walk) -> tuple[Fetch, ...]:
    """The first fetch of each directory below the one of a column's page that the page links to, in page order; of
    those that hold each other only the outermost, and none that the registry has a row for. A child's path is longer
    than its parent's, so this cannot go round."""
    own, rows = folder(url), {folder(row.url) for row in portal.catalogues}
    found = {
        place: (address, words)
        for address, words in reversed(list(_links(listing, portal)))
        if is_directory(address) and (place := folder(address)).startswith(own) and place != own and place not in rows
    }
    outermost = [found[place] for place in reversed(found) if not any(_holds(other, place) for other in found)]
    return tuple(_children(walk, outermost, {}))


def indexed(
    listing: Listing, url: str, portal: Portal, walk: Walk, column_of: Callable[[str], str | None]
) -> tuple[Fetch, ...]:
    """The first fetch of each column that an index page leads to, in page order. `column_of` names the column of a list
    page's address (None for any other address). No column is met twice below one start: the names of those met, the
    index pages' own among them, travel along."""
    met = {*walk.note("met").split(), *filter(None, (column_of(row.url) for row in portal.catalogues))}
    met.add(column_of(url) or "")
    found: dict[str, tuple[str, str]] = {}
    for address, words in _links(listing, portal):
        name = column_of(address)
        if name and name not in met and (YEAR.match(words) or KIND.search(words) or _names_column(words)):
            found.setdefault(name, (address, words))
    return tuple(_children(walk, found.values(), {"met": " ".join(sorted(filter(None, {*met, *found})))}))


def folder(url: str) -> str:
    """Host and directory of an address: what its page's relative links start from."""
    parts = urlsplit(url)
    return f"{parts.netloc.lower()}{parts.path.rpartition('/')[0]}/"


def is_directory(url: str) -> bool:
    """Whether an address is a directory, or the index page of one."""
    parts = urlsplit(url)
    return not parts.query and parts.path.rpartition("/")[2].lower() in INDEXES


def _children(walk: Walk, columns: Iterable[tuple[str, str]], notes: dict[str, str]) -> Iterator[Fetch]:
    depth = int(walk.note("depth") or 0)
    if walk.page > 1 or depth >= DEEPEST:
        return
    for address, words in columns:
        unit = None if KIND.search(words) else organ_named(words)
        yield Walk(walk.catalogue, unit or walk.unit, notes={**notes, "depth": str(depth + 1)}).fetch(address)


def _links(listing: Listing, portal: Portal) -> Iterator[tuple[str, str]]:
    for link in listing.tree.xpath("//body").xpath(LINKS):
        address = address_of(link.root, listing.base).partition("#")[0]
        if address and portal.allows(address):
            yield address, squeezed(str(link.root.text_content())) or squeezed(link.attrib.get("title", ""))


def _names_column(words: str) -> bool:
    return bool(organ_named(words)) or names_annual_reports(words)


def _holds(place: str, other: str) -> bool:
    return place != other and other.startswith(place)
