"""The cells a form has: what each counts, in which measure, under which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from govreports.parsing.tables.forms import ColumnForm, RowForm, TableForm


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A cell of a form: the name of its row there (None for a local row), its column, its indicator (None where no form
    has one), its words, its measure, and whether its form is another than its table's."""

    row: str | None
    form: ColumnForm
    indicator: str | None
    label: str
    measure: str | None
    borrowed: bool = False


@lru_cache(maxsize=4096)
def slot(table: TableForm, row: str | None, columns: tuple[tuple[TableForm, ColumnForm], ...]) -> Slot:
    """The cell in which a row and a column of a table meet; of a table that borrows them from another form of its
    family, that form's."""
    own = [(form, column) for form, column in columns if form is table]
    for form, column in (*own, *columns):
        found = form.row(row) if row is not None else None
        if found and (indicator := form.indicator(found, column)):
            measure = found.measure or column.measure or form.measure
            return Slot(row, column, indicator, _words(form, found, column), measure, form is not table)
    form, column = (*own, *columns)[0]
    known = next((found for each in (table, form) if row is not None and (found := each.row(row))), None)
    return Slot(row, column, None, _words(form, known, column), column.measure or table.measure)


def _words(table: TableForm, row: RowForm | None, column: ColumnForm) -> str:
    """The form's own words for a cell: row and column, the latter with its group where the row has no label."""
    words: Sequence[str] = row.labels[:1] if row else ()
    if len(table.columns) > 1:
        words = (*words, *((column.under,) if column.under and not words else ()), column.labels[0])
    return "／".join(words)
