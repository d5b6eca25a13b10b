"""Excel workbooks: each visible sheet as a table, lines with one text alone as paragraphs."""

import io
import zipfile
from collections.abc import Iterator
from itertools import groupby

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from govreports.documents.docx.package import Package
from govreports.documents.read import Blocks
from govreports.documents.reasons import UnreadableDocument
from govreports.model.document import RawBlock, RawCell, RawParagraph, RawTable

_DAMAGED = (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError)
"""What openpyxl raises on parts that are missing or say what they may not."""
_MOST_CELLS = 200_000
"""Cells of one sheet; a report's have a few hundred."""


def read_xlsx(body: bytes) -> Blocks:
    """The sheets of a workbook in their order, hidden ones left out; formulas as the values they were saved with.
    Raises `UnreadableDocument`."""
    Package(body).part("xl/workbook.xml")  # a damaged archive, a bomb or entities are told here
    try:
        workbook = load_workbook(io.BytesIO(body), data_only=True)
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
    ) as error:
        raise UnreadableDocument("damaged", "no workbook can be read out of it") from error
    blocks = [
        block for sheet in workbook.worksheets if sheet.sheet_state == "visible" for block in _sheet_blocks(sheet)
    ]
    if not blocks:
        raise UnreadableDocument("no-text", "no text on any sheet")
    return Blocks(tuple(blocks))


def _sheet_blocks(sheet: Worksheet) -> Iterator[RawBlock]:
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        raise UnreadableDocument("too-large", f"a sheet of {sheet.max_row} rows and {sheet.max_column} columns")
    spans = {
        (area.min_row, area.min_col): (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        for area in sheet.merged_cells.ranges
    }
    covered = {
        (row, column)
        for (top, left), (height, width) in spans.items()
        for row in range(top, top + height)
        for column in range(left, left + width)
        if (row, column) != (top, left)
    }
    rows: list[list[RawCell]] = []
    for row in range(1, sheet.max_row + 1):
        cells = []
        for column in range(1, sheet.max_column + 1):
            if (row, column) in covered:
                continue
            height, width = spans.get((row, column), (1, 1))
            cells.append(RawCell(_shown(sheet.cell(row, column).value), row - 1, column - 1, height, width))
        rows.append(cells)
    for is_prose, run in groupby(rows, key=_is_prose):
        group = list(run)
        if is_prose:
            yield from (RawParagraph(cell.text) for row in group for cell in row if cell.text)
        elif any(cell.text for row in group for cell in row):
            yield RawTable(tuple(cell for row in group for cell in row))


def _is_prose(row: list[RawCell]) -> bool:
    """Whether a row holds one text, all across the sheet or alone in its row, as titles and notes do."""
    filled = [cell for cell in row if cell.text]
    return len(filled) == 1 and filled[0].rowspan == 1 and filled[0].column == 0 and not filled[0].text[-1:].isdigit()


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
