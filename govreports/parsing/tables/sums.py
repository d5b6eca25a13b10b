"""The sums that a form states, held against its cells: right, broken, or not to be verified."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from govreports.model.finding import Finding, Span
from govreports.parsing.tables.forms import Sum
from govreports.parsing.tables.reading import FormTable, ReadCell

Places = Mapping[tuple[str, str], ReadCell]

_MOST_NAMED = 6
_ZERO = Decimal(0)
_FACTORS = {"万元": 10_000}


@dataclass(frozen=True, slots=True)
class _Case:
    """One sum of one row or column: its cells on both sides (None for one that is not there), and what rows of the
    report's own hold in the same column."""

    left: tuple[ReadCell | None, ...]
    right: tuple[ReadCell | None, ...]
    local: Decimal

    @property
    def cells(self) -> list[ReadCell]:
        """The cells that are there."""
        return [cell for cell in (*self.left, *self.right) if cell]


def sum_findings(tables: Iterable[FormTable]) -> Iterator[Finding]:
    """A `sum-broken` for every sum whose sides differ; one `unverifiable` for each kind of sum of a table that some
    row or column leaves open, because a cell of it is blank, a dash, a text, or not there."""
    for table in tables:
        places = table.by_place()
        local = _local_sums(table)
        for rule in table.form.sums:
            open_cases: list[_Case] = []
            for case in _cases(places, local, rule):
                sides = _sides(case)
                if sides is None:
                    open_cases.append(case)
                elif sides[0] != sides[1] and sides[0] != sides[1] + case.local:
                    yield _broken(case, *sides)
            if open_cases:
                yield _unverifiable(open_cases)


def _cases(places: Places, local: Mapping[str, Decimal], rule: Sum) -> Iterator[_Case]:
    if rule.along == "row":
        for row in dict.fromkeys(row for row, _ in places):
            left = tuple(places.get((row, key)) for key in rule.left)
            right = tuple(places.get((row, key)) for key in rule.right)
            if any(left) or any(right):
                yield _Case(left, right, _ZERO)
        return
    for key in dict.fromkeys(key for _, key in places):
        left = tuple(places.get((row, key)) for row in rule.left)
        right = tuple(places.get((row, key)) for row in rule.right)
        if any(left) or any(right):
            yield _Case(left, right, local.get(key, _ZERO))


def _local_sums(table: FormTable) -> dict[str, Decimal]:
    """What the report's own rows hold, by column: a sum that counts them in is not broken."""
    found: dict[str, Decimal] = {}
    for cell in table.cells:
        if cell.slot.row is None and cell.value.value is not None:
            found[cell.column] = found.get(cell.column, _ZERO) + cell.value.value
    return found


def _sides(case: _Case) -> tuple[Decimal, Decimal] | None:
    """Both sides of a sum; None where a cell holds no exact number. 万元 among 元 counts as so many 元."""
    sides: list[Decimal] = []
    for cells in (case.left, case.right):
        total = _ZERO
        for cell in cells:
            if cell is None or (value := cell.value.value) is None or cell.value.qualifier != "exact":
                return None
            if value:
                total += value
        sides.append(total)
    if sides[0] != sides[1] and len({cell.measure for cell in case.cells}) > 1:
        left, right = (sum((_plain(cell) for cell in cells if cell), _ZERO) for cells in (case.left, case.right))
        return left, right
    return sides[0], sides[1]


def _plain(cell: ReadCell) -> Decimal:
    return (cell.value.value or _ZERO) * _FACTORS.get(cell.measure or "", 1)


def _broken(case: _Case, left: Decimal, right: Decimal) -> Finding:
    message = f"{_names(case.left)} is {left}, but {_names(case.right)} is {right}."
    return Finding("sum-broken", "error", message, _indicators([case]), _evidence([case]))


def _unverifiable(cases: Sequence[_Case]) -> Finding:
    case = cases[0]
    more = f", and {len(cases) - 1} more sums like it" if len(cases) > 1 else ""
    message = f"{_names(case.left)} against {_names(case.right)} cannot be verified: a cell holds no number{more}."
    return Finding("unverifiable", "info", message, _indicators(cases), _evidence(cases))


def _names(cells: Sequence[ReadCell | None]) -> str:
    names = [cell.slot.indicator or cell.label for cell in cells if cell]
    if len(names) > _MOST_NAMED:
        return f"{names[0]} + … + {names[-1]} ({len(names)} cells)"
    return " + ".join(names) or "what is not there"


def _indicators(cases: Sequence[_Case]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.slot.indicator for case in cases for c in case.cells if c.slot.indicator))


def _evidence(cases: Sequence[_Case]) -> tuple[Span, ...]:
    spans = (
        Span(cell.start, cell.end)
        for case in cases
        for cell in case.cells
        if cell.start is not None and cell.end is not None
    )
    return tuple(dict.fromkeys(spans))
