"""Years as titles and sentences print them: 2013, ２０１３, 二〇一三, 二○一三, 二零一三, 二0一三, 一三年."""

import re
import unicodedata

_ZEROS = "0〇○◯零OoΟО"
_ONES = "一二三四五六七八九"
_DIGIT = f"[0-9{_ZEROS}{_ONES}]"
_VALUES = {ord(zero): "0" for zero in _ZEROS} | {ord(one): str(value) for value, one in enumerate(_ONES, 1)}

YEAR = rf"(?:[2二][{_ZEROS}]{_DIGIT}{{2}}(?!\d)(?:年度?)?|(?<!{_DIGIT}){_DIGIT}{{2}}年度?)"
"""A year as a piece of a pattern over folded text (see `fold`): four digits, 年 or not, or two digits with 年."""

_FULL = re.compile(rf"(?<![\d〔\[])([2二][{_ZEROS}]{_DIGIT}{{2}})(?!\d)(?P<year>年?)")
_SHORT = re.compile(rf"(?<!{_DIGIT})({_DIGIT}{{2}})年")
_MONTH = re.compile(r"度?\d{1,2}月|度?[一二三四五六七八九十]{1,2}月")
_RANGE = range(2000, 2050)


def fold(text: str) -> str:
    """Text with full-width forms folded and all white space dropped: how titles are compared and matched."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def to_digits(text: str) -> str:
    """Chinese and look-alike digits, one by one, as ASCII digits: 二○一三 → 2013."""
    return text.translate(_VALUES)


def read_year(text: str) -> int | None:
    """The year a title names, or None.

    A year with 年 comes before a bare one, and one that only dates a month (2014年12月) after both; a year in a
    document number (〔2013〕) is none.
    """
    folded = fold(text)
    ranked: list[tuple[int, int, int]] = []
    for match in _FULL.finditer(folded):
        dated = bool(_MONTH.match(folded, match.end()))
        ranked.append((2 if dated else 0 if match["year"] else 1, match.start(), int(to_digits(match[1]))))
    ranked.extend((3, match.start(), 2000 + int(to_digits(match[1]))) for match in _SHORT.finditer(folded))
    return next((year for _, _, year in sorted(ranked) if year in _RANGE), None)
