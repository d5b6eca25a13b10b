"""The most specific place of GB/T 2260 that an organ's name holds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from govreports.regions.divisions import Divisions, Place, divisions

_CODE = re.compile(r"\d{6}")
_LEADERS = ("中共", "中国共产党", "政协", "中国人民政治协商会议", "共青团")
"""What may stand before a place without a joint: 中共和县县委 is in 和县, not in 共和县."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A place's name found in a longer name: the places it may be, and where it ends."""

    places: tuple[Place, ...]
    end: int


def is_place(name: str) -> bool:
    """Whether `name` is a division's full name, now or since 2002 (or the short form of an autonomous one)."""
    return name in divisions().named


def is_stem(name: str) -> bool:
    """Whether `name` is a division's name without its suffix (杭州)."""
    return name in divisions().stems


def is_code(code: str) -> bool:
    """Whether `code` is a division's, now or since 2002."""
    return code in divisions().names


def find_region(name: str, *, near: Sequence[str] = (), year: int | None = None) -> str | None:
    """The 6-digit code of the most specific place, county or above, that `name` names with its suffix; None where it
    names none, or one of several places that nothing tells apart.

    `near` decides between places of the same name, in order of trust: codes of divisions, other names (a source, a
    breadcrumb; suffixes may be missing there). `year` picks the code a place had in that year where it has had several.
    """
    table = divisions()
    places = _chain(table, name)
    if year is not None:
        places = tuple(place for place in places if place.listed_in(year)) or places
    for clue in near:
        if len(places) < 2:
            break
        places = _nearest(places, _codes_of(table, clue))
    return places[0].code(year) if len(places) == 1 else None


def _chain(table: Divisions, name: str) -> tuple[Place, ...]:
    """What the last link of the chain of places in `name` may be; each link lies in the one before it (安徽省, 某某市,
    某某县). A name of two characters (城区, 和县) counts only at the start or right behind another."""
    found: tuple[Place, ...] = ()
    position = next((len(leader) for leader in _LEADERS if name.startswith(leader)), 0)
    joined = True
    while position < len(name):
        link = _link(table, name, position, found, joined)
        if link:
            found, position, joined = link.places, link.end, True
        else:
            position += 1
            joined = False
    return found


def _link(table: Divisions, name: str, position: int, found: tuple[Place, ...], joined: bool) -> _Link | None:
    if link := _first(_links(table, table.named, name, position, found), 2 if joined else 3, position):
        return link
    if not joined:
        return None
    if found and name[position - 1] == "市":
        # 市中区, 市南区 and their like, behind a city whose own 市 is not printed twice
        return _first(_links(table, table.named, name, position - 1, found), 3, position - 1)
    for stem in _links(table, table.stems, name, position, found):
        # a place without its suffix (杭州西湖区) says something only where one inside it follows
        if any(_links(table, table.named, name, stem.end, stem.places)):
            return stem
    return None


def _first(links: Iterator[_Link], shortest: int, position: int) -> _Link | None:
    return next((link for link in links if link.end - position >= shortest), None)


def _links(
    table: Divisions, names: Mapping[str, tuple[Place, ...]], name: str, position: int, found: tuple[Place, ...]
) -> Iterator[_Link]:
    """Names at `position`, longest first, that lie in one of the places `found` so far, if any."""
    for end in range(min(len(name), position + table.longest), position + 1, -1):
        places = names.get(name[position:end], ())
        if inside := tuple(place for place in places if not found or any(place.lies_in(outer) for outer in found)):
            yield _Link(inside, end)


def _codes_of(table: Divisions, clue: str) -> frozenset[str]:
    """The codes a clue stands for: itself, or those of the places it names, with their suffix or without."""
    if _CODE.fullmatch(clue):
        return frozenset({clue})
    places = _chain(table, clue) or next(
        (link.places for position in range(len(clue)) for link in _links(table, table.stems, clue, position, ())),
        (),
    )
    return frozenset(code for place in places for code in place.codes)


def _nearest(places: tuple[Place, ...], clues: frozenset[str]) -> tuple[Place, ...]:
    """Those of `places` that share the most leading digits with a clue; all of them where none shares any."""
    for digits in (6, 4, 2):
        heads = {clue[:digits] for clue in clues}
        if kept := tuple(place for place in places if any(code[:digits] in heads for code in place.codes)):
            return kept
    return places
