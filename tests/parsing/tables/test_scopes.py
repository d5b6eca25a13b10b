"""Whose figures a table holds, by its caption or a sentence about its data."""

import pytest
from form_pages import form, report_of, row, table, table4

from govreports.model.report import Statistic

ROWS = form("regional-annex", "F2").rows


def scopes(body: str) -> set[str]:
    found: tuple[Statistic, ...] = report_of(body).statistics
    return {each.scope for each in found if each.table is not None}


def annex(title: str = "") -> str:
    head = row(["指标名称", "计量单位", "2023年度", "历年累计"])
    above = f'<tr><td colspan="4">{title}</td></tr>' if title else ""
    return table(above + head + "".join(row([each.labels[0], "条", 0, 0]) for each in ROWS))


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("", "own"),
        ("全市政府信息公开情况统计表", "area"),
        ("统计数据为全县数据。", "area"),
        ("本统计范围为全市各级行政机关。", "area"),
        ("表中数据含所属事业单位。", "own_and_departments"),
        ("以下数据包括县直各部门。", "own_and_departments"),
        ("全县上下认真落实各项工作要求，公开实效持续提升。", "own"),
        ("本局政府信息公开情况统计表", "own"),
    ],
)
def test_the_words_around_a_table_give_its_scope(words: str, scope: str) -> None:
    assert scopes(f"<p>{words}</p>{annex()}") == {scope}
    assert scopes(f"<p>{words}</p>{table4('standard-2021', lambda _: 1)}") == {scope}


def test_a_caption_may_stand_in_the_table() -> None:
    assert scopes(annex("全区政府信息公开情况统计表")) == {"area"}


def test_a_sentence_on_the_statistics_holds_for_every_table() -> None:
    words = "<p>本报告统计范围为全县各级行政机关。</p><p>具体如下。</p><p>一是抓落实。</p>"

    assert scopes(f"{words}<p>详见表格。</p>{table4('standard-2021', lambda _: 1)}") == {"area"}
