"""The record: what `parse --json`, the JSONL export, a fixture's expectation and the store hold, key by key.

The key order here is the order in which the keys are printed. Keys are always present; what is unknown is None or
empty. Nothing in a record depends on when, where or by which run its page was fetched.
"""

from typing import TypedDict

Number = int | float


class DateRecord(TypedDict):
    """A date as one place claims it."""

    kind: str
    value: str


class AttachmentRecord(TypedDict):
    """A file that hangs on the page."""

    url: str
    name: str
    media_type: str | None
    digest: str | None


class PartRecord(TypedDict):
    """The stretch of the text that one snapshot gave."""

    snapshot: str
    url: str | None
    media_type: str
    start: int
    end: int


# `from` is a keyword of Python, so these keys can only be given in the call form.
CoversRecord = TypedDict("CoversRecord", {"from": str | None, "to": str | None, "start": int, "end": int, "quote": str})


class SectionRecord(TypedDict):
    """A heading and all that stands under it."""

    number: str | None
    heading: str
    level: int
    meaning: str | None
    start: int
    end: int


class TableRecord(TypedDict):
    """A table of the text and the form its labels belong to."""

    number: int
    form: str | None
    start: int
    end: int


class StatisticRecord(TypedDict):
    """An indicator's value as the report states it, in `measure` as stated."""

    indicator: str | None
    label: str | None
    value: Number | None
    measure: str | None
    as_stated: str | None
    qualifier: str
    stated: str
    period: str
    scope: str
    preferred: bool
    derived_from: list[str]
    start: int | None
    end: int | None
    quote: str | None
    table: int | None
    row: int | None
    column: int | None
    pdf_page: int | None
    box: list[float] | None


class CandidateRecord(TypedDict):
    """A sentence that seems to state an indicator."""

    indicator: str
    reason: str
    start: int
    end: int
    quote: str


class SpanRecord(TypedDict):
    """Half-open character offsets into the text."""

    start: int
    end: int


class FindingRecord(TypedDict):
    """Something a reader must know."""

    code: str
    severity: str
    message: str
    indicators: list[str]
    evidence: list[SpanRecord]


class Record(TypedDict):
    """One report."""

    id: str
    version: int
    snapshot: str
    url: str | None
    portal: str | None
    document_type: str
    title: str | None
    unit: str | None
    publisher: str | None
    region: str | None
    year: int | None
    covers: CoversRecord | None
    form: str
    published: str | None
    source: str | None
    index_number: str | None
    breadcrumb: list[str]
    metadata: dict[str, str]
    dates: list[DateRecord]
    attachments: list[AttachmentRecord]
    documents: list[PartRecord]
    text: str
    sections: list[SectionRecord]
    tables: list[TableRecord]
    statistics: list[StatisticRecord]
    candidates: list[CandidateRecord]
    findings: list[FindingRecord]
    repairs: list[str]
    parser_version: str
