"""Hard-wrapped lines: whether a page is wrapped at one width, and which of its lines belong together.

A page pasted from a mail or a text file keeps a line break wherever the editor's window ended. Its lines end in
the middle of a sentence, all at one width; a paragraph's first line is shorter where its indent was lost on the way.
The page must show that over its lines as a whole, since a paragraph a line is the rule and joining two is worse than
leaving one apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from govreports.pages.repair.line_starts import carries_on, ends_sentence, is_prose, opens_paragraph, runs_on
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
    best: tuple[int, int, Wrap] | None = None
    for measure in MEASURES:
        widths = [measure(lines[i]) + indents[i] for i in broken]
        for width in sorted({width for width in widths if width >= _NARROWEST}):
            long = [w for w in widths if w > 0.6 * width]
            for indent in _INDENTS:
                near = [w for w in long if -_SLACK <= w - width <= 1 or -_SLACK <= w - width + indent <= 1]
                tight = [w for w in near if -2 <= w - width <= 0 or -2 <= w - width + indent <= 0]
                score = (len(near), len(tight), Wrap(measure, width, indent))
                if len(near) >= _SHARE * len(long) and (best is None or score[:2] > best[:2]):
                    best = score
    if best is None or best[0] < _LEAST:
        return None
    wrap = best[2]
    return wrap if _fits(wrap, lines, indents, [lines[i] for i in broken]) else None


def _is_broken(line: str, following: str) -> bool:
    """Whether a sentence seems to run from a line into the next."""
    return bool(
        line
        and following
        and "\t" not in line + following
        and not ends_sentence(line)
        and (not opens_paragraph(following) or runs_on(line))
    )


def _fits(wrap: Wrap, lines: Sequence[str], indents: Sequence[int], broken: Sequence[str]) -> bool:
    """Whether the rest of the page agrees: the broken lines are prose, and hardly a line is longer than the wrap."""
    prose = sum(map(is_prose, broken))
    widths = [wrap.measure(line) + indent for line, indent in zip(lines, indents, strict=True) if line]
    full = sum(1 for width in widths if wrap.width - wrap.indent - _SLACK <= width <= wrap.width + _OVERHANG)
    longer = sum(1 for width in widths if width > wrap.width + _OVERHANG)
    return prose >= 0.6 * len(broken) and longer <= 0.15 * full


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
    if not _is_full(wrap, width, following, first=first):
        return width > 0.5 * wrap.width and carries_on(following)
    if not ends_sentence(line):
        return runs_on(line) or carries_on(following) or not opens_paragraph(following)
    if carries_on(following):
        return True
    if opens_paragraph(following):
        return False
    return _is_continuation(wrap, wrap.measure(following) + indents[i], following, i + 1 < len(lines) and lines[i + 1])


def _is_full(wrap: Wrap, width: int, following: str, *, first: bool) -> bool:
    """Whether the next line's first unit had no room left on a line."""
    limit = wrap.width - (wrap.indent if first else 0)
    unit = min(wrap.measure(first_unit(following)), wrap.width // 2)
    return width + max(unit, _SLACK) > limit - 1


def _is_continuation(wrap: Wrap, width: int, line: str, after: str | bool) -> bool:
    """Whether a line after a full line that ends a sentence goes on with the paragraph: it does if it is too wide for
    a first line, or ends a sentence itself; a signature and an unmarked heading do not end one, and a full line as
    narrow as a first line is one."""
    if after and isinstance(after, str) and _is_full(wrap, width, after, first=False):
        return True
    if wrap.indent and after and isinstance(after, str) and _is_full(wrap, width, after, first=True):
        return False
    return ends_sentence(line)


def join_lines(first: str, second: str) -> str:
    """Two lines as one; a blank parts Latin words."""
    between = (
        " " if first[-1:].isascii() and first[-1:].isalpha() and second[:1].isascii() and second[:1].isalpha() else ""
    )
    return first + between + second
