"""The tables of a form as this hand lays them out."""

from collections.abc import Mapping

from .drawing import Figures
from .hand import Hand
from .laying import Laid, Sight, labels_of
from .laying_annex import lay_annex
from .laying_standard import lay_disclosure, lay_remedies, lay_requests
from .shapes import Cell
from .values import Printed

LAYOUTS = {"disclosure": lay_disclosure, "requests": lay_requests, "remedies": lay_remedies, "annex": lay_annex}


def lay_out(figures: Figures, values: Mapping[Cell, Printed], hand: Hand, year: int) -> list[list[Laid]]:
    """The tables of every sheet, in order."""
    return [
        list(LAYOUTS[sheet.kind](sheet, Sight(labels_of(sheet, hand), values, year), hand))
        for sheet in figures.form.sheets
    ]
