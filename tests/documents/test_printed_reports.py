"""The round trip through files: reports drawn, printed as PDF and docx, and read back cell by cell."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from roundtrip.comparing import Read, cell_faults, evidence_faults, form_faults, sum_faults
from roundtrip.drawing import Case, Figures, cases, draw
from roundtrip.grids import lay_out
from roundtrip.hand import Hand
from roundtrip.laying import Grid
from roundtrip.rendering_html import CLOSING, OPENING, SECTIONS, UNITS, YEARS
from roundtrip.shapes import Cell
from roundtrip.values import Printed, print_values

from govreports.documents.formats import read_blocks
from govreports.model.document import assemble
from govreports.model.report import Hints
from govreports.parsing import parse_report

from .printing_docx import print_docx
from .printing_pdf import Printer, Ruling

FORMS = ("standard-2019", "standard-2021", "annex-2014")
FAULTS = ("brackets", "quotes", "commas", "repeated-labels")
EXAMPLES = settings(
    max_examples=7,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def blocks(case: Case) -> tuple[list[str | Grid], Figures, dict[Cell, Printed]]:
    random = Random(case.seed)
    figures = draw(case, random)
    hand = Hand(case.faults, random)
    year = hand.choose(YEARS[case.form])
    printed = print_values(figures, hand)

    def all_blocks() -> Iterator[str | Grid]:
        yield f"{hand.choose(UNITS)}{year}年政府信息公开工作年度报告"
        yield from ("一、总体情况", *OPENING)
        tables = lay_out(figures, printed, hand, year)
        for sheet, laid in zip(figures.form.sheets, tables, strict=True):
            yield SECTIONS[sheet.kind]
            for table in laid:
                yield from [table.above] if table.above else []
                yield table.head + table.body
        if len(tables) > 1:
            yield from (text for pair in CLOSING for text in pair)

    return list(all_blocks()), figures, printed


def read(body: bytes) -> Read:
    document = assemble(read_blocks(body).blocks)
    return Read(document.text, parse_report(document, Hints()))


def holds(taken: Read, figures: Figures, printed: dict[Cell, Printed]) -> None:
    assert cell_faults(taken, printed) == []
    assert evidence_faults(taken) == []
    assert sum_faults(taken, figures) == []
    assert form_faults(taken, figures) == []


def print_pdf(content: list[str | Grid], printer: Printer) -> bytes:
    for block in content:
        if isinstance(block, str):
            printer.paragraph(block)
        else:
            printer.table(block)
    return printer.finish()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("ruling", ["lines", "rectangles", "boxes"])
def test_every_cell_of_a_printed_pdf_is_read(form: str, ruling: Ruling) -> None:
    """Pages end anywhere: between rows, inside groups of rows, inside a label."""

    @EXAMPLES
    @given(cases([form], FAULTS, gaps=["none"]), st.integers(72, 400), st.booleans(), st.booleans())
    def printed_and_read(case: Case, low: int, torn: bool, rotated: bool) -> None:
        content, figures, printed = blocks(case)
        printer = Printer(ruling=ruling, low=float(low), torn=torn, rotated=rotated, head="政府信息公开工作年度报告")
        holds(read(print_pdf(content, printer)), figures, printed)

    printed_and_read()


@pytest.mark.parametrize("form", FORMS)
def test_every_cell_of_a_docx_is_read(form: str) -> None:
    @EXAMPLES
    @given(cases([form], FAULTS, gaps=["none"]))
    def printed_and_read(case: Case) -> None:
        content, figures, printed = blocks(case)
        holds(read(print_docx(content)), figures, printed)

    printed_and_read()
