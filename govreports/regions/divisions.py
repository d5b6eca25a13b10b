"""The divisions of GB/T 2260 as places: one name, and the codes it had over the years. Loaded once, on demand."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FIRST_LIST, _NO_END = 2002, 9999

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉"
    "|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)
_AUTONOMOUS = re.compile(rf"^(?P<stem>.{{2,}}?)(?:(?:{_PEOPLES})族?|各族)+自治(?P<kind>[州县旗])$")
_SUFFIX = re.compile(
    r"^(?P<stem>.{2,}?)(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|地区|新区|林区|矿区|特区|[省市县区盟旗州])$"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A code a place had, from its first to its last year in the list."""

    code: str
    first: int
    last: int

    def distance(self, year: int) -> int:
        """How many years the listing is off `year`; 0 where it was listed."""
        return max(self.first - year, year - self.last, 0)


@dataclass(frozen=True, slots=True)
class Place:
    """One division under one name; several listings where it was moved to another code."""

    name: str
    listings: tuple[Listing, ...]

    def code(self, year: int | None) -> str:
        """The code valid in `year`, else the nearest to it; without a year the latest."""
        if year is None:
            return self.listings[-1].code
        return min(self.listings, key=lambda listing: (listing.distance(year), -listing.first)).code

    def listed_in(self, year: int) -> bool:
        """Whether it stood in that year's list."""
        return any(not listing.distance(year) for listing in self.listings)

    def lies_in(self, outer: "Place") -> bool:
        """Whether any of its codes stands below one of `outer`."""
        return any(
            mine != theirs and mine.startswith(significant(theirs)) for mine in self.codes for theirs in outer.codes
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """All the codes it had, oldest first."""
        return tuple(listing.code for listing in self.listings)


@dataclass(frozen=True, slots=True)
class Divisions:
    """Places by full name (with the short forms of autonomous places: 恩施州) and by stem (衢州); the names that each
    code had, oldest first, and the first and the last year it was listed under any of them."""

    named: Mapping[str, tuple[Place, ...]]
    stems: Mapping[str, tuple[Place, ...]]
    names: Mapping[str, tuple[str, ...]]
    spans: Mapping[str, tuple[int, int]]
    longest: int


def significant(code: str) -> str:
    """The digits of a code that say where it lies: 330800 → 3308, 330000 → 33."""
    return re.sub(r"(?:00){1,2}$", "", code)


@cache
def divisions() -> Divisions:
    """The shipped table, read once."""
    listed: dict[str, list[Listing]] = defaultdict(list)
    table = (files("govreports.regions") / "data" / "divisions.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        code, name, first, last = line.split("\t")
        listed[name].append(Listing(code, int(first or _FIRST_LIST), int(last or _NO_END)))
    named = {name: _places(name, listings) for name, listings in listed.items()}
    stems: dict[str, list[Place]] = defaultdict(list)
    for name, places in list(named.items()):
        if match := _AUTONOMOUS.match(name):
            short = match["stem"] + match["kind"]
            stems[match["stem"]].extend(places)
            if short not in listed:
                named[short] = (*named.get(short, ()), *places)
        elif match := _SUFFIX.match(name):
            stems[match["stem"]].extend(places)
    known = sorted((listing.first, listing.last, name, listing.code) for name in listed for listing in listed[name])
    names: dict[str, tuple[str, ...]] = {}
    spans: dict[str, tuple[int, int]] = {}
    for begin, end, name, code in known:
        names[code] = (*names.get(code, ()), name)
        spans[code] = spans.get(code, (begin, end))[0], max(spans.get(code, (begin, end))[1], end)
    by_stem = {stem: tuple(places) for stem, places in stems.items()}
    return Divisions(named, by_stem, names, spans, max(map(len, named)))


def _places(name: str, listings: list[Listing]) -> tuple[Place, ...]:
    """Listings of one name as places: one that ends when another of the same province begins is the same place."""
    places: list[list[Listing]] = []
    for listing in sorted(listings, key=lambda listing: (listing.first, listing.code)):
        moved = next(
            (
                place
                for place in places
                if place[-1].code[:2] == listing.code[:2] and 0 <= listing.first - place[-1].last <= 1
            ),
            None,
        )
        if moved:
            moved.append(listing)
        else:
            places.append([listing])
    return tuple(Place(name, tuple(place)) for place in places)
