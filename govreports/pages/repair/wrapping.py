"""Which lines of a hard-wrapped page belong together, and what stood between them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from govreports.pages.repair.line_starts import carries_on, ends_sentence, is_heading, opens_paragraph, runs_on
from govreports.pages.repair.width import first_unit
from govreports.pages.repair.wrap import Wrap, find_wrap, room_for

_SHORT_REST = 10
"""Characters before a full stop that are the end of a wrapped heading rather than a sentence of their own."""

_FIGURES = re.compile(r"[\d０-９,，.．%％+＋/-]+")
"""A cell of a flattened table: joined with the next it would be another figure."""

_WORD_ENDS = re.compile(r"[A-Za-z][,;]?$")
_ADDRESS_ENDS = re.compile(r"(?:://|www\.|@)[!-~]*$", re.IGNORECASE)
_ADDRESS_GOES_ON = re.compile(r"[A-Za-z0-9._-]*@")


_SPACED = 0.8
"""Share of lines with a blank one behind them from which blank lines part lines, not paragraphs."""


def unwrap(lines: Sequence[str], raw: Sequence[str], indents: Sequence[int]) -> tuple[list[str], list[tuple[int, int]]]:
    """The lines of a page joined where it is hard-wrapped, and the first and last line (from 0) each was made of.

    `lines` are folded, blank ones empty; `raw` are the same as they came and `indents` the columns of white space
    before each. Where a page has a blank line behind every line they say nothing of its paragraphs.
    """
    numbers: Sequence[int] = range(len(lines))
    wrap = find_wrap(lines, indents)
    if wrap is None and _is_spaced(lines):
        numbers = [number for number in numbers if lines[number]]
        wrap = find_wrap([lines[number] for number in numbers], [indents[number] for number in numbers])
    if wrap is None:
        return list(lines), [(number, number) for number in range(len(lines))]
    return _joined(
        wrap,
        (*numbers, len(lines)),
        [lines[number] for number in numbers],
        [raw[number] for number in numbers],
        [indents[number] for number in numbers],
    )


def _is_spaced(lines: Sequence[str]) -> bool:
    written = sum(map(bool, lines))
    apart = sum(1 for line, following in pairwise(lines) if line and not following)
    return written > 1 and apart >= _SPACED * (written - 1)


def _joined(
    wrap: Wrap, numbers: Sequence[int], lines: Sequence[str], raw: Sequence[str], indents: Sequence[int]
) -> tuple[list[str], list[tuple[int, int]]]:
    """What `unwrap` gives; `numbers` are the lines' own among the page's, of which only blank ones are missing, and
    behind them how many the page has."""
    belong = _joins(wrap, lines, indents)
    breaks_words = _breaks_words(wrap, lines, indents, belong)
    joined: list[str] = []
    sources: list[tuple[int, int]] = []
    for at, (number, line) in enumerate(zip(numbers[:-1], lines, strict=True)):
        if belong[at]:
            padded = raw[at - 1][-1:].isspace() or (raw[at][:1] == " " and indents[at] == 1)
            between = " " if _parts_words(joined[-1], line) and (padded or not breaks_words) else ""
            joined[-1] += between + line
            sources[-1] = (sources[-1][0], number)
            continue
        joined.append(line)
        sources.append((number, number))
    return _with_blanks(joined, sources, numbers[-1])


def _with_blanks(
    joined: Sequence[str], sources: Sequence[tuple[int, int]], count: int
) -> tuple[list[str], list[tuple[int, int]]]:
    """The lines with the blank ones between them, where these come from none of them."""
    lines: list[str] = []
    origins: list[tuple[int, int]] = []
    for line, (first, last) in [*zip(joined, sources, strict=True), ("", (count, count))]:
        blanks = range(origins[-1][1] + 1 if origins else 0, first)
        lines += ["" for _ in blanks]
        origins += [(blank, blank) for blank in blanks]
        lines.append(line)
        origins.append((first, last))
    return lines[:-1], origins[:-1]


def _joins(wrap: Wrap, lines: Sequence[str], indents: Sequence[int]) -> list[bool]:
    """For each line, whether it belongs to the paragraph of the line before it."""
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
    if not line or not following or "\t" in line or "\t" in following:
        return False
    if _FIGURES.fullmatch(line) and _FIGURES.fullmatch(following):
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
    return bool(following) and width + room_for(wrap.measure(first_unit(following)), wrap.width) > limit - 1


def _is_continuation(wrap: Wrap, width: int, line: str, after: str) -> bool:
    """Whether a line after a full line that ends a sentence goes on with the paragraph. A signature and an unmarked
    heading end no sentence and are not full; a line broken where there was still room lost a first line's indent."""
    if ends_sentence(line):
        return True
    if not _is_full(wrap, width, after, first=True):
        return False
    return not wrap.indent or width + wrap.measure(first_unit(after)) > wrap.width - wrap.indent // 2


def _parts_words(first: str, second: str) -> bool:
    """Whether a blank may have stood between two lines: between Latin words, not within an address."""
    return bool(
        "A" <= second[:1] <= "z"
        and second[0].isalpha()
        and _WORD_ENDS.search(first, max(0, len(first) - 2))
        and not _ADDRESS_ENDS.search(first, max(0, len(first) - 80))
        and not _ADDRESS_GOES_ON.match(second)
    )


def _breaks_words(wrap: Wrap, lines: Sequence[str], indents: Sequence[int], belong: Sequence[bool]) -> bool:
    """Whether the program that wrapped a page broke it in the middle of words: it broke a number, too, or filled every
    line that ends in a word to the last column."""
    breaks = [i for i in range(1, len(lines)) if belong[i]]
    if any(lines[i - 1][-1].isdecimal() and lines[i][0].isdecimal() for i in breaks):
        return True
    filled = [
        wrap.measure(lines[i - 1]) + indents[i - 1] == wrap.width - (0 if belong[i - 1] else wrap.indent)
        for i in breaks
        if _parts_words(lines[i - 1], lines[i])
    ]
    return len(filled) > 1 and all(filled)
