"""What a registry row may tell an adapter. A parameter that nobody reads would change nothing and say nothing, and one
whose value nobody understands might break a walk.
"""

import re
from collections.abc import Iterator, Mapping

Parameters = Mapping[str, str]
"""The parameters an adapter reads by their names, each with the pattern that its whole value matches. A name that ends
in `*` stands for all that begin so."""

ANY = r"(?s:.*)"
NUMBER = r"[1-9]\d*"


def misread(known: Parameters, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The parameters that an adapter would not read as they were meant, each with what is wrong with it."""
    for name, value in given.items():
        pattern = known.get(name) or next((known[key] for key in known if _begins(key, name)), None)
        if pattern is None:
            told = ", ".join(sorted(known)) or "it has none"
            yield name, f"no parameter of this platform: {told}"
        elif not re.fullmatch(pattern, value):
            yield name, f"{value!r} is not understood ({pattern})"


def _begins(key: str, name: str) -> bool:
    return key.endswith("*") and name.startswith(key[:-1])
