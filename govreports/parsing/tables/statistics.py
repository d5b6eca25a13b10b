"""Cells of tables → statistics, with the headlines that a form gives only in parts.

One statement of each indicator, period and scope is preferred: a number in a table before the prose, a printed cell
before a sum of cells, of several the first. A blank or a dash is preferred only where nothing else states it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from govreports.model.document import Document
from govreports.model.report import Period, Scope, Statistic
from govreports.parsing.headline_table import headline_table
from govreports.parsing.tables.reading import FormTable, ReadCell

Key = tuple[str, Period, Scope]


def with_tables(prose: Sequence[Statistic], document: Document, tables: Iterable[FormTable]) -> tuple[Statistic, ...]:
    """The statistics of the prose, then one for every cell of the tables, behind those of each table the headlines
    derived from them; one of each indicator, period and scope preferred."""
    cells: list[Statistic] = []
    derived: list[Statistic] = []
    for table in tables:
        own = [_statistic(document, cell) for cell in table.cells]
        cells.extend(own)
        derived.extend(_derived(table, own))
    if not cells:
        return tuple(prose)
    chosen: dict[Key, Statistic] = {}
    for statistic in (*cells, *derived):
        if statistic.indicator and statistic.value is not None:
            chosen.setdefault(_key(statistic, statistic.indicator), statistic)
    kept = [
        replace(statistic, preferred=False)
        if statistic.preferred and statistic.indicator and _key(statistic, statistic.indicator) in chosen
        else statistic
        for statistic in prose
    ]
    for statistic in kept:
        if statistic.preferred and statistic.indicator:
            chosen[_key(statistic, statistic.indicator)] = statistic
    for statistic in cells:
        if statistic.indicator:
            chosen.setdefault(_key(statistic, statistic.indicator), statistic)
    preferred = set(map(id, chosen.values()))
    return (*kept, *(_preferred(each) if id(each) in preferred else each for each in (*cells, *derived)))


def _key(statistic: Statistic, indicator: str) -> Key:
    return indicator, statistic.period, statistic.scope


def _preferred(statistic: Statistic) -> Statistic:
    return replace(statistic, preferred=True)


def _statistic(document: Document, cell: ReadCell) -> Statistic:
    indicator, form, printed = cell.slot.indicator, cell.slot.form, cell.cell
    headline = headline_table().get(indicator) if indicator else None
    return Statistic(
        indicator=indicator,
        label=headline.label if headline else cell.label,
        value=cell.value.value,
        measure=cell.measure,
        as_stated=cell.value.as_stated,
        qualifier=cell.value.qualifier,
        stated=cell.value.stated,
        period="other" if cell.other_year else form.period,
        scope=form.scope,
        preferred=False,
        start=cell.start,
        end=cell.end,
        quote=None if cell.start is None else document.text[cell.start : cell.end],
        table=cell.table,
        row=printed.row if printed else None,
        column=printed.column if printed else None,
        pdf_page=printed.origin.pdf_page if printed else None,
        box=printed.origin.box if printed else None,
    )


def _derived(table: FormTable, cells: Sequence[Statistic]) -> Iterator[Statistic]:
    """Headlines as sums of cells; none where a cell of the sum is not there or holds no number."""
    by_name: dict[str, Statistic] = {}
    for cell in cells:
        if cell.indicator:
            by_name.setdefault(cell.indicator, cell)
    for derived in table.form.derived:
        parts = [by_name[name] for name in derived.sum if name in by_name]
        values = [part.value for part in parts if part.value is not None]
        if derived.indicator in by_name or len(values) < len(derived.sum):
            continue
        yield Statistic(
            indicator=derived.indicator,
            label=headline_table()[derived.indicator].label,
            value=sum(values[1:], values[0]),
            measure=parts[0].measure,
            as_stated=None,
            qualifier=next((part.qualifier for part in parts if part.qualifier != "exact"), "exact"),
            stated="number",
            period=parts[0].period,
            scope=parts[0].scope,
            preferred=False,
            start=None,
            end=None,
            quote=None,
            derived_from=derived.sum,
            table=parts[0].table,
        )
