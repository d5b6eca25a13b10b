"""A card on the terminal in colours, elsewhere with marks: 【the quote】 and in it >>the number<<."""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from govreports.cli.outcome import put_line
from govreports.model.record import Record
from govreports.publish.card import Line, Piece, Style, card

COLOURS: dict[Style, str] = {
    "plain": "",
    "title": "bold",
    "heading": "bold underline",
    "label": "cyan",
    "figure": "bold green",
    "muted": "dim",
    "quote": "yellow",
    "value": "bold black on yellow",
    "info": "blue",
    "warning": "bold yellow",
    "error": "bold red",
}


def print_card(record: Record) -> None:
    """Print a report's card to stdout, an empty line after it."""
    lines = card(record)
    if sys.stdout.isatty():
        _print_coloured(lines)
    else:
        for line in marked(lines):
            put_line(line)
    put_line("")


def marked(lines: Iterable[Line]) -> Iterator[str]:
    """Lines of plain text, with marks for what colours would show."""
    for line in lines:
        runs = groupby(line, key=lambda piece: piece.style in {"quote", "value"})
        yield "".join(_evidence(pieces) if is_evidence else _text(pieces) for is_evidence, pieces in runs).rstrip()


def _evidence(pieces: Iterable[Piece]) -> str:
    inner = (f">>{piece.text}<<" if piece.style == "value" else piece.text for piece in pieces)
    return f"【{''.join(inner)}】"


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _print_coloured(lines: Iterable[Line]) -> None:
    from rich.console import Console  # slow to import, and only a terminal needs it
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        console.print(Text.assemble(*((piece.text, COLOURS[piece.style]) for piece in line)))
