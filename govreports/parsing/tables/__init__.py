"""The statistical tables of reports: which form's they are, what every cell counts and states, what does not add up."""

from collections.abc import Sequence

from govreports.model.finding import Finding
from govreports.model.report import Statistic
from govreports.parsing.tables.comparison import comparison_findings
from govreports.parsing.tables.flattened import FlatTable, find_flattened, lines_of, read_flattened
from govreports.parsing.tables.reading import FormTable, read_form_tables
from govreports.parsing.tables.recovery import recovery_findings
from govreports.parsing.tables.reported import form_of, with_forms
from govreports.parsing.tables.rules import rule_findings
from govreports.parsing.tables.statistics import with_tables
from govreports.parsing.tables.sums import sum_findings

__all__ = [
    "FlatTable",
    "FormTable",
    "find_flattened",
    "form_of",
    "lines_of",
    "read_flattened",
    "read_form_tables",
    "table_findings",
    "with_forms",
    "with_tables",
]


def table_findings(
    tables: Sequence[FormTable], prose: Sequence[Statistic], statistics: Sequence[Statistic]
) -> tuple[Finding, ...]:
    """What a reader must know of the tables: sums that do not hold, figures that contradict each other or the prose,
    digits run together. `prose` are the statistics of the prose alone, `statistics` those of the report, the prose's
    first."""
    if not tables:
        return ()
    tabled = statistics[len(prose) :]
    return (
        *sum_findings(tables),
        *rule_findings(tables),
        *recovery_findings(tables),
        *comparison_findings(prose, tabled),
    )
