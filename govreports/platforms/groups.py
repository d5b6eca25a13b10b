"""The list of a page, told by its structure alone: links that repeat in the same markup, of which some have titles
that look like annual reports', or dates beside them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from govreports.model.exchange import Entry
from govreports.platforms.beside import title_of
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
# A row may hold its category or its unit as a link too; what holds more is no row but a list.
LINKS_OF_A_ROW = 3
# A second list of reports beside the largest: departments in one, towns in the other.
REPORTS_OF_A_SECOND, SHARE_OF_A_SECOND = 2, 0.6


@dataclass(frozen=True, slots=True)
class Group:
    """Links in the same markup, in page order, with the titles they show."""

    titles: Mapping[str, str]
    containers: tuple[str, ...]

    @property
    def reports(self) -> int:
        """How many of the titles look like reports'."""
        return sum(looks_like_report(title) for title in self.titles.values())

    def rows(self, listing: Listing, unit: str | None = None) -> tuple[Entry, ...]:
        """The group's rows."""
        return listing.rows(self.titles.__contains__, (" | ".join(self.containers),), unit)


def looks_like_report(title: str) -> bool:
    """Whether a title names a year and a report: 2013年政府信息公开工作年度报告. The name of a column names no year."""
    return bool(REPORT.search(title))


def groups(listing: Listing, *, chrome: bool = False) -> tuple[Group, ...]:
    """The groups of links outside the site's frame, or with it; one link a row: the one with the longest title."""
    links = {
        link.root: address
        for link in listing.tree.xpath("//body").xpath(LINKS)
        if (chrome or not in_chrome(link.root)) and (address := address_of(link.root, listing.base))
    }
    holds = _held(links)
    rows: dict[HtmlElement, HtmlElement] = {}
    for link in links:
        row = _row(link, holds)
        if row not in rows or len(title_of(link)) > len(title_of(rows[row])):
            rows[row] = link
    alike: dict[str, list[tuple[HtmlElement, HtmlElement]]] = defaultdict(list)
    for row, link in rows.items():
        if (container := row.getparent()) is not None and (title := title_of(link)) and not NO_TITLE.match(title):
            alike[_markup(container, row)].append((container, link))
    return tuple(_group(members, links) for members in alike.values())


def main_list(listing: Listing, unit: str | None = None) -> tuple[Entry, ...]:
    """The rows of the page's list, outside the site's frame or, where classes mislead (list_page), anywhere."""
    return _list(groups(listing), listing, unit) or _list(groups(listing, chrome=True), listing, unit)


def _list(found: Sequence[Group], listing: Listing, unit: str | None) -> tuple[Entry, ...]:
    """The rows of the group with most titles of reports, and of others that hold reports and little else; where no
    title looks like a report's, of the group with most dates; where no row has a date, none."""
    largest = max(found, key=lambda group: (group.reports, len(group.titles)), default=None)
    if largest and largest.reports:
        chosen = [group for group in found if group is largest or _second(group)]
        return tuple(entry for group in chosen for entry in group.rows(listing, unit))
    lists = (group.rows(listing, unit) for group in found)
    dated = [rows for rows in lists if rows and _dated(rows) * 2 >= len(rows)]
    return max(dated, key=_dated, default=())


def _second(group: Group) -> bool:
    return group.reports >= max(REPORTS_OF_A_SECOND, SHARE_OF_A_SECOND * len(group.titles))


def _dated(rows: Iterable[Entry]) -> int:
    return sum(row.listed is not None for row in rows)


def _group(members: Iterable[tuple[HtmlElement, HtmlElement]], links: Mapping[HtmlElement, str]) -> Group:
    members = list(members)
    paths = (container.getroottree().getpath(container) for container, _ in members)
    return Group({links[link]: title_of(link) for _, link in members}, tuple(dict.fromkeys(paths)))


def _held(links: Mapping[HtmlElement, str]) -> dict[HtmlElement, int]:
    """How many links an element holds."""
    holds: dict[HtmlElement, int] = defaultdict(int)
    for link in links:
        for element in (link, *link.iterancestors()):
            holds[element] += 1
    return holds


def _row(link: HtmlElement, holds: Mapping[HtmlElement, int]) -> HtmlElement:
    """The element that repeats: the nearest li, tr or dd, or the link itself, and what is around it alone."""
    near = next((parent for parent in link.iterancestors() if parent.tag in ROW_ELEMENTS), None)
    row = near if near is not None and holds[near] <= LINKS_OF_A_ROW else link
    for parent in row.iterancestors():
        if parent.tag == "body" or holds[parent] > holds[row]:
            break
        row = parent
    return row


def _markup(container: HtmlElement, row: HtmlElement) -> str:
    """The names of all elements around a row with their classes and ids, numbers left out: lists cut into pieces of
    five rows, or one a year, are one."""
    around = (container, *container.iterancestors())
    steps = (f"{element.tag}.{element.get('class', '')}#{element.get('id', '')}" for element in around)
    return NUMBERS.sub("", "/".join((str(row.tag), *steps)))
