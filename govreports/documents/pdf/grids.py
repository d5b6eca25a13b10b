"""Ruling lines → grids: the tables of a page that are drawn."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govreports.documents.pdf.marks import Box, Rule

_SAME = 3.0
"""Points within which two lines are one; no column or row is that narrow."""
_BREAK = 5.0
"""Points of a gap inside a line that was drawn cell by cell."""
_SHORTEST = 6.0
"""Points below which a line is a dash or the corner where two borders meet."""
_OPEN = 8.0
"""Points by which lines stand out over the last line across them where a table's side is not drawn."""
_COVERED = 0.6
"""Share of a cell's side that must be drawn."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid, with the rows and columns (from 0) it covers, the last excluded."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table: the places of its column and row borders, and its cells from top left to bottom right."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        """The table's frame."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_box(self, cell: GridCell) -> Box:
        """A cell's frame."""
        return self.xs[cell.column], self.ys[cell.row], self.xs[cell.column_end], self.ys[cell.row_end]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the grid under a point; None outside."""
        if not (self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]):
            return None
        return bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1


def find_grids(horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> list[Grid]:
    """The grids that lines make which touch each other, from top to bottom. A frame around text is none: a grid has at
    least two columns somewhere."""
    across, down = _merged(horizontals), _merged(verticals)
    grids = [_grid(*part) for part in _connected(across, down)]
    return sorted(
        (grid for grid in grids if grid is not None and len(grid.xs) > 2), key=lambda grid: (grid.ys[0], grid.xs[0])
    )


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Lines with their pieces put together: those side by side as one, those end to end as one."""
    merged: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at - group[0].at > _SAME:
            merged.extend(_spliced(group))
            group = []
        group.append(rule)
    merged.extend(_spliced(group))
    return [rule for rule in merged if rule.end - rule.start >= _SHORTEST]


def _spliced(group: list[Rule]) -> Iterable[Rule]:
    spliced: list[list[float]] = []
    at = sum(rule.at for rule in group) / max(len(group), 1)
    for rule in sorted(group, key=lambda each: each.start):
        if spliced and rule.start <= spliced[-1][1] + _BREAK:
            spliced[-1][1] = max(spliced[-1][1], rule.end)
        else:
            spliced.append([rule.start, rule.end])
    return [Rule(at, start, end) for start, end in spliced]


def _connected(across: list[Rule], down: list[Rule]) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Horizontal and vertical lines in groups that touch."""
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for first, flat in enumerate(across):
        for second, upright in enumerate(down, len(across)):
            if (
                flat.start - _SAME <= upright.at <= flat.end + _SAME
                and upright.start - _SAME <= flat.at <= upright.end + _SAME
            ):
                parent[root(first)] = root(second)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate([*across, *down]):
        groups.setdefault(root(at), ([], []))[at >= len(across)].append(rule)
    return [group for group in groups.values() if len(group[0]) >= 2 and len(group[1]) >= 1]


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    across, down = _closed(across, down), _closed(down, across)
    xs, ys = _places(down), _places(across)
    if len(xs) < 2 or len(ys) < 2:
        return None
    right, below = _drawn(down, xs, ys), _drawn(across, ys, xs)
    return Grid(tuple(xs), tuple(ys), tuple(_cells(len(ys) - 1, len(xs) - 1, right, below)))


def _closed(lines: list[Rule], others: list[Rule]) -> list[Rule]:
    """Lines of one direction, with those at the ends of the others added where a side of the table is not drawn."""
    start, end = min(rule.start for rule in others), max(rule.end for rule in others)
    low, high = min(rule.start for rule in lines), max(rule.end for rule in lines)
    added = []
    if start < min(rule.at for rule in lines) - _OPEN:
        added.append(Rule(start, low, high))
    if end > max(rule.at for rule in lines) + _OPEN:
        added.append(Rule(end, low, high))
    return [*lines, *added]


def _places(rules: list[Rule]) -> list[float]:
    places: list[float] = []
    for at in sorted({rule.at for rule in rules}):
        if not places or at - places[-1] > _SAME:
            places.append(at)
    return places


def _drawn(rules: list[Rule], places: list[float], steps: list[float]) -> Callable[[int, int], bool]:
    """Whether the border at a place is drawn along a step."""
    at_place: list[list[Rule]] = [[] for _ in places]
    for rule in rules:
        at_place[min(range(len(places)), key=lambda at: abs(places[at] - rule.at))].append(rule)
    known = [
        [
            sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in own) >= _COVERED * (end - start)
            for start, end in pairwise(steps)
        ]
        for own in at_place
    ]
    return lambda place, step: known[place][step]


def _cells(
    rows: int, columns: int, right: Callable[[int, int], bool], below: Callable[[int, int], bool]
) -> Iterable[GridCell]:
    """Fields of the grid that no border parts, as cells. A cell is as wide as its first field's row allows, and reaches
    down while no border is drawn under any of its fields."""
    taken = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            column_end = column + 1
            while column_end < columns and not taken[row][column_end] and not right(column_end, row):
                column_end += 1
            row_end = row + 1
            while row_end < rows and _open(row_end, column, column_end, right, below):
                row_end += 1
            for each in range(row, row_end):
                taken[each][column:column_end] = [True] * (column_end - column)
            yield GridCell(row, column, row_end, column_end)


def _open(row: int, start: int, end: int, right: Callable[[int, int], bool], below: Callable[[int, int], bool]) -> bool:
    """Whether a cell over these columns goes on into a row."""
    if any(below(row, column) for column in range(start, end)):
        return False
    return not any(right(column, row) for column in range(start + 1, end))
