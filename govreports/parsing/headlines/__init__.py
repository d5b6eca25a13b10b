"""Headline indicators from prose: what a careful coder takes from a report, each pointing at its place.

Precision before recall: a sentence unclear in what it counts gives a candidate, one clear in that but not in period or
scope a statistic with `unclear`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govreports.model.document import Document
from govreports.model.report import Candidate, Section, Statistic
from govreports.parsing.headlines.figures import read_figures
from govreports.parsing.headlines.labels import label_of
from govreports.parsing.headlines.preference import prefer
from govreports.parsing.headlines.sentences import Sentence, read_paragraphs
from govreports.parsing.headlines.statement import Found, Statement
from govreports.parsing.headlines.zeros import read_zeros


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
    found = [item for paragraph in read_paragraphs(document, sections) for item in _read(paragraph, year, unit)]
    statements = prefer(_accepted_or_received([item for item in found if isinstance(item, Statement)]))
    candidates = {(c.indicator, c.start, c.end): c for c in found if isinstance(c, Candidate)}
    return Headlines(
        tuple(_statistic(statement, preferred, document.text) for statement, preferred in statements),
        tuple(sorted(candidates.values(), key=lambda c: (c.start, c.end, c.indicator))),
    )


def _read(paragraph: Sequence[Sentence], year: int | None, unit: str | None) -> Iterator[Found]:
    yearly: set[str] = set()
    last: Statement | None = None
    for n, sentence in enumerate(paragraph):
        earlier = paragraph[:n]
        for item in (*read_figures(sentence, earlier, last, year, unit), *read_zeros(sentence, earlier, year, unit)):
            if isinstance(item, Statement):
                last = item
                if item.period == "year":
                    yearly.add(item.indicator)
                elif item.period == "unclear" and "累计" in sentence.folded and item.indicator in yearly:
                    # 累计 beside a figure of the year (headlines.tsv, disclosed).
                    item = replace(item, period="cumulative")
            yield item


def _accepted_or_received(statements: Sequence[Statement]) -> list[Statement]:
    """受理 counts as received where the report does not set it apart from 收到 (headlines.tsv, requests.accepted)."""
    received = {s.period for s in statements if s.indicator == "requests.received"}
    return [
        replace(s, indicator="requests.received")
        if s.indicator == "requests.accepted" and s.period not in received
        else s
        for s in statements
    ]


def _statistic(statement: Statement, preferred: bool, text: str) -> Statistic:
    return Statistic(
        indicator=statement.indicator,
        label=label_of(statement.indicator),
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
        quote=text[statement.start : statement.end],
    )
