"""The sentence that says what a report covers, and the reporting period read from it.

Text dumps of real reports lose characters between digits (自201211日起至20121231日止 for 自2012年1月1日起至…), and real
reports misprint them (2018月1日, 202020年). A day is read where only one reading is a date; else only the quote stays.
"""

import re
from calendar import monthrange
from datetime import date

from govreports.model.finding import Span
from govreports.model.report import Covers
from govreports.parsing.years import YEAR, fold, read_year, to_digits

_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_N = "[0-9〇○零O一二三四五六七八九十]"
_DAY = "|".join(
    (
        rf"{_N}{{4,6}}[年./-]{_N}{{1,3}}[月./-]{_N}{{1,3}}[日号]?",
        rf"{_N}{{4}}年{_N}{{1,2}}月[份底]?(?!{_N})",
        rf"{_N}{{4,6}}[年月]?{_N}{{0,4}}月?{_N}{{0,3}}[日号]",  # what a dump or a slip left of a day
        rf"{_N}{{1,3}}月{_N}{{1,3}}[日号]",
        rf"{_N}{{1,3}}月[份底]?",
    )
)
_PERIOD = re.compile(rf"(?P<led>[自从为将])?(?P<first>{_DAY})(?:(?:开始|起)?,?(?:至|到|[-—~]+)|起)(?P<last>{_DAY})")
_LAST_ONLY = re.compile(rf"截[至止]到?(?P<last>{_DAY})")

_OF_THE_FIGURES = re.compile(
    "统计的?(?:期限|时限|时间|期间|周期|数据)|(?:数据|报告|年报)[^,]{0,12}(?:期限|时限|时间|期间|时段|起止)"
    "|所列的?(?:数据|各项)"
)
_OF_THE_REPORT = re.compile("年度报告|年报|工作报告|公开(?:工作)?情况|(?:报告|总结|汇报|公布)如下")
_ANNOUNCES = re.compile(
    rf"(?:现将|现就|编制|撰写|公布|发布|报告|总结|汇报).*?{YEAR}|{YEAR}.*?(?:报告|总结|汇报|公布|通报)如下"
)
_WHOLE_YEAR = re.compile(rf"(?:期限|时限|期间|时间|周期)(?:范围)?(?:为|是|:)(?P<year>{YEAR})(?:全年|度)?(?:$|,)")
_CITED = re.compile(r"《[^》]*》|\([^)]*\)|〔\d+〕")
_NAMED_YEAR = re.compile(rf"{YEAR}[^,]{{0,30}}?(?:报告|年报|总结|情况)")
_CLAUSE = re.compile("现将|现就")
_LONGEST_ANNOUNCEMENT = 150
_NEAR = 12
"""Characters before a period within which it is called that of the figures."""


def read_covers(text: str) -> Covers | None:
    """What the report covers, in the order of trust: the period of its figures (统计期限自…起至…止), a period beside
    the report's name, a sentence that announces a year's report (现将2012年…情况报告如下; its days stay unknown)."""
    ranked: list[tuple[int, int, Covers]] = []
    for match in _SENTENCE.finditer(text):
        for start in (match.start(), *_announcement(match)):
            quote = text[start : match.end()].strip()
            if judged := _judge(quote):
                rank, first, last = judged
                begin = text.index(quote, start)
                ranked.append((rank, begin, Covers(first, last, Span(begin, begin + len(quote)), quote)))
                break
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def _announcement(sentence: re.Match[str]) -> list[int]:
    """Where, in a sentence too long to quote, the clause begins that announces the report."""
    clause = _CLAUSE.search(sentence[0]) if len(sentence[0]) >= _LONGEST_ANNOUNCEMENT else None
    return [sentence.start() + clause.start()] if clause else []


def covered_year(covers: Covers | None) -> int | None:
    """The reporting year that a covers sentence tells: that of its last day, else the one year that it names beside
    the report's name, outside of titles and document numbers (根据《关于做好2014年…的通知》,编制2013年度报告)."""
    if covers is None:
        return None
    if day := covers.last_day or covers.first_day:
        return int(day[:4])
    years = {read_year(match[0]) for match in _NAMED_YEAR.finditer(_CITED.sub("", fold(covers.quote)))}
    return years.pop() if len(years) == 1 else None


