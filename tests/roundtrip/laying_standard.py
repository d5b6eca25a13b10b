"""Tables 2, 3 and 4 of the standard forms, laid out with the headers, spans and pieces of real pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .hand import Hand
from .laying import Grid, Laid, Sight, Td, pieces, reordered, row_label
from .shapes import Block, Row, Sheet

BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
CONTENT = "信息内容"
FIGURE = "申请人情况"


def lay_disclosure(sheet: Sheet, sight: Sight, hand: Hand) -> Iterator[Laid]:
    """Table 2 in one piece, in two, or a table for each block."""
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


def lay_requests(sheet: Sheet, sight: Sight, hand: Hand) -> Iterator[Laid]:
    """Table 3 under a header of one to three rows."""
    (block,) = sheet.blocks
    headers = hand.choose((1, 2, 2)) if hand.has("fewer-headers") else 3
    if hand.has("swapped"):
        block = reordered(block, _requests_order(hand, headers))
    glued = hand.has("glued-labels")
    width = 1 if glued else 3
    head = _requests_head(block, sight, headers, width, hand)
    for number, rows in enumerate(pieces(block.rows, hand)):
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
        grid.append([*tds, Td(row_label(row, sight), colspan=own, role="label"), *_row_values(row, sight)])
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
        yield "".join((*opening, row_label(row, sight))), row
        before = row.groups


def _row_values(row: Row, sight: Sight, width: int = 7) -> list[Td]:
    return [sight.value(cell) for cell in row.cells] or [Td("") for _ in range(width)]


def lay_remedies(sheet: Sheet, sight: Sight, hand: Hand) -> Iterator[Laid]:
    """Table 4: its one row under two or three header rows."""
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
