"""How wide a line is. Hard wraps were made by different programs, and each counted in its own way."""

import re
import unicodedata
from collections.abc import Callable

Measure = Callable[[str], int]
"""Columns that a line takes."""

_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]")
_AMBIGUOUS = re.compile("[—…“”‘’·〇①-⒛─-╿■-◯★☆※×÷°§±→←↑↓Ⅰ-Ⅻⅰ-ⅻ]")
_FOLDED = re.compile(r"[,:;()?!]")


def columns(line: str) -> int:
    """Display columns: two for a Chinese character and for punctuation a Chinese font draws as wide."""
    return len(line) + len(_WIDE.findall(line)) + len(_AMBIGUOUS.findall(line))


def columns_unfolded(line: str) -> int:
    """Display columns before somebody folded full-width punctuation to ASCII, as some dumps do."""
    return columns(line) + len(_FOLDED.findall(line))


def characters(line: str) -> int:
    """Two columns for every character: programs that count characters, not columns."""
    return 2 * len(line)


MEASURES: tuple[Measure, ...] = (columns, columns_unfolded, characters)
"""In the order of preference where two fit a page equally well."""

_UNIT = re.compile(r"[A-Za-z0-9@._%/:+-]+|.", re.DOTALL)
_TRAILING = "，。、；：！？,.;:!?%％‰）)】》〉〕］｝」』”’…"


def first_unit(line: str) -> str:
    """What a wrap does not break at a line's beginning: a run of letters and digits, or a character, with the closing
    punctuation that may not begin a line."""
    match = _UNIT.match(line)
    end = match.end() if match else 0
    while end < len(line) and line[end] in _TRAILING:
        end += 1
    return line[:end]


def indent_of(raw: str) -> int:
    """Columns of white space before a raw line's first character."""
    width = 0
    for character in raw:
        if not character.isspace():
            break
        width += 2 if unicodedata.east_asian_width(character) == "F" else 1
    return width
