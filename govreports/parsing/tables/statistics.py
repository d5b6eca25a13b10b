"""Cells of tables → statistics, with the headlines that a form gives only in parts.

One statement of each indicator, period and scope is preferred: a number in a table before the prose, a printed cell
before a sum of cells, of several the first. A blank or a dash is preferred only where nothing else states it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from govreports.model.document import Document
from govreports.model.report import Period, Scope, Statistic
from govreports.parsing.headline_table import headline_table
from govreports.parsing.tables.reading import FormTable, ReadCell

Key = tuple[str, Period, Scope]


def with_tables(prose: Sequence[Statistic], document: Document, tables: Sequence[FormTable]) -> tuple[Statistic, ...]:
    """The statistics of the prose, then one for every cell of the tables, then the headlines derived from them; one of
    each indicator, period and scope preferred."""
    if not tables:
        return tuple(prose)
    cells = [(cell, _scope(table, cell)) for table in tables for cell in _cells(table)]
    taken = {key for cell, scope in cells if cell.value.value is not None and (key := _key_of(cell, scope))}
    parts = [part for table in tables for part in _derived(table)]
    taken.update((part.indicator, part.period, part.scope) for part in parts)
    kept = [
        replace(each, preferred=False)
        if each.preferred and (each.indicator, each.period, each.scope) in taken
        else each
        for each in prose
    ]
    stated = {(each.indicator, each.period, each.scope) for each in kept if each.preferred}
    found: list[Statistic] = []
    for cell, scope in cells:
        key = _key_of(cell, scope)
        # The first of its key; a cell that states nothing only where nothing else does.
        first = key is not None and key not in stated and (cell.value.value is not None or key not in taken)
        if first and key:
            stated.add(key)
        found.append(_statistic(document, cell, scope, first))
    for part in parts:
        first = (part.indicator, part.period, part.scope) not in stated
        stated.add((part.indicator, part.period, part.scope))
        found.append(_headline(part, first))
    return (*kept, *found)


def _cells(table: FormTable) -> Iterator[ReadCell]:
    """A table's cells. What counts a quarter or a year, whichever was meant (本期实际), counted the year where it is
    what the year's own column says."""
    periods = {cell.column: cell.slot.form.period for cell in table.cells}
    if "unclear" not in periods.values():
        yield from table.cells
        return
    values = {place: cell.value.value for place, cell in table.by_place().items()}
    of_year = next((column for column, period in periods.items() if period == "year"), "")
    year = {row: value for (row, column), value in values.items() if column == of_year and value is not None}
    same = {
        column
        for column, period in periods.items()
        if period == "unclear" and year and all(values.get((row, column)) == value for row, value in year.items())
    }
    for cell in table.cells:
        if cell.column in same:
            form = replace(cell.slot.form, period="year")
            cell = cell._replace(slot=replace(cell.slot, form=form))
        yield cell


def _scope(table: FormTable, cell: ReadCell) -> Scope:
    """The scope of a cell: its column's where the form parts its columns by bodies, else what the words around the
    table say."""
    form = cell.slot.form
    return form.scope if table.scope is None or form.optional else table.scope


def _key_of(cell: ReadCell, scope: Scope) -> Key | None:
    period: Period = "other" if cell.other_year else cell.slot.form.period
    return (cell.slot.indicator, period, scope) if cell.slot.indicator else None


def _statistic(document: Document, cell: ReadCell, scope: Scope, preferred: bool) -> Statistic:
    where, value, printed = cell.slot, cell.value, cell.cell
    start, end = cell.start, cell.end
    indicator = where.indicator
    headline = headline_table().get(indicator) if indicator else None
    origin = printed.origin if printed else None
    # By place, in the order of the class: there are hundreds in a report.
    return Statistic(
        indicator,
        headline.label if headline else cell.label,
        value.value,
        cell.measure,
        value.as_stated,
        value.qualifier,
        value.stated,
        "other" if cell.other_year else where.form.period,
        scope,
        preferred,
        start,
        end,
        None if start is None else document.text[start:end],
        (),
        cell.table,
        printed.row if printed else None,
        printed.column if printed else None,
        origin.pdf_page if origin else None,
        origin.box if origin else None,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A headline with the cells that it is the sum of."""

    indicator: str
    of: tuple[str, ...]
    cells: tuple[ReadCell, ...]
    value: Decimal
    scope: Scope

    @property
    def period(self) -> Period:
        """The period of its cells."""
        return "other" if self.cells[0].other_year else self.cells[0].slot.form.period


def _derived(table: FormTable) -> Iterator[_Part]:
    """Headlines as sums of cells; none where a cell of the sum is not there or holds no number."""
    by_name: dict[str, ReadCell] = {}
    for cell in table.cells:
        if cell.slot.indicator:
            by_name.setdefault(cell.slot.indicator, cell)
    for derived in table.form.derived:
        cells = tuple(by_name[name] for name in derived.sum if name in by_name)
        values = [cell.value.value for cell in cells if cell.value.value is not None]
        if derived.indicator not in by_name and len(values) == len(derived.sum):
            yield _Part(derived.indicator, derived.sum, cells, sum(values[1:], values[0]), _scope(table, cells[0]))


def _headline(part: _Part, preferred: bool) -> Statistic:
    return Statistic(
        indicator=part.indicator,
        label=headline_table()[part.indicator].label,
        value=part.value,
        measure=part.cells[0].measure,
        as_stated=None,
        qualifier=next((cell.value.qualifier for cell in part.cells if cell.value.qualifier != "exact"), "exact"),
        stated="number",
        period=part.period,
        scope=part.scope,
        preferred=preferred,
        start=None,
        end=None,
        quote=None,
        derived_from=part.of,
        table=part.cells[0].table,
    )
