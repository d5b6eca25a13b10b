"""The figures of a flattened row: as printed where white space parts them into cells, else every way to cut them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from govreports.parsing.numbers import fold
from govreports.parsing.tables.cells import CellValue, read_cell
from govreports.parsing.tables.forms import ColumnForm, RowForm, TableForm
from govreports.parsing.tables.splitting import Atom, Block, Cut, Number, Piece, cuts
from govreports.parsing.tables.zones import Zone, values

_WITH_DECIMALS = frozenset({"元", "万元"})


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row: its row in the form (None for one of the report's own), its printed label and the offset `at` which it
    begins, its columns in the order they are printed, its figures: `printed` as they stand with their `values` where
    white space parts them into cells, else the `cuts` in question."""

    form: RowForm | None
    label: str
    columns: tuple[ColumnForm, ...]
    zone: Zone
    at: int
    printed: tuple[tuple[str, int], ...] = ()
    values: tuple[CellValue, ...] = ()
    cuts: tuple[Cut, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands behind the label."""
        return not self.zone.tokens

    @property
    def as_printed(self) -> bool:
        """Whether the cells stand apart."""
        return bool(self.values)

    @property
    def ways(self) -> list[list[Number | None]]:
        """The numbers that each cut gives, of cells that stand apart theirs; None for what is no number."""
        if self.as_printed:
            return [[value.value for value in self.values]]
        return [[piece.value for piece in cut] for cut in self.cuts]


def cut_row(table: TableForm, row: FlatRow, numbering: tuple[bool, ...]) -> FlatRow:
    """The row with its figures as printed, or every way to cut them."""
    zone, size = row.zone, len(row.columns)
    tokens = list(zone.tokens)
    if len(tokens) == size + 1 and zone.glued and fold(tokens[-1][0]) == zone.glued:
        tokens.pop()
    elif len(tokens) == size + 1 and row.form and fold(tokens[0][0]).lstrip("0") == str(table.rows.index(row.form) + 1):
        tokens.pop(0)  # a column of codes
    if len(tokens) == size and values(zone):
        read = (
            read_cell(token, column.signed, zone.measure or column.measure or table.measure)
            for (token, _), column in zip(tokens, row.columns, strict=True)
        )
        return replace(row, printed=tuple(tokens), values=tuple(read))
    blocks = _blocks(table, row.columns)
    readings: list[list[Atom]] = []
    if False in numbering or zone.without_glued is None:
        if any(column.signed for column in row.columns):
            readings.append(zone.signed_atoms)
        if not zone.has_plus:  # a dash may stand for a cell, a plus for none
            readings.append(zone.atoms)
    if True in numbering and (rest := zone.without_glued):
        readings.append(rest)
    ways: dict[tuple[tuple[int, int], ...], Cut] = {}
    for atoms in readings:
        for cut in cuts(_without_code(atoms, row, table), blocks) or ():
            if all(_may_state(piece, column, row, table) for piece, column in zip(cut, row.columns, strict=True)):
                ways.setdefault(tuple((piece.start, piece.end) for piece in cut), cut)
    return replace(row, cuts=tuple(ways.values()))


def _may_state(piece: Piece, column: ColumnForm, row: FlatRow, table: TableForm) -> bool:
    """Whether a column may hold such a figure: only changes have signs, only money has decimals."""
    measure = row.zone.measure or (row.form.measure if row.form else None) or column.measure or table.measure
    signed = piece.value is not None and not piece.text[0].isdigit()
    return (column.signed or not signed) and (measure in _WITH_DECIMALS or not isinstance(piece.value, Decimal))


def _without_code(atoms: list[Atom], row: FlatRow, table: TableForm) -> list[Atom]:
    """The atoms without the code that a form prints before its values: 01, 02 … in the order of its rows."""
    if not table.coded or row.form is None or not atoms:
        return atoms
    code = f"{table.rows.index(row.form) + 1:02}"
    first = atoms[0]
    if first.is_dash or not fold(first.text).startswith(code):
        return atoms
    rest = first.text[len(code) :]
    return [*([Atom(rest, first.start + len(code))] if rest else []), *atoms[1:]]


def _blocks(table: TableForm, columns: Sequence[ColumnForm]) -> list[Block]:
    """Neighbouring columns that a sum ties together, and single ones."""
    keys = [column.key for column in columns]
    blocks: list[Block] = []
    at = 0
    while at < len(keys):
        for rule in table.sums:
            tied = {*rule.left, *rule.right}
            if rule.along == "row" and len(rule.left) == 1 and tied == set(keys[at : at + len(tied)]):
                blocks.append(Block(len(tied), keys.index(rule.left[0]) - at))
                at += len(tied)
                break
        else:
            blocks.append(Block(1))
            at += 1
    return blocks
