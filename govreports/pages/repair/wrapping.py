"""Hard-wrapped lines: whether a page is wrapped at one width, and which of its lines belong together.

A page pasted from a mail or a text file keeps a line break wherever the editor's window ended. Its lines end in
the middle of a sentence, all at one width; a paragraph's first line is shorter where its indent was lost on the way.
The page must show that over its lines as a whole, since a paragraph a line is the rule and joining two is worse than
leaving one apart.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from govreports.pages.repair.line_starts import (
    carries_on,
    ends_sentence,
    is_heading,
    is_prose,
    opens_paragraph,
    runs_on,
)
from govreports.pages.repair.width import MEASURES, Measure, first_unit

_NARROWEST = 36
"""Columns of the narrowest wrap looked for: shorter lines are names, labels and list entries."""

_LEAST = 3
"""Lines broken in mid-sentence at the wrap that a page must have."""

_SHARE = 0.7
"""Their share among the long lines that are open at the end."""

_SLACK = 4
"""Columns that a full line may lack, beside what the next line's first unit takes: a character kept back with the
punctuation that follows it, half a column pair."""

_OVERHANG = 3
"""Columns that a line may go beyond the wrap: punctuation that may not begin a line."""

_INDENTS = (0, 2, 4, 6, 8)
"""Columns by which first lines are shorter, where the indent was lost: none, one or two characters, four blanks
counted twice."""

_SHORT_REST = 10
"""Characters before a full stop that are the end of a wrapped heading rather than a sentence of their own."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """A page's wrap: lines are `width` columns wide, a paragraph's first line `indent` less."""

    measure: Measure
    width: int
    indent: int


def find_wrap(lines: Sequence[str], indents: Sequence[int] | None = None) -> Wrap | None:
    """The wrap of a page, or None for a page that is not wrapped. `lines` are folded, blank ones empty; `indents` are
    the columns of white space that stood before each."""
    indents = indents or [0] * len(lines)
    broken = [i for i in range(len(lines) - 1) if _is_broken(lines[i], lines[i + 1])]
    if len(broken) < _LEAST:
        return None
    inner = set(broken)
    firsts = [i - 1 not in inner for i in broken]
    found = []
    for measure in MEASURES:
        widths = _Widths.of([measure(lines[i]) + indents[i] for i in broken], firsts)
        preference = 1.0 if measure is MEASURES[0] else 0.9
        for width in widths.counts:
            for indent in _INDENTS if width >= _NARROWEST else ():
                score, tight = widths.score(width, indent)
                if score > 0:
                    found.append((preference * score, tight, -width, -indent, Wrap(measure, width, indent)))
    wrap = max(found, key=lambda candidate: candidate[:4])[4] if found else None
    return wrap if wrap and _fits(wrap, lines, indents, [lines[i] for i in broken]) else None


@dataclass(frozen=True, slots=True)
class _Widths:
    """How often each width occurs among the broken lines: all, in order, and those that may be first lines."""

    counts: Counter[int]
    ordered: list[int]
    firsts: Counter[int]

    @classmethod
    def of(cls, widths: Sequence[int], firsts: Sequence[bool]) -> "_Widths":
        may_be = Counter(width for width, first in zip(widths, firsts, strict=True) if first)
        return cls(Counter(widths), sorted(widths), may_be)

    def score(self, width: int, indent: int) -> tuple[float, int]:
        """How many broken lines end at a wrap, those that do so only roughly counted half, and how many exactly
        there; (0, 0) if too few do. An indent must explain more than a line or two, and no line be longer."""
        full = sum(self.counts[w] for w in range(width - _SLACK, width + 2))
        exact = sum(self.counts[w] for w in range(width - 2, width + 1))
        shorter = range(width - indent - 2, min(width - indent + 1, width - 2))
        near = full + sum(self.firsts[w] for w in shorter if w < width - _SLACK)
        long = len(self.ordered) - bisect_right(self.ordered, 0.6 * width)
        if near < max(_LEAST, _SHARE * long):
            return 0.0, 0
        longer = len(self.ordered) - bisect_right(self.ordered, width + _OVERHANG)
        score = (near + exact + sum(self.firsts[w] for w in shorter)) / 2
        return score - (1.5 if indent else 0) - 2 * longer, exact


def _is_broken(line: str, following: str) -> bool:
    """Whether a sentence seems to run from a line into the next."""
    return bool(
        line
        and following
        and "\t" not in line + following
        and not ends_sentence(line)
        and not is_heading(line)
        and (not opens_paragraph(following) or runs_on(line))
    )


def _fits(wrap: Wrap, lines: Sequence[str], indents: Sequence[int], broken: Sequence[str]) -> bool:
    """Whether the rest of the page agrees: the broken lines are prose, and hardly a line is longer than the wrap."""
    prose = sum(map(is_prose, broken))
    widths = [wrap.measure(line) + indent for line, indent in zip(lines, indents, strict=True) if line]
    full = sum(1 for width in widths if wrap.width - wrap.indent - _SLACK <= width <= wrap.width + _OVERHANG)
    longer = sum(1 for width in widths if width > wrap.width + _OVERHANG)
    return prose >= 0.6 * len(broken) and longer <= max(1, 0.15 * full)


def joins(wrap: Wrap, lines: Sequence[str], indents: Sequence[int] | None = None) -> list[bool]:
    """For each line, whether it belongs to the paragraph of the line before it."""
    indents = indents or [0] * len(lines)
    indented = sum(1 for indent in indents if indent >= 2)
    tell_tale = 2 <= indented < 0.8 * sum(map(bool, lines))
    joined = [False] * len(lines)
    for i in range(1, len(lines)):
        if tell_tale and indents[i] >= 2:
            continue
        joined[i] = _belongs(wrap, lines, indents, i, first=not joined[i - 1])
    return joined


def _belongs(wrap: Wrap, lines: Sequence[str], indents: Sequence[int], i: int, *, first: bool) -> bool:
    line, following = lines[i - 1], lines[i]
    if not line or not following or "\t" in line + following:
        return False
    width = wrap.measure(line) + indents[i - 1]
    after = lines[i + 1] if i + 1 < len(lines) else ""
    width_after = wrap.measure(following) + indents[i]
    if not _is_full(wrap, width, following, first=first):
        return (carries_on(following) and width > 0.5 * wrap.width) or (runs_on(line) and width > 0.75 * wrap.width)
    if is_heading(line):
        # A heading that happens to be as wide as a line: what follows a wrapped one is its short rest.
        rest = not _is_full(wrap, width_after, after, first=True) or "。" in following[:_SHORT_REST]
        return rest and width >= wrap.width - wrap.indent - 1
    if not ends_sentence(line):
        return runs_on(line) or carries_on(following) or not opens_paragraph(following)
    if carries_on(following):
        return True
    return not opens_paragraph(following) and _is_continuation(wrap, width_after, following, after)


def _is_full(wrap: Wrap, width: int, following: str, *, first: bool) -> bool:
    """Whether the next line's first unit had no room left on a line."""
    limit = wrap.width - (wrap.indent if first else 0)
    unit = min(wrap.measure(first_unit(following)), wrap.width // 2)
    return bool(following) and width + max(unit, _SLACK) > limit - 1


def _is_continuation(wrap: Wrap, width: int, line: str, after: str) -> bool:
    """Whether a line after a full line that ends a sentence goes on with the paragraph. A signature and an unmarked
    heading end no sentence and are not full; a line broken where there was still room lost a first line's indent."""
    if ends_sentence(line):
        return True
    if not _is_full(wrap, width, after, first=True):
        return False
    return not wrap.indent or width + wrap.measure(first_unit(after)) > wrap.width - wrap.indent // 2


def join_lines(first: str, second: str) -> str:
    """Two lines as one; a blank parts Latin words."""
    between = (
        " " if first[-1:].isascii() and first[-1:].isalpha() and second[:1].isascii() and second[:1].isalpha() else ""
    )
    return first + between + second
