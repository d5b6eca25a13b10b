"""Tables as aligned lines, coloured on a terminal. No frames: Chinese names are wide, terminals are not."""

import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import click

from govreports.cli.outcome import put_line

WIDE = frozenset("WF")
"""East Asian widths that take two columns (UAX #11)."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A header and rows of cells. Columns from the `right`-th on stand to the right, `gap` blanks lie between columns,
    and `colours` gives whole cells a colour on a terminal."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: int
    gap: int = 2
    colours: Mapping[str, str] = field(default_factory=dict)


def print_table(table: TextTable) -> None:
    """Print a table to stdout."""
    for line in _lines(table):
        put_line(line if sys.stdout.isatty() else click.unstyle(line))


def _lines(table: TextTable) -> Iterator[str]:
    widths = [max(map(_width, column)) for column in zip(table.header, *table.rows, strict=True)]
    yield click.style(_joined(table, table.header, table.header, widths), bold=True)
    for row in table.rows:
        coloured = [click.style(cell, fg=table.colours[cell]) if cell in table.colours else cell for cell in row]
        yield _joined(table, row, coloured, widths)


def _joined(table: TextTable, row: Sequence[str], shown: Sequence[str], widths: Sequence[int]) -> str:
    """A line of the cells as shown, padded by the width of what is in them."""
    line = ""
    for number, (cell, form, width) in enumerate(zip(row, shown, widths, strict=True)):
        blanks = " " * (width - _width(cell))
        line += " " * (table.gap if number else 0) + (blanks + form if number >= table.right else form + blanks)
    return line.rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in WIDE else 1 for character in text)
