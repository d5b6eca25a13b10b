"""Header rows, and which column of a form each column of a grid is: told by what stands over it, never by its place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from govreports.parsing.tables.cells import is_value_like
from govreports.parsing.tables.forms import ColumnForm, TableForm, families
from govreports.parsing.tables.grid import GridRow
from govreports.parsing.tables.index import NOTHING, Role, columns_of, role_of
from govreports.parsing.tables.labels import keys, nearest, printed_measure
from govreports.parsing.years import read_year

Taken = tuple[str, str, str, int | None]
"""A form's column, and the year printed over it, that a place in the grid has."""

_FAR = 10_000
"""A column no table reaches."""


_YEAR_BEGINS = frozenset("2２二")
_TELLING = 6
"""Characters of a column's label that no other table has."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: where it stands in the grid, its key (the forms', with the year where a table gives the
    column for several), which columns of the family's forms it may be (in each form at most one), the measure and the
    year its header prints."""

    place: int
    key: str
    forms: tuple[tuple[TableForm, ColumnForm], ...]
    measure: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Header:
    """The columns that stand under some header rows: those of values in their order in the grid, those of labels,
    those of measures, those of numbers and notes that hold nothing to read."""

    family: str
    columns: tuple[Column, ...]
    labels: tuple[int, ...]
    units: tuple[int, ...]
    ignored: frozenset[int]

    @property
    def tells(self) -> bool:
        """Whether the header alone tells the table: a long label of a column stands in it."""
        return any(
            len(label) >= _TELLING for each in self.columns for _, form in each.forms for label in form.labels[:1]
        )

    @property
    def sides(self) -> tuple[tuple[Column, ...], ...]:
        """The columns of values that share their labels: a table printed in two halves has two sides."""
        found: list[list[Column]] = [[]]
        for column in self.columns:
            if found[-1] and any(found[-1][-1].place < label < column.place for label in self.labels):
                found.append([])
            found[-1].append(column)
        return tuple(map(tuple, found))

    def reach(self, side: int) -> range:
        """The places of a side with its labels, which stand left of its values or, if none stands left of any, right
        of them."""
        sides = self.sides
        if not self.labels or self.labels[0] < self.columns[0].place:
            first = sides[side - 1][-1].place + 1 if side else 0
            return range(first, sides[side][-1].place + 1 if side + 1 < len(sides) else _FAR)
        return range(sides[side][0].place, sides[side + 1][0].place if side + 1 < len(sides) else _FAR)


def is_header(row: GridRow) -> bool:
    """Whether a row heads columns: it names some, and holds no figure. A label that may be a row's as well (总计, 其他)
    does not tell by itself; a row of one cell alone is a title (2013年度)."""
    texts = [placed for placed in row.own if placed.text]
    if len(row.own) == 1 and not row.above:
        return False
    if len(texts) == 1 and texts[0] is row.own[0] and not texts[0].role.label_header:
        return False  # the rest of a label that a page break cut: 申请|总数
    telling = doubtful = 0
    for placed in row.own:
        if placed.value_like:
            if placed.text and any(character.isdigit() for character in placed.text):
                return False
            continue
        role = placed.role
        if role.rows or role.groups:
            doubtful += bool(role.columns)
        elif role.columns or role.column_groups or (role.label_header and placed is row.own[0]):
            telling += 1
    return telling > 0 or doubtful > 1


def families_named(rows: Iterable[GridRow]) -> Counter[str]:
    """How many columns, groups of columns and heads of labels of each family some header rows name."""
    found: Counter[str] = Counter()
    for row in rows:
        for placed in row.own:
            found.update(placed.role.header_families)
    return found


class _HeaderCell(NamedTuple):
    """A cell of a header: its number, its text and what that may mean."""

    number: int
    text: str
    role: Role


def read_header(rows: Sequence[GridRow], family: str) -> Header | None:
    """The columns under header rows, as a family has them; None where no column of values is told."""
    cells = [placed for row in rows for placed in row.own if placed.text]
    return _read_header(tuple((each.cell.column, each.cell.colspan, each.text) for each in cells), family)


