"""The codes of findings. docs/parsing.md tells of each when it is given, how severe it is, and an example."""

from typing import Literal, get_args

PageCode = Literal[
    "digits-fused",
    "measure-lost",
    "mojibake",
    "private-use",
    "foreign-domain",
    "spam",
    "text-damaged",
    "date-disagrees",
    "continuation-missing",
    "table-unruled",
]
"""What reading a page may tell."""

ReportCode = Literal[
    "not-a-report",
    "no-text",
    "unit-unknown",
    "year-unknown",
    "year-disagrees",
    "region-disagrees",
    "late",
    "impossible-date",
    "template-text",
    "form-of-another-year",
    "sum-broken",
    "unverifiable",
    "rule-broken",
    "measure-suspect",
    "form-mixed",
    "table-incomplete",
    "header-lost",
    "label-misprinted",
    "digits-split",
    "ambiguous-digits",
    "text-against-table",
    "scope-differs",
]
"""What parsing may tell of a report."""

WalkCode = Literal[
    "no-catalogue",
    "no-column",
    "nothing-listed",
    "catalogue-unread",
    "catalogue-not-reached",
    "catalogue-repeats",
    "catalogue-page-empty",
    "catalogue-too-long",
    "total-disagrees",
    "off-site",
    "blocked",
    "crawl-delay",
    "archive-torn",
    "archive-full",
    "internal-error",
    "run-failed",
    "migration-date",
    "certificate-unverified",
]
"""What a walk over a portal may tell; never in a record."""

Code = PageCode | ReportCode | WalkCode

RECORD_CODES: tuple[Code, ...] = (*get_args(PageCode), *get_args(ReportCode))
"""Every code that a record's findings may have."""

WALK_CODES: tuple[Code, ...] = get_args(WalkCode)
"""Every code that the findings of a run may have beside those."""
