"""Whose report of which year it is: each witness in its order of trust."""

from dataclasses import dataclass

from govreports.model.report import Covers, Hints
from govreports.parsing.covers import covered_year
from govreports.parsing.organs import organ_named
from govreports.parsing.title import Titles
from govreports.parsing.units import unit_of_title
from govreports.parsing.years import read_year
from govreports.regions import find_region


@dataclass(frozen=True, slots=True)
class Years:
    """The reporting year, and the year that a title names."""

    year: int | None
    of_title: int | None


def unit_of(titles: Titles, hints: Hints) -> str | None:
    """The organ whose report it is: from the title chosen, from the other titles, then what the catalogue, the
    publisher, the banner, the breadcrumb (its last item that is an organ), the site and the source say."""
    for title in titles.found:
        if unit := unit_of_title(title):
            return unit
    witnesses = (
        hints.listed_unit,
        hints.publisher,
        hints.banner,
        *reversed(hints.breadcrumb),
        hints.site_name,
        hints.source,
    )
    return next((unit for witness in witnesses if (unit := organ_named(witness))), None)


def years_of(titles: Titles, covers: Covers | None, published: str | None) -> Years:
    """The reporting year: from the titles, then from the sentence that says what the report covers, then the year
    before its publication."""
    named = next((year for title in titles.found if (year := read_year(title))), None)
    published_year = int(published[:4]) - 1 if published and published[:4].isdigit() else None
    return Years(named or covered_year(covers) or published_year, named)


def region_of(unit: str | None, year: int | None, hints: Hints) -> str | None:
    """The division of the unit: the most specific place its name holds; where it holds none (市商务局) that of the
    organs named beside it, else the portal's."""
    near = [
        clue
        for clue in (
            hints.index_number,
            hints.listed_unit,
            hints.publisher,
            hints.source,
            hints.banner,
            *reversed(hints.breadcrumb),
            hints.site_name,
        )
        if clue
    ]
    for name in (unit, hints.listed_unit, hints.publisher, hints.banner, hints.source, hints.site_name):
        if name and (code := find_region(name, near=near, within=hints.region, year=year)):
            return code
    return hints.region
