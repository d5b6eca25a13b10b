"""Hard-wrapped pages: whether a page is wrapped at one width.

A page pasted from a mail or a text file keeps a line break wherever the editor's window ended. Its lines end in
the middle of a sentence, all at one width; a paragraph's first line is shorter where its indent was lost on the way.
The page must show that over its lines as a whole, since a paragraph a line is the rule and joining two is worse than
leaving one apart.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import eq

from govreports.pages.repair.line_starts import ends_sentence, is_heading, marks, opens_paragraph, runs_on
from govreports.pages.repair.width import MEASURES, Measure, first_unit

_NARROWEST = 20
"""Columns of the narrowest wrap looked for: shorter lines are names, labels and list entries."""

_NARROW = 36
"""Columns below which lines may be a list's entries as well: there the page must show more."""

_WIDE = 100
"""Columns from which a line is far longer than anything but a paragraph: there a page may show less."""

_LEAST = 3
"""Lines broken in mid-sentence at the wrap that a page must have; of narrow lines, of wide ones."""
_LEAST_NARROW = 8
_LEAST_WIDE = 2

_SHARE = 0.7
"""Their share among the long lines that are open at the end; of a narrow page."""
_SHARE_NARROW = 0.85

_PATTERN = 0.35
"""Share of characters in the same place, from either end, that shows a pattern."""

_CHARACTERS_A_MARK = 40
"""Characters for which prose has at least one comma or full stop. Lists have none; measured on prose: 12 to 20."""

SLACK = 4
"""Columns that a full line may lack, beside what the next line's first unit takes: a character kept back with the
punctuation that follows it, half a column pair."""

_OVERHANG = 3
"""Columns that a line may go beyond the wrap: punctuation that may not begin a line."""

_INDENTS = (0, 2, 4, 6, 8)
"""Columns by which first lines are shorter, where the indent was lost: none, one or two characters, four blanks
counted twice."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """A page's wrap: lines are `width` columns wide, a paragraph's first line `indent` less."""

    measure: Measure
    width: int
    indent: int


def find_wrap(lines: Sequence[str], indents: Sequence[int]) -> Wrap | None:
    """The wrap of a page, or None for a page that is not wrapped. `lines` are folded, blank ones empty; `indents` are
    the columns of white space that stood before each."""
    broken = [i for i in range(len(lines) - 1) if _is_broken(lines[i], lines[i + 1])]
    if len(broken) < min(_LEAST, _LEAST_WIDE) or not _is_prose([lines[i] for i in broken]):
        return None
    inner = set(broken)
    firsts = [i - 1 not in inner for i in broken]
    found = []
    for measure in MEASURES:
        widths = _Widths.of(
            [measure(lines[i]) + indents[i] for i in broken],
            [measure(first_unit(lines[i + 1])) for i in broken],
            firsts,
        )
        preference = 1.0 if measure is MEASURES[0] else 0.9
        for width in widths.counts:
            for indent, score, tight in widths.scores(width) if width >= _NARROWEST else ():
                found.append((preference * score, tight, -width, -indent, Wrap(measure, width, indent)))
    wrap = max(found, key=lambda candidate: candidate[:4])[4] if found else None
    return wrap if wrap and _fits(wrap, lines, indents) else None


def room_for(unit: int, width: int) -> int:
    """Columns that a line of a page wrapped at `width` may lack because what came next took `unit`: a name or an
    address is not broken, but one as long as the line itself says nothing."""
    return min(max(unit, SLACK), 3 * width // 4)


@dataclass(frozen=True, slots=True)
class _Widths:
    """How often each width occurs among the broken lines: all, in order, and those that may be first lines. `kept` are
    the widths of lines before a long name or number that did not fit, and what it takes."""

    counts: Counter[int]
    ordered: list[int]
    firsts: Counter[int]
    kept: Counter[tuple[int, int]]

    @classmethod
    def of(cls, widths: Sequence[int], units: Sequence[int], firsts: Sequence[bool]) -> "_Widths":
        may_be = Counter(width for width, first in zip(widths, firsts, strict=True) if first)
        kept = Counter((width, unit) for width, unit in zip(widths, units, strict=True) if unit > SLACK)
        return cls(Counter(widths), sorted(widths), may_be, kept)

    def scores(self, width: int) -> Iterator[tuple[int, float, int]]:
        """For each lost indent that a page wrapped at `width` may have: how many broken lines end at a wrap, those that
        do so only roughly counted half, and how many exactly there. None where too few do. An indent must explain more
        than a line or two, and no line be longer."""
        full = sum(self.counts[w] for w in range(width - SLACK, width + 2))
        long = len(self.ordered) - bisect_right(self.ordered, 0.6 * width)
        least = max(_least(width), (_SHARE_NARROW if width < _NARROW else _SHARE) * long)
        if full + sum(self.kept.values()) + self.firsts.total() < least:
            return
        full += sum(n for (w, unit), n in self.kept.items() if w < width - SLACK and w + room_for(unit, width) >= width)
        exact = sum(self.counts[w] for w in range(width - 2, width + 1))
        longer = len(self.ordered) - bisect_right(self.ordered, width + _OVERHANG)
        for indent in _INDENTS:
            shorter = range(width - indent - 2, min(width - indent + 1, width - 2))
            near = full + sum(self.firsts[w] for w in shorter if w < width - SLACK)
            score = (near + exact + sum(self.firsts[w] for w in shorter)) / 2
            score -= (1.5 if indent else 0) + 2 * longer
            if near >= least and score > 0:
                yield indent, score, exact


def _least(width: int) -> int:
    return _LEAST_NARROW if width < _NARROW else _LEAST if width < _WIDE else _LEAST_WIDE


def _is_broken(line: str, following: str) -> bool:
    """Whether a sentence seems to run from a line into the next."""
    return bool(
        line
        and following
        and not ends_sentence(line)
        and "\t" not in line
        and "\t" not in following
        and not is_heading(line)
        and (not opens_paragraph(following) or runs_on(line))
        and not _alike(line, following)
    )


def _alike(line: str, following: str) -> bool:
    """Whether two lines are made by one pattern, like a list's entries (`县水利局，电话：0577-88220164`). What runs on
    from one line into the next has hardly a character in the same place."""
    same: int = max(sum(map(eq, line, following)), sum(map(eq, reversed(line), reversed(following))))
    return same >= _PATTERN * min(len(line), len(following))


def _is_prose(broken: Sequence[str]) -> bool:
    return sum(map(marks, broken)) * _CHARACTERS_A_MARK >= sum(map(len, broken))


def _fits(wrap: Wrap, lines: Sequence[str], indents: Sequence[int]) -> bool:
    """Whether the rest of the page agrees: hardly a line is longer than the wrap."""
    widths = [wrap.measure(line) + indent for line, indent in zip(lines, indents, strict=True) if line]
    full = sum(1 for width in widths if wrap.width - wrap.indent - SLACK <= width <= wrap.width + _OVERHANG)
    longer = sum(1 for width in widths if width > wrap.width + _OVERHANG)
    return longer <= max(1, 0.15 * full)
