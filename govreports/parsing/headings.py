"""One line as a heading: its number as printed, the style of the number, the words of the heading."""

import re
from dataclasses import dataclass
from typing import Literal

from govreports.parsing.meanings import meaning_of, stands_alone

Style = Literal["part", "chinese", "chinese-in-brackets", "arabic", "arabic-in-brackets", "plain"]
"""How a heading is numbered: 第一部分 / 一、 / （一） / 1. / （1） / not at all."""

TOP_STYLES: tuple[Style, ...] = ("part", "chinese")
"""Styles that head the main parts of a text, the higher first."""
_CHINESE = "[一二三四五六七八九十]{1,3}"
_POINT = r"[、.．,，:：﹒·]"
_STYLES: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"(?P<number>第{_CHINESE}(?:部分|章|节))\s*{_POINT}?\s*")),
    # 一、二、三产业 is no numbering, nor is 一是
    ("chinese", re.compile(rf"(?P<number>{_CHINESE})\s*{_POINT}\s*(?!{_CHINESE}\s*、)")),
    ("chinese-in-brackets", re.compile(rf"(?P<number>[(（﹙〔]\s*{_CHINESE}\s*[)）﹚〕])\s*{_POINT}?\s*")),
    ("arabic", re.compile(rf"(?P<number>[0-9０-９]{{1,2}})\s*{_POINT}(?![0-9０-９])\s*")),
    ("arabic-in-brackets", re.compile(rf"(?P<number>[(（]?\s*[0-9０-９]{{1,2}}\s*[)）])\s*{_POINT}?\s*")),
)
_SENTENCE_END = re.compile(r"[。；;！？!?]")
_COLON = re.compile(r"[:：]")
_ANY_END = re.compile(r"[。；;，,：:！？!?\s]")
_ROW_TAIL = re.compile(r"(?:\t|\s(?:条|件|次|个|人|人次|篇|万元|元|—+|-+)(?:\s*[\d.]+)?$|数\s*\d+$)")

_COUNT_END = re.compile(r"\d\s*(?:余|多)?(?:条|件|次|篇|份|项|个|人次|人|元|万元|期|%|％)$")
"""An item that ends in a count (1.机构职能类3条) states something; it heads nothing."""
_WHOLE_SENTENCE = re.compile(r"[^。；;！？!?]*[，,][^。；;！？!?]*[。；;！？!?]\s*$")
"""An item that is one sentence of several clauses (1、乡镇农技站人员少，资料归档不及时。) heads nothing either."""
_LONGEST = 40
"""Characters of a heading; what is longer up to its first stop is a numbered paragraph."""
_LONGEST_LABEL = 20
"""Characters of a heading that ends at a colon (1、主动公开信息总数:2012年,我局…)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading read from a line. `number` is as printed without the point behind it."""

    style: Style
    number: str | None
    text: str


def read_heading(line: str) -> Heading | None:
    """The heading a paragraph is or begins with; None for running text, enumerations (一是…) and rows of a table that
    was flattened to text. The text may run on behind the heading: it ends at the first full stop (or at a colon)."""
    stripped = line.strip()
    for style, pattern in _STYLES:
        if match := pattern.match(stripped):
            rest = stripped[match.end() :]
            if _ROW_TAIL.search(stripped) or not (text := _heading_text(rest, style)):
                return None
            return Heading(style, "".join(match["number"].split()), text)
    if stands_alone(stripped):
        return Heading("plain", None, stripped.rstrip("：:"))
    return None


def _heading_text(rest: str, style: Style) -> str | None:
    """The words of the heading that `rest`, what stands behind its number, is or begins with."""
    sentence = _SENTENCE_END.split(rest, maxsplit=1)[0].strip()
    if style not in TOP_STYLES and _COUNT_END.search(sentence):
        return None
    words = sentence.split(maxsplit=1)
    if len(words) > 1 and len(words[0]) <= _LONGEST_LABEL and len(rest) > _LONGEST_LABEL and meaning_of(words[0]):
        return words[0]
    label = _COLON.split(sentence, maxsplit=1)[0].strip()
    if label and label != sentence and len(label) <= _LONGEST_LABEL:
        return label
    if style not in TOP_STYLES and _WHOLE_SENTENCE.match(rest):
        return None
    if len(sentence) <= _LONGEST:
        return sentence.rstrip("：:") or None
    first = _ANY_END.split(rest, maxsplit=1)[0].strip()
    # Top numbers head a section even where the text runs on at once; lower ones number items of a list.
    return first if style in TOP_STYLES and 0 < len(first) <= _LONGEST else None
