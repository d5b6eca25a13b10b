"""White space inside a line: padding made of no-break, ideographic and zero-width characters becomes single blanks."""

import re

from govreports.pages.repair.han import HAN

ZERO_WIDTH = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters that take no room: soft hyphen, zero-width spaces and joiners, directional marks, a strayed byte order
mark."""

# U+E5E5 is what the bytes A3 A0, the full-width space of old Chinese editors, become in most GB18030 decoders.
_BLANKS = "[^\\S\\t]|\ue5e5"
_INVISIBLE = re.compile(f"[{ZERO_WIDTH}]")
_RUN = re.compile(f"(?:{_BLANKS})+")
_BLANK = re.compile(f"[\\s{ZERO_WIDTH}\ue5e5]")
_AT_ENDS = "".join(c for c in map(chr, (*range(0x3001), 0xE5E5, 0xFEFF)) if _BLANK.match(c))
_LETTER_SPACED = re.compile(f"[{HAN}](?:(?:{_BLANKS})+[{HAN}])+")


def fold_spaces(line: str) -> tuple[str, bool]:
    """The line with every stretch of white space as one blank and nothing at its ends, and whether anything inside
    it changed.

    A tab parts table cells and stays. A blank between two words stays a blank: `工业和信息化部 监察部` is a list. A
    line of single characters spaced out (`报　　告`) is how a title is set and stays as it is.
    """
    stripped = _stripped(line)
    if stripped.isprintable() and "  " not in stripped:
        return stripped, False  # No white space is printable but the blank, nor is what takes no room.
    cells = [_folded(_stripped(cell)) for cell in stripped.split("\t")]
    folded = "\t".join(cells)
    return folded, folded != "\t".join(_stripped(cell) for cell in stripped.split("\t"))


def without_invisible(text: str) -> str:
    """The text without characters that take no room."""
    return text if text.isprintable() else _INVISIBLE.sub("", text)


def _stripped(text: str) -> str:
    return text.strip(_AT_ENDS)


def _folded(text: str) -> str:
    text = without_invisible(text)
    return text if _LETTER_SPACED.fullmatch(text) else _RUN.sub(" ", text)
