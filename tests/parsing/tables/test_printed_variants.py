"""What reports do to the forms' tables: labels broken and misprinted, tables cut up, columns moved, spans wrong."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from form_pages import (
    APPLICANTS,
    HEAD_3,
    blocks_of_table2,
    form,
    numbers,
    report_of,
    row,
    rows_of_table3,
    table,
    table2,
    table3,
    table4,
    values,
)

D = "standard-2021"
NUMBERS = numbers(form(D, "table3"))
PLAIN = table3(D, NUMBERS.__getitem__)
ROWS = rows_of_table3(D, NUMBERS.__getitem__)
STYLED = '<p align="center"><span style="font-family:仿宋">{}</span></p>'


def unbroken(html: str) -> str:
    return html.replace("\n", "")


def each_label(change: Callable[[str], str]) -> str:
    """Table 3 with every label changed."""
    return re.sub(r">([^<>\n]*[\u4e00-\u9fff][^<>\n]*)<", lambda match: f">{change(match[1])}<", PLAIN)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda label: f"{label[:2]}<br>{label[2:]}", id="br inside"),
        pytest.param(lambda label: f"<p>{label[:3]}</p>\n<p>{label[3:]}</p>", id="two paragraphs"),
        pytest.param(lambda label: "".join(f"<span>{c}</span>" for c in label), id="span around every character"),
        pytest.param(lambda label: f"{label[:-1]} {label[-1]}", id="blank before the last character"),
        pytest.param(lambda label: "&nbsp;&nbsp;" + "　".join(label), id="wide blanks"),
        pytest.param(lambda label: label.replace("（", "(").replace("）", ")"), id="narrow brackets"),
        pytest.param(lambda label: label.replace("“", '"').replace("”", '"'), id="straight quotes"),
        pytest.param(lambda label: label.replace("“", "").replace("”", ""), id="no quotes"),
        pytest.param(lambda label: label.replace("其他", "其它"), id="其它"),
        pytest.param(lambda label: re.sub(r"^(\d)\.", r"\1．", label), id="wide point"),
        pytest.param(lambda label: re.sub(r"^(\d)\.", r"\1、", label), id="comma after the number"),
        pytest.param(lambda label: re.sub(r"^(\d)\.", r"（\1）", label), id="number in brackets"),
        pytest.param(lambda label: re.sub(r"^(?:\d\.|（.）|.、)", "", label), id="no numbers"),
        pytest.param(lambda label: re.sub(r"^（(.)）", r"\1、", label), id="一、 for （一）"),
        pytest.param(STYLED.format, id="paragraph and span"),
        pytest.param(lambda label: label + "<!-- -->", id="comment"),
    ],
)
def test_labels_are_read_however_they_are_printed(change: Callable[[str], str]) -> None:
    assert values(report_of(each_label(change))) == NUMBERS


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("其他法律行政法规禁止公开", "其他法律行政止公开"),
        ("属于行政查询事项", "属于行政查寻事项"),
        ("重复申请", "重复審请"),
        ("要求行政机关确认或重新出具已获取信息", "要求行政机关确认或重新出具己获取的信息"),
        ("没有现成信息需要另行制作", "没有现成信息需另行制做"),
        ("本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量（件）"),
        ("结转下年度继续办理", "结转下年度继续办里"),
    ],
)
def test_a_misprinted_label_is_told_by_what_is_missing(label: str, printed: str) -> None:
    assert label in PLAIN

    assert values(report_of(PLAIN.replace(label, printed))) == NUMBERS


def test_an_explanation_pasted_into_a_label_tells_nothing() -> None:
    wanted = numbers(form("standard-2019", "table2"))
    plain = table2("standard-2019", wanted.__getitem__)
    spoilt = plain.replace(">规章<", ">规章（由有立法权的市填写，其他单位不填此项）<").replace(
        ">规范性文件<", ">规范性文件：指除规章以外，由本单位制定并公布，涉及公民权利义务，可以反复适用的公文。<"
    )

    assert values(report_of(spoilt)) == wanted


def cut(*places: int, header: bool, attributes: str = "") -> list[str]:
    """Table 3 cut before these rows, its header above every piece or above the first alone. Cells that reach over the
    cut are printed anew, as word processors do."""
    bounds = [0, *places, len(ROWS)]
    pieces = []
    for n, (start, end) in enumerate(pairwise(bounds)):
        inside = "".join(ROWS[start:end])
        above = "".join(ROWS[:start])
        if n and (groups := re.findall(r'<td rowspan="\d+">([^<]*)</td>', above)) and start < len(ROWS) - 1:
            opened = [group for group in groups if _reaches(group, start)]
            cells = "".join(f'<td rowspan="{_left(group, start)}">{group}</td>' for group in opened)
            inside = inside.replace("<tr>", f"<tr>{cells}", 1)
        pieces.append(table((HEAD_3 if header or not n else "") + inside))
    return pieces


def _reaches(group: str, start: int) -> bool:
    return _left(group, start) > 0


def _left(group: str, start: int) -> int:
    first = next(n for n, each in enumerate(ROWS) if f">{group}<" in each)
    span = int(re.search(rf'rowspan="(\d+)">{re.escape(group)}<', ROWS[first])[1])  # type: ignore[index]
    return first + span - start


@pytest.mark.parametrize("header", [True, False], ids=["header repeated", "header once"])
@pytest.mark.parametrize("places", [(2,), (7,), (10,), (15,), (24,), (3, 9), (5, 9, 15), (3, 8, 13, 21)])
def test_a_table_cut_up_is_read_as_one(places: Sequence[int], header: bool) -> None:
    assert values(report_of("".join(cut(*places, header=header)))) == NUMBERS


@pytest.mark.parametrize("header", [True, False], ids=["header repeated", "header once"])
def test_a_table_may_be_cut_through_a_label(header: bool) -> None:
    upper, lower = cut(8, header=header)
    label = form(D, "table3").rows[7].labels[0]
    last = re.findall(r"<tr>.*?</tr>", unbroken(upper))[-1]
    figures = last.partition("</td>")[2]
    for top, bottom in ((figures, "<td></td>" * 7 + "</tr>"), ("<td></td>" * 7 + "</tr>", figures)):
        first = unbroken(upper).replace(last, f"<tr><td>{label[:5]}</td>{top}")
        rest = f"<tr><td>三、本年度办理结果</td><td>（三）不予公开</td><td>{label[5:]}</td>{bottom}"
        above, opening, below = unbroken(lower).rpartition('<tr><td rowspan="16">')
        second = above + rest + opening + below
        assert opening
        assert values(report_of(first + second)) == NUMBERS


def test_a_paragraph_between_the_pieces_parts_nothing() -> None:
    assert values(report_of("<p>— 5 —</p>".join(cut(9, header=False)))) == NUMBERS


def test_a_table_may_lie_in_a_layout_table() -> None:
    assert values(report_of(f"<table><tr><td><table><tr><td>{PLAIN}</td></tr></table></td></tr></table>")) == NUMBERS


def test_a_table_may_lose_its_header() -> None:
    assert values(report_of(table("".join(ROWS)))) == NUMBERS


def test_table_2_may_come_in_pieces() -> None:
    for form_name in ("standard-2019", D):
        wanted = numbers(form(form_name, "table2"))
        blocks = blocks_of_table2(form_name, wanted.__getitem__)
        assert values(report_of("".join(map(table, blocks)))) == wanted


def test_table_4_may_be_cut_between_header_and_row() -> None:
    wanted = numbers(form(D, "table4"))
    rows = re.findall(r"<tr>.*?</tr>", unbroken(table4(D, wanted.__getitem__)))
    assert len(rows) == 4

    assert values(report_of(table("".join(rows[:3])) + table("".join(rows[3:])))) == wanted


def moved_columns(order: Sequence[str]) -> str:
    """Table 3 under a header of one row, its columns in another order."""
    spec = form(D, "table3")
    keys = {column.labels[0]: column.key for column in spec.columns}
    rows = [row(["情形", *order])]
    rows += [row([each.labels[0], *(NUMBERS[f"{each.name}.{keys[label]}"] for label in order)]) for each in spec.rows]
    return table("".join(rows))


@pytest.mark.parametrize(
    "order", [APPLICANTS[::-1], (APPLICANTS[-1], *APPLICANTS[:-1])], ids=["reversed", "总计 first"]
)
def test_columns_are_told_by_their_header(order: Sequence[str]) -> None:
    assert values(report_of(moved_columns(order))) == NUMBERS


@pytest.mark.parametrize("off", [-3, -1, 1, 2])
def test_wrong_rowspans_do_not_move_values(off: int) -> None:
    spoilt = re.sub(
        r'rowspan="(\d+)">三、本年度办理结果',
        lambda match: f'rowspan="{int(match[1]) + off}">三、本年度办理结果',
        PLAIN,
    )
    assert spoilt != PLAIN

    assert values(report_of(spoilt)) == NUMBERS


def test_a_row_of_column_numbers_is_not_a_row() -> None:
    counted = f"<tr><td colspan=3>栏次</td>{''.join(f'<td>{n}</td>' for n in range(1, 8))}</tr>"
    report = report_of(table(HEAD_3 + counted + "".join(ROWS)))

    assert values(report) == NUMBERS
    assert not [each for each in report.statistics if each.indicator is None]


def test_a_local_row_keeps_its_printed_label() -> None:
    wanted = numbers(form(D, "table2"))
    extra = row(["其他主动公开文件", 4, 0, 31])
    plain = table2(D, wanted.__getitem__)
    at = plain.index('<tr><td colspan="4">第二十条第（五）项')
    report = report_of(plain[:at] + extra + plain[at:])
    local = [(each.label, each.value, each.preferred) for each in report.statistics if each.indicator is None]

    assert values(report) == wanted
    assert local == [("其他主动公开文件", 4, False), ("其他主动公开文件", 0, False), ("其他主动公开文件", 31, False)]


@pytest.mark.parametrize("label", ["行政检查", "行政确认", "其他行政执法", "合计"])
def test_a_local_row_is_not_taken_for_one_of_the_form(label: str) -> None:
    wanted = {**numbers(form(D, "table2"))}
    plain = table2(D, wanted.__getitem__)
    at = plain.index('<tr><td colspan="4">第二十条第（八）项')
    report = report_of(plain[:at] + row([label, 77]) + plain[at:])

    assert values(report) == wanted
    assert [(each.label, each.value) for each in report.statistics if each.indicator is None] == [(label, 77)]


def test_other_tables_of_a_report_state_nothing() -> None:
    other = table(row(["序号", "项目", "数量", "合计"]) + row([1, "会议", 3, 3]) + row([2, "其他", 5, 5]))

    assert report_of(other).statistics == ()
