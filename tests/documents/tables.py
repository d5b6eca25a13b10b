"""A table to print: cells in a grid, and the widths of its columns."""

from dataclasses import dataclass

from roundtrip.laying import Grid


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its place in the grid, the last row and column excluded."""

    text: str
    row: int
    column: int
    row_end: int
    column_end: int


def place(grid: Grid) -> list[Placed]:
    """Where the cells of an HTML-like grid stand."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for row, cells in enumerate(grid):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            row_end, column_end = min(row + cell.rowspan, len(grid)), column + cell.colspan
            taken |= {(down, across) for down in range(row, row_end) for across in range(column, column_end)}
            placed.append(Placed(cell.text.strip(), row, column, row_end, column_end))
            column = column_end
    return placed


def widths(cells: list[Placed], whole: float, em: float) -> list[float]:
    """Column widths that fill a line: labels get more room than figures, no figure is broken."""
    count = max(cell.column_end for cell in cells)
    wanted = [2.0] * count
    for cell in cells:
        if cell.column_end - cell.column == 1:
            digits = any(letter.isdigit() for letter in cell.text) and len(cell.text) < 9
            wish = len(cell.text) * 0.6 + 0.6 if digits else min(len(cell.text), 12) * 0.7
            wanted[cell.column] = max(wanted[cell.column], wish)
    least = 1.4 * em
    scale = whole / sum(wanted)
    sizes = [max(least, wish * scale) for wish in wanted]
    return [size * whole / sum(sizes) for size in sizes]
