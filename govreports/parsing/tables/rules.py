"""Soft rules of the tables: what can hardly be otherwise, a measure that is likely another, a table not whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from govreports.model.finding import Finding, Span
from govreports.parsing.tables.forms import AtMost
from govreports.parsing.tables.reading import FormTable, ReadCell

Cells = Mapping[str, ReadCell]


def rule_findings(tables: Sequence[FormTable]) -> Iterator[Finding]:
    """Warnings about figures that contradict each other (`rule-broken`) or their measure (`measure-suspect`), and what
    a reader must know of the tables' forms (`form-mixed`, `table-incomplete`, `header-lost`, `label-misprinted`)."""
    yield from _mixed(tables)
    for table in tables:
        yield from _incomplete(table)
        yield from _print(table)
        columns = list(_columns(table))
        for cells in columns:
            yield from _at_most(table.form.at_most, cells)
            yield from _suspects(table, cells)
        yield from _cumulative(columns)


def spans(cells: Iterable[ReadCell]) -> tuple[Span, ...]:
    """Where cells stand; those that print nothing stand nowhere."""
    return tuple(Span(each.start, each.end) for each in cells if each.start is not None and each.end is not None)


def _columns(table: FormTable) -> Iterator[Cells]:
    """The cells of each period and scope by their indicator."""
    found: dict[tuple[str, str, str], dict[str, ReadCell]] = {}
    for cell in table.cells:
        if cell.slot.indicator:
            form = cell.slot.form
            key = (form.period, form.scope, "" if form.name else form.key)
            found.setdefault(key, {}).setdefault(cell.slot.indicator, cell)
    yield from found.values()


def _at_most(rules: Iterable[AtMost], cells: Cells) -> Iterator[Finding]:
    for rule in rules:
        lower, upper = _total(rule.lower, cells), _total(rule.upper, cells)
        if lower is not None and upper is not None and lower > upper:
            names = (*rule.lower, *rule.upper)
            message = f"{' + '.join(rule.lower)} is {lower}, more than {' + '.join(rule.upper)}, {upper}."
            yield Finding("rule-broken", "warning", message, names, spans(cells[name] for name in names))


def _total(names: Iterable[str], cells: Cells) -> Decimal | None:
    """The sum of some indicators; None where one is not there or holds no number."""
    total = Decimal(0)
    for name in names:
        if name not in cells or (value := cells[name].value.value) is None:
            return None
        total += value
    return total


def _suspects(table: FormTable, cells: Cells) -> Iterator[Finding]:
    for suspect in table.form.suspects:
        cell = cells.get(suspect.indicator)
        if cell is None or cell.value.value is None or cell.measure != suspect.measure:
            continue
        value = cell.value.value
        too_much = suspect.above is not None and value > suspect.above
        if too_much or (suspect.below is not None and 0 < value < suspect.below):
            message = f"{suspect.indicator} is {value}{suspect.measure}: that measure is doubtful."
            yield Finding("measure-suspect", "warning", message, (suspect.indicator,), spans([cell]))


def _cumulative(columns: Sequence[Cells]) -> Iterator[Finding]:
    """What was counted in all years is no less than what was counted in one."""
    of_year = next((cells for cells in columns if _period(cells) == "year"), {})
    of_all = next((cells for cells in columns if _period(cells) == "cumulative"), {})
    for name, cell in of_year.items():
        other = of_all.get(name)
        year, total = cell.value.value, other.value.value if other else None
        if other and year is not None and total is not None and year > total and not cell.other_year:
            message = f"{name} is {year} in the year, more than {total} in all years."
            yield Finding("rule-broken", "warning", message, (name,), spans([cell, other]))


def _period(cells: Cells) -> str | None:
    return next((cell.slot.form.period for cell in cells.values()), None)


def _mixed(tables: Sequence[FormTable]) -> Iterator[Finding]:
    forms = list(dict.fromkeys(table.form.form for table in tables))
    borrowed = [cell for table in tables for cell in table.cells if cell.slot.borrowed]
    if len(forms) > 1:
        which = ", ".join(f"{table.form.name} in that of {table.form.form}" for table in tables)
        yield Finding("form-mixed", "warning", f"The tables follow different forms: {which}.")
    if borrowed:
        names = tuple(dict.fromkeys(cell.slot.indicator for cell in borrowed if cell.slot.indicator))
        message = f"Rows or columns of another form stand in a table: {', '.join(names[:3])}."
        yield Finding("form-mixed", "warning", message, names, spans(borrowed))


def _incomplete(table: FormTable) -> Iterator[Finding]:
    there = {cell.slot.indicator for cell in table.cells}
    missing = tuple(name for name in table.form.indicators() if name not in there)
    if missing:
        message = (
            f"{table.form.name} of {table.form.form} lacks {len(missing)} of its {len(table.form.indicators())} cells."
        )
        yield Finding("table-incomplete", "warning", message, missing)


def _print(table: FormTable) -> Iterator[Finding]:
    if table.lost_header:
        message = f"{table.form.name} has no header: its columns are taken in the form's order."
        yield Finding("header-lost", "warning", message)
    for label, cell in table.misprinted:
        yield Finding("label-misprinted", "info", f"{label} is read as {cell.label}.", evidence=spans([cell]))
