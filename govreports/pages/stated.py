"""Which facts the lines at the top and the foot of a page state."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from govreports.pages.chrome import chrome_kind
from govreports.pages.dates import find_date
from govreports.pages.labels import INFORMATION, MEANINGS, Pair, cell_pairs, is_machine_date, meaning_of, pairs
from govreports.pages.lines import Line, bare
from govreports.pages.titles import names_report, title_score

_PARTED = re.compile(r"[:：∶|｜】]")
_A_TITLE = 5
"""A line that scores this much as a report's title is not the value of an empty label above it."""
_LONGEST_BYLINE = 60
_LONGEST_LABEL = 14
"""Characters of a label that stands alone on its line."""
_SHORTEST_LABEL = 3
"""Characters of the label that a row of elements begins with: shorter ones are words of a sentence as well."""
_MOST_PARTS = 8
_NAME = re.compile(r"[^\d\W][^\d。；，、：:,;《》]{1,19}")
"""Who may stand beside the date of a byline."""
_NO_NAME = re.compile(
    r"^:\d{2}(?!\d)|(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}\S*|^由\s*|\s*(?:发布|发表|编辑)(?:于|在)?\s*$"
    r"|[\s|｜]+(?:\d+\s*次)?(?:浏览|阅读|点击)(?:\d+\s*次)?\s*$",
    re.IGNORECASE,
)
"""Seconds, the site's address, the joints of 由 … 发布于, a counter."""
_BEGIN_LABELS = frozenset("：:∶【】[]").union(word[0] for word in MEANINGS)
"""What a line begins with that begins with a label."""
_FRAME = " \t\u3000\xa0【】[]()（）|｜/·-—"


def line_pairs(line: Line) -> list[Pair]:
    """The facts a line states."""
    if line.table is not None:
        return []
    return cell_pairs(line.cells) if len(line.cells) > 1 else pairs(line.text) or _parted_by_style(line) or _dated(line)


def _dated(line: Line) -> list[Pair]:
    """The date of a line that is a date and buttons (`2010-01-20 | 大 中 小 | 打印`)."""
    if not line.text[:1].isdigit() or len(line.text) > _LONGEST_BYLINE or (found := find_date(line.text)) is None:
        return []
    _, start, end = found
    rest = line.text[end:]
    if start or "年" in line.text[:end] or "星期" in rest or chrome_kind(rest) != "tool":
        return []
    return [Pair("发布时间", line.text[:end], "shown")]


def _parted_by_style(line: Line) -> list[Pair]:
    """The facts of a block that is a row of labels and values, parted by elements alone: each label is one, its value
    another or the text behind it (`<em>发布时间</em>2018-10-12<em>来源</em>县发改局`)."""
    element = line.element
    if element is None or line.text[:1] not in _BEGIN_LABELS:
        return []  # most lines
    if not 0 < len(element) <= _MOST_PARTS or len(line.text) > _LONGEST_BYLINE or "。" in line.text:
        return []
    if any(not isinstance(child.tag, str) for child in element):
        return []
    parts: list[str] = []
    for child in element:
        parts.extend(text for text in ("".join(child.itertext()), child.tail or "") if bare(text))
    labels, values = parts[::2], parts[1::2]
    if not labels or len(labels) != len(values) or "".join(map(bare, parts)) != line.bare:
        return []
    meanings = [meaning_of(label) for label in labels]
    if None in meanings or (len(element) != 2 and len(bare(labels[0])) < _SHORTEST_LABEL):
        return []
    return [
        Pair(bare(label).strip("：:∶【】[]"), " ".join(value.split()), meaning)
        for label, value, meaning in zip(labels, values, meanings, strict=True)
        if meaning is not None
    ]


def is_information(found: Sequence[Pair]) -> bool:
    """Whether pairs are those of the information line under a title rather than a row of the metadata table."""
    meanings = {pair.meaning for pair in found}
    return "noise" in meanings or (bool(meanings) and meanings <= INFORMATION)


def byline(line: Line) -> list[Pair]:
    """The facts of an information line without any label: a name and a date as a CMS prints it, with hyphens or a time
    (`陆溪镇 2015-01-22 10:20`); only the head of a page has such lines, an article's end may be signed so."""
    if line.table is not None or len(line.text) > _LONGEST_BYLINE or (found := find_date(line.text)) is None:
        return []
    value, start, end = found
    if "T" not in value and "年" in line.text[start:end]:
        return []
    names = [_NO_NAME.sub("", line.text[:start]).strip(_FRAME), _NO_NAME.sub("", line.text[end:]).strip(_FRAME)]
    name = "".join(names)
    if all(names) or not _NAME.fullmatch(name) or names_report(name):
        return []
    return [Pair("发布时间", line.text[start:end], "shown"), Pair("来源", name, "source")]


def stated(lines: Sequence[Line]) -> list[tuple[Line, list[Pair]]]:
    """Each line with the pairs it states; a label alone on a line takes the next line for its value where that is
    the habit of the page."""
    taking = labels_over_values(lines)
    found: list[tuple[Line, list[Pair]]] = []
    for at, line in enumerate(lines):
        if at in taking:
            found.append((line, [taking[at]]))
        elif at - 1 not in taking:
            found.append((line, _own_pairs(line)))
    return found


def labels_over_values(lines: Sequence[Line]) -> Mapping[int, Pair]:
    """The labels that stand alone on a line with their value on the next, by line; empty unless there are two."""
    alone = [_lone_label(line) for line in lines]
    over: dict[int, Pair] = {}
    for at, (label, following, line) in enumerate(zip(alone, alone[1:], lines[1:], strict=False)):
        if label and not following and _may_be_value(line):
            over[at] = label._replace(value=line.text)
    if len(over) < 2:
        return {}
    return {at: pair for at, pair in over.items() if title_score(pair.value) < _A_TITLE or pair.meaning == "title"}


def _own_pairs(line: Line) -> list[Pair]:
    if line.table is not None:
        return [pair for cells in _table_rows(line) for pair in cell_pairs(cells)]
    if line.numbers or len(line.cells) > 1 or _PARTED.search(line.text) or line.text[:1].isdigit():
        return line_pairs(line)
    if parted := _parted_by_style(line):
        return parted
    label = _lone_label(line)
    return [label] if label else []


def _may_be_value(line: Line) -> bool:
    """Whether a line says nothing of its own that could not be the value of a label above it."""
    return line.table is None and (is_machine_date(line.text) or not line_pairs(line))


def _lone_label(line: Line) -> Pair | None:
    """A line that is a label and no more; without a colon it must be an unmistakable one."""
    if len(line.text) > _LONGEST_LABEL or line.cells or line.table is not None:
        return None
    named = line.element is not None and line.element.tag == "dt"
    return _label(f"{line.text}：" if named else line.text)


@lru_cache(maxsize=4096)
def _label(text: str) -> Pair | None:
    meaning = meaning_of(text)
    squeezed = bare(text)
    if meaning is None:
        return None
    if not squeezed.endswith(("：", ":")) and (len(squeezed) < 3 or meaning in ("other", "noise")):
        return None
    return Pair(squeezed.strip("：:∶【】[]"), "", meaning)


def _table_rows(line: Line) -> Iterable[tuple[str, ...]]:
    if line.table is None:
        return
    for row in sorted({cell.row for cell in line.table.cells}):
        yield tuple(cell.text for cell in line.table.cells if cell.row == row)
