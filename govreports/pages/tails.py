"""Where an article ends and the frame below it begins: for the blocks of a page and the lines of a dump alike."""

import re
from collections.abc import Sequence
from itertools import accumulate

from govreports.pages.chrome import Kind, chrome_kind
from govreports.pages.lines import Line, bare
from govreports.pages.stated import is_information, line_pairs
from govreports.pages.titles import titleish

_DATE_LINE = re.compile(
    r"[(（]?[\d〇○Oo零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[)）]?"
)
_ANNOUNCES = re.compile(r"[:：]\s*$|联系|咨询|反映|来信|监督|电话|地址")
_REMARKS = re.compile(r"(?:网友|网民|游客|读者|最新|精彩|全部)(?:留言|评论|跟帖)(?:列表)?(?:[（(]\d+[)）])?[:：]?")
"""Headings under which readers speak, as long as they like."""
_ENDED = re.compile(r"[。；;，]")
_MOST_UNKNOWN = 2
_LINKED = 0.9
"""The share of link text in a line of a list of other pages."""
_LONGEST_WORD = 30
"""Characters of a line that may be some widget's among those of the frame."""


def tail_start(lines: Sequence[Line], start: int) -> int:
    """Where the frame below the article begins, looking from `start`.

    Upwards from the end all lines of the frame go, and whatever stands under the heading of a box or the site's foot.
    """
    article = lines[start:]
    kinds = [chrome_kind(line.text) if line.table is None else None for line in article]
    prose = list(accumulate((_prose(line, kind) for line, kind in zip(article, kinds, strict=True)), initial=0))
    end = len(article)
    for at, kind in enumerate(kinds):
        if kind == "box" and prose[at] and _REMARKS.fullmatch(bare(article[at].text)):
            end = at
            break
        below = at >= len(article) // 2 or prose[at] > prose[-1] - prose[at]
        if below and kind in ("box", "footer") and not _holds_article(article[at + 1 :]):
            if kind == "box" and _resumes(article, at):
                continue
            end = at
            break
    footed = "footer" in kinds[end:]
    while end > 0:
        line, kind = article[end - 1], kinds[end - 1]
        if kind == "contact":
            above = _above_contact(article, kinds, end, footed=footed)
        elif kind is not None or _is_tail_facts(line) or _is_menu(line):
            above = end - 1
        else:
            above = _above_words(article, kinds, end)
        if above == end:
            break
        end = above
    return start + end


def _prose(line: Line, kind: Kind | None) -> int:
    """The characters of a line that reads like the article's own."""
    return len(line.text) if kind is None and (line.table is not None or "。" in line.text) else 0


def _above_words(lines: Sequence[Line], kinds: Sequence[Kind | None], end: int) -> int:
    """Where the word or two that stand under a line of the frame begin; `end` where it is no such thing."""
    for at in range(end - 1, max(0, end - 1 - _MOST_UNKNOWN), -1):
        if kinds[at] is not None or not _is_word(lines[at]):
            return end
        if kinds[at - 1] in ("tool", "pager", "box", "footer") and len(bare(lines[at - 1].text)) > 2:
            return at
    return end


def _is_word(line: Line) -> bool:
    """Whether a line is no sentence and no heading of the article: what some widget leaves behind."""
    text = bare(line.text).rstrip("：:")
    if line.table is not None or len(text) > _LONGEST_WORD or _ENDED.search(text):
        return False
    return len(text) < 2 or titleish(text)


def _above_contact(lines: Sequence[Line], kinds: Sequence[Kind | None], end: int, *, footed: bool) -> int:
    """Where the lines of address and telephone above `end` begin, if they are the site's: they stand under the
    signature's date or under a line of the frame, or the site's foot follows (`footed`) and no sentence announces them.
    Else `end`."""
    first = end
    while first > 0 and kinds[first - 1] == "contact":
        first -= 1
    if first == 0:
        return end
    above = lines[first - 1].text
    signed = bool(_DATE_LINE.fullmatch(bare(above)))
    return first if signed or kinds[first - 1] or (footed and not _ANNOUNCES.search(above)) else end


def _holds_article(lines: Sequence[Line]) -> bool:
    """Whether what stands under a box's heading is more than links, names and notes: the article goes on."""
    prose = sum(1 for line in lines if line.table is not None or (len(line.text) > 80 and line.linked < 40))
    return prose >= 2


def _resumes(lines: Sequence[Line], at: int) -> bool:
    """Whether the box whose heading is line `at` was put between an article's paragraphs: under its links follows a
    sentence without any, beside those above."""
    end = at + 1
    while end < len(lines) and lines[end].linked >= _LINKED * len(lines[end].text) > 0:
        end += 1
    if end == at + 1 or end == len(lines):
        return False
    below = lines[end]
    if below.linked or "。" not in below.text or below.element is None:
        return False
    parent = below.element.getparent()
    above = (line.element for line in lines[:at] if "。" in line.text and line.element is not None)
    return any(element.getparent() is parent for element in above)


def _is_menu(line: Line) -> bool:
    """Whether a line is a row of links to other pages."""
    return line.table is None and len(line.links) >= 3 and line.linked > 0.8 * len(bare(line.text))


def _is_tail_facts(line: Line) -> bool:
    found = line_pairs(line)
    return bool(found) and not line.text[:1].isdigit() and is_information(found) and len(line.text) < 120
