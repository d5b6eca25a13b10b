"""Rows as printed: their label, the headings beside it, and the cell under each column of values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from govreports.parsing.tables.grid import GridRow, Placed
from govreports.parsing.tables.headers import Column, Header
from govreports.parsing.tables.index import role_of
from govreports.parsing.tables.labels import measure_word
from govreports.parsing.tables.segments import Segment


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of a form's table as it stands: the labels that begin in it from left to right, those that reach into it
    from above, its measure if it prints one, and its cells by the key of their column (None: no cell stands there).
    `merged` are the keys of columns that share one cell with another."""

    row: GridRow
    labels: tuple[str, ...]
    above: tuple[str, ...]
    measure: str | None
    columns: tuple[Column, ...]
    cells: Mapping[str, Placed | None]
    merged: frozenset[str] = field(default_factory=frozenset)

    @property
    def label(self) -> str:
        """The label nearest to the values."""
        return self.labels[-1] if self.labels else ""

    @property
    def is_empty(self) -> bool:
        """Whether no cell of a column of values holds anything."""
        return not any(placed and placed.text for placed in self.cells.values())


def printed_rows(segment: Segment) -> Iterator[PrintedRow]:
    """The rows of a segment; of a table printed in two halves those of the left half first."""
    sides = segment.header.sides
    for n, side in enumerate(sides):
        reach = segment.header.reach(n)
        for row in segment.rows:
            values = _shifted(row, segment.header) if len(sides) == 1 else None
            printed = _printed(row, segment.header, side, reach, values or _by_place(row, side))
            if printed:
                yield printed


def _printed(
    row: GridRow, header: Header, side: tuple[Column, ...], reach: range, values: dict[str, Placed | None]
) -> PrintedRow | None:
    """The row on one side of a table, whose labels stand in `reach`."""
    used = {id(placed) for placed in values.values() if placed}
    labels: list[Placed] = []
    units: list[Placed] = []
    for placed in row.own:
        if id(placed) in used or not placed.text or placed.cell.column not in reach:
            continue
        if placed.cell.column in header.units or measure_word(placed.text):
            units.append(placed)
        elif not placed.value_like and placed.cell.column not in header.ignored:
            labels.append(placed)
    above = tuple(
        placed.text for placed in row.above if id(placed) not in used and placed.text and not placed.value_like
    )
    if not labels and not any(values.values()):
        return None
    counts = [id(placed) for placed in values.values() if placed]
    return PrintedRow(
        row=row,
        labels=tuple(placed.text for placed in labels),
        above=above,
        measure=next((found for placed in units if (found := measure_word(placed.text))), None),
        columns=side,
        cells=values,
        merged=frozenset(key for key, placed in values.items() if placed and counts.count(id(placed)) > 1),
    )


def _by_place(row: GridRow, side: tuple[Column, ...]) -> dict[str, Placed | None]:
    covering = {place: placed for placed in (*row.above, *row.own) for place in placed.columns}
    return {column.key: covering.get(column.place) for column in side}


def _shifted(row: GridRow, header: Header) -> dict[str, Placed | None] | None:
    """The values of a row by their order, where a wrong span pushed them out of their columns: as many cells behind the
    label as there are columns of values, and nothing else."""
    columns = header.columns
    if row.loose:
        return _loose(row, header)
    if len(columns) < 2 or len(row.own) < len(columns):
        return None
    values = row.own[-len(columns) :]
    if values[0].cell.column == columns[0].place and values[-1].cell.column == columns[-1].place:
        return None
    last = columns[-1].place
    if any(place > last for place in (*header.labels, *header.units, *header.ignored)):
        return None
    labels = row.own[: -len(columns)]
    # A figure may be a word (未统计), but not the label.
    if values[0].role.rows or sum(placed.value_like for placed in values) * 2 < len(values):
        return None
    if any(_is_figure(placed) for placed in labels):
        return None
    if not any(placed.text for placed in labels) and header.labels and role_of(values[0].text).rows:
        return None
    return {column.key: placed for column, placed in zip(columns, values, strict=True)}


def _loose(row: GridRow, header: Header) -> dict[str, Placed | None] | None:
    """The values of a row that was a line: as many figures as there are columns of values, or none. Figures of a column
    of codes stand in front of them."""
    columns = header.columns
    found = [placed for placed in row.own if placed.value_like]
    codes = sum(header.labels[0] < place < columns[0].place for place in header.ignored) if header.labels else 0
    if len(found) == len(columns) + codes:
        found = found[codes:]
    if not found:
        return dict.fromkeys((column.key for column in columns), None)
    if len(found) != len(columns):
        return None
    return {column.key: placed for column, placed in zip(columns, found, strict=True)}


def _is_figure(placed: Placed) -> bool:
    return placed.value_like and any(character.isdigit() for character in placed.text)
