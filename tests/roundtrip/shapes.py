"""What a statistical form is made of: cells with a name, rows and blocks of them, and the sums the form states."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["disclosure", "requests", "remedies", "annex"]
Gap = Literal["blank", "dash", "text"]
Count = Literal["count", "change", "wan", "yuan"]


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One value of a form, equal to itself alone. `indicator` is None in a row of the place's own, which
    its `label` tells. `period` is given where a row has values of two periods; `counts` says what
    sort of number stands in the cell: a count, a signed change, an amount in 万元 or in 元."""

    indicator: str | None
    label: str
    period: str | None = None
    measure: str = "件"
    counts: Count = "count"


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row: the labels of the groups it stands in, from the outermost, its own label, its values. A row
    without cells is a heading. `code` and `measure` are printed in columns of their own in the annexes. `cut` is where
    a page break cuts the label: n > 0 leaves its first n characters, n < 0 those behind them."""

    label: str
    cells: tuple[Cell, ...] = ()
    groups: tuple[str, ...] = ()
    measure: str = ""
    code: str = ""
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one header. `columns` are the names of the value columns, each with the groups above it."""

    columns: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """A sum of the form: the left cells together equal the right cells together."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        return self.left + self.right

    def holds(self, amounts: Mapping[Cell, Decimal]) -> bool:
        return sum(amounts[cell] for cell in self.left) == sum(amounts[cell] for cell in self.right)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a form, with the sums that must hold in it. `number` is that of the section it stands in."""

    kind: Kind
    blocks: tuple[Block, ...]
    identities: tuple[Identity, ...] = ()

    @property
    def rows(self) -> Iterator[Row]:
        return (row for block in self.blocks for row in block.rows)

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of report: its name, and its tables in the order they are printed."""

    name: str
    sheets: tuple[Sheet, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for sheet in self.sheets for cell in sheet.cells)

    @property
    def identities(self) -> tuple[Identity, ...]:
        return tuple(identity for sheet in self.sheets for identity in sheet.identities)
