"""The date beside a link, as ISO. Lists that show month and day alone take the year from the address."""

import re

from govreports.pages.dates import iso_day

DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
MONTH_AND_DAY = re.compile(r"(?<![\d./-])(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?![\d./-])")
# /2013/3/5/art_…, /201303/t20130305_…, /2013-03-05/…
IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:[/_-]\d{1,2}[/_-]|\d{2}(?:\d{2})?(?!\d))")


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
