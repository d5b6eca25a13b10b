"""Characters → lines of text."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govreports.documents.pdf.marks import Box, Glyph

_WIDE = re.compile(r"[\u2010-\u2027\u2030-\u205e\u2460-\u24ff\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
"""Characters as wide as they are high, which no blank parts from their neighbours."""
_BLANK = 0.25
"""Gap between two narrow characters, in heights of the line, from which a blank is read."""
_OVERPRINTED = 0.12
"""Heights by which the second print of a character that is made bold may be off the first."""


class TextLine(NamedTuple):
    """Glyphs that stand on one line, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def box(self) -> Box:
        """From the top left corner of the line to its bottom right."""
        return around(self.glyphs)

    @property
    def height(self) -> float:
        """The middle one of its characters' heights."""
        heights = sorted(glyph.bottom - glyph.top for glyph in self.glyphs)
        return heights[len(heights) // 2]


def around(glyphs: Iterable[Glyph]) -> Box:
    """The box around glyphs."""
    x0, top, x1, bottom = zip(*((glyph.x0, glyph.top, glyph.x1, glyph.bottom) for glyph in glyphs), strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def to_lines(glyphs: Sequence[Glyph]) -> list[TextLine]:
    """Lines from top to bottom. A glyph belongs to a line whose middle runs through it and whose it runs through."""
    rows: list[list[Glyph]] = []
    middle = height = 0.0
    for glyph in sorted(glyphs, key=lambda each: each.top + each.bottom):
        own_middle, own_height = (glyph.top + glyph.bottom) / 2, glyph.bottom - glyph.top
        if rows and own_middle - middle <= 0.4 * max(height, own_height, 1.0):
            rows[-1].append(glyph)
            # the tallest decides: a raised mark or a full stop must not draw the line away
            if own_height > height:
                middle, height = own_middle, own_height
        else:
            rows.append([glyph])
            middle, height = own_middle, own_height
    return [TextLine(tuple(_once(sorted(row, key=lambda each: each.x0)))) for row in rows]


def text_of(line: TextLine) -> str:
    """A line's text: blanks only between narrow characters."""
    pieces: list[str] = []
    before: Glyph | None = None
    for glyph in line.glyphs:
        if before is not None and glyph.x0 - before.x1 > _BLANK * (glyph.bottom - glyph.top):
            pieces.append(gap_between(before.text, glyph.text))
        pieces.append(glyph.text)
        before = glyph
    return "".join(pieces)


def gap_between(before: str, after: str) -> str:
    """What a gap or a line's end between two pieces of text means: a blank between words of letters and digits."""
    return "" if _WIDE.match(before[-1:]) or _WIDE.match(after[:1]) else " "


def _once(row: list[Glyph]) -> Iterable[Glyph]:
    """Without the second print of a character that is made bold by printing it twice."""
    kept: list[Glyph] = []
    for glyph in row:
        near = _OVERPRINTED * (glyph.bottom - glyph.top)
        if any(glyph.text == each.text and glyph.x0 - each.x0 < near for each in kept[-2:]):
            continue
        kept.append(glyph)
    return kept
