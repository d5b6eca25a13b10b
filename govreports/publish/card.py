"""One report as a person would like to read it: a card of styled lines, rendered elsewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from govreports.model.record import FindingRecord, Number, Record, StatisticRecord
from govreports.parsing.headline_table import headline_table

Style = Literal["plain", "title", "heading", "label", "figure", "muted", "quote", "value", "info", "warning", "error"]
"""What a piece is. A `quote` is the evidence in its sentence, a `value` the characters in it that state the number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one style."""

    text: str
    style: Style = "plain"


Line = tuple[Piece, ...]

SENTENCE_END = re.compile(r"[。！？；!?;\n]")
BARE_CHARACTERS = 3
CONTEXT_CHARACTERS = 60
"""How much of a long sentence is shown on either side of the quote."""

_QUALIFIED = {"exact": "", "approximate": "about ", "at_least": "at least ", "at_most": "at most "}
_NOT_A_NUMBER = {"blank": "left blank", "dash": "a dash", "text": "no number"}


def card(record: Record) -> Iterator[Line]:
    """The lines of a report's card."""
    yield from _head(record)
    headlines = [each for each in record["statistics"] if each["indicator"] in headline_table()]
    yield from _part("Headline numbers", [line for each in headlines for line in _statistic_lines(record, each)])
    if further := len(record["statistics"]) - len(headlines):
        yield (Piece(f"and {further} further statistics", "muted"),)
    yield from _part("For a coder to judge", [line for each in _candidate_lines(record) for line in each])
    yield from _part("Findings", [line for each in record["findings"] for line in _finding_lines(record, each)])
    if record["repairs"]:
        yield from _part("Repairs", [(Piece("  " + ", ".join(record["repairs"])),)])


def _head(record: Record) -> Iterator[Line]:
    yield (Piece(record["title"] or "(no title)", "title"),)
    facts = (
        ("unit", record["unit"]),
        ("year", record["year"]),
        ("region", record["region"]),
        ("kind", f"{record['document_type']}, {record['form']}"),
        ("covers", _covers(record)),
        ("published", record["published"]),
        ("source", record["source"]),
        ("publisher", record["publisher"]),
        ("url", record["url"]),
        ("report", f"{record['id']}, version {record['version']}"),
    )
    for name, value in facts:
        if value is not None:
            yield (Piece(f"{name:<10}", "muted"), Piece(str(value)))


def _covers(record: Record) -> str | None:
    covers = record["covers"]
    if covers is None:
        return None
    days = (covers["from"], covers["to"])
    return " to ".join(day or "?" for day in days) if any(days) else covers["quote"]


def _part(heading: str, lines: Sequence[Line]) -> Iterator[Line]:
    if lines:
        yield ()
        yield (Piece(heading, "heading"),)
        yield from lines


def _statistic_lines(record: Record, statistic: StatisticRecord) -> Iterator[Line]:
    name = statistic["indicator"] or ""
    details = [statistic["period"], statistic["scope"]]
    if not statistic["preferred"]:
        details.append("not preferred")
    yield (
        Piece("  "),
        Piece(headline_table()[name].label, "label"),
        Piece(f" {name}  ", "muted"),
        Piece(_figure(statistic), "figure"),
        Piece("  " + ", ".join(details), "muted"),
    )
    if statistic["start"] is not None and statistic["end"] is not None:
        stated = statistic["as_stated"] or ""
        yield _in_sentence(record["text"], statistic["start"], statistic["end"], stated)


def _figure(statistic: StatisticRecord) -> str:
    if statistic["value"] is None:
        return _NOT_A_NUMBER.get(statistic["stated"], "no number")
    figure = f"{_QUALIFIED[statistic['qualifier']]}{_grouped(statistic['value'])} {statistic['measure'] or ''}".rstrip()
    return f"{figure} (in words)" if statistic["stated"] == "words" else figure


def _grouped(value: Number) -> str:
    return f"{value:,}"


def _candidate_lines(record: Record) -> Iterator[Sequence[Line]]:
    for candidate in record["candidates"]:
        headline = headline_table().get(candidate["indicator"])
        yield (
            (
                Piece("  "),
                Piece(headline.label if headline else candidate["indicator"], "label"),
                Piece(f" {candidate['indicator']}? ", "muted"),
                Piece(candidate["reason"]),
            ),
            _in_sentence(record["text"], candidate["start"], candidate["end"], ""),
        )


def _finding_lines(record: Record, finding: FindingRecord) -> Iterator[Line]:
    style: Style = (
        "error" if finding["severity"] == "error" else "warning" if finding["severity"] == "warning" else "info"
    )
    yield (Piece("  "), Piece(finding["code"], style), Piece(f"  {finding['message']}"))
    for span in finding["evidence"]:
        yield _in_sentence(record["text"], span["start"], span["end"], "")


def _in_sentence(text: str, start: int, end: int, stated: str) -> Line:
    """The quote in its sentence, and in it the characters that state the number."""
    before, after = _sentence(text, start, end)
    quote = text[start:end]
    at = _where_stated(quote, stated)
    pieces = (
        Piece("    " + before),
        Piece(quote[: at[0]], "quote"),
        Piece(quote[at[0] : at[1]], "value"),
        Piece(quote[at[1] :], "quote"),
        Piece(after),
    )
    return tuple(Piece(piece.text.replace("\n", " "), piece.style) for piece in pieces if piece.text)


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands around a quote in its sentence, cut where that is long. A bare 无 says nothing without the heading
    above it, so what is that short brings the line before along."""
    earlier = [0, 0, *(match.end() for match in SENTENCE_END.finditer(text, 0, start))]
    begin = earlier[-2] if end - earlier[-1] < BARE_CHARACTERS else earlier[-1]
    if end > start and SENTENCE_END.match(text, end - 1):
        stop = end
    else:
        later = SENTENCE_END.search(text, end)
        stop = len(text) if later is None else later.end()
    before, after = text[begin:start].lstrip(), text[end:stop].rstrip()
    if len(before) > CONTEXT_CHARACTERS:
        before = "…" + before[-CONTEXT_CHARACTERS:]
    if len(after) > CONTEXT_CHARACTERS:
        after = after[:CONTEXT_CHARACTERS] + "…"
    return before, after


def _where_stated(quote: str, stated: str) -> tuple[int, int]:
    """Where in a quote the number stands: not inside a longer number (a 3 in 2013)."""
    if not stated:
        return len(quote), len(quote)
    alone = re.search(rf"(?<!\d){re.escape(stated)}(?!\d)", quote)
    at = alone.start() if alone else quote.find(stated)
    return (at, at + len(stated)) if at >= 0 else (len(quote), len(quote))
