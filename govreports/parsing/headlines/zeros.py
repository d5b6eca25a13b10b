"""Zeros said in words: 未收到…申请, 没有发生…复议和诉讼, 均未收费, a bare 无 under a heading that names the quantity.

One zero clause may cover several quantities, and a heading may list them. A rule for the future or for others
(不得收取, 应当, 杜绝) states nothing.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govreports.model.report import Candidate
from govreports.parsing.headlines.periods import read_period
from govreports.parsing.headlines.rules import ABOUT_DISCLOSURE, OTHER_BUSINESS
from govreports.parsing.headlines.scopes import read_scope, read_subject, scope_of
from govreports.parsing.headlines.sentences import Clause, Sentence
from govreports.parsing.headlines.statement import Found, Statement

_NEGATION = re.compile(
    r"(?:尚|从|暂|均|都|并)?未(?:曾|有|能|实际)?(?:收到|接到|接收到?|受理|发生|产生|出现|引发|提起|收取|涉及|实行|开展|进行|接获|收)?(?:过|任何)?"
    r"|(?:均|都|并)?没有?(?:收到|接到|接收到?|发生|产生|出现|受理|收取|引发|提起|涉及)?(?:过|任何)?"
    r"|(?<!信息)(?<!资料)不存在|暂?不(?=收费|收取)|(?:均|都|全部)?(?:为|是)(?:零|0)(?![\d.])|零(?=申请|投诉|复议|诉讼|举报|收费)"
    r"|(?<![毫有])(?:均|都|暂|亦|也)?无(?![偿关法障缝误论线效疑密权锡为需须故]|正当|理由)"
)
_NORMATIVE = re.compile(
    r"不得|应当|必须|应该|如果|凡是|凡|杜绝|防止|避免|确保|力争|努力|争取|做到|要求|一律|按照?规定|依法可|将"
)
_EMPTY_OBJECT = re.compile(
    r"^(?:此|该|这|上述|相关|有关|任何|一|类|起|件|例|项|的|等|情况|情形|案件|事项|现象|事件|发生|出现|[\s,;:。.、])*$"
)
_CAUSE = re.compile(
    r"(?:因|由于|由|涉及到?|针对|关于|就|对于?|有关|与)[^,;。]*?(?=(?:被)?(?:提起|申请|引起|引发|发生)?(?:的)?(?:行政)?(?:复议|诉讼|申诉|投诉|举报))"
)
_ENUMERATED = re.compile(r"(?:申请|依申请公开)(?:件|事项|表)?(?:[、和及或与]|以及)")
_LEADS_ON = r"(?!(?:工作|方面|过程中?)?(?:而|所)?(?:被|引|产生|导致|发生|的?(?:行政)?(?:复议|诉讼|投诉|举报|申诉)))"
_CONTINUES = re.compile(
    r"^[\s,、]*(?:也|亦|和|及|以及|或)?(?:被?提起)?(?:的)?(?:行政)?(?:复议|诉讼|申诉|投诉|举报)[^收没未无零0-9]*$"
)

_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "requests.received",
        re.compile(
            rf"依申请公开{_LEADS_ON}|(?:公开|信息)(?:的)?(?:书面|任何|有效)?申请(?!人|条件|办法|表格|指南){_LEADS_ON}(?!行政|提起)"
            r"|申请公开(?:政府|相关)?信息|(?:公开|获取|提供)[^,、]{0,12}信息的(?:书面)?(?:申请|请求|要求)|信息的申请|^(?:任何|相关|有关|书面|形式的|一件|公民的?){0,3}申请(?:件|事项)?$"
        ),
    ),
    ("reviews", re.compile(r"复议")),
    ("litigation", re.compile(r"诉讼|应诉")),
    ("appeals", re.compile(r"(?<!投诉)申诉")),
    ("complaints", re.compile(r"投诉|举报")),
    ("fees", re.compile(r"收费|收取[^,]{0,16}费|费用|^费$|^取[^,]{0,12}费")),
)
_NEAR = {
    "requests.received": re.compile(ABOUT_DISCLOSURE),
    "complaints": re.compile(ABOUT_DISCLOSURE + r"|复议[^。]*诉讼"),
    "fees": re.compile(
        ""
    ),  # what is said not to have been charged in a report on disclosure is charged for nothing else
}
_NEAR_REMEDIES = re.compile(ABOUT_DISCLOSURE + r"|复议|诉讼")
_DOUBTFUL = {
    "complaints": re.compile(OTHER_BUSINESS + r"|政风|行风|服务对象|效能|作风|违纪"),
    "fees": re.compile(OTHER_BUSINESS + r"|办证|培训|违规收费|乱收费"),
}
_TIME = re.compile(
    r"(?:截[至止]到?)?(?:\d{4}年)?(?:度|底|末|以来|内|1?\d月\d{1,2}日)?|本年度?|全年|今年|目前|暂时|也|均|都|尚|仍"
)
_BARE = re.compile(r"^[\s:：]*(无|没有|暂无|本年度?无|无此类?(?:情况|事项)|无相关情况|未发生|零)[\s。.;；]*$")


def read_zeros(sentence: Sentence, earlier: Sequence[Sentence], year: int | None, unit: str | None) -> Iterator[Found]:
    """Statements of zero, and candidates, of the negations of a sentence."""
    if bare := _BARE.match("".join(c.text for c in sentence.clauses)):
        yield from _bare(sentence, bare, unit)
        return
    for index, clause in enumerate(sentence.clauses):
        for negation in _NEGATION.finditer(clause.folded):
            if not negation.group() or _NORMATIVE.search(clause.folded[: negation.start()]):
                continue
            first, last, topics = _objects(sentence, index, negation)
            for indicator in topics:
                yield _zero(indicator, sentence, earlier, (first, index, last), negation, year, unit)
            if topics:
                break


def _objects(sentence: Sentence, index: int, negation: re.Match[str]) -> tuple[int, int, list[str]]:
    """First and last clause that a negation takes its objects from, and the indicators they name."""
    clauses, clause = sentence.clauses, sentence.clauses[index]
    behind = clause.folded[negation.end() :]
    last = index
    if topics := topics_of(behind):
        while last + 1 < len(clauses) and clauses[last + 1].group == clause.group and _goes_on(clauses[last + 1]):
            last += 1
            topics += [t for t in topics_of(clauses[last].folded) if t not in topics]
        return index, last, topics
    if not _EMPTY_OBJECT.match(behind):
        return index, index, []
    if topics := topics_of(clause.folded[: negation.start()]):
        return index, index, topics
    first = index
    while first > 0 and clauses[first - 1].group == clause.group and not clauses[first - 1].quantities:
        first -= 1
        if _NEGATION.search(clauses[first].folded):
            break
        if topics := topics_of(clauses[first].folded):
            return first, index, topics
    if not _names_only_whom(clause.folded[: negation.start()]):
        return index, index, []
    return index, index, topics_of(sentence.label) or topics_of(sentence.heading)


def _names_only_whom(words: str) -> bool:
    """Whether nothing but a time and a subject stands before a negation, so that the heading tells what it denies."""
    subject = read_subject(words)
    rest = _TIME.sub("", words.partition(subject)[0] + words.partition(subject)[2] if subject else words)
    return (not subject or read_scope(subject, None) is not None) and not rest.strip(" ,;:、。")


def _goes_on(clause: Clause) -> bool:
    return not clause.quantities and bool(_CONTINUES.match(clause.folded))


def topics_of(words: str) -> list[str]:
    """Indicators that some words name as things that may happen, be received or be charged."""
    cause = _CAUSE.search(words)
    if cause and not _ENUMERATED.search(cause.group()):
        words = words[: cause.start()] + words[cause.end() :]
    words = words.strip(" ,;:。.、")
    topics = [indicator for indicator, pattern in _TOPICS if pattern.search(words)]
    if "fees" in topics and "requests.received" in topics and not _ENUMERATED.search(words):
        topics.remove(
            "requests.received"
        )  # 未向申请公开政府信息的公民收取费用: the request is only whom it was charged for
    return topics


def _zero(
    indicator: str,
    sentence: Sentence,
    earlier: Sequence[Sentence],
    span: tuple[int, int, int],
    negation: re.Match[str],
    year: int | None,
    unit: str | None,
) -> Found:
    first, at, last = span
    clauses = sentence.clauses
    start, end = sentence.trimmed(clauses[first].start, clauses[last].end)
    scope = scope_of(clauses, at, negation.start(), unit, [s.clauses for s in earlier])
    stretch = "".join(clause.folded for clause in clauses[first : last + 1])
    near = _NEAR.get(indicator, _NEAR_REMEDIES)
    doubtful = _DOUBTFUL.get(indicator)
    reason = None
    if not near.search(sentence.about):
        reason = "nothing near it speaks of disclosure"
    elif doubtful and (match := doubtful.search(stretch)):
        reason = f"may count something else ({match.group()})"
    elif scope == "unclear":
        reason = "names another organ"
    if reason:
        return Candidate(indicator, reason, start, end, sentence.quote(start, end))
    period = read_period(clauses, at, negation.start(), year)
    stated = sentence.quote(clauses[at].start + negation.start(), clauses[at].start + negation.end())
    return Statement(
        indicator,
        Decimal(0),
        "元" if indicator == "fees" else "件",
        stated,
        "exact",
        "words",
        "year" if period in ("unclear", "cumulative") else period,
        scope,
        False,
        False,
        start,
        end,
        sentence.quote(start, end),
    )


def _bare(sentence: Sentence, bare: re.Match[str], unit: str | None) -> Iterator[Statement]:
    start, end = sentence.start + bare.start(1), sentence.start + bare.end(1)
    for indicator in topics_of(sentence.label) or topics_of(sentence.heading):
        measure = "元" if indicator == "fees" else "件"
        yield Statement(
            indicator,
            Decimal(0),
            measure,
            bare.group(1),
            "exact",
            "words",
            "year",
            "own",
            False,
            False,
            start,
            end,
            bare.group(1),
        )
