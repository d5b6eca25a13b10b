"""Zeros said in words: 未收到…申请, 没有发生…复议和诉讼, 均未收费, a bare 无 under a heading that names the quantity.

One zero clause may cover several quantities, and a heading may list them. A rule for the future or for others
(不得收取, 应当, 杜绝) states nothing.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from govreports.model.report import Candidate
from govreports.parsing.headlines.periods import read_period
from govreports.parsing.headlines.reading import Reading
from govreports.parsing.headlines.scopes import read_scope, read_subject
from govreports.parsing.headlines.sentences import Clause, Sentence
from govreports.parsing.headlines.statement import Found, Statement
from govreports.parsing.headlines.topics import topics_of
from govreports.parsing.headlines.wording import ABOUT_DISCLOSURE, OF_BODIES_BELOW, OTHER_BUSINESS, PROCESSING_FEE

_NEGATION = re.compile(
    r"(?:尚|从|暂|均|都|并)?未(?![经予按])(?:曾|有|能|实际)?(?:收到|接到|接收到?|受理|发生|产生|出现|引发|提起|收取|涉及|实行|开展|进行|接获|收)?(?:过|任何)?"
    r"|(?:均|都|并)?没有?(?:收到|接到|接收到?|发生|产生|出现|受理|收取|引发|提起|涉及)?(?:过|任何)?"
    r"|(?<!信息)(?<!资料)不存在|暂?不(?=收费|收取)|(?:均|都|全部)?(?:为|是)(?:零|0)(?![\d.])|零(?=申请|投诉|复议|诉讼|举报|收费)"
    r"|(?<![毫有])(?:均|都|暂|亦|也)?无(?![偿关法障缝误论线效疑密权锡为需须故]|正当|理由)"
)
_NORMATIVE = re.compile(
    r"不得|应当|必须|应该|如果|凡是|凡|杜绝|防止|避免|确保|力争|努力|争取|做到|要求|一律|依法可|将|[如若]$"
)
_BY_RULE = re.compile(r"按照?规定")
"""按规定不收费 tells the rule, 按规定未收取费用 what was done."""
_FREE = re.compile(r"(?:全部|均|都|一律|实行)(?:是|予以|给予)?(?:免费|无偿)")
_EMPTY_OBJECT = re.compile(
    r"^(?:此|该|这|上述|相关|有关|任何|一|类|起|件|例|项|的|等|情况|情形|案件|事项|现象|事件|发生|出现|[\s,;:。.、])*$"
)
_CONTINUES = re.compile(
    r"^[\s,、]*(?:也|亦|和|及|以及|或)?(?:被?提起)?(?:的)?(?:行政)?(?:复议|诉讼|申诉|投诉|举报)[^收没未无零0-9]*$"
)

_CARRIED = re.compile(r"(?:的)?(?:结转|遗留)(?!(?:至|到)?(?:下|次))")
_FROM_LAST_YEAR = re.compile(r"上(?:一)?年(?:度|末|底)*$")
_ON_REQUESTS = re.compile(ABOUT_DISCLOSURE + "|申请")
_NEAR = {
    "requests.received": re.compile(
        ABOUT_DISCLOSURE
        + "|(?:收到|接到)(?:过|任何|书面|公民|法人|[或和及]|者|其[他它]|组织|群众|的|、)*申请|申请、[^。]*复议"
    ),
    "requests.carried_in": _ON_REQUESTS,
    "requests.carried_out": _ON_REQUESTS,
    "fees.processing": re.compile(""),
    "complaints": re.compile(ABOUT_DISCLOSURE + r"|复议[^。]*诉讼"),
    "staff.full_time": re.compile(""),
    "fees": re.compile(
        ""
    ),  # what is said not to have been charged in a report on disclosure is charged for nothing else
}
_NEAR_REMEDIES = re.compile(ABOUT_DISCLOSURE + r"|复议|诉讼")
_DOUBTFUL = {
    "reviews": re.compile(OF_BODIES_BELOW),
    "requests.received": re.compile(OTHER_BUSINESS),
    "complaints": re.compile(OTHER_BUSINESS + r"|政风|行风|服务对象|效能|作风|违纪"),
    "fees": re.compile(OTHER_BUSINESS + r"|办证|培训|违规收费|乱收费"),
}
_TIME = re.compile(
    r"(?:截[至止]到?)?(?:\d{4}年)?(?:度|底|末|以来|内|1?\d月\d{1,2}日)?|本年度?|全年|今年|目前|暂时|数量|件数|总数|各项|也|均|都|尚|仍"
)
_BARE = re.compile(r"^[\s:：]*(无|没有|暂无|本年度?无|无此类?(?:情况|事项)|无相关情况|未发生|零)[\s。.;；]*$")


def read_zeros(reading: Reading) -> Iterator[Found]:
    """Statements of zero, and candidates, of the negations of a sentence."""
    sentence = reading.sentence
    if bare := _BARE.match("".join(c.text for c in sentence.clauses)):
        yield from _bare(sentence, bare)
        return
    charged = False
    for index, clause in enumerate(sentence.clauses):
        for negation in _NEGATION.finditer(clause.folded):
            before = clause.folded[: negation.start()]
            by_rule = negation.group().startswith("不") and _BY_RULE.search(before)
            if not negation.group() or by_rule or _NORMATIVE.search(before):
                continue
            first, last, topics = _objects(sentence, index, negation)
            charged |= "fees" in topics
            if PROCESSING_FEE in f"{sentence.label}{sentence.heading}":
                topics = ["fees.processing" if topic == "fees" else topic for topic in topics]
            for indicator in topics:
                yield _zero(indicator, reading, (first, index, last), negation)
            if topics:
                break
    if not charged and "fees" in topics_of(sentence.label or sentence.heading):
        yield from _free(reading)


def _free(reading: Reading) -> Iterator[Found]:
    """Under a heading on fees, 一律免费 says that none were charged."""
    for index, clause in enumerate(reading.sentence.clauses):
        if free := _FREE.search(clause.folded):
            yield _zero("fees", reading, (index, index, index), free)
            return


def _objects(sentence: Sentence, index: int, negation: re.Match[str]) -> tuple[int, int, list[str]]:
    """First and last clause that a negation takes its objects from, and the indicators they name."""
    clauses, clause = sentence.clauses, sentence.clauses[index]
    behind = clause.folded[negation.end() :]
    last = index
    if topics := topics_of(_direction(clause.folded[: negation.start()], behind) + behind):
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


def _direction(before: str, behind: str) -> str:
    """The year that 结转 behind a negation comes from, where it stands in front (上年度没有结转申请)."""
    return "上年" if _CARRIED.match(behind) and _FROM_LAST_YEAR.search(before) else ""


def _names_only_whom(words: str) -> bool:
    """Whether nothing but a time and a subject stands before a negation, so that the heading tells what it denies."""
    if not _TIME.sub("", words).strip(" ,;:、。"):
        return True
    subject = read_subject(words)
    rest = _TIME.sub("", words.partition(subject)[0] + words.partition(subject)[2] if subject else words)
    return (not subject or read_scope(subject, None) is not None) and not rest.strip(" ,;:、。")


def _goes_on(clause: Clause) -> bool:
    return not clause.quantities and bool(_CONTINUES.match(clause.folded))


def _zero(indicator: str, reading: Reading, span: tuple[int, int, int], negation: re.Match[str]) -> Found:
    """The zero of one indicator. `span`: the first clause it speaks in, the negation's, the last."""
    first, at, last = span
    sentence, clauses = reading.sentence, reading.sentence.clauses
    start, end = sentence.trimmed(clauses[first].start, clauses[last].end)
    stretch = "".join(clause.folded for clause in clauses[first : last + 1])
    if reason := _doubt(indicator, sentence, stretch) or reading.stranger(at, negation.start()):
        return Candidate(indicator, reason, start, end, sentence.quote(start, end))
    period = read_period(clauses, at, negation.start(), reading.year)
    return Statement(
        indicator=indicator,
        value=Decimal(0),
        measure=_measure(indicator),
        as_stated=sentence.quote(clauses[at].start + negation.start(), clauses[at].start + negation.end()),
        qualifier="exact",
        stated="words",
        # What a year did not take over from the one before is of that year, too.
        period="year" if period in ("unclear", "cumulative") or indicator == "requests.carried_in" else period,
        scope=reading.scope(at, negation.start()),
        start=start,
        end=end,
        quote=sentence.quote(start, end),
    )


def _doubt(indicator: str, sentence: Sentence, stretch: str) -> str | None:
    near, doubtful = _NEAR.get(indicator, _NEAR_REMEDIES), _DOUBTFUL.get(indicator)
    if not near.search(sentence.about):
        return "nothing near it speaks of disclosure"
    if doubtful and (match := doubtful.search(stretch)):
        return f"may count something else ({match.group()})"
    return None


def _bare(sentence: Sentence, bare: re.Match[str]) -> Iterator[Statement]:
    for indicator in topics_of(sentence.label) or topics_of(sentence.heading):
        yield Statement(
            indicator=indicator,
            value=Decimal(0),
            measure=_measure(indicator),
            as_stated=bare.group(1),
            qualifier="exact",
            stated="words",
            period="year",
            scope="own",
            start=sentence.start + bare.start(1),
            end=sentence.start + bare.end(1),
            quote=bare.group(1),
        )


def _measure(indicator: str) -> str:
    return {"fees": "元", "fees.processing": "元", "staff.full_time": "人"}.get(indicator, "件")
