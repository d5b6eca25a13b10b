"""Where an organ is: what each witness says, and whom to believe.

The order of trust (docs/architecture.md says why):

1. `name`: the organ's own name, where it names a place
2. `registry`: the registry's row of that organ
3. `credit-code`: the division in the credit code of the index number, else of the page's address (some systems keep
   each organ's pages under its code), where the check digit holds
4. `beside`: the names that stand beside it, in the order given
5. `portal`, and `site-code`, the first six digits of SiteIDCode: the portal's, but the site's where that lies in it
6. `site-name`
7. `index-number`: a division in front of the index number, or in a credit code whose check digit fails

A name that tells its level and no place (县卫生局) is where the first witness says that has a division of that level to
tell of. Each code is turned into that of the year asked for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from govreports.regions.divisions import divisions, significant
from govreports.regions.index_number import read_index_number
from govreports.regions.search import find_region
from govreports.regions.successions import code_in, is_known, lie_together

Kind = Literal["name", "registry", "credit-code", "beside", "portal", "site-code", "site-name", "index-number"]
Level = Literal["province", "prefecture", "city", "county"]

_STRONG: frozenset[Kind] = frozenset({"name", "registry", "credit-code", "portal", "site-code"})
_TODAY = 9999
_LEVELS: tuple[tuple[re.Pattern[str], Level], ...] = (
    (re.compile(r"(?:省|自治区)(?!级)"), "province"),
    # 市场监督管理局, 市政公用局, 市容局 name no city, 市中区 a district
    (re.compile(r"市(?!场|容|政(?!府|协)|[中南北郊]区)"), "city"),
    (re.compile(r"(?:州|盟|地区)(?!市)"), "prefecture"),
    (re.compile(r"(?:县|旗|区(?!域|划))"), "county"),
    (re.compile(r".{1,12}(?:镇|乡|苏木|街道)(?:(?:人民)?政府|办事处)?$"), "county"),
)


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What speaks of an organ's place; all may be missing. `unit` is the organ's name, `registry` its division code in
    the registry's row for it, `beside` are names of organs that stand beside it, in order of trust, `portal` is the
    portal's division code, `site_code` the ten characters of SiteIDCode, `url` the page's address, `clues` are other
    texts that may tell places of one name apart (a breadcrumb)."""

    unit: str | None = None
    registry: str | None = None
    index_number: str | None = None
    beside: tuple[str, ...] = ()
    portal: str | None = None
    site_code: str | None = None
    url: str | None = None
    site_name: str | None = None
    clues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The division that one witness tells."""

    by: Kind
    code: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The division decided on and who told it (None where nobody does), and the strong witnesses that tell of another
    place, wherever in it or around it."""

    told: Told | None = None
    against: tuple[Told, ...] = ()

    @property
    def region(self) -> str | None:
        """The 6-digit code."""
        return self.told.code if self.told else None


def decide_region(witnesses: Witnesses, year: int | None = None) -> Whereabouts:
    """The division of an organ at the end of `year` (None: today), by the order of trust."""
    told = [Told(one.by, code_in(one.code, year or _TODAY)) for one in _told(witnesses, year)]
    chosen = _first_fitting(told, level_named(witnesses.unit)) if told else None
    if chosen is None:
        return Whereabouts()
    strong = [one for one in told if one.by in _STRONG] if chosen.by in _STRONG else []
    against = tuple(one for one in strong if is_known(one.code) and not lie_together(one.code, chosen.code))
    return Whereabouts(chosen, against if is_known(chosen.code) else ())


def site_division(site_code: str | None) -> str | None:
    """The division in a SiteIDCode: six of its ten digits. None for central bodies (bm…) and for what is no code."""
    match = re.fullmatch(r"\s*(\d{6})\d{4}\s*", site_code or "")
    return match[1] if match and is_known(match[1]) else None


def level_named(unit: str | None) -> Level | None:
    """The level that a name begins with instead of a place (市商务局, 县政府), or that a town's name implies."""
    return next((level for pattern, level in _LEVELS if pattern.match(unit or "")), None)


def _told(witnesses: Witnesses, year: int | None) -> Iterable[Told]:
    """What the witnesses tell, the most trusted first. Where the organ's own name tells its place, other names are not
    asked: they could only be those of other organs."""
    index = read_index_number(witnesses.index_number or "")
    address = read_index_number(witnesses.url or "")
    site = site_division(witnesses.site_code)
    sound = next((code for one in (index, address) if one.sound and (code := _listed(one.division))), None)
    unsound = None if index.sound else _listed(index.division)
    near = [
        *_codes(witnesses.registry, sound, witnesses.portal),
        *witnesses.beside,
        *witnesses.clues,
        *filter(None, (witnesses.site_name,)),
        *_codes(site, unsound),
    ]
    own = find_region(witnesses.unit or "", near=near, year=year)
    if own:
        yield Told("name", own)
    if witnesses.registry:
        yield Told("registry", witnesses.registry)
    if sound:
        yield Told("credit-code", sound)
    for name in () if own else witnesses.beside:
        if code := find_region(name, near=near, year=year):
            yield Told("beside", code)
    yield from _of_the_site(witnesses.portal, site)
    if not own and (code := find_region(witnesses.site_name or "", near=near, year=year)):
        yield Told("site-name", code)
    if unsound:
        yield Told("index-number", unsound)


def _codes(*codes: str | None) -> Iterable[str]:
    """Codes as clues: as they are, and as those of today."""
    for code in codes:
        if code:
            yield from dict.fromkeys((code, code_in(code, _TODAY)))


def _of_the_site(portal: str | None, site: str | None) -> Iterable[Told]:
    """What portal and site code tell; the portal before the site, unless the site is a part of it."""
    told = [Told("portal", portal)] if portal else []
    if site:
        within = portal and site != portal and site.startswith(significant(portal))
        told.insert(0 if within else len(told), Told("site-code", site))
    return told


def _listed(division: str | None) -> str | None:
    """A printed division code where a list knows it; else its prefecture's: development zones are registered under
    codes of their own that no list holds (341703 in 341700)."""
    if division is None:
        return None
    return next((code for code in (division, division[:4] + "00") if is_known(code)), None)


def _first_fitting(told: list[Told], level: Level | None) -> Told:
    """The first that tells a division of the level; else the first that lies in one; else the first."""
    if level is None or told[0].by == "name":
        return told[0]
    for one in told:
        if _is_of(one.code, level):
            return one
    for one in told:
        for above in (one.code[:4] + "00", one.code[:2] + "0000"):
            if is_known(above) and _is_of(above, level):
                return Told(one.by, above)
    return told[0]


def _is_of(code: str, level: Level) -> bool:
    if level == "city":
        return any(name.endswith("市") for name in divisions().names.get(code, ()))
    actual = "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"
    return actual == level
