"""The list of a page, told by its structure alone: links that repeat in the same markup, of which some have titles
that look like annual reports', or dates beside them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from govreports.model.exchange import Entry
from govreports.platforms.beside import Gaps, beside, title_of
from govreports.platforms.dates import listed_date
from govreports.platforms.links import LINKS, address_of
from govreports.platforms.rows import ROW_ELEMENTS, Listing, in_chrome

YEAR = r"(?:19|20)\d{2}|[一二]\s*[九〇○零ОO0]\s*[〇○零一二三四五六七八九ОO\d]{2}|[12][０-９]{3}"
REPORT = re.compile(rf"(?:{YEAR})[^。]*(?:年报|报告|总结)|(?:年报|报告|总结).*(?:{YEAR})")
NUMBERS = re.compile(r"\d+")
# The pager may stand in the list, as its last row.
NO_TITLE = re.compile(
    r"^(?:[\[(（]?(?:首页|[上下前后]一?页|[尾末]页|最后一页|更多|more)[\])）]?|\d{1,3}|[<>«»‹›＜＞\s.…+]+)$",
    re.IGNORECASE,
)
BLOCKS = frozenset({"p", "div", "td", "dt"})
# What stands below a list, and in no row.
PAGER = re.compile(r"[上下]一?页|[共第]\s*\d+\s*页|\d\s*/\s*\d+\s*页|共\s*\d+\s*条")
# A row may hold its category or its unit as a link too; what holds more is no row but a list.
LINKS_OF_A_ROW = 3
# A second list of reports beside the largest: departments in one, towns in the other.
REPORTS_OF_A_SECOND, SHARE_OF_A_SECOND = 2, 0.6


@dataclass(frozen=True, slots=True)
class Group:
    """Rows in the same markup, in page order."""

    rows: tuple[Entry, ...]

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles by their addresses."""
        return {row.url: row.title for row in self.rows}

    @property
    def reports(self) -> int:
        """How many of the titles look like reports'."""
        return sum(looks_like_report(row.title) for row in self.rows)

    @property
    def dated(self) -> int:
        """How many rows have a date."""
        return sum(row.listed is not None for row in self.rows)


def looks_like_report(title: str) -> bool:
    """Whether a title names a year and a report: 2013年政府信息公开工作年度报告. The name of a column names no year."""
    return bool(REPORT.search(title))


def groups(listing: Listing, unit: str | None = None, *, chrome: bool = False) -> tuple[Group, ...]:
    """The groups of links outside the site's frame, or with it; one link a row: the one with the longest title."""
    links = {
        link.root: address
        for link in listing.tree.xpath("//body").xpath(LINKS)
        if (chrome or not in_chrome(link.root)) and (address := address_of(link.root, listing.base))
    }
    holds = _held(links)
    rows: dict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    for link in links:
        rows[_row(link, holds)].append(link)
    alike: dict[str, list[Entry]] = defaultdict(list)
    gaps = Gaps(links)
    for row, inside in rows.items():
        link = max(inside, key=lambda link: len(title_of(link)))
        title, container = title_of(link), row.getparent()
        if container is not None and title and not NO_TITLE.match(title):
            listed = listed_date(beside(row, [link], gaps), links[link])
            alike[_markup(container, row, link)].append(Entry(links[link], title, listed, unit))
    return tuple(Group(tuple(found)) for found in alike.values())


def main_list(listing: Listing, unit: str | None = None) -> tuple[Entry, ...]:
    """The rows of the page's list, outside the site's frame or, where classes mislead (list_page), anywhere."""
    return _list(groups(listing, unit)) or _list(groups(listing, unit, chrome=True))


def _list(found: Sequence[Group]) -> tuple[Entry, ...]:
    """The rows of the group with most titles of reports, and of others that hold reports and little else; where no
    title looks like a report's, of the group with most dates; where no row has a date, none."""
    largest = max(found, key=lambda group: (group.reports, group.dated, len(group.rows)), default=None)
    if largest and largest.reports:
        return tuple(row for group in found if group is largest or _second(group) for row in group.rows)
    dated = (group for group in found if group.dated * 2 >= len(group.rows))
    latest = max(dated, key=lambda group: group.dated, default=None)
    return latest.rows if latest else ()


def _second(group: Group) -> bool:
    return group.reports >= max(REPORTS_OF_A_SECOND, SHARE_OF_A_SECOND * len(group.rows))


@dataclass(slots=True)
class _Held:
    """The links below an element, and the addresses they lead to: a picture and a title often lead to one."""

    links: int = 0
    addresses: set[str] = field(default_factory=set)


def _held(links: Mapping[HtmlElement, str]) -> dict[HtmlElement, _Held]:
    holds: dict[HtmlElement, _Held] = defaultdict(_Held)
    for link, address in links.items():
        for element in (link, *link.iterancestors()):
            holds[element].links += 1
            holds[element].addresses.add(address)
    return holds


def _row(link: HtmlElement, holds: Mapping[HtmlElement, _Held]) -> HtmlElement:
    """The element that repeats: the nearest li, tr or dd, else the nearest block that leads to one address alone, or
    the link itself; and what is around it alone. An entry that is listed twice stays two rows."""
    near = next((parent for parent in link.iterancestors() if parent.tag in ROW_ELEMENTS), None)
    if near is None or len(holds[near].addresses) > LINKS_OF_A_ROW:
        block = next((parent for parent in link.iterancestors() if parent.tag in BLOCKS), None)
        near = block if block is not None and len(holds[block].addresses) == 1 else None
    row = link if near is None else near
    for parent in row.iterancestors():
        if parent.tag == "body" or holds[parent].links > holds[row].links or PAGER.search(str(parent.text_content())):
            break
        row = parent
    return row


def _markup(container: HtmlElement, row: HtmlElement, link: HtmlElement) -> str:
    """The names of all elements around a row with their classes and ids, numbers left out: lists cut into pieces of
    five rows, or one a year, are one. A list of one row is a row in what is around it: its own names count too, else
    it would be like a box of one link beside it."""
    inside = [link, *(parent for parent in link.iterancestors() if row in (parent, *parent.iterancestors()))]
    near = next((at for at, element in enumerate(inside) if element.tag in ROW_ELEMENTS), len(inside))
    around = (*inside[near + 1 :], container, *container.iterancestors())
    steps = (f"{element.tag!s}.{element.get('class', '')}#{element.get('id', '')}" for element in around)
    return NUMBERS.sub("", "/".join((str(row.tag), *steps)))
