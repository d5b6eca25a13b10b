"""Rows that can be cut in several ways, held against each other: which cuts satisfy the sums down the columns.

Rows that no sum ties together are solved apart. In each such part what cannot be in any solution is struck out by the
bounds that the other rows of a column set, a row is tried cut by cut, and again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

MOST = 1_000
"""Solutions of one part above which they are not counted on."""
_MOST_STEPS = 20_000

Number = int | Decimal
Vector = tuple[Number | None, ...]
Choice = dict[int, list[int]]
"""For each row of a part the numbers of the cuts that are still in question."""


@dataclass(frozen=True, slots=True)
class Balance:
    """left = right in every column: the rows on both sides, by number."""

    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Solutions:
    """How many ways there are to choose one cut for every row (`more` tells that there are more than were counted), and
    the numbers of the cuts that each row takes in any of them."""

    count: int
    more: bool
    taken: tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One balance in one column: the sign of each row in it."""

    column: int
    signs: Mapping[int, int]


def solve(rows: Sequence[Sequence[Vector]], balances: Sequence[Balance]) -> Solutions:
    """Every choice of one cut a row for which all balances hold. A column in which a row of a balance holds no number
    is not balanced."""
    lines = [line for balance in balances for line in _lines(rows, balance)]
    counts: list[int] = []
    more = False
    taken: list[frozenset[int]] = [frozenset(range(len(row))) for row in rows]
    for part in _parts(len(rows), lines):
        own = [line for line in lines if not part.isdisjoint(line.signs)]
        search = _Search(rows, own)
        search.run({row: list(range(len(rows[row]))) for row in part})
        counts.append(search.count)
        more = more or search.more
        if not search.more:
            for row in part:
                taken[row] = frozenset(search.taken[row])
    return Solutions(prod(counts), more and 0 not in counts, tuple(taken))


class _Search:
    """The solutions of one part: counted, with the cuts they take."""

    def __init__(self, rows: Sequence[Sequence[Vector]], lines: Sequence[_Line]) -> None:
        self.rows = rows
        self.lines = lines
        self.count = 0
        self.more = False
        self.steps = 0
        self.taken: dict[int, set[int]] = {}

    def run(self, choice: Choice) -> None:
        """Look through every choice."""
        self.taken = self.taken or {row: set() for row in choice}
        self.steps += 1
        if self.more or self.steps > _MOST_STEPS:
            self.more = True
            return
        if not self._struck(choice):
            return
        undecided = [row for row, cuts in choice.items() if len(cuts) > 1]
        if not undecided:
            self.count += 1
            self.more = self.count > MOST
            for row, cuts in choice.items():
                self.taken[row].add(cuts[0])
            return
        row = min(undecided, key=lambda each: len(choice[each]))
        for cut in choice[row]:
            self.run({**choice, row: [cut]})

    def _struck(self, choice: Choice) -> bool:
        """Strike out the cuts whose value in some column the other rows cannot balance, until none is left to strike.
        False where a row is left without any."""
        if not all(choice.values()):
            return False
        changed = True
        while changed:
            changed = False
            for line in self.lines:
                bounds = {row: self._bounds(row, sign, line.column, choice[row]) for row, sign in line.signs.items()}
                low = sum(low for low, _ in bounds.values())
                high = sum(high for _, high in bounds.values())
                for row, sign in line.signs.items():
                    least, most = bounds[row]
                    if least == most:
                        if not low <= 0 <= high:
                            return False
                        continue
                    kept = [
                        cut
                        for cut in choice[row]
                        if low - least <= -sign * (self.rows[row][cut][line.column] or 0) <= high - most
                    ]
                    if len(kept) < len(choice[row]):
                        if not kept:
                            return False
                        choice[row] = kept
                        changed = True
        return True

    def _bounds(self, row: int, sign: int, column: int, cuts: Sequence[int]) -> tuple[Number, Number]:
        values = [sign * (self.rows[row][cut][column] or 0) for cut in cuts]
        return min(values), max(values)


def _lines(rows: Sequence[Sequence[Vector]], balance: Balance) -> Iterator[_Line]:
    signs = dict.fromkeys(balance.left, 1) | dict.fromkeys(balance.right, -1)
    width = max((len(cut) for row in rows for cut in row), default=0)
    for column in range(width):
        if all(cut[column] is not None for row in signs for cut in rows[row]):
            yield _Line(column, signs)


def _parts(rows: int, lines: Sequence[_Line]) -> list[set[int]]:
    """The rows that sums tie together, each with all it is tied to."""
    parts: list[set[int]] = [{row} for row in range(rows)]
    for line in lines:
        tied = [part for part in parts if not part.isdisjoint(line.signs)]
        parts = [part for part in parts if part.isdisjoint(line.signs)] + [set().union(*tied)]
    return parts
