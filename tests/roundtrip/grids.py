"""A sheet of a form laid out as tables of cells with spans: headers, groups, pieces."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .drawing import Figures
from .hand import Hand
from .labels import NUMBER, print_labels
from .shapes import Block, Cell, Row, Sheet
from .values import Printed

BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
CONTENT = "信息内容"
FIGURE = "申请人情况"


@dataclass(frozen=True, slots=True)
class Td:
    """One cell as printed."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    role: str = "value"


Grid = list[list[Td]]


@dataclass(frozen=True, slots=True)
class Laid:
    """One table element: its header rows, its other rows, and the paragraph above it."""

    head: Grid
    body: Grid
    above: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a sheet's cells look like: labels as printed, values as printed."""

    labels: Mapping[str, str]
    values: Mapping[Cell, Printed]
    year: int

    def label(self, label: str, role: str = "label", rowspan: int = 1, colspan: int = 1) -> Td:
        return Td(self.labels.get(label, label), rowspan, colspan, role)

    def value(self, cell: Cell, colspan: int = 1) -> Td:
        return Td(self.values[cell].text, colspan=colspan)


def lay_out(figures: Figures, values: Mapping[Cell, Printed], hand: Hand, year: int) -> list[list[Laid]]:
    """The tables of every sheet, in order."""
    layouts = {"disclosure": _disclosure, "requests": _requests, "remedies": _remedies, "annex": _annex}
    return [
        list(layouts[sheet.kind](sheet, Sight(labels_of(sheet, hand), values, year), hand))
        for sheet in figures.form.sheets
    ]


def labels_of(sheet: Sheet, hand: Hand) -> dict[str, str]:
    """Every label of a sheet as this hand prints it."""
    rows = list(sheet.rows)
    labels = {row.label for row in rows} | {group for row in rows for group in row.groups}
    if sheet.kind != "annex":
        labels |= {name for block in sheet.blocks for column in block.columns for name in column}
    labels |= {block.heading for block in sheet.blocks}
    measures = {row.label: row.measure for row in rows if row.cells and row.measure}
    return print_labels(labels - {""}, hand, measures)


# Table 2


def _disclosure(sheet: Sheet, sight: Sight, hand: Hand) -> Iterator[Laid]:
    apart, ragged = hand.has("apart"), hand.has("ragged")
    outside = apart and hand.chance(0.4)
    width = 1 + max(len(block.columns) for block in sheet.blocks)
    whole: Grid = []
    for block in sheet.blocks:
        block = _swapped(block, hand)
        columns = len(block.columns)
        # The last column of a narrow block reaches to the table's right edge, or the row is simply shorter.
        last = 1 if ragged or apart else width - columns
        heading = [] if outside else [[sight.label(block.heading, "head", colspan=width if not apart else columns + 1)]]
        names = [
            sight.label(name, "head", colspan=last if at == columns else 1)
            for at, (name,) in enumerate(block.columns, 1)
        ]
        head = [*heading, [sight.label(CONTENT, "head"), *names]]
        body = [
            [
                sight.label(row.label),
                *(sight.value(cell, last if at == columns else 1) for at, cell in enumerate(row.cells, 1)),
            ]
            for row in block.rows
        ]
        if apart:
            yield Laid(head, body, sight.labels[block.heading] if outside else "")
        else:
            whole += head + body
    if apart:
        return
    if hand.has("cut") and len(whole) > 4:
        at = hand.random.randrange(3, len(whole) - 1)
        yield Laid([], whole[:at])
        yield Laid([], whole[at:])
    else:
        yield Laid([], whole)


def _swapped(block: Block, hand: Hand) -> Block:
    if not hand.has("swapped", 0.6) or len(block.columns) < 2:
        return block
    order = list(range(len(block.columns)))
    hand.random.shuffle(order)
    return reordered(block, order)


def reordered(block: Block, order: Sequence[int]) -> Block:
    """A block with its value columns in another order."""
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in order) if row.cells else ()) for row in block.rows)
    return replace(block, columns=tuple(block.columns[at] for at in order), rows=rows)


# Table 3


