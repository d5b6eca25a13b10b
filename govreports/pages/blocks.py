"""Walks an element tree once and reads it as lines: block elements, `<br>` and table rows end one."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element

from govreports.pages.lines import Item, Line, Link, Mark
from govreports.pages.markup import MARKER
from govreports.pages.tables import TableCell, TableRow, joined, read_table

_BLOCKS = frozenset(
    """
    address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main marquee menu nav ol p pre section summary table
    tbody td tfoot th thead tr ucapcontent ucaptitle ul
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_SKIPPED = frozenset(
    """
    applet audio canvas datalist embed head iframe map noscript object script select style svg template textarea title
    video
    """.split()  # noqa: SIM905
)
# What the walk does at an element, by its tag. Inline elements are not listed: their text runs on.
_KINDS: dict[object, str] = {
    **dict.fromkeys(_BLOCKS, "block"),
    **dict.fromkeys(_SKIPPED, "skipped"),
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "a": "link",
    "meta": "meta",
}
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\.0\d*)?(?:px|pt|em)?\s*(?:;|!|$)|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_MAYBE_HIDDEN_STYLE = re.compile(r":\s*(?:none|hidden|0|all)", re.IGNORECASE)
# Players hold nothing but their buttons and what they say to a browser that cannot play.
_PLAYERS = ("video-js", "prism-player", "jwplayer", "dplayer", "ckplayer")
_HIDDEN_CLASSES = frozenset(
    ["hide", "hidden", "ng-hide", "d-none", "none", "visually-hidden", "sr-only", "dn", *_PLAYERS]
)
_HIDDEN = etree.XPath("descendant-or-self::*/@hidden/..")
_STYLES = etree.XPath("descendant-or-self::*/@style", smart_strings=False)
_CLASSES = etree.XPath("descendant-or-self::*/@class", smart_strings=False)
_FOLDED = " \t\r\n\f"
_WHITE = re.compile(r"[ \t\r\n\f]+")
_LONGEST_STYLE = 4000
_SENTENCE_BELOW = etree.XPath("boolean(following::text()[contains(., '。')])")
_LINES_BELOW = 50
"""Lines under an article that are read in any case."""


@dataclass(slots=True)
class _Frame:
    """An open table; `lead` is what stands in it before any cell, its caption."""

    element: _Element
    outer: list[Item]
    lead: list[Item] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)


def is_hidden(element: _Element) -> bool:
    """Whether an element is kept from the reader by its own attributes; style sheets are not looked at."""
    return "hidden" in element.attrib or _hides(element.get("style") or "") or _conceals(element.get("class") or "")


def _conceals(names: str) -> bool:
    return not _HIDDEN_CLASSES.isdisjoint(names.split())


def _hides(style: str) -> bool:
    """Whether a style attribute hides its element. The pages of a site share a few styles, unless they are long."""
    return _judged(style) if len(style) < _LONGEST_STYLE else _HIDDEN_STYLE.search(style) is not None


@lru_cache(maxsize=1024)
def _judged(style: str) -> bool:
    return _MAYBE_HIDDEN_STYLE.search(style) is not None and _HIDDEN_STYLE.search(style) is not None


def read_blocks(
    root: _Element, container: _Element | None = None, shown: Collection[_Element] = (), *, whole: bool = True
) -> list[Item]:
    """The lines of a tree in the order of the page. `container` puts a mark before and after its lines; elements in
    `shown` are read though they are hidden. If not `whole`, what is further below the container may be left out where
    no sentence stands in it: a map of the site, links to others."""
    return _Walk(root, container, shown, whole=whole).run()


def with_container(items: Sequence[Item], container: _Element) -> list[Item] | None:
    """The lines of a page already read, with a mark before and after those of a container: what `read_blocks` gives
    for it, unless it lies in a table. None where its edges part no lines, or no lines were read in it."""
    if _KINDS.get(container.tag) not in ("block", "table"):
        return None
    inside = set(container.iter())
    held = [at for at, item in enumerate(items) if isinstance(item, Line) and item.element in inside]
    if not held:
        return None
    first, after = held[0], held[-1] + 1
    return [*items[:first], Mark(True, True), *items[first:after], Mark(False, True), *items[after:]]


