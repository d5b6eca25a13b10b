"""The statistical forms as data: what each official form's tables print and count, read from data/forms/*.toml.

A new form is a new file there (docs/parsing.md goes through the keys); no code knows a label or an indicator.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from govreports.model.report import Form, Period, Scope


@dataclass(frozen=True, slots=True, eq=False)
class RowForm:
    """A row: its part of the indicator's name, its label with variants, the heading it stands `under`, its measure, and
    the columns it has where it has not all of them."""

    name: str
    labels: tuple[str, ...]
    under: str | None
    measure: str | None
    columns: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, eq=False)
class ColumnForm:
    """A column: `key` names it within its table, `name` is its part of the indicator's name (empty where the row names
    the indicator alone). `signed` columns hold changes, whose values may be negative; `optional` ones stand in some
    reports only."""

    key: str
    name: str
    labels: tuple[str, ...]
    under: str | None
    measure: str | None
    period: Period
    scope: Scope
    signed: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """left = right. Along a column both sides are names of rows, and it holds in every column; along a row they are
    keys of columns, and it holds in every row."""

    along: Literal["row", "column"]
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtMost:
    """A soft rule: the sum of the `lower` indicators does not exceed that of the `upper`."""

    lower: tuple[str, ...]
    upper: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure `above` or `below` which, stated in this measure, the measure is doubtful (万元 for 元)."""

    indicator: str
    measure: str
    above: int | None
    below: int | None


@dataclass(frozen=True, slots=True)
class Derived:
    """A headline that the form gives only in parts, or under another name: the sum of these indicators."""

    indicator: str
    sum: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TableForm:
    """One table of a form. Tables of one `family` print the same table in different forms (table 3 of 2019 and of
    2021), and are told apart by their labels. `headings` and `groups` are labels over rows, `column_groups` over
    columns, `label_headers` stand over the column of labels. A `coded` table numbers its rows 01, 02 … beside them."""

    form: Form
    name: str
    family: str
    measure: str | None
    headings: tuple[str, ...]
    groups: tuple[str, ...]
    column_groups: tuple[str, ...]
    label_headers: tuple[str, ...]
    coded: bool
    rows: tuple[RowForm, ...]
    columns: tuple[ColumnForm, ...]
    sums: tuple[Sum, ...]
    at_most: tuple[AtMost, ...]
    suspects: tuple[Suspect, ...]
    derived: tuple[Derived, ...]

    @property
    def usual_columns(self) -> tuple[ColumnForm, ...]:
        """The columns that stand in every report."""
        return tuple(column for column in self.columns if not column.optional)

    def row(self, name: str) -> RowForm | None:
        """The row of that name."""
        return next((row for row in self.rows if row.name == name), None)

    def column(self, key: str) -> ColumnForm | None:
        """The column of that key."""
        return next((column for column in self.columns if column.key == key), None)

    def indicator(self, row: RowForm, column: ColumnForm) -> str | None:
        """The indicator of a cell; None where the form has no such cell or no name for it."""
        if row.columns is not None and column.key not in row.columns:
            return None
        return ".".join(part for part in (row.name, column.name) if part) or None

    def indicators(self) -> tuple[str, ...]:
        """Every indicator of the table, each once."""
        return _indicators(self)


@cache
def _indicators(table: TableForm) -> tuple[str, ...]:
    found = (table.indicator(row, column) for row in table.rows for column in table.columns)
    return tuple(dict.fromkeys(name for name in found if name))


@cache
def table_forms() -> tuple[TableForm, ...]:
    """Every table of every form, in the order of the files' names."""
    folder = files("govreports.parsing") / "data" / "forms"
    found: list[TableForm] = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        content = tomllib.loads(path.read_text("utf-8"))
        found.extend(_table(content["form"], table) for table in content["tables"])
    return tuple(found)


@cache
def families() -> Mapping[str, tuple[TableForm, ...]]:
    """The tables of each family."""
    names = dict.fromkeys(table.family for table in table_forms())
    return {name: tuple(table for table in table_forms() if table.family == name) for name in names}


def _table(form: Form, table: Mapping[str, Any]) -> TableForm:
    return TableForm(
        form=form,
        name=table["name"],
        family=table.get("family", table["name"]),
        measure=table.get("measure"),
        headings=tuple(table.get("headings", ())),
        groups=tuple(table.get("groups", ())),
        column_groups=tuple(table.get("column_groups", ())),
        label_headers=tuple(table.get("label_headers", ())),
        coded=table.get("coded", False),
        rows=tuple(_row(row) for row in table["rows"]),
        columns=tuple(_column(column) for column in table["columns"]),
        sums=tuple(Sum(each["along"], _names(each["left"]), _names(each["right"])) for each in table.get("sums", ())),
        at_most=tuple(AtMost(_names(each["lower"]), _names(each["upper"])) for each in table.get("at_most", ())),
        suspects=tuple(
            Suspect(each["indicator"], each["measure"], each.get("above"), each.get("below"))
            for each in table.get("suspects", ())
        ),
        derived=tuple(Derived(each["indicator"], _names(each["sum"])) for each in table.get("derived", ())),
    )


def _row(row: Mapping[str, Any]) -> RowForm:
    columns = row.get("columns")
    return RowForm(
        name=row["name"],
        labels=_names(row.get("labels", ())),
        under=row.get("under"),
        measure=row.get("measure"),
        columns=None if columns is None else _names(columns),
    )


def _column(column: Mapping[str, Any]) -> ColumnForm:
    name = column.get("name", "")
    return ColumnForm(
        key=name or column["labels"][0],
        name=name,
        labels=_names(column["labels"]),
        under=column.get("under"),
        measure=column.get("measure"),
        period=column.get("period", "year"),
        scope=column.get("scope", "own"),
        signed=column.get("signed", False),
        optional=column.get("optional", False),
    )


def _names(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names)
