"""The numbers that are drawn: every sum of the form holds, or exactly the broken ones are known."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .annexes import NATIONAL_2014
from .drawing import FORMS, Case, cases, draw
from .shapes import Cell
from .standard import STANDARD_2019, STANDARD_2021

quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)
ANY = cases(list(FORMS), [], gaps=["none"], broken=[False])
BROKEN = cases(list(FORMS), [], gaps=["none"], broken=[True])


def cell(form_name: str, indicator: str) -> Cell:
    return next(cell for cell in FORMS[form_name].cells if cell.indicator == indicator)


@quick
@given(ANY)
def test_every_sum_holds(case: Case) -> None:
    figures = draw(case, Random(case.seed))
    assert set(figures.amounts) == set(figures.form.cells)
    assert all(identity.holds(figures.amounts) for identity in figures.form.identities)
    assert all(amount >= 0 for cell, amount in figures.amounts.items() if cell.counts != "change")


@quick
@given(BROKEN)
def test_a_broken_case_breaks_a_sum_and_knows_which(case: Case) -> None:
    figures = draw(case, Random(case.seed))
    failing = [identity for identity in figures.form.identities if not identity.holds(figures.amounts)]
    assert failing
    assert list(figures.broken) == failing


@quick
@given(cases(list(FORMS), [], gaps=["some", "most"], broken=[True]))
def test_a_sum_over_a_gap_is_neither_right_nor_wrong(case: Case) -> None:
    figures = draw(case, Random(case.seed))
    assert not any(cell in figures.gaps for identity in figures.broken for cell in identity.cells)


@given(st.integers(0, 1000))
@quick
def test_the_same_case_gives_the_same_numbers(seed: int) -> None:
    case = Case("standard-2021", "county", "some", False, frozenset(), seed)
    assert draw(case, Random(seed)) == draw(case, Random(seed))


@pytest.mark.parametrize(
    ("form", "cells", "sums"),
    [
        (STANDARD_2019, 22 + 161 + 15, 23 + 14 + 3),
        (STANDARD_2021, 10 + 175 + 15, 25 + 14 + 3),
        (NATIONAL_2014, 58, 7),
    ],
)
def test_a_form_has_the_cells_and_sums_of_its_notice(form, cells: int, sums: int) -> None:
    assert (len(form.cells), len(form.identities)) == (cells, sums)


def test_the_sums_a_reader_would_name() -> None:
    figures = draw(Case("standard-2019", "province", "none", False, frozenset(), 5), Random(5))
    total = {
        name: figures.amounts[cell("standard-2019", f"requests.{name}.total")]
        for name in ("new", "carried_in", "concluded", "carried_out")
    }
    assert total["new"] + total["carried_in"] == total["concluded"] + total["carried_out"]
    assert total["new"] > 0
