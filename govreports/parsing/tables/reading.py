"""The statistical tables of a document: its grids read into tables of forms, each cell with its indicator."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from govreports.model.document import Cell, Document, Table
from govreports.model.report import Form, Scope
from govreports.parsing.tables.cells import BLANK, CellValue, read_cell
from govreports.parsing.tables.forms import TableForm, families
from govreports.parsing.tables.grid import Placed
from govreports.parsing.tables.headers import Column
from govreports.parsing.tables.labels import printed_measure
from govreports.parsing.tables.lonerows import read_grids
from govreports.parsing.tables.printed import printed_rows
from govreports.parsing.tables.rows import ReadRow, read_rows
from govreports.parsing.tables.scopes import table_scope
from govreports.parsing.tables.segments import read_segments
from govreports.parsing.tables.slots import Slot, slot


class ReadCell(NamedTuple):
    """A cell as read: the cell of the form it is, the key of its column in the table (with the year where there are
    several), what it states in which measure, and where it is printed: in which table of the document (None in text
    where a table was), in which cell (None where no cell stands there). `label` is the printed one of a local row, else
    the form's. `start` and `end` are None where nothing is printed. A tuple, not a dataclass, because a report has
    hundreds."""

    slot: Slot
    column: str
    label: str
    value: CellValue
    measure: str | None
    start: int | None
    end: int | None
    table: int | None
    cell: Cell | None
    other_year: bool = False


@dataclass(frozen=True, slots=True)
class Recovery:
    """How the cells of a flattened table were told apart: those that the sums alone tell, those that several
    `solutions` leave open (`more` than that, if they were not all counted), and the figures they were read from."""

    told: tuple[ReadCell, ...]
    left_open: tuple[ReadCell, ...]
    solutions: int
    more: bool


@dataclass(frozen=True, slots=True)
class FormTable:
    """A form's table as a document prints it, put together from its pieces, in the tables `numbers`. `misprinted` are
    the labels that were told in spite of a misprint, each with the first cell of its row. `scope` is that of its
    figures where the words around it give one."""

    form: TableForm
    cells: tuple[ReadCell, ...]
    numbers: frozenset[int]
    misprinted: tuple[tuple[str, ReadCell], ...] = ()
    lost_header: bool = False
    scope: Scope | None = None
    recovery: Recovery | None = None

    def by_place(self) -> dict[tuple[str, str], ReadCell]:
        """The cells by the name of their row and the key of their column, the first of each."""
        found: dict[tuple[str, str], ReadCell] = {}
        for cell in self.cells:
            if cell.slot.row is not None:
                found.setdefault((cell.slot.row, cell.column), cell)
        return found


def read_form_tables(document: Document, year: int | None = None, unit: str | None = None) -> list[FormTable]:
    """Every table of a form in the document's tables, in the order they begin. `year` is the reporting year: a column
    that prints another one holds that year's figures."""
    segments = read_segments(read_grids(document))
    found: list[tuple[TableForm, bool, list[ReadRow], bool]] = []
    for family in dict.fromkeys(segment.header.family for segment in segments):
        own = [segment for segment in segments if segment.header.family == family]
        lost = any(segment.lost_header for segment in own)
        for rows in read_rows([row for segment in own for row in printed_rows(segment)], family):
            if rows:
                ranked = _ranked_forms(rows, family)
                found.append((ranked[0][0], len(ranked) > 1 and ranked[0][1] == ranked[1][1], rows, lost))
    sure = Counter(form.form for form, doubtful, _, _ in found if not doubtful)
    blocks = [block for block in document.blocks if isinstance(block, Table)]
    tables: list[FormTable] = []
    for form, doubtful, rows, lost in sorted(found, key=lambda each: each[2][0].printed.row.table):
        block = blocks[rows[0].printed.row.table - 1]
        scope = table_scope(document, block.start, block.end, unit)
        tables.append(_form_table(_settled(form, rows, sure) if doubtful else form, rows, year, lost, scope))
    return tables


def _ranked_forms(rows: Sequence[ReadRow], family: str) -> list[tuple[TableForm, int]]:
    """The forms of a family with how many of the printed rows and columns are theirs, the likeliest first."""
    ranked: list[tuple[TableForm, int]] = []
    for table in families()[family]:
        own = sum(1 for read in rows if read.name is not None and table.row(read.name))
        columns = {column.key for read in rows if read.name for column in read.printed.columns}
        ranked.append((table, own + sum(1 for key in columns if table.column(key))))
    return sorted(ranked, key=lambda each: -each[1])


def _settled(form: TableForm, rows: Sequence[ReadRow], sure: Mapping[Form, int]) -> TableForm:
    """The form of a table that several forms print alike: the one that the other tables are in."""
    ranked = _ranked_forms(rows, form.family)
    tied = [table for table, count in ranked if count == ranked[0][1]]
    return max(tied, key=lambda table: sure.get(table.form, 0))


def _form_table(
    form: TableForm, rows: Sequence[ReadRow], year: int | None, lost_header: bool, scope: Scope | None
) -> FormTable:
    cells = [list(_cells(form, read, year)) for read in rows]
    return FormTable(
        form=form,
        cells=tuple(cell for row in cells for cell in row),
        numbers=frozenset(read.printed.row.table for read in rows if not read.printed.row.loose),
        misprinted=tuple(
            (read.printed.label, row[0]) for read, row in zip(rows, cells, strict=True) if read.misprinted and row
        ),
        lost_header=lost_header,
        scope=scope,
    )


def _cells(table: TableForm, read: ReadRow, year: int | None) -> Iterator[ReadCell]:
    printed_row = read.printed
    is_line = printed_row.row.loose
    row_measure = printed_row.measure or (printed_measure(printed_row.label) if printed_row.label else None)
    for column in printed_row.columns:
        placed = printed_row.cells.get(column.key)
        where = slot(table, read.name, column.forms)
        if where.indicator is None and (placed is None or not placed.text):
            continue
        measure = row_measure or column.measure or where.measure
        value = BLANK if placed is None else _value(placed, column, read, where.form.signed, measure)
        printed = placed.cell if placed and placed.text else None
        yield ReadCell(
            slot=where,
            column=column.key,
            label=printed_row.label if read.name is None else where.label,
            value=value,
            measure=value.measure or measure,
            start=printed.start if printed else None,
            end=printed.end if printed else None,
            table=printed_row.row.table,
            cell=placed.cell if placed and not is_line else None,
            other_year=bool(year and column.year and column.year != year),
        )


def _value(placed: Placed, column: Column, read: ReadRow, signed: bool, measure: str | None) -> CellValue:
    """What a cell states. A figure in a cell over several columns or rows belongs to none of them; 0 is all of them."""
    value = read_cell(placed.text, signed, measure)
    if value.value and (placed.cell.rowspan > 1 or column.key in read.printed.merged):
        return CellValue("text", as_stated=placed.text)
    return value
