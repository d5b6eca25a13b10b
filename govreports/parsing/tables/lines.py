"""Where the labels of a form stand in running text, and what stands behind each: a table flattened to lines."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from govreports.parsing.tables.forms import ColumnForm, RowForm, TableForm, families
from govreports.parsing.tables.labels import form_keys


@dataclass(frozen=True, slots=True)
class Mark:
    """A label of a form in a text: what it may be, and its offsets without the number in front of it. `over_columns`
    says that it is a group of columns: then the header has several rows, and its order is not that of the columns."""

    start: int
    end: int
    key: str
    rows: tuple[tuple[TableForm, RowForm], ...]
    columns: tuple[tuple[TableForm, ColumnForm], ...]
    over_columns: bool


@dataclass(frozen=True, slots=True)
class _Family:
    """The labels of a family: a pattern that finds them among words, what each may be, some that tell the family."""

    pattern: re.Pattern[str]
    rows: dict[str, list[tuple[TableForm, RowForm]]]
    columns: dict[str, list[tuple[TableForm, ColumnForm]]]
    over_columns: frozenset[str]
    telling: tuple[str, ...]


_CLOSING = '）)”"’」』》】〕'
_FEWEST_TELLING = 3
_LONGEST_GAP = 400
"""Characters between two labels of a table: figures, a repeated header, rows of the report's own."""
_LONG_ENOUGH = 4


def flattened_families(compact: str) -> list[str]:
    """The families some of whose labels stand in a text without white space: at least three that no sentence has."""
    return [
        name for name in families() if sum(1 for label in _family(name).telling if label in compact) >= _FEWEST_TELLING
    ]


def read_marks(text: str, start: int, end: int, family: str) -> list[Mark]:
    """The labels of a family between two offsets, in their order. White space and punctuation inside them is passed
    over."""
    known = _family(family)
    words: list[str] = []
    places: list[int] = []
    for at in range(start, end):
        character = text[at]
        if character.isalnum():
            for folded in unicodedata.normalize("NFKC", character):
                words.append(folded)
                places.append(at)
    squeezed = "".join(words).replace("其它", "其他")
    return [
        Mark(
            places[match.start()],
            _behind(text, places[match.end() - 1] + 1),
            match[0],
            tuple(known.rows.get(match[0], ())),
            tuple(known.columns.get(match[0], ())),
            match[0] in known.over_columns,
        )
        for match in known.pattern.finditer(squeezed)
    ]


def _behind(text: str, at: int) -> int:
    """The offset behind the quotes and brackets that a label closes, blanks between them."""
    closed = at
    while at < len(text) and (text[at] in _CLOSING or text[at] in " \u3000\xa0"):
        at += 1
        closed = at if text[at - 1] in _CLOSING else closed
    return closed


def chain(text: str, marks: Sequence[Mark], table: TableForm) -> list[tuple[Mark, RowForm]]:
    """The marks that are the table's rows, in the form's order: the longest such run of labels, so that a label that
    stands in a header as well is passed over. No sentence ends between two of them."""
    order = {row.name: n for n, row in enumerate(table.rows)}
    nodes = [(mark, row, order[row.name]) for mark in marks for form, row in mark.rows if form is table]
    best: list[tuple[int, int | None]] = []
    for n, (mark, _, place) in enumerate(nodes):
        weight, before = len(mark.key), None
        for m in range(n - 1, -1, -1):
            if mark.start - nodes[m][0].end > _LONGEST_GAP:
                break
            if nodes[m][2] >= place or nodes[m][0].end > mark.start or best[m][0] + len(mark.key) <= weight:
                continue
            if "。" not in text[nodes[m][0].end : mark.start]:
                weight, before = best[m][0] + len(mark.key), m
        best.append((weight, before))
    found: list[tuple[Mark, RowForm]] = []
    at: int | None = max(range(len(nodes)), key=lambda n: best[n][0], default=None)
    while at is not None:
        found.append(nodes[at][:2])
        at = best[at][1]
    return found[::-1]


@cache
def _family(name: str) -> _Family:
    rows: dict[str, list[tuple[TableForm, RowForm]]] = {}
    columns: dict[str, list[tuple[TableForm, ColumnForm]]] = {}
    others: set[str] = set()
    for table in families()[name]:
        for row in table.rows:
            for key in dict.fromkeys(form_keys(row.labels)):
                rows.setdefault(key, []).append((table, row))
        for column in table.columns:
            for key in dict.fromkeys(form_keys(column.labels)):
                # 政府 heads a column in some tables, and is a word of every sentence.
                if not column.optional or len(key) >= _LONG_ENOUGH:
                    columns.setdefault(key, []).append((table, column))
        others.update(form_keys((*table.headings, *table.groups, *table.column_groups, *table.label_headers)))
    every = sorted((key for key in {*rows, *columns, *others} if len(key) > 1), key=len, reverse=True)
    # 行政许可 and 规章 are words of any report: of a table whose rows have columns of their own the columns tell.
    by_rows = any(row.labels and row.columns is None for table in families()[name] for row in table.rows)
    labels: list[str] = []
    for table in families()[name]:
        labels.extend(label for row in table.rows if by_rows for label in row.labels)
        labels.extend(label for column in table.columns if not by_rows for label in column.labels)
    telling = (key for key in (rows if by_rows else columns) if any(key in label for label in labels))
    return _Family(
        re.compile("|".join(map(re.escape, every))),
        rows,
        columns,
        frozenset(key for table in families()[name] for key in form_keys(table.column_groups)),
        tuple(key for key in telling if len(key) >= _LONG_ENOUGH),
    )
