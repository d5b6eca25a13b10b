"""Something a reader must know: a sum that fails, damaged text, a catalogue that repeats itself."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open character offsets into the text of one document."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is a stable kebab-case name (`text-damaged`, `late`); `message` is one English sentence with the Chinese
    words it speaks of left as they are."""

    code: str
    severity: Severity
    message: str
    indicators: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
