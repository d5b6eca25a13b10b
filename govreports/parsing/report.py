"""A document and what is known beside it → a report, or the reports it holds."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from govreports.model.document import Document
from govreports.model.finding import within
from govreports.model.report import REPORTS, Hints, Report, Statistic
from govreports.parsing.bodies import body_verdict, has_text
from govreports.parsing.covers import read_covers
from govreports.parsing.damage import near_damage
from govreports.parsing.findings import form_findings, identity_findings
from govreports.parsing.forms import read_form, read_tables
from govreports.parsing.headlines import Headlines, read_headlines
from govreports.parsing.identity import region_of, unit_of, year_by_date, years_of
from govreports.parsing.kinds import verdict_of
from govreports.parsing.parts import split
from govreports.parsing.sections import read_sections
from govreports.parsing.slips import slip_findings
from govreports.parsing.tables import (
    find_flattened,
    form_of,
    lines_of,
    read_flattened,
    read_form_tables,
    table_findings,
    with_forms,
    with_tables,
)
from govreports.parsing.title import choose_title


@dataclass(frozen=True, slots=True)
class Reading:
    """A report, and the document it was read from: its offsets are those of this document, which starts at `start` in
    the page's text."""

    document: Document
    report: Report
    start: int = 0


def parse_reports(document: Document, hints: Hints) -> tuple[Reading, ...]:
    """Every report that a page holds, in its order: most hold one, a collection those of many units (see `parts`).
    Never empty: a page that is no report gives the one reading that says so."""
    parts = split(document)
    if len(parts) == 1:
        return (Reading(document, parse_report(document, hints)),)
    readings: list[Reading] = []
    for part in parts:
        # What the catalogue and the signature say of the page is true of none of its reports.
        damage = within(hints.damage, part.start, part.start + len(part.document.text))
        own = replace(
            hints,
            title=part.title,
            listed_title=None,
            listed_unit=None,
            unit_region=None,
            publisher=None,
            banner=None,
            damage=damage,
        )
        readings.append(Reading(part.document, parse_report(part.document, own), part.start))
    return tuple(readings)


def parse_report(document: Document, hints: Hints) -> Report:
    """What the document reports: whose report of which year, its sections, tables and findings. Pure; never raises for
    any text. A document that is no report gets its type and
    a finding that says why, but no statistics."""
    titles = choose_title(document, hints)
    verdict = verdict_of(titles.chosen, body_verdict(document, titles.chosen), only_copy=hints.only_copy)
    is_report = verdict.document_type in REPORTS
    covers = read_covers(document.text)
    years = years_of(titles, covers)
    year = years.stated or (year_by_date(document, hints) if is_report else None)
    unit = unit_of(titles, document, hints)
    place = region_of(unit, year, hints)
    flattened = find_flattened(document) if is_report else []
    form_tables = read_form_tables(document, year, unit) if is_report else []
    rows = lines_of(document, flattened, form_tables)
    sections = read_sections(document, rows)
    prose = replace(document, blocks=tuple(block for block in document.blocks if block.start not in rows))
    headlines = read_headlines(prose, sections, year, unit) if is_report else Headlines((), ())
    form_tables += read_flattened(document, flattened, _stated(headlines.statistics), unit)
    tables = with_forms(read_tables(document), form_tables, flattened)
    statistics = with_tables(headlines.statistics, document, form_tables)
    form = form_of(form_tables) or read_form(document, tables)
    findings = identity_findings(
        unit=unit,
        year=year,
        year_of_title=years.of_title,
        covers=covers,
        published=hints.published,
        verdict=verdict,
        readable=has_text(document),
        place=place,
    )
    checks = table_findings(form_tables, headlines.statistics, statistics)
    slips = slip_findings(document.text, covers, hints.damage) if is_report else ()
    of_form = form_findings(form, year) if is_report else ()
    near = near_damage(document.text, hints.damage, headlines.statistics)
    return Report(
        document_type=verdict.document_type,
        title=titles.chosen,
        unit=unit,
        region=place.region,
        year=year,
        form=form,
        covers=covers,
        sections=sections,
        tables=tables,
        statistics=statistics,
        candidates=headlines.candidates,
        findings=(*hints.damage, *((near,) if near else ()), *findings, *of_form, *slips, *checks),
    )


def _stated(prose: Iterable[Statistic]) -> dict[str, Decimal]:
    """The figures of the year that the prose states without a qualifier, by indicator."""
    return {
        each.indicator: each.value
        for each in prose
        if each.indicator and each.value is not None and each.period == "year" and each.qualifier == "exact"
    }
