"""Exports: the same records always give the same bytes, and one value stands for a report's indicator and year."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from govreports.model.document import Document
from govreports.model.finding import Finding
from govreports.model.page import Page
from govreports.model.record import Record
from govreports.model.report import Candidate, Report, Statistic
from govreports.publish.export import TableName, csv_lines, jsonl_lines, write_whole
from govreports.publish.panel import panel_values
from govreports.publish.record import build_record

DISCLOSED = Statistic(
    "disclosed", None, Decimal(120), "条", "120", "exact", "number", "year", "own", True, 0, 9, "主动公开“信息”120条"
)
FEES = replace(DISCLOSED, indicator="fees", value=Decimal("0.5"), measure="万元", as_stated="0.5", quote="收费0.5万元")
LATE = Finding("late", "info", "Published late.")


def record(
    *statistics: Statistic,
    unit: str = "云河县水务局",
    findings: Sequence[Finding] = (),
    candidates: Sequence[Candidate] = (),
) -> Record:
    report = Report(
        "annual-report", f"{unit}2012年年报", unit, "330125", 2012, "narrative",
        statistics=statistics, findings=tuple(findings), candidates=tuple(candidates),
    )  # fmt: skip
    page = Page("sha256:aa", "http://www.yunhe.gov.test/1.html", "utf-8", report.title, Document("主动公开120条。"))
    return build_record(page, report, portal="yunhe", identity="0123456789abcdef")


def table(name: TableName, *records: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_lines(records, name)), newline="")))


class TestPanel:
    def value(self, *statistics: Statistic, indicator: str = "disclosed") -> Decimal | None:
        chosen = panel_values(record(*statistics)).get(indicator)
        return None if chosen is None else chosen.value

    def test_the_years_own_figure(self) -> None:
        assert self.value(DISCLOSED) == 120

    @pytest.mark.parametrize("period", ["cumulative", "other", "unclear"])
    def test_a_flow_of_no_clear_year_is_left_out(self, period: str) -> None:
        assert self.value(replace(DISCLOSED, period=period)) is None

    def test_a_stock_may_be_told_as_one(self) -> None:
        staff = replace(DISCLOSED, indicator="staff.full_time", value=Decimal(2), measure="人", period="cumulative")
        assert self.value(staff, indicator="staff.full_time") == 2

    def test_own_comes_before_wider_and_a_part_never_stands_for_the_whole(self) -> None:
        area = replace(DISCLOSED, scope="area", value=Decimal(900))
        below = replace(DISCLOSED, scope="subordinate", value=Decimal(800))
        assert self.value(below, area, DISCLOSED) == 120
        assert self.value(below, area) == 900
        assert self.value(below) is None

    def test_what_is_not_preferred_or_blank_is_left_out(self) -> None:
        blank = replace(DISCLOSED, value=None, stated="blank")
        assert self.value(replace(DISCLOSED, preferred=False), blank) is None

    def test_a_zero_is_a_value(self) -> None:
        assert self.value(replace(DISCLOSED, value=Decimal(0))) == 0

    def test_money_is_in_yuan(self) -> None:
        assert self.value(FEES, indicator="fees") == 5000
        assert self.value(replace(FEES, measure="元"), indicator="fees") == Decimal("0.5")


class TestReportsTable:
    def test_has_one_row_a_report(self) -> None:
        [row] = table("reports", record(DISCLOSED, FEES, findings=[LATE]))
        told = {key: value for key, value in row.items() if value}
        assert told == {
            "id": "0123456789abcdef",
            "portal": "yunhe",
            "unit": "云河县水务局",
            "region": "330125",
            "year": "2012",
            "title": "云河县水务局2012年年报",
            "document_type": "annual-report",
            "form": "narrative",
            "url": "http://www.yunhe.gov.test/1.html",
            "disclosed": "120",
            "fees": "5000",
            "findings": "late",
        }

    def test_a_figure_not_the_units_own_or_not_exact_is_remarked(self) -> None:
        about = replace(DISCLOSED, scope="area", qualifier="approximate")
        [row] = table("reports", record(about))
        assert row["remarks"] == "disclosed:area disclosed:approximate"

    def test_of_nothing_is_its_header(self) -> None:
        [header] = csv_lines([], "reports")
        assert header.startswith("id,portal,unit,region,year,title,published,document_type,form,url,disclosed,")
        assert header.endswith(",remarks,findings\n")


class TestStatisticsTable:
    def test_has_one_row_a_statistic_with_all_its_fields(self) -> None:
        first, second = table("statistics", record(DISCLOSED, replace(FEES, derived_from=("a", "b"), preferred=False)))
        assert (first["report"], first["unit"], first["year"]) == ("0123456789abcdef", "云河县水务局", "2012")
        assert (first["value"], first["quote"], first["preferred"]) == ("120", "主动公开“信息”120条", "true")
        assert (second["value"], second["measure"], second["preferred"]) == ("0.5", "万元", "false")
        assert second["derived_from"] == "a b"

    def test_a_blank_is_empty_and_a_zero_is_not(self) -> None:
        blank = replace(DISCLOSED, value=None, stated="blank")
        rows = table("statistics", record(blank, replace(DISCLOSED, value=Decimal(0))))
        assert [row["value"] for row in rows] == ["", "0"]

    def test_lines_end_in_a_newline_alone_and_commas_and_quotes_are_kept(self) -> None:
        lines = "".join(csv_lines([record(replace(DISCLOSED, quote='公开"信息",120条'))], "statistics"))
        assert "\r" not in lines
        assert '"公开""信息"",120条"' in lines


class TestCandidatesTable:
    def test_has_one_row_a_sentence_to_judge(self) -> None:
        unclear = Candidate("requests.received", "may count something else (大厅)", 0, 12, "大厅受理申请3200件")
        [row] = table("candidates", record(DISCLOSED, candidates=[unclear]), record(FEES))
        assert row == {
            "report": "0123456789abcdef",
            "unit": "云河县水务局",
            "region": "330125",
            "year": "2012",
            "url": "http://www.yunhe.gov.test/1.html",
            "indicator": "requests.received",
            "reason": "may count something else (大厅)",
            "start": "0",
            "end": "12",
            "quote": "大厅受理申请3200件",
        }


def test_jsonl_is_the_record() -> None:
    [line] = jsonl_lines([record(DISCLOSED)])
    assert line.endswith("}\n")
    assert json.loads(line) == record(DISCLOSED)


class TestWritingAFile:
    def test_makes_it_with_its_folder(self, tmp_path: Path) -> None:
        file = tmp_path / "out" / "reports.csv"
        write_whole(["a\n", "云\n"], file)
        assert file.read_bytes() == "a\n云\n".encode()

    def test_that_fails_leaves_the_old_one_and_nothing_else(self, tmp_path: Path) -> None:
        file = tmp_path / "reports.csv"
        file.write_text("old")

        def broken() -> Iterator[str]:
            yield "new"
            raise ValueError("in the middle")

        with pytest.raises(ValueError, match="in the middle"):
            write_whole(broken(), file)
        assert file.read_text() == "old"
        assert list(tmp_path.iterdir()) == [file]
