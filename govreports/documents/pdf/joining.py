"""Tables that go on over a page's end."""

import re
from collections.abc import Sequence
from dataclasses import replace

from govreports.documents.pdf.paragraphs import PdfParagraph
from govreports.documents.pdf.pieces import PdfCell, PdfTable

_SAME = 4.0
"""Points within which two columns' borders are one."""
_SIDE = 10.0
"""Points by which the sides of a table may be off on the next page."""
_HALVES = 3
"""Cells that must be torn with each other for their row to be."""
_FIGURE = re.compile(r"[-+－＋]?[\d,.，]+|[-—–－/／]+")
_ENUMERATOR = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.]|其中|注[:：]")

Block = PdfParagraph | PdfTable


def join_tables(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with each table whose rest begins the next page put together with it; there is nothing between the two,
    and they are equally wide."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if isinstance(before, PdfTable) and isinstance(block, PdfTable) and _goes_on(before, block):
            joined[-1] = _joined(before, block)
        else:
            joined.append(block)
    return joined


def _goes_on(upper: PdfTable, lower: PdfTable) -> bool:
    if lower.page != upper.last_page + 1:
        return False
    left, right = min(cell.left for cell in upper.cells), max(cell.right for cell in upper.cells)
    return (
        abs(left - min(cell.left for cell in lower.cells)) <= _SIDE
        and abs(right - max(cell.right for cell in lower.cells)) <= _SIDE
    )


def _joined(upper: PdfTable, lower: PdfTable) -> PdfTable:
    repeated = _repeated_rows(upper, lower)
    rest = [cell for cell in lower.cells if cell.row >= repeated]
    first = min((cell.row for cell in rest), default=0)
    shift = upper.rows - first
    kept = list(upper.cells)
    own_row = _row_is_torn(upper, [cell for cell in rest if cell.row == first])
    last = {at: cell for at, cell in enumerate(kept) if cell.row_end == upper.rows}
    added: list[PdfCell] = []
    if own_row:
        shift -= 1
    for cell in rest:
        moved = replace(cell, row=cell.row + shift, row_end=cell.row_end + shift)
        above = next((at for at, each in last.items() if cell.row == first and _same_columns(each, cell)), None)
        if above is not None and (own_row or _cell_is_torn(kept[above], cell, rest)):
            kept[above] = replace(
                kept[above], text=_together(kept[above].text, cell.text), row_end=max(moved.row_end, upper.rows)
            )
        else:
            added.append(moved)
    rows = max(cell.row_end for cell in (*kept, *added))
    return replace(upper, cells=(*kept, *added), rows=rows, last_page=lower.last_page)


def _repeated_rows(upper: PdfTable, lower: PdfTable) -> int:
    """How many rows at the top of the rest repeat the heading."""
    count = 0
    for row in range(min(upper.rows, lower.rows)):
        texts = _texts(upper, row)
        if texts != _texts(lower, row) or any(_FIGURE.fullmatch(text) for text in texts):
            break
        count = row + 1 if any(texts) else count
    return count


def _texts(table: PdfTable, row: int) -> list[str]:
    return [cell.text for cell in table.cells if cell.row == row]


def _row_is_torn(upper: PdfTable, below: Sequence[PdfCell]) -> bool:
    """Whether the page's end falls inside a row: the first row of the rest has the columns of the last row; the last
    row begins an item (3.…) and the rest none; and one of the two has all figures, with nothing in their columns in the
    other. Without an item's number a row left blank could not be told from half a row. A heading is torn where figures
    stand neither above nor in the rest's first row and several of its cells go on. A cell that reaches over several
    rows tells nothing of its own."""
    above = [cell for cell in upper.cells if cell.row_end == upper.rows and cell.row == upper.rows - 1]
    pairs = [(one, two) for two in below for one in above if _same_columns(one, two) and two.row_end == two.row + 1]
    below = [cell for cell in below if cell.text and cell.row_end == cell.row + 1]
    if len(pairs) < max(_HALVES, len(below), len(above)):
        return False
    if any(_ENUMERATOR.match(cell.text) for cell in below):
        return False
    if not any(_is_figure(cell) for cell in (*upper.cells, *below)):
        return len(below) > 1 and all(one.text for one, two in pairs if two.text)
    if not any(_ENUMERATOR.match(cell.text) for cell in above):
        return False
    figures = [(one, two) for one, two in pairs if _is_figure(one) or _is_figure(two)]
    in_one_half = all(not two.text for _, two in figures) or all(not one.text for one, _ in figures)
    return bool(figures) and in_one_half and any(cell.text for cell in below)


def _is_figure(cell: PdfCell) -> bool:
    return bool(_FIGURE.fullmatch(cell.text))


def _cell_is_torn(upper: PdfCell, lower: PdfCell, rest: Sequence[PdfCell]) -> bool:
    """Whether a label beside several rows goes on below: what is left of it is empty, the label again, or text that
    begins no item of its own."""
    tall = lower.row_end - lower.row > 1 or upper.row_end - upper.row > 1
    if not tall or not upper.text:
        return False
    if not lower.text or lower.text == upper.text:
        return any(cell.text and cell.left >= lower.right - _SAME for cell in rest if cell.row == lower.row)
    return lower.row_end - lower.row > 1 and not _ENUMERATOR.match(lower.text) and len(upper.text) > 0


def _together(upper: str, lower: str) -> str:
    return upper if upper == lower else upper + lower


def _same_columns(one: PdfCell, two: PdfCell) -> bool:
    return abs(one.left - two.left) <= _SAME and abs(one.right - two.right) <= _SAME
