"""What is printed: without faults every number stands where the form has it, with faults it is still there."""

from random import Random

import pytest
from hypothesis import given, settings
from lxml import html

from .drawing import FORMS, Case, Figures, cases, draw
from .hand import CELL_FAULTS, LABEL_FAULTS, LAYOUT_FAULTS, MARKUP_FAULTS, Hand
from .labels import core, distance, misprint, misprintable
from .oracle import read_runs
from .rendering_html import render_html
from .rendering_text import PARTED_FAULTS, STYLES, TEXT_FAULTS, Style, render_text
from .standard import TABLE3_2021
from .values import plain

quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)
FAULTS = [*LABEL_FAULTS, *CELL_FAULTS, *LAYOUT_FAULTS, *MARKUP_FAULTS]


def drawn(case: Case) -> tuple[Figures, Random]:
    random = Random(case.seed)
    return draw(case, random), random


@pytest.mark.parametrize("form", FORMS)
def test_a_page_without_faults_holds_the_numbers_in_the_order_of_the_form(form: str) -> None:
    case = Case(form, "county", "none", False, frozenset(), 11)
    figures, random = drawn(case)
    page = html.fromstring(render_html(case, figures, random).body)
    cells = [cell.text_content().removeprefix("+") for cell in page.iterfind(".//table//td")]
    wanted = [plain(figures.amounts[cell]) for cell in figures.form.cells]
    remaining = iter(cells)
    assert all(number in remaining for number in wanted)


@quick
@given(cases(list(FORMS), FAULTS))
def test_every_stated_number_is_on_the_page(case: Case) -> None:
    figures, random = drawn(case)
    rendering = render_html(case, figures, random)
    text = "".join(html.fromstring(rendering.body.decode()).text_content().split())
    for printed in rendering.printed.values():
        assert "".join(printed.text.split()) in text


@quick
@given(cases(list(FORMS), FAULTS))
def test_the_same_case_gives_the_same_page(case: Case) -> None:
    assert render_html(case, *drawn(case)).body == render_html(case, *drawn(case)).body


@pytest.mark.parametrize("style", STYLES)
@quick
@given(case=cases(list(FORMS), [*TEXT_FAULTS, *PARTED_FAULTS], sizes=["bureau"], broken=[False]))
def test_the_drawn_numbers_are_one_reading_of_the_digits(style: Style, case: Case) -> None:
    figures, random = drawn(case)
    flattened = render_text(case, style, figures, random)
    for linked in read_runs(flattened.runs, figures.form.identities):
        if linked.readings is not None:
            assert {cell: figures.amounts[cell] for cell in linked.cells} in linked.readings


def test_a_flattened_row_ends_in_the_number_of_the_next() -> None:
    case = Case("standard-2021", "bureau", "none", False, frozenset(), 3)
    figures, random = drawn(case)
    (secrets,) = (row for row in TABLE3_2021.rows if row.label == "1.属于国家秘密")
    digits = "".join(plain(figures.amounts[cell]) for cell in secrets.cells)
    body = render_text(case, "glued", figures, random).body.decode()
    assert f"1.属于国家秘密{digits}2.其他法律行政法规禁止公开" in body


def test_a_misprinted_label_resembles_no_other_label_more() -> None:
    labels = frozenset(row.label for row in TABLE3_2021.rows)
    room = misprintable(labels)
    assert room["2.其他法律行政法规禁止公开"] >= 1
    assert "2.重复申请" not in room
    hand = Hand(frozenset(), Random(1))
    for label, most in room.items():
        wrong = core(misprint(label, most, hand))
        nearest = min(labels, key=lambda other: distance(core(other), wrong))
        assert nearest == label
    assert distance(core("4.同意公开"), core("3.不同意公开")) == 1
