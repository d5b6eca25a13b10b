"""Why a figure that a rule states may still count something else."""

import re

from govreports.parsing.headlines.contexts import Context
from govreports.parsing.headlines.reading import Reading
from govreports.parsing.headlines.rule import Rule
from govreports.parsing.headlines.sentences import Sentence
from govreports.parsing.headlines.statement import Statement

_WITH_CARRIED_IN = re.compile(
    r"(?:新收|收到|受理|接收)[^,\d]{0,10}(?:和|及|与|、|加)[^,\d]{0,4}上(?:一)?年(?:度)?(?:结转|遗留)"
    r"|(?:含|包括|其中)[:,]?(?:有)?上(?:一)?年(?:度)?(?:结转|遗留)"
)
_NEWLY = re.compile(r"新收(?![和及与、])|新增")
_RESULTS = frozenset(f"requests.{name}" for name in ("concluded", "answered", "granted", "partial", "denied", "unable"))
_TENTHS = re.compile(r"[一二三四五六七八九\d]角")
_BY_RESULT = frozenset(f"requests.{name}" for name in ("received", "granted", "partial", "denied"))
_CLASSED = re.compile(
    r"(?:公开|公文|文件|信息)[^。;]{0,12}?\d[^。;]*依申请公开(?:的)?(?:政府)?(?:信息|文件|公文)?[^\d,;。]{0,4}\d"
)
_ASKED = re.compile(r"收到|受理|接到|答复|申请(?!公开)")
_DISOWNED = re.compile(
    r"与[^,。]{0,10}公开[^,。]{0,4}无关|(?:不涉及|不属于(?!本)|不是|并非)[^,。]{0,8}(?:信息|政务)公开"
)
_ITEM = re.compile(r"\s*(?:[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]|[①-⑳])(?!\d)")
_EACH = re.compile(r"(?:各|均|都|分别)[^#]{0,6}#")


def doubt(rule: Rule, context: Context, reading: Reading, several: bool, last: Statement | None) -> str | None:
    """Why a figure that a rule states is for a coder; None where it is clear. `several` says that more rules state it,
    `last` is the statement before it."""
    sentence = reading.sentence
    group = sentence.group(context.clause)
    if rule.indicator in _BY_RESULT and "依申请公开" in group and _CLASSED.search(group) and not _ASKED.search(group):
        return "documents may be classed so"
    if context.quantity.value and not _on_disclosure(rule, context, reading, last):
        return "nothing near it speaks of disclosure"
    if rule.elsewhere and (match := rule.elsewhere.search(group)):
        return f"may count something else ({match.group()})"
    if match := _DISOWNED.search(sentence.folded):
        return f"the text says it is not about disclosure ({match.group()})"
    if rule.indicator == "disclosed" and context.quantity.measure == "件" and goes_on_from_requests(sentence, last):
        return "it stands among requests"
    if rule.indicator == "requests.carried_in" and f"{reading.year}年" in context.before.rpartition("结转")[0][-8:]:
        return "it may be carried out of the year"
    if rule.indicator == "requests.carried_out" and rule.after_requests and last and last.indicator not in _RESULTS:
        return "it may be carried in or out"
    if rule.indicator == "fees" and context.quantity.measure is None and context.quantity.value:
        return "an amount without its measure"
    if rule.indicator == "fees" and _TENTHS.match(context.after):
        return "an amount in 元 and 角"
    if context.narrowed:
        return "only a part of it is on disclosure"
    clause = context.whole or sentence.clauses[context.clause].folded
    with_carried_in = _WITH_CARRIED_IN.search(group) and not _NEWLY.search(context.before)
    if rule.indicator == "requests.received" and with_carried_in:
        return "taken together with those carried over"
    if rule.doubtful and (match := rule.doubtful.search(clause)):
        return f"may count something else ({match.group()})"
    if several and context.quantity.value and not _EACH.search(context.text):
        return "one figure for several quantities"
    return None


def _on_disclosure(rule: Rule, context: Context, reading: Reading, last: Statement | None) -> bool:
    """Whether what is near a figure speaks of disclosure, or its words need none in such a report, or it goes on from
    the requests of its sentence or of the item above."""
    sentence = reading.sentence
    spoken_of = sentence.said_of(context.text) if rule.near_by_words else reading.about
    if not rule.near or rule.near.search(spoken_of) or (rule.plain and rule.plain.search(context.text)):
        return True
    if not rule.indicator.startswith("requests."):
        return False
    in_list = not reading.earlier and reading.above is not None and _ITEM.match(sentence.folded)
    return goes_on_from_requests(sentence, last) or bool(
        in_list and reading.above and reading.above.indicator.startswith("requests.")
    )


def goes_on_from_requests(sentence: Sentence, last: Statement | None) -> bool:
    """Whether the last statement is of requests, and in this sentence."""
    return last is not None and last.indicator.startswith("requests.") and last.start >= sentence.start
