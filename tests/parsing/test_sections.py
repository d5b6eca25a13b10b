"""Headings of reports: numbers, levels, meanings, spans."""

import pytest

from govreports.model.document import Document, RawCell, RawParagraph, RawTable, assemble
from govreports.parsing.headings import read_heading
from govreports.parsing.meanings import meaning_of
from govreports.parsing.sections import read_sections


def document(*lines: str) -> Document:
    return assemble(RawParagraph(line) for line in lines)


def outline(*lines: str) -> list[tuple[int, str | None, str]]:
    return [(section.level, section.number, section.heading) for section in read_sections(document(*lines))]


def test_levels_follow_the_styles_of_numbering() -> None:
    assert outline(
        "一、概述",
        "（一）组织领导",
        "1.机构设置",
        "（1）科室",
        "2.人员",
        "（二）制度建设",
        "二、主动公开政府信息情况",
        "1、公开的数量",
    ) == [
        (1, "一", "概述"),
        (2, "（一）", "组织领导"),
        (3, "1", "机构设置"),
        (4, "（1）", "科室"),
        (3, "2", "人员"),
        (2, "（二）", "制度建设"),
        (1, "二", "主动公开政府信息情况"),
        (2, "1", "公开的数量"),
    ]


def test_a_document_that_numbers_the_other_way_round() -> None:
    assert [level for level, *_ in outline("1、概述", "（一）机构", "（二）人员", "2、咨询情况")] == [1, 2, 2, 1]


def test_parts_stand_above_chinese_numbers_that_start_again() -> None:
    lines = ("第一部分 概述", "一、机构", "二、人员", "第二部分 公开情况", "一、主动公开", "二、依申请公开")
    assert [level for level, *_ in outline(*lines)] == [1, 2, 2, 1, 2, 2]


def test_a_section_reaches_to_the_next_heading_of_its_level_or_above() -> None:
    text = document("引言一句。", "一、概述", "内容。", "（一）机构", "更多内容。", "二、问题", "不足。")
    first, nested, second = read_sections(text)
    assert text.text[first.start : first.end] == "一、概述\n内容。\n（一）机构\n更多内容。"
    assert text.text[nested.start : nested.end] == "（一）机构\n更多内容。"
    assert text.text[second.start : second.end] == "二、问题\n不足。"


@pytest.mark.parametrize(
    ("line", "number", "heading"),
    [
        ("一 、 主动公开情况", "一", "主动公开情况"),
        ("二.依申请公开", "二", "依申请公开"),
        ("三．复议和诉讼", "三", "复议和诉讼"),
        ("十一、附表", "十一", "附表"),
        ("２、咨询情况", "２", "咨询情况"),
        ("( 一 )加强领导", "(一)", "加强领导"),
        ("（二）、完善制度", "（二）", "完善制度"),
        ("第三章 存在的问题", "第三章", "存在的问题"),
        ("(一)加大公开力度。根据上级要求，制定了方案，并组织实施。", "(一)", "加大公开力度"),
        ("1、公开信息总数：2013年，我局共公开信息若干，其中机构类若干。", "1", "公开信息总数"),
        ("二、依申请公开政府信息情况 2013年本单位没有收到书面或者网上的公开申请。", "二", "依申请公开政府信息情况"),
        ("概述", None, "概述"),
        ("存在的主要问题和改进措施", None, "存在的主要问题和改进措施"),
        ("附表：政府信息公开情况统计表", None, "附表：政府信息公开情况统计表"),
    ],
)
def test_lines_that_are_or_begin_with_a_heading(line: str, number: str | None, heading: str) -> None:
    read = read_heading(line)
    assert read is not None
    assert (read.number, read.text) == (number, heading)


@pytest.mark.parametrize(
    "line",
    [
        "一是加强组织领导。",
        "一、二、三产业信息全部公开。",
        "2013年1月，召开会议。",
        "3.5万人次访问了网站。",
        "1.机构职能类3条",
        "（一）主动公开政府信息数 条 120",
        "我局高度重视政府信息公开工作。",
        "(一)根据上级有关部门关于进一步加强和改进基层各项工作的一系列要求,依托平台加强政务公开和政务服务,不断增强公开的全面性和时效性。",
        "2013年,我局主动公开政府信息情况良好",
    ],
)
def test_lines_that_head_nothing(line: str) -> None:
    assert read_heading(line) is None


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("概述", "overview"),
        ("政府信息公开工作的基本概况", "overview"),
        ("主要做法", "measures"),
        ("主动公开政府信息的情况", "proactive-disclosure"),
        ("依申请公开政府信息和不予公开政府信息的情况", "requests"),
        ("依申请公开政府信息及有关行政复议、诉讼情况", "requests"),
        ("收到和处理政府信息公开申请情况", "requests"),
        ("政府信息公开咨询处理情况", "consultations"),
        ("因政府信息公开申请行政复议、提起行政诉讼的情况", "review-litigation"),
        ("政府信息公开行政复议、行政诉讼情况", "review-litigation"),
        ("复议、诉讼和申诉情况", "review-litigation"),
        ("政府信息公开的收费及减免情况", "fees"),
        ("依申请公开政府信息收费情况", "fees"),
        ("人员和收支情况", "organisation"),
        ("组织机构和人员情况", "organisation"),
        ("政府信息公开会议和培训情况", "meetings-training"),
        ("回应解读情况", "interpretation"),
        ("举报投诉情况", "complaints"),
        ("存在的主要问题", "problems"),
        ("存在的主要问题及改进情况", "problems-and-improvement"),
        ("存在的不足和下一步打算", "problems-and-improvement"),
        ("2015年工作安排", "plans"),
        ("其他需要报告的事项", "other-matters"),
        ("附表", "annex"),
        ("健全台账", None),
    ],
)
def test_meanings(heading: str, meaning: str | None) -> None:
    assert meaning_of(heading) == meaning


def test_a_table_of_contents_heads_nothing() -> None:
    body = ["一、概述", "我局开展了工作。", "二、主动公开情况", "公开若干。", "三、存在的问题", "不足若干。"]
    contents = ["目录", "一、概述", "二、主动公开情况", "三、存在的问题"]
    assert outline(*contents, *body) == outline(*body)


def test_tables_hold_no_headings() -> None:
    table = RawTable((RawCell("一、主动公开情况", 0, 0), RawCell("条", 0, 1), RawCell("（一）总数", 1, 0)))
    sections = read_sections(assemble([RawParagraph("五、附表"), table, RawParagraph("六、其他需要报告的事项")]))
    assert [section.heading for section in sections] == ["附表", "其他需要报告的事项"]


def test_rows_of_a_table_flattened_to_lines_are_no_headings() -> None:
    lines = ["五、附表", "统计指标", "单位", "统计数", "一、主动公开情况", "——", "（一）主动公开政府信息数", "条", "12"]
    lines += ["二、依申请公开情况", "——", "（一）收到申请数", "件", "0", "六、存在的主要问题"]
    lines += ["公开的内容还不够丰富，形式也比较单一，距离群众的要求还有差距，需要在今后的工作中逐步加以改进。"]
    assert [heading for _, _, heading in outline(*lines)] == ["附表", "存在的主要问题"]