def _requests(sheet: Sheet, sight: Sight, hand: Hand) -> Iterator[Laid]:
    (block,) = sheet.blocks
    headers = hand.choose((1, 2, 2)) if hand.has("fewer-headers") else 3
    if hand.has("swapped"):
        block = reordered(block, _requests_order(hand, headers))
    glued = hand.has("glued-labels")
    width = 1 if glued else 3
    head = _requests_head(block, sight, headers, width, hand)
    for number, rows in enumerate(_pieces(block.rows, hand)):
        again = number == 0 or hand.chance(0.5)
        yield Laid(head if again else [], _requests_rows(rows, sight, hand, glued, continued=number > 0))


def _requests_order(hand: Hand, headers: int) -> list[int]:
    """总计 before 自然人, and the like; under a header of several rows the bodies stay together."""
    bodies = [1, 2, 3, 4, 5]
    if hand.chance(0.5):
        hand.random.shuffle(bodies)
    order = [[6], [0], bodies] if hand.chance(0.6) else [bodies, [0], [6]]
    if headers == 1 and hand.chance(0.5):
        single = [0, 1, 2, 3, 4, 5, 6]
        hand.random.shuffle(single)
        return single
    return [column for group in order for column in group]


def _requests_head(block: Block, sight: Sight, headers: int, width: int, hand: Hand) -> Grid:
    note = Td(hand.choose((BALANCE, "", "申请情况")), headers, width, "head")
    last = [sight.label(names[-1], "head") for names in block.columns]
    if headers == 1:
        return [[note, *last]]
    figure = sight.label(FIGURE, "head", colspan=len(block.columns))
    if headers == 2 and hand.chance(0.4):
        return [[note, figure], last]
    upper: list[Td] = []
    lower: list[Td] = []
    for names, own in zip(block.columns, last, strict=True):
        if len(names) == 1:
            upper.append(replace(own, rowspan=2))
        else:
            if not lower:
                upper.append(sight.label(names[0], "head", colspan=sum(len(each) > 1 for each in block.columns)))
            lower.append(own)
    return [[note, *upper], lower] if headers == 2 else [[note, figure], upper, lower]


def _pieces(rows: Sequence[Row], hand: Hand) -> list[list[Row]]:
    """The rows in the pieces a page break makes of them. A break inside a row leaves half its label on either side,
    and its values with one of the halves."""
    whole = list(rows)
    if hand.has("cut-in-label"):
        # Either half keeps some of the label's words.
        firsts = {at: _words_start(row.label) + 2 for at, row in enumerate(whole) if at and row.cells}
        at = hand.choose([at for at, first in firsts.items() if first < len(whole[at].label) - 2])
        row = whole[at]
        place = hand.random.randrange(firsts[at], len(row.label) - 2)
        with_values, without = row.cells, ()
        first, second = (with_values, without) if hand.chance(0.5) else (without, with_values)
        return [
            [*whole[:at], replace(row, label=f"{row.label}:{place}", cells=first)],
            [replace(row, label=f"{row.label}:-{place}", cells=second), *whole[at + 1 :]],
        ]
    if hand.has("cut"):
        at = hand.random.randrange(1, len(whole))
        return [whole[:at], whole[at:]]
    return [whole]


def _words_start(label: str) -> int:
    number = NUMBER.match(label)
    return number.end() if number else 0


def _row_label(row: Row, sight: Sight) -> str:
    """The label of a row, or the half of it that a page break left here."""
    label, colon, place = row.label.rpartition(":")
    if not colon:
        return sight.labels[row.label]
    at = abs(int(place))
    printed = sight.labels[label]
    at = min(max(at, 3), len(printed) - 2)
    return printed[at:] if place.startswith("-") else printed[:at]


