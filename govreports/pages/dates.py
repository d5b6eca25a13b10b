"""Dates as pages print them, read to ISO 8601 local time: to the minute where a time stands beside them."""

import re
from collections.abc import Iterator
from datetime import date

from govreports.pages.clocks import in_china, of_clock

_ODD = re.compile("[０-９∶：—–－―‐‑．／]")
"""What is folded; most texts hold none of it, and translating costs more than looking."""
_FOLDED = str.maketrans("０１２３４５６７８９∶：—–－―‐‑．／", "0123456789::------./")

_YEAR = re.compile(r"(?:19|20)\d\d")

_TIME = (
    r"(?:(?:[\sT\u3000-]{0,6}|[\s\u3000]*[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?[\s\u3000]*)"
    r"(?P<half>上午|下午|中午|晚上|凌晨|早上|[AP]M)?\s*(?P<hour>\d{1,2})\s*(?::|时|点)\s*(?P<minute>\d{1,2})(?!\d)"
    r"(?::\d{1,2}(?!\d)(?:\.\d+)?(?P<zone>\s*(?:Z|GMT|UTC|[+-](?:0\d|1[0-4]):?\d{2})(?![\d年./:-]))?)?"
    r"(?P<after>\s*[AP]M\b)?)?"
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})\s*(?:[-/.]\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<d>\d{1,2})"
    r"(?!\d)|年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})(?:\s*日|(?!\d)))" + _TIME
)

_ZEROS, _ONES = "0〇○◯零ＯOoΟО", "一二三四五六七八九"
_WORDS = re.compile(rf"年\s*元月|[{_ONES}十][\s\u3000]*[年月]")
"""Whether a text may hold a date in words at all."""
_N = rf"[\d{_ZEROS}{_ONES}]"
_IN_WORDS = re.compile(
    rf"(?<!{_N})(?P<year>[12一二]{_N}{{3}})\s*年\s*(?P<month>元|十[一二]?|{_N}{{1,2}})\s*月"
    rf"\s*(?P<day>[一二三]?十[{_ONES}]?|廿[{_ONES}]?|卅一?|{_N}{{1,2}})(?:\s*[日号]|(?!{_N}|十))" + _TIME
)
_VALUES = {ord(zero): "0" for zero in _ZEROS} | {ord(one): str(value) for value, one in enumerate(_ONES, 1)}
_TENS = {"十": "1", "廿": "2", "卅": "3"}

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_NAME = re.compile(rf"\b(?:{'|'.join(_MONTHS)})[a-z]*\b", re.IGNORECASE)
_NAME = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?P<after>\s*[AP]M\b)?"
_ZONE = r"(?P<zone>\s*(?:Z|GMT|UTC)(?:[+-]\d{2}:?\d{2})?)?"
_ENGLISH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Wed Feb 29 10:03:25 CST 2012: what Java prints, where CST is China's time
        rf"\b{_NAME}\s+(?P<day>\d{{1,2}})\s+{_CLOCK}{_ZONE}(?:\s+[A-Z]{{3,4}})?\s+(?P<year>(?:19|20)\d{{2}})(?!\d)",
        rf"\b{_NAME}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}})(?!\d)(?:,?\s+{_CLOCK}{_ZONE})?",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_NAME},?[\s-]+(?P<year>(?:19|20)\d{{2}})(?!\d)(?:,?\s+{_CLOCK}{_ZONE})?",
    )
)

_COMPACT = re.compile(r"\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2})(?::?\d{2})?)?\s*")
_SHORT = re.compile(
    r"\s*(\d{2})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*"
)
_YEAR_LAST = re.compile(r"\s*(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?!\d)" + _TIME)

_IN_URL = (
    re.compile(r"/t((?:19|20)\d{2})(\d{2})(\d{2})_\d+"),  # TRS
    re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})/"),  # Hanweb /art/2014/3/5/, Fujian /2013-01-25/
    re.compile(r"/((?:19|20)\d{2})/?(\d{2})(\d{2})/"),
    re.compile(r"/((?:19|20)\d{2})(\d{2})/(\d{2})/"),  # Hebei
    re.compile(r"/((?:19|20)\d{2})(\d{2})(\d{2})\d{6}(?:\d{3})?[._]"),  # the moment of its making as a page's name
)
_NO_DAY = frozenset({date(1970, 1, 1), date(1900, 1, 1)})
"""What machines print where they hold no date."""


