"""Tables flattened to lines: text dumps and broken pages that lost the borders of the cells, or ran them together.

The labels of a form stand in their order, the figures of a row behind its label. Where white space parts as many
figures as the row has cells, they are its cells. Else the digits are cut in every way that the sums along the row
allow, and the rows are held against each other by the sums down the columns. One solution is taken, and said to be so
found; of several, the cells that differ are left empty.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from govreports.model.document import Document, Paragraph, Table
from govreports.parsing.tables.flatcells import solve_rows
from govreports.parsing.tables.flatcuts import FlatRow
from govreports.parsing.tables.flatrows import read_flat_rows
from govreports.parsing.tables.forms import TableForm, families
from govreports.parsing.tables.lines import Mark, chain, flattened_families, read_marks
from govreports.parsing.tables.reading import FormTable
from govreports.parsing.tables.scopes import table_scope

_HEADER_GAP = 60
"""Characters between two labels of a header that no form has."""


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A flattened table: its form, its rows as they stand, and the offsets between which it stands, its header in."""

    form: TableForm
    rows: tuple[FlatRow, ...]
    start: int
    end: int


def find_flattened(document: Document) -> list[FlatTable]:
    """The flattened tables of a document's paragraphs, in their order."""
    marked: list[tuple[list[TableForm], list[Mark], int]] = []
    for start, end in _stretches(document):
        compact = "".join(document.text[start:end].split())
        for family in flattened_families(compact):
            marks = read_marks(document.text, start, end, family)
            marked.append((_likeliest(document.text, family, marks), marks, end))
    sure = Counter(tables[0].form for tables, _, _ in marked if len(tables) == 1)
    found: list[FlatTable] = []
    for tables, marks, end in marked:
        # Table 4 is one in both forms: it is in that of the others.
        table = max(tables, key=lambda each: sure[each.form])
        if rows := read_flat_rows(document.text, table, marks, end):
            begin = _header_start(document.text, marks, min(row.at for row in rows))
            found.append(FlatTable(table, tuple(rows), begin, max(row.zone.words for row in rows)))
    return _apart(found)


def _header_start(text: str, marks: Sequence[Mark], first: int) -> int:
    """Where the header above the label at `first` begins: the labels that stand in front of it with hardly anything
    between."""
    start = first
    for mark in reversed([mark for mark in marks if mark.start < first]):
        if start - mark.end > _HEADER_GAP or "。" in text[mark.end : start]:
            break
        start = mark.start
    return start


def lines_of(document: Document, flattened: Sequence[FlatTable], tables: Sequence[FormTable]) -> frozenset[int]:
    """Starts of the paragraphs that are rows or headers, not prose: those that lie in a flattened table for the most
    part, and lone rows of others."""
    lone = [cell.start for table in tables for cell in table.cells if cell.cell is None and cell.start is not None]
    if not lone and not flattened:
        return frozenset()
    return frozenset(
        block.start
        for block in document.blocks
        if isinstance(block, Paragraph)
        and (
            any(block.start <= place < block.end for place in lone)
            or sum(max(0, min(block.end, t.end) - max(block.start, t.start)) for t in flattened) * 2
            > block.end - block.start
        )
    )


def read_flattened(
    document: Document, tables: Sequence[FlatTable], known: Mapping[str, Decimal], unit: str | None = None
) -> list[FormTable]:
    """The cells of flattened tables, which are numbered behind the document's own. `known` are figures that the prose
    states, by indicator: they may decide between several solutions. `unit` is the reporting organ's name."""
    own = sum(1 for block in document.blocks if isinstance(block, Table))
    return [
        solve_rows(
            document.text,
            table.form,
            table.rows,
            number,
            known,
            table_scope(document, table.start, table.end, unit),
        )
        for number, table in enumerate(tables, own + 1)
    ]


def _apart(found: Sequence[FlatTable]) -> list[FlatTable]:
    """The tables that share no figures: of two that do the one with more rows, since many labels are found in several
    forms."""
    kept: list[tuple[int, FlatTable]] = []
    taken: set[int] = set()
    for table in sorted(found, key=lambda each: -len(each.rows)):
        places = {start for row in table.rows for _, start in row.zone.tokens}
        if taken.isdisjoint(places):
            kept.append((min(places), table))
            taken |= places
    return [table for _, table in sorted(kept, key=lambda each: each[0])]


def _likeliest(text: str, family: str, marks: Sequence[Mark]) -> list[TableForm]:
    """The tables of a family most of whose rows and columns are marked: several where they are alike."""

    def found(table: TableForm) -> int:
        columns = {column.key for mark in marks for form, column in mark.columns if form is table}
        return len(chain(text, marks, table)) + len(columns)

    counts = [(found(table), table) for table in families()[family]]
    most = max(count for count, _ in counts)
    return [table for count, table in counts if count == most]


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Offsets of the runs of paragraphs that no table parts."""
    start: int | None = None
    end = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            start = block.start if start is None else start
            end = block.end
        elif start is not None:
            yield start, end
            start = None
    if start is not None:
        yield start, end
