"""The shared parsing module: a document and what is known beside it → a report. Pure."""

from govreports.parsing.hints import hints_of
from govreports.parsing.kinds import Verdict, listed_type
from govreports.parsing.report import Reading, parse_report, parse_reports

__all__ = ["Reading", "Verdict", "hints_of", "listed_type", "parse_report", "parse_reports"]