def read_date(text: str) -> str | None:
    """The first date in a text that is a date's value (`2014-01-15T00:00`, or `2014-01-15` where no time is stated),
    None without a possible one. Beside what `find_date` finds: a year of two digits, month and day before the year
    where only one order is possible, and a number of seconds or milliseconds, where nothing else stands in the text."""
    if found := find_date(text):
        return found[0]
    plain = _plain(text)
    if short := _SHORT.fullmatch(plain):
        return iso_day(f"20{short[1]}", short[3] or short[5], short[4] or short[6])
    if match := _YEAR_LAST.match(plain):
        one, other = int(match[1]), int(match[2])
        if one > 12 or other > 12 or one == other:
            return _value(match, iso_day(match[3], str(min(one, other)), str(max(one, other))))
    return of_clock(plain)


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first date in a text, and where it starts and ends: in digits (full-width ones, and with the dashes and
    colons that 国办发〔2017〕47号 itself typesets), in words (二〇一二年二月二十九日), in English as programs write."""
    plain = _plain(text)
    dated = _YEAR.search(plain)
    if dated and (compact := _COMPACT.fullmatch(plain)):
        day = iso_day(compact[1], compact[2], compact[3])
        if day and compact[4] and int(compact[4]) < 24 and int(compact[5]) < 60:
            day = f"{day}T{compact[4]}:{compact[5]}"
        return (day, 0, len(text)) if day else None
    in_digits = next(_found(_NUMERIC, plain), None) if dated else None
    in_words = next(_found(_IN_WORDS, plain), None) if "年" in plain and _WORDS.search(plain) else None
    if in_digits and in_words:
        return min(in_digits, in_words, key=lambda found: found[1])
    return in_digits or in_words or (_in_english(plain) if dated and _MONTH_NAME.search(plain) else None)


def url_date(url: str) -> str | None:
    """The day in a page's address, in the shapes of the CMS families that put it there."""
    for shape in _IN_URL:
        if (match := shape.search(url)) and (day := iso_day(*match.groups())):
            return day
    return None


def iso_day(year: str, month: str, day: str) -> str | None:
    """An ISO date of printed digits; None where the calendar has no such day, and for the days that machines print
    where they hold none."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return None if found in _NO_DAY else found.isoformat()


def _plain(text: str) -> str:
    """The text with what is folded, character for character."""
    return text.translate(_FOLDED) if _ODD.search(text) else text


def _in_english(plain: str) -> tuple[str, int, int] | None:
    found = [first for pattern in _ENGLISH if (first := next(_found(pattern, plain), None))]
    return min(found, key=lambda first: first[1], default=None)


def _found(pattern: re.Pattern[str], plain: str) -> Iterator[tuple[str, int, int]]:
    """The possible dates of one pattern."""
    for match in pattern.finditer(plain):
        parts = match.groupdict()
        month = parts["month"] or parts["m"]
        day = iso_day(_digits(parts["year"]), _digits(month), _digits(parts["day"] or parts["d"]))
        if value := _value(match, day):
            yield value, match.start(), match.end()


def _value(match: re.Match[str], day: str | None) -> str | None:
    """The day, with the time where a possible one stands beside it, as it is in China."""
    parts = match.groupdict()
    if day is None or not parts["hour"]:
        return day
    hour, minute = int(parts["hour"]), int(parts["minute"])
    half = (parts.get("half") or parts["after"] or "").strip().upper()
    if half in ("下午", "晚上", "PM") and hour < 12:
        hour += 12
    if half == "AM" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return day
    return in_china(f"{day}T{hour:02d}:{minute:02d}", (parts["zone"] or "").strip())


def _digits(printed: str) -> str:
    """A number as printed, in digits: 二〇一二, 元, 十二, 二十九, 廿九, Feb."""
    if printed.isascii() and printed.isdigit():
        return printed
    if printed[:3].lower() in _MONTHS:
        return str(_MONTHS.index(printed[:3].lower()) + 1)
    if printed == "元":
        return "1"
    at = next((at for at, sign in enumerate(printed) if sign in _TENS), None)
    if at is None:
        return printed.translate(_VALUES)
    tens = printed[:at].translate(_VALUES) if at else _TENS[printed[at]]
    return tens + (printed[at + 1 :].translate(_VALUES) or "0")
