"""One cell of a table: a number, an explicit zero, a blank, a dash, or a text.

A blank or a dash is no zero, and a dash alone no minus. Numbers come in either width, with thousands commas, blanks
between their digits, a unit behind them (2笔, 730250元); changes with a sign or a word for it (-15, 减15, +3), or as
increase and decrease (3/2: three more and two fewer, one more in all).
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from govreports.model.report import Qualifier, Stated

_DASH = re.compile(r"[-‐‑‒–—―─━－_/\\|~﹣−ー一]+|/[-—]+/")
_ZERO_WORDS = frozenset({"无", "零", "没有", "暂无", "未发生"})
_MINUS = "-‐‑‒–—―─－﹣−↓"
_NUMBER = re.compile(
    rf"(?P<about>约)?(?P<sign>[{_MINUS}]|\+|↑|增加?|减少?|多|少)?(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<more>余)?"
    r"(?P<unit>万元|亿元|元|万|件次|人次|条次|件|条|项|份|次|人|笔|宗|个|篇|部|期|场|家|起|例)?(?:人民币|整)?"
)
_CHANGES = re.compile(
    r"(?:增加?|\+|↑)?(?P<more>\d+)(?:项|件|条)?[/／、,;]?(?:减少?|[-–—－−↓])?(?P<fewer>\d+)(?:项|件|条)?"
)
_TWO_CHANGES = re.compile(r"\d+\D*[/／]\D*\d+[项件条]?|(?:增|\+|↑)\D*\d+\D*(?:减|[-–—－−↓])\D*\d+")
_VALUE_LIKE = re.compile(rf"[{_MINUS}\d.,+_/\\|~%↑、件项笔元万亿条次人宗个份增减加少多约余]*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class CellValue:
    """What a cell states: `value` in `measure` (None where the cell names none), as the characters `as_stated` of its
    text state it."""

    stated: Stated
    value: Decimal | None = None
    measure: str | None = None
    as_stated: str | None = None
    qualifier: Qualifier = "exact"


BLANK = CellValue("blank")


def is_value_like(text: str) -> bool:
    """Whether a cell's text may be a value: empty, a dash, or a number with at most a unit; a label is none."""
    if not text or text.isdigit():
        return True
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text).replace("，", ","))
    if plain in _ZERO_WORDS or _DASH.fullmatch(plain):
        return True
    return _VALUE_LIKE.fullmatch(plain) is not None and any(character.isdigit() for character in plain)


@lru_cache(maxsize=4096)
def read_cell(text: str, signed: bool = False, measure: str | None = None) -> CellValue:
    """What a cell of a column states. `signed` columns hold changes; `measure` is the column's, which tells what a bare
    万 stands for."""
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text).replace("，", ","))
    if not plain:
        return BLANK
    shown = text.strip()
    if _DASH.fullmatch(plain):
        return CellValue("dash", as_stated=shown)
    if plain in _ZERO_WORDS:
        return CellValue("words", Decimal(0), as_stated=shown)
    if signed and _TWO_CHANGES.fullmatch(plain) and (both := _CHANGES.fullmatch(plain)):
        return CellValue("number", Decimal(both["more"]) - Decimal(both["fewer"]), as_stated=shown)
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return CellValue("text", as_stated=shown)
    value = Decimal(match["digits"].replace(",", ""))
    if match["sign"] and match["sign"][0] in _MINUS + "减少":
        value = -value
    unit = match["unit"]
    if unit == "万":
        unit = measure if measure == "万元" else None
        value = value if unit else value * 10_000
    qualifier: Qualifier = "at_least" if match["more"] else "approximate" if match["about"] else "exact"
    return CellValue("number", value, unit, _number_as_stated(shown, match["unit"]), qualifier)


def _number_as_stated(shown: str, unit: str | None) -> str:
    """The number as printed, without the unit behind it."""
    if unit and unit != "万" and (at := shown.rfind(unit[0])) > 0:
        return shown[:at].rstrip()
    return shown
