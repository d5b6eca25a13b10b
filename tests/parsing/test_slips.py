"""What an author or a template left in a report that cannot be meant, told and never put right."""

import pytest
from invented_prose import BUREAU

from govreports.model.document import RawParagraph, assemble
from govreports.model.finding import Finding, Span
from govreports.model.report import Hints, Report
from govreports.parsing import parse_report

BODY = "一、主动公开政府信息情况\n全年通过门户网站主动公开政府信息120条,涵盖机构职能、规划计划等方面。"


def report_of(text: str, year: int = 2024, damage: tuple[Finding, ...] = ()) -> Report:
    document = assemble(RawParagraph(line) for line in f"{text}\n{BODY}".split("\n"))
    return parse_report(document, Hints(title=f"{BUREAU}{year}年政府信息公开工作年度报告", damage=damage))


def told(report: Report, text: str, code: str) -> list[str]:
    return [text[span.start : span.end] for each in report.findings if each.code == code for span in each.evidence]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("统计期限从2024月1日1起至202024年12月31日止。", ["2024月1日1", "202024年12月31日"]),
        ("统计期限自2018月1日1起至2018年12月31日止。", ["2018月1日1"]),
        ("系统于2024年13月上线,2024年2月30日停用。", ["2024年13月", "2024年2月30日"]),
        ("制度自２０２４年４月３１日起施行。", ["２０２４年４月３１日"]),
        ("现将2204年度政府信息公开工作情况报告如下。", ["2204年"]),
    ],
)
def test_dates_that_no_calendar_has(text: str, slips: list[str]) -> None:
    assert told(report_of(text), text, "impossible-date") == slips


def test_a_period_that_ends_before_it_begins() -> None:
    text = "本报告所列数据的统计期限自2013年12月31日起至2013年1月1日止。"
    assert told(report_of(text, 2013), text, "impossible-date") == [text.rstrip("。")]


@pytest.mark.parametrize(
    "text",
    [
        "统计期限自2024年1月1日起至2024年12月31日止。",
        "截至2024年12月底,热线电话0555-2024301、20240131。",
        "到2060年前实现目标,2024年2月29日召开会议。",
        "公开第202401期公报,编号202024,共20240条。",
        "2000年以来,二〇〇〇年、二○○八年的档案已经移交。",
    ],
)
def test_real_dates_and_other_numbers_are_left_alone(text: str) -> None:
    assert told(report_of(text), text, "impossible-date") == []


def test_what_the_page_lost_is_no_slip_of_the_author() -> None:
    text = "统计期限自20241月1日起,2024月1日印发。"
    at = text.index("2024月1日")
    lost = Finding("digits-fused", "warning", "Digits run together.", evidence=(Span(at, at + 7),))
    assert told(report_of(text, damage=(lost,)), text, "impossible-date") == []


@pytest.mark.parametrize(
    "text",
    [
        "(该部分由各单位结合实际填写,字数不少于300字)",
        "该部分以表格形式报告。表格如下:",
        "全年主动公开政府信息XX条,20XX年收到申请××件。",
        "（请填写本单位上一年度情况）",
        "（单位名称）2024年政府信息公开工作年度报告",
        "此处填写主动公开情况",
        "全年收到申请____件。",
    ],
)
def test_the_templates_own_words(text: str) -> None:
    assert told(report_of(text), text, "template-text")


@pytest.mark.parametrize(
    "text",
    [
        "申请人可到办公室领取并填写《申请表》(可在网站下载后填写)。",
        "(区分处理的,只计这一情形,不计其他情形)",
        "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)",
        "向张××等5人提供了资料,平台实行5×8小时服务。",
        "该部分工作由办公室负责。",
    ],
)
def test_an_authors_own_words_are_no_template(text: str) -> None:
    assert told(report_of(text), text, "template-text") == []


@pytest.mark.parametrize(("year", "found"), [(2018, False), (2019, True), (2013, True)])
def test_the_form_of_another_year(year: int, found: bool) -> None:
    rows = "统计指标 单位 统计数\n收到申请数 件 3\n申请办结数 件 3\n申请答复数 件 3\n主动公开政府信息数 条 25"
    report = report_of(rows, year)
    assert report.form == "annex-2014"
    assert ("form-of-another-year" in {each.code for each in report.findings}) is found
