"""The hand that prints a report: which faults it has, and the chances it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

T = TypeVar("T")

LABEL_FAULTS = {
    "brackets": "（一） as (一) or （一)",
    "quotes": "“三安全一稳定” in straight quotes, in corner brackets, in none",
    "numbering": "1. as 1．, 1、, (1) or ①; （一） as ㈠; 一、 as 一.",
    "unnumbered": "labels without their numbers",
    "explained": "an explanation pasted into a label",
    "misprinted": "a character of a long label lost, doubled, changed or swapped: 其他法律行政止公开",
    "respelled": "其他 as 其它, 网络申请数 as 网上申请数, 增/减 as 增\\减",
    "spaced": "blanks inside labels",
    "measured": "the measure written into the label",
}
CELL_FAULTS = {
    "wide": "full-width digits",
    "commas": "thousands parted by commas of either width",
    "units": "a measure behind the number: 2笔, 730250元, 73.025万元",
    "signs": "changes as 增3, 减15, +3, －15, 3/2",
    "padded": "blanks around a number",
}
LAYOUT_FAULTS = {
    "fewer-headers": "three header rows in two or in one",
    "swapped": "value columns in another order, with their headers",
    "local": "rows of the place's own between those of the form",
    "repeated-labels": "a group's label in every row instead of one spanning cell",
    "empty-labels": "a group's label in its first row, empty cells below",
    "glued-labels": "a group's label and its first row's in one cell",
    "wrong-spans": "a group's cell that spans a row too few or too many",
    "ragged": "rows of fewer cells than the table is wide, without spans",
    "serial": "a column of serial numbers in front",
    "titled": "rows with title, organ and date above the header, a row of signatures at the foot",
    "cut": "the table in two, the header repeated or not, the group's label repeated or not",
    "cut-in-label": "the table in two inside a row: half its label on either side",
    "apart": "a table of each block of table 2",
}
MARKUP_FAULTS = {
    "br": "labels broken by <br> or <p>",
    "split": "labels and numbers split over <span> and <font>",
    "th": "<th> for header cells, or for labels too; <thead> and <tbody>",
    "unclosed": "</td>, </tr> and </p> left out",
    "word": "Word's markup: MsoNormal, o:p, widths in points, a last row of no height",
    "nested": "tables inside tables that only lay the page out",
    "capitals": "tags in capitals, attributes without quotes",
}


@dataclass(frozen=True, slots=True)
class Hand:
    """Faults by name, and where chance comes from."""

    faults: frozenset[str]
    random: Random

    def has(self, fault: str, share: float = 1.0) -> bool:
        """Whether the hand makes this fault here: one it has is made in this share of the places."""
        return fault in self.faults and (share >= 1.0 or self.random.random() < share)

    def choose(self, options: Sequence[T]) -> T:
        return options[int(self.random.random() * len(options))]

    def chance(self, share: float) -> bool:
        return self.random.random() < share
