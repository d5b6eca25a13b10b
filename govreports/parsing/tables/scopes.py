"""Whose figures a table holds, where its caption or a sentence about its data says so."""

import re
from collections.abc import Iterator

from govreports.model.document import Document
from govreports.model.report import Scope
from govreports.parsing.headlines.scopes import read_scope
from govreports.parsing.numbers import fold

_ABOUT_DATA = re.compile(
    r"统计表|汇总表|情况表|(?:统计|表中|上述|以上|以下|下列|下述|本表|附表|汇总)[^。]{0,8}(?:数据|范围|口径|数字)"
    r"|(?:数据|统计)(?:的)?(?:范围|口径)"
)
_OF_ALL = re.compile(
    r"(?:(?:统计|数据)的?(?:范围|口径)|(?:统计|表中|附表|本?报告中?|所列|各项)的?数据|附表)"
    r"[^。\n]{0,30}?(?:为|是|包括|涵盖|包含|:)[^。\n]*"
)
_INCLUDED = re.compile(r"(?:含|包括|涵盖|包含)(?:了)?(?P<bodies>[^,。;:()\n]{2,20})")
_WHOLE = re.compile(r"全(?:省|市|县|区|州|盟|旗|镇|乡)(?:各级(?:行政机关|单位|部门)?|各?(?:部门|单位|乡镇|镇街))?")
_LINES = 2
"""Lines above a table that may speak of it: a caption and a measure, say."""
_LONGEST = 120
_PLUS: dict[Scope, Scope] = {"subordinate": "own_and_departments"}
"""Figures that include those of bodies below are the organ's with them."""


def table_scope(document: Document, start: int, end: int, unit: str | None) -> Scope | None:
    """The scope that the words around a table between two offsets give its figures; None where they say nothing.
    `unit` is the reporting organ's name."""
    for line in _lines(document.text, start, end):
        if _ABOUT_DATA.search(line) and (scope := _stated(line, unit)):
            return scope
    for match in _OF_ALL.finditer(fold(document.text)):
        if scope := _stated(match[0], unit):
            return scope
    return None


def _lines(text: str, start: int, end: int) -> Iterator[str]:
    """The lines that may speak of a table: its first, those above it, the one below; of a long one the last
    sentence."""
    above = text[:start].rstrip("\n").split("\n")[-_LINES:] if start else []
    below = text[end:].lstrip("\n").split("\n", 1)[:1]
    for line in (text[start:end].split("\n", 1)[0], *reversed(above), *below):
        folded = fold(line.strip())
        yield folded if len(folded) <= _LONGEST else folded.rstrip("。").rpartition("。")[2]


def _stated(line: str, unit: str | None) -> Scope | None:
    if match := _INCLUDED.search(line):
        scope = read_scope(match["bodies"], unit)
        if scope not in (None, "own", "unclear"):
            return _PLUS.get(scope, scope)
    if match := _WHOLE.search(line):
        return read_scope(match[0], unit)
    return None
