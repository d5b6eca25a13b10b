"""Something a reader must know: a sum that fails, damaged text, a catalogue that repeats itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from govreports.model.codes import Code

Severity = Literal["info", "warning", "error"]

DAMAGE_CODES: tuple[Code, ...] = ("digits-fused", "measure-lost", "mojibake", "private-use")
"""The codes of a page's findings that tell where its text was damaged before we saw it; their evidence says where."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open character offsets into the text of one document."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is a stable kebab-case name (`text-damaged`, `late`); `message` is one English sentence with the Chinese
    words it speaks of left as they are."""

    code: Code
    severity: Severity
    message: str
    indicators: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()


def within(findings: Iterable[Finding], start: int, end: int) -> tuple[Finding, ...]:
    """The findings of a text that hold for its stretch from `start` to `end`, their evidence counted from there: those
    with evidence in it, and those without any, which speak of the whole."""
    kept: list[Finding] = []
    for finding in findings:
        inside = tuple(
            Span(max(span.start, start) - start, min(span.end, end) - start)
            for span in finding.evidence
            if span.start < end and span.end > start
        )
        if inside or not finding.evidence:
            kept.append(replace(finding, evidence=inside))
    return tuple(kept)
