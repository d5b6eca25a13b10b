"""Whose report of which year it is: each witness in its order of trust."""

import re
from dataclasses import dataclass

from govreports.model.document import Document
from govreports.model.report import Covers, Hints
from govreports.parsing.covers import covered_year, read_day
from govreports.parsing.organs import organ_named
from govreports.parsing.title import Titles
from govreports.parsing.units import unit_of_title
from govreports.parsing.years import YEAR, fold, read_year
from govreports.regions import Whereabouts, Witnesses, decide_region

_ANNOUNCED = re.compile(
    r"(?:公布|发布|编制|撰写|现将|现就"
    rf"|报告)(?P<unit>[^,.。;:\d《》]{{3,25}}?)(?:关于)?{YEAR}[^,。]{{0,12}}(?:公开|年报|年度报告)"
)
_OPENING = 800
_DATE_LINE = re.compile(
    r"[\d二〇○零O一三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
_LONGEST_NAME = 25


@dataclass(frozen=True, slots=True)
class Years:
    """The reporting year that the document states, and the year that a title names."""

    stated: int | None
    of_title: int | None


def unit_of(titles: Titles, document: Document, hints: Hints) -> str | None:
    """The organ whose report it is: from the title chosen, from the other titles, from its catalogue, from what
    announces or signs the report in its text, then from what the publisher, the banner, the breadcrumb (its last item
    that is an organ), the site and the source say."""
    for title in titles.found:
        if unit := unit_of_title(title):
            return unit
    witnesses = (
        hints.listed_unit,
        *(match["unit"] for match in _ANNOUNCED.finditer(fold(document.text[:_OPENING]))),
        _signature(document).signer,
        hints.publisher,
        hints.banner,
        *reversed(hints.breadcrumb),
        hints.site_name,
        hints.source,
    )
    return next((unit for witness in witnesses if (unit := organ_named(witness))), None)


def years_of(titles: Titles, covers: Covers | None) -> Years:
    """The reporting year as the document states it: in a title, else in the sentence that says what it covers."""
    named = next((year for title in titles.found if (year := read_year(title))), None)
    return Years(named or covered_year(covers), named)


def year_by_date(document: Document, hints: Hints) -> int | None:
    """The reporting year as the day of publication, else of the signature, lets one expect it: the year before, or
    that year itself where the day is in December."""
    day = hints.published or _signature(document).day
    if day is None or not re.match(r"20\d\d-\d\d", day):
        return None
    return int(day[:4]) - (day[5:7] != "12")


def region_of(unit: str | None, year: int | None, hints: Hints) -> Whereabouts:
    """Where the unit is, by the order of trust of `govreports.regions.witnesses`."""
    beside = (hints.listed_unit, hints.publisher, hints.banner, hints.source)
    return decide_region(
        Witnesses(
            unit=unit,
            registry=hints.unit_region,
            index_number=hints.index_number,
            beside=tuple(name for name in beside if name),
            portal=hints.region,
            site_code=hints.site_code,
            url=hints.url,
            site_name=hints.site_name,
            clues=tuple(reversed(hints.breadcrumb)),
        ),
        year,
    )


@dataclass(frozen=True, slots=True)
class _Signature:
    """Who signed a text at its end, and on which day."""

    signer: str | None = None
    day: str | None = None


def _signature(document: Document) -> _Signature:
    """The last line where it is a date, with the short line before it."""
    lines = [document.text[block.start : block.end].strip() for block in document.blocks[-2:]]
    if not lines or not _DATE_LINE.fullmatch(fold(lines[-1])):
        return _Signature()
    signer = lines[0] if len(lines) > 1 and len(lines[0]) <= _LONGEST_NAME else None
    return _Signature(signer, read_day(lines[-1]))
