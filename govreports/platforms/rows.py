"""Reading the rows of a catalogue: link, full title, and the date beside it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from parsel import Selector
from w3lib.html import strip_html5_whitespace

from govreports.model.exchange import Entry
from govreports.platforms.dates import listed_date

ROW_ELEMENTS = frozenset({"li", "tr", "dd", "dl"})
CUT = re.compile(r"(…|\.{2,})$")
# Some templates put the whole card into the tooltip: 标题：…, then 发布日期：… on lines of their own.
TOOLTIP_LABEL = re.compile(r"^(标\s*题|名\s*称)\s*[:：]\s*")
SPACE = re.compile(r"[\s\u00a0\u3000]+")


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a catalogue as a tree, and the address its links start from."""

    tree: Selector
    base: str

    @classmethod
    def of(cls, text: str, url: str) -> "Listing":
        """Parse a page. Its `<base href>` counts, as it does in a browser."""
        tree = Selector(text=text or "<html></html>", type="html")
        return cls(tree, urljoin(url, tree.xpath("string(//base[@href][1]/@href)").get("")))

    def visible_text(self) -> str:
        """What a reader sees: no comments, no scripts. Totals are read from it."""
        return squeezed(" ".join(self.tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]").getall()))

    def absolute(self, href: str) -> str:
        """A link as an absolute http address, or an empty text where it leads to none (javascript:, mailto:, http://[)."""
        try:
            address = urljoin(self.base, strip_html5_whitespace(href))
            parts = urlsplit(address)
            leads_somewhere = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        except ValueError:
            return ""
        return address if leads_somewhere else ""

    def rows(
        self, is_entry: Callable[[str], bool], containers: Sequence[str] = (), unit: str | None = None
    ) -> tuple[Entry, ...]:
        """The rows whose link `is_entry` accepts, in page order, from the first of the container XPaths that holds
        one, else from the whole page. A link given in two rows is given twice: that is what the site counts."""
        for container in (*containers, "//body"):
            if rows := tuple(self._rows(self.tree.xpath(container), is_entry, unit)):
                return rows
        return ()

    def _rows(self, within: Sequence[Selector], is_entry: Callable[[str], bool], unit: str | None) -> Iterator[Entry]:
        links: dict[HtmlElement, str] = {}
        for link in (link for part in within for link in part.xpath(".//a[@href]")):
            address = self.absolute(link.attrib["href"])
            if address and is_entry(address):
                links.setdefault(link.root, address)
        done: set[HtmlElement] = set()
        for anchor, address in links.items():
            row = _row_of(anchor, address, links)
            if row in done:
                continue
            done.add(row)
            same = [other for other in row.iter("a") if links.get(other) == address]
            title = max((_title(other) for other in same), key=len)
            if title:
                yield Entry(address, title, listed_date(_beside(row, same), address), unit)


def squeezed(text: str) -> str:
    """White space of every kind, nbsp and the ideographic one too, as single blanks."""
    return SPACE.sub(" ", text).strip()


def _row_of(anchor: HtmlElement, address: str, links: dict[HtmlElement, str]) -> HtmlElement:
    """The element that is the link's row: the nearest li, tr or dd, or else the largest that holds no other entry."""
    row = anchor
    for parent in anchor.iterancestors():
        if parent.tag == "body" or any(links.get(link, address) != address for link in parent.iter("a")):
            break
        row = parent
        if parent.tag in ROW_ELEMENTS:
            break
    return row


def _title(anchor: HtmlElement) -> str:
    """The full title: the link's text, or its title attribute where the text is cut off or missing."""
    text = squeezed(str(anchor.text_content()))
    lines = [squeezed(line) for line in anchor.get("title", "").splitlines()]
    full = TOOLTIP_LABEL.sub("", next((line for line in lines if line), ""))
    stem = CUT.sub("", text)
    return full if full and (not text or stem != text or full.startswith(stem)) else text


def _beside(row: HtmlElement, anchors: Sequence[HtmlElement]) -> str:
    """The row's text without its links' own: a year in the title is no date of listing."""
    inside = {node for anchor in anchors for node in anchor.iter()}
    pieces = []
    for node in row.iter():
        if node not in inside and isinstance(node.tag, str) and node.text:
            pieces.append(node.text)
        if node is not row and node.tail and (node not in inside or node in anchors):
            pieces.append(node.tail)
    return squeezed(" ".join(pieces))
