"""Slips of the authors: dates that no calendar has, words of the template left in.

Real reports print 2024月1日1 and 202024年12月31日 in the sentence on their period, periods that end before they begin,
and instructions to the one who fills in the template (该部分由各单位结合实际填写). Nothing is put right; a finding
tells where they stand.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from govreports.model.finding import Finding, Span
from govreports.model.report import Covers
from govreports.parsing.numbers import fold

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?(?!\d)")
_DAY = r"(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)"
_MISPRINTED = re.compile(
    r"(?<![\d.,，])(?:19|20)\d\d\s*月\s*\d{1,2}\s*日?(?:\s*\d(?!\d*[年月.、]))?"  # 2024月1日1
    rf"|(?<![\d.,，第])20\d{{3,4}}\s*年(?=度|[底末]|{_DAY}){_DAY}?"  # 202024年12月31日
    rf"|(?<!\d)2[1-9]\d\d\s*年(?=度|{_DAY}){_DAY}?"  # 2204年度
)

_BLANKS = r"[XxＸｘ×*＊]"
_INSTRUCTS = (
    r"(?:单位|部门|实际|情况|如实|据实)[^()（）\n]{0,16}填写|填写(?:说明|要求)|填报说明|字数(?:不少于|控制|要求)"
    r"|(?:不少于|不超过|控制在)\d+字|\d+字(?:左右|以内|以上)|请(?:删除|替换|补充|填写|填入)"
)
_TEMPLATE = re.compile(
    rf"[(（【\[][^()（）【】\[\]\n]{{0,60}}?(?:{_INSTRUCTS})[^()（）【】\[\]\n]{{0,60}}[)）】\]]"
    r"|[该本此](?:部分|栏|项)(?:内容)?(?:应当?|需要?|请|要求)?"
    r"(?:由各?(?:单位|部门)[^。\n]{0,20}填写|以表格形式报告|结合实际[^。\n]{0,10}填写)[^。\n]{0,40}[。:：]?"
    r"|[(（](?:单位|行政机关|机关|部门)(?:全称|名称)[)）]"
    r"|[此这](?:处|里)请?(?:填写|插入|填入)[^。\n]{0,40}"
    rf"|(?<![A-Za-z\dＸｘ×*＊]){_BLANKS}{{2,}}+(?=年|条|件|人次|万元|元)|20{_BLANKS}{{2}}年"
    r"|(?<![_＿])[_＿]{3,}+\s*+(?=[年条件人次元])"
)


def slip_findings(text: str, covers: Covers | None, damage: Iterable[Finding]) -> tuple[Finding, ...]:
    """`impossible-date` and `template-text` of a report's text, each with every place as its evidence. What `damage`
    already tells of the page, digits that lost what stood between them, is no slip."""
    lost = [span for finding in damage for span in finding.evidence]
    found = (_impossible(text, covers, lost), _template(text))
    return tuple(finding for finding in found if finding)


def _impossible(text: str, covers: Covers | None, lost: Sequence[Span]) -> Finding | None:
    spans = [span for span in _impossible_days(text) if not any(_overlap(span, other) for other in lost)]
    told = [text[span.start : span.end] for span in spans]
    if covers and covers.first_day and covers.last_day and covers.last_day < covers.first_day:
        spans.append(covers.evidence)
        told.append(f"{covers.first_day} to {covers.last_day}, which ends before it begins")
    if not spans:
        return None
    return Finding("impossible-date", "warning", f"No calendar has {'; '.join(told)}.", evidence=tuple(spans))


def _impossible_days(text: str) -> Iterator[Span]:
    folded = fold(text)
    matches = [match for match in _DATE.finditer(folded) if not _exists(match)]
    matches += _MISPRINTED.finditer(folded)
    yield from sorted((Span(match.start(), match.end()) for match in matches), key=lambda span: span.start)


def _exists(match: re.Match[str]) -> bool:
    try:
        date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _template(text: str) -> Finding | None:
    matches = list(_TEMPLATE.finditer(text))
    if not matches:
        return None
    message = f"Words of the template were left in: {'; '.join(match[0].strip() for match in matches[:3])}."
    return Finding("template-text", "warning", message, evidence=tuple(Span(m.start(), m.end()) for m in matches))
