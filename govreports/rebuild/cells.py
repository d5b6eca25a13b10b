"""Which cells of the panel changed between two readings of the same reports."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govreports.model.record import Record, StatisticRecord

OWN_WAY = frozenset({"statistics", "version"})
"""Fields that are not compared as such: statistics go cell by cell, and a version counts texts."""

SHORT = 60
"""Characters of a value that are shown."""

Cell = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class CellChange:
    """A value that another reading gives otherwise. `name` is the indicator (with period and scope where they are not
    the year's own), or for what is no statistic the field of the record; `old` and `new` are None for a cell, or a
    whole report, that was not there or is no more."""

    report: str
    unit: str | None
    year: int | None
    name: str
    old: str | None
    new: str | None


def cell_changes(before: Mapping[str, Record], after: Mapping[str, Record]) -> Iterator[CellChange]:
    """The differences of records by their ids: preferred statistics, then the other fields."""
    for report in dict.fromkeys((*before, *after)):
        old, new = before.get(report), after.get(report)
        told = new or old
        assert told is not None
        for name, one, other in _differences(old, new):
            yield CellChange(report, told["unit"], told["year"], name, one, other)


def _differences(old: Record | None, new: Record | None) -> Iterator[tuple[str, str | None, str | None]]:
    if old is None or new is None:
        yield "report", old and (old["title"] or old["url"]), new and (new["title"] or new["url"])
        return
    if old == new:
        return
    one, other = _cells(old), _cells(new)
    for cell in dict.fromkeys((*one, *other)):
        if one.get(cell) != other.get(cell):
            yield _name(cell), one.get(cell), other.get(cell)
    before, after = dict[str, object](old), dict[str, object](new)
    for field in after.keys() - OWN_WAY:
        if before.get(field) != after[field]:
            yield field, _shown(before.get(field)), _shown(after[field])


def _cells(record: Record) -> dict[Cell, str]:
    """The values of the preferred statistics; a local row, which has no indicator, goes by its label."""
    found: dict[Cell, list[str]] = {}
    for statistic in record["statistics"]:
        if statistic["preferred"]:
            cell = (statistic["indicator"] or f"“{statistic['label']}”", statistic["period"], statistic["scope"])
            found.setdefault(cell, []).append(_value(statistic))
    return {cell: "; ".join(values) for cell, values in found.items()}


def _value(statistic: StatisticRecord) -> str:
    value = statistic["stated"] if statistic["value"] is None else f"{statistic['value']} {statistic['measure'] or ''}"
    return value.strip() if statistic["qualifier"] == "exact" else f"{statistic['qualifier']} {value.strip()}"


def _name(cell: Cell) -> str:
    indicator, period, scope = cell
    told = [word for word, usual in ((period, "year"), (scope, "own")) if word != usual]
    return f"{indicator} ({', '.join(told)})" if told else indicator


def _shown(value: object) -> str | None:
    """A value that can be read at a glance; of what is long or has parts only how much there is of it."""
    if value is None:
        return None
    if isinstance(value, list | dict):
        return f"{len(value)} of them"
    text = str(value)
    return text if len(text) <= SHORT else f"{len(text):,} characters"
