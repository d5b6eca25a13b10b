"""The record: every key, in the written order, and nothing of when or where the page was fetched."""

import json
from dataclasses import replace
from decimal import Decimal

from govreports.model.document import Document, Part
from govreports.model.finding import Finding, Span
from govreports.model.page import Attachment, DateClaim, Page
from govreports.model.record import Record
from govreports.model.report import Candidate, Covers, Report, Section, Statistic
from govreports.publish.record import build_record, to_json

TEXT = "全年收到申请3件，收费0.5万元。"
DOCUMENT = Document(TEXT, (), (Part("sha256:aa", "http://www.yunhe.gov.test/1.html", "text/html", 0, len(TEXT)),))
LATE = Finding("late", "info", "Published on 2013-05-02, after 31 March.", (), (Span(0, 2),))
PAGE = Page(
    "sha256:aa",
    "http://www.yunhe.gov.test/1.html",
    "utf-8",
    "云河县2012年政府信息公开年报",
    DOCUMENT,
    published="2013-05-02",
    publisher="云河县人民政府办公室",
    breadcrumb=("首页", "年报"),
    metadata={"索引号": "003/201305-1"},
    dates=(DateClaim("shown", "2013-05-02"),),
    attachments=(Attachment("http://www.yunhe.gov.test/1.doc", "附表.doc"),),
    repairs=("spaces",),
    findings=(LATE,),
)


FEES = Statistic(
    "fees", None, Decimal("0.5"), "万元", "0.5", "exact", "number", "year", "own", True, 9, 16, "收费0.5万元"
)  # fmt: skip

REPORT = Report(
    "annual-report",
    "云河县2012年政府信息公开年报",
    "云河县人民政府",
    "330125",
    2012,
    "narrative",
    covers=Covers("2012-01-01", "2012-12-31", Span(0, 2), "全年"),
    sections=(Section("一", "概述", 1, "overview", 0, 5),),
    statistics=(
        FEES,
        replace(FEES, value=Decimal("3.0")),
        replace(FEES, value=None, box=(1, 2, 3, 4), derived_from=("x",)),
    ),
    candidates=(Candidate("disclosed", "no subject", 0, 2, "全年"),),
    findings=(LATE,),
)


def record(portal: str | None = None, listed: str | None = None) -> Record:
    return build_record(PAGE, REPORT, portal=portal, listed=listed, identity="0123456789abcdef")


def test_has_the_written_keys_in_the_written_order() -> None:
    assert list(record()) == [
        "id", "version", "snapshot", "url", "portal", "document_type", "title", "unit", "publisher", "region", "year",
        "covers", "form", "published", "source", "index_number", "breadcrumb", "metadata", "dates", "attachments",
        "documents", "text", "sections", "tables", "statistics", "candidates", "findings", "repairs", "parser_version",
    ]  # fmt: skip
    assert list(record()["statistics"][0]) == [
        "indicator", "label", "value", "measure", "as_stated", "qualifier", "stated", "period", "scope", "preferred",
        "derived_from", "start", "end", "quote", "table", "row", "column", "pdf_page", "box",
    ]  # fmt: skip


def test_parts_have_the_written_keys() -> None:
    made = record()
    assert made["covers"] == {"from": "2012-01-01", "to": "2012-12-31", "start": 0, "end": 2, "quote": "全年"}
    assert made["attachments"] == [
        {"url": "http://www.yunhe.gov.test/1.doc", "name": "附表.doc", "media_type": None, "digest": None}
    ]
    assert made["documents"] == [
        {"snapshot": "sha256:aa", "url": PAGE.url, "media_type": "text/html", "start": 0, "end": len(TEXT)}
    ]
    assert made["sections"] == [
        {"number": "一", "heading": "概述", "level": 1, "meaning": "overview", "start": 0, "end": 5}
    ]
    assert made["candidates"] == [
        {"indicator": "disclosed", "reason": "no subject", "start": 0, "end": 2, "quote": "全年"}
    ]


def test_whole_values_are_whole_numbers() -> None:
    values = [each["value"] for each in record()["statistics"]]
    assert values == [0.5, 3, None]
    assert [type(value) for value in values] == [float, int, type(None)]


def test_what_page_and_report_both_found_is_told_once() -> None:
    assert record()["findings"] == [
        {
            "code": "late",
            "severity": "info",
            "message": LATE.message,
            "indicators": [],
            "evidence": [{"start": 0, "end": 2}],
        }
    ]


def test_the_listed_date_is_one_of_the_dates() -> None:
    assert record(listed="2013-05-03")["dates"] == [
        {"kind": "shown", "value": "2013-05-02"},
        {"kind": "listed", "value": "2013-05-03"},
    ]


def test_json_is_one_line_with_chinese_as_it_is_and_gives_the_record_back() -> None:
    line = to_json(record(portal="yunhe"))
    assert "\n" not in line
    assert "云河县人民政府" in line
    assert json.loads(line) == record(portal="yunhe")


def test_a_page_that_does_not_know_its_address_was_listed_under_one() -> None:
    page = Page("1.txt", None, "utf-8", None, DOCUMENT)
    made = build_record(page, REPORT, identity="00", entry_url="http://www.yunhe.gov.test/2.html")
    assert made["url"] == "http://www.yunhe.gov.test/2.html"
