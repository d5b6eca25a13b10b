"""A page and what parsing made of it → the record."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar, cast

from govreports.model.finding import Span, within
from govreports.model.identity import further_identity
from govreports.model.page import DateClaim, Page
from govreports.model.record import (
    AttachmentRecord,
    CandidateRecord,
    CoversRecord,
    DateRecord,
    FindingRecord,
    PartRecord,
    Record,
    SectionRecord,
    StatisticRecord,
    TableRecord,
)
from govreports.model.report import Covers, Report
from govreports.parsing import Reading
from govreports.parsing.version import PARSER_VERSION

Shape = TypeVar("Shape")


def build_record(
    page: Page,
    report: Report,
    *,
    portal: str | None = None,
    entry_url: str | None = None,
    identity: str,
    listed: str | None = None,
    version: int = 1,
) -> Record:
    """The record of one report.

    `identity` is its id (see `govreports.model.identity`), `entry_url` the address it was listed under, which stands in
    where the page does not know its own, `listed` the date beside that link.
    """
    return {
        "id": identity,
        "version": version,
        "snapshot": page.snapshot,
        "url": page.url or entry_url,
        "portal": portal,
        "document_type": report.document_type,
        "title": report.title,
        "unit": report.unit,
        "publisher": page.publisher,
        "region": report.region,
        "year": report.year,
        "covers": _covers(report.covers),
        "form": report.form,
        "published": page.published,
        "source": page.source,
        "index_number": page.index_number,
        "breadcrumb": list(page.breadcrumb),
        "metadata": dict(page.metadata),
        "dates": shaped(DateRecord, _dates(page, listed)),
        "attachments": shaped(AttachmentRecord, page.attachments),
        "documents": shaped(PartRecord, page.document.parts),
        "text": page.document.text,
        "sections": shaped(SectionRecord, report.sections),
        "tables": shaped(TableRecord, report.tables),
        "statistics": shaped(StatisticRecord, report.statistics),
        "candidates": shaped(CandidateRecord, report.candidates),
        "findings": shaped(FindingRecord, dict.fromkeys((*page.findings, *report.findings))),
        "repairs": list(page.repairs),
        "parser_version": PARSER_VERSION,
    }


def build_records(
    page: Page,
    readings: Sequence[Reading],
    *,
    portal: str | None = None,
    entry_url: str | None = None,
    identity: str,
    listed: str | None = None,
) -> tuple[Record, ...]:
    """The records of the reports of one page: the first under the page's own `identity`, the others under `…-2`, `…-3`.
    Where there are several, each has its stretch of the text, and the page's findings that lie in it."""
    if len(readings) == 1:
        pages = [page]
    else:
        pages = [
            replace(
                page,
                document=reading.document,
                findings=within(page.findings, reading.start, reading.start + len(reading.document.text)),
            )
            for reading in readings
        ]
    return tuple(
        build_record(
            own,
            reading.report,
            portal=portal,
            entry_url=entry_url,
            identity=further_identity(identity, number),
            listed=listed,
        )
        for number, (own, reading) in enumerate(zip(pages, readings, strict=True), 1)
    )


def to_json(record: Record) -> str:
    """The record as one line of JSON, Chinese as it is; the same record always gives the same line."""
    return json.dumps(record, ensure_ascii=False)


def shaped(shape: type[Shape], things: Iterable[object]) -> list[Shape]:
    """Things of the model with just the keys of a part of the record, in its order; the shape's keys name their
    attributes."""
    return [cast(Shape, {key: _plain(getattr(thing, key)) for key in shape.__annotations__}) for thing in things]


def _plain(value: object) -> object:
    """JSON's form of a value: whole decimals as whole numbers, other decimals as floats, tuples as lists."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    return value


def _dates(page: Page, listed: str | None) -> list[DateClaim]:
    claims = (*page.dates, DateClaim("listed", listed)) if listed else page.dates
    return list(dict.fromkeys(claims))


def _covers(covers: Covers | None) -> CoversRecord | None:
    if covers is None:
        return None
    return {
        "from": covers.first_day,
        "to": covers.last_day,
        "start": covers.evidence.start,
        "end": covers.evidence.end,
        "quote": covers.quote,
    }
