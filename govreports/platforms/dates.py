"""The date beside a link, as ISO. Lists that show month and day alone take the year from the address."""

import re
from datetime import datetime, timedelta, timezone

from govreports.pages.dates import iso_day

DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
MONTH_AND_DAY = re.compile(r"(?<![\d./-])(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?![\d./-])")
# /2013/3/5/art_…, /201303/t20130305_…, /2013-03-05/…
IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:[/_-]\d{1,2}[/_-]|\d{2}(?:\d{2})?(?!\d))")

CHINA = timezone(timedelta(hours=8))
DIGITS = re.compile(r"\d{9,13}(?:\.\d+)?$")
# Seconds of this size lie three thousand years ahead.
MILLISECONDS = 100_000_000_000
# 1995 and 2100: nothing was published online before, or will be after.
FIRST_SECOND, LAST_SECOND = 788_918_400, 4_102_444_800


def listed_date(beside: str, address: str) -> str | None:
    """The last date in the text beside a link (earlier columns are 成文日期 and the like), or None."""
    for year, month, day in reversed(DATE.findall(beside)):
        if iso := iso_day(year, month, day):
            return iso
    year_of_address = IN_ADDRESS.search(address)
    if year_of_address:
        for month, day in reversed(MONTH_AND_DAY.findall(beside)):
            if iso := iso_day(year_of_address[1], month, day):
                return iso
    return None


def day_of(clock: object) -> str | None:
    """The day in China of a moment in seconds or milliseconds since 1970, as services give it; None if it is none."""
    if isinstance(clock, bool) or not isinstance(clock, int | float | str) or not DIGITS.match(str(clock)):
        return None
    seconds = float(clock)
    if seconds >= MILLISECONDS:
        seconds /= 1000
    if not FIRST_SECOND <= seconds < LAST_SECOND:
        return None
    return datetime.fromtimestamp(seconds, CHINA).date().isoformat()
