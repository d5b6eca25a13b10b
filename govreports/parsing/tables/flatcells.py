"""The cells of a flattened table: the rows' cuts held against each other, and what they agree on."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from govreports.model.report import Scope
from govreports.parsing.tables.cells import BLANK, CellValue
from govreports.parsing.tables.flatcuts import FlatRow
from govreports.parsing.tables.forms import TableForm
from govreports.parsing.tables.reading import FormTable, ReadCell, Recovery
from govreports.parsing.tables.slots import slot
from govreports.parsing.tables.solving import Balance, Number, Solutions, Vector, solve


def solve_rows(
    text: str,
    table: TableForm,
    rows: Sequence[FlatRow],
    number: int,
    known: Mapping[str, Decimal],
    scope: Scope | None,
) -> FormTable:
    """The table that some rows of a text are, numbered `number`; `known` figures may decide between solutions."""
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
