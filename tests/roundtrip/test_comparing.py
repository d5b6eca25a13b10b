"""The comparison notices whatever is not as it was printed."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from govreports.model.finding import Finding, Span
from govreports.model.report import Report, Statistic

from .comparing import BROKEN, MIXED, Read, cell_faults, evidence_faults, form_faults, sum_faults
from .drawing import Figures
from .shapes import Block, Cell, Form, Identity, Row, Sheet
from .values import Printed

TOTAL, PART, OWN = Cell("reviews", "总计"), Cell("reviews.upheld", "结果维持"), Cell(None, "听证会举行数")
PRINTED = {
    TOTAL: Printed("4", Decimal(4), "number"),
    PART: Printed("4", Decimal(4), "number"),
    OWN: Printed("/", None, "dash"),
}
SUM = Identity((TOTAL,), (PART,))
FORM = Form("small", (Sheet("annex", (Block((("统计数",),), (Row("", (TOTAL, PART, OWN)),)),), (SUM,)),))
TEXT = "4\t4\t/"


def statistic(indicator: str | None, label: str, value: int | None, start: int) -> Statistic:
    return Statistic(
        indicator=indicator,
        label=label,
        value=None if value is None else Decimal(value),
        measure="件",
        as_stated=TEXT[start],
        qualifier="exact",
        stated="dash" if value is None else "number",
        period="year",
        scope="own",
        preferred=True,
        start=start,
        end=start + 1,
        quote=TEXT[start],
        table=1,
    )


RIGHT = (
    statistic("reviews", "行政复议", 4, 0),
    statistic("reviews.upheld", "结果维持", 4, 2),
    statistic(None, "听证会举行数", None, 4),
)


def taken(*statistics: Statistic, findings: tuple[Finding, ...] = ()) -> Read:
    report = Report("annual-report", None, None, None, None, "annex-2014", statistics=statistics, findings=findings)
    return Read(TEXT, report)


def test_what_is_read_as_printed_has_no_fault() -> None:
    assert cell_faults(taken(*RIGHT), PRINTED) == []
    assert evidence_faults(taken(*RIGHT)) == []


@pytest.mark.parametrize(
    ("spoilt", "fault"),
    [
        (lambda each: each[1:], "missing: reviews"),
        (lambda each: (replace(each[0], value=Decimal(40)), *each[1:]), "wrong: reviews"),
        (lambda each: (replace(each[0], stated="words"), *each[1:]), "wrong: reviews"),
        (lambda each: (*each, each[0]), "twice: reviews"),
        (lambda each: (*each, replace(each[0], indicator="appeals")), "not printed: appeals"),
        (lambda each: each[:2], "missing: 听证会举行数"),
        (lambda each: (*each, replace(each[2], label="村务公开栏数")), "not printed: None"),
    ],
)
def test_what_is_read_otherwise_is_a_fault(
    spoilt: Callable[[tuple[Statistic, ...]], tuple[Statistic, ...]], fault: str
) -> None:
    (found,) = cell_faults(taken(*spoilt(RIGHT)), PRINTED)
    assert found.startswith(fault)


def test_a_cell_that_may_be_read_in_two_ways_may_be_left_empty_but_not_be_wrong() -> None:
    loose = frozenset({TOTAL})
    assert cell_faults(taken(*RIGHT[1:]), PRINTED, loose) == []
    assert cell_faults(taken(replace(RIGHT[0], value=None), *RIGHT[1:]), PRINTED, loose) == []
    assert cell_faults(taken(replace(RIGHT[0], value=Decimal(40)), *RIGHT[1:]), PRINTED, loose)


def test_derived_statistics_are_not_looked_at() -> None:
    derived = replace(RIGHT[0], value=Decimal(9), derived_from=("reviews.upheld",))
    assert cell_faults(taken(*RIGHT, derived), PRINTED) == []


def test_the_form_is_that_of_the_table_of_requests_and_a_mixture_is_told() -> None:
    mixed = Finding(MIXED, "warning", "")
    pure = Figures(replace(FORM, name="annex-2014"), {}, {})
    both = Figures(replace(FORM, name="mixed-2019-2021"), {}, {})
    assert form_faults(taken(), pure) == []
    assert form_faults(taken(findings=(mixed,)), pure)
    assert len(form_faults(taken(), both)) == 2


def test_evidence_must_hold_the_quote() -> None:
    assert evidence_faults(taken(replace(RIGHT[0], start=1, end=2), *RIGHT[1:]))


def test_every_broken_sum_has_one_finding_and_no_other_sum_has() -> None:
    whole = Figures(FORM, {TOTAL: Decimal(4), PART: Decimal(4), OWN: Decimal(0)}, {OWN: "dash"})
    broken = Figures(FORM, {**whole.amounts, PART: Decimal(3)}, whole.gaps)
    finding = Finding(BROKEN, "error", "4 ≠ 3", ("reviews", "reviews.upheld"), (Span(0, 1), Span(2, 3)))
    assert sum_faults(taken(), whole) == []
    assert sum_faults(taken(findings=(finding,)), broken) == []
    assert sum_faults(taken(), broken)
    assert sum_faults(taken(findings=(finding,)), whole)
    assert sum_faults(taken(findings=(finding, finding)), broken)
