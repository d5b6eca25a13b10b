"""Numbers as Chinese reports print them, with their unit of measurement and qualifier.

Reads Arabic digits of either width (with thousands commas, decimals, a following 万 or 亿), Chinese numerals
(四百余万, 两千三百, 十二), both mixed (3万2千) and the words that qualify them (约, 近, 超过, 余, 多, 以上).
Dates, years, percentages, document numbers and ordinals are told apart and are not quantities. The words are those of
reports of 2008 to 2018:
余, 多, 逾, 超过, 突破 and 达…以上 state a lower bound, 近 an upper one, 约 and 左右 neither.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from govreports.model.report import Qualifier

_FOLD = {code + 0xFEE0: code for code in range(0x21, 0x7F)}  # U+FF01 to U+FF5E are ASCII in full width.
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

_MEASURES = (
    "万元|亿元|元|人次|批次|户次|件次|条次|人|名|条|件|宗|项|份|篇|起|例|次|个|期|场|则|页|卷|家|类|封|部|只|户|天|笔"
)
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE = r"[一二三四五六七八九十百千两零〇]+(?:[万亿][一二三四五六七八九十百千两零〇]+)*"
_QUANTITY = re.compile(
    r"(?:(?P<low>超过|超|逾|突破|至少|不少于|不低于)|(?P<high>将近|接近|近|不足|不到|不超过)|(?P<about>大约|约|大概))?[了有为]?\s*"
    rf"(?P<number>(?P<arabic>(?<![\d.]){_ARABIC})|(?P<chinese>{_CHINESE}))"
    r"\s*(?P<more>余|多|几)?\s*(?P<large>亿|[万千百])?(?P<rest>(?<=万)\d千)?\s*(?P<more2>余|多)?\s*"
    rf"(?P<measure>{_MEASURES})?(?P<after>以上|之多|左右|上下)?"
)
_ENDS = re.compile(r"\s*(?:[,.;。()、!?]|$)(?![\d.])")
_COUNTED = re.compile(r"[专兼]职|(?:政府)?信息公开申请|行政复议|行政诉讼")
"""What reports count one by one: 一名专职人员."""
_NOT_A_QUANTITY_BEFORE = re.compile(r"(?:[第〔\[【《“\"A-Za-z]|\d[.:/-]|-|\d\s+)$")

_SOMETHING_ELSE = re.compile(r"工作日|月|小时|百分点|方面|大?类|部分|阶段")  # 15个工作日
_LONGEST_NUMBER = 20
"""Characters. What is longer is no count: a table run together, a telephone list."""
_LOOK_BACK = 12
_VAGUE_BEFORE = re.compile(r"[数几上成好]$")  # 数百, 上千: no number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its measure.

    `start` and `end` span both; `as_stated` is the number as printed, with a 万 or 亿 that belongs to it. `value` is in
    `measure` as printed: 万元 stays 万元, 27万人次 is 270000 人次.
    """

    start: int
    end: int
    value: Decimal
    measure: str | None
    qualifier: Qualifier
    as_stated: str


def fold(text: str) -> str:
    """Text with full-width digits, letters and signs in half width. Keeps every offset."""
    return text.translate(_FOLD)


def read_chinese(numeral: str) -> int | None:
    """Value of a Chinese numeral (三百零五, 两万一千, 十二, 一二); None where the characters are no number."""
    total = 0
    for part, unit in re.findall("([^万亿]+)([万亿]?)", numeral):
        value = _below_ten_thousand(part)
        if value is None:
            return None
        total += value * _LARGE.get(unit, 1)
    return total


def _below_ten_thousand(numeral: str) -> int | None:
    if not any(c in _SMALL for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral)) if all(c in _DIGITS for c in numeral) else None
    total, digit = 0, None
    for c in numeral:
        if c in _SMALL:
            total += (1 if digit is None else digit) * _SMALL[c]
            digit = None
        elif c in "零〇○":
            continue
        elif digit is not None:
            return None
        else:
            digit = _DIGITS[c]
    return total + (digit or 0)


def read_quantities(text: str) -> list[Quantity]:
    """Every quantity of a text, in order.

    A Chinese numeral counts only with a measure behind it, and as 一 only where a clause ends with it or what reports
    count follows (一项工作 is a turn of speech, 一名专职人员 is not); an Arabic number without a measure only where a
    clause ends with it, its measure word lost (`累计发布信息125334。`).
    """
    folded = fold(text)
    found = (_quantity(match, text, folded) for match in _QUANTITY.finditer(folded))
    return [quantity for quantity in found if quantity is not None]


def _quantity(match: re.Match[str], text: str, folded: str) -> Quantity | None:
    measure, large, number_at = match["measure"], match["large"], match.start("number")
    if measure == "个" and _SOMETHING_ELSE.match(folded, match.end()):
        return None
    if len(match["number"]) > _LONGEST_NUMBER:
        return None
    if _NOT_A_QUANTITY_BEFORE.search(folded, max(0, number_at - _LOOK_BACK), number_at):
        return None
    if match["arabic"]:
        if measure is None and (folded[number_at - 1] == "(" or number_at == 0 or not _ENDS.match(folded, match.end())):
            return None
        value = Decimal(match["arabic"].replace(",", ""))
    else:
        numeral = read_chinese(match["chinese"])
        if match["chinese"][0] in "十百千" and _VAGUE_BEFORE.search(folded, max(0, number_at - 1), number_at):
            return None
        if numeral is None or measure is None:
            return None
        if match["chinese"] == "一" and not (_ENDS.match(folded, match.end()) or _COUNTED.match(folded, match.end())):
            return None
        value = Decimal(numeral)
    end_of_number = match.end("number")
    if large and measure == "元":
        measure = large + measure
    elif large:
        value = _plain(value * _LARGE[large])
        end_of_number = match.end("large")
    if rest := match["rest"]:
        value += int(rest[0]) * 1000
        end_of_number = match.end("rest")
    return Quantity(number_at, match.end(), value, measure, _qualifier(match), text[number_at:end_of_number])


def _plain(value: Decimal) -> Decimal:
    """4.5 times 10000 is 45000, not 45000.0."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _qualifier(match: re.Match[str]) -> Qualifier:
    if match["low"] or match["more"] or match["more2"] or match["after"] in ("以上", "之多"):
        return "at_least"
    if match["high"]:
        return "at_most"
    return "approximate" if match["about"] or match["after"] else "exact"
