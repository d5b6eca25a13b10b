"""Tables: framed and coloured on a terminal, aligned plain lines elsewhere."""

import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from govreports.cli.outcome import put_line

WIDE = frozenset("WF")
"""East Asian widths that take two columns (UAX #11)."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A header and rows of cells. The columns from `right` on are numbers or marks, and stand to the right; `styles`
    colours whole cells on a terminal."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: int
    styles: Mapping[str, str] = field(default_factory=dict)


def print_table(table: TextTable) -> None:
    """Print a table to stdout."""
    if sys.stdout.isatty():
        _print_framed(table)
    else:
        for line in plain_lines(table):
            put_line(line)


def plain_lines(table: TextTable) -> list[str]:
    """The table as lines, two blanks between columns."""
    rows = [table.header, *table.rows]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(_aligned(row, widths, table.right)).rstrip() for row in rows]


def _aligned(row: Sequence[str], widths: Sequence[int], right: int) -> list[str]:
    blanks = [" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
    return [blanks[n] + cell if n >= right else cell + blanks[n] for n, cell in enumerate(row)]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in WIDE else 1 for character in text)


def _print_framed(table: TextTable) -> None:
    from rich.console import Console  # slow to import, and only a terminal needs it
    from rich.table import Table
    from rich.text import Text

    framed = Table()
    for number, name in enumerate(table.header):
        framed.add_column(name, justify="right" if number >= table.right else "left", overflow="fold")
    for row in table.rows:
        framed.add_row(*(Text(cell, table.styles.get(cell, "")) for cell in row))
    Console().print(framed)
