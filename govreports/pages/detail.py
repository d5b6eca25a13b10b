"""Where a CMS family's templates keep what a detail page holds.

What most pages state in words every family shares is read by the rules for lines; here is what only its place tells: a
table of facts under labels of the site's own, a file behind an address that says nothing of its kind.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from govreports.pages.lines import Link

_VIEWED = ("data-value", "data-pdf")
"""Attributes in which a viewer's element keeps the address of the file it shows."""
_LONGEST_LABEL = 12


@dataclass(frozen=True, slots=True)
class Detail:
    """The places of a family's detail pages, each a list of XPaths. `body`: the element that holds the article, the
    likeliest first. `metadata`: elements that hold facts under labels, as table rows of label and value in turn, or
    alone as `label：value`. `attachments`: links to files, or elements that name one in `data-value`."""

    body: tuple[str, ...] = ()
    metadata: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()


def stated_facts(root: _Element, paths: Sequence[str]) -> Mapping[str, str]:
    """Label and value of every fact in the places of a page's metadata; the first of a label counts."""
    found: dict[str, str] = {}
    for element in _elements(root, paths):
        for label, value in _pairs(element):
            if 0 < len(label) <= _LONGEST_LABEL and value:
                found.setdefault(label, value)
    return found


def placed_files(root: _Element, paths: Sequence[str]) -> Iterator[Link]:
    """The files in the places of a page's attachments, whatever their addresses look like."""
    for element in _elements(root, paths):
        for holder in element.iter("a", "div", "span", "p", "input", "iframe", "embed"):
            address = holder.get("href") if holder.tag == "a" else next(filter(None, map(holder.get, _VIEWED)), None)
            if address and not address.lower().startswith(("javascript:", "#", "mailto:")):
                yield Link(address.strip(), _text(holder) or (holder.get("title") or "").strip())


def _pairs(element: _Element) -> Iterator[tuple[str, str]]:
    rows = list(element.iter("tr"))
    for row in rows:
        cells = [_text(cell) for cell in row.iter("th", "td") if next(cell.iter("tr"), None) is None]
        yield from ((_label(label), value) for label, value in zip(cells[::2], cells[1::2], strict=False))
    if not rows:
        label, colon, value = _text(element).replace(":", "：", 1).partition("：")
        if colon:
            yield _label(label), value.strip()


def _label(text: str) -> str:
    return "".join(text.split()).strip("：:【】[]")


def _text(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _elements(root: _Element, paths: Sequence[str]) -> Iterator[_Element]:
    for path in paths:
        found = root.xpath(path)
        if isinstance(found, list):
            yield from (each for each in found if isinstance(each, _Element))
