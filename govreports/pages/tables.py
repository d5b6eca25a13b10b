"""Tables: those that hold data are kept as tables, those that only lay out a page are dissolved into lines."""

import re
from typing import NamedTuple

from lxml.etree import _Element

from govreports.model.document import Origin, RawCell, RawTable
from govreports.pages.lines import Item, Line, Link
from govreports.pages.paths import path_of

_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
_LONG_CELL = 400
"""Characters in one cell above which a table must be wide and deep to count as data."""
_PREFORMATTED = 60
"""Characters of preformatted text in a cell, which are an article and no datum."""
_FIGURE = re.compile(r"[\s\d.,，．/／—–―─－−+＋-]*")
_MEASURE = re.compile(r"条|件|次|篇|项|个|人|人次|元|万元")
_FIGURES_OF_A_ROW = 5
_LABELS_OF_A_ROW = 3
_CELLS_WITH_MEASURE = 3
_WIDEST = 1000
"""Columns beyond which it is not looked what cells reach down into a row: spans alone may make thousands."""


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
    """Two columns or more in two rows or more, every cell plain text, and no cell that holds most of what is said; or
    one row of figures, as a page break leaves it of a longer table."""
    if len(rows) == 1:
        return _is_row_of_figures(rows[0])
    if len(rows) < 2 or max(len(row.cells) for row in rows) < 2:
        return False
    linked = longest = total = wide = deep = 0
    for row in rows:
        filled = 0
        for cell in row.cells:
            length = 0
            for item in cell.items:
                if not isinstance(item, Line) or item.table:
                    return False
                length += len(item.text)
                linked += item.linked
            if length > _PREFORMATTED and next(cell.element.iter("pre"), None) is not None:
                return False
            filled += length > 0
            total += length
            longest = max(longest, length)
        wide += filled >= 2
        deep += len(row.cells) >= 2
    # A form whose cells were left empty has but its header filled.
    if wide < 2 and not (wide and deep >= 2 and _has_border(element)):
        return False
    if longest > _LONG_CELL and longest > 0.5 * total and not _has_border(element):
        return False
    return linked < 0.6 * total or _has_border(element)


def _is_row_of_figures(row: TableRow) -> bool:
    """Whether a lone row holds figures and blanks beside a few labels, or beside one label and its measure, and no
    links."""
    if len(row.cells) < _CELLS_WITH_MEASURE:
        return False
    items = [item for cell in row.cells for item in cell.items]
    if any(not isinstance(item, Line) or item.table or item.linked for item in items):
        return False
    texts = ["".join(item.text for item in cell.items if isinstance(item, Line)) for cell in row.cells]
    figures = sum(1 for text in texts if _FIGURE.fullmatch(text))
    if figures >= _FIGURES_OF_A_ROW:
        return len(texts) - figures <= _LABELS_OF_A_ROW and any(texts)
    measures = sum(1 for text in texts if _MEASURE.fullmatch(text))
    return measures == 1 and len(texts) - figures - measures == 1 and figures > 0


def _has_border(element: _Element) -> bool:
    border = (element.get("border") or "0").strip()
    return (
        border not in ("", "0")
        or "border" in (element.get("style") or "")
        or "MsoTable" in (element.get("class") or "")
    )


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
        text = "\t".join(line.text for line in cells if line.text)
        return [
            Line(
                text,
                empty_kept if len(empty_kept) >= len(inner) else inner,
                None,
                sum(line.linked for line in cells),
                tuple(link for line in cells for link in line.links),
                row.element,
                raw=text,
            )
        ]
    return [item for cell in lines for item in cell]


def _data_line(element: _Element, rows: list[TableRow]) -> Line:
    raw: list[RawCell] = []
    links: list[Link] = []
    linked = 0
    taken_until: dict[int, int] = {}
    paths: dict[_Element, str] = {}
    for number, row in enumerate(rows):
        column = 0
        in_row = {row.element: path_of(row.element, paths)}
        for cell in row.cells:
            while column < _WIDEST and taken_until.get(column, -1) >= number:
                column += 1
            rowspan = min(_span(cell.element.get("rowspan")), len(rows) - number)
            colspan = _span(cell.element.get("colspan"))
            if rowspan > 1:
                below = range(column, min(column + colspan, _WIDEST))
                taken_until.update(dict.fromkeys(below, number + rowspan - 1))
            texts: list[str] = []
            for item in cell.items:
                if isinstance(item, Line):
                    texts.append(item.text)
                    links.extend(item.links)
                    linked += item.linked
            header = cell.element.tag == "th"
            origin = Origin(path_of(cell.element, in_row))
            raw.append(RawCell(joined(texts), number, column, rowspan, colspan, header, origin))
            column += colspan
        row.cells.clear()  # of a long table the half of all memory
    table = RawTable(tuple(raw), Origin(path_of(element, paths)))
    return Line(" ".join(cell.text for cell in raw if cell.text), (), table, linked, tuple(links), element)


def joined(texts: list[str]) -> str:
    """Lines of one cell, or of a line broken in the source, as one: between two Chinese characters goes no blank."""
    text = ""
    for piece in texts:
        if text and piece and not (_CJK.match(text[-1]) and _CJK.match(piece[0])):
            text += " "
        text += piece
    return text


def _span(stated: str | None) -> int:
    if stated is None:
        return 1
    digits = re.match(r"\s*(\d{1,3})", stated)
    return max(1, int(digits[1])) if digits else 1
