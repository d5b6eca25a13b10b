"""The header cells over one column, and which column of a form they name, misprinted or not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from govreports.parsing.tables.cells import is_value_like
from govreports.parsing.tables.forms import ColumnForm, TableForm, families
from govreports.parsing.tables.index import NOTHING, Role, columns_of, role_of
from govreports.parsing.tables.labels import keys, nearest
from govreports.parsing.years import read_year

Taken = tuple[str, str, str, int | None]
"""A form's column, and the year printed over it, that a place in the grid has."""

_YEAR_BEGINS = frozenset("2２二")


class HeaderCell(NamedTuple):
    """A cell of a header: its number, its text and what that may mean."""

    number: int
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Misprints:
    """Header cells that are a form's but for a few characters: what columns they may be, or which group of columns."""

    columns: Mapping[str, Role]
    groups: Mapping[str, str]


def misprinted_cells(stacks: Mapping[int, list[HeaderCell]], family: str) -> Misprints:
    """The header cells that no form knows, but one nearly has."""
    every = [placed for stack in stacks.values() for placed in stack]
    strangers = dict.fromkeys(
        placed.text for placed in every if placed.role is NOTHING and not is_value_like(placed.text)
    )
    if not strangers:
        return Misprints({}, {})
    named = {column.key for placed in every for _, column in placed.role.columns}
    missing = [(table, c) for table in families()[family] for c in table.columns if c.key not in named or c.under]
    groups = [(group, group) for table in families()[family] for group in table.column_groups]
    columns: dict[str, Role] = {}
    over: dict[str, str] = {}
    for text in strangers:
        if name := nearest(text, [(label, _name(column)) for _, column in missing for label in column.labels]):
            columns[text] = Role(columns=tuple((table, each) for table, each in missing if _name(each) == name))
        elif group := nearest(text, groups):
            over[text] = group
    return Misprints(columns, over)


def _name(column: ColumnForm) -> str:
    """What a column is told by: columns of one label in several groups (结果维持) by the label, the group tells them
    apart."""
    return column.labels[0] if column.under else column.key


def printed_year(printed: str) -> int | None:
    """The year a header prints; most print none."""
    return None if _YEAR_BEGINS.isdisjoint(printed) else read_year(printed)


def read_stacks(cells: Iterable[tuple[int, int, str]]) -> Mapping[int, list[HeaderCell]]:
    """The header cells over each column, from the top."""
    stacks: dict[int, list[HeaderCell]] = {}
    for number, (place, width, text) in enumerate(cells):
        cell = HeaderCell(number, text, NOTHING if is_value_like(text) else role_of(text))
        for covered in range(place, place + width):
            stacks.setdefault(covered, []).append(cell)
    return stacks


def fitting(
    stack: Sequence[HeaderCell], family: str, taken: set[Taken], misprinted: Misprints
) -> tuple[tuple[TableForm, ColumnForm], ...]:
    """The columns of the family's forms that a stack of header cells names: the lowest cell that names one, or two
    cells that name one together. Of several of one form, the one whose group stands above, else the first not taken."""
    for at in range(len(stack) - 1, -1, -1):
        for text in (stack[at].text, stack[at - 1].text + stack[at].text if at else ""):
            found = _named(text, family, misprinted) if text else ()
            if found:
                above = [misprinted.groups.get(each.text, each.text) for each in stack[:at]]
                return tuple(_one_each(found, above, printed_year(stack[at].text), taken))
        role = stack[at].role
        if role.unit_header or role.label_header or role.number_header:
            return ()
    return ()


def _named(text: str, family: str, misprinted: Misprints) -> tuple[tuple[TableForm, ColumnForm], ...]:
    role = misprinted.columns.get(text)
    return role.columns if role else columns_of(text, family)


def _one_each(
    found: Sequence[tuple[TableForm, ColumnForm]], above: Sequence[str], year: int | None, taken: set[Taken]
) -> Iterator[tuple[TableForm, ColumnForm]]:
    """Of each table the first column that is not taken; where some are under the group that stands above, of those."""
    over = {key for text in above for key in keys(text)} if any(column.under for _, column in found) else set()
    chosen: dict[TableForm, tuple[bool, ColumnForm | None]] = {}
    for table, column in found:
        is_under = column.under is not None and not over.isdisjoint(keys(column.under))
        free = column if (table.form, table.name, column.key, year) not in taken else None
        before = chosen.get(table)
        if before is None or is_under > before[0] or (is_under == before[0] and before[1] is None):
            chosen[table] = (is_under, free)
    yield from ((table, column) for table, (_, column) in chosen.items() if column)
