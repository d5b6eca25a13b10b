"""The rows of a flattened table: each label of a form in its order, with the figures behind it, cut or to be cut."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from govreports.parsing.numbers import fold
from govreports.parsing.tables.flatcuts import FlatRow, cut_row
from govreports.parsing.tables.forms import ColumnForm, RowForm, TableForm
from govreports.parsing.tables.index import is_group
from govreports.parsing.tables.labels import nearest, printed_number
from govreports.parsing.tables.lines import Mark, chain
from govreports.parsing.tables.zones import Zone, before_number, read_zone

_FEWEST_ROWS = 2
_LEAST_SHARE = 0.25
"""Of a form's rows, which must stand in a text for it to hold the table."""
_CODE = re.compile(r"(\d{2})\s*[、.]?\s*(?:其中[:：]?\s*)?$")
_TWO_DIGITS = re.compile(r"\d{2}")
_CODE_BEFORE = 12
_MOST_CODED = 0.6
_FEWEST_COLUMNS = 8
"""Labels of columns that tell a table without labels for its rows."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_SHORTEST = 2
_STRANGER = re.compile(r"(?P<label>[^\d\s][^\d\n。]{0,58}?)\s*(?P<figures>\d[\d \t\-—–/.]*)(?=\D|$)")


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
                return [cut_row(table, FlatRow(table.rows[0], "", table.usual_columns, zone, begin), (False, True))]
            seen, begin = 0, end
    return []


def _labelled(text: str, table: TableForm, marks: Sequence[Mark], end: int) -> list[FlatRow]:
    chosen = chain(text, marks, table)
    if len(chosen) < max(_FEWEST_ROWS, len(table.rows) * _LEAST_SHARE):
        return []
    numbering = _numbering(text, chosen)
    coded = _codes_place(text, chosen, end) if table.coded else None
    found: list[FlatRow] = []
    for (mark, row), following in zip(chosen, [*chosen[1:], None], strict=True):
        until = next((each for each in marks if each.start >= mark.end), None)
        number = None
        if following and until is following[0] and following[1].labels:
            number = printed_number(following[1].labels[0])
        stop = until.start if until else end
        if coded == "before" and until and (code := _CODE.search(text, mark.end, until.start)):
            stop = code.start(1)
        zone = read_zone(text, mark.end, stop, number, last=until is None)
        if coded == "behind":
            zone = _without_code(zone, table.rows.index(row) + 1)
        columns = _order(table, row, marks, {id(each) for each, _ in chosen}, mark)
        found.append(cut_row(table, FlatRow(row, row.labels[0], columns, zone, mark.start), numbering))
        if following:
            own_number = printed_number(following[1].labels[0]) if following[1].labels else None
            gap = (zone.words, before_number(text, zone.words, following[0].start, own_number)[0])
            found.extend(_strangers(text, table, found[-1], gap, (row, following[1])))
    return found


def _codes_place(text: str, chosen: Sequence[tuple[Mark, RowForm]], end: int) -> Literal["before", "behind"] | None:
    """Where the rows' codes are printed: before their labels, when what stands before the next label is its code and no
    figure, or behind them. They count upwards; what stands behind comes first in doubt."""
    stops = [*(mark.start for mark, _ in chosen[1:]), end]
    behind = (
        read_zone(text, mark.end, stop, last=True).atoms[:1] for (mark, _), stop in zip(chosen, stops, strict=True)
    )
    if _counts_up(
        [int(atoms[0].text[:2]) for atoms in behind if atoms and _TWO_DIGITS.match(atoms[0].text)], len(chosen)
    ):
        return "behind"
    before = (_CODE.search(text, max(0, mark.start - _CODE_BEFORE), mark.start) for mark, _ in chosen)
    return "before" if _counts_up([int(code[1]) for code in before if code], len(chosen)) else None


def _without_code(zone: Zone, code: int) -> Zone:
    """A row's figures without its code, where that stands apart: alone it says that the row is blank."""
    if zone.tokens and fold(zone.tokens[0][0]) == f"{code:02}":
        return replace(zone, tokens=zone.tokens[1:])
    return zone


def _counts_up(codes: Sequence[int], rows: int) -> bool:
    return sum(other == one + 1 for one, other in pairwise(codes)) >= rows * _MOST_CODED


def _numbering(text: str, chosen: Sequence[tuple[Mark, RowForm]]) -> tuple[bool, ...]:
    """Whether the Arabic numbers of labels are printed without a point, so that their digits may be taken for figures:
    told by labels that stand behind other words. (False, True) where nothing tells."""
    told: set[bool] = set()
    for mark, row in chosen:
        if (number := printed_number(row.labels[0])) is None:
            continue
        before = fold(text[max(0, mark.start - 6) : mark.start]).rstrip()
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
        row = cut_row(
            table, FlatRow(form, form.labels[0] if form else label, before.columns, zone, match.start()), (False, True)
        )
        if form or len(row.ways) == 1:
            yield row
