"""Numbers in prose: which indicator each states, for which period and scope."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from govreports.model.report import Candidate, Period, Scope
from govreports.parsing.headlines.carrying import carried, told_by_heading
from govreports.parsing.headlines.channels import channel
from govreports.parsing.headlines.contexts import Context, read_contexts
from govreports.parsing.headlines.doubts import doubt, goes_on_from_requests
from govreports.parsing.headlines.periods import read_period
from govreports.parsing.headlines.reading import Reading
from govreports.parsing.headlines.rule import Rule
from govreports.parsing.headlines.rules import RULES
from govreports.parsing.headlines.sentences import Sentence
from govreports.parsing.headlines.statement import Found, Statement
from govreports.parsing.headlines.wording import PROCESSING_FEE

_COMPARED = re.compile(
    r"(?:比|较|(?:与|同)(?=期|上|去|往|前|\d))(?:上年|去年|上一年|往年|前年|\d{4}年)?[^#,]{0,8}"
    r"(?:增|减|多|少|上升|下降|提高|的)[^#,]*#|(?:同比|环比)[^#,]*#|(?:增加|增长|减少|下降|多出)了?#"
)
_CARRIED_FROM = re.compile(r"(\d{4})年(?:度|末|底)*结转[^,]*$")
_CARRIED_TO = re.compile(r"(?:结转|转入|转至|转到|顺延|留待)(?:至|到)?(\d{4})年[^,]*$")
_AVERAGE = re.compile(r"[日月周季年人户]均|平均|每(?:[天日月周季人户个名]|工作日)[^,]{0,12}$")
_EXTREME = re.compile(r"最(?:多|少|高|低)[^,]*$")
_MISTAKEN = re.compile(r"原(?:文|稿|报告|件)?(?:误|错|为|系|写|登)|误(?:写|报|作|登|为)|更正前")
_REFERRED = re.compile(r"[^,]{0,4}(?:[中里]|之中|当中)(?:,|$)")  # 不予公开的6件中,3件…: the six were stated before
_PLANNED = re.compile(
    r"(?<![按规])计划(?!总结|、)|力争|争取|目标|拟|将(?:新增|公开|发布)|不少于|要求(?=各|每|所属|下属|部门|单位)|确保|预计"
)
_COUNTED_TOGETHER = (
    frozenset({"reviews", "litigation", "appeals", "complaints"}),
    frozenset({"staff.full_time", "staff.part_time"}),
)
_ALL_GRANTED = re.compile(r"(?:已)?(?:均|全部|都)(?:已|按规定|按时|依法|按期)*(?:予以|同意)?公开[,;。]?$")
_RECEIVED = re.compile(r"收到|接到|接收|收悉")


def read_figures(reading: Reading, last: Statement | None) -> Iterator[Found]:
    """Statements and candidates of the numbers of a sentence. `last` is the last statement before it."""
    found: list[Found] = []
    for context in read_contexts(reading.sentence):
        for item in _read(context, reading, last):
            if isinstance(item, Statement) and (item.period != "other" or last is None):
                last = item
            found.append(item)
    yield from _parts_of_totals(found)


def _read(context: Context, reading: Reading, last: Statement | None) -> Iterator[Found]:
    sentence, at = reading.sentence, context.quantity.start
    clause = sentence.clauses[context.clause]
    goes_on = carried(context, last, reading) if last else None
    if goes_on and goes_on.how == "compared":
        scope = reading.scope(context.clause, 0)
        yield _statement(None, goes_on.indicator, context, sentence, "other", scope, True)
        return
    if any(pattern.search(clause.folded[:at]) for pattern in (_AVERAGE, _PLANNED, _MISTAKEN, _EXTREME)):
        return
    if _REFERRED.match(context.after) or _COMPARED.search(context.text):
        return
    part = clause.part or context.before.lstrip(",;:、").startswith("其中")
    rules = _stated(context, sentence, last)
    of_last = not rules or rules[0].indicator in ("disclosed", last.indicator if last else None)
    in_stock = part and of_last and last is not None and last.period == "cumulative"
    period = _period(context, reading, in_stock)
    scope = reading.scope(context.clause, at)
    if last and last.period != period:
        part = False  # 其中 with a time of its own is a figure of its own
    if not rules and last and goes_on:
        is_part = goes_on.how in ("body", "channel")
        when = last.period if is_part and period == "year" else period
        statement = _statement(None, goes_on.indicator, context, sentence, when, goes_on.scope or scope, is_part)
        yield replace(statement, total=goes_on.how == "total")
    elif not rules and (told := told_by_heading(context, sentence, reading.unit)):
        yield _statement(None, told, context, sentence, period, scope, part)
    several = len(rules) > 1
    for rule in rules:
        if reason := doubt(rule, context, reading, several, last) or reading.stranger(context.clause, at):
            if not part:
                yield _candidate(rule, reason, context, sentence)
        elif indicator := _refined(rule.indicator, sentence, context, part):
            if part and last and last.indicator == "requests.received" and last.scope != scope:
                indicator = last.indicator if indicator == "requests.accepted" else indicator
            whose = reading.owner(context.clause, at) if indicator == "website.visits" else scope
            statement = _statement(rule, indicator, context, sentence, period, whose, part)
            yield statement
            if rule.indicator == "requests.received" and (all_granted := _all_granted(statement, context, sentence)):
                yield all_granted


def _period(context: Context, reading: Reading, part_of_cumulative: bool) -> Period:
    """The period of a number; what is carried over from the year before, or to the next, is of the
    year."""
    year = reading.year
    if context.year is not None:
        return "year" if context.year == year else "other"
    for pattern, other in ((_CARRIED_FROM, -1), (_CARRIED_TO, 1)):
        if year is not None and (named := pattern.search(context.before)) and int(named[1]) == year + other:
            return "year"
    clauses, at = reading.sentence.clauses, context.quantity.start
    return read_period(clauses, context.clause, at, year, part_of_cumulative=part_of_cumulative)


def _stated(context: Context, sentence: Sentence, last: Statement | None) -> list[Rule]:
    """The rule a number falls under; several only where one number may count several things of a kind."""
    after_requests = goes_on_from_requests(sentence, last)
    whole = sentence.folded
    rules = [
        rule
        for rule in RULES
        if _states(rule, context)
        and (after_requests or not rule.after_requests)
        and (rule.among is None or rule.among.search(whole))
    ]
    kind = next((kind for kind in _COUNTED_TOGETHER if rules and rules[0].indicator in kind), frozenset())
    return [rule for rule in rules if rule.indicator in kind] or rules[:1]


def _states(rule: Rule, context: Context) -> bool:
    if context.quantity.measure not in rule.measures:
        return False
    if rule.never and rule.never.search(context.text):
        return False
    return any(pattern.search(context.text) for pattern in rule.states)


def _all_granted(received: Statement, context: Context, sentence: Sentence) -> Statement | None:
    """`收到申请5件,全部予以公开`: every request received was granted."""
    following = sentence.clauses[context.clause + 1 : context.clause + 2]
    if not following or not _ALL_GRANTED.match(following[0].folded):
        return None
    start, end = sentence.trimmed(received.start, following[0].end)
    return replace(received, indicator="requests.granted", start=start, end=end, quote=sentence.quote(start, end))


def _refined(indicator: str, sentence: Sentence, context: Context, part: bool) -> str | None:
    if indicator == "disclosed":
        return channel(sentence, context, part)
    if indicator == "fees" and PROCESSING_FEE in f"{sentence.label}{sentence.heading}":
        return "fees.processing"
    if indicator == "requests.received" and "受理" in context.text and not _RECEIVED.search(context.text):
        return "requests.accepted"
    return indicator


def _parts_of_totals(found: Sequence[Found]) -> list[Found]:
    """What a sum at the end of the sentence takes together are parts of it; a sum over several bodies is the area's."""
    statements = [item for item in found if isinstance(item, Statement)]
    summed = {item.indicator for item in statements if item.total}
    scopes = {
        indicator: {s.scope for s in statements if s.indicator == indicator and not s.total} for indicator in summed
    }
    done: list[Found] = []
    for item in found:
        if isinstance(item, Statement) and item.indicator in summed:
            if not item.total:
                item = replace(item, part=True)
            elif len(scopes[item.indicator]) > 1:
                item = replace(item, scope="area")
        done.append(item)
    return done


def _statement(
    rule: Rule | None, indicator: str, context: Context, sentence: Sentence, period: Period, scope: Scope, part: bool
) -> Statement:
    quantity = context.quantity
    start, end = _quoted(rule, context, sentence)
    return Statement(
        indicator=indicator,
        value=quantity.value,
        measure=quantity.measure,
        as_stated=quantity.as_stated,
        qualifier=quantity.qualifier,
        stated="number",
        period=period,
        scope=scope,
        start=start,
        end=end,
        quote=sentence.quote(start, end),
        part=part,
        cumulative="累计" in context.before,
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
