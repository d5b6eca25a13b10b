"""Walking columns below a column: a 年报 column may hold one for each year, or for each kind of unit and each unit.

Where directories are columns, those below a column's own directory are its children, and their lists are its lists.
Elsewhere a page of the 年报 column that lists nothing is an index. Where a family's addresses name its columns, what
the page calls a year, a kind of unit or an organ leads to one; where nothing but words tells them, `branches` does.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from govreports.model.exchange import Fetch
from govreports.platforms.branches import Branch
from govreports.platforms.column import names_annual_reports
from govreports.platforms.linked import organ_named
from govreports.platforms.links import LINKS, address_of
from govreports.platforms.rows import Listing, squeezed
from govreports.platforms.walk import Walk
from govreports.portals import Portal

DEEPEST = 4
"""Levels of columns below the start address. Years, kinds of units, units: no site needs more."""
YEAR = re.compile(r"^\W?(?:19|20)\d{2}\s*年?度?(?:年报|年度报告)?\W?$")
# 县直部门, 乡镇人民政府, 县政府年报; but 苇渡镇人民政府 is an organ.
KIND = re.compile(
    r"(?:部门|单位|乡镇|镇街|街镇|街道|区县|县区|县市|县市区)(?:(?:人民)?政府)?(?:年报|年度报告)?$"
    r"|政府(?:年报|年度报告)$|^政府$"
)
INDEXES = frozenset({"", "index.html", "index.htm", "index.shtml", "default.html", "default.htm"})


def below(listing: Listing, url: str, portal: Portal, walk: Walk) -> tuple[Fetch, ...]:
    """The first fetch of each directory below the one of a column's page that the page links to, in page order; of
    those that hold each other only the outermost, and none that the registry has a row for. A child's path is longer
    than its parent's, so this cannot go round."""
    own, rows = folder(url), {folder(row.url) for row in portal.catalogues}
    found = {
        place: _branch(address, words)
        for address, words in reversed(list(_links(listing, portal)))
        if is_directory(address) and (place := folder(address)).startswith(own) and place != own and place not in rows
    }
    outermost = [found[place] for place in reversed(found) if not any(_holds(other, place) for other in found)]
    return tuple(_first_fetches(walk, outermost, {}))


def indexed(
    listing: Listing, url: str, portal: Portal, walk: Walk, column_of: Callable[[str], str | None]
) -> tuple[Fetch, ...]:
    """The first fetch of each column that an index page leads to, in page order. `column_of` names the column of a list
    page's address (None for any other address)."""
    columns = (
        _branch(address, words)
        for address, words in _links(listing, portal)
        if YEAR.match(words) or KIND.search(words) or organ_named(words) or names_annual_reports(words)
    )
    return unmet(columns, url, portal, walk, column_of)


def unmet(
    columns: Iterable[Branch],
    url: str,
    portal: Portal,
    walk: Walk,
    name_of: Callable[[str], str | None],
    notes: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Fetch, ...]:
    """The first fetch of each of some columns that the page at `url` leads to. No column is met twice below one start:
    `name_of` names them (None for what is none), and the names of those met, the index pages' own among them, travel
    along. Nor are those read that a row of the registry starts from, or that lie on none of the portal's hosts."""
    met = {*walk.note("met").split(), *filter(None, map(name_of, [url, *(row.url for row in portal.catalogues)]))}
    found: dict[str, Branch] = {}
    for column in columns:
        name = name_of(column.url)
        if name and name not in met and portal.allows(column.url):
            found.setdefault(name, column)
    return tuple(_first_fetches(walk, found.values(), {**notes, "met": " ".join(sorted({*met, *found}))}))


def folder(url: str) -> str:
    """Host and directory of an address: what its page's relative links start from."""
    parts = urlsplit(url)
    return f"{parts.netloc.lower()}{parts.path.rpartition('/')[0]}/"


def is_directory(url: str) -> bool:
    """Whether an address is a directory, or the index page of one."""
    parts = urlsplit(url)
    return not parts.query and parts.path.rpartition("/")[2].lower() in INDEXES


def _first_fetches(walk: Walk, columns: Iterable[Branch], notes: Mapping[str, str]) -> Iterator[Fetch]:
    depth = int(walk.note("depth") or 0)
    if walk.page > 1 or depth >= DEEPEST:
        return
    for column in columns:
        below = Walk(walk.catalogue, column.unit or walk.unit, notes={**notes, "depth": str(depth + 1)})
        yield below.fetch(column.url)


def _branch(address: str, words: str) -> Branch:
    return Branch(address, None if KIND.search(words) else organ_named(words))


def _links(listing: Listing, portal: Portal) -> Iterator[tuple[str, str]]:
    for link in listing.tree.xpath("//body").xpath(LINKS):
        address = address_of(link.root, listing.base).partition("#")[0]
        if address and portal.allows(address):
            yield address, squeezed(str(link.root.text_content())) or squeezed(link.attrib.get("title", ""))


def _holds(place: str, other: str) -> bool:
    return place != other and other.startswith(place)
