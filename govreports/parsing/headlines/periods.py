"""Which stretch of time a statement speaks of: the reporting year, a stock up to its end, another year.

The rules are those of the record format: cumulative for 历年累计, for 截至…累计 and for 累计 beside a year's figure;
year for 累计 with 本年, 全年 or 新增; unclear for 截至年底 with neither, and for a bare 累计. `2011年以来` in the
report of 2011 is that year. A zero up to the end of a year is a zero of the year too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from govreports.model.report import Period
from govreports.parsing.headlines.sentences import Clause

_YEAR_IN_HAN = re.compile(r"[〇○零一二三四五六七八九0-9Oo]{4}(?=年)")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九Oo", "00012345678900")
_RANGE = re.compile(
    r"(?:(?P<first>\d{4})年)?(?:度)?(?:1月1日|1月份?)(?:起|开始)?(?:至|到|—+|-+|~)(?:(?P<last>\d{4})年)?12月(?:31日|底|份)?|1(?:-|—|至|到)12月份?"
)
_YEARS = re.compile(
    r"(?P<first>\d{4})年(?:度|\d{1,2}月(?:\d{1,2}日|份)?)?(?:起|开始)?(?:至|到|—+|-+|~)(?P<last>\d{4})年"
    r"(?:度|底|末|\d{1,2}月(?:\d{1,2}日|份|底)?)?"
)
_UNTIL = re.compile(
    r"(?:截至|截止到?|截止至|至|到)(?P<year>\d{4})?年?(?:度)?年?(?:\d{1,2}月)?(?:\d{1,2}日|底|末|目前)|截[至止](?:目前|今)|至今"
)
_SINCE = re.compile(
    r"(?:自|从)?(?P<year>\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|起|至今|开始)|(?:实施|施行|开通|开展|运行|建立)以来"
)
_YEAR = re.compile(
    r"(?<!要求)(?<!提供)(?<!涉及)(?<!关于)(?<!有关)(?<!查询)(?<!获取)(?<!公开)(?<!申请)(?P<year>\d{4})年(?!以前|之前)|(?P<short>\d{2})年度"
)
_THIS_YEAR = re.compile(r"本年度?|全年度?|今年(?:以来)?|当年|年度内|年内|本报告期|报告期内|统计期|新增|一年来|这一年")
_OTHER_YEAR = re.compile(
    r"(?:上年|上一年)(?!(?:度|末|底)*(?:没有|无|未)?(?:结转|遗留|未办|转入))|去年|前一年|往年|历年来"
)
_COMPARED = re.compile(
    r"(?:比|较|与|同|超过|高于|低于|多于|少于)(?:\d{4}年|上年|去年|上一年|前年)(?:度|同期)*|\d{4}年(?:度|末|底)*结转"
)
"""The time that a figure is compared with is not the figure's."""
_PART_OF_YEAR = re.compile(
    r"[上下]半年|(?:第?[一二三四1-4]|前[两三])季度|(?<!\d)\d{1,2}月?份?(?:[-~至到]|—+)(?:[2-9]|1[01])月(?!\d)"
)
_CUMULATIVE = re.compile(r"累计|历年|累积")
_FAR = 12
"""How many clauses back a time is looked for."""
_ALL_YEARS = re.compile(r"历年累计|累计总数|历年总")


@dataclass(frozen=True, slots=True)
class Time:
    """The time words of one clause: years named alone, the end of an `until`, whether it runs from before the year."""

    years: tuple[int, ...]
    until: bool
    until_year: int | None
    since_year: int | None
    since_start: bool
    this_year: bool
    other_year: bool
    part_of_year: bool

    @property
    def says_anything(self) -> bool:
        """Whether the clause has a time word at all."""
        return (
            bool(self.years) or self.until or self.this_year or self.other_year or self.since_start or self.part_of_year
        )


@lru_cache(maxsize=512)
def read_time(folded: str) -> Time:
    """Time words of a clause, each counted once: a year inside an `until` or a range is not a year named alone."""
    text = _COMPARED.sub("", _YEAR_IN_HAN.sub(lambda match: match.group().translate(_HAN_DIGITS), folded))
    years: list[int] = []
    since_year, since_start, this_year = None, False, bool(_THIS_YEAR.search(text))
    for match in _YEARS.finditer(text):
        if match["first"] != match["last"]:
            since_year, since_start = int(match["first"]), True
        else:
            years.append(int(match["first"]))
    text = _YEARS.sub("", text)
    for match in _RANGE.finditer(text):
        first, last = match["first"], match["last"]
        if first and last and first != last:
            since_year, since_start = int(first), True
        elif first or last:
            years.append(int(first or last))
        else:
            this_year = True
    text = _RANGE.sub("", text)
    for match in _SINCE.finditer(text):
        since_start = True
        since_year = int(match["year"]) if match["year"] else since_year
    text = _SINCE.sub("", text)
    until = _UNTIL.search(text)
    text = _UNTIL.sub("", text)
    years += [int(match["year"] or "20" + match["short"]) for match in _YEAR.finditer(text)]
    return Time(
        tuple(years),
        until is not None,
        int(until["year"]) if until and until["year"] else None,
        since_year,
        since_start,
        this_year,
        bool(_OTHER_YEAR.search(text)),
        bool(_PART_OF_YEAR.search(text)),
    )


def without_times(folded: str) -> str:
    """A text less its time words, 累计 apart."""
    for words in (_YEARS, _RANGE, _SINCE, _UNTIL, _YEAR, _THIS_YEAR, _OTHER_YEAR):
        folded = words.sub("", folded)
    return folded


def read_period(
    clauses: Sequence[Clause], index: int, before: int, year: int | None, *, part_of_cumulative: bool = False
) -> Period:
    """Period of a figure that stands at offset `before` of clause `index` in its sentence.

    The nearest clause with a time word decides, its own first. `part_of_cumulative` says that the figure is a part
    (其中) of a cumulative total.
    """
    own = clauses[index].folded[:before]
    cumulative = bool(_CUMULATIVE.search(own)) or (
        index > 0 and not clauses[index - 1].quantities and bool(_CUMULATIVE.search(clauses[index - 1].folded))
    )
    times = [read_time(own)]
    for clause in clauses[:index][: -_FAR - 1 : -1]:
        if cumulative and clause.quantities:
            break  # the time of another figure is not that of a 累计 after it
        earlier = read_time(clause.folded)
        if not (clause.quantities and earlier.other_year):  # 去年同期为3件 speaks of that figure alone
            times.append(earlier)
    time = next((time for time in times if time.says_anything), None)
    if _ALL_YEARS.search(own):
        return "cumulative"
    if time is None:
        return "cumulative" if part_of_cumulative else "unclear" if cumulative else "year"
    return _decide(time, year, cumulative, part_of_cumulative)


def _decide(time: Time, year: int | None, cumulative: bool, part_of_cumulative: bool) -> Period:
    if time.part_of_year and not time.this_year and not time.until:
        return "unclear"
    if time.since_start:
        from_before = time.since_year is None or year is None or time.since_year < year
        return "cumulative" if from_before else "year"
    if time.until and time.until_year is not None and year is not None and time.until_year < year:
        return "other"
    named = [y for y in time.years if year is None or y == year]
    if time.until:
        if cumulative:
            return "cumulative" if not time.this_year else "year"
        return "year" if time.this_year or named else "cumulative" if part_of_cumulative else "unclear"
    if time.other_year and not time.this_year and not named:
        return "other"
    if time.years and not named:
        return "other"
    return "cumulative" if part_of_cumulative and not (named or time.this_year) else "year"
