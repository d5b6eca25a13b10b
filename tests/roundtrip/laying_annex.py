"""The annexes, laid out with the columns, titles and signatures of real pages."""

from collections.abc import Iterator

from .hand import Hand
from .laying import Grid, Laid, Sight, Td, pieces, reordered, row_label
from .shapes import Sheet


def lay_annex(sheet: Sheet, sight: Sight, hand: Hand) -> Iterator[Laid]:
    """An annex: a label, a measure, one or two values a row."""
    (block,) = sheet.blocks
    coded = any(row.code for row in block.rows)
    national = len(block.columns) == 1
    names = ["统计指标" if national else "指标名称", "单位" if national else "计量单位", *(["代码"] if coded else [])]
    if hand.has("swapped") and len(block.columns) == 2:
        block = reordered(block, [1, 0])
    measure_last = national and hand.has("swapped")
    serial = hand.has("serial")
    columns = [name.format(year=sight.year) for (name,) in block.columns]
    titles = [*names[:1], *columns, *names[1:]] if measure_last else [*names, *columns]
    head = [[*([Td("序号", role="head")] if serial else []), *(Td(title, role="head") for title in titles)]]
    width = len(head[0])
    if len(columns) == 2 and not coded and not serial and hand.has("fewer-headers"):
        upper = [Td(name, 2, role="head") for name in names]
        head = [[*upper, Td("统计数", colspan=2, role="head")], [Td(name, role="head") for name in columns]]
    if hand.has("titled"):
        head = [
            [Td("政府信息公开情况统计表", colspan=width, role="head")],
            [Td(f"（{sight.year}年度）", colspan=width, role="head")],
            *head,
        ]
    numbers = {id(row): number for number, row in enumerate(block.rows, 1)}
    none = hand.choose(("——", "—", "----", ""))
    for number, rows in enumerate(pieces(block.rows, hand)):
        body: Grid = []
        for row in rows:
            measure = [Td(none if row.measure == "——" else row.measure, role="measure")]
            code = [Td(row.code, role="measure")] if coded else []
            values = [sight.value(cell) for cell in row.cells]
            if not values:
                empty = none if row.measure == "——" else ""
                values = [Td(empty if hand.chance(0.5) else "", role="measure") for _ in columns]
            label = [Td(row_label(row, sight), role="label")]
            front = [Td(str(numbers.get(id(row), "")), role="measure")] if serial else []
            rest = [*values, *measure] if measure_last else [*measure, *code, *values]
            body.append([*front, *label, *rest])
        yield Laid(head if number == 0 or hand.chance(0.5) else [], body)
    if hand.has("titled"):
        signed = "单位负责人：某甲  审核人：某乙  填报人：某丙  联系电话：0000-0000000"
        body.append([Td(signed, colspan=width, role="measure")])
