"""Sections of a report: its headings, nested by level, each with its span and its meaning."""

from collections.abc import Iterator
from dataclasses import dataclass

from govreports.model.document import Block, Document, Paragraph
from govreports.model.report import Section
from govreports.parsing.forms import flattened_rows
from govreports.parsing.headings import TOP_STYLES, Heading, Style, read_heading
from govreports.parsing.meanings import Meaning, meaning_of


@dataclass(frozen=True, slots=True)
class _Placed:
    """A heading in the text, with the last line before it."""

    start: int
    before: int
    heading: Heading
    level: int


def read_sections(document: Document, rows: frozenset[int] = frozenset()) -> tuple[Section, ...]:
    """Sections in their order, nested by level. Each starts at its heading and ends with the last line before the
    next heading of its level or above. Only paragraphs are looked at: what stands in a table is no heading, nor is a
    row of a table that was flattened to lines (`rows`: where paragraphs start that are known to be such)."""
    placed = list(_placed(document, rows))
    return tuple(
        Section(
            number=here.heading.number,
            heading=here.heading.text,
            level=here.level,
            meaning=meaning_of(here.heading.text),
            start=here.start,
            end=next((later.before for later in placed[index + 1 :] if later.level <= here.level), len(document.text)),
        )
        for index, here in enumerate(placed)
    )


def _placed(document: Document, rows: frozenset[int]) -> Iterator[_Placed]:
    """Headings with their levels. A style seen above goes back to its level; a new one goes one deeper. But the top
    styles (第一部分, 一、) never go under a lower one, and an annex stands beside the top."""
    open_styles: list[Style] = []
    lines = _headings(document, rows | flattened_rows(document))
    for index, (block, heading) in enumerate(lines):
        if heading and not _is_of_contents(index, lines):
            _go_to(heading, open_styles)
            before = lines[index - 1][0].end if index else 0
            yield _Placed(block.start, before, heading, len(open_styles))


def _headings(document: Document, rows: frozenset[int]) -> list[tuple[Block, Heading | None]]:
    """Every block, with the heading it is or begins with."""
    return [
        (
            block,
            read_heading(document.text[block.start : block.end])
            if isinstance(block, Paragraph) and block.start not in rows
            else None,
        )
        for block in document.blocks
    ]


def _is_of_contents(index: int, lines: list[tuple[Block, Heading | None]]) -> bool:
    """Whether a heading stands in a table of contents: a top one among headings alone, that comes once more below."""
    heading = lines[index][1]
    neighbours = [lines[at][1] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return (
        heading is not None
        and heading.style in TOP_STYLES
        and any(neighbours)
        and any(heading == later for _, later in lines[index + 1 :])
    )


def _go_to(heading: Heading, open_styles: list[Style]) -> None:
    """Close what ends where a heading begins, and open its style. Changes `open_styles`."""
    style = heading.style
    if style == "plain" and meaning_of(heading.text) == Meaning.ANNEX:
        open_styles.clear()
    elif style in open_styles:
        del open_styles[open_styles.index(style) :]
    elif style in TOP_STYLES:
        while open_styles and open_styles[-1] not in TOP_STYLES[: TOP_STYLES.index(style)]:
            open_styles.pop()
    open_styles.append(style)
