"""Numbers for a form as a small bureau, a county or a province would report them: every sum holds, or one is broken.

What a case is made of (its form, its size, its gaps, whether a sum is broken, which faults of print it has) is drawn by
hypothesis, so a failing case shrinks to the fewest faults; the numbers themselves come from the case's seed, which is
fast.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Literal

from hypothesis import strategies as st

from .annexes import FUJIAN_2009, FUJIAN_2014, NATIONAL_2014, SHANGHAI
from .shapes import Cell, Form, Gap, Identity, Sheet
from .standard import NEW_BESIDE_OLD, OLD_BESIDE_NEW, STANDARD_2019, STANDARD_2021

Size = Literal["bureau", "county", "province"]
Gaps = Literal["none", "some", "most"]

FORMS = {
    form.name: form
    for form in (
        STANDARD_2019,
        STANDARD_2021,
        NATIONAL_2014,
        FUJIAN_2009,
        FUJIAN_2014,
        SHANGHAI,
        NEW_BESIDE_OLD,
        OLD_BESIDE_NEW,
    )
}
# (share of cells that are zero, the largest number of a cell)
SIZES: Mapping[Size, tuple[float, int]] = {"bureau": (0.85, 12), "county": (0.5, 400), "province": (0.1, 60000)}
GAP_SHARE: Mapping[Gaps, float] = {"none": 0.0, "some": 0.1, "most": 0.8}
TEXT_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Case:
    """One example: `faults` are names of the faults of print, `seed` gives the numbers and the faults' details."""

    form: str
    size: Size
    gaps: Gaps
    broken: bool
    faults: frozenset[str]
    seed: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the cells of a form state. A cell in `gaps` states no number."""

    form: Form
    amounts: Mapping[Cell, Decimal]
    gaps: Mapping[Cell, Gap]

    @property
    def broken(self) -> tuple[Identity, ...]:
        """The sums over stated numbers that do not hold."""
        return tuple(identity for identity in self.verifiable if not identity.holds(self.amounts))

    @property
    def verifiable(self) -> tuple[Identity, ...]:
        return tuple(sum_ for sum_ in self.form.identities if not any(cell in self.gaps for cell in sum_.cells))


def cases(
    forms: Sequence[str],
    faults: Sequence[str],
    *,
    gaps: Sequence[Gaps] = ("none", "some", "most"),
    sizes: Sequence[Size] = tuple(SIZES),
    broken: Sequence[bool] = (False, True),
) -> st.SearchStrategy[Case]:
    """Cases over the given forms and faults of print."""
    return st.builds(
        Case,
        st.sampled_from(forms),
        st.sampled_from(sizes),
        st.sampled_from(gaps),
        st.sampled_from(broken),
        st.frozensets(st.sampled_from(faults), max_size=12) if faults else st.just(frozenset()),
        st.integers(0, 2**32 - 1),
    )


def draw(case: Case, random: Random) -> Figures:
    """The figures of a case."""
    form = FORMS[case.form]
    amounts: dict[Cell, Decimal] = {}
    for sheet in form.sheets:
        amounts.update(_sheet(sheet, case.size, random))
    if case.broken and (breakable := form.identities):
        amounts = _break(random.choice(breakable), amounts, random)
    share = GAP_SHARE[case.gaps]
    kinds: tuple[Gap, ...] = random.choice((("blank",), ("dash",), ("blank", "dash")))
    gaps = {cell: random.choice(kinds) for cell in amounts if share and random.random() < share}
    if gaps and random.random() < TEXT_SHARE:
        gaps[random.choice(list(gaps))] = "text"
    return Figures(form, amounts, gaps)


def _sheet(sheet: Sheet, size: Size, random: Random) -> dict[Cell, Decimal]:
    """Numbers of one table. A sum is worked out once all its parts are known; 第一项 of table 3, the only cell that is
    no plain total, follows from the three other items."""
    zero, largest = SIZES[size]
    totals = {identity.left[0]: identity.right for identity in sheet.identities if len(identity.left) == 1}
    amounts: dict[Cell, Decimal] = {}

    def amount(cell: Cell) -> Decimal:
        if cell not in amounts:
            parts = totals.get(cell)
            amounts[cell] = sum(map(amount, parts), Decimal()) if parts else _amount(cell, zero, largest, random)
        return amounts[cell]

    balances = [identity for identity in sheet.identities if len(identity.left) == 2]
    # The last balance is that of the 总计 column, which follows from the columns before it.
    for balance in balances[:-1]:
        (new, carried_in), settled = balance.left, sum(map(amount, balance.right), Decimal())
        amounts[carried_in] = Decimal(random.randint(0, int(min(settled, largest // 4)))) if settled else settled
        amounts[new] = settled - amounts[carried_in]
    return {cell: amount(cell) for cell in sheet.cells}


def _amount(cell: Cell, zero: float, largest: int, random: Random) -> Decimal:
    if random.random() < zero:
        return Decimal(0)
    # Small numbers are commoner than large ones.
    number = int(largest ** random.random() + 0.5)
    if cell.counts == "change":
        return Decimal(random.choice((-1, 1)) * min(number, 300))
    if cell.counts == "wan":
        return Decimal(random.randint(1, number * 1000)).scaleb(-random.randint(0, 6)).normalize()
    if cell.counts == "yuan":
        return Decimal(random.randint(1, number * 100000)).scaleb(-random.choice((0, 0, 2)))
    return Decimal(number)


def _break(identity: Identity, amounts: Mapping[Cell, Decimal], random: Random) -> dict[Cell, Decimal]:
    """The amounts with one cell of the sum changed. Other sums over that cell break with it."""
    cell = random.choice(identity.cells)
    shift = Decimal(random.choice((1, 1, 2, 9, 10, 100)))
    changed = amounts[cell] - shift if random.random() < 0.5 and amounts[cell] >= shift else amounts[cell] + shift
    return {**amounts, cell: changed}
