"""Backfill: which reporting years are wanted, and when a list has shown all of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govreports.model.exchange import Entry, Fetch
from govreports.parsing.years import read_year

PART = re.compile(r"(\d{4})(?:\s*[-–—~至]\s*(\d{4}))?$")
POSSIBLE = range(2000, 2100)
EARLIEST = "11-01"
"""Month and day. A report comes out in the spring after its year, a hasty one at the end of the year itself."""


@dataclass(frozen=True, slots=True)
class Years:
    """The reporting years a crawl is for."""

    wanted: frozenset[int]

    @classmethod
    def parse(cls, text: str) -> "Years":
        """From `2011`, `2011-2013`, or a list of such parts: `2009,2011-2013`. Raises ValueError, which names the part
        that is neither."""
        wanted: set[int] = set()
        for part in text.split(","):
            found = PART.match(part.strip())
            if not found:
                raise ValueError(f"{part.strip()!r} is no year (2011) and no range of years (2011-2013)")
            first, last = int(found[1]), int(found[2] or found[1])
            if last < first:
                raise ValueError(f"{part.strip()} runs backwards")
            if first not in POSSIBLE or last not in POSSIBLE:
                raise ValueError(f"{part.strip()}: the years lie between {POSSIBLE[0]} and {POSSIBLE[-1]}")
            wanted.update(range(first, last + 1))
        return cls(frozenset(wanted))

    def outside(self, entry: Entry) -> int | None:
        """The entry's reporting year where it is not wanted. None for one that is, or whose year nothing tells: its
        page may."""
        year = report_year(entry)
        return None if year is None or year in self.wanted else year

    @property
    def first(self) -> int:
        """The earliest of them."""
        return min(self.wanted)

    def __str__(self) -> str:
        """As a person writes them: 2009, 2011-2013."""
        years = sorted(self.wanted)
        starts = [year for year in years if year - 1 not in self.wanted]
        ends = [year for year in years if year + 1 not in self.wanted]
        return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in zip(starts, ends, strict=True))


def report_year(entry: Entry) -> int | None:
    """The year an entry's report is about: the one its title names, else the one before it was listed, else None."""
    if year := read_year(entry.title):
        return year
    return int(entry.listed[:4]) - 1 if entry.listed else None


@dataclass(frozen=True, slots=True)
class Order:
    """How the dates of a list run over the pages read so far: the first of them, the last, and whether they only ever
    fell. It travels in the fetches' context."""

    first: str = ""
    last: str = ""
    clear: bool = True

    @classmethod
    def of(cls, fetch: Fetch) -> "Order":
        """The order of the pages before the one that is fetched."""
        context = fetch.context
        return cls(context.get("order-first", ""), context.get("order-last", ""), "order-unclear" not in context)

    @property
    def context(self) -> Mapping[str, str]:
        """The same as part of a fetch's context."""
        unclear = {} if self.clear else {"order-unclear": "yes"}
        return {"order-first": self.first, "order-last": self.last} | unclear

    def after(self, entries: Iterable[Entry]) -> "Order":
        """The order with one more page. An entry without a date, one that rises (a pinned one, a list sorted by
        something else), or one dated before the year its title names makes it unclear for good."""
        first, last, clear = self.first, self.last, self.clear
        for entry in entries:
            day = entry.listed or ""
            clear = clear and bool(day) and (not last or day <= last) and (read_year(entry.title) or 0) <= int(day[:4])
            first, last = first or day, day
        return Order(first, last, clear)

    def is_past(self, years: Years) -> bool:
        """Whether all that is left of the list is older than the years: its dates fall, and have fallen below them. A
        list whose dates are all the same shows no order yet."""
        return self.clear and self.last < self.first and self.last < f"{years.first}-{EARLIEST}"


def continues(fetch: Fetch, read: Fetch) -> bool:
    """Whether a fetch is for a further page of the list that `read` was a page of, and not for another list."""
    one, two = read.context, fetch.context
    if "catalogue" not in one or one["catalogue"] != two.get("catalogue"):
        return False
    return int(two.get("page", "1")) > int(one.get("page", "1"))
