"""What a report says of the numbers that stand near damaged text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.model.finding import DAMAGE_CODES, Finding
from govreports.model.page import Page
from govreports.model.report import Report
from govreports.pages import read_page
from govreports.parsing import hints_of, parse_report

HEAD = (
    "<html><head><title>柏溪县水利局2013年政府信息公开工作年度报告</title></head><body>"
    "<h1>柏溪县水利局2013年政府信息公开工作年度报告</h1><div id='zoom'>"
)
INTRODUCTION = "根据《中华人民共和国政府信息公开条例》，编制柏溪县水利局2013年政府信息公开工作年度报告。"


def read(*paragraphs: str) -> tuple[Page, Report]:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (INTRODUCTION, *paragraphs))
    page = read_page(f"{HEAD}{body}</div></body></html>".encode(), snapshot="x.html")
    return page, parse_report(page.document, hints_of(page))


def near(page: Page, report: Report) -> tuple[Finding, list[str]]:
    """The finding on what stands near damage, and the stretches that are its evidence."""
    (finding,) = [finding for finding in report.findings if finding.code == "text-damaged"]
    return finding, [page.document.text[span.start : span.end] for span in finding.evidence]


def test_every_number_in_a_damaged_sentence_is_flagged_and_what_it_states_is_named() -> None:
    page, report = read(
        "922日起开设专栏，全年主动公开政府信息486条，其中业务类三十条，占6.2%。",
        "全年收到政府信息公开申请23件。",
    )
    finding, evidence = near(page, report)
    assert evidence == ["922日", "486条", "三十条", "6.2"]
    assert (finding.severity, finding.indicators) == ("warning", ("disclosed",))
    assert "486条" in finding.message


def test_a_count_that_lost_its_measure_is_itself_what_is_damaged() -> None:
    page, report = read("2013年，本局主动公开政府信息486。收到申请23件。")
    finding, evidence = near(page, report)
    assert evidence == ["486"]
    assert finding.indicators == ("disclosed",)
    assert {finding.code for finding in report.findings} == {"measure-lost", "text-damaged"}


def test_words_that_state_a_zero_are_flagged_like_a_number() -> None:
    page, report = read("2013年，本局未收�到政府信息公开申请，也没有发生政府信息公开行政复议。")
    finding, evidence = near(page, report)
    assert "reviews" in finding.indicators
    assert any("行政复议" in words for words in evidence)


def test_damage_far_from_any_number_is_told_but_warns_of_nothing() -> None:
    page, report = read("健全\ue47f制度。", "全年主动公开政府信息486条。")
    finding, evidence = near(page, report)
    assert (finding.severity, finding.indicators, evidence) == ("info", (), ["\ue47f"])


def test_a_table_s_row_is_near_its_damaged_cell() -> None:
    page, report = read(
        "主动公开情况：<table><tr><td>公开信\ue190息</td><td>486</td></tr><tr><td>申请</td><td>23</td></tr></table>"
    )
    _, evidence = near(page, report)
    assert "486" in evidence
    assert "23" not in evidence


def test_a_report_without_damage_says_nothing() -> None:
    _, report = read("全年主动公开政府信息486条。")
    assert not {finding.code for finding in report.findings} & {*DAMAGE_CODES, "text-damaged"}


@pytest.mark.parametrize(
    "sentence", ["自201311日起至20131231日止", "柏政〔2013208号", "922日", "锟斤拷", "公开信息125。"]
)
def test_damaged_text_is_left_as_it_stands(sentence: str) -> None:
    page, _ = read(f"本局工作，{sentence}")
    assert sentence in page.document.text


@given(st.lists(st.text("922日，。公开信息486条〔2008208号�\ue47f一二三、自至止", min_size=1, max_size=30), max_size=6))
def test_whatever_is_damaged_the_evidence_lies_in_the_text(paragraphs: list[str]) -> None:
    page, report = read(*paragraphs)
    damage = {span for finding in report.findings if finding.code in DAMAGE_CODES for span in finding.evidence}
    found = [finding for finding in report.findings if finding.code == "text-damaged"]
    assert len(found) == bool(damage)
    for finding in found:
        assert damage <= set(finding.evidence)
        assert all(0 <= span.start < span.end <= len(page.document.text) for span in finding.evidence)