class _Walk:
    """One pass over the tree; the text not yet laid down, the open tables."""

    def __init__(self, root: _Element, container: _Element | None, shown: Collection[_Element], *, whole: bool) -> None:
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
        self._ended = False
        self._frames: list[_Frame] = []
        self._whole = whole
        self._closed = False
        self._limit = 0

    def run(self) -> list[Item]:
        # Here a page spends most of its time: what is common is done in place, what is rare in methods.
        text, links, root, container = self._text, self._links, self._root, self._container
        kind_of, shown, hidden = _KINDS.get, self._shown, set(_HIDDEN(root))
        # Thousands of elements share a few styles and classes: these are judged, and of the elements only asked.
        styles = {style for style in set(_STYLES(root)) if _hides(style)}
        classes = {names for names in set(_CLASSES(root)) if _conceals(names)}
        open_kinds: list[str | None] = []
        walker = etree.iterwalk(root, events=("start", "end", "comment"))
        for event, element in walker:
            if event == "start":
                kind = kind_of(element.tag)
                if kind == "skipped" or (
                    (
                        (styles and element.get("style") in styles)
                        or (classes and element.get("class") in classes)
                        or (hidden and element in hidden)
                    )
                    and element not in shown
                ):
                    walker.skip_subtree()
                    open_kinds.append("skipped")
                    continue
                open_kinds.append(kind)
                if kind is not None:
                    if kind == "block":
                        if text or links:
                            self._flush()
                        self._block = element
                        self._ended = False
                    else:
                        self._begin(kind, element)
                if element is container and kind != "table":
                    self._mark(start=True)
                piece = element.text
            else:
                if event == "comment":
                    self._mark_by_comment(element)
                else:
                    kind = open_kinds.pop()
                    if kind is not None:
                        if kind == "link":
                            self._end_link(element)
                        elif kind != "skipped" and kind != "meta":
                            if text or links:
                                self._flush()
                            if kind == "table":
                                self._end_table()
                            self._block = element
                            self._ended = True
                            if self._closed and not self._frames and self._may_end(element):
                                break
                    if element is container and kind != "skipped":
                        self._mark(start=False)
                        self._closed = not self._whole
                piece = element.tail if element is not root else None
            # White space in front of a line, as between most elements, is not worth a line of its own.
            if piece and (text or piece.strip(_FOLDED)):
                text.append(piece)
        self._flush()
        return self._items

    def _begin(self, kind: str, element: _Element) -> None:
        """Begin what is neither a mere block nor inline."""
        if kind == "link":
            if self._link is not None:
                self._count_linked()
            self._link = element
            self._link_from = len(self._text)
            return
        if kind == "meta":
            self._mark_by_meta(element)
            return
        if kind == "table" and element is self._container:
            self._mark(start=True)
        self._flush()
        self._block = element
        self._ended = False
        if kind == "table":
            self._frames.append(_Frame(element, self._items))
            self._items = self._frames[-1].lead
        elif kind == "row" and self._frames:
            self._frames[-1].rows.append(TableRow(element, []))
        elif kind == "cell" and self._frames:
            rows = self._frames[-1].rows
            if not rows:
                rows.append(TableRow(element, []))
            self._items = []
            rows[-1].cells.append(TableCell(element, self._items))

    def _mark(self, *, start: bool) -> None:
        """The container's edge; a table's lies outside it, because what stands between its rows is lost."""
        self._flush()
        self._items.append(Mark(start, container=True))

    def _may_end(self, element: _Element) -> bool:
        """Whether enough was read below the container, and no sentence follows `element`."""
        if not self._limit:
            self._limit = len(self._items) + _LINES_BELOW
        if len(self._items) < self._limit:
            return False
        self._closed = False  # to be asked but once
        return not _SENTENCE_BELOW(element)

    def _end_table(self) -> None:
        if not self._frames:
            return
        frame = self._frames.pop()
        self._items = frame.outer
        self._items.extend(frame.lead)
        self._items.extend(read_table(frame.element, frame.rows))

    def _end_link(self, element: _Element) -> None:
        pieces = self._text[self._link_from :]
        if self._link is not None:
            for piece in pieces:
                self._linked += len(piece.strip())
            self._link = None
        if href := element.get("href") or element.get("to-href"):
            shown = "".join(pieces) or "".join(element.itertext())
            name = " ".join(shown.split()) or (element.get("title") or "").strip()
            self._links.append(Link(href.strip(), name))

    def _count_linked(self) -> None:
        """Count the text of the open link that is not yet laid down."""
        for piece in self._text[self._link_from :]:
            self._linked += len(piece.strip())

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
        pieces, links = self._text, self._links
        if not pieces and not links:
            return
        if self._link is not None:
            self._count_linked()
        raw = "".join(pieces).strip(_FOLDED)
        pieces.clear()
        self._link_from = 0
        linked, self._linked = self._linked, 0
        named: tuple[Link, ...] = ()
        if links:
            named = tuple(links)
            links.clear()
        elif not raw or raw.isspace():
            return
        if not raw.isprintable():  # Only what is not printable, as a line end, or a blank may be folded.
            if "\n" in raw or "\r" in raw:
                raw = joined([line.strip(_FOLDED) or " " for line in raw.replace("\r", "\n").split("\n") if line])
            if "\t" in raw or "\f" in raw:
                raw = _WHITE.sub(" ", raw)
        if "  " in raw:
            raw = _WHITE.sub(" ", raw)
        # The block whose text was read: the one begun last, or around the one ended last.
        parent = self._block.getparent() if self._ended else None
        holder = self._block if parent is None else parent
        self._items.append(Line(raw.strip(), (), None, linked, named, holder, None, raw))
