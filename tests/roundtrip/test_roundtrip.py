"""The round trip: what is drawn and printed is read back.

`ROUNDTRIP_EXAMPLES` says how many examples there are in all: 3,000 by default, always the same; `make soak` asks for
100,000 new ones.
"""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .comparing import (
    AMBIGUOUS,
    ambiguity_faults,
    cell_faults,
    codes,
    evidence_faults,
    form_faults,
    read,
    stated_cells,
    sum_faults,
)
from .drawing import Case, Figures, cases, draw
from .hand import CELL_FAULTS, LABEL_FAULTS, LAYOUT_FAULTS, MARKUP_FAULTS
from .oracle import read_runs
from .rendering_html import render_html
from .rendering_text import PARTED_FAULTS, TEXT_FAULTS, Style, render_text

CI = 3000
EXAMPLES = int(os.environ.get("ROUNDTRIP_EXAMPLES", CI))

# The share of all examples that each form has as HTML, and as flattened text: small pages are read faster.
SHARES = {
    "standard-2019": (0.06, 0.04),
    "standard-2021": (0.07, 0.05),
    "annex-2014": (0.08, 0.05),
    "F1": (0.20, 0.09),
    "F2": (0.18, 0.08),
    "S1": (0.03, 0.01),
    "mixed-2021-2019": (0.02, 0.01),
    "mixed-2019-2021": (0.02, 0.01),
}
# What is not read yet, alone or together; a fault leaves these lists for good when it is.
UNREAD = frozenset({"cut-in-label"})
UNREAD_TOGETHER = (
    frozenset({"cut", "local"}),
    frozenset({"cut", "serial"}),
    frozenset({"misprinted", "glued-labels"}),
)
# A cell a line: lines that hold a number with a comma are taken for wrapped prose and joined.
UNREAD_IN_LINES = frozenset({"commas"})
ALL_FAULTS = (*LABEL_FAULTS, *CELL_FAULTS, *LAYOUT_FAULTS, *MARKUP_FAULTS)
PAGE_FAULTS = [fault for fault in ALL_FAULTS if fault not in UNREAD]
ROW_FAULTS = [fault for fault in (*TEXT_FAULTS, *PARTED_FAULTS) if fault not in UNREAD_IN_LINES]


def examples(share: float) -> settings:
    return settings(
        max_examples=max(1, round(share * EXAMPLES)),
        deadline=None,
        database=None,
        derandomize=EXAMPLES <= CI,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )


def is_read(case: Case) -> bool:
    """Whether the parser reads what this case may hold. A last piece of one row without header is not always read where
    some of its cells are empty."""
    lone = "cut" in case.faults and case.gaps != "none"
    return not lone and not any(together <= case.faults for together in UNREAD_TOGETHER)


def drawn(case: Case) -> tuple[Figures, Random]:
    random = Random(case.seed)
    return draw(case, random), random


@pytest.mark.parametrize("form", SHARES)
def test_every_cell_of_a_page_is_read(form: str) -> None:
    """All cells are right and none is called ambiguous; a sum that fails has its finding, and no other sum has one."""

    @examples(SHARES[form][0])
    @given(cases([form], PAGE_FAULTS).filter(is_read))
    def holds(case: Case) -> None:
        figures, random = drawn(case)
        rendering = render_html(case, figures, random)
        taken = read(rendering.body)
        assert cell_faults(taken, rendering.printed) == []
        assert codes(taken, AMBIGUOUS) == []
        assert evidence_faults(taken) == []
        assert sum_faults(taken, rendering.figures) == []
        assert form_faults(taken, rendering.figures) == []

    holds()


PARTED: list[Style] = ["cells", "rows"]
RUN: list[Style] = ["runs", "glued"]


@pytest.mark.parametrize("form", SHARES)
def test_flattened_cells_with_borders_between_them_are_read(form: str) -> None:
    """A cell a line, or a row a line: nothing is ambiguous, and sums are checked as in a table."""

    @examples(SHARES[form][1] / 2)
    @given(cases([form], ROW_FAULTS), st.sampled_from(PARTED))
    def holds(case: Case, style: Style) -> None:
        figures, random = drawn(case)
        flattened = render_text(case, style, figures, random)
        taken = read(flattened.body)
        assert cell_faults(taken, flattened.printed) == []
        assert codes(taken, AMBIGUOUS) == []
        assert evidence_faults(taken) == []
        assert sum_faults(taken, flattened.figures) == []
        assert form_faults(taken, flattened.figures) == []

    holds()


@pytest.mark.parametrize("form", SHARES)
def test_digits_run_together_are_cut_where_there_is_one_way_to(form: str) -> None:
    """Where the oracle counts one reading it is taken; where it counts several, what they do not agree on stays empty
    and `ambiguous-digits` says so. Where the oracle cannot count, what is stated must be what was printed."""

    @examples(SHARES[form][1] / 2)
    @given(cases([form], TEXT_FAULTS, sizes=["bureau"], gaps=["none"], broken=[False]), st.sampled_from(RUN))
    def holds(case: Case, style: Style) -> None:
        figures, random = drawn(case)
        flattened = render_text(case, style, figures, random)
        taken = read(flattened.body)
        linked = read_runs(flattened.runs, figures.form.identities)
        ways = [None if group.readings is None else len(group.readings) for group in linked]
        uncertain = frozenset(
            cell for group, count in zip(linked, ways, strict=True) if count != 1 for cell in group.cells
        )
        assert cell_faults(taken, flattened.printed, uncertain) == []
        assert evidence_faults(taken) == []
        assert form_faults(taken, flattened.figures) == []
        if None not in ways:
            assert ambiguity_faults(taken, figures, linked) == []
            never = {cell for group in linked for cell in group.open}
            assert not stated_cells(taken, flattened.printed) & never

    holds()