def _requests_rows(rows: Sequence[Row], sight: Sight, hand: Hand, glued: bool, *, continued: bool) -> Grid:
    if glued:
        return [[Td(label, role="label"), *_row_values(row, sight)] for label, row in _glued(rows, sight)]
    spanning = not (hand.has("repeated-labels") or hand.has("empty-labels"))
    again = hand.has("repeated-labels")
    misspan = hand.choose((-1, 1)) if hand.has("wrong-spans") else 0
    # After a page break the group's label is printed again, or its cell is there without a word.
    bare = continued and hand.chance(0.3)
    grid: Grid = []
    for at, row in enumerate(rows):
        tds: list[Td] = []
        for level, group in enumerate(row.groups):
            opens = at == 0 or rows[at - 1].groups[: level + 1] != row.groups[: level + 1]
            if spanning and opens:
                span = sum(1 for _ in _while_grouped(rows[at:], level, group))
                if level == 0 and span + misspan > 0 and len(rows) > at + span:
                    span += misspan
                tds.append(Td("" if bare and at == 0 else sight.labels[group], rowspan=span, role="label"))
            elif not spanning:
                shown = opens or again
                tds.append(Td(sight.labels[group] if shown else "", role="label"))
        own = 3 - len(row.groups)
        grid.append([*tds, Td(_row_label(row, sight), colspan=own, role="label"), *_row_values(row, sight)])
    return grid


def _while_grouped(rows: Sequence[Row], level: int, group: str) -> Iterator[Row]:
    for row in rows:
        if len(row.groups) <= level or row.groups[level] != group:
            return
        yield row


def _glued(rows: Sequence[Row], sight: Sight) -> Iterator[tuple[str, Row]]:
    """Each row with one label: a group's first row carries the group's label in front."""
    before: tuple[str, ...] = ()
    for row in rows:
        opening = [
            sight.labels[group]
            for level, group in enumerate(row.groups)
            if before[: level + 1] != row.groups[: level + 1]
        ]
        yield "".join((*opening, _row_label(row, sight))), row
        before = row.groups


def _row_values(row: Row, sight: Sight, width: int = 7) -> list[Td]:
    return [sight.value(cell) for cell in row.cells] or [Td("") for _ in range(width)]


# Table 4


def _remedies(sheet: Sheet, sight: Sight, hand: Hand) -> Iterator[Laid]:
    (block,) = sheet.blocks
    groups = list(dict.fromkeys(names[:-1] for names in block.columns))
    if hand.has("swapped"):
        order = [0, 1, 2]
        # The two kinds of lawsuits stay under one header.
        order = hand.choose(([1, 2, 0], [0, 2, 1]))
        block = reordered(block, [group * 5 + column for group in order for column in range(5)])
        groups = [groups[group] for group in order]
    names = [sight.label(columns[-1], "head") for columns in block.columns]
    (row,) = block.rows
    body = [[sight.value(cell) for cell in row.cells]]
    if hand.has("fewer-headers") or groups[1] == ("行政复议",):
        yield Laid([[sight.label(group[-1], "head", colspan=5) for group in groups], names], body)
        return
    top: list[Td] = []
    middle: list[Td] = []
    below: list[Td] = []
    for at, group in enumerate(groups):
        own = names[at * 5 : at * 5 + 5]
        if len(group) == 1:
            top.append(sight.label(group[0], "head", colspan=5))
            middle += [replace(name, rowspan=2) for name in own]
        else:
            if not below:
                top.append(sight.label(group[0], "head", colspan=10))
            middle.append(sight.label(group[1], "head", colspan=5))
            below += own
    yield Laid([top, middle, below], body)


# Annexes


def _annex(sheet: Sheet, sight: Sight, hand: Hand) -> Iterator[Laid]:
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
    for number, rows in enumerate(_pieces(block.rows, hand)):
        body: Grid = []
        for row in rows:
            measure = [Td(none if row.measure == "——" else row.measure, role="measure")]
            code = [Td(row.code, role="measure")] if coded else []
            values = [sight.value(cell) for cell in row.cells]
            if not values:
                empty = none if row.measure == "——" else ""
                values = [Td(empty if hand.chance(0.5) else "", role="measure") for _ in columns]
            label = [Td(_row_label(row, sight), role="label")]
            front = [Td(str(numbers.get(id(row), "")), role="measure")] if serial else []
            rest = [*values, *measure] if measure_last else [*measure, *code, *values]
            body.append([*front, *label, *rest])
        yield Laid(head if number == 0 or hand.chance(0.5) else [], body)
    if hand.has("titled"):
        signed = "单位负责人：某甲  审核人：某乙  填报人：某丙  联系电话：0000-0000000"
        body.append([Td(signed, colspan=width, role="measure")])
