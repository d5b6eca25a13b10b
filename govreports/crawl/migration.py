"""The day a site was moved to a new CMS: often all that was there before bears that one date."""

from collections import Counter
from collections.abc import Iterable

from govreports.model.exchange import Entry
from govreports.parsing.years import read_year

FEWEST = 5
"""Entries. Fewer on a day may well have been put up together."""

YEARS = 3
"""Reporting years. The reports of one year, and late ones of the year before, do come on one day; those of three do
not."""


def migration_date(entries: Iterable[Entry]) -> str | None:
    """The day (ISO) that most dated entries of a portal bear though they are of different years; None if there is no
    such day."""
    dated = [(entry.listed[:10], read_year(entry.title)) for entry in entries if entry.listed]
    if not dated:
        return None
    day, times = Counter(day for day, _ in dated).most_common(1)[0]
    years = {year for listed, year in dated if listed == day and year}
    return day if times >= FEWEST and times * 2 > len(dated) and len(years) >= YEARS else None
