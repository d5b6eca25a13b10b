"""The statistical tables of reports: which form's they are, what every cell counts and states, what does not add up."""

from govreports.parsing.tables.reading import FormTable, ReadCell, read_form_tables
from govreports.parsing.tables.statistics import with_tables

__all__ = ["FormTable", "ReadCell", "read_form_tables", "with_tables"]
