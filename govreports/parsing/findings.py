"""What a reader must know of a report as a whole."""

from collections.abc import Mapping
from datetime import date

from govreports.model.finding import Finding
from govreports.model.report import REPORTS, Covers, Form
from govreports.parsing.covers import covered_year
from govreports.parsing.kinds import Verdict
from govreports.parsing.organs import is_department
from govreports.regions import Whereabouts

_NEW_RULES = 2019
"""First reporting year under the 条例 of 2019."""

_OPEN = 9999
_YEARS_OF_FORMS: Mapping[Form, tuple[int, int]] = {
    "annex-2014": (2014, 2018),
    "regional-annex": (2008, 2018),
    "standard-2019": (2019, 2020),
    "standard-2021": (2021, _OPEN),
}
"""First and last reporting year of each form (国办发〔2014〕32号, 国办公开办函〔2019〕60号 and 〔2021〕30号)."""

_NO_TEXT = Finding("no-text", "error", "The page holds no text to read: an image or an attachment may hold the report.")
_UNIT_UNKNOWN = Finding("unit-unknown", "warning", "Neither a title nor the page names the organ whose report this is.")
_YEAR_UNKNOWN = Finding("year-unknown", "warning", "Neither a title nor the text nor a date tells the reporting year.")


_WITNESS = {
    "name": "its name",
    "registry": "the registry",
    "credit-code": "the credit code in its index number",
    "portal": "its portal",
    "site-code": "the page's SiteIDCode",
}


def identity_findings(
    *,
    unit: str | None,
    year: int | None,
    year_of_title: int | None,
    covers: Covers | None,
    published: str | None,
    verdict: Verdict,
    readable: bool,
    place: Whereabouts,
) -> tuple[Finding, ...]:
    """Findings about whose report of which year it is, whether it is one, and whether it came in time."""
    is_report = verdict.document_type in REPORTS
    found = [
        _not_a_report(verdict),
        None if readable else _NO_TEXT,
        None if unit or not is_report else _UNIT_UNKNOWN,
        None if year or not is_report else _YEAR_UNKNOWN,
        _year_disagrees(year_of_title, covers),
        _late(unit, year, published) if is_report else None,
        _region_disagrees(place) if is_report else None,
    ]
    return tuple(finding for finding in found if finding)


def form_findings(form: Form, year: int | None) -> tuple[Finding, ...]:
    """`form-of-another-year` where the tables follow a form that was not yet, or no longer, that of the year."""
    if year is None or form not in _YEARS_OF_FORMS:
        return ()
    first, last = _YEARS_OF_FORMS[form]
    if first <= year <= last:
        return ()
    message = f"The report of {year} follows the form {form}, which was that of {first} to {last}."
    return (Finding("form-of-another-year", "warning", message.replace(f" to {_OPEN}", " on")),)


def deadline(year: int, unit: str | None) -> date:
    """Last day to publish the report of `year`: 31 March of the next year (条例 2007 第三十一条, 2019 第四十九条); from
    2019 on 31 January for departments (条例 2019 第四十九条)."""
    if year >= _NEW_RULES and unit is not None and is_department(unit):
        return date(year + 1, 1, 31)
    return date(year + 1, 3, 31)


def _late(unit: str | None, year: int | None, published: str | None) -> Finding | None:
    if year is None or published is None:
        return None
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    last = deadline(year, unit)
    if day <= last:
        return None
    return Finding("late", "info", f"Published on {day}, after the deadline of {last} for the report of {year}.")


def _year_disagrees(title_year: int | None, covers: Covers | None) -> Finding | None:
    covered = covered_year(covers)
    if covers is None or covered is None or title_year is None or covered == title_year:
        return None
    message = f"The title names {title_year}, but the text says that it covers {covered}."
    return Finding("year-disagrees", "warning", message, evidence=(covers.evidence,))


def _region_disagrees(place: Whereabouts) -> Finding | None:
    if place.told is None or not place.against:
        return None
    against = " and ".join(f"{_WITNESS[told.by]} of {told.code}" for told in place.against)
    message = f"Where the unit is: {_WITNESS[place.told.by]} tells of {place.told.code}, but {against}."
    return Finding("region-disagrees", "warning", message)


def _not_a_report(verdict: Verdict) -> Finding | None:
    if verdict.document_type in REPORTS:
        return None
    return Finding(
        "not-a-report", "info", f"Taken for {_WITH_ARTICLE.get(verdict.document_type, 'no report')}: {verdict.reason}."
    )


_WITH_ARTICLE = {
    "index": "an index",
    "guide": "a guide",
    "notice": "a notice",
    "self-inspection": "a self-inspection",
    "other": "another document",
}
