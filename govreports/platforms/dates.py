"""The date beside a link, as ISO. Lists that show month and day alone take the year from the address."""

import re

from govreports.pages.clocks import of_clock
from govreports.pages.dates import iso_day

DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
MONTH_AND_DAY = re.compile(r"(?<![\d./-])(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?![\d./-])")
# /2013/3/5/art_…, /201303/t20130305_…, /2013-03-05/…, /20130305084802179.html
IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:[/_-]\d{1,2}[/_-]|\d{2}(?:\d{2})?(?!\d)|(?:0[1-9]|1[0-2])[0-3]\d\d{6}(?:\d{3})?(?!\d))"
)
DASHES = str.maketrans("—–－／．０１２３４５６７８９", "---/.0123456789")
BARE = re.compile(r"[\[(（【<〔]?(?:(?:发布|更新|发文|生成)?(?:日期|时间)[:：]?)?\s*(?P<date>.*?)\s*[\])）】>〕]?")
TIME = re.compile(r"\s*[T日号]?\s*(?:\d{1,2}[:：时]\d{2}(?:[:：分]\d{2})?)?\s*[日号]?")


def listed_date(beside: str, address: str) -> str | None:
    """The last date in the text beside a link (earlier columns are 成文日期 and the like), or None."""
    text = beside.translate(DASHES)
    for pattern in (DATE, COMPACT):
        for year, month, day in reversed(pattern.findall(text)):
            if iso := iso_day(year, month, day):
                return iso
    year_of_address = IN_ADDRESS.search(address)
    if year_of_address:
        for month, day in reversed(MONTH_AND_DAY.findall(text)):
            if iso := iso_day(year_of_address[1], month, day):
                return iso
    return None


def holds_date(text: str) -> bool:
    """Whether a text holds something that may be read as a date, its year left out or not."""
    plain = text.translate(DASHES)
    return any(pattern.search(plain) for pattern in (DATE, COMPACT, MONTH_AND_DAY))


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else but brackets, a label (发布日期：) and a time of day."""
    bare = BARE.fullmatch(text.translate(DASHES).strip())
    if bare is None:
        return False
    matches = (pattern.match(bare["date"]) for pattern in (DATE, COMPACT, MONTH_AND_DAY))
    return any(match and TIME.fullmatch(bare["date"], match.end()) for match in matches)


def day_of(clock: object) -> str | None:
    """The day in China of a moment in seconds or milliseconds since 1970, as services give it; None if it is none."""
    if isinstance(clock, bool) or not isinstance(clock, int | float | str):
        return None
    moment = of_clock(str(clock))
    return moment[:10] if moment else None
