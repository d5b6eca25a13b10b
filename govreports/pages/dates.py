"""Dates as pages print them, read to ISO 8601 local time: to the minute where a time stands beside them."""

import re
from datetime import date

_DIGITS = str.maketrans("０１２３４５６７８９∶：—–－〇", "0123456789::---0")
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s*(?:[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?)(?!\d)"
    r"(?:[\sT\u3000-]{0,6}(\d{1,2})\s*(?::|时|点)\s*(\d{1,2})(?!\d))?"
)
_COMPACT = re.compile(r"^\s*((?:19|20)\d{2})(\d{2})(\d{2})\s*$")
_SHORT = re.compile(r"^\s*(\d{2})-(\d{2})-(\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*$")
_IN_URL = (
    re.compile(r"/t((?:19|20)\d{2})(\d{2})(\d{2})_\d+"),  # TRS
    re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})/"),  # Hanweb /art/2014/3/5/, Fujian /2013-01-25/
    re.compile(r"/((?:19|20)\d{2})(\d{2})(\d{2})/"),
    re.compile(r"/((?:19|20)\d{2})(\d{2})/(\d{2})/"),  # Hebei
)


def read_date(text: str) -> str | None:
    """The first date in a text (`2014-01-15T00:00`, or `2014-01-15` where no time is stated), None without a possible
    one. Full-width digits and the dashes and colons that 国办发〔2017〕47号 itself typesets are understood, and so is
    a year of two digits where nothing stands beside the date (`15-01-22`)."""
    found = find_date(text)
    if found is None and (short := _SHORT.match(text)):
        return iso_day(f"20{short[1]}", short[2], short[3])
    return found[0] if found else None


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first date in a text, and where it starts and ends."""
    plain = text.translate(_DIGITS)
    if compact := _COMPACT.match(plain):
        day = iso_day(*compact.groups())
        return (day, 0, len(text)) if day else None
    for match in _DATE.finditer(plain):
        day = iso_day(match[1], match[2] or match[4], match[3] or match[5])
        if day is None:
            continue
        if match[6] and int(match[6]) < 24 and int(match[7]) < 60:
            return f"{day}T{int(match[6]):02d}:{int(match[7]):02d}", match.start(), match.end()
        return day, match.start(), match.end()
    return None


def url_date(url: str) -> str | None:
    """The day in a page's address, in the shapes of the CMS families that put it there."""
    for shape in _IN_URL:
        if (match := shape.search(url)) and (day := iso_day(*match.groups())):
            return day
    return None


def iso_day(year: str, month: str, day: str) -> str | None:
    """An ISO date of printed digits; None where the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
