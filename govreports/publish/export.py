"""The store's records as files: JSON lines, or CSV in three tables.

The same records always give the same bytes: UTF-8 without a byte order mark, lines ended by a newline alone, rows in
the order of the records.
"""

import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Literal

from govreports.model.record import CandidateRecord, Record, StatisticRecord
from govreports.parsing.headline_table import headline_table
from govreports.publish.coverage import Grid
from govreports.publish.panel import PanelValue, panel_values
from govreports.publish.record import to_json

TableName = Literal["reports", "statistics", "candidates"]

_REPORT = ("id", "portal", "unit", "region", "year", "title", "published", "document_type", "form", "url")
_WHOSE = ("unit", "region", "year")


def jsonl_lines(records: Iterable[Record]) -> Iterator[str]:
    """The record of every report, one a line."""
    for record in records:
        yield to_json(record) + "\n"


def csv_lines(records: Iterable[Record], table: TableName) -> Iterator[str]:
    """A table's header and rows.

    `reports` has one row a report: what it is, each headline indicator's value for its year (`publish.panel` has the
    rule, `headlines.tsv` the measures), `remarks` on values that are not the unit's own or not exact
    (`disclosed:area`), and the codes of its findings. `statistics` has one row a statistic, with all its fields;
    `candidates` one row a sentence that a human coder must judge, with the address to look it up.
    """
    if table == "reports":
        yield _line((*_REPORT, *headline_table(), "remarks", "findings"))
        for record in records:
            yield _line(_report_row(record))
    elif table == "candidates":
        of_candidates = tuple(CandidateRecord.__annotations__)
        yield _line(("report", *_WHOSE, "url", *of_candidates))
        for record in records:
            whose = (record["id"], *_picked(record, _WHOSE), record["url"])
            for candidate in record["candidates"]:
                yield _line((*whose, *_picked(candidate, of_candidates)))
    else:
        fields = tuple(StatisticRecord.__annotations__)
        yield _line(("report", *_WHOSE, *fields))
        for record in records:
            whose = (record["id"], *_picked(record, _WHOSE))
            for statistic in record["statistics"]:
                yield _line((*whose, *_picked(statistic, fields)))


def coverage_lines(made: Grid) -> Iterator[str]:
    """The coverage grid as rows: portal, unit, year, and what is known of that report (`publish.coverage`)."""
    yield _line(("portal", "unit", "year", "state"))
    for row in made.rows:
        for year, state in zip(made.years, row.cells, strict=True):
            yield _line((row.portal, row.unit, year, state.value))


def write_whole(lines: Iterable[str], path: Path) -> None:
    """Write a file that is there whole or not at all: beside it first, then renamed over it. What is no regular file (a
    device, a pipe) is written to as it stands. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _picked(row: Mapping[str, object], keys: Iterable[str]) -> list[object]:
    return [row[key] for key in keys]


def _report_row(record: Record) -> tuple[object, ...]:
    values = panel_values(record)
    known = (values.get(indicator) for indicator in headline_table())
    remarks = [f"{indicator}:{remark}" for indicator, value in values.items() for remark in _remarks(value)]
    codes = dict.fromkeys(finding["code"] for finding in record["findings"])
    return (
        *_picked(record, _REPORT),
        *(None if value is None else value.value for value in known),
        remarks,
        list(codes),
    )


def _remarks(value: PanelValue) -> Iterator[str]:
    if value.statistic["scope"] != "own":
        yield value.statistic["scope"]
    if value.statistic["qualifier"] != "exact":
        yield value.statistic["qualifier"]


def _line(cells: Iterable[object]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerow([_cell(cell) for cell in cells])
    return text.getvalue()


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, list):
        return " ".join(map(str, cell))
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return str(cell)
