"""Numbers that go on counting what the number before them counted."""

import re
from typing import Literal

from govreports.parsing.headlines.contexts import Context
from govreports.parsing.headlines.periods import read_time
from govreports.parsing.headlines.scopes import read_scope, read_subject
from govreports.parsing.headlines.statement import Statement

Carried = Literal["body", "time", "total", "compared"]

_CARRIABLE = frozenset({"disclosed", "disclosed.website", "requests.received"})
_SUMMABLE = _CARRIABLE | {"consultations"}
_BODIES = frozenset({"own", "own_and_departments", "subordinate"})
_OF_ANOTHER_YEAR = re.compile(
    r"(?:比|较)(?:上年|去年|上一年|前年|\d{4}年)(?:度|同期)?的?约?#(?:增|减|多|少|上升|下降|提|有|$)|(?:上年|去年)(?:同期)?[为是]#$"
)
_TOTAL = re.compile(r"^(?:合计|共计|总计)[为达]?$")
_GOES_ON = re.compile(
    r"^(?:\d{4}年度?|本年度?|全年|当年|今年|新增|累计|共|总|主动|公开|发布|公布|更新|收到|受理|接到|政府信息|信息|各|分别|约|近|超过|"
    r"达到?|有|为|了|、|,)*$"
)


def carried(context: Context, last: Statement, unit: str | None) -> Carried | None:
    """How a number without words of its own goes on from the last statement, None where it does not.

    `body`: for bodies that stand alone before it (`其中市直单位1375条,县区单位公开4189条`); `time`: for a time
    (`其中2013年新增235条`); `total`: the sum of what came before (`合计1600人次`); `compared`: another year's figure
    beside it (`比2013年的131条增长20.6%`).
    """
    if last.measure != context.quantity.measure or last.indicator not in _SUMMABLE:
        return None
    if _OF_ANOTHER_YEAR.search(context.text):
        return "compared"
    words = context.before.strip(",;:、( ").removeprefix("其中").strip(",;:、 ")
    if _TOTAL.match(words):
        return "total"
    if last.indicator not in _CARRIABLE or context.after.strip(")"):
        return None
    subject = read_subject(words)
    if subject and read_scope(subject, unit) in _BODIES:
        return "body" if _GOES_ON.match(words.partition(subject)[2]) else None
    timed = "累计" in words or read_time(words).says_anything
    return "time" if not subject and timed and _GOES_ON.match(words) else None
