"""Private-use characters: what a decoder gives for a code that its table leaves to the user, or what a font of its own
draws. Nothing tells what they stood for once the page's font is gone.
"""

import re

PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
"""Private-use characters (Unicode 3.2 and up), as the inside of a regular expression's class."""

_STRETCH = re.compile(f"[{PRIVATE}]+_*")  # An underscore after one stands for a character more.

_BULLET = re.compile(r"\s*[\uf020-\uf0ff]\s*")
"""Word's bullets and boxes are U+F020 to U+F0FF, the codes of symbol fonts (MS-DOC, Wingdings 0xA7 is U+F0A7): an
ornament at a line's beginning, nothing that was written."""


def private_use(line: str) -> list[tuple[int, int]]:
    """Half-open spans of private-use characters in a line, a list's bullet apart."""
    bullet = _BULLET.match(line)
    return [match.span() for match in _STRETCH.finditer(line, bullet.end() if bullet else 0)]
