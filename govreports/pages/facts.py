"""The facts a page states of itself, read from the lines of its head and tail."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from govreports.model.page import DateClaim, DateKind
from govreports.pages import breadcrumb as crumbs
from govreports.pages.dates import find_date, read_date
from govreports.pages.labels import INFORMATION, Meaning, Pair, meaning_of
from govreports.pages.lines import Line, bare
from govreports.pages.stated import byline, is_information, line_pairs, stated
from govreports.pages.titles import names_organ_alone

_AFTER_SOURCE = re.compile(
    r"(?<=..)(?:\s*【.*|(?:[本特][报约网])?记者[\s\u3000:：].*|\s*(?:打印|关闭|收藏|分享|纠错)+\s*$"
    r"|\s*(?:阅读|浏览|点击|访问)(?:量|次数|数)?[:：].*)",
    re.DOTALL,
)
_NOBODY = frozenset(
    {"管理员", "系统管理员", "网站管理员", "admin", "administrator", "未知", "不详", "佚名", "本站原创", "原创"}
)
_ABSTRACTS = frozenset(("摘要", "内容摘要"))
"""Labels of a box above the text that is no table, though it begins like a row of one."""
_POSTER = "发布人"
"""Whoever put a page there: its source where it names no other."""
_JOINT = re.compile(r"^(?:由\s*\S{1,20}\s*)?(?:提交|发布|发表|创建)于\s*(?:(?:周|星期).[,，]?\s*)?")
"""`由 宣教科 提交于 周三, 2014-03-12 10:22`, as Drupal has it."""
_CRUMB = re.compile(r"(?:^|[\s_-])(?:bread-?crumbs?|crumbs?|where|weizhi|dqwz|location|position)(?:[\s_-]|$)", re.I)
_DATED: Mapping[Meaning, DateKind] = {"shown": "shown", "table": "table", "signed": "signed"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What labels, breadcrumb and banner say. `pairs` are all pairs found, in order, those of the table apart from
    those of the information line."""

    breadcrumb: tuple[str, ...] = ()
    banner: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    dates: tuple[DateClaim, ...] = ()
    source: str | None = None
    publisher: str | None = None
    index_number: str | None = None
    listed_title: str | None = None

    def with_placed(self, placed: Mapping[str, str]) -> "Facts":
        """These facts and those whose place alone tells them; what the lines say comes first."""
        by_meaning = {meaning_of(label): value for label, value in reversed(list(placed.items()))}
        return replace(
            self,
            metadata={**self.metadata, **{name: placed[name] for name in placed if name not in self.metadata}},
            publisher=self.publisher or by_meaning.get("publisher"),
            index_number=self.index_number or by_meaning.get("index"),
        )


def read_facts(head: Sequence[Line], tail: Sequence[Line], title: str | None) -> Facts:
    """Facts of the head's lines; the tail's fill in what the head does not say (some skins put 来源 under the text, or
    the whole table with its index number)."""
    table, information = _sorted_pairs(head)
    table_below, below = _sorted_pairs(tail)
    if not table and any(pair.meaning == "index" for pair in table_below):
        table = table_below
    said = [*information, *table]
    if not any(pair.meaning == "shown" for pair in said):
        said.extend(_byline(head, title))
    metadata: dict[str, str] = {}
    for pair in table:
        if pair.value:
            metadata.setdefault(pair.label, pair.value)
    dates = list(_dates(said))
    if not any(claim.kind == "shown" for claim in dates):
        dates.extend(claim for claim in _dates(below) if claim.kind == "shown")
    return Facts(
        breadcrumb=_breadcrumb(head, title),
        banner=_banner(head, title),
        metadata=metadata,
        dates=tuple(dict.fromkeys(dates)),
        source=_source(said) or _source(below),
        publisher=_first([*table, *information], "publisher"),
        index_number=_first([*table, *information], "index"),
        listed_title=_first(table, "title"),
    )


def clean_source(text: str | None) -> str | None:
    """A source as a name: without a label of its own (a ContentSource may say 来源：…), without the reporter, the
    button or the bracket after it; None where nothing is left, or a word that the CMS puts for nobody."""
    if not text:
        return None
    text = _AFTER_SOURCE.sub("", text)
    for label in ("信息来源", "文章来源", "稿件来源", "来源"):
        if text.startswith(label):
            text = text[len(label) :].lstrip(" :：\u3000\xa0")
    text = text.strip(
        " \t\u3000\xa0:：-—|【】[]()（）" if not text.endswith(("）", ")")) else " \t\u3000\xa0:：-—|【】[]"
    )
    return text if text and text.lower() not in _NOBODY else None


def _sorted_pairs(lines: Sequence[Line]) -> tuple[list[Pair], list[Pair]]:
    """Pairs of the metadata table, and pairs of information lines. Neighbouring lines of pairs are of one kind unless
    a line counts visits or offers buttons: it and its like below it are the information lines under a table."""
    table: list[Pair] = []
    information: list[Pair] = []
    block: list[tuple[Line, list[Pair]]] = []
    for line, found in [*stated(lines), (None, [])]:
        if line is not None and found:
            block.append((line, found))
            continue
        is_table = any(_of_table(pair) for _, pairs in block for pair in pairs)
        told = False
        for row, pairs in block:
            noisy = any(pair.meaning == "noise" for pair in pairs)
            told = told or (noisy and is_information(pairs) and (not row.cells or bool(row.numbers)))
            target = table if is_table and not (told and is_information(pairs)) else information
            target.extend(pair for pair in pairs if pair.meaning != "noise")
        block = []
    return table, information


