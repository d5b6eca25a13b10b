"""Headline indicators from prose: what a careful coder takes from a report, each pointing at its place.

Precision before recall: a sentence unclear in what it counts gives a candidate, one clear in that but not in period or
scope a statistic with `unclear`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from govreports.model.document import Document
from govreports.model.report import Candidate, Section, Statistic
from govreports.parsing.headline_table import headline_table
from govreports.parsing.headlines.figures import read_figures
from govreports.parsing.headlines.preference import prefer
from govreports.parsing.headlines.reading import Reading
from govreports.parsing.headlines.sentences import Sentence, read_paragraphs
from govreports.parsing.headlines.statement import Found, Statement
from govreports.parsing.headlines.zeros import read_zeros

_UNABLE = "requests.unable"
_KIND_OF_UNABLE = re.compile(r"不存在|不属于|非本|掌握|没有现成")
_RESULTS = frozenset(
    f"requests.{result}" for result in ("concluded", "answered", "granted", "partial", "denied", "unable")
)


@dataclass(frozen=True, slots=True)
class Headlines:
    """Statistics and candidates in the order of the text."""

    statistics: tuple[Statistic, ...]
    candidates: tuple[Candidate, ...]


def read_headlines(
    document: Document, sections: Sequence[Section], year: int | None = None, unit: str | None = None
) -> Headlines:
    """Headline statistics of a report's prose.

    `year` is the report's year, against which the years in the text are read; `unit` the reporting organ's name, by
    which a subject is told to be the organ itself.
    """
    paragraphs = read_paragraphs(document, sections)
    found: list[Found] = []
    for paragraph in paragraphs:
        found += _read(paragraph, year, unit, next((s for s in reversed(found) if isinstance(s, Statement)), None))
    found = _results_of_the_year(_one_kind_of_unable(found))
    statements = prefer(_accepted_or_received([item for item in found if isinstance(item, Statement)]))
    candidates = {(c.indicator, c.start, c.end): c for c in found if isinstance(c, Candidate)}
    return Headlines(
        tuple(_statistic(statement, preferred) for statement, preferred in statements),
        tuple(sorted(candidates.values(), key=lambda c: (c.start, c.end, c.indicator))),
    )


def _read(paragraph: Sequence[Sentence], year: int | None, unit: str | None, above: Statement | None) -> list[Found]:
    found: list[Found] = []
    last: Statement | None = None
    for n, sentence in enumerate(paragraph):
        reading = Reading(sentence, paragraph[:n], year, unit, above)
        figures = list(read_figures(reading, last))
        said = [*figures, *(zero for zero in read_zeros(reading) if not _told_by(zero, figures))]
        last = _spoken_of(said) or last
        found += said
    return _cumulative_beside_year(found)


def _told_by(zero: Found, figures: Sequence[Found]) -> bool:
    """Whether a figure has told already what 受理数为0 says in words, too."""
    return zero.indicator == "requests.received" and any(
        figure.indicator == "requests.accepted" and figure.start < zero.end and zero.start < figure.end
        for figure in figures
    )


def _spoken_of(said: Sequence[Found]) -> Statement | None:
    """The statement that the next sentence may go on from: the last one, but a total before its parts."""
    statements = [item for item in said if isinstance(item, Statement) and item.period != "other"]
    return next((item for item in reversed(statements) if not item.part), statements[-1] if statements else None)


def _cumulative_beside_year(found: Sequence[Found]) -> list[Found]:
    """A bare 累计 beside a figure of the year is a stock (headlines.tsv, disclosed)."""
    yearly = {item.indicator for item in found if isinstance(item, Statement) and item.period == "year"}
    return [
        replace(item, period="cumulative")
        if isinstance(item, Statement) and item.cumulative and item.period == "unclear" and item.indicator in yearly
        else item
        for item in found
    ]


def _one_kind_of_unable(found: Sequence[Found]) -> list[Found]:
    """信息不存在 and 不属于本机关 are kinds of it; where both stand for one period and scope neither is the whole."""
    unable = [item for item in found if isinstance(item, Statement) and item.indicator == _UNABLE]
    several = {
        s
        for s in unable
        for t in unable
        if (s.period, s.scope) == (t.period, t.scope) and (s.value, _kind(s)) != (t.value, _kind(t))
    }
    return [
        Candidate(_UNABLE, "one of several kinds of it", item.start, item.end, item.quote) if item in several else item
        for item in found
    ]


def _kind(unable: Statement) -> str | None:
    kind = _KIND_OF_UNABLE.search(unable.quote)
    return kind[0] if kind else None


def _results_of_the_year(found: Sequence[Found]) -> list[Found]:
    """到年底已答复36件 of the requests received in a year speaks of that year."""
    received = {
        item.scope
        for item in found
        if isinstance(item, Statement) and item.indicator == "requests.received" and item.period == "year"
    }
    return [
        replace(item, period="year")
        if isinstance(item, Statement)
        and item.indicator in _RESULTS
        and item.period == "unclear"
        and not item.cumulative
        and item.scope in received
        else item
        for item in found
    ]


def _accepted_or_received(statements: Sequence[Statement]) -> list[Statement]:
    """受理 counts as received where the report does not set it apart from 收到 (headlines.tsv, requests.accepted)."""
    received = {s.period for s in statements if s.indicator == "requests.received"}
    return [
        replace(s, indicator="requests.received")
        if s.indicator == "requests.accepted" and s.period not in received
        else s
        for s in statements
    ]


def _statistic(statement: Statement, preferred: bool) -> Statistic:
    return Statistic(
        indicator=statement.indicator,
        label=headline_table()[statement.indicator].label,
        value=statement.value,
        measure=statement.measure,
        as_stated=statement.as_stated,
        qualifier=statement.qualifier,
        stated=statement.stated,
        period=statement.period,
        scope=statement.scope,
        preferred=preferred,
        start=statement.start,
        end=statement.end,
        quote=statement.quote,
    )
