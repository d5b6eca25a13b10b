"""One example of each indicator out of some reports, with the place it was read from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govreports.model.finding import Span
from govreports.model.report import Report, Statistic

_LONGEST = 60
"""Characters shown on either side of a cell."""


Rank = tuple[tuple[bool, ...], str, int]


@dataclass(frozen=True, slots=True)
class Source:
    """A report, its text, and the name of the page it was read from."""

    name: str
    text: str
    report: Report


@dataclass(frozen=True, slots=True)
class Example:
    """A statistic as a report states it: the clause, or the line of the table with the cell in 【】; for a sum, its
    parts."""

    source: str
    stated: str
    quote: str


def examples(sources: Iterable[Source]) -> Mapping[str, Example]:
    """The plainest statement of each indicator: printed beside its label in a report whose sums hold, preferred, in no
    doubt, not 0, exact, of the year; of several the first by the name of its page. The order in which the sources come
    changes nothing."""
    best: dict[str, tuple[Rank, Example]] = {}
    for source in sources:
        doubtful = [
            span for finding in source.report.findings if finding.severity != "info" for span in finding.evidence
        ]
        broken = any(finding.severity == "error" for finding in source.report.findings)
        for statistic in source.report.statistics:
            if statistic.indicator is None or statistic.value is None:
                continue
            doubts = (broken, *_doubts(source.text, statistic, doubtful))
            rank = (doubts, source.name, statistic.start or 0)
            known = best.get(statistic.indicator)
            if known is None or rank < known[0]:
                best[statistic.indicator] = (rank, _example(source, statistic))
    return {indicator: example for indicator, (_, example) in best.items()}


def _doubts(text: str, statistic: Statistic, doubtful: Iterable[Span]) -> tuple[bool, ...]:
    start, end = statistic.start, statistic.end
    return (
        statistic.period == "other",
        start is None or end is None or any(start < span.end and span.start < end for span in doubtful),
        start is None or end is None or _line(text, start, end) == (start, end),
        not statistic.preferred,
        not statistic.value,
        statistic.stated != "number",
        statistic.qualifier != "exact",
        statistic.period != "year",
    )


def _example(source: Source, statistic: Statistic) -> Example:
    period = "" if statistic.period == "year" else f", {statistic.period}"
    return Example(
        source.name, f"{statistic.value} {statistic.measure or ''}".strip() + period, _quote(source, statistic)
    )


def _quote(source: Source, statistic: Statistic) -> str:
    text, start, end = source.text, statistic.start, statistic.end
    if start is None or end is None:
        return " + ".join(statistic.derived_from)
    if statistic.quote != statistic.as_stated:
        return text[start:end]
    first, last = _line(text, start, end)
    before, after = text[first:start], text[end:last]
    before = before if len(before) <= _LONGEST else f"…{before[-_LONGEST:]}"
    after = after if len(after) <= _LONGEST else f"{after[:_LONGEST]}…"
    return f"{before}【{text[start:end]}】{after}".replace("\t", " ")


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    last = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, last if last >= 0 else len(text)
