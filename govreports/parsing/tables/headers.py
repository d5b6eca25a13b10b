"""Header rows, and which column of a form each column of a grid is: told by what stands over it, never by its place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from govreports.parsing.tables.forms import ColumnForm, TableForm
from govreports.parsing.tables.grid import GridRow
from govreports.parsing.tables.index import Role
from govreports.parsing.tables.labels import printed_measure
from govreports.parsing.tables.stacks import Taken, fitting, misprinted_cells, printed_year, read_stacks

_FAR = 10_000
"""A column no table reaches."""


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


def read_header(rows: Sequence[GridRow], family: str) -> Header | None:
    """The columns under header rows, as a family has them; None where no column of values is told."""
    cells = [placed for row in rows for placed in row.own if placed.text]
    return _read_header(tuple((each.cell.column, each.cell.colspan, each.text) for each in cells), family)


@lru_cache(maxsize=1024)
def _read_header(cells: tuple[tuple[int, int, str], ...], family: str) -> Header | None:
    """`read_header` of cells by place, width and text from the top: most reports print one and the same."""
    stacks = read_stacks(cells)
    columns: list[Column] = []
    labels: list[int] = []
    units: list[int] = []
    ignored: set[int] = set()
    taken: set[Taken] = set()
    begun: set[int] = set()
    misprinted = misprinted_cells(stacks, family)
    for place in sorted(stacks):
        stack = stacks[place]
        roles = [placed.role for placed in stack]
        fits = fitting(stack, family, taken, misprinted)
        # A header cell over several columns of values that no row parts is one column.
        if fits and stack[-1].number not in begun:
            begun.add(stack[-1].number)
            printed = " ".join(placed.text for placed in stack)
            year = printed_year(printed)
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


def _is_column(role: Role, family: str) -> bool:
    return any(table.family == family for table, _ in role.columns)
