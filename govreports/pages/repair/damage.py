"""Damage that no rule can undo: where it is, and a message that quotes it. A mirror's additions are found likewise."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from govreports.model.codes import Code
from govreports.pages.repair.fused import fused_digits
from govreports.pages.repair.measures import lost_measures
from govreports.pages.repair.mirrors import MAY_HOLD_DOMAIN, foreign_domains, spam
from govreports.pages.repair.mojibake import MOJIBAKE_HINT, mojibake
from govreports.pages.repair.private import PRIVATE, private_use

_AROUND = 12
"""Characters of context a message quotes on either side."""

_SHOWN = 40
"""Characters of a damaged stretch that a message quotes."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged stretch of one line: `code` and `message` as a finding has them, `start` and `end` half-open offsets
    into line number `line` (from 0)."""

    code: Code
    line: int
    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class _Kind:
    code: Code
    find: Callable[[str], Sequence[tuple[int, int]]]
    what: str


_OF_CHARACTERS = (
    _Kind("mojibake", mojibake, "characters were garbled or lost"),
    _Kind("private-use", private_use, "private-use characters stand for what only the page's font knows"),
)
_OF_NUMBERS = (
    _Kind("digits-fused", fused_digits, "characters between digits seem lost"),
    _Kind("measure-lost", lost_measures, "the unit of measurement after a number seems lost"),
)

_OF_DOMAINS = (_Kind("foreign-domain", foreign_domains, "a domain stands where a name should"),)
_IN_FRONT = (_Kind("spam", spam, "advertising stands in front of the text"),)

_FIRST_LINES = 6
"""Lines at a page's beginning among which advertising is sought."""

# Nearly all lines are undamaged: searches that begin with one class of characters tell them fast.
_ODD_CHARACTER = re.compile(f"[{MOJIBAKE_HINT}{PRIVATE}]")
_NUMBER = re.compile("[0-9０-９][日号號月时分年:：余。；;，,其同比较—~～至-]")
_WIDE_DIGIT = re.compile("[０-９]")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def find_damage(lines: Iterable[str]) -> Iterator[Damage]:
    """The damage in a page's repaired lines, line by line."""
    for number, line in enumerate(lines):
        if _ODD_CHARACTER.search(line):
            yield from _damage(_OF_CHARACTERS, number, line)
        if _NUMBER.search(line):
            yield from _damage(_OF_NUMBERS, number, line)
        if MAY_HOLD_DOMAIN.search(line):
            yield from _damage(_OF_DOMAINS, number, line)
        if number < _FIRST_LINES:
            yield from _damage(_IN_FRONT, number, line)


def _damage(kinds: Iterable[_Kind], number: int, line: str) -> Iterator[Damage]:
    searched = line.translate(_DIGITS) if _WIDE_DIGIT.search(line) else line
    told: list[tuple[int, int]] = []
    for kind in kinds:
        spans = [span for span in _merged(kind.find(searched)) if not _within(span, told)]
        for start, end in spans:
            quote = line[max(0, start - _AROUND) : end + _AROUND]
            stretch = line[start : min(end, start + _SHOWN)]
            yield Damage(kind.code, number, start, end, f"{kind.what}: {stretch} in …{quote}…")
        told = spans


def _within(span: tuple[int, int], told: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch was told of already: private-use characters inside garbled ones are no damage of their own."""
    before = bisect_right(told, span[0], key=itemgetter(0))
    return before > 0 and span[1] <= told[before - 1][1]


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those with hardly a character between them as one."""
    if not spans:
        return []  # nearly always
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] <= 2:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
