"""A docx file's bytes → its blocks."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from govreports.documents.docx.numbering import Numbering, read_numbering
from govreports.documents.docx.package import Package, W
from govreports.documents.docx.runs import ends_deleted, read_runs
from govreports.documents.read import Blocks
from govreports.documents.reasons import UnreadableDocument
from govreports.model.document import RawBlock, RawCell, RawParagraph, RawTable

_DEEPEST = 20
"""Tables in tables, or boxes in boxes, beyond which nothing is read."""
_WIDEST = 200
"""Columns that one cell may cover."""
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body", "txbxContent")
)


def read_docx(body: bytes) -> Blocks:
    """The paragraphs and tables of a Word file, in the order in which they stand, text boxes behind the paragraph they
    are anchored in. Headers, footers, footnotes and comments are left out. Raises `UnreadableDocument`."""
    package = Package(body)
    document = package.part("word/document.xml")
    if document is None:
        raise UnreadableDocument("damaged", "a docx file without word/document.xml")
    content = document.find(f"{W}body")
    if content is None:
        raise UnreadableDocument("damaged", "word/document.xml without a body")
    numbering = read_numbering(package.part("word/numbering.xml"), package.part("word/styles.xml"))
    return Blocks(tuple(_blocks(content, numbering, 0)))


def _children(parent: _Element, *tags: str) -> Iterator[_Element]:
    """Elements of these tags, inside content controls and accepted changes too."""
    for element in parent:
        if element.tag in tags:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _children(element, *tags)


def _blocks(parent: _Element, numbering: Numbering, depth: int) -> Iterator[RawBlock]:
    if depth > _DEEPEST:
        return
    pending = ""
    for element in _children(parent, f"{W}p", f"{W}tbl"):
        if element.tag == f"{W}tbl":
            yield from _table(element, numbering, depth)
            continue
        runs = read_runs(element)
        # A paragraph emptied of its text by a deletion prints no number either.
        label = numbering.label(element.find(f"{W}pPr")) if runs.text.strip() or not ends_deleted(element) else ""
        text = pending + (label if runs.text.strip() and not pending else "") + runs.text
        pending = text if ends_deleted(element) else ""
        if not pending:
            yield from (RawParagraph(line) for line in text.split("\n"))
        for box in runs.boxes:
            yield from _blocks(box, numbering, depth + 1)
    if pending:
        yield from (RawParagraph(line) for line in pending.split("\n"))


@dataclass(slots=True)
class _Open:
    """A cell that may go on in the next row."""

    row: int
    column: int
    rowspan: int
    colspan: int
    blocks: list[RawBlock]


def _table(table: _Element, numbering: Numbering, depth: int) -> Iterator[RawBlock]:
    """A table; one of a single column that holds other tables or whole texts is a frame, and its content is read as if
    it stood outside."""
    cells: list[_Open] = []
    above: dict[int, _Open] = {}
    row = 0
    for line in _children(table, f"{W}tr"):
        if line.find(f"{W}trPr/{W}del") is not None:
            continue
        column, current = _skipped(line), dict[int, _Open]()
        for cell in _children(line, f"{W}tc"):
            if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                continue
            width = min(_value(cell, "gridSpan"), _WIDEST)
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            going_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            if going_on and column in above:
                found = above[column]
                found.rowspan = row - found.row + 1
                # Word shows nothing of what is left in the lower parts of a merged cell.
            else:
                found = _Open(row, column, 1, width, list(_blocks(cell, numbering, depth + 1)))
                cells.append(found)
            current[column] = found
            column += width
        above = current
        row += 1
    if not cells:
        return
    if max(each.column for each in cells) == 0 and (row == 1 or any(_holds_table(each) for each in cells)):
        yield from (block for each in cells for block in each.blocks)
        return
    yield RawTable(
        tuple(RawCell(_cell_text(each.blocks), each.row, each.column, each.rowspan, each.colspan) for each in cells)
    )


def _skipped(line: _Element) -> int:
    """Columns that a row leaves out at its beginning."""
    before = line.find(f"{W}trPr/{W}gridBefore")
    stated = before.get(f"{W}val", "0") if before is not None else "0"
    return min(int(stated), _WIDEST) if stated.isdigit() else 0


def _value(cell: _Element, name: str) -> int:
    element = cell.find(f"{W}tcPr/{W}{name}")
    stated = element.get(f"{W}val", "1") if element is not None else "1"
    return max(1, int(stated)) if stated.isdigit() else 1


def _holds_table(cell: _Open) -> bool:
    return any(isinstance(block, RawTable) for block in cell.blocks)


def _cell_text(blocks: list[RawBlock]) -> str:
    """A cell's paragraphs as one text. They are lines of one label, so nothing parts them; a table inside a cell gives
    its cells in reading order."""
    pieces: list[str] = []
    for block in blocks:
        if isinstance(block, RawTable):
            pieces.extend(cell.text for cell in block.cells)
        else:
            pieces.append(block.text.strip())
    text = ""
    for piece in (each for each in pieces if each):
        parted = text[-1:].isascii() and piece[:1].isascii() and bool(text)
        text += (" " if parted else "") + piece
    return text
