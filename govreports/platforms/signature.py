"""How a platform family is recognised: by what its addresses and its pages' source look like.

An adapter's module says it in a module-level `SIGNATURE`; `govreports.platforms.detect` holds it against a page.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that tells a family. `weight`, between 0 and 1, is how sure this mark alone makes: 0.9 what no other
    family writes, 0.6 what others seldom do, 0.3 a hint that needs another. Marks add up as independent witnesses do:
    two of 0.6 make 0.84. `evidence` is what its match shows, as the end of a sentence: "lists of unit and column at
    …/showList/"."""

    pattern: re.Pattern[str]
    weight: float
    evidence: str

    def __post_init__(self) -> None:
        if not 0 < self.weight < 1:
            raise ValueError(f"a weight of {self.weight}: no single mark is certain, and none counts for nothing")
        if not self.evidence:
            raise ValueError(f"{self.pattern.pattern!r} says nothing about what it shows")


@dataclass(frozen=True, slots=True)
class Signature:
    """A family's marks. `url` patterns are searched in an address without its host (`/path?query#fragment`): the
    page's own, and those of the links it holds to its own site, where one link alone is no witness. `html` patterns
    are searched in a page's source without comments, those of its scripts included; data islands stay. `outranks` are
    the families whose marks this one's pages bear too, being a module of theirs: where this one is found they are not
    asked."""

    url: tuple[Mark, ...] = ()
    html: tuple[Mark, ...] = ()
    outranks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.url and not self.html:
            raise ValueError("a signature without marks recognises nothing")


def mark(pattern: str, weight: float, evidence: str) -> Mark:
    """A mark of a pattern as text; `(?i)` at its head where case does not matter."""
    return Mark(re.compile(pattern), weight, evidence)
