"""Reading the rows of a catalogue: link, full title, and the date beside it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urljoin

from lxml.html import HtmlElement
from parsel import Selector

from govreports.model.exchange import Entry
from govreports.platforms import script
from govreports.platforms.beside import Gaps, beside, squeezed, title_of
from govreports.platforms.column import Column, column_of
from govreports.platforms.dates import listed_date
from govreports.platforms.embedded import embedded_entries
from govreports.platforms.links import LINKS, absolute, address_of

__all__ = ["Listing", "squeezed"]

ROW_ELEMENTS = frozenset({"li", "tr", "dd", "dl"})
# In HTML a CDATA section is a bogus comment; datastores that lie in the page itself keep their rows in one.
CDATA = re.compile(r"(<script\b.*?</script\s*>|<!--.*?-->)|<!\[CDATA\[(.*?)\]\]>", re.DOTALL | re.IGNORECASE)
# A comment holds no script, but the code of a script may hold a comment's signs.
SCRIPT = re.compile(r"<!--.*?-->|<script\b(?![^>]*\bsrc=)[^>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
# What stands around a list on every page of a site. Tokens of class and id, as templates name them.
CHROME = re.compile(
    r"(?:^|[\s_-])(?:(?:main|top|sub|side|left|right|site)?-?(?:nav|menu)s?(?:bar|con|list)?|headers?|top|foot(?:er)?s?|copyright"
    r"|crumbs?|breadcrumbs?|position|location|pos|links?|yqlj|friend-?links?|sidebar|search|pager?|pagination|pages"
    r"|share|bottom)(?:$|[\s_-])",
    re.IGNORECASE,
)
CHROME_TAGS = frozenset({"nav", "header", "footer", "select"})
MANY = ""


@dataclass(frozen=True)
class Listing:
    """A page of a catalogue as a tree, and the address its links start from."""

    tree: Selector
    base: str

    @classmethod
    def of(cls, text: str, url: str) -> "Listing":
        """Parse a page. Its `<base href>` counts, as it does in a browser; rows in CDATA sections are rows, and what a
        script writes into the page stands behind the script."""
        if "<![CDATA[" in text:
            text = CDATA.sub(lambda match: match[1] or match[2] or "", text)
        if "document.write" in text:
            text = SCRIPT.sub(lambda match: f"{match[0]}{script.written(script.code(match[1] or ''))}", text)
        tree = Selector(text=text or "<html></html>", type="html")
        return cls(tree, urljoin(url, tree.xpath("string(//base[@href][1]/@href)").get("")))

    def visible_text(self) -> str:
        """What a reader sees: no comments, no scripts. Totals are read from it."""
        return squeezed(" ".join(self.tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]").getall()))

    def title(self) -> str:
        """The text of its `<title>`."""
        return squeezed(self.tree.xpath("string(//title[1])").get(""))

    def tag(self, name: str) -> str:
        """A tag of 国办发〔2017〕47号 (SiteName, ColumnType); attributes' case varies, and so does that of names."""
        for meta in self.tree.xpath("//meta[@content]"):
            if meta.attrib.get("name", "").strip().lower() == name.lower():
                return squeezed(meta.attrib["content"])
        return ""

    @cached_property
    def column(self) -> Column:
        """The column the page says it is."""
        return column_of(self)

    @cached_property
    def scripts(self) -> list[str]:
        """The code of its inline scripts without comments."""
        return script.scripts(self.tree)

    def absolute(self, href: str) -> str:
        """A link as an absolute http address, or an empty text where it leads to none (javascript:, mailto:, http://[)."""
        return absolute(self.base, href)

    def rows(
        self, is_entry: Callable[[str], bool], containers: Sequence[str] = (), unit: str | None = None
    ) -> tuple[Entry, ...]:
        """The rows whose link `is_entry` accepts, in page order: from the first of the container XPaths that holds
        one, else from the page without its chrome, else from all of it. Where the markup holds none, from the objects
        that its scripts hold. A link given in two rows is given twice: that is what the site counts."""
        for within, chrome in [
            *((self.tree.xpath(path), True) for path in containers),
            (self.tree.xpath("//body"), False),
        ]:
            if rows := tuple(self._rows(within, is_entry, unit, chrome)):
                return rows
        if rows := tuple(self._rows(self.tree.xpath("//body"), is_entry, unit, True)):
            return rows
        return self._objects(is_entry, unit)

    def rows_within(self, containers: Sequence[str], is_entry: Callable[[str], bool]) -> tuple[Entry, ...]:
        """The rows in the first of the container XPaths that holds one, none where none does."""
        found = (tuple(self._rows(self.tree.xpath(path), is_entry, None, True)) for path in containers)
        return next(filter(None, found), ())

    def _objects(self, is_entry: Callable[[str], bool], unit: str | None) -> tuple[Entry, ...]:
        found = embedded_entries(self.scripts, self.base, unit)
        return tuple(replace(entry, column=self.column.told) for entry in found if is_entry(entry.url))

    def _rows(
        self, within: Sequence[Selector], is_entry: Callable[[str], bool], unit: str | None, chrome: bool
    ) -> Iterator[Entry]:
        links: dict[HtmlElement, str] = {}
        for link in (link.root for part in within for link in part.xpath(LINKS)):
            address = address_of(link, self.base)
            if address and is_entry(address) and (chrome or not in_chrome(link)):
                links.setdefault(link, address)
        holds, gaps = _held(links), Gaps(links)
        done: set[HtmlElement] = set()
        for anchor, address in links.items():
            row = _row_of(anchor, address, holds)
            if row in done:
                continue
            done.add(row)
            same = [other for other in row.iter() if links.get(other) == address]
            title = max((title_of(other) for other in same), key=len)
            if title:
                listed = listed_date(beside(row, same, gaps), address)
                yield Entry(address, title, listed, unit, self.column.told)


def in_chrome(element: HtmlElement) -> bool:
    """Whether an element stands in the frame of the site: navigation, header, footer, search, pager."""
    for parent in element.iterancestors():
        if parent.tag == "body":
            return False
        if parent.tag in CHROME_TAGS or CHROME.search(f"{parent.get('class', '')} {parent.get('id', '')}"):
            return True
    return False


def _held(links: dict[HtmlElement, str]) -> dict[HtmlElement, str]:
    """For each element around links the address they lead to, `MANY` where there are several."""
    holds: dict[HtmlElement, str] = {}
    for link, address in links.items():
        for parent in (link, *link.iterancestors()):
            if holds.setdefault(parent, address) != address:
                holds[parent] = MANY
    return holds


def _row_of(anchor: HtmlElement, address: str, holds: dict[HtmlElement, str]) -> HtmlElement:
    """The element that is the link's row: the nearest li, tr or dd, or else the largest that holds no other entry."""
    row = anchor
    if anchor.tag in ROW_ELEMENTS:
        return anchor
    for parent in anchor.iterancestors():
        if parent.tag == "body" or holds[parent] != address:
            break
        row = parent
        if parent.tag in ROW_ELEMENTS:
            break
    return row
