"""The report's title, chosen among the page's, the catalogue's and the document's first lines."""

import re
from dataclasses import dataclass

from govreports.model.document import Document, Paragraph
from govreports.model.report import Hints
from govreports.parsing.units import unit_of_title
from govreports.parsing.years import fold, read_year

_TOPIC = re.compile(r"公开|年报|年度报告|年度工作报告")
_KIND = re.compile(r"年报|报告|总结|小结|汇报|情况|说明|指南|目录|通知|要点|方案|公告|统计|报表")
_SENTENCE = re.compile(r"[。；;!?！？]|[，,].{12,}|[：:]$")
_CUT_OFF = re.compile(r"(?:…|\.\.\.?)$")
_HEAD_LINES = 4
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Titles:
    """The title chosen, and every title found, in order of trust: the chosen one, the page's, the catalogue's, the
    document's own."""

    chosen: str | None
    found: tuple[str, ...]


def choose_title(document: Document, hints: Hints) -> Titles:
    """The title that best reads as a report's: one that tells topic and kind before one that does not (a site's or a
    column's name), one that names a year or an organ before one that names neither; then page, catalogue, document.
    A listed title that was cut off (…) comes last."""
    offered = [_tidy(title) for title in (hints.title, hints.listed_title) if title and title.strip()]
    found = list(dict.fromkeys([*offered, *_own_titles(document)]))
    ranked = sorted(found, key=lambda title: (_worth(title), -found.index(title)), reverse=True)
    return Titles(ranked[0] if ranked else None, tuple(dict.fromkeys([*ranked[:1], *found])))


def _tidy(title: str) -> str:
    return " ".join(title.split())


def _worth(title: str) -> tuple[bool, bool, bool]:
    folded = fold(title)
    reads = bool(_TOPIC.search(folded) and _KIND.search(folded)) and len(folded) <= _LONGEST
    return reads, not _CUT_OFF.search(folded), read_year(folded) is not None or unit_of_title(folded) is not None


def _own_titles(document: Document) -> list[str]:
    """Titles among the first lines: one line, or two or three that make one together."""
    lines: list[str] = []
    for block in document.blocks[:_HEAD_LINES]:
        text = document.text[block.start : block.end].strip()
        if not isinstance(block, Paragraph) or len(fold(text)) > _LONGEST or _SENTENCE.search(text):
            break
        lines.append(text)
    titles = []
    for start in range(len(lines)):
        for end in range(start + 1, min(start + 3, len(lines)) + 1):
            joined = _tidy("".join(lines[start:end]))
            if _worth(joined)[0] and not re.match(r"[一二三四五六七八九十]+、|[（(]", joined):
                titles.append(joined)
                break
    return titles
