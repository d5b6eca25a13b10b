"""The pages of an article → its records, or that it is no report. Crawl and rebuild both go this one way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from govreports.model.exchange import Entry
from govreports.model.finding import Finding
from govreports.model.identity import entry_identity
from govreports.model.page import Page
from govreports.model.reading import Source
from govreports.model.record import Record
from govreports.model.report import REPORTS, DocumentType
from govreports.pages import join_pages, read_page
from govreports.parsing import hints_of, parse_reports
from govreports.platforms import adapter
from govreports.portals import Portal
from govreports.publish.record import build_records

NOT_A_REPORT = "not-a-report"


@dataclass(frozen=True, slots=True)
class NotAReport:
    """What a page is that is no report, and what tells it."""

    document_type: DocumentType
    reason: str


def page_missing(url: str, reason: str) -> Finding:
    """What a reader of an article must know of a page of it that is not there."""
    return Finding("continuation-missing", "warning", f"a further page of the article, {url}, is missing: {reason}")


def read_source(body: bytes, source: Source, portal: Portal) -> Page:
    """One page of an article, from its body without Content-Encoding. Raises UnreadablePage."""
    return read_page(
        body,
        snapshot=source.digest,
        url=source.url,
        content_type=source.content_type,
        detail=adapter(portal.platform).detail,
    )


def read_article(
    pages: Sequence[Page], findings: Sequence[Finding], *, portal: Portal, entry: Entry
) -> tuple[Record, ...] | NotAReport:
    """Join an article's pages, parse them with what page, entry and portal know, and build the records under the
    entry's identity. `findings` are about the pages: what of the article is missing. Of a page that holds several
    reports what is none is left out."""
    joined = join_pages(pages)
    page = replace(joined, findings=(*joined.findings, *findings))
    hints = hints_of(page, entry=entry, region=portal.region, unit_region=portal.region_of(entry.unit))
    # The catalogue has been read to its end: this entry is the main one of its report.
    readings = parse_reports(page.document, replace(hints, only_copy=True))
    if reports := tuple(reading for reading in readings if reading.report.document_type in REPORTS):
        return build_records(
            page,
            reports,
            portal=portal.id,
            entry_url=entry.url,
            identity=entry_identity(portal.id, entry.url),
            listed=entry.listed,
        )
    none = readings[0].report
    told = (finding.message for finding in none.findings if finding.code == NOT_A_REPORT)
    return NotAReport(none.document_type, next(told, none.document_type))
