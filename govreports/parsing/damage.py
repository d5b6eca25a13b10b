"""The numbers that stand near damaged text: what was lost beside them may have been a part of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from govreports.model.finding import DAMAGE_CODES, Finding, Span
from govreports.model.report import Statistic
from govreports.parsing.numbers import fold, read_quantities

_SENTENCE = re.compile(r"[^。！？\n]+")
"""A sentence, a table's row: damage reaches as far. No ASCII question mark, which stands for a lost character."""

_NUMBER = re.compile(r"(?<![\d.])(?!(?:19|20)\d\d[年〕])\d+(?:[.,]\d+)*")  # A whole year is nothing that was counted.
_QUOTED = 5
"""Numbers that the message quotes."""


def near_damage(text: str, damage: Sequence[Finding], statistics: Iterable[Statistic]) -> Finding | None:
    """The finding `text-damaged` of a text with `damage` (findings of `DAMAGE_CODES`), else None.

    Its evidence are the damaged places and every number in the same sentence or table row; its indicators those of the
    statistics stated there, their clauses among the evidence where no number states them. A warning where there are
    any, an information where the damage touches no number.
    """
    places = sorted((span for found in damage if found.code in DAMAGE_CODES for span in found.evidence), key=_order)
    if not places:
        return None
    sentences = [sentence for sentence in _sentences(text) if _touches(sentence, places)]
    numbers = [number for sentence in sentences for number in _numbers(text, sentence) if not _touches(number, places)]
    stated = [
        (statistic, Span(statistic.start, statistic.end))
        for statistic in statistics
        if statistic.start is not None and statistic.end is not None
        if _touches(Span(statistic.start, statistic.end), sentences)
    ]
    in_words = [span for statistic, span in stated if statistic.stated != "number"]
    indicators = dict.fromkeys(statistic.indicator for statistic, _ in stated if statistic.indicator)
    return Finding(
        "text-damaged",
        "warning" if numbers or stated else "info",
        _message(len(places), [text[number.start : number.end] for number in numbers]),
        tuple(indicators),
        tuple(sorted({*places, *numbers, *in_words}, key=_order)),
    )


def _sentences(text: str) -> Iterator[Span]:
    return (Span(match.start(), match.end()) for match in _SENTENCE.finditer(text))


def _numbers(text: str, sentence: Span) -> list[Span]:
    """The numbers of a sentence in their order, each with its measure where it has one."""
    part = text[sentence.start : sentence.end]
    quantities = [Span(quantity.start, quantity.end) for quantity in read_quantities(part)]
    others = [Span(match.start(), match.end()) for match in _NUMBER.finditer(fold(part))]
    numbers = [*quantities, *(number for number in others if not _touches(number, quantities))]
    return [Span(sentence.start + number.start, sentence.start + number.end) for number in sorted(numbers, key=_order)]


def _order(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span has a character in common with one of `others`, which are in order and apart from each other."""
    last = bisect_left(others, span.end, key=lambda other: other.start)
    return last > 0 and others[last - 1].end > span.start


def _message(places: int, numbers: Sequence[str]) -> str:
    damaged = f"the text is damaged in {places} place{'s' if places > 1 else ''}"
    if not numbers:
        return f"{damaged}; no further number stands near"
    more = f" and {len(numbers) - _QUOTED} more" if len(numbers) > _QUOTED else ""
    return f"{damaged}; near by, and to be held against the page: {', '.join(numbers[:_QUOTED])}{more}"
