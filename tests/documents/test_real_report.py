"""A real report of five pages, cell by cell, where the collection of real pages is at hand."""

import json
import time
from pathlib import Path

import pytest

from govreports.documents import read_document
from govreports.documents.formats import read_blocks
from govreports.parsing import hints_of, parse_reports

FOLDER = Path(__file__).parents[3] / "shared" / "pages" / "documents"
REPORT = "hongze-2024"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the collection of real pages is not here")


def test_every_statistic_of_a_real_report_is_read_with_its_place() -> None:
    told = json.loads((FOLDER / "expected.json").read_text("utf-8"))[REPORT]
    page = read_document((FOLDER / f"{REPORT}.pdf").read_bytes(), snapshot=REPORT)
    [reading] = parse_reports(page.document, hints_of(page))
    report = reading.report
    assert (report.title, report.unit, report.year) == (told["title"], told["unit"], told["year"])
    stated: dict[str, set[float]] = {}
    for each in report.statistics:
        if each.indicator and each.value is not None and each.preferred:
            stated.setdefault(each.indicator, set()).add(float(each.value))
    expected = {name: value for name, value in told["statistics"].items() if name not in told["debatable"]}
    assert {name: stated.get(name) for name in expected} == {name: {float(value)} for name, value in expected.items()}
    assert sum(value != 0 for value in expected.values()) >= 35
    read_from_cells = [each for each in report.statistics if each.table is not None and not each.derived_from]
    assert len(read_from_cells) > 180
    assert all(each.pdf_page in (2, 3, 4) and each.box is not None for each in read_from_cells)


def test_a_real_text_pdf_is_read_fast() -> None:
    """Half of what pdfplumber takes for extract_tables() alone (docs/documents.md)."""
    body = (FOLDER / f"{REPORT}.pdf").read_bytes()
    read_blocks(body)
    began = time.process_time()
    read_blocks(body)
    assert time.process_time() - began < 0.2


def test_the_empty_form_is_read_whole() -> None:
    page = read_document((FOLDER / "nianbao-template.docx").read_bytes(), snapshot="template")
    tables = [block for block in page.document.blocks if hasattr(block, "cells")]
    assert [len({cell.row for cell in table.cells}) for table in tables] == [14, 28, 4]
    assert "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" in page.document.text