def _judge(sentence: str) -> tuple[int, str | None, str | None] | None:
    """Rank of a sentence (0 is best) with the first and last day it tells; None where it says nothing of the kind."""
    folded = fold(sentence)
    figures, report = _OF_THE_FIGURES.search(folded), _OF_THE_REPORT.search(folded)
    if not figures and not report:
        return None
    period = _PERIOD.search(folded)
    if period and re.match(r"[2二]", period["first"]):
        of_figures = _OF_THE_FIGURES.search(folded[max(0, period.start() - _NEAR) : period.start()])
        if of_figures or (report and period["led"]):
            first = read_day(period["first"])
            return 0 if of_figures else 1, first, read_day(period["last"], since=period["first"][:4], ends=True)
    if figures and (whole := _WHOLE_YEAR.search(folded)) and (year := read_year(whole["year"])):
        return 0, f"{year}-01-01", f"{year}-12-31"
    if figures and (end := _LAST_ONLY.search(folded)):
        return 2, None, read_day(end["last"], ends=True)
    if report and _ANNOUNCES.search(folded) and len(folded) < _LONGEST_ANNOUNCEMENT:
        return 3, None, None
    return None


def read_day(printed: str, *, since: str | None = None, ends: bool = False) -> str | None:
    """A day as printed, as an ISO date; None where it cannot be read, or in more than one way. `since` lends its year
    to a day printed without one; of a bare month it is the first day, or where a period `ends` there the last."""
    compact = fold(printed)
    if re.search(r"[〇○零O一二三四五六七八九十]", compact):
        compact = _from_chinese(compact)
    if since and re.match(r"\d{1,2}月", compact):
        compact = f"{to_digits(since)}年{compact}"
    if month := re.fullmatch(r"(\d{4})年(\d{1,2})月[份底]?", compact):
        year, number = int(month[1]), int(month[2])
        last = monthrange(year, number)[1] if 1 <= number <= 12 else 0
        return _iso(year, number, last if ends else 1)
    readings = {day for split in _readings(compact) if (day := _iso(*split))}
    return readings.pop() if len(readings) == 1 else None


def _readings(day: str) -> list[tuple[int, int, int]]:
    """Year, month and day in every way that what is printed may be read; they need be no date."""
    if full := re.fullmatch(r"(\d{4}|\d{6})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?", day):
        return [(year, int(full[2]), int(full[3])) for year in _years(full[1])]
    if no_month := re.fullmatch(r"(\d{4})月(\d{1,2})[日号]", day):
        # 2018月1日: what stood between the year and 月 was lost; a period begins with the year
        return [(int(no_month[1]), 1, 1)] if no_month[2] == "1" else []
    if digits := re.fullmatch(r"(\d{4})年?(\d{1,2})月(\d{1,2})[日号]?", day):
        return [(int(digits[1]), int(digits[2]), int(digits[3]))]
    if run := re.fullmatch(r"(\d{4})年?(\d{2,4})[日号]?", day):
        splits = [(run[2][:cut], run[2][cut:]) for cut in (1, 2) if 0 < len(run[2]) - cut <= 2]
        return [(int(run[1]), int(month), int(dom)) for month, dom in splits if _one_way_of_writing(month, dom)]
    return []


def _one_way_of_writing(month: str, day: str) -> bool:
    """Whether month and day are both padded with zeros or both not: 101 is 1-01 to nobody."""
    return (month[0] == "0") == (day[0] == "0") or len(month) == len(day)


def _years(digits: str) -> list[int]:
    """A year, also where its first two digits were typed twice (202020)."""
    if len(digits) == 4:
        return [int(digits)]
    return [int(digits[:4])] if digits[:4] == digits[2:] else []


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 2000 <= year < 2050 else None
    except ValueError:
        return None


def _from_chinese(day: str) -> str:
    """二〇一二年十二月三十一日 → 2012年12月31日."""

    def number(match: re.Match[str]) -> str:
        word = match[0]
        if "十" not in word:
            return to_digits(word)
        tens, _, ones = word.partition("十")
        return to_digits(tens or "一") + (to_digits(ones) or "0")

    return re.sub(r"[0-9〇○零O一二三四五六七八九十]+", number, day)
