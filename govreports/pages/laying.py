"""Lays the lines of an article out as a `Document`: repaired, with origins, its damage as findings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element

from govreports.model.codes import Code
from govreports.model.document import Document, Origin, RawBlock, RawParagraph, RawTable, assemble
from govreports.model.finding import Finding, Span
from govreports.pages.lines import Line
from govreports.pages.paths import path_of
from govreports.pages.repair import Repaired, Script, find_damage, repair_lines, repair_text
from govreports.pages.repair.mirrors import foreign_domains, spam

_IN_TITLES: tuple[tuple[Code, Callable[[str], Iterable[tuple[int, int]]], str], ...] = (
    ("foreign-domain", foreign_domains, "a domain stands where a name should"),
    ("spam", spam, "advertising stands"),
)


@dataclass(frozen=True, slots=True)
class Laid:
    """An article's document, the repairs that made it, the damage that stayed in it."""

    document: Document
    repairs: tuple[str, ...]
    findings: tuple[Finding, ...]


def lay_out(body: Sequence[Line], script: Script) -> Laid:
    """Repair the lines of an article by its page's script and lay them out."""
    entries = list(_entries(body))
    repaired = repair_lines([_written(line) for line in entries], script)
    repairs = dict.fromkeys(repaired.repairs)
    document = assemble(_blocks(entries, repaired, script, repairs))
    del entries, repaired  # of a long page as much as its text
    return Laid(document, tuple(repairs), tuple(_findings(document.text)))


def _blocks(
    entries: Sequence[Line | None], repaired: Repaired, script: Script, repairs: dict[str, None]
) -> Iterator[RawBlock]:
    """What the repaired lines are, one by one, so that a long page is not held twice; the repairs of tables are added
    to `repairs`."""
    paths: dict[_Element, str] = {}
    for text, (first, last) in zip(repaired.lines, repaired.sources, strict=True):
        line = entries[first]
        if line is None:
            continue
        if line.table is not None:
            table, applied = _repaired_table(line.table, script)
            repairs.update(dict.fromkeys(applied))
            yield table
        elif text.strip():
            yield RawParagraph(text, _origin(line, entries[last] or line, paths))


def title_findings(title: str | None) -> Iterator[Finding]:
    """What a mirror wrote into a page's title: its domain in place of a name, its advertising. Without evidence, since
    the title is no part of the text."""
    for code, find, what in _IN_TITLES:
        for start, end in find(title or ""):
            yield Finding(code, "warning", f"{what} in the title: {(title or '')[start:end]}")


def _written(line: Line | None) -> str:
    """What repair sees of a line: of a table a row of nothing, which no line is joined with."""
    if line is None:
        return ""
    return line.raw if line.table is None else "\ufffc\t\ufffc"


def _entries(body: Sequence[Line]) -> Iterator[Line | None]:
    """The lines, and None for the blank lines of a dump, which part paragraphs."""
    before: Line | None = None
    for line in body:
        if before and before.numbers and line.numbers:
            yield from (None for _ in range(line.numbers[0] - before.numbers[1] - 1))
        yield line
        before = line


def _origin(first: Line, last: Line, paths: dict[_Element, str]) -> Origin:
    if first.numbers is not None and last.numbers is not None:
        return Origin(lines=(first.numbers[0], last.numbers[1]))
    return Origin(xpath=path_of(first.element, paths)) if first.element is not None else Origin()


def _repaired_table(table: RawTable, script: Script) -> tuple[RawTable, list[str]]:
    texts = [repair_text(cell.text, script) for cell in table.cells]
    cells = tuple(
        cell if cell.text == text.text else replace(cell, text=text.text)
        for cell, text in zip(table.cells, texts, strict=True)
    )
    return replace(table, cells=cells), sorted({name for text in texts for name in text.repairs})


def _findings(text: str) -> Iterator[Finding]:
    """One finding for each kind of damage, with all its places."""
    starts: list[int] = []
    spans: dict[Code, list[Span]] = {}
    messages: dict[Code, str] = {}
    for found in find_damage(_lines(text, starts)):
        at = starts[found.line]
        spans.setdefault(found.code, []).append(Span(at + found.start, at + found.end))
        messages.setdefault(found.code, found.message)
    for code, places in spans.items():
        more = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
        yield Finding(code, "warning", messages[code] + more, evidence=tuple(places))


def _lines(text: str, starts: list[int]) -> Iterator[str]:
    """The lines of a text, one by one; where each starts is added to `starts`."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        starts.append(start)
        yield text[start:end]
        start = end + 1
    starts.append(start)
    yield text[start:]
