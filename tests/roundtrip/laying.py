"""What a sheet is laid out from: cells with spans, labels and values as printed, the pieces a page break makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .hand import Hand
from .labels import core, print_labels, words
from .shapes import Block, Cell, Row, Sheet
from .values import Printed


@dataclass(frozen=True, slots=True)
class Td:
    """One cell as printed."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    role: str = "value"


Grid = list[list[Td]]


@dataclass(frozen=True, slots=True)
class Laid:
    """One table element: its header rows, its other rows, and the paragraph above it."""

    head: Grid
    body: Grid
    above: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a sheet's cells look like: labels as printed, values as printed."""

    labels: Mapping[str, str]
    values: Mapping[Cell, Printed]
    year: int

    def label(self, label: str, role: str = "label", rowspan: int = 1, colspan: int = 1) -> Td:
        return Td(self.labels.get(label, label), rowspan, colspan, role)

    def value(self, cell: Cell, colspan: int = 1) -> Td:
        return Td(self.values[cell].text, colspan=colspan)


def labels_of(sheet: Sheet, hand: Hand) -> dict[str, str]:
    """Every label of a sheet as this hand prints it."""
    rows = list(sheet.rows)
    labels = {row.label for row in rows} | {group for row in rows for group in row.groups}
    if sheet.kind != "annex":
        labels |= {name for block in sheet.blocks for column in block.columns for name in column}
    labels |= {block.heading for block in sheet.blocks}
    measures = {row.label: row.measure for row in rows if row.cells and row.measure}
    # A row of the place's own is known by its label alone.
    own = {cell.label for cell in sheet.cells if cell.indicator is None}
    return print_labels(labels - {""}, hand, measures, own)


def reordered(block: Block, order: Sequence[int]) -> Block:
    """A block with its value columns in another order."""
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in order) if row.cells else ()) for row in block.rows)
    return replace(block, columns=tuple(block.columns[at] for at in order), rows=rows)


def pieces(rows: Sequence[Row], hand: Hand) -> list[list[Row]]:
    """The rows in the pieces a page break makes of them. A break inside a row leaves half its label on either side,
    and its values with one of the halves."""
    whole = list(rows)
    if hand.has("cut-in-label"):
        places = {at: _places(row.label, whole) for at, row in enumerate(whole) if at and _is_cut(row)}
        at = hand.choose([at for at, inside in places.items() if inside])
        row, place = whole[at], hand.choose(places[at])
        empty = replace(row, cells=(), measure="", code="")
        upper, lower = (row, empty) if hand.chance(0.5) else (empty, row)
        return [
            [*whole[:at], replace(upper, cut=place)],
            [replace(lower, cut=-place), *whole[at + 1 :]],
        ]
    if hand.has("cut"):
        at = hand.random.randrange(1, len(whole))
        return [whole[:at], whole[at:]]
    return [whole]


def _is_cut(row: Row) -> bool:
    """Whether a page break may fall into a row: a row of the place's own is known by its whole label alone."""
    return any(cell.indicator for cell in row.cells)


def _places(label: str, rows: Sequence[Row]) -> list[int]:
    """Where a label may be cut: either half keeps two characters of its words and is no other row's label."""
    others = {core(row.label) for row in rows if row.label != label}
    return [at for at in words(label)[2:-1] if not {core(label[:at]), core(label[at:])} & others]


def row_label(row: Row, sight: Sight) -> str:
    """The label of a row as printed, or the half of it that a page break left here."""
    printed = sight.labels[row.label]
    # Faults of print may have made the label shorter.
    at = min(max(abs(row.cut), 3), len(printed) - 2)
    if row.cut:
        return printed[:at] if row.cut > 0 else printed[at:]
    return printed
