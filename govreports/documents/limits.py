"""What reading one file may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` of the clock and of processor time, `memory` in bytes of address space, `size` of the file in bytes,
    `characters` of text that may come out of it."""

    seconds: int = 60
    memory: int = 1 << 30
    size: int = 100 << 20
    characters: int = 5_000_000


DEFAULT_LIMITS = Limits()
"""Wide of any report: the longest have a hundred pages and are read in a second."""
