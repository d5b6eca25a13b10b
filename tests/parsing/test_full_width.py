"""A report printed in full-width digits and signs says what its half-width twin says, at the same places."""

import json
from pathlib import Path

import pytest

from govreports.model.document import RawParagraph, assemble
from govreports.model.report import Hints, Report
from govreports.parsing import parse_report

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
RECORDS = sorted(PAGES.glob("*.expected.json"))
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def parse(text: str, title: str) -> Report:
    return parse_report(assemble([RawParagraph(line) for line in text.split("\n")]), Hints(title=title))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name)
def test_a_report_in_full_width_reads_the_same(path: Path) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    text, title = record["text"], record["title"]
    half, full = parse(text, title), parse(text.translate(FULL_WIDTH), title.translate(FULL_WIDTH))
    assert (full.year, full.document_type, full.covers and full.covers.last_day) == (
        half.year, half.document_type, half.covers and half.covers.last_day,
    )  # fmt: skip
    assert [(s.indicator, s.value, s.period, s.scope, s.qualifier, s.start, s.end) for s in full.statistics] == [
        (s.indicator, s.value, s.period, s.scope, s.qualifier, s.start, s.end) for s in half.statistics
    ]
    assert [(s.start, s.end, s.level, s.meaning) for s in full.sections] == [
        (s.start, s.end, s.level, s.meaning) for s in half.sections
    ]
    for statistic in full.statistics:
        assert statistic.quote == text.translate(FULL_WIDTH)[statistic.start : statistic.end]
