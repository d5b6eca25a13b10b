"""Labels as they are printed: numbered, bracketed, explained and misprinted in the ways of real reports."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from .hand import Hand

NUMBER = re.compile(r"^(其中：)?([一二三四五六七八九]+、|（[一二三四五六七八九]+）|\d[.、])")
CIRCLED = "①②③④⑤⑥⑦⑧"
BRACKETED = dict(zip("一二三四五六七八九", "㈠㈡㈢㈣㈤㈥㈦㈧㈨", strict=True))
EXPLAINED = {
    "规章": "（设区的市级以上地方人民政府应提供相关数据）",
    "规范性文件": "（指行政机关依照法定权限、程序制定并公开发布，在一定期限内反复适用的公文）",
    "行政规范性文件": "（指经合法性审核后印发的文件，不含内部管理文件）",
    "行政处罚": "（含简易程序）",
    "1.属于国家秘密": "（依照保密法确定的）",
    "2.重复申请": "（已答复过同一内容的）",
    "行政复议数": "（以本机关为被申请人的）",
    "（一）收到申请数": "（含转办件）",
    "主动公开信息数": "（含历史信息）",
}
SPELLINGS = (("其他", "其它"), ("网络申请", "网上申请"), ("增/减", "增\\减"))
STRAY = "的正己末干"
SHORTEST_MISPRINTED = 6
FAR_APART = 4


@cache
def printable_numbers(style: str) -> Callable[[str], str]:
    """How a hand prints the number of a label, in one style throughout a table."""
    ways: Mapping[str, Callable[[str], str]] = {
        "．": lambda number: number.replace(".", "．"),
        "、": lambda number: number.replace(".", "、"),
        "()": lambda number: f"({number[0]})" if number[0].isdigit() else number,
        "①": lambda number: CIRCLED[int(number[0]) - 1] if number[0].isdigit() else number,
        "㈠": lambda number: BRACKETED[number[1]] if number[0] == "（" else number,
        "一.": lambda number: number.replace("、", ".") if number[0] not in "（123456789" else number,
    }
    return ways[style]


NUMBER_STYLES = ("．", "、", "()", "①", "㈠", "一.")


def core(label: str) -> str:
    """A label without its number, explanations and marks."""
    return re.sub(r"（[^）]*）|[“”：、\s]", "", NUMBER.sub("", label))


@cache
def misprintable(labels: frozenset[str]) -> frozenset[str]:
    """The labels that stay nearer to themselves than to any other of the table when a character goes wrong."""
    cores = {label: core(label) for label in labels}
    return frozenset(
        label
        for label, own in cores.items()
        if len(own) >= SHORTEST_MISPRINTED
        and all(distance(own, other) >= FAR_APART for name, other in cores.items() if name != label)
    )


def distance(one: str, other: str) -> int:
    """Levenshtein's distance."""
    before = list(range(len(other) + 1))
    for row, mine in enumerate(one, 1):
        now = [row]
        for column, theirs in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (mine != theirs)))
        before = now
    return before[-1]


def print_labels(labels: Iterable[str], hand: Hand, measures: Mapping[str, str] | None = None) -> dict[str, str]:
    """The labels of one table as this hand prints them. `measures` gives the measure that may stand in a label."""
    wanted = frozenset(labels)
    style = hand.choose(NUMBER_STYLES) if hand.has("numbering") else None
    quotes = hand.choose(('""', "「」", "‘’", ("", ""))) if hand.has("quotes") else None
    brackets = hand.choose(("()", "（)")) if hand.has("brackets") else None
    exposed = misprintable(wanted) if hand.has("misprinted") else frozenset[str]()
    printed: dict[str, str] = {}
    # In a fixed order: the seed decides, not the order of a set.
    for label in sorted(wanted):
        text = label
        if label in exposed and hand.chance(0.2):
            text = misprint(text, hand)
        if hand.has("explained", 0.7):
            text += EXPLAINED.get(label, "")
        if measures and label in measures and hand.has("measured", 0.4):
            text += hand.choose((f"（单位：{measures[label]}）", f"（{measures[label]}）"))
        if hand.has("unnumbered"):
            text = NUMBER.sub(r"\1", text)
        elif style:
            number = printable_numbers(style)
            text = NUMBER.sub(lambda found: (found[1] or "") + number(found[2]), text)  # noqa: B023
        if hand.has("respelled", 0.6):
            for usual, other in SPELLINGS:
                text = text.replace(usual, other)
        if quotes is not None:
            text = text.replace("“", quotes[0]).replace("”", quotes[1])
        if brackets:
            text = text.replace("（", brackets[0]).replace("）", brackets[1])
        if hand.has("spaced", 0.4):
            text = _spaced(text, hand)
        printed[label] = text
    return printed


def misprint(label: str, hand: Hand) -> str:
    """One character of the label gone wrong, never in its number or at its start."""
    number = NUMBER.match(label)
    first = (number.end() if number else 0) + 1
    at = hand.random.randrange(first, len(label) - 1)
    left, one, two, right = label[:at], label[at], label[at + 1], label[at + 2 :]
    return left + hand.choose((two, one + one + two, hand.choose(STRAY) + two, two + one)) + right


def _spaced(text: str, hand: Hand) -> str:
    number = NUMBER.match(text)
    first = number.end() if number else 0
    if len(text) - first < 3:
        return text
    at = hand.random.randrange(first + 1, len(text))
    return text[:at] + hand.choose((" ", "　", "\xa0", "  ")) + text[at:]
