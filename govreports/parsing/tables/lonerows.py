"""Lone rows: what a page break left of a table is often one row, and a table of one row becomes a line of text."""

import re
from collections.abc import Iterator

from govreports.model.document import Block, Cell, Document, Paragraph, Table
from govreports.parsing.tables.cells import is_value_like
from govreports.parsing.tables.grid import Grid, GridRow, Placed, read_grid
from govreports.parsing.tables.index import NOTHING, role_of
from govreports.parsing.tables.labels import measure_word

_TOKEN = re.compile(r"\S+")
_LONGEST = 120
_FAR = 1000
"""Where the values of a lone row are placed: in no column of a header, so that their order alone tells."""


def read_grids(document: Document) -> Iterator[Grid]:
    """The grids of a document's tables, numbered from 1, and those of the lines that go on with one."""
    number = 0
    before: Block | None = None
    for block in document.blocks:
        if isinstance(block, Table):
            number += 1
            yield read_grid(document, block, number)
            before = block
        elif before is not None and (row := _lone_row(document, block, number)):
            yield Grid(number, (row,), _FAR)
        elif not _is_page_number(document, block):
            before = None


def _lone_row(document: Document, block: Paragraph, table: int) -> GridRow | None:
    """A line as a row: a label, then figures. The label is one that a form's row has, or two figures follow it; with a
    measure behind it, it may have no figures."""
    text = document.text[block.start : block.end]
    if len(text) > _LONGEST or "。" in text:
        return None
    tokens = [(match[0], block.start + match.start()) for match in _TOKEN.finditer(text)]
    while tokens and is_value_like(tokens[0][0]):
        tokens.pop(0)  # the row's number
    values = len(tokens)
    while values and is_value_like(tokens[values - 1][0]):
        values -= 1
    labels = values - 1 if values and measure_word(tokens[values - 1][0]) else values
    if not labels or (values == len(tokens) and labels == values):
        return None
    start, end = tokens[0][1], tokens[labels - 1][1] + len(tokens[labels - 1][0])
    label = document.text[start:end]
    role = role_of(label)
    if not role.rows and len(tokens) - values < 2:
        return None
    placed = [Placed(_cell(block, 0, start, end), label, role, False)]
    for n, (token, at) in enumerate(tokens[labels:]):
        value_like = n >= values - labels
        placed.append(Placed(_cell(block, _FAR + n, at, at + len(token)), token, NOTHING, value_like))
    return GridRow(table, 0, tuple(placed), (), loose=True)


def _cell(block: Paragraph, column: int, start: int, end: int) -> Cell:
    return Cell(0, column, 1, 1, start, end, False, block.origin)


def _is_page_number(document: Document, block: Block) -> bool:
    text = document.text[block.start : block.end]
    return len(text) <= len("- 100 -") + 2 and not any("\u3400" <= character <= "\u9fff" for character in text)
