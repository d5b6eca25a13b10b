"""Numbers whose words stand elsewhere: with the number before them, or in the heading above."""

import re
from dataclasses import dataclass
from typing import Literal

from govreports.model.report import Scope
from govreports.parsing.headlines.contexts import Context
from govreports.parsing.headlines.periods import read_time, without_times
from govreports.parsing.headlines.reading import Reading
from govreports.parsing.headlines.scopes import read_scope, read_subject
from govreports.parsing.headlines.sentences import Sentence
from govreports.parsing.headlines.statement import Statement
from govreports.parsing.headlines.topics import topics_of
from govreports.parsing.numbers import fold

How = Literal["body", "time", "total", "compared", "channel"]


@dataclass(frozen=True, slots=True)
class Carried:
    """What a number counts that has no words of its own, and how that is known; the `scope` of bodies named alone.

    - `body`: bodies stand alone before it (`其中市直单位1375条,县区单位公开4189条`);
    - `time`: a time does (`其中2013年新增235条`, `历年累计5860条`);
    - `channel`: one channel of the total does (`其中政府网站76条`);
    - `total`: it sums what came before (`合计1600人次`);
    - `compared`: it is another year's, beside the year's (`比2013年的131条增长`).
    """

    indicator: str
    how: How
    scope: Scope | None = None


_CARRIABLE = frozenset({"disclosed", "disclosed.website", "requests.received", "requests.accepted"})
_SUMMABLE = _CARRIABLE | {"consultations", "fees"}
_BODIES = frozenset({"own", "own_and_departments", "subordinate"})
_ANOTHER_YEAR = r"(?:上年|去年|上一年|前年|\d{4}年)(?:度|同期|全年)*"
_OF_ANOTHER_YEAR = re.compile(
    rf"(?:比|较)(?:{_ANOTHER_YEAR})的?约?#(?:增|减|多|少|上升|下降|提|有|$)"
    rf"|(?:比|较|与|同|超过|高于|低于|多于|少于)(?:{_ANOTHER_YEAR})\(#|[(](?:{_ANOTHER_YEAR})[为是]?#[)]?$"
    rf"|(?:^|[,;。(])(?:{_ANOTHER_YEAR})[为是仅共]+#[)]?$"
)
_TOTAL = re.compile(r"^(?:全年|本年度?|全[省市县区州旗镇乡局])?(?:合计|共计|总计|共)[为达]?$")
_WEBSITE = re.compile(r"^(?:在|通过|利用)?[^,、]{0,10}(?:网站|门户|信息公开网|政务网)(?:\([^)]*\))?(?:上|[:为])?$")
_GAZETTE = re.compile(r"^(?:在|通过)?[^,、]{0,6}公报(?:上|[:为])?$")
_GOES_ON = re.compile(
    r"^(?:新增|历年|累计|共计|合计|总计|共|总|主动|公开|发布|公布|更新|收到|受理|接到|申请|提出|的|政府信息|信息|"
    r"各|分别|约|近|超过|达到?|有|为|了|、|,)*$"
)


def carried(context: Context, last: Statement, reading: Reading) -> Carried | None:
    """How a number goes on from the last statement, None where it does not."""
    if last.measure != context.quantity.measure or last.indicator not in _SUMMABLE:
        return None
    if (compared := _OF_ANOTHER_YEAR.search(context.text)) and str(reading.year) not in compared[0]:
        return Carried(last.indicator, "compared")
    words = context.before.rpartition("其中")[2].strip(",;:、() ")
    if _TOTAL.match(words):
        whole = "disclosed" if last.indicator.startswith("disclosed") else last.indicator
        return Carried(whole, "total")
    if last.indicator not in _CARRIABLE or not _ends(context):
        return None
    if last.indicator.startswith("disclosed") and _WEBSITE.match(words):
        return Carried("disclosed.website", "channel")
    if last.indicator.startswith("disclosed") and _GAZETTE.match(words):
        return Carried("disclosed.gazette", "channel")
    timed = "累计" in words or read_time(words).says_anything
    words = without_times(words)
    subject = read_subject(words)
    scope = read_scope(subject, reading.unit) if subject else None
    if scope in _BODIES:
        goes_on = _GOES_ON.match(words.partition(subject)[2])
        return Carried(last.indicator, "body", scope) if goes_on else None
    return Carried(last.indicator, "time") if not subject and timed and _GOES_ON.match(words) else None


def _ends(context: Context) -> bool:
    """Whether nothing but the next item of a list follows a number."""
    return not context.after.strip(")") or context.after.strip(")")[0] in "、和与("


_PUBLISHED = re.compile(r"(?:公开|发布|公布)了?$")
_RECEIVED = re.compile(r"(?:收到|接到|受理)了?$")
_ON_DISCLOSURE = re.compile(r"主动公开|公开(?:政府)?信息(?:情况|数量|$)|信息公开(?:情况|数量)")


def told_by_heading(context: Context, sentence: Sentence, unit: str | None) -> str | None:
    """The indicator of a number with no more than a time, a subject and a verb before it (`全年共公开230条`, `0件`):
    what the verb or the heading says, where that is one thing."""
    before = context.before.rpartition(fold(sentence.label))[2] if sentence.label else context.before
    words = without_times(before).strip(",;:、( ")
    subject = read_subject(words)
    if subject and read_scope(subject, unit) is None:
        return None
    rest = (words.partition(subject)[2] if subject else words).strip()
    if not _ends(context) or not _GOES_ON.match(rest):
        return None
    heading = sentence.label or sentence.heading
    measure = context.quantity.measure
    if measure == "条" and (_PUBLISHED.search(rest) or _ON_DISCLOSURE.search(heading)) and not _RECEIVED.search(rest):
        return "disclosed"
    topics = topics_of(heading)
    if len(topics) != 1 or _PUBLISHED.search(rest):
        return None
    if topics == ["fees"]:
        return "fees" if measure in ("元", "万元") else None
    return topics[0] if measure in ("件", "条", "宗", "起", "份", "次", "人次", "项", "例") else None
