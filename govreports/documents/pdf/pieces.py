"""One page's marks → its lines of prose and its tables, from top to bottom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govreports.documents.pdf.grids import Grid, find_grids
from govreports.documents.pdf.lines import TextLine, around, gap_between, text_of, to_lines
from govreports.documents.pdf.marks import Box, Glyph, Marks
from govreports.documents.pdf.unruled import UnruledTable, find_unruled


@dataclass(frozen=True, slots=True)
class PdfCell:
    """A cell: the columns it covers by their places (points), the rows by number, the last excluded."""

    text: str
    row: int
    row_end: int
    left: float
    right: float
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table of one page, or of several after joining; `box` is that on the first, `last_page` where it ends. `ruled`
    says whether lines show its cells, or only what stands under what."""

    cells: tuple[PdfCell, ...]
    rows: int
    page: int
    last_page: int
    box: Box
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of prose."""

    text: str
    page: int
    box: Box
    height: float
    first_width: float
    """Width of what cannot be parted at the line's beginning: a character, or a whole word or number."""


Piece = PdfLine | PdfTable


def read_pieces(marks: Marks) -> list[Piece]:
    """The pieces of one page. Drawn tables first, then tables without lines among what is left, then prose."""
    grids = find_grids(marks.horizontals, marks.verticals)
    inside: list[list[Glyph]] = [[] for _ in grids]
    outside: list[Glyph] = []
    for glyph in marks.glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        holder = next((at for at, grid in enumerate(grids) if grid.place(x, y)), None)
        (outside if holder is None else inside[holder]).append(glyph)
    pieces: list[Piece] = [
        _drawn_table(grid, glyphs, marks.number) for grid, glyphs in zip(grids, inside, strict=True) if glyphs
    ]
    pieces.extend(
        _unruled_table(found, marks.number) if isinstance(found, UnruledTable) else _line(found, marks.number)
        for found in find_unruled(to_lines(outside))
    )
    return sorted(pieces, key=lambda piece: piece.box[1])


def cell_text(glyphs: Sequence[Glyph]) -> str:
    """The text of a cell, its lines put together: a label broken over lines (商业企 / 业) is whole again, and so is a
    number that its column was too narrow for."""
    text = ""
    for line in to_lines(glyphs):
        piece = text_of(line)
        digits = text[-1:].isdigit() and piece[:1].isdigit()
        text += ("" if not text or digits else gap_between(text, piece)) + piece
    return text


def _drawn_table(grid: Grid, glyphs: Iterable[Glyph], page: int) -> PdfTable:
    owner = {
        (row, column): at
        for at, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row_end)
        for column in range(cell.column, cell.column_end)
    }
    held: list[list[Glyph]] = [[] for _ in grid.cells]
    for glyph in glyphs:
        place = grid.place((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2)
        if place:
            held[owner[place]].append(glyph)
    cells = tuple(
        PdfCell(
            cell_text(own), cell.row, cell.row_end, grid.xs[cell.column], grid.xs[cell.column_end], page, rounded(box)
        )
        for cell, own in zip(grid.cells, held, strict=True)
        for box in [grid.cell_box(cell)]
    )
    return PdfTable(cells, len(grid.ys) - 1, page, page, rounded(grid.box))


def _unruled_table(found: UnruledTable, page: int) -> PdfTable:
    cells = tuple(
        PdfCell(
            cell_text(cell.glyphs),
            cell.row,
            cell.row + 1,
            found.xs[cell.column],
            found.xs[cell.column_end],
            page,
            rounded(around(cell.glyphs)),
        )
        for cell in found.cells
    )
    return PdfTable(cells, found.rows, page, page, rounded(found.box), ruled=False)


def _line(line: TextLine, page: int) -> PdfLine:
    text = text_of(line)
    first = 1
    while first < len(line.glyphs) and line.glyphs[first - 1].text.isascii() and line.glyphs[first].text.isascii():
        first += 1
    return PdfLine(text, page, rounded(line.box), line.height, line.glyphs[first - 1].x1 - line.glyphs[0].x0)


def rounded(box: Box) -> Box:
    """A box to the hundredth of a point."""
    x0, top, x1, bottom = box
    return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)
