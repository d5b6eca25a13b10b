"""Paragraphs as an invented organ's report of some year, and what parsing takes from them."""

from govreports.model.document import RawParagraph, assemble
from govreports.model.report import Hints, Report
from govreports.parsing import parse_report

BUREAU = "青岚县水务局"
COUNTY = "青岚县人民政府"
TOWN = "青岚县柳溪镇人民政府"


def report_of(text: str, unit: str = BUREAU, year: int = 2013) -> Report:
    title = f"{unit}{year}年政府信息公开工作年度报告"
    return parse_report(assemble(RawParagraph(line) for line in text.split("\n")), Hints(title=title))


def stated(report: Report, preferred_only: bool = True) -> set[tuple[object, ...]]:
    return {
        (s.indicator, int(s.value) if s.value is not None else None, s.period, s.scope, s.qualifier)
        for s in report.statistics
        if s.preferred or not preferred_only
    }


def own(indicator: str, value: int, qualifier: str = "exact") -> tuple[object, ...]:
    return (indicator, value, "year", "own", qualifier)
