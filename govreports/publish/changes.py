"""What changed between an old and a new record of one report, field by field."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff
from itertools import islice
from typing import Literal, NamedTuple

from govreports.model.record import Record

PLACES = frozenset({"start", "end"})
"""Offsets move with every character before them; what lies at them is compared instead."""

SHORT = 120
"""Characters of a value that are shown."""


class FieldChange(NamedTuple):
    """A value gone (`-`) from a field of a record, or come (`+`) into it."""

    field: str
    sign: Literal["-", "+"]
    value: str


def record_changes(old: Record, new: Record) -> Iterator[FieldChange]:
    """The differences of two records: of a text by lines, of a list by its members, whose offsets do not count."""
    one, two = dict[str, object](old), dict[str, object](new)
    for field in two:
        before, after = one.get(field), two[field]
        if before == after:
            continue
        if field == "text":
            yield from _of_text(str(before), str(after))
        elif isinstance(before, list) and isinstance(after, list):
            yield from _of_list(field, before, after)
        else:
            yield FieldChange(field, "-", _cut(_told(before)))
            yield FieldChange(field, "+", _cut(_told(after)))


def by_id(records: Iterable[Record]) -> Mapping[str, Record]:
    """Records by their id."""
    return {record["id"]: record for record in records}


def _of_text(old: str, new: str) -> Iterator[FieldChange]:
    # Two lines of file names come first.
    for line in islice(unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm=""), 2, None):
        if line.startswith("-"):
            yield FieldChange("text", "-", _cut(line[1:]))
        elif line.startswith("+"):
            yield FieldChange("text", "+", _cut(line[1:]))


def _of_list(field: str, old: Sequence[object], new: Sequence[object]) -> Iterator[FieldChange]:
    before, after = Counter(map(_told, old)), Counter(map(_told, new))
    yield from (FieldChange(field, "-", _cut(member)) for member in (before - after).elements())
    yield from (FieldChange(field, "+", _cut(member)) for member in (after - before).elements())


def _told(value: object) -> str:
    """A value in words, without what moves and what is empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        told = {key: part for key, part in value.items() if key not in PLACES and part not in (None, "", [])}
        return ", ".join(f"{key} {_told(part)}" for key, part in told.items())
    return json.dumps(value, ensure_ascii=False)


def _cut(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
