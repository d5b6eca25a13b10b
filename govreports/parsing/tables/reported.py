"""Which form a report follows, as its tables were read."""

from collections.abc import Sequence
from dataclasses import replace

from govreports.model.report import Form, ReportTable
from govreports.parsing.tables.flattened import FlatTable
from govreports.parsing.tables.reading import FormTable

_OF_REQUESTS = "requests."


def with_forms(
    tables: Sequence[ReportTable], read: Sequence[FormTable], flattened: Sequence[FlatTable]
) -> tuple[ReportTable, ...]:
    """The document's tables, each with the form of the rows and columns that were read in it (one in which nothing was
    read keeps what its words tell), and behind them the flattened ones."""
    lines = (
        ReportTable(number, table.form.form, table.start, table.end)
        for number, table in enumerate(flattened, len(tables) + 1)
    )
    forms = {number: table.form.form for table in reversed(read) for number in table.numbers}
    own = (
        replace(table, form=forms[table.number]) if forms.get(table.number, table.form) != table.form else table
        for table in tables
    )
    return (*own, *lines)


def form_of(read: Sequence[FormTable]) -> Form | None:
    """The form of a report: that of its table of requests, else of its first table; None where it has none."""
    of_requests = (table for table in read if any(row.name.startswith(_OF_REQUESTS) for row in table.form.rows))
    table = next(of_requests, None) or next(iter(read), None)
    return table.form.form if table else None
