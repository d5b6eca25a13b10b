"""A report whose tables were flattened to text: a cell a line, a row a line, digits run together, all run together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from random import Random
from typing import Literal

from .drawing import Case, Figures
from .hand import Hand
from .laying import Sight, labels_of
from .laying_standard import BALANCE, CONTENT, FIGURE
from .oracle import Run
from .rendering_html import CLOSING, OPENING, SECTIONS, UNITS, YEARS
from .shapes import Block, Cell, Row, Sheet
from .values import Printed, plain, print_values

Style = Literal["cells", "rows", "runs", "glued"]
STYLES: Mapping[Style, str] = {
    "cells": "a cell a line",
    "rows": "a row a line, cells parted by blanks",
    "runs": "a row a line, its digits run together behind the label",
    "glued": "a table a line: the next row's number follows the digits",
}
# What can go wrong with labels and numbers without parting or joining digits.
TEXT_FAULTS = ("brackets", "quotes", "numbering", "respelled", "explained", "wide", "spaced", "titled")
PARTED_FAULTS = ("units", "commas", "signs")


@dataclass(frozen=True, slots=True)
class Flattened:
    """A page's bytes, what a careful reader takes from cells whose borders are known, and the runs of digits to be
    cut."""

    body: bytes
    figures: Figures
    printed: Mapping[Cell, Printed]
    runs: tuple[Run, ...]
    year: int


def render_text(case: Case, style: Style, figures: Figures, random: Random) -> Flattened:
    """The figures as a text dump of a page, or as a page that lost its tables' markup."""
    hand = Hand(case.faults, random)
    run = style in ("runs", "glued")
    # A blank leaves no trace in flattened text; between run digits neither does a dash.
    figures = replace(figures, gaps={} if run else dict.fromkeys(figures.gaps, "dash"))
    year = hand.choose(YEARS[case.form])
    printed = print_values(figures, replace(hand, faults=hand.faults - {*PARTED_FAULTS}) if run else hand)
    title = f"{hand.choose(UNITS)}{year}年政府信息公开工作年度报告"
    lines = [title, f"发布时间：{year + 1}-01-20", "一、总体情况", *OPENING]
    runs: list[Run] = []
    for sheet in figures.form.sheets:
        sight = Sight(labels_of(sheet, hand), printed, year)
        lines.append(SECTIONS[sheet.kind])
        table = list(_lines(sheet, sight, style, hand))
        lines += ["".join(table)] if style == "glued" else table
        if run:
            runs += [_run(row, figures) for row in sheet.rows if row.cells]
    if len(figures.form.sheets) > 1:
        lines += [text for pair in CLOSING for text in pair]
    body = _page(title, lines) if hand.chance(0.3) else "\n".join(lines)
    return Flattened(body.encode(), figures, printed, tuple(runs), year)


def _run(row: Row, figures: Figures) -> Run:
    return Run("".join(_digits(cell, figures) for cell in row.cells), row.cells)


def _digits(cell: Cell, figures: Figures) -> str:
    amount = figures.amounts[cell]
    sign = "+" if cell.counts == "change" and amount > 0 else ""
    return sign + plain(amount)


def _page(title: str, lines: list[str]) -> str:
    paragraphs = "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines[1:])
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>\n<h1>{title}</h1>\n'
        f'<div class="article">{paragraphs}</div></body></html>'
    )


def _lines(sheet: Sheet, sight: Sight, style: Style, hand: Hand) -> Iterator[str]:
    """The lines of one flattened table."""
    if sheet.kind == "annex" and hand.has("titled"):
        yield "政府信息公开情况统计表"
    for head, values in _rows(sheet, sight):
        cells = [cell for cell in head if cell]
        if style == "cells":
            yield from (text.strip() for text in (*cells, *values))
        elif style == "rows":
            yield hand.choose((" ", "  ", "\t", "　")).join((*cells, *values)) if values else " ".join(cells)
        else:
            yield "".join((*cells, *(text.strip() for text in values)))


def _rows(sheet: Sheet, sight: Sight) -> Iterator[tuple[list[str], list[str]]]:
    """The rows in their order: what stands before the values, and the values. A group's label stands before its first
    row's."""
    for block in sheet.blocks:
        if sheet.kind == "disclosure":
            yield [sight.labels[block.heading]], []
        yield from (([*line], []) for line in _header(sheet, block, sight))
        before: tuple[str, ...] = ()
        for row in block.rows:
            groups = [
                sight.labels[group]
                for level, group in enumerate(row.groups)
                if before[: level + 1] != row.groups[: level + 1]
            ]
            before = row.groups
            label = [sight.labels[row.label]] if row.label else []
            yield [*groups, *label, row.measure, row.code], [sight.values[cell].text for cell in row.cells]


def _header(sheet: Sheet, block: Block, sight: Sight) -> Iterator[list[str]]:
    names = [sight.labels.get(columns[-1], columns[-1]).format(year=sight.year) for columns in block.columns]
    if sheet.kind == "disclosure":
        yield [CONTENT, *names]
    elif sheet.kind == "requests":
        # Row by row, as the spans leave it: 总计 comes before the bodies' names.
        yield [BALANCE, FIGURE]
        yield [names[0], sight.labels[block.columns[1][0]], names[-1]]
        yield names[1:-1]
    elif sheet.kind == "remedies":
        yield [sight.labels["行政复议"], sight.labels["行政诉讼"]]
        yield [*names[:5], sight.labels["未经复议直接起诉"], sight.labels["复议后起诉"]]
        yield names[5:]
    else:
        coded = any(row.code for row in block.rows)
        first = ["指标名称", "计量单位"] if len(names) > 1 else ["统计指标", "单位"]
        yield [*first, *(["代码"] if coded else []), *names]
