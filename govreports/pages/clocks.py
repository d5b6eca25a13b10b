"""Moments as programs count and zone them, as the local time of China."""

import re
from datetime import UTC, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))

_NUMBER = re.compile(r"\s*(?:/Date\()?(\d{9,10}|\d{12,13})(?:\.\d+|[+-]\d{4})?(?:\)/)?\s*")
# Seconds of this size lie three thousand years ahead.
_MILLISECONDS = 100_000_000_000
# 1995 and 2040: nothing was published online before, and a ten-digit site code is no moment.
_FIRST_SECOND, _LAST_SECOND = 788_918_400, 2_208_988_800
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})$")


def of_clock(text: str) -> str | None:
    """A number of seconds or milliseconds since 1970 as local time to the minute; None where the text is none, or one
    of no time in which a page could be published."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    seconds = int(match[1]) / (1000 if int(match[1]) >= _MILLISECONDS else 1)
    if not _FIRST_SECOND <= seconds < _LAST_SECOND:
        return None
    return _minute(datetime.fromtimestamp(seconds, CHINA))


def in_china(minute: str, zone: str) -> str:
    """An ISO time to the minute, stated in a `zone` (Z, GMT, +0000; none is China's own), as local time."""
    if not zone:
        return minute
    offset = _OFFSET.search(zone)
    sign = -1 if offset and offset[1] == "-" else 1
    east = timedelta(hours=int(offset[2]), minutes=int(offset[3])) if offset else timedelta()
    try:
        return _minute((datetime.fromisoformat(minute).replace(tzinfo=UTC) - sign * east).astimezone(CHINA))
    except OverflowError:
        return minute


def _minute(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")
