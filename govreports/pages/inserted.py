"""Boxes that a template puts between an article's paragraphs: 相关链接 and the links to other pages under it."""

from collections.abc import Iterable, Sequence

from govreports.pages.chrome import chrome_kind
from govreports.pages.lines import Line

_FEWEST = 2
"""Links in a row that make a box of the heading above them: one may be what a sentence speaks of."""
_CONTENTS = frozenset(("目录", "文章目录", "本文目录", "目录导航"))
"""Headings of the list of an article's own headings that a template makes."""
_LINKED = 0.9
"""The share of a line's characters that is link text in such a list; its dates and dots are not."""


def without_inserted_boxes(body: Sequence[Line]) -> Iterable[Line]:
    """The lines without the headings of boxes (相关链接, 推荐阅读, …; 目录) that lines of nothing but links follow, and
    without those lines."""
    at = 0
    while at < len(body):
        end = at + 1
        listed = end < len(body) and bool(body[end].links)
        if listed and not _is_link(body[at]) and chrome_kind(body[at].text) == "box":
            while end < len(body) and _is_link(body[end]):
                end += 1
        elif listed and body[at].bare in _CONTENTS:
            while end < len(body) and _is_jump(body[end]):
                end += 1
        if end - at > _FEWEST:
            at = end
            continue
        yield body[at]
        at += 1


def _is_jump(line: Line) -> bool:
    """Whether a line is a link to a heading of its own page."""
    return bool(line.links) and line.table is None and all(link.href.startswith("#") for link in line.links)


def _is_link(line: Line) -> bool:
    return bool(line.links) and line.table is None and line.linked >= _LINKED * len(line.text)
