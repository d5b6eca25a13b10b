"""GB18030 with damage: a stray or missing byte must cost its own character, not shift the pairing of the rest.

Nearly all characters of a page take two bytes of 0x80 and above, so stretches of such bytes have an even length. Where
one has not, the cheapest way of cutting it into everyday characters, rare ones and dropped bytes is looked for.
"""

import re
from functools import cache

from govreports.pages.chinese import COMMON

_UNEVEN = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?:[\x80-\xff]{2})*+(?![\x80-\xff])|[\x80\xff]")
_STRETCH = re.compile(rb"[\x80-\xff](?:[\x80-\xff]|[\x30-\x7e](?=[\x80-\xff]))*[\x30-\x7e]?")
_FULL_WIDTH_SPACE = "\ue5e5"
"""What Python makes of A3 A0, which browsers read as the full-width space (WHATWG Encoding Standard, gb18030)."""

_DROPPED = 7
_DROPPED_TOO = 1
_SPLIT = 8
_CUT = 4
"""Costs of leaving out a byte, each further one beside it, one that splits a character, and a body's last one. By
trial over reports damaged at random: pairing three everyday characters wrongly must cost more than one byte."""

_LONGEST = 65536


def decode_gb18030(body: bytes) -> str:
    """The text, with one U+FFFD for each stretch of bytes that makes no character."""
    pieces = []
    at = 0
    if not _is_gb2312(body) and _UNEVEN.search(body):
        for match in _STRETCH.finditer(body):
            stretch = match.group()
            if len(stretch) <= _LONGEST and _UNEVEN.search(stretch):
                pieces += [_plainly(body[at : match.start()]), _cheapest(stretch, cut=match.end() == len(body))]
                at = match.end()
    pieces.append(_plainly(body[at:]))
    return "".join(pieces).replace(_FULL_WIDTH_SPACE, "\u3000")


def _is_gb2312(body: bytes) -> bool:
    """Whether a body has no other characters of two bytes than pairs of high ones, so that no stretch is uneven: most
    bodies, and the codec tells it faster than a search."""
    try:
        body.decode("gb2312")
    except UnicodeDecodeError:
        return False
    return True


def _plainly(body: bytes) -> str:
    return body.decode("gb18030", "replace")


def _cheapest(stretch: bytes, *, cut: bool) -> str:
    """The cheapest way through a stretch, found from its end: at each byte, the cost of the rest and its first token.
    Where the body ends with it, a character cut in two is likelier than one damaged before."""
    length = len(stretch)
    costs = [0] * (length + 1)
    tokens: list[tuple[int, str]] = [(0, "")] * (length + 1)
    for at in range(length - 1, -1, -1):
        if stretch[at] < 0x80:
            costs[at], tokens[at] = costs[at + 1], (1, chr(stretch[at]))
            continue
        choices = [(costs[at + size] + cost, size, text) for size, cost, text in _readings(stretch[at : at + 4])]
        costs[at], size, text = min(choices, key=lambda choice: choice[0])
        if cut and at == length - 1:
            costs[at] = _CUT
        tokens[at] = size, text
    pieces: list[str] = []
    at = 0
    while at < length:
        size, text = tokens[at]
        pieces.append(text)
        at += size
    return "".join(pieces)


@cache
def _readings(code: bytes) -> list[tuple[int, int, str]]:
    """Ways to read the bytes ahead: how many of them, at what cost, as what."""
    drops = (1, 2, 3)[: len(code)]
    readings = [(size, _DROPPED + (size - 1) * _DROPPED_TOO, "\ufffd") for size in drops]
    for pair, size, split in ((code[:2], 2, 0), (code, 4, 0), (code[:3:2], 3, _SPLIT)):
        character, cost = _character(pair)
        if character and size <= len(code):
            readings.append((size, cost + split, "\ufffd" * bool(split) + character))
    return readings


@cache
def _character(code: bytes) -> tuple[str, int]:
    """The one character of two or four bytes, and what taking it costs: the rarer in print, the more."""
    try:
        character = code.decode("gb18030")
    except UnicodeDecodeError:
        return "", 0
    if len(character) != 1 or len(code) < 2:  # A cut code, or two characters of four bytes.
        return "", 0
    if "\ue000" <= character <= "\uf8ff":
        return character, 9
    if character in COMMON or code[0] in (0xA1, 0xA3):
        return character, 0
    if len(code) == 2 and 0xB0 <= code[0] <= 0xF7 and code[1] >= 0xA1:
        return character, 2 if code[0] <= 0xD7 else 4
    return character, 5
