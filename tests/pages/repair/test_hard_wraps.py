"""Hard-wrapped lines are joined by display width; a page of paragraphs is left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import LONG_PAGE, MIXED_PAGE, wrapped, wrapped_by_words

from govreports.pages import read_page
from govreports.pages.repair import repair_lines

SEEDS = Path(__file__).parents[3].parent / "shared" / "seeds"


def wrap_page(width: int, indent: int = 0, blank: bool = False, shown: str = "") -> list[str]:
    """The long page hard-wrapped: with the indent lost, or `shown` before each paragraph."""
    lines = []
    for paragraph in LONG_PAGE:
        first, *rest = wrapped(paragraph, width, indent)
        lines += [shown + first, *rest, *([""] if blank else [])]
    return lines


def share_of_starts_and_ends(lines: tuple[str, ...]) -> float:
    """The share of the long page's paragraphs' starts and ends that are starts and ends of a line."""
    heads, tails = {line[:8] for line in lines}, {line[-8:] for line in lines}
    return sum((p[:8] in heads) + (p[-8:] in tails) for p in LONG_PAGE) / (2 * len(LONG_PAGE))


@settings(max_examples=120, deadline=None)
@given(st.integers(22, 160), st.sampled_from([0, 2, 4]), st.booleans())
def test_any_width_is_found(width: int, indent: int, blank: bool) -> None:
    repaired = repair_lines(wrap_page(width, indent, blank))
    assert repaired.repairs == ("hard-wrapped-lines",)
    assert share_of_starts_and_ends(repaired.lines) >= 0.9


@pytest.mark.parametrize("width", range(40, 130, 6))
@pytest.mark.parametrize("broken", [wrapped, wrapped_by_words])
def test_text_of_mixed_width_is_found(width: int, broken: Callable[[str, int], list[str]]) -> None:
    lines = [line for paragraph in MIXED_PAGE for line in broken(paragraph, width)]
    repaired = repair_lines(lines)
    assert repaired.repairs == ("hard-wrapped-lines",)
    # A blank at which a line was broken is gone for good where words were broken, too.
    expected = {paragraph.replace(" ", "") for paragraph in MIXED_PAGE}
    given_back = {line.replace(" ", "") for line in repaired.lines}
    assert len(expected & given_back) >= 0.8 * len(expected)


def test_words_stay_apart_where_lines_are_broken_between_them() -> None:
    lines = [line for paragraph in MIXED_PAGE for line in wrapped_by_words(paragraph, 60)]
    text = "\n".join(repair_lines(lines).lines)
    assert "Department of Water Resources, Yunxi County" in text
    assert "http://www.yunxi.example/zwgk/2016/index.html" in text


def test_an_address_broken_in_the_middle_is_put_together_without_a_blank() -> None:
    lines = [*wrap_page(72), "甲" * 22 + "，请发送邮件至yunxi_water", "xxgk@yunxi.example。"]
    assert repair_lines(lines).lines[-1].endswith("yunxi_waterxxgk@yunxi.example。")


PATTERNS = [
    "县{}局，地址：云溪县人民路{}号，电话：0577-8822{}，邮编：325000",
    "关于开展{}专项检查的通知，云政办〔2016〕{}号，2016年{}印发",
    "索引号：0032264{}/2016{}-00001 公开日期：2016-{}",
    "{}科：负责{}项目审批，办理时限{}日",
    "2016年{}月{}日，召开{}工作会议，局领导班子成员参加",
]
FIELDS = st.lists(
    st.tuples(st.sampled_from(["水利", "林业", "农业", "交通"]), st.integers(10, 99), st.integers(1000, 9999)),
    min_size=2,
    max_size=20,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PATTERNS), FIELDS, st.booleans())
def test_a_list_of_one_pattern_stays_a_list(pattern: str, fields: list[tuple[str, int, int]], beside: bool) -> None:
    entries = [pattern.format(*field) for field in fields]
    lines = [*LONG_PAGE, *entries] if beside else entries
    assert list(repair_lines(lines).lines) == lines


def test_a_list_in_a_wrapped_page_stays_a_list() -> None:
    entries = [
        f"{number}.云溪县水利局{name}公开目录" for number, name in enumerate(["水库", "河道", "饮水", "移民"], 1)
    ]
    lines = [*wrap_page(72), *entries]
    assert list(repair_lines(lines).lines[-4:]) == entries


@pytest.mark.parametrize("width", [30, 48, 72, 100])
def test_headings_stay_apart_in_a_wrapped_page(width: int) -> None:
    assert {"一、组织领导情况", "二、主动公开情况", "四、存在的问题"} <= set(repair_lines(wrap_page(width)).lines)


@pytest.mark.parametrize("width", [56, 72, 76, 100])
@pytest.mark.parametrize("indent", [0, 4])
def test_the_usual_widths_give_the_page_back(width: int, indent: int) -> None:
    repaired = repair_lines(wrap_page(width, indent))
    assert list(repaired.lines) == LONG_PAGE


def test_an_indent_that_is_still_there_shows_every_paragraph() -> None:
    for width in range(44, 150):
        lines = wrap_page(width, 4, shown="　　")
        assert list(repair_lines(lines).lines) == LONG_PAGE


def test_each_line_knows_the_lines_it_came_from() -> None:
    lines = wrap_page(72)
    repaired = repair_lines(lines)
    assert repaired.sources[0][0] == 0
    assert repaired.sources[-1][1] == len(lines) - 1
    for text, (first, last) in zip(repaired.lines, repaired.sources, strict=True):
        assert "".join(lines[first : last + 1]) == text


def test_a_blank_line_ends_a_paragraph() -> None:
    lines = [*wrap_page(72, blank=True)]
    cut = lines.index(next(line for line in lines if line.startswith("2016年")))
    lines.insert(cut + 1, "")
    repaired = repair_lines(lines)
    assert "2016年，我局在县委、县政府的坚强领导下，认真贯彻落实《中华人民共和国政府" in repaired.lines


@pytest.mark.parametrize("width", [48, 72, 100])
def test_a_blank_line_behind_every_line_ends_nothing(width: int) -> None:
    lines = [part for line in wrap_page(width) for part in (line, "")]
    repaired = repair_lines(lines)
    assert [line for line in repaired.lines if line] == list(repair_lines(wrap_page(width)).lines)
    assert [number for first, last in repaired.sources for number in range(first, last + 1)][-1] == len(lines) - 1


@pytest.mark.parametrize("start", ["一是", "(二)", "（三）", "二、", "1、", "2.", "第二部分 ", "附件1："])
def test_a_sentence_s_end_before_an_enumerator_stays_an_end(start: str) -> None:
    full = "甲" * 35 + "。"
    lines = [*wrap_page(72), full, start + "加强组织领导，落实各项责任。"]
    assert repair_lines(lines).lines[-2:] == (full, lines[-1])


def test_a_number_is_no_enumerator() -> None:
    lines = [*wrap_page(72), "甲" * 16 + "，根据县政府的安排部署和上级要求，于", "12月上旬完成全部任务。"]
    assert repair_lines(lines).lines[-1].endswith("要求，于12月上旬完成全部任务。")


def test_a_signature_is_not_drawn_in() -> None:
    lines = [*wrap_page(72), "我局" + "甲" * 33 + "。", "云溪县水利局", "2017年3月9日"]
    assert repair_lines(lines).lines[-2:] == ("云溪县水利局", "2017年3月9日")


def test_latin_words_broken_at_the_wrap_get_a_blank() -> None:
    lines = [*wrap_page(72), "我局" + "甲" * 27 + "，采用open data", "portal技术。"]
    assert repair_lines(lines).lines[-1].endswith("采用open data portal技术。")


def test_a_list_of_titles_is_no_wrapped_text() -> None:
    subjects = ["水利", "林业", "农业", "交通", "城管", "教育", "民政"]
    titles = [f"关于开展{subject}专项检查工作的通知转发各单位认真学习" for subject in subjects]
    assert list(repair_lines(titles).lines) == titles


def test_paragraphs_apart_by_blank_lines_are_not_wrapped() -> None:
    lines = [part for paragraph in LONG_PAGE for part in (paragraph, "")]
    assert repair_lines(lines).repairs == ()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not here")
def test_a_real_page_wrapped_before_its_punctuation_was_folded() -> None:
    lines = (SEEDS / "bengbu-2012.txt").read_text(encoding="utf-8").split("\n")
    expected = (SEEDS / "expected" / "bengbu-2012.txt").read_text(encoding="utf-8").split("\n")
    assert list(repair_lines(lines).lines[1:]) == [line for line in expected if line]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not here")
def test_real_clean_text_passes_unchanged() -> None:
    for path in (SEEDS / "expected").glob("*.txt"):
        lines = path.read_text(encoding="utf-8").replace("\u00a0", " ").split("\n")
        repaired = repair_lines(lines)
        assert list(repaired.lines) == lines
        assert repaired.repairs == ()


def test_a_table_between_wrapped_lines_stays_where_it_is() -> None:
    table = "<table border='1'><tr><td>项目</td><td>数量</td></tr><tr><td>公开信息</td><td>512</td></tr></table>"
    lines = "".join(f"<p>{line}</p>{table}" for line in wrap_page(72))
    page = read_page(f"<html><body><h1>年报</h1><div id='zoom'>{lines}</div></body></html>".encode(), snapshot="x.html")
    assert page.document.text.count("公开信息\t512") == len(wrap_page(72))


def test_the_cells_of_a_table_a_line_each_stay_apart() -> None:
    cells = [
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        "4,184",
        "17",
        "2,031",
        "行政规范性文件",
        "1,205",
        "38",
        "11,422",
    ]
    cells += ["行政许可", "23,110", "本年处理决定数量", "行政处罚", "1,024", "行政强制", "3,006"] * 3
    assert list(repair_lines(cells).lines) == cells
    prose = wrap_page(72)
    assert list(repair_lines([*prose, *cells]).lines)[-len(cells) :] == cells
