"""The data a portal is played from: organs, and what they put into their 年报 columns. Nothing here knows of a page, an
address or a platform; the places and their organs are invented."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from typing import Literal

Kind = Literal["government", "department", "town"]
Fate = Literal["report", "not-a-report", "soft-404", "robots", "off-site", "summary", "lost"]
"""What is to become of an item: a report, something else by its title, a page that is gone (status 200), one robots.txt
forbids, one on a foreign host, an index of reports, or one the site lists nowhere (its deep pages are empty)."""

COUNTY = "芦川县"
DEPARTMENTS = (
    "教育局",
    "民政局",
    "财政局",
    "审计局",
    "水利局",
    "林业局",
    "统计局",
    "司法局",
    "卫生局",
    "公安局",
    "交通运输局",
    "农业局",
    "商务局",
    "文化局",
    "科学技术局",
    "环境保护局",
    "国土资源局",
    "城市管理局",
    "安全生产监督管理局",
    "食品药品监督管理局",
)
# 镕 and 垚 are in GBK but not in GB2312: pages that declare gb2312 hold such names.
FIRST, SECOND = "苇芦汀渡荻蒲镕垚岚汐鹭澜樾墨筠葭箬芷蘅潆", "溪湾塘浦坪岭墩陂沱泾坞垄埠圩畈洼堰汊荡渚"
TOWNS = tuple(f"{first}{second}{'镇乡'[n % 2]}" for first in FIRST for n, second in enumerate(SECOND))
# Reports that cannot be had, and the years they are of.
UNREADABLE: tuple[tuple[Fate, int], ...] = (("soft-404", 2008), ("robots", 2009), ("off-site", 2010))
TITLES = (
    "{name}{year}年政府信息公开工作年度报告",
    "{name}{year}年度政府信息公开工作年度报告",
    "{name}{year}年政府信息公开年度报告",
)


@dataclass(frozen=True, slots=True)
class Unit:
    """An organ. `slug` is its name in addresses."""

    number: int
    kind: Kind
    name: str
    short: str
    slug: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a column lists. `year` is the reporting year of a report."""

    number: int
    unit: Unit
    title: str
    day: date
    year: int | None
    fate: Fate = "report"
    via: int | None = None
    """The number of the summary that alone lists it; what a column lists has none."""

    @property
    def disclosed(self) -> int:
        """How many pieces of information the organ says it disclosed: no two reports say the same."""
        return 1000 + self.number


def organs(number: int) -> tuple[Unit, ...]:
    """That many organs of one county: its government, then departments and towns by turns."""
    found = [Unit(1, "government", f"{COUNTY}人民政府", "县政府", "xzf")]
    departments, towns = iter(DEPARTMENTS), iter(TOWNS)
    while len(found) < number:
        at = len(found) + 1
        department = next(departments, None) if at % 2 == 0 else None
        if department:
            found.append(Unit(at, "department", f"{COUNTY}{department}", department, f"bm{at}"))
        else:
            town = next(towns)
            found.append(Unit(at, "town", f"{COUNTY}{town}人民政府", town, f"xz{at}"))
    return tuple(found[:number])


def invent(units: Sequence[Unit], years: Sequence[int], awkward: Collection[str] = ()) -> tuple[Item, ...]:
    """A report of each organ and year, and what `awkward` puts among them. Newest first."""
    numbers = count(1)
    made = [_report(next(numbers), unit, year) for year in years for unit in units]
    made += [item for unit in units[:1] for item in _others(unit, numbers, max(years), awkward)]
    if "summary" in awkward:
        year = min(years) - 1
        title = f"{COUNTY}{year}年政府信息公开工作年度报告汇总"
        made.append(Item(next(numbers), units[0], title, date(year + 1, 4, 1), year, "summary"))
        via = made[-1].number
        made += [replace(_report(next(numbers), unit, year), via=via) for unit in units]
    return tuple(sorted(made, key=lambda item: (item.day, item.number), reverse=True))


def _report(number: int, unit: Unit, year: int, fate: Fate = "report") -> Item:
    title = TITLES[(unit.number + year) % len(TITLES)].format(name=unit.name, year=year)
    return Item(number, unit, title, date(year + 1, 2, 3) + timedelta(days=unit.number % 40), year, fate)


def _others(unit: Unit, numbers: Iterator[int], last: int, awkward: Collection[str]) -> Iterator[Item]:
    """What lies in a 年报 column besides reports that are read, published over the year after the last reports."""

    def other(title: str, days: int, fate: Fate = "not-a-report") -> Item:
        return Item(next(numbers), unit, title, date(last + 1, 5, 1) + timedelta(days=days), None, fate)

    if "others" in awkward:
        yield other(f"{unit.name}政府信息公开指南", 3)
        yield other(f"关于做好{last}年度政府信息公开年度报告编制工作的通知", -120)
        yield other(f"{unit.name}关于{last}年政务公开工作自查情况的报告", 40)
        yield other(f"《{unit.name}{last}年政府信息公开工作年度报告》解读", 41)
    for fate, year in UNREADABLE:
        if fate in awkward:
            title = f"{unit.name}{year}年政府信息公开年度报告"
            yield Item(next(numbers), unit, title, date(year + 1, 3, 30), year, fate)
