"""Which row of a form each printed row is.

First the labels that are exactly a form's; then those that two rows make together, where a page break went through a
label; then, between rows already told and in the form's order, a misprinted one. What is left and holds a figure is a
local row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from govreports.parsing.tables.forms import RowForm, TableForm, families
from govreports.parsing.tables.index import is_group, names_exactly, role_of, without_groups
from govreports.parsing.tables.labels import folded, keys, nearest
from govreports.parsing.tables.printed import PrintedRow

_MOST_PIECES = 3
_NUMBERED_COLUMNS = 4
_SHORTEST_HALF = 3


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A printed row and its name in the forms of its family; None for a row that no form has. `misprinted` tells that
    its label is the form's but for some characters."""

    name: str | None
    printed: PrintedRow
    misprinted: bool = False


def read_rows(rows: Sequence[PrintedRow], family: str) -> list[list[ReadRow]]:
    """The rows of a family's tables that hold values, each with its name; headings and notes are left out. One list for
    each table: it ends where its rows begin again."""
    forms = families()[family]
    if not any(row.labels for table in forms for row in table.rows):
        return [_single(rows, forms)]
    rows = [row for row in rows if row.label or not row.is_empty]
    names = _exact(rows, family)
    bounds = [0, *_restarts(rows, names, forms), len(rows)]
    return [_read(rows[start:end], names[start:end], family) for start, end in pairwise(bounds)]


def _restarts(rows: Sequence[PrintedRow], names: Sequence[str | None], forms: Sequence[TableForm]) -> Iterator[int]:
    """Where a second table of the same family begins: at the form's first row, printed once more."""
    firsts = {form.rows[0].name for form in forms}
    seen: set[tuple[str, str]] = set()
    for at, (row, name) in enumerate(zip(rows, names, strict=True)):
        cells = {(name, key) for key, placed in row.cells.items() if placed} if name else set()
        if name in firsts and not seen.isdisjoint(cells):
            yield at
            seen = set()
        seen |= cells


def _read(rows: Sequence[PrintedRow], names: Sequence[str | None], family: str) -> list[ReadRow]:
    merged_rows, names = _joined(rows, names, family)
    misprinted = _misprinted(merged_rows, names, families()[family])
    found: list[ReadRow] = []
    for at, row in enumerate(merged_rows):
        name = names[at] or misprinted.get(at)
        if name is not None or _is_local(row):
            found.append(ReadRow(name, row, names[at] is None and at in misprinted))
    return found


def _single(rows: Iterable[PrintedRow], forms: Sequence[TableForm]) -> list[ReadRow]:
    """The only row of a table without labels: the first that holds values, most of them numbers, under its columns."""
    taken: set[str] = set()
    found: list[ReadRow] = []
    for row in sorted(rows, key=lambda each: each.is_empty):
        cells = [placed for placed in row.cells.values() if placed]
        if taken.isdisjoint(row.cells) and sum(placed.value_like for placed in cells) * 2 >= max(len(cells), 1):
            taken.update(row.cells)
            found.append(ReadRow(forms[0].rows[0].name, row))
    return found


def _exact(rows: Sequence[PrintedRow], family: str) -> list[str | None]:
    """The names that labels tell by themselves. Of several rows with one label (其他情形数) it is the one whose heading
    came last."""
    names: list[str | None] = []
    passed: dict[str, int] = {}
    for at, row in enumerate(rows):
        named = _named(row, family)
        if len({each.name for each in named}) > 1:
            named = _under(named, row, passed)
        names.append(named[0].name if named else None)
        parted = rows[at - 1].label + row.label if at and not names[at] and not names[at - 1] else ""
        for text in (*row.above, *row.labels, parted):
            passed.update(dict.fromkeys(keys(text), at))
    return names


def _named(row: PrintedRow, family: str) -> list[RowForm]:
    together = "".join(row.labels) if len(row.labels) > 1 else ""
    for text in (*reversed(row.labels), together):
        if not text or (text is not row.label and is_group(text, family)):
            continue  # （六）其他处理 beside a label is its group, though another form has it as a row
        if found := [each for table, each in role_of(text).rows if table.family == family]:
            return found
    return []


def _under(named: Sequence[RowForm], row: PrintedRow, passed: Mapping[str, int]) -> list[RowForm]:
    beside = {key for text in (*row.above, *row.labels[:-1]) for key in keys(text)}

    def nearness(form: RowForm) -> int:
        headings = keys(form.under) if form.under else ()
        if any(key in beside for key in headings):
            return 10**6
        return max((passed.get(key, -1) for key in headings), default=-1)

    return sorted(named, key=nearness, reverse=True)


