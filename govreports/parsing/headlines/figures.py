"""Numbers in prose: which indicator each states, for which period and scope."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from govreports.model.report import Candidate, Period, Scope
from govreports.parsing.headlines.periods import read_period, read_time
from govreports.parsing.headlines.rules import RULES, Rule
from govreports.parsing.headlines.scopes import read_scope, read_subject, scope_of
from govreports.parsing.headlines.sentences import Sentence
from govreports.parsing.headlines.statement import Found, Statement
from govreports.parsing.numbers import Quantity

_COMPARED = re.compile(
    r"(?:比|较|(?:与|同)(?=期|上|去|往|前|\d))(?:上年|去年|上一年|往年|前年|\d{4}年)?[^#,]{0,8}(?:增|减|多|少|上升|下降|提高|的)[^#,]*#|同比[^#,]*#|环比[^#,]*#|"
    r"(?:增加|增长|减少|下降|多出)了?#"
)
_REFERRED = re.compile(r"[^,]{0,4}(?:[中里]|之中|当中)(?:,|$)")  # 不予公开的6件中,3件…: the six were stated before
_DISOWNED = re.compile(
    r"与[^,。]{0,10}公开[^,。]{0,4}无关|(?:不涉及|不属于(?!本)|不是|并非)[^,。]{0,8}(?:信息|政务)公开"
)
_PLANNED = re.compile(r"计划|力争|争取|目标|拟|将(?:新增|公开|发布)|不少于|要求|确保|预计")
_REMEDIES = frozenset({"reviews", "litigation", "appeals", "complaints"})
_EACH = re.compile(r"(?:各|均|都|分别)[^#]{0,6}#")
_INHERITABLE = frozenset({"disclosed", "disclosed.website", "requests.received"})
_GOES_ON = re.compile(
    r"^(?:\d{4}年度?|本年度?|全年|当年|今年|新增|累计|共|总|主动|公开|发布|公布|更新|收到|受理|接到|政府信息|信息|各|分别|约|近|超过|达到?|有|为|了|、|,)*$"
)
_RECEIVED = re.compile(r"收到|接到|接收|收悉")
_CHANNELS = {
    "disclosed.website": re.compile(r"网站|网(?:上|页)|门户|官网|信息网|政务网|公开网"),
    "disclosed.gazette": re.compile(r"公报"),
    None: re.compile(
        r"公开栏|公示栏|宣传栏|橱窗|报纸|报刊|电视|广播|查阅|档案馆|图书馆|微博|微信(?:公众号)?|公众号|客户端|触摸屏|电子屏|显示屏|新闻媒体|新闻发布|"
        r"等(?:多种|各种|多|渠道|形式|方式|途径|载体|平台)|多种(?:渠道|形式|方式|途径)"
    ),
}
"""The channels a sentence may name; the headline indicators know two of them."""
_WHOLE = re.compile(
    r"信息总数|信息总量|总数|总量|各类公开主体|信息公开(?:专栏|专网|目录|平台|网|系统|发布平台)|公开平台|公开专栏|信息公开(?:信息)?网"
)


@dataclass(frozen=True, slots=True)
class Context:
    """The words around one number of a sentence: `before` from the figure before or the start of the semicolon group,
    `after` to the end of its clause."""

    clause: int
    quantity: Quantity
    before: str
    after: str

    @property
    def text(self) -> str:
        """The context as the rules match it: `#` stands for number and measure."""
        return f"{self.before}#{self.after}"


def read_figures(
    sentence: Sentence, earlier: Sequence[Sentence], last: Statement | None, year: int | None, unit: str | None
) -> Iterator[Found]:
    """Statements and candidates of the numbers of a sentence; `earlier` are those before it in its paragraph, `last` is
    the last statement they made."""
    for context in _contexts(sentence):
        found = list(_read(context, sentence, earlier, year, unit, last))
        yield from found
        statements = [item for item in found if isinstance(item, Statement)]
        if statements:
            last = statements[-1]


def _contexts(sentence: Sentence) -> Iterator[Context]:
    """Every number of a sentence with its words. The text before it runs on over commas, so that the verb of the clause
    before is in it."""
    before, group = "", 0
    for index, clause in enumerate(sentence.clauses):
        if clause.group != group:
            before, group = "", clause.group
        at = 0
        for n, quantity in enumerate(clause.quantities):
            before += clause.folded[at : quantity.start]
            ends = clause.quantities[n + 1].start if n + 1 < len(clause.quantities) else len(clause.folded)
            yield Context(index, quantity, before, clause.folded[quantity.end : ends].rstrip(",;:。.、"))
            before, at = "", quantity.end
        before += clause.folded[at:]


def _read(
    context: Context,
    sentence: Sentence,
    earlier: Sequence[Sentence],
    year: int | None,
    unit: str | None,
    last: Statement | None,
) -> Iterator[Found]:
    clause = sentence.clauses[context.clause]
    if (
        _REFERRED.match(context.after)
        or _COMPARED.search(context.text)
        or _PLANNED.search(clause.folded[: context.quantity.start])
    ):
        return
    part = clause.part or context.before.lstrip(",;:、").startswith("其中")
    rules = [rule for rule in RULES if _states(rule, context)]
    remedies = [rule for rule in rules if rule.indicator in _REMEDIES]
    several = len(remedies) > 1 and rules[0] in remedies
    chosen = remedies if several else rules[:1]
    scope = scope_of(sentence.clauses, context.clause, context.quantity.start, unit, [s.clauses for s in earlier])
    period = read_period(
        sentence.clauses,
        context.clause,
        context.quantity.start,
        year,
        part_of_cumulative=part and last is not None and last.period == "cumulative",
    )
    part = part and not (
        last is not None and last.period != period
    )  # 其中 with a time of its own is a figure of its own
    if not chosen and last is not None and (kind := _inherits(context, last, unit)):
        of_last = last.period if kind == "body" and period == "year" else period
        yield _statement(None, last.indicator, context, sentence, of_last, scope, kind == "body")
    for rule in chosen:
        if reason := _doubt(rule, context, sentence, several, scope == "unclear"):
            if not part:
                yield _candidate(rule, reason, context, sentence)
        elif indicator := _refined(rule.indicator, sentence, context):
            yield _statement(rule, indicator, context, sentence, period, scope, part)


def _states(rule: Rule, context: Context) -> bool:
    if context.quantity.measure not in rule.measures:
        return False
    if rule.never and rule.never.search(context.text):
        return False
    return any(pattern.search(context.text) for pattern in rule.states)


def _doubt(rule: Rule, context: Context, sentence: Sentence, several: bool, other_organ: bool) -> str | None:
    if rule.near and not rule.near.search(sentence.about):
        return "nothing near it speaks of disclosure"
    if rule.elsewhere and (match := rule.elsewhere.search(sentence.folded)):
        return f"may count something else ({match.group()})"
    if match := _DISOWNED.search(sentence.folded):
        return f"the text says it is not about disclosure ({match.group()})"
    if rule.doubtful and (match := rule.doubtful.search(sentence.clauses[context.clause].folded)):
        return f"may count something else ({match.group()})"
    if several and context.quantity.value and not _EACH.search(context.text):
        return "one figure for several quantities"
    if other_organ:
        return "names another organ"
    return None


def _inherits(context: Context, last: Statement, unit: str | None) -> Literal["body", "time"] | None:
    """Whether a number goes on counting what the last one counted: for bodies (`其中市直单位1375条,县区单位公开4189条`)
    or for a time (`其中2013年新增235条`) that stand alone before it."""
    if last.indicator not in _INHERITABLE or last.measure != context.quantity.measure or context.after.strip(")"):
        return None
    words = context.before.strip(",;:、( ").removeprefix("其中").strip(",;:、 ")
    subject = read_subject(words)
    if subject and read_scope(subject, unit) in ("own", "own_and_departments", "subordinate"):
        return "body" if _GOES_ON.match(words.partition(subject)[2]) else None
    timed = "累计" in words or read_time(words).says_anything
    return "time" if not subject and timed and _GOES_ON.match(words) else None


def _refined(indicator: str, sentence: Sentence, context: Context) -> str | None:
    if indicator == "disclosed":
        return _channel(sentence, context)
    if indicator == "requests.received" and "受理" in context.text and not _RECEIVED.search(context.text):
        return "requests.accepted"
    return indicator


def _channel(sentence: Sentence, context: Context) -> str | None:
    """disclosed where a sentence gives the whole disclosure, or names several channels or none; else the one channel it
    names, None for one that is no headline."""
    words = context.before + context.after
    if _WHOLE.search(sentence.label) or _WHOLE.search(words):
        return "disclosed"
    named = [indicator for indicator, pattern in _CHANNELS.items() for _ in set(pattern.findall(words))]
    one_kind = len(set(named)) == 1 and (named[0] is not None or len(named) == 1)
    return named[0] if one_kind else "disclosed"


def _statement(
    rule: Rule | None, indicator: str, context: Context, sentence: Sentence, period: Period, scope: Scope, part: bool
) -> Statement:
    quantity = context.quantity
    start, end = _quoted(rule, context, sentence)
    return Statement(
        indicator,
        quantity.value,
        quantity.measure,
        quantity.as_stated,
        quantity.qualifier,
        "number",
        period,
        scope,
        part,
        "累计" in context.before,
        start,
        end,
        sentence.quote(start, end),
    )


def _candidate(rule: Rule, reason: str, context: Context, sentence: Sentence) -> Candidate:
    start, end = _quoted(rule, context, sentence)
    return Candidate(rule.indicator, reason, start, end, sentence.quote(start, end))


def _quoted(rule: Rule | None, context: Context, sentence: Sentence) -> tuple[int, int]:
    """From the clause where the words begin that name the quantity to the end of the number's clause."""
    clause = sentence.clauses[context.clause]
    begins = clause.start + context.quantity.start
    matches = (pattern.search(context.text) for pattern in rule.states) if rule else ()
    match = next((match for match in matches if match), None)
    if match and match.start() < len(context.before):
        begins -= len(context.before) - match.start()
    first = next(c for c in sentence.clauses if c.end > begins)
    return sentence.trimmed(first.start, clause.end)
