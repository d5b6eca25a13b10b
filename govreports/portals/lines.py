"""On which line of a TOML file a value stands: the standard library's reader does not say."""

import re
from collections.abc import Iterator, Mapping, Sequence

Place = tuple[str | int, ...]
"""A value's place: ("portal", 0, "catalogues", 1, "url")."""

KEY = r"""[\w-]+|"[^"\n]*"|'[^'\n]*'"""
HEADER = re.compile(rf"[ \t]*(?P<open>\[\[?)\s*(?P<path>(?:{KEY})(?:\s*\.\s*(?:{KEY}))*)\s*\]\]?")
ASSIGNED = re.compile(rf"[ \t]*(?P<path>(?:{KEY})(?:\s*\.\s*(?:{KEY}))*)\s*=")
# Strings and comments first: what looks like a bracket or a new line in them is none.
TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''" + r'|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'|#[^\n]*|[\[\]{}]|\n", re.DOTALL
)


class Lines:
    """The lines of a TOML text that can be read: every table's header and every key."""

    def __init__(self, text: str) -> None:
        self._lines: Mapping[Place, int] = dict(_places(text))

    def where(self, place: Sequence[str | int]) -> int:
        """The line (from 1) of a value, or of the nearest that holds it."""
        whole = tuple(place)
        return next((line for end in range(len(whole), 0, -1) if (line := self._lines.get(whole[:end]))), 1)


def _places(text: str) -> Iterator[tuple[Place, int]]:
    table: Place = ()
    counts: dict[Place, int] = {}
    position = 0
    while position < len(text):
        line = text.count("\n", 0, position) + 1
        if header := HEADER.match(text, position):
            table = _resolved(_parts(header["path"]), counts, new=header["open"] == "[[")
            if table[-1] == 0:
                yield table[:-1], line
            yield table, line
            position = header.end()
        elif assigned := ASSIGNED.match(text, position):
            yield (*table, *_parts(assigned["path"])), line
            position = assigned.end()
        position = _end_of_value(text, position)


def _resolved(path: Sequence[str], counts: dict[Place, int], *, new: bool) -> Place:
    """A header's path with the numbers of the array tables it passes through; `new` begins another."""
    place: Place = ()
    for depth, part in enumerate(path, 1):
        place = (*place, part)
        if new and depth == len(path):
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def _end_of_value(text: str, position: int) -> int:
    """Behind the line break that ends the value begun at a position."""
    depth = 0
    for token in TOKEN.finditer(text, position):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if token[0] == "\n" and depth <= 0:
            return token.end()
    return len(text)


def _parts(path: str) -> list[str]:
    return [part.strip("\"'") for part in re.findall(KEY, path)]
