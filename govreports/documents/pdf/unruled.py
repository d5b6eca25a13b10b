"""Tables without lines: rows of figures that stand under each other, with their labels and headings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from govreports.documents.pdf.lines import TextLine, around
from govreports.documents.pdf.marks import Box, Glyph

_APART = 0.9
"""Heights of the line between two pieces of it that are cells of a table and not words of a sentence."""
_FIGURE = re.compile(r"-?[\d,，]+(?:\.\d+)?|[-—–/]+")
_FEWEST = 2
"""Rows that make a table, and figures that make a row."""
_HEADING_REACH = 2.2
"""Heights between two lines of a table's heading."""


@dataclass(frozen=True, slots=True)
class UnruledCell:
    """Glyphs of a cell, its row and columns (from 0, the last excluded)."""

    glyphs: tuple[Glyph, ...]
    row: int
    column: int
    column_end: int


@dataclass(frozen=True, slots=True)
class UnruledTable:
    """A table made of what stands where; `xs` are the borders between its columns, in points."""

    xs: tuple[float, ...]
    rows: int
    cells: tuple[UnruledCell, ...]
    box: Box


Chunk = tuple[Glyph, ...]


def find_unruled(lines: Sequence[TextLine]) -> Iterable[TextLine | UnruledTable]:
    """The lines, with those that make a table without lines replaced by it. A table has two rows or more with as many
    figures, one under the other; a sentence that holds figures has them inside its text, not apart from it."""
    chunks = [_chunks(line) for line in lines]
    figures = [_figures(line) for line in chunks]
    at = 0
    while at < len(lines):
        end = _table_end(lines, chunks, figures, at)
        if end is None:
            yield lines[at]
            at += 1
        else:
            yield _table(chunks[at:end], figures[at:end])
            at = end


def _chunks(line: TextLine) -> list[Chunk]:
    """The pieces of a line that wide gaps part."""
    chunks: list[list[Glyph]] = [[line.glyphs[0]]]
    for before, glyph in pairwise(line.glyphs):
        if glyph.x0 - before.x1 > _APART * (glyph.bottom - glyph.top):
            chunks.append([])
        chunks[-1].append(glyph)
    return [tuple(chunk) for chunk in chunks]


def _text(chunk: Chunk) -> str:
    return "".join(glyph.text for glyph in chunk)


def _figures(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The figures at the end of a line, none where there are too few to make a row."""
    figures: list[Chunk] = []
    for chunk in reversed(chunks):
        if not _FIGURE.fullmatch(_text(chunk)):
            break
        figures.append(chunk)
    return figures[::-1] if len(figures) >= _FEWEST else []


def _table_end(
    lines: Sequence[TextLine], chunks: Sequence[list[Chunk]], figures: Sequence[list[Chunk]], start: int
) -> int | None:
    """Where the table ends whose heading (or, without one, first row) is the line at `start`; None if none begins."""
    first = start
    while first < len(lines) and not figures[first]:
        if len(chunks[first]) < _FEWEST or (first > start and not _near(lines[first - 1], lines[first])):
            return None
        first += 1
    count = len(figures[first]) if first < len(lines) else 0
    end, last, rows = first, first, 0
    while end < len(lines) and (end == first or _near(lines[end - 1], lines[end])):
        if figures[end]:
            if not _aligned(figures[first], figures[end]):
                break
            rows, last = rows + 1, end + 1
        elif len(chunks[end]) > 1 or around(chunks[end][0])[2] > figures[first][0][0].x0:
            break
        end += 1
    return last if rows >= _FEWEST and count else None


def _near(upper: TextLine, lower: TextLine) -> bool:
    return lower.box[1] - upper.box[3] <= _HEADING_REACH * max(upper.height, lower.height)


def _middle(chunk: Chunk) -> float:
    return (chunk[0].x0 + chunk[-1].x1) / 2


def _aligned(first: Sequence[Chunk], other: Sequence[Chunk]) -> bool:
    """Whether figures stand under each other: centred, or flush with each other at either end."""
    if len(first) != len(other):
        return False
    return all(
        min(abs(one[0].x0 - two[0].x0), abs(one[-1].x1 - two[-1].x1), abs(_middle(one) - _middle(two)))
        <= 0.6 * (one[0].bottom - one[0].top)
        for one, two in zip(first, other, strict=True)
    )


def _table(chunks: Sequence[list[Chunk]], figures: Sequence[list[Chunk]]) -> UnruledTable:
    xs = _borders(chunks, figures)
    rows = _rows(figures)
    placed: dict[tuple[int, int, int], list[Glyph]] = {}
    for row, line in zip(rows, chunks, strict=True):
        for chunk in line:
            column, end = _columns(xs, chunk)
            placed.setdefault((row, column, end), []).extend(chunk)
    cells = tuple(UnruledCell(tuple(glyphs), row, column, end) for (row, column, end), glyphs in sorted(placed.items()))
    return UnruledTable(xs, rows[-1] + 1, cells, around(glyph for line in chunks for chunk in line for glyph in chunk))


def _borders(chunks: Sequence[list[Chunk]], figures: Sequence[list[Chunk]]) -> tuple[float, ...]:
    """Between the columns of figures half way, before the first half way to the longest label."""
    own = [line for line in figures if line]
    spans = [(min(line[at][0].x0 for line in own), max(line[at][-1].x1 for line in own)) for at in range(len(own[0]))]
    everything = [chunk for line in chunks for chunk in line]
    left, right = min(chunk[0].x0 for chunk in everything), max(chunk[-1].x1 for chunk in everything)
    beside = [line[: len(line) - len(its)] for line, its in zip(chunks, figures, strict=True) if its]
    labels = [chunk[-1].x1 for line in beside for chunk in line]
    between = [(one[1] + two[0]) / 2 for one, two in pairwise(spans)]
    if not labels:
        return (left, *between, right)
    return (left, (max(labels) + spans[0][0]) / 2, *between, right)


def _rows(figures: Sequence[list[Chunk]]) -> list[int]:
    """The row of each line. The lines above the first figures are rows of the heading; a label's line without figures
    belongs to the figures below it, one under the last figures to those."""
    rows: list[int] = []
    row = 0
    first = next(at for at, line in enumerate(figures) if line)
    for has, run in groupby(range(len(figures)), key=lambda at: bool(figures[at])):
        for at in run:
            if has or at < first:
                rows.append(row)
                row += 1
            else:
                rows.append(row)
    return [min(each, row - 1) for each in rows]


def _columns(xs: tuple[float, ...], chunk: Chunk) -> tuple[int, int]:
    """The columns a piece of text stands in: those whose middle it covers, else the one under its own."""
    x0, x1 = chunk[0].x0, chunk[-1].x1
    covered = [at for at, (left, right) in enumerate(pairwise(xs)) if x0 <= (left + right) / 2 <= x1]
    if covered:
        return covered[0], covered[-1] + 1
    middle = (x0 + x1) / 2
    at = next((at for at, right in enumerate(xs[1:]) if middle < right), len(xs) - 2)
    return at, at + 1
