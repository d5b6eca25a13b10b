"""In how many ways the digits of a flattened table can be read: every way is tried.

A `Run` is what a row's cells left behind when the borders between them were lost: `582001061` for 58, 2, 0, 0, 1, 0,
61. Each way to cut it into as many numbers as the row has cells is tried; a number has no superfluous zero in front,
and a lone - is a cell without a number. What remains is every combination of the rows' ways in which all sums of the
form hold. Only for small tables: past `MOST_WAYS` the oracle says that it does not know.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from .shapes import Cell, Identity

MOST_WAYS = 1000
MOST_WAYS_OF_A_ROW = 400
LONGEST = 18

COUNT = re.compile(r"(?:0|[1-9]\d*)\Z")
CHANGE = re.compile(r"(?:0|[+-]?[1-9]\d*)\Z")
AMOUNT = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?\Z")
NUMBERS = {"count": COUNT, "change": CHANGE, "wan": AMOUNT, "yuan": AMOUNT}

GAP = "-"
"""What may be a sign or all that a cell holds."""

Reading = dict[Cell, Decimal | None]


@dataclass(frozen=True, slots=True)
class Run:
    """The characters that a row's cells left, in the order of the cells."""

    digits: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Runs that share sums, so that they are read together, and every way to read them; None if there are too many to
    try."""

    runs: tuple[Run, ...]
    readings: tuple[Reading, ...] | None

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for run in self.runs for cell in run.cells)

    @property
    def open(self) -> frozenset[Cell]:
        """The cells that not all readings agree on."""
        first, *others = self.readings or ({},)
        return frozenset(cell for cell in first if any(other[cell] != first[cell] for other in others))


def read_runs(runs: Sequence[Run], identities: Sequence[Identity]) -> tuple[Linked, ...]:
    """All runs, each group of linked ones with its readings."""
    return tuple(Linked(tuple(group), _readings(group, identities)) for group in _linked(runs, identities))


def cuts(run: Run, identities: Iterable[Identity] = ()) -> Iterator[Reading]:
    """Every way to cut a run into the numbers of its cells, in which the sums within the row hold."""
    place = {cell: at for at, cell in enumerate(run.cells)}
    # A sum is looked at as soon as the last of its cells is read.
    due: list[list[Identity]] = [[] for _ in run.cells]
    for identity in identities:
        if all(cell in place for cell in identity.cells):
            due[max(place[cell] for cell in identity.cells)].append(identity)

    def further(at: int, start: int, so_far: Reading) -> Iterator[Reading]:
        if at == len(run.cells):
            if start == len(run.digits):
                yield dict(so_far)
            return
        number = NUMBERS[run.cells[at].counts]
        for end in range(start + 1, len(run.digits) - (len(run.cells) - at - 1) + 1):
            piece = run.digits[start:end]
            if piece == GAP or number.match(piece):
                so_far[run.cells[at]] = None if piece == GAP else Decimal(piece)
                if all(_holds(identity, so_far) for identity in due[at]):
                    yield from further(at + 1, end, so_far)
        so_far.pop(run.cells[at], None)

    return further(0, 0, {})


def _readings(runs: Sequence[Run], identities: Sequence[Identity]) -> tuple[Reading, ...] | None:
    choices: list[list[Reading]] = []
    for run in runs:
        if len(run.digits) > LONGEST:
            return None
        ways: list[Reading] = []
        for way in cuts(run, identities):
            ways.append(way)
            if len(ways) > MOST_WAYS_OF_A_ROW:
                return None
        choices.append(ways)
    if prod(len(ways) for ways in choices) > MOST_WAYS:
        return None
    cells = {cell for run in runs for cell in run.cells}
    checked = [identity for identity in identities if cells.issuperset(identity.cells)]
    settled = [identity for identity in checked if not _within_one(identity, runs)]
    return tuple(reading for reading in _combined(choices) if all(_holds(identity, reading) for identity in settled))


def _holds(identity: Identity, reading: Reading) -> bool:
    """Whether a sum holds; one over a gap is not broken."""
    return any(reading[cell] is None for cell in identity.cells) or identity.holds(reading)


def _combined(choices: Sequence[Sequence[Reading]]) -> Iterator[Reading]:
    """Every choice of one reading for each run, as one reading. What is the same in all of them is made once."""
    certain: Reading = {}
    for ways in choices:
        if len(ways) == 1:
            certain.update(ways[0])
    uncertain = [ways for ways in choices if len(ways) != 1]

    def further(at: int, so_far: Reading) -> Iterator[Reading]:
        if at == len(uncertain):
            yield dict(so_far)
            return
        for way in uncertain[at]:
            yield from further(at + 1, {**so_far, **way})

    return further(0, certain)


def _within_one(identity: Identity, runs: Sequence[Run]) -> bool:
    return any(set(run.cells).issuperset(identity.cells) for run in runs)


def _linked(runs: Sequence[Run], identities: Sequence[Identity]) -> list[list[Run]]:
    """The runs in groups that no sum reaches out of."""
    group_of: dict[Cell, int] = {cell: at for at, run in enumerate(runs) for cell in run.cells}
    names = list(range(len(runs)))
    for identity in identities:
        together = {names[group_of[cell]] for cell in identity.cells if cell in group_of}
        if len(together) > 1:
            names = [min(together) if name in together else name for name in names]
    groups: Mapping[int, list[Run]] = {name: [] for name in names}
    for run, name in zip(runs, names, strict=True):
        groups[name].append(run)
    return list(groups.values())
