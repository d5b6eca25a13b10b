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
from govreports.model.report import Scope
from govreports.parsing.tables.cells import BLANK, CellValue
from govreports.parsing.tables.flatrows import FlatRow, read_flat_rows
from govreports.parsing.tables.forms import TableForm, families
from govreports.parsing.tables.lines import Mark, chain, flattened_families, read_marks
from govreports.parsing.tables.reading import FormTable, ReadCell, Recovery
from govreports.parsing.tables.scopes import table_scope
from govreports.parsing.tables.slots import slot
from govreports.parsing.tables.solving import Balance, Number, Solutions, Vector, solve

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
        _form_table(document.text, table, number, known, table_scope(document, table.start, table.end, unit))
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


def _form_table(
    text: str, flat: FlatTable, number: int, known: Mapping[str, Decimal], scope: Scope | None
) -> FormTable:
    table, rows = flat.form, flat.rows
    vectors = [[_vector(table, row, way) for way in row.ways] for row in rows]
    solutions, taken = _solved(table, rows, vectors, known)
    cells: list[ReadCell] = []
    told: list[ReadCell] = []
    left_open: list[ReadCell] = []
    for row, numbers in zip(rows, taken, strict=True):
        for at in range(len(row.columns)):
            cell = _cell(text, table, row, at, numbers)._replace(table=number)
            cells.append(cell)
            if not row.as_printed and not row.is_blank:
                (left_open if cell.value.stated == "text" else told).append(cell)
    recovery = Recovery(tuple(told), tuple(left_open), solutions.count, solutions.more) if told or left_open else None
    return FormTable(table, tuple(cells), frozenset({number}), scope=scope, recovery=recovery)


def _vector(table: TableForm, row: FlatRow, way: Sequence[Number | None]) -> Vector:
    """The numbers of one cut of a row, in the order of the form's columns."""
    values = dict(zip((column.key for column in row.columns), way, strict=True))
    return tuple(values.get(column.key) for column in table.columns)


def _solved(
    table: TableForm, rows: Sequence[FlatRow], vectors: Sequence[Sequence[Vector]], known: Mapping[str, Decimal]
) -> tuple[Solutions, list[frozenset[int]]]:
    """The solutions, and the cuts of each row in them. Rows whose sums down the columns are broken are told by the sums
    along them alone."""
    at = {row.form.name: n for n, row in enumerate(rows) if row.form}
    balances = [
        Balance(tuple(at[name] for name in rule.left), tuple(at[name] for name in rule.right))
        for rule in table.sums
        if rule.along == "column" and all(name in at for name in (*rule.left, *rule.right))
    ]
    open_rows = [list(range(len(each))) or [0] for each in vectors]
    filled: list[list[Vector]] = [list(each) or [(None,) * len(table.columns)] for each in vectors]
    solutions = solve(filled, balances)
    if solutions.count == 0 and not solutions.more:
        solutions = solve(filled, [])
        balances = []
    if solutions.count > 1 or solutions.more:
        kept = [
            [n for n in numbers if _agrees(table, row, vector, n, known)] or numbers
            for row, numbers, vector in zip(rows, open_rows, filled, strict=True)
        ]
        decided = solve([[vector[n] for n in numbers] for vector, numbers in zip(filled, kept, strict=True)], balances)
        if decided.count:
            taken = [frozenset(kept[n][cut] for cut in cuts) for n, cuts in enumerate(decided.taken)]
            return decided, taken
    return solutions, list(solutions.taken)


def _agrees(
    table: TableForm, row: FlatRow, vectors: Sequence[Vector], number: int, known: Mapping[str, Decimal]
) -> bool:
    """Whether a cut of a row states what the prose states of its indicators."""
    if row.form is None:
        return True
    headlines = {each.sum[0]: each.indicator for each in table.derived if len(each.sum) == 1}
    for column, value in zip(table.columns, vectors[number], strict=True):
        indicator = table.indicator(row.form, column)
        wanted = known.get(indicator or "", known.get(headlines.get(indicator or "", "")))
        if column.period == "year" and wanted is not None and value is not None and value != wanted:
            return False
    return True


def _cell(text: str, table: TableForm, row: FlatRow, at: int, numbers: frozenset[int]) -> ReadCell:
    """One cell of a row, as the cuts in question agree on it."""
    column = row.columns[at]
    where = slot(table, row.form.name if row.form else None, ((table, column),))
    measure = row.zone.measure or where.measure
    value, start, end = _value(text, row, at, numbers)
    return ReadCell(
        slot=where,
        column=column.key,
        label=where.label if row.form else row.label,
        value=value,
        measure=value.measure or measure,
        start=start,
        end=end,
        table=None,
        cell=None,
    )


def _value(text: str, row: FlatRow, at: int, numbers: frozenset[int]) -> tuple[CellValue, int | None, int | None]:
    if row.is_blank:
        return BLANK, None, None
    if row.as_printed:
        token, start = row.printed[at]
        return row.values[at], start, start + len(token)
    pieces = {(piece.start, piece.end): piece for n in numbers if n < len(row.cuts) for piece in (row.cuts[n][at],)}
    if len(pieces) == 1:
        ((start, end),) = pieces
        piece = pieces[start, end]
        if piece.value is None:
            return CellValue("dash", as_stated=piece.text), start, end
        return CellValue("number", Decimal(piece.value), as_stated=piece.text), start, end
    start, end = row.zone.tokens[0][1], row.zone.tokens[-1][1] + len(row.zone.tokens[-1][0])
    return CellValue("text", as_stated=text[start:end]), start, end