@lru_cache(maxsize=1024)
def _read_header(cells: tuple[tuple[int, int, str], ...], family: str) -> Header | None:
    """`read_header` of cells by place, width and text from the top: most reports print one and the same."""
    stacks = _stacks(cells)
    columns: list[Column] = []
    labels: list[int] = []
    units: list[int] = []
    ignored: set[int] = set()
    taken: set[Taken] = set()
    begun: set[int] = set()
    misprinted = _misprinted(stacks, family)
    for place in sorted(stacks):
        stack = stacks[place]
        roles = [placed.role for placed in stack]
        fits = _fitting(stack, family, taken, misprinted)
        # A header cell over several columns of values that no row parts is one column.
        if fits and stack[-1].number not in begun:
            begun.add(stack[-1].number)
            printed = " ".join(placed.text for placed in stack)
            year = _year(printed)
            key = fits[0][1].key
            if any(column.key == key for column in columns):
                key = f"{key} {year}" if year else key
            taken.update((table.form, table.name, column.key, year) for table, column in fits)
            columns.append(Column(place, key, fits, printed_measure(printed), year))
        elif fits or any(role.number_header or _is_column(role, family) for role in roles):
            ignored.add(place)
        elif any(role.unit_header for role in roles):
            units.append(place)
        else:
            labels.append(place)
            if columns and any(role.label_header for role in roles):
                # The second half of a table printed in two.
                taken.clear()
    return Header(family, tuple(columns), tuple(labels), tuple(units), frozenset(ignored)) if columns else None


@dataclass(frozen=True, slots=True)
class _Misprints:
    """Header cells that are a form's but for a few characters: what columns they may be, or which group of columns."""

    columns: Mapping[str, Role]
    groups: Mapping[str, str]


def _misprinted(stacks: Mapping[int, list[_HeaderCell]], family: str) -> _Misprints:
    every = [placed for stack in stacks.values() for placed in stack]
    strangers = dict.fromkeys(
        placed.text for placed in every if placed.role is NOTHING and not is_value_like(placed.text)
    )
    if not strangers:
        return _Misprints({}, {})
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
    return _Misprints(columns, over)


def _name(column: ColumnForm) -> str:
    """What a column is told by: columns of one label in several groups (结果维持) by the label, the group tells them
    apart."""
    return column.labels[0] if column.under else column.key


def standard_header(table: TableForm, width: int) -> Header:
    """The header of a table that lost its own: the form's columns in their order, at the right of the grid."""
    first = width - len(table.usual_columns)
    columns = (
        Column(place, column.key, ((table, column),), None, None)
        for place, column in enumerate(table.usual_columns, first)
    )
    return Header(table.family, tuple(columns), tuple(range(first)), (), frozenset())


def moved(header: Header, by: int) -> Header:
    """The header over a grid that begins `by` columns further right: one whose first columns of labels were lost, or
    came twice, in a page break."""
    columns = tuple(replace(each, place=each.place + by) for each in header.columns)
    labels = tuple(place + by for place in header.labels if place + by >= 0)
    units = tuple(place + by for place in header.units)
    return Header(header.family, columns, labels, units, frozenset(place + by for place in header.ignored))


def _year(printed: str) -> int | None:
    """The year a header prints; most print none."""
    return None if _YEAR_BEGINS.isdisjoint(printed) else read_year(printed)


def _stacks(cells: Iterable[tuple[int, int, str]]) -> Mapping[int, list[_HeaderCell]]:
    """The header cells over each column, from the top."""
    stacks: dict[int, list[_HeaderCell]] = {}
    for number, (place, width, text) in enumerate(cells):
        cell = _HeaderCell(number, text, NOTHING if is_value_like(text) else role_of(text))
        for covered in range(place, place + width):
            stacks.setdefault(covered, []).append(cell)
    return stacks


def _fitting(
    stack: Sequence[_HeaderCell], family: str, taken: set[Taken], misprinted: _Misprints
) -> tuple[tuple[TableForm, ColumnForm], ...]:
    """The columns of the family's forms that a stack of header cells names: the lowest cell that names one, or two
    cells that name one together. Of several of one form, the one whose group stands above, else the first not taken."""
    for at in range(len(stack) - 1, -1, -1):
        for text in (stack[at].text, stack[at - 1].text + stack[at].text if at else ""):
            found = _named(text, family, misprinted) if text else ()
            if found:
                above = [misprinted.groups.get(each.text, each.text) for each in stack[:at]]
                return tuple(_one_each(found, above, _year(stack[at].text), taken))
        role = stack[at].role
        if role.unit_header or role.label_header or role.number_header:
            return ()
    return ()


def _named(text: str, family: str, misprinted: _Misprints) -> tuple[tuple[TableForm, ColumnForm], ...]:
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


def _is_column(role: Role, family: str) -> bool:
    return any(table.family == family for table, _ in role.columns)
