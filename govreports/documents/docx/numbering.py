"""The numbers that Word prints before paragraphs and that stand nowhere in their text: （一）, 1., 三、."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from govreports.documents.docx.numerals import numeral
from govreports.documents.docx.package import W

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    start: int
    style: str
    text: str


@dataclass(slots=True)
class Numbering:
    """Counts the lists of a document while its paragraphs are read in order."""

    lists: dict[str, tuple[str, dict[int, _Level]]]
    """Of each list its abstract one, which shares its counters, and its levels."""
    styles: dict[str, tuple[str | None, int]]
    """List and level of paragraph styles."""
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, properties: _Element | None) -> str:
        """The number of the next paragraph, given its w:pPr; empty if it has none."""
        found = self._list_of(properties)
        if found is None:
            return ""
        own, level = found
        abstract, levels = self.lists[own]
        if level not in levels:
            return ""
        counts = self.counters.setdefault(abstract, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]

        def written(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            shape = levels.get(at)
            return numeral(counts.get(at, shape.start), shape.style) if shape else ""

        return "" if levels[level].style in ("bullet", "none") else _PLACE.sub(written, levels[level].text)

    def _list_of(self, properties: _Element | None) -> tuple[str, int] | None:
        if properties is None:
            return None
        own, level = _stated(properties)
        style = properties.find(f"{W}pStyle")
        if style is not None and style.get(f"{W}val") in self.styles:
            styled, styled_level = self.styles[style.get(f"{W}val", "")]
            own, level = own if own is not None else styled, level if level is not None else styled_level
        return (own, level or 0) if own is not None and own in self.lists else None  # list 0 means: no number


def read_numbering(numbering: _Element | None, styles: _Element | None) -> Numbering:
    """The lists of word/numbering.xml and the styles of word/styles.xml that use them."""
    if numbering is None:
        return Numbering({}, {})
    abstract = {each.get(f"{W}abstractNumId", ""): _levels(each) for each in numbering.iter(f"{W}abstractNum")}
    lists: dict[str, tuple[str, dict[int, _Level]]] = {}
    for each in numbering.iter(f"{W}num"):
        own, base = each.get(f"{W}numId", ""), each.find(f"{W}abstractNumId")
        basis = base.get(f"{W}val", "") if base is not None else ""
        levels, name = dict(abstract.get(basis, {})), basis
        for override in each.iter(f"{W}lvlOverride"):
            name = f"{basis}/{own}"  # a list that begins anew counts for itself
            at, start = int(override.get(f"{W}ilvl", "0")), override.find(f"{W}startOverride")
            levels.update(_levels(override))
            if start is not None and at in levels:
                levels[at] = _Level(_number(start, 1), levels[at].style, levels[at].text)
        lists[own] = (name, levels)
    return Numbering(lists, _styles(styles))


def _styles(styles: _Element | None) -> dict[str, tuple[str | None, int]]:
    if styles is None:
        return {}
    found: dict[str, tuple[str | None, int]] = {}
    for style in styles.iter(f"{W}style"):
        properties = style.find(f"{W}pPr")
        own, level = _stated(properties) if properties is not None else (None, None)
        if own is not None:
            found[style.get(f"{W}styleId", "")] = (own, level or 0)
    return found


def _stated(properties: _Element) -> tuple[str | None, int | None]:
    own, level = properties.find(f"{W}numPr/{W}numId"), properties.find(f"{W}numPr/{W}ilvl")
    return (own.get(f"{W}val") if own is not None else None), (_number(level, 0) if level is not None else None)


def _levels(parent: _Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for each in parent.iter(f"{W}lvl"):
        style, text = each.find(f"{W}numFmt"), each.find(f"{W}lvlText")
        levels[int(each.get(f"{W}ilvl", "0"))] = _Level(
            _number(each.find(f"{W}start"), 1),
            style.get(f"{W}val", "decimal") if style is not None else "decimal",
            text.get(f"{W}val", "") if text is not None else "",
        )
    return levels


def _number(element: _Element | None, otherwise: int) -> int:
    stated = element.get(f"{W}val", "") if element is not None else ""
    return int(stated) if stated.lstrip("-").isdigit() else otherwise
