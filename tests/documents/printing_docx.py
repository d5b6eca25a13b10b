"""Prints paragraphs and tables as a Word file."""

import io
from collections.abc import Iterable

from docx import Document
from docx.document import Document as WordDocument
from roundtrip.laying import Grid

from .tables import place


def to_bytes(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def print_docx(blocks: Iterable[str | Grid]) -> bytes:
    """Paragraphs and tables in order; cells that cover several fields are merged."""
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        cells = place(block)
        table = document.add_table(len(block), max(cell.column_end for cell in cells))
        fields = [list(row.cells) for row in table.rows]
        for cell in cells:
            first, last = fields[cell.row][cell.column], fields[cell.row_end - 1][cell.column_end - 1]
            (first.merge(last) if first is not last else first).text = cell.text
    return to_bytes(document)
