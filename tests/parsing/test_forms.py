"""The form a report's tables follow, told by their labels."""

import pytest

from govreports.model.document import Document, RawBlock, RawCell, RawParagraph, RawTable, assemble
from govreports.parsing.forms import read_form, read_tables


def table(*rows: str) -> RawTable:
    cells = (RawCell(cell, row, column) for row, line in enumerate(rows) for column, cell in enumerate(line.split("|")))
    return RawTable(tuple(cells))


def document(*blocks: RawBlock) -> Document:
    return assemble(blocks)


DISCLOSURE_2019 = table("第二十条第（一）项", "信息内容|本年新制作数量|本年新公开数量|对外公开总数量", "规章|0|0|0")
DISCLOSURE_2021 = table("第二十条第（一）项", "信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|0|0|0")
REQUESTS_2019 = table("一、本年新收政府信息公开申请数量|3|3", "（六）其他处理|0|0", "四、结转下年度继续办理|0|0")
REQUESTS_2021 = table(
    "一、本年新收政府信息公开申请数量|3|3",
    "（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|0|0",
    "四、结转下年度继续办理|0|0",
)
ANNEX_2014 = table(
    "统计指标|单位|统计数", "一、主动公开情况|——|——", "（一）主动公开政府信息数|条|7", "（一）收到申请数|件|0"
)
REGIONAL = table("指标名称|计量单位|2013年度|历年累计", "主动公开信息数|条|12|40", "受理依申请公开信息总数|条|0|1")


@pytest.mark.parametrize(
    ("blocks", "form"),
    [
        ([DISCLOSURE_2019, REQUESTS_2019], "standard-2019"),
        ([DISCLOSURE_2021, REQUESTS_2021], "standard-2021"),
        ([DISCLOSURE_2021, REQUESTS_2019], "standard-2019"),
        ([DISCLOSURE_2021], "standard-2021"),
        ([ANNEX_2014], "annex-2014"),
        ([REGIONAL], "regional-annex"),
        ([table("姓名|职务", "某甲|主任")], "narrative"),
        ([RawParagraph("本年收到申请3件，均按时答复。")], "narrative"),
    ],
)
def test_the_report_takes_the_form_of_its_table_of_requests(blocks: list[RawBlock], form: str) -> None:
    text = document(*blocks)
    assert read_form(text, read_tables(text)) == form


def test_tables_are_numbered_and_each_has_its_own_form() -> None:
    text = document(RawParagraph("一、概述"), table("联系人|某甲"), DISCLOSURE_2021, REQUESTS_2019)
    tables = read_tables(text)
    assert [(found.number, found.form) for found in tables] == [
        (1, None),
        (2, "standard-2021"),
        (3, "standard-2019"),
    ]
    assert text.text[tables[0].start : tables[0].end] == "联系人\t某甲"


def test_the_pieces_of_a_split_table_of_requests_have_one_form() -> None:
    upper = table("一、本年新收政府信息公开申请数量|3|3", "（一）予以公开|3|3")
    lower = table("（六）其他处理|1.申请人无正当理由逾期不补正|0|0", "四、结转下年度继续办理|0|0")
    assert [found.form for found in read_tables(document(upper, lower))] == ["standard-2021", "standard-2021"]


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        (["统计指标 单位 统计数", "（一）主动公开政府信息数 条 12", "（一）收到申请数 件 0"], "annex-2014"),
        (
            ["统计指标", "单位", "统计数", "（一）主动公开政府信息数", "条", "12", "（一）收到申请数", "件", "0"],
            "annex-2014",
        ),
        (["指标名称 计量单位 代码 本期实际", "主动公开信息数 条 01 12"], "regional-annex"),
        (["信息内容 本年新制作数量 本年新公开数量 对外公开总数量", "规章 0 0 0"], "standard-2019"),
    ],
)
def test_flattened_tables_count_too(lines: list[str], form: str) -> None:
    text = document(RawParagraph("三、统计数据"), *map(RawParagraph, lines))
    assert read_form(text, read_tables(text)) == form
