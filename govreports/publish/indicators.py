"""The indicators and what feeds them: cells of forms, sums of cells, prose."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from govreports.model.report import Form
from govreports.parsing.tables.forms import ColumnForm, RowForm, TableForm, table_forms

_SHORT = 4
"""Terms that a sum may have to be written out where an indicator is but a part of it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a form that holds an indicator: the printed words of its row and columns (those of one row that differ
    in period alone hold one indicator), and its measure."""

    form: Form
    table: str
    row: str
    columns: tuple[str, ...]
    measure: str | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator, what its column adds to its name (None where the row alone names it), the cells that hold it, and
    the forms where it is a sum of other indicators."""

    name: str
    column: str | None
    cells: tuple[Cell, ...]
    sums: Mapping[Form, tuple[str, ...]]

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that have it."""
        return tuple(dict.fromkeys((*(cell.form for cell in self.cells), *self.sums)))


@cache
def groups() -> Mapping[str, tuple[Indicator, ...]]:
    """The indicators of all forms by the row they are named for: `requests.new` has one for each applicant."""
    members: dict[str, dict[str, str | None]] = {}
    cells: dict[str, list[Cell]] = {}
    sums: dict[str, dict[Form, tuple[str, ...]]] = {}
    for table in table_forms():
        for row in table.rows:
            for columns in _columns(table, row):
                name, column = table.indicator(row, columns[0]) or "", columns[0].name
                both = bool(row.name and column)
                members.setdefault(row.name if both else name, {}).setdefault(name, column if both else None)
                cells.setdefault(name, []).append(_cell(table, row, columns))
        for derived in table.derived:
            members.setdefault(derived.indicator, {}).setdefault(derived.indicator, None)
            sums.setdefault(derived.indicator, {})[table.form] = derived.sum
    return {
        group: tuple(
            Indicator(name, column, tuple(cells.get(name, ())), sums.get(name, {})) for name, column in names.items()
        )
        for group, names in members.items()
    }


def _cell(table: TableForm, row: RowForm, columns: Sequence[ColumnForm]) -> Cell:
    return Cell(
        form=table.form,
        table=table.name,
        row=_words(row.under, row.labels),
        columns=tuple(_words(column.under, column.labels) + _of(column) for column in columns),
        measure=row.measure or columns[0].measure or table.measure,
    )


def identities(group: str) -> Iterator[str]:
    """The sums and rules of the forms that a group's indicators take part in, each with its forms."""
    told: dict[str, dict[Form, None]] = {}
    for table in table_forms():
        for rule in table.sums:
            written = _written(rule.left, rule.right, group)
            if written:
                where = ", in every column" if rule.along == "column" and _named(table) else ""
                told.setdefault(written + where, {})[table.form] = None
            elif rule.along == "row" and _named(table) and table.row(group):
                written = f"{_sum(f'.{name}' for name in rule.left)} = {_sum(f'.{name}' for name in rule.right)}"
                told.setdefault(written, {})[table.form] = None
        for soft in table.at_most:
            if group in (*soft.lower, *soft.upper):
                told.setdefault(f"{_sum(soft.lower)} ≤ {_sum(soft.upper)}, as a rule", {})[table.form] = None
    for written, forms in told.items():
        yield f"{written} ({', '.join(forms)})"


def _columns(table: TableForm, row: RowForm) -> Iterator[list[ColumnForm]]:
    """The columns of a row, those together that hold one indicator in several periods."""
    by_name: dict[str, list[ColumnForm]] = {}
    for column in table.columns:
        if name := table.indicator(row, column):
            of_name = by_name.setdefault(name, [])
            if all(column.period != other.period for other in of_name):
                of_name.append(column)
    yield from by_name.values()


def _words(under: str | None, labels: tuple[str, ...]) -> str:
    return "／".join(word for word in (under, *labels[:1]) if word)


def _of(column: ColumnForm) -> str:
    return "" if column.period == "year" else f" ({column.period})"


def _named(table: TableForm) -> bool:
    """Whether indicators of a table are named for their row and their column."""
    return any(row.name for row in table.rows) and any(column.name for column in table.columns)


def _written(left: tuple[str, ...], right: tuple[str, ...], group: str) -> str | None:
    if group not in (*left, *right):
        return None
    if group in left or len(right) <= _SHORT:
        return f"{_sum(left)} = {_sum(right)}"
    return f"{_sum(left)} = … + `{group}` + …"


def _sum(names: Iterable[str]) -> str:
    return " + ".join(f"`{name}`" for name in names)
