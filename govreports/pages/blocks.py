"""Walks an element tree once and reads it as lines: block elements, `<br>` and table rows end one."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from govreports.pages.lines import Item, Line, Link, Mark
from govreports.pages.markup import MARKER
from govreports.pages.tables import TableCell, TableRow, read_table

_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main marquee menu nav ol p pre section summary table tbody td
    tfoot th thead tr ucapcontent ucaptitle ul
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_SKIPPED = frozenset(
    """
    applet audio canvas datalist embed head iframe map noscript object script select style svg template textarea title
    video
    """.split()  # noqa: SIM905
)
_TABLE_PARTS = frozenset(("table", "tr", "td", "th"))
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\.0\d*)?(?:px|pt|em)?\s*(?:;|!|$)|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_HIDDEN_CLASSES = frozenset(["hide", "hidden", "ng-hide", "d-none", "none", "visually-hidden", "sr-only", "dn"])
_CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
_BROKEN = re.compile(rf"(?<={_CJK})[ \t]*[\r\n]+[ \t]*(?={_CJK})")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_ODD_WHITE = re.compile(r"[\t\r\n\f]|  ")


@dataclass(slots=True)
class _Frame:
    """An open table; `lead` is what stands in it before any cell, its caption."""

    element: _Element
    outer: list[Item]
    lead: list[Item] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)


def is_hidden(element: _Element) -> bool:
    """Whether an element is kept from the reader by its own attributes; style sheets are not looked at."""
    style = element.get("style")
    if style and ":" in style and _HIDDEN_STYLE.search(style):
        return True
    if element.get("hidden") is not None:
        return True
    names = element.get("class")
    return names is not None and not _HIDDEN_CLASSES.isdisjoint(names.split())


def read_blocks(root: _Element, container: _Element | None = None, shown: Collection[_Element] = ()) -> list[Item]:
    """The lines of a tree in the order of the page. `container` puts a mark before and after its lines; elements in
    `shown` are read though they are hidden."""
    return _Walk(root, container, shown).run()


class _Walk:
    """One pass over the tree; the text not yet laid down, the open tables."""

    def __init__(self, root: _Element, container: _Element | None, shown: Collection[_Element]) -> None:
        self._root = root
        self._container = container
        self._shown = set(shown)
        self._items: list[Item] = []
        self._text: list[str] = []
        self._links: list[Link] = []
        self._linked = 0
        self._link: _Element | None = None
        self._link_from = 0
        self._block: _Element = root
        self._frames: list[_Frame] = []

    def run(self) -> list[Item]:
        text = self._text
        walker = etree.iterwalk(self._root, events=("start", "end", "comment"))
        skipped: _Element | None = None
        for event, element in walker:
            if event == "start":
                tag = element.tag
                if tag in _SKIPPED or (is_hidden(element) and element not in self._shown):
                    walker.skip_subtree()
                    skipped = element
                    continue
                is_table = tag == "table"
                if element is self._container and is_table:
                    self._mark(start=True)
                if tag in _BLOCKS:
                    self._begin_block(tag, element)
                elif tag == "a":
                    self._link = element
                    self._link_from = len(text)
                elif tag == "meta":
                    self._mark_by_meta(element)
                if element is self._container and not is_table:
                    self._mark(start=True)
                if element.text:
                    self._add(element.text)
            else:
                if event == "comment":
                    self._mark_by_comment(element)
                elif element is skipped:
                    skipped = None
                else:
                    self._finish(element)
                if element.tail and element is not self._root:
                    text.append(element.tail)
                    if self._link is not None:
                        self._linked += len(element.tail.strip())
        self._flush()
        return self._items

    def _add(self, text: str) -> None:
        self._text.append(text)
        if self._link is not None:
            self._linked += len(text.strip())

    def _begin_block(self, tag: str, element: _Element) -> None:
        self._flush()
        self._block = element
        if tag == "table":
            self._frames.append(_Frame(element, self._items))
            self._items = self._frames[-1].lead
        elif tag == "tr" and self._frames:
            self._frames[-1].rows.append(TableRow(element, []))
        elif tag in ("td", "th") and self._frames:
            rows = self._frames[-1].rows
            if not rows:
                rows.append(TableRow(element, []))
            self._items = []
            rows[-1].cells.append(TableCell(element, self._items))

    def _finish(self, element: _Element) -> None:
        tag = element.tag
        if tag == "a":
            self._end_link(element)
        elif tag in _BLOCKS:
            self._flush()
            if tag == "table" and self._frames:
                self._end_table()
            parent = element.getparent()
            self._block = parent if parent is not None else element
        if element is self._container:
            self._mark(start=False)

    def _mark(self, *, start: bool) -> None:
        """The container's edge; a table's lies outside it, because what stands between its rows is lost."""
        self._flush()
        self._items.append(Mark(start, container=True))

    def _end_table(self) -> None:
        frame = self._frames.pop()
        self._items = frame.outer
        self._items.extend(frame.lead)
        self._items.extend(read_table(frame.element, frame.rows))

    def _end_link(self, element: _Element) -> None:
        self._link = None
        href = element.get("href") or element.get("to-href")
        if href:
            shown = "".join(self._text[self._link_from :]) or "".join(element.itertext())
            name = " ".join(shown.split()) or (element.get("title") or "").strip()
            self._links.append(Link(href.strip(), name))

    def _mark_by_meta(self, element: _Element) -> None:
        name = (element.get("name") or "").lower()
        if name in ("contentstart", "contentend"):
            self._flush()
            self._items.append(Mark(start=name == "contentstart"))

    def _mark_by_comment(self, element: _Element) -> None:
        match = MARKER.match(f"<!--{element.text or ''}-->")
        if match:
            self._flush()
            self._items.append(Mark(start=match["start"] is not None))

    def _flush(self) -> None:
        if not self._text and not self._links:
            return
        raw = "".join(self._text)
        self._text.clear()
        self._link_from = 0
        text = raw.strip()
        if not text and not self._links:
            self._linked = 0
            return
        links = tuple(self._links)
        self._links.clear()
        linked, self._linked = self._linked, 0
        raw = raw.strip(" \t\r\n\f")
        if "\n" in raw or "\r" in raw:
            raw = _BROKEN.sub("", raw)
        if _ODD_WHITE.search(raw):
            raw = _WHITE.sub(" ", raw)
        self._items.append(Line(raw.strip(), (), None, linked, links, self._block, None, raw))
