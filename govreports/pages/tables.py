"""Tables: those that hold data are kept as tables, those that only lay out a page are dissolved into lines."""

import re
from typing import NamedTuple

from lxml.etree import _Element

from govreports.model.document import Origin, RawCell, RawTable
from govreports.pages.lines import Item, Line, Link

_CJK = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")
_LONG_CELL = 400
"""Characters in one cell above which a table must be wide and deep to count as data."""


class TableCell(NamedTuple):
    """A cell of the source and what was read in it."""

    element: _Element
    items: list[Item]


class TableRow(NamedTuple):
    """A row of the source."""

    element: _Element
    cells: list[TableCell]


def read_table(element: _Element, rows: list[TableRow]) -> list[Item]:
    """A data table as one line that carries the `RawTable`; a layout table as the lines of its cells, in a row whose
    cells hold one short line each joined by tabs."""
    rows = [row for row in rows if row.cells]
    if _is_data(element, rows):
        return [_data_line(element, rows)]
    return [item for row in rows for item in _row_items(row)]


def _is_data(element: _Element, rows: list[TableRow]) -> bool:
    """Two columns or more in two rows or more, every cell plain text, and no cell that holds most of what is said."""
    filled = [[_cell_length(cell) for cell in row.cells] for row in rows]
    if len(rows) < 2 or max((len(row) for row in filled), default=0) < 2:
        return False
    if any(not isinstance(item, Line) or item.table for row in rows for cell in row.cells for item in cell.items):
        return False
    lengths = [length for row in filled for length in row if length]
    wide = sum(1 for row in filled if sum(1 for length in row if length) >= 2)
    if not lengths or wide < 2:
        return False
    longest, total = max(lengths), sum(lengths)
    if longest > _LONG_CELL and longest > 0.5 * total and not _has_border(element):
        return False
    linked = sum(item.linked for row in rows for cell in row.cells for item in cell.items if isinstance(item, Line))
    return linked < 0.6 * total or _has_border(element)


def _has_border(element: _Element) -> bool:
    border = (element.get("border") or "0").strip()
    return (
        border not in ("", "0")
        or "border" in (element.get("style") or "")
        or "MsoTable" in (element.get("class") or "")
    )


def _cell_length(cell: TableCell) -> int:
    return sum(len(item.text) for item in cell.items if isinstance(item, Line))


def _row_items(row: TableRow) -> list[Item]:
    lines = [
        [item for item in cell.items if not (isinstance(item, Line) and not item.text and not item.links)]
        for cell in row.cells
    ]
    single = all(len(cell) <= 1 for cell in lines)
    texts = [cell[0] for cell in lines if cell]
    if single and len(texts) > 1 and all(isinstance(item, Line) and item.table is None for item in texts):
        cells = [item for item in texts if isinstance(item, Line)]
        inner = tuple(text for line in cells for text in (line.cells or (line.text,)))
        empty_kept = tuple(cell[0].text if cell and isinstance(cell[0], Line) else "" for cell in lines)
        return [
            Line(
                "\t".join(line.text for line in cells if line.text),
                empty_kept if len(empty_kept) >= len(inner) else inner,
                None,
                sum(line.linked for line in cells),
                tuple(link for line in cells for link in line.links),
                row.element,
            )
        ]
    return [item for cell in lines for item in cell]


def _data_line(element: _Element, rows: list[TableRow]) -> Line:
    raw: list[RawCell] = []
    links: list[Link] = []
    taken_until: dict[int, int] = {}
    tree = element.getroottree()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while taken_until.get(column, -1) >= number:
                column += 1
            rowspan = min(_span(cell.element, "rowspan"), len(rows) - number)
            colspan = _span(cell.element, "colspan")
            taken_until.update((column + right, number + rowspan - 1) for right in range(colspan))
            lines = [item for item in cell.items if isinstance(item, Line)]
            links.extend(link for line in lines for link in line.links)
            raw.append(
                RawCell(
                    joined([line.text for line in lines]),
                    number,
                    column,
                    rowspan,
                    colspan,
                    cell.element.tag == "th",
                    Origin(xpath=tree.getpath(cell.element)),
                )
            )
            column += colspan
    table = RawTable(tuple(raw), Origin(xpath=tree.getpath(element)))
    linked = sum(item.linked for row in rows for cell in row.cells for item in cell.items if isinstance(item, Line))
    return Line(" ".join(cell.text for cell in raw if cell.text), (), table, linked, tuple(links), element)


def joined(texts: list[str]) -> str:
    """Lines of one cell as one: a line that was broken between two Chinese characters needs no blank."""
    text = ""
    for piece in texts:
        if text and piece and not (_CJK.match(text[-1]) and _CJK.match(piece[0])):
            text += " "
        text += piece
    return text


def _span(cell: _Element, name: str) -> int:
    digits = re.match(r"\s*(\d{1,3})", cell.get(name) or "")
    return max(1, int(digits[1])) if digits else 1
