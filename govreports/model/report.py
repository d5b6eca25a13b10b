"""What parsing makes of a document: typed statistics, each pointing at the place it was read from."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from govreports.model.finding import Finding, Span

DocumentType = Literal[
    "annual-report", "work-summary", "correction", "index", "guide", "notice", "self-inspection", "other"
]
Form = Literal["narrative", "annex-2014", "regional-annex", "standard-2019", "standard-2021"]
Qualifier = Literal["exact", "approximate", "at_least", "at_most"]
Stated = Literal["number", "words", "blank", "dash", "text"]
Period = Literal["year", "cumulative", "other", "unclear"]
Scope = Literal["own", "own_and_departments", "subordinate", "area", "unclear"]

REPORTS: frozenset[DocumentType] = frozenset({"annual-report", "work-summary", "correction"})
"""The document types that are a report; the others are verdicts."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it up to the next heading of its level or above. `number` is as printed
    (一, （二）, 3), `level` counts from 1, `meaning` is one of the parsing module's section meanings or None."""

    number: str | None
    heading: str
    level: int
    meaning: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statistic:
    """An indicator's value as one report states it. `indicator` is None for a local row, which keeps its printed label.
    `value` is a number in `measure` as stated, None for a blank, a dash or a text. The quote is the clause that states
    it, `text[start:end]`; it is None only for a derived value or an empty cell."""

    indicator: str | None
    label: str | None
    value: Decimal | None
    measure: str | None
    as_stated: str | None
    qualifier: Qualifier
    stated: Stated
    period: Period
    scope: Scope
    preferred: bool
    start: int | None
    end: int | None
    quote: str | None
    derived_from: tuple[str, ...] = ()
    table: int | None = None
    row: int | None = None
    column: int | None = None
    pdf_page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that seems to state an indicator, but what it counts is not clear: for a human coder."""

    indicator: str
    reason: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of the document and the statistical form its labels belong to, if any."""

    number: int
    form: Form | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Covers:
    """The sentence that says what the report covers, and the reporting period read from it (ISO dates)."""

    first_day: str | None
    last_day: str | None
    evidence: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """One unit's report of one year, or the verdict that a document is none (`document_type` says which)."""

    document_type: DocumentType
    title: str | None
    unit: str | None
    region: str | None
    year: int | None
    form: Form
    covers: Covers | None = None
    sections: tuple[Section, ...] = ()
    tables: tuple[ReportTable, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a document beside its text: from its page, from the catalogue it was listed in, from the
    registry. `region` is the portal's 6-digit code, `unit_region` that of the registry's row for the listed unit,
    `site_code` the page's SiteIDCode; `only_copy` says that its catalogue was read to its end and lists
    no better entry for its unit and year."""

    title: str | None = None
    url: str | None = None
    listed_title: str | None = None
    listed_unit: str | None = None
    published: str | None = None
    source: str | None = None
    publisher: str | None = None
    banner: str | None = None
    index_number: str | None = None
    breadcrumb: tuple[str, ...] = ()
    region: str | None = None
    unit_region: str | None = None
    site_name: str | None = None
    site_code: str | None = None
    damage: tuple[Finding, ...] = ()
    only_copy: bool = False