def _joined(
    rows: Sequence[PrintedRow], names: Sequence[str | None], family: str
) -> tuple[list[PrintedRow], list[str | None]]:
    """The rows with those made one whose label a break parted; its values stand in one of the pieces."""
    joined: list[PrintedRow] = []
    named: list[str | None] = []
    at = 0
    while at < len(rows):
        if at + 1 < len(rows) and names[at] and names[at + 1]:
            # Both are told by themselves: nothing was parted here.
            joined.append(rows[at])
            named.append(names[at])
            at += 1
            continue
        pieces = next(
            (count for count in range(_MOST_PIECES, 1, -1) if _parted(rows[at : at + count], names, at, family)), 1
        )
        if pieces > 1:
            whole = "".join(row.label for row in rows[at : at + pieces])
            row = next((row for row in rows[at : at + pieces] if not row.is_empty), rows[at])
            joined.append(replace(row, labels=(*rows[at].labels[:-1], whole), above=rows[at].above))
            named.append(names_exactly([row.label for row in rows[at : at + pieces]], family))
        else:
            joined.append(rows[at])
            named.append(names[at])
        at += pieces
    return joined, named


def _parted(pieces: Sequence[PrintedRow], names: Sequence[str | None], at: int, family: str) -> bool:
    """Whether some rows are one that was parted: together their labels name a row, and only one of them holds values.
    A piece may name a row by itself (政府信息公开|收费减免金额), but not both of two."""
    labels = [piece.label for piece in pieces]
    if len(pieces) < 2 or not all(labels) or any(is_group(label, family) for label in labels):
        return False
    if sum(not piece.is_empty for piece in pieces) > 1 or len({p.measure for p in pieces if p.measure}) > 1:
        return False
    whole = names_exactly(labels, family)
    if whole is None:
        return False
    return names[at] is None or not any(names[at + 1 : at + len(pieces)])


def _misprinted(rows: Sequence[PrintedRow], names: Sequence[str | None], forms: Sequence[TableForm]) -> dict[int, str]:
    """Names of rows whose label is a form's but for a few characters, among the form's rows that are not yet found and
    stand between those that are. Where two are equally near nobody can tell."""
    unnamed = [at for at, row in enumerate(rows) if names[at] is None and _may_be_misprinted(row)]
    if not unnamed:
        return {}
    table = max(forms, key=lambda form: len({row.name for row in form.rows}.intersection(filter(None, names))))
    order = [row.name for row in table.rows]
    found: dict[int, str] = {}
    for at in unnamed:
        before = [order.index(name) for name in names[:at] if name in order]
        after = [order.index(name) for name in names[at + 1 :] if name in order]
        first = max([*before, *(order.index(name) for name in found.values())], default=-1) + 1
        missing = [row for row in table.rows[first : min(after, default=len(order))] if row.name not in names]
        if near := _nearest_row(rows[at].label, missing):
            found[at] = near
    return found


def _may_be_misprinted(row: PrintedRow) -> bool:
    return bool(row.label) and not role_of(row.label).groups and any(row.cells.values())


def _nearest_row(label: str, missing: Sequence[RowForm]) -> str | None:
    wanted = [(form_label, row.name) for row in missing for form_label in row.labels]
    return nearest(label, wanted) or nearest(without_groups(label), wanted) or _half(label, wanted)


def _half(label: str, wanted: Sequence[tuple[str, str]]) -> str | None:
    """The name of the only label that a printed one begins: a page break took the rest."""
    printed = folded(label)
    found = {name for each, name in wanted if folded(each).startswith(printed)}
    return found.pop() if len(printed) >= _SHORTEST_HALF and len(found) == 1 else None


def _is_local(row: PrintedRow) -> bool:
    """Whether a row that no form has is a figure of this report's own: it has a label, and a number under a column."""
    if not row.label or role_of(row.label).groups:
        return False
    figures = [placed.text for placed in row.cells.values() if placed and placed.value_like and placed.text]
    return any(character.isdigit() for text in figures for character in text) and not _counts_columns(figures)


def _counts_columns(figures: Sequence[str]) -> bool:
    """Whether figures only number the columns: 1, 2, 3 … or 4, 5, 6 …"""
    if len(figures) < _NUMBERED_COLUMNS or not all(text.isdecimal() for text in figures):
        return False
    first = int(figures[0])
    return [int(text) for text in figures] == list(range(first, first + len(figures)))
