"""White space: padding inside a line is folded, a blank with a meaning stays, the ends are nobody's business."""

import pytest

from govreports.pages.repair import repair_lines


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("县水利局\u00a0\u00a0\u00a0县林业局", "县水利局 县林业局"),
        ("信息\u200b公开\ufeff工作", "信息公开工作"),
        ("截至\u30002016年", "截至 2016年"),
        ("共\ue5e5\ue5e512条", "共 12条"),
        ("名称\t\u00a0数量", "名称\t数量"),
    ],
)
def test_padding_inside_a_line_is_folded(raw: str, folded: str) -> None:
    repaired = repair_lines([raw])
    if raw.replace("\t\u00a0", "\t") != folded:
        assert repaired.repairs == ("spaces",)
    assert repaired.lines == (folded,)


@pytest.mark.parametrize(
    "line", ["转发 县水利局 县林业局通知", "。 三是完善制度", "序号\t名称\t数量", "报　　告", "年　度　报　告"]
)
def test_blanks_with_a_meaning_stay(line: str) -> None:
    repaired = repair_lines([line])
    assert (repaired.lines, repaired.repairs) == ((line,), ())


@pytest.mark.parametrize("line", ["　　我局高度重视。", "\u00a0\u00a0我局高度重视。\u00a0", "\u200b我局高度重视。\r"])
def test_a_line_s_ends_are_stripped_without_a_word(line: str) -> None:
    repaired = repair_lines([line])
    assert (repaired.lines, repaired.repairs) == (("我局高度重视。",), ())
