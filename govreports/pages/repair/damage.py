"""Damage that no rule can undo: where it is, and a message that quotes it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from govreports.pages.repair.fused import fused_digits, lost_measures
from govreports.pages.repair.mojibake import mojibake

_AROUND = 12
"""Characters of context a message quotes on either side."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged stretch of one line: `code` and `message` as a finding has them, `start` and `end` half-open offsets
    into line number `line` (from 0)."""

    code: str
    line: int
    start: int
    end: int
    message: str


_KINDS = (
    ("text-damaged", mojibake, "characters were garbled or lost"),
    ("digits-fused", fused_digits, "characters between digits seem lost"),
    ("measure-lost", lost_measures, "the unit of measurement after a number seems lost"),
)


def find_damage(lines: Iterable[str]) -> Iterator[Damage]:
    """The damage in a page's repaired lines, line by line."""
    for number, line in enumerate(lines):
        for code, find, what in _KINDS:
            for start, end in _merged(find(line)):
                quote = line[max(0, start - _AROUND) : end + _AROUND]
                yield Damage(code, number, start, end, f"{what}: {line[start:end]} in …{quote}…")


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those with hardly a character between them as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] <= 2:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