def _of_table(pair: Pair) -> bool:
    """Whether a pair is of those that stand in a metadata table only: an information line names the organ as well."""
    return pair.meaning not in INFORMATION and pair.meaning != "publisher" and pair.label not in _ABSTRACTS


def _source(found: Iterable[Pair]) -> str | None:
    """The first source, of someone who put the page there only where no other is named."""
    named = sorted((pair for pair in found if pair.meaning == "source"), key=lambda pair: pair.label == _POSTER)
    return _first(named, "source")


def _dates(found: Iterable[Pair]) -> Iterable[DateClaim]:
    for pair in found:
        if (kind := _DATED.get(pair.meaning)) and (value := read_date(pair.value)):
            yield DateClaim(kind, value)


def _byline(head: Sequence[Line], title: str | None) -> list[Pair]:
    """The date, and maybe the source, that stand without labels on a line after the title."""
    wanted = bare(title) if title else ""
    ends = [len(line.text) > 3 and wanted.endswith(bare(line.text)) for line in head] if wanted else []
    after = next((at + 1 for at in range(len(ends) - 1, -1, -1) if ends[at]), None)
    if after is None:
        return []
    for line in head[after : after + 6]:
        if found := byline(line):
            return found
        text = _JOINT.sub("", line.text)
        dated = find_date(text)
        if dated and dated[1] <= 2 and len(text) - (dated[2] - dated[1]) <= 12:
            beside = text[dated[2] :]
            named = beside[:1].isspace() and names_organ_alone(beside)
            organ = [Pair("来源", beside.strip(), "source")] if named else []
            return [Pair("发布时间", dated[0], "shown"), *organ]
    return []


def _first(found: Iterable[Pair], meaning: str) -> str | None:
    return next((pair.value for pair in found if pair.meaning == meaning and pair.value), None)


def _breadcrumb(head: Sequence[Line], title: str | None) -> tuple[str, ...]:
    """The labelled breadcrumb, else the last line before the text that reads like one."""
    unlabelled: tuple[str, ...] = ()
    for at, line in enumerate(head):
        text = line.text.replace("\t", " ")
        if not crumbs.has_label(text):
            if crumbs.is_home(text) and at + 1 < len(head) and crumbs.continues(head[at + 1].text):
                text = _with_rest(head, at)
            if ("首页" in text or ">" in text or "»" in text or "＞" in text) and (
                found := crumbs.read_breadcrumb(text, title)
            ):
                unlabelled = found
            continue
        found = crumbs.read_breadcrumb(_with_rest(head, at), title)
        if found:
            return found
    return unlabelled or _named_breadcrumb(head, title)


def _named_breadcrumb(head: Sequence[Line], title: str | None) -> tuple[str, ...]:
    """The breadcrumb that only its element's name tells: the names stand in elements, parted by a style sheet."""
    for line in reversed(head):
        element = line.element
        if element is not None and element.tag == "li":
            element = element.getparent()
        if element is None or not _CRUMB.search(f"{element.get('id') or ''} {element.get('class') or ''}"):
            continue
        names = ("".join(child.itertext()).strip() for child in element if isinstance(child.tag, str))
        if found := crumbs.read_breadcrumb(" > ".join(name for name in names if name), title):
            return found
    return ()


def _with_rest(head: Sequence[Line], at: int) -> str:
    """A breadcrumb line and the lines that go on with it where its names stand in blocks of their own."""
    text = head[at].text.replace("\t", " ")
    for above, line in pairwise(head[at : at + 12]):
        if _in_one_list(above, line) and len(line.text) <= 40:
            text = f"{text} {line.text}" if text.rstrip().endswith(("：", ":")) else f"{text} > {line.text}"
            continue
        begun = text.rstrip().endswith((">", "＞", "»", "：", ":", "位置", "→"))
        if not (begun or crumbs.continues(line.text)) or len(line.text) > 40 or line_pairs(line):
            break
        text = f"{text} {line.text}"
    return text


def _in_one_list(above: Line, line: Line) -> bool:
    """Whether two lines are neighbouring items of one list."""
    if above.element is None or line.element is None or above.element.tag != "li":
        return False
    return line.element.tag == "li" and line.element.getprevious() is above.element


def _banner(head: Sequence[Line], title: str | None) -> str | None:
    """The organ named alone above the title: directly before the breadcrumb, or between it and the title."""
    wanted = bare(title) if title else ""
    crumb = next((at for at, line in enumerate(head) if crumbs.has_label(line.text)), None)
    spots = [] if crumb is None else [crumb - 1, crumb + 1]
    spots.append(0)
    for at in spots:
        if 0 <= at < len(head):
            text = head[at].text
            following = bare(head[at + 1].text) if at + 1 < len(head) else ""
            if names_organ_alone(text) and head[at].linked < len(text) and bare(text) + following != wanted:
                return text
    return None
