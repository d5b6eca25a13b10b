"""The one document model: a sequence of blocks over one text.

HTML pages, text dumps, Word and PDF files all become a `Document`, and the parser reads nothing else. Paragraphs and
table rows are separated by one newline, cells by a tab; there are no empty lines and nothing stands at a line's ends.
A cell with no text has `start == end`; a row with no text at all has no line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block was read: an XPath of a page, first and last line of a text dump (from 1), or a PDF page (from 1)
    with its box in points."""

    xpath: str | None = None
    lines: tuple[int, int] | None = None
    pdf_page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the document's text."""

    start: int
    end: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `row` and `column` (from 0) are the top left corner it covers in the grid."""

    row: int
    column: int
    rowspan: int
    colspan: int
    start: int
    end: int
    header: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of cells. Spans are kept as printed; nothing is filled down or repeated."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    origin: Origin


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of the text that one snapshot gave: a page, a further page of it, an attachment."""

    snapshot: str
    url: str | None
    media_type: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks over one text, and the parts it was joined from."""

    text: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell before it has a place in a text."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """A paragraph before it has a place in a text."""

    text: str
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table before it has a place in a text."""

    cells: tuple[RawCell, ...]
    origin: Origin = Origin()


RawBlock = RawParagraph | RawTable


def assemble(blocks: Iterable[RawBlock]) -> Document:
    """Lay blocks out over one text. Their own white space is kept inside a line, folded to a blank where it breaks
    one; empty paragraphs are left out."""
    layout = _Layout()
    for block in blocks:
        if isinstance(block, RawTable):
            layout.add_table(block)
        else:
            layout.add_paragraph(block)
    return Document("".join(layout.pieces), tuple(layout.blocks))


def join(documents: Sequence[Document]) -> Document:
    """One document out of several, in their order: a page, its further pages, its attachments. Keeps every part."""
    text = ""
    blocks: list[Block] = []
    parts: list[Part] = []
    for document in documents:
        if text and document.text:
            text += "\n"
        offset = len(text)
        text += document.text
        blocks.extend(_moved(block, offset) for block in document.blocks)
        parts.extend(replace(part, start=part.start + offset, end=part.end + offset) for part in document.parts)
    return Document(text, tuple(blocks), tuple(parts))


def cut(document: Document, first: int, last: int) -> Document:
    """The blocks of a document from the `first` up to, without, the `last`, as a document of its own: with their text,
    and the parts it lies in."""
    blocks = document.blocks[first:last]
    if not blocks:
        return Document("")
    start, end = blocks[0].start, blocks[-1].end
    parts = tuple(
        replace(part, start=max(part.start, start) - start, end=min(part.end, end) - start)
        for part in document.parts
        if part.start < end and part.end > start
    )
    return Document(document.text[start:end], tuple(_moved(block, -start) for block in blocks), parts)


def _moved(block: Block, offset: int) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, start=block.start + offset, end=block.end + offset)
    cells = tuple(replace(cell, start=cell.start + offset, end=cell.end + offset) for cell in block.cells)
    return replace(block, start=block.start + offset, end=block.end + offset, cells=cells)


def _one_line(text: str) -> str:
    if "\t" not in text and len(text.splitlines()) == 1:  # as nearly always
        return text.strip()
    stripped = (piece.strip() for line in text.splitlines() for piece in line.split("\t"))
    return " ".join(piece for piece in stripped if piece)


class _Layout:
    """The text so far and the blocks over it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.length = 0

    def _write(self, piece: str) -> int:
        """Append and return where the piece starts."""
        start = self.length
        self.pieces.append(piece)
        self.length += len(piece)
        return start

    def _new_line(self) -> None:
        if self.length:
            self._write("\n")

    def add_paragraph(self, block: RawParagraph) -> None:
        if not (text := _one_line(block.text)):
            return
        self._new_line()
        start = self._write(text)
        self.blocks.append(Paragraph(start, self.length, block.origin))

    def add_table(self, block: RawTable) -> None:
        cells: list[Cell] = []
        start: int | None = None
        in_order = sorted(block.cells, key=lambda cell: (cell.row, cell.column))
        for _, in_row in groupby(in_order, key=lambda cell: cell.row):
            begun = False
            for raw in in_row:
                text = _one_line(raw.text)
                if text:
                    if begun:
                        self._write("\t")
                    else:
                        self._new_line()
                    begun = True
                at = self._write(text)
                if text and start is None:
                    start = at
                cells.append(
                    Cell(raw.row, raw.column, raw.rowspan, raw.colspan, at, self.length, raw.header, raw.origin)
                )
        if start is not None:
            self.blocks.append(Table(start, self.length, tuple(cells), block.origin))
