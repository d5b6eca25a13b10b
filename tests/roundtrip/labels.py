"""Labels as they are printed: numbered, bracketed, explained and misprinted in the ways of real reports."""

import re
from collections.abc import Callable, Iterable, Mapping, Set
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
MARGIN = 2
LONG = 10


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


def words(label: str) -> range:
    """Where the words of a label stand: behind its number and before an explanation."""
    number = NUMBER.match(label)
    return range(number.end() if number else 0, len(re.sub(r"（[^）]*）$", "", label)))


def core(label: str) -> str:
    """A label without its number, explanations and marks."""
    return re.sub(r"（[^）]*）|[“”：、\s]", "", NUMBER.sub("", label))


@cache
def misprintable(labels: frozenset[str]) -> Mapping[str, int]:
    """In how many characters each label of a table may go wrong and still be clearly nearer to itself than to any
    other; labels that may not are left out."""
    cores = {label: core(label) for label in labels}
    room: dict[str, int] = {}
    for label, own in sorted(cores.items()):
        nearest = min((distance(own, other) for name, other in cores.items() if name != label), default=0)
        wrong = min((nearest - MARGIN) // 2, 3 if len(own) >= LONG else 2)
        if wrong > 0 and len(own) >= SHORTEST_MISPRINTED:
            room[label] = wrong
    return room


def distance(one: str, other: str) -> int:
    """Levenshtein's distance."""
    before = list(range(len(other) + 1))
    for row, mine in enumerate(one, 1):
        now = [row]
        for column, theirs in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (mine != theirs)))
        before = now
    return before[-1]


def print_labels(
    labels: Iterable[str], hand: Hand, measures: Mapping[str, str], spared: Set[str] = frozenset()
) -> dict[str, str]:
    """The labels of one table as this hand prints them. `measures` gives the measure that may stand in a label; those
    that are `spared` are not misprinted."""
    wanted = frozenset(labels)
    style = hand.choose(NUMBER_STYLES) if hand.has("numbering") else None
    quotes = hand.choose(('""', "「」", "‘’", ("", ""))) if hand.has("quotes") else None
    brackets = hand.choose(("()", "（)")) if hand.has("brackets") else None
    room = misprintable(wanted) if hand.has("misprinted") else {}
    room = {label: most for label, most in room.items() if label not in spared}
    wrong = {hand.choose(list(room)) for _ in range(hand.choose((0, 1, 1, 2, 3)))} if room else set[str]()
    printed: dict[str, str] = {}
    # In a fixed order: the seed decides, not the order of a set.
    for label in sorted(wanted):
        text = label
        if label in wrong:
            text = misprint(text, room[label], hand)
        if hand.has("explained", 0.7):
            text += EXPLAINED.get(label, "")
        if label in measures and hand.has("measured", 0.4):
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


def misprint(label: str, most: int, hand: Hand) -> str:
    """At most so many characters of a label gone wrong: lost, doubled, changed or swapped; never in its number, nor its
    first, nor in an explanation behind it."""
    at = hand.choose(words(label)[1:-most])
    left, rest = label[:at], label[at:]
    ways = [rest[1:], rest[0] + rest, hand.choose(STRAY) + rest[1:]]
    if most > 1:
        ways += [rest[most:], rest[1::-1] + rest[2:]]
    return left + hand.choose(ways)


def _spaced(text: str, hand: Hand) -> str:
    number = NUMBER.match(text)
    first = number.end() if number else 0
    if len(text) - first < 3:
        return text
    at = hand.random.randrange(first + 1, len(text))
    return text[:at] + hand.choose((" ", "　", "\xa0", "  ")) + text[at:]
