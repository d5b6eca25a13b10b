"""Rows that a place adds to a form: kept by the parser under their own label, with no indicator's name."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from .drawing import Figures
from .hand import Hand
from .shapes import Block, Cell, Row, Sheet

LOCAL = {
    "disclosure": ("其他主动公开文件", "权责清单事项", "公共服务事项", "随机抽查事项"),
    "annex": ("主动公开机构领导信息数", "规划计划类文稿数", "村务公开栏数", "便民手册印发数", "听证会举行数"),
}
# Labels that start so are parts of the row above them, or stand between it and its parts.
_DEPENDENT = "（123456789其涉危不法制商个过复邮主依"


def with_local_rows(figures: Figures, hand: Hand) -> Figures:
    """The figures with one or two rows of the place's own in tables that take them."""
    form = replace(figures.form, sheets=tuple(_with_rows(sheet, hand) for sheet in figures.form.sheets))
    amounts = {
        cell: figures.amounts[cell] if cell in figures.amounts else Decimal(hand.random.randrange(0, 90))
        for cell in form.cells
    }
    return Figures(form, amounts, figures.gaps)


def _with_rows(sheet: Sheet, hand: Hand) -> Sheet:
    if sheet.kind not in LOCAL:
        return sheet
    labels = list(LOCAL[sheet.kind])
    hand.random.shuffle(labels)
    labels = labels[: 1 + int(hand.chance(0.3))]
    return replace(sheet, blocks=tuple(_blocks(sheet, labels, hand)))


def _blocks(sheet: Sheet, labels: list[str], hand: Hand) -> Iterator[Block]:
    for block in sheet.blocks:
        rows = list(block.rows)
        if labels and (block is sheet.blocks[-1] or hand.chance(0.4)):
            # Not among the parts of a sum: a row that stood there would be taken for one of them.
            at = len(rows) if sheet.kind == "disclosure" else hand.choose(_between_groups(rows))
            rows.insert(at, _row(labels.pop(), block, rows[0], sheet.kind == "annex"))
        yield replace(block, rows=tuple(rows))


def _between_groups(rows: list[Row]) -> list[int]:
    """Places where nothing depends on what stands above: before a heading or a row of the outermost level."""
    return [at for at, row in enumerate(rows) if at and row.label[0] not in _DEPENDENT] or [len(rows)]


def _row(label: str, block: Block, beside: Row, annex: bool) -> Row:
    model = next(row for row in block.rows if row.cells)
    cells = tuple(
        Cell(None, label, period=f"local {number}", measure="个" if annex else "件")
        for number, _ in enumerate(model.cells)
    )
    return Row(label, cells, measure="个" if annex else "", code="55" if beside.code else "")
