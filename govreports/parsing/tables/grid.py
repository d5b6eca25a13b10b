"""A table's cells in their places: spans spread over the rows and columns they cover."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from govreports.model.document import Cell, Document, Table
from govreports.parsing.tables.cells import is_value_like
from govreports.parsing.tables.index import NOTHING, Role, role_of


class Placed(NamedTuple):
    """A cell with its text, what its label may mean, and whether it may be a value instead. A tuple, not a dataclass,
    because a report has hundreds."""

    cell: Cell
    text: str
    role: Role
    value_like: bool

    @property
    def columns(self) -> range:
        """The columns of the grid it covers."""
        return range(self.cell.column, self.cell.column + self.cell.colspan)


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: the cells that begin in it, in their order, and those that reach into it from above. A `loose` row was a
    line of text: its cells stand in their order, but in no columns."""

    table: int
    number: int
    own: tuple[Placed, ...]
    above: tuple[Placed, ...]
    loose: bool = False

    @property
    def cells(self) -> list[Placed]:
        """Every cell that covers a part of the row, from left to right."""
        return sorted((*self.above, *self.own), key=lambda placed: placed.cell.column)


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table of a document; `number` is the table's, from 1."""

    number: int
    rows: tuple[GridRow, ...]
    width: int


def read_grid(document: Document, table: Table, number: int) -> Grid:
    """The grid of a table. Rows without any cell of their own are left out."""
    rows: dict[int, list[Placed]] = {}
    tall: list[Placed] = []
    for cell in table.cells:
        text = document.text[cell.start : cell.end].strip()
        value_like = is_value_like(text)
        placed = Placed(cell, text, NOTHING if value_like else role_of(text), value_like)
        rows.setdefault(cell.row, []).append(placed)
        if cell.rowspan > 1:
            tall.append(placed)
    width = max((cell.column + cell.colspan for cell in table.cells), default=0)
    return Grid(number, tuple(_rows(rows, tall, number)), width)


def _rows(rows: dict[int, list[Placed]], tall: list[Placed], table: int) -> Iterator[GridRow]:
    for number in sorted(rows):
        own = sorted(rows[number], key=lambda placed: placed.cell.column)
        above = [placed for placed in tall if placed.cell.row < number < placed.cell.row + placed.cell.rowspan]
        yield GridRow(table, number, tuple(own), tuple(above))
