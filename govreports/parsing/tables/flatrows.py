"""The rows of a flattened table: each label of a form in its order, with the figures behind it, cut or to be cut."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from govreports.parsing.tables.cells import CellValue, read_cell
from govreports.parsing.tables.forms import ColumnForm, RowForm, TableForm
from govreports.parsing.tables.index import is_group
from govreports.parsing.tables.labels import nearest, printed_number
from govreports.parsing.tables.lines import Mark, chain
from govreports.parsing.tables.splitting import Atom, Block, Cut, Number, Piece, cuts
from govreports.parsing.tables.zones import Zone, before_number, read_zone, values

_FEWEST_ROWS = 2
_LEAST_SHARE = 0.25
"""Of a form's rows, which must stand in a text for it to hold the table."""
_CODE = re.compile(r"(\d{2})\s*[、.]?\s*(?:其中[:：]?\s*)?$")
_TWO_DIGITS = re.compile(r"\d{2}")
_CODE_BEFORE = 12
_WITH_DECIMALS = frozenset({"元", "万元"})
_MOST_CODED = 0.6
_FEWEST_COLUMNS = 8
"""Labels of columns that tell a table without labels for its rows."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_SHORTEST = 2
_STRANGER = re.compile(r"(?P<label>[^\d\s][^\d\n。]{0,58}?)\s*(?P<figures>\d[\d \t\-—–/.]*)(?=\D|$)")


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


def read_flat_rows(text: str, table: TableForm, marks: Sequence[Mark], end: int) -> list[FlatRow]:
    """The rows of a table whose labels are marked in a text that ends at `end`; none where too few of them stand
    there, or hardly any has a figure behind it: then they are words of the prose."""
    if not any(row.labels for row in table.rows):
        return _single(text, table, marks, end)
    rows = _labelled(text, table, marks, end)
    return rows if sum(bool(row.zone.tokens) for row in rows) >= _FEWEST_ROWS else []


def _single(text: str, table: TableForm, marks: Sequence[Mark], end: int) -> list[FlatRow]:
    """The only row of a table, behind the last label of its header."""
    seen, begin = 0, end
    for mark, following in pairwise([*marks, None]):
        if mark is None:
            continue
        begin = min(begin, mark.start)
        seen += bool(mark.columns)
        stop = following.start if following else end
        if any(character.isdigit() for character in text[mark.end : stop]) or following is None:
            if seen >= _FEWEST_COLUMNS:
                zone = read_zone(text, mark.end, stop, last=True)
                return [_cut(table, FlatRow(table.rows[0], "", table.usual_columns, zone, begin), (False, True))]
            seen, begin = 0, end
    return []


def _labelled(text: str, table: TableForm, marks: Sequence[Mark], end: int) -> list[FlatRow]:
    chosen = chain(text, marks, table)
    if len(chosen) < max(_FEWEST_ROWS, len(table.rows) * _LEAST_SHARE):
        return []
    numbering = _numbering(text, chosen)
    coded = table.coded and _codes_before(text, chosen, end)
    found: list[FlatRow] = []
    for (mark, row), following in zip(chosen, [*chosen[1:], None], strict=True):
        until = next((each for each in marks if each.start >= mark.end), None)
        number = None
        if following and until is following[0] and following[1].labels:
            number = printed_number(following[1].labels[0])
        stop = until.start if until else end
        if coded and until and (code := _CODE.search(text, mark.end, until.start)):
            stop = code.start(1)
        zone = read_zone(text, mark.end, stop, number, last=until is None)
        columns = _order(table, row, marks, {id(each) for each, _ in chosen}, mark)
        found.append(_cut(table, FlatRow(row, row.labels[0], columns, zone, mark.start), numbering))
        if following:
            own_number = printed_number(following[1].labels[0]) if following[1].labels else None
            gap = (zone.words, before_number(text, zone.words, following[0].start, own_number)[0])
            found.extend(_strangers(text, table, found[-1], gap, (row, following[1])))
    return found


def _codes_before(text: str, chosen: Sequence[tuple[Mark, RowForm]], end: int) -> bool:
    """Whether the rows' codes are printed before their labels: then what stands before the next label is its code, no
    figure. They count upwards; so do codes behind the labels, which come first in doubt."""
    stops = [*(mark.start for mark, _ in chosen[1:]), end]
    behind = (
        read_zone(text, mark.end, stop, last=True).atoms[:1] for (mark, _), stop in zip(chosen, stops, strict=True)
    )
    if _counts_up(
        [int(atoms[0].text[:2]) for atoms in behind if atoms and _TWO_DIGITS.match(atoms[0].text)], len(chosen)
    ):
        return False
    before = (_CODE.search(text, max(0, mark.start - _CODE_BEFORE), mark.start) for mark, _ in chosen)
    return _counts_up([int(code[1]) for code in before if code], len(chosen))


def _counts_up(codes: Sequence[int], rows: int) -> bool:
    return sum(other == one + 1 for one, other in pairwise(codes)) >= rows * _MOST_CODED


def _numbering(text: str, chosen: Sequence[tuple[Mark, RowForm]]) -> tuple[bool, ...]:
    """Whether the Arabic numbers of labels are printed without a point, so that their digits may be taken for figures:
    told by labels that stand behind other words. (False, True) where nothing tells."""
    told: set[bool] = set()
    for mark, row in chosen:
        if (number := printed_number(row.labels[0])) is None:
            continue
        before = text[max(0, mark.start - 6) : mark.start].rstrip()
        if before.endswith(number) and not before[: -len(number)].rstrip()[-1:].isdigit():
            told.add(True)
        elif before and not before[-1].isdigit():
            told.add(False)
    return tuple(told) if len(told) == 1 else (False, True)


def _order(
    table: TableForm, row: RowForm, marks: Sequence[Mark], chosen: set[int], mark: Mark
) -> tuple[ColumnForm, ...]:
    """The columns of a row in the order of the header last printed above it, if that header has one row and names the
    row's columns; else the form's."""
    own = tuple(column for column in table.usual_columns if row.columns is None or column.key in row.columns)
    header: dict[str, ColumnForm] = {}
    several_rows = anew = False
    for each in marks:
        if each.start >= mark.start:
            break
        if id(each) in chosen:
            anew = True
            continue
        if anew and (each.columns or each.over_columns):
            header, several_rows, anew = {}, False, False
        several_rows = several_rows or each.over_columns
        header.update((column.key, column) for form, column in each.columns if form is table)
    printed = tuple(header.values())
    # Of columns that are but periods or bodies a report prints some.
    as_own = {column.key for column in printed} == {column.key for column in own}
    if not several_rows and printed and (as_own or not any(column.name for column in table.columns)):
        return printed
    return own


def _cut(table: TableForm, row: FlatRow, numbering: tuple[bool, ...]) -> FlatRow:
    """The row with its figures as printed, or every way to cut them."""
    zone, size = row.zone, len(row.columns)
    tokens = list(zone.tokens)
    if len(tokens) == size + 1 and zone.glued and tokens[-1][0] == zone.glued:
        tokens.pop()
    elif len(tokens) == size + 1 and row.form and tokens[0][0].lstrip("0") == str(table.rows.index(row.form) + 1):
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
    if first.is_dash or not first.text.startswith(code):
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


def _strangers(
    text: str, table: TableForm, before: FlatRow, gap: tuple[int, int], rows: tuple[RowForm, RowForm]
) -> Iterator[FlatRow]:
    """Rows between two that are told: misprinted ones, by the form's rows that are missing there, and the report's
    own."""
    first, last = (table.rows.index(row) for row in rows)
    missing = list(table.rows[first + 1 : last])
    for match in _STRANGER.finditer(text, *gap):
        label = match["label"].strip(" \t\n—–-")
        if len(_HAN.findall(label)) < _SHORTEST or is_group(label, table.family):
            continue
        zone = read_zone(text, match.start("figures"), match.end("figures"), last=True)
        name = nearest(label, [(each, row.name) for row in missing for each in row.labels])
        form = next((row for row in missing if row.name == name), None)
        if form:
            del missing[: missing.index(form) + 1]
        row = _cut(
            table, FlatRow(form, form.labels[0] if form else label, before.columns, zone, match.start()), (False, True)
        )
        if form or len(row.ways) == 1:
            yield row
