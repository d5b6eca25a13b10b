"""Many reports on one page: a 汇编 prints the reports of its departments or towns below each other, a page may hold
those of two years. Each begins with a title of its own."""

import re
from dataclasses import dataclass
from itertools import pairwise

from govreports.model.document import Document, Paragraph, cut
from govreports.parsing.units import unit_of_title
from govreports.parsing.years import fold, read_year

_REPORT = re.compile(
    r"(?:年报|年度报告|工作报告|工作总结|(?:信息|政务)公开(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|总结))(?:[(].{0,12}[)])?$"
)
_TOPIC = re.compile(r"公开|年报")
_NUMBERED = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十百\d]{1,3}[)）、.．]|[●■▲◆※]|附(?:件|录)?[一二三四五六七八九十\d]*[:：])\s*"
)
_SENTENCE = re.compile(r"[。；;!?！？：:]$|[，,]|^[(（]")
_QUOTED = re.compile(r"^《.*》$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST = 60
_TITLE_LINES = 3
_FEWEST_HAN = 80
"""A report says at least this much below its title. What says less is a list of titles, or names an attachment."""


@dataclass(frozen=True, slots=True)
class Part:
    """One report of a page, the title that stands above it (None for a page that is one report, or none), and where
    its text starts in the page's."""

    title: str | None
    document: Document
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Title:
    """A title over some blocks: the number of the first of them and of the first below, whose report, of which year."""

    first: int
    below: int
    text: str
    unit: str | None
    year: int | None


def split(document: Document) -> tuple[Part, ...]:
    """The reports of a page in their order. A page is split at each title that names another unit or year than the one
    before it, if below each of them there stands a report; else it is one part without a title. What stands before
    the first title goes with the first part."""
    titles = _titles(document)
    titles = [title for title, below in _stretches(document, titles) if len(_HAN.findall(below)) >= _FEWEST_HAN]
    starts = titles[:1]
    for title in titles[1:]:
        before = starts[-1]
        if (title.unit or before.unit, title.year or before.year) != (before.unit, before.year):
            starts.append(title)
    if len(starts) < 2:
        return (Part(None, document),)
    firsts = [0, *(title.first for title in starts[1:]), len(document.blocks)]
    return tuple(
        Part(title.text, cut(document, first, last), document.blocks[first].start)
        for title, (first, last) in zip(starts, pairwise(firsts), strict=True)
    )


def _stretches(document: Document, titles: list[_Title]) -> list[tuple[_Title, str]]:
    """Each title with the text below it, down to the next one."""
    bounds = pairwise([*titles, None])
    return [
        (title, cut(document, title.below, after.first if after else len(document.blocks)).text)
        for title, after in bounds
        if title
    ]


def _titles(document: Document) -> list[_Title]:
    """All titles of reports, over up to three lines; each line is part of one title at most."""
    found: list[_Title] = []
    at = 0
    while at < len(document.blocks):
        title = next((read for count in range(1, _TITLE_LINES + 1) if (read := _title(document, at, count))), None)
        if title:
            found.append(title)
        at = title.below if title else at + 1
    return found


def _title(document: Document, at: int, count: int) -> _Title | None:
    lines: list[str] = []
    for block in document.blocks[at : at + count]:
        line = document.text[block.start : block.end].strip()
        if not isinstance(block, Paragraph) or len(fold(line)) > _LONGEST or _SENTENCE.search(line):
            return None
        lines.append(line)
    printed = "".join(lines)
    text = _NUMBERED.sub("", printed)
    folded = fold(text)
    if len(lines) < count or len(folded) > _LONGEST or _QUOTED.match(folded):
        return None
    if not (_REPORT.search(folded) and _TOPIC.search(folded)):
        return None
    unit, year = unit_of_title(text), read_year(text)
    # 一、2012年政府信息公开工作总结 is a heading of one report; 一、某某局2012年… begins another.
    is_heading = unit is None and (text != printed or year is None)
    return None if is_heading else _Title(at, at + count, text, unit, year)
