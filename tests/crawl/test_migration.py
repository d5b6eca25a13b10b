"""A day that most entries share though their years differ is that of a move, no date of theirs."""

import pytest

from govreports.crawl.migration import migration_date
from govreports.model.exchange import Entry


def entry(year: int, listed: str | None) -> Entry:
    return Entry(f"http://www.lanting.gov.test/{year}.html", f"兰汀县{year}年政府信息公开工作年度报告", listed)


MOVED = [entry(year, "2019-06-30") for year in range(2011, 2016)]


@pytest.mark.parametrize(
    ("entries", "day"),
    [
        (MOVED, "2019-06-30"),
        ([*MOVED, entry(2018, "2019-03-01"), entry(2019, None)], "2019-06-30"),
        ([entry(2018, "2019-03-29")] * 40, None),
        (MOVED[:4], None),
        ([*MOVED, *(entry(year, f"{year + 1}-03-01") for year in range(2016, 2022))], None),
        ([], None),
    ],
)
def test_is_a_day_that_most_entries_of_several_years_bear(entries: list[Entry], day: str | None) -> None:
    assert migration_date(entries) == day
