"""Numbers as reports print them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.parsing.numbers import read_chinese, read_quantities

UNITS = "零一二三四五六七八九"
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def spell(number: int) -> str:
    """A number below 10000 as Chinese reports spell it."""
    out, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            out += ("零" if gap and out else "") + UNITS[digit] + name
            gap = False
        else:
            gap = True
    return out.removeprefix("一") if out.startswith("一十") else out


@given(st.integers(1, 9999))
def test_a_spelled_number_reads_back(number: int) -> None:
    assert read_chinese(spell(number)) == number


@given(st.integers(0, 10**8), st.sampled_from(["条", "件", "人次"]), st.booleans(), st.booleans())
def test_digits_of_either_width_with_or_without_commas(number: int, measure: str, commas: bool, wide: bool) -> None:
    digits = f"{number:,}" if commas else str(number)
    digits = digits.translate(FULL_WIDTH) if wide else digits
    (quantity,) = read_quantities(f"共公开信息{digits}{measure},占比高。")
    assert (quantity.value, quantity.measure, quantity.as_stated) == (number, measure, digits)


@given(st.integers(2, 9999), st.sampled_from(["万", "亿"]))
def test_a_large_unit_multiplies(number: int, unit: str) -> None:
    (quantity,) = read_quantities(f"访问量{number}{unit}人次")
    assert quantity.value == number * {"万": 10**4, "亿": 10**8}[unit]


@given(st.integers(1, 99), st.integers(1, 9))
def test_a_thousand_behind_a_ten_thousand_adds_to_it(ten_thousands: int, thousands: int) -> None:
    (quantity,) = read_quantities(f"访问量达{ten_thousands}万{thousands}千余人次")
    assert (quantity.value, quantity.qualifier) == (ten_thousands * 10_000 + thousands * 1000, "at_least")


@given(st.text(alphabet="0123456789０１２一二三四百千万亿余多约近条件元,.，。%年月日〔〕号第()、 \n信息公开"))
def test_any_text_is_read_and_every_number_lies_where_it_says(text: str) -> None:
    for quantity in read_quantities(text):
        assert quantity.as_stated == text[quantity.start : quantity.start + len(quantity.as_stated)]
        assert quantity.start < quantity.end <= len(text)


@pytest.mark.parametrize(
    ("text", "value", "measure", "qualifier"),
    [
        ("发布信息3000余条", "3000", "条", "at_least"),
        ("四百余万人次", "4000000", "人次", "at_least"),
        ("3.2万余条", "32000", "条", "at_least"),
        ("达到了300条以上", "300", "条", "at_least"),
        ("突破了1000条", "1000", "条", "at_least"),
        ("近五千条", "5000", "条", "at_most"),
        ("约12条", "12", "条", "approximate"),
        ("120条左右", "120", "条", "approximate"),
        ("收费0.5万元", "0.5", "万元", "exact"),
        ("收费730250元", "730250", "元", "exact"),
        ("复议两起", "2", "起", "exact"),
        ("收费２笔", "2", "笔", "exact"),
        ("累计发布信息125334。", "125334", None, "exact"),
    ],
)
def test_value_measure_and_qualifier(text: str, value: str, measure: str | None, qualifier: str) -> None:
    (quantity,) = read_quantities(text)
    assert (quantity.value, quantity.measure, quantity.qualifier) == (Decimal(value), measure, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "2012年12月31日",
        "占7%",
        "1、主动公开",
        "〔2011〕277号",
        "三大网站",
        "一项工作",
        "增111.8%",
        "数百条",
        "第3条",
        "1 234条",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert read_quantities(text) == []


PRINTED = st.lists(
    st.sampled_from(
        ["公开信息", "1,234", "56", "3.5", "2013", "12:30", "三百", *"万条件余约第年〔〕号,.;:()-/~%A[]!?+"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(PRINTED)
def test_full_width_digits_and_signs_are_read_like_half_width_ones(text: str) -> None:
    wide = text.translate(FULL_WIDTH)
    for half, full in zip(read_quantities(text), read_quantities(wide), strict=True):
        assert (full.start, full.end, full.value, full.measure, full.qualifier) == (
            half.start, half.end, half.value, half.measure, half.qualifier,
        )  # fmt: skip
        assert full.as_stated == wide[full.start : full.start + len(full.as_stated)]
