"""The sentence that says what a report covers, and the reporting period read from it.

Text dumps of real reports lose characters between digits (自201211日起至20121231日止 for 自2012年1月1日起至…), and real
reports misprint them (2018月1日, 202020年). A day is read where only one reading is a date; else only the quote stays.
"""

import re
import unicodedata
from datetime import date

from govreports.model.finding import Span
from govreports.model.report import Covers
from govreports.parsing.years import YEAR, read_year, to_digits

_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_DAY = r"(?P<{0}>[\d二〇○零ＯO一三四五六七八九十年月日号.\-/\s]{{3,18}}?[日号\d])"
_PERIOD = re.compile(
    r"(?:自|从|为|[:：(（]|时间|期限|期间|将|^)\s*"
    + _DAY.format("first")
    + r"\s*(?:开始|起)?\s*(?:,|，)?\s*(?:至|到|—+|－+|-+|~|～)\s*"
    + _DAY.format("last")
    + r"\s*(?:止|为止|期间|的|$|[)）,，、]|我|本|全|政)"
)
_LAST_ONLY = re.compile(r"截[至止]到?\s*" + _DAY.format("last") + r"(?:止|$|[)）,，、])")

_OF_THE_FIGURES = re.compile(
    r"统计(?:的)?(?:期限|时限|时间|期间|周期|数据)|(?:数据|报告|年报)[^,，]{0,12}(?:期限|时限|时间|期间|时段|起止)|所列(?:的)?(?:数据|各项)"
)
_OF_THE_REPORT = re.compile(r"年度报告|年报|工作报告|公开情况|公开工作情况|报告如下|总结如下|汇报如下|公布如下")
_ANNOUNCES = re.compile(
    rf"(?:现将|现就|编制|撰写|公布|发布|报告|总结|汇报).*?{YEAR}|{YEAR}.*?(?:报告|总结|汇报|公布|通报)如下"
)
_WHOLE_YEAR = re.compile(rf"(?:期限|时限|期间|时间|周期)(?:范围)?(?:为|是|[:：])\s*(?P<year>{YEAR})(?:全年|度)?\s*$")

_SEPARATED = re.compile(
    r"(?P<year>\d{4,6})?(?P<mark>[年.\-/月])?(?:(?P<month>\d{1,2})[月.\-/])?(?P<day>\d{1,2})[日号]?"
)


def read_covers(text: str) -> Covers | None:
    """What the report covers, in the order of trust: the period of its figures (统计期限自…起至…止), a period beside
    the report's name, a sentence that announces a year's report (现将2012年…情况报告如下; its days stay unknown)."""
    ranked: list[tuple[int, int, Covers]] = []
    for match in _SENTENCE.finditer(text):
        sentence = match[0]
        start = match.start() + len(sentence) - len(sentence.lstrip())
        quote = sentence.strip()
        if judged := _judge(quote):
            rank, first, last = judged
            ranked.append((rank, start, Covers(first, last, Span(start, start + len(quote)), quote)))
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def covered_year(covers: Covers | None) -> int | None:
    """The reporting year that a covers sentence tells: of its last day, else the year it names."""
    if covers is None:
        return None
    day = covers.last_day or covers.first_day
    return int(day[:4]) if day else read_year(covers.quote)


def _judge(sentence: str) -> tuple[int, str | None, str | None] | None:
    """Rank of a sentence (0 is best) with the first and last day it tells; None where it says nothing of the kind."""
    figures, report = _OF_THE_FIGURES.search(sentence), _OF_THE_REPORT.search(sentence)
    if not figures and not report:
        return None
    if (period := _PERIOD.search(sentence)) and re.search(r"\d{3}|[二2][〇○零0]", period["first"]):
        first = read_day(period["first"])
        last = read_day(period["last"], first)
        return 0 if figures else 1, first, last
    if figures and (whole := _WHOLE_YEAR.search(sentence)):
        year = read_year(whole["year"])
        return 0, f"{year}-01-01", f"{year}-12-31"
    if figures and (end := _LAST_ONLY.search(sentence)):
        return 2, None, read_day(end["last"])
    if report and _ANNOUNCES.search(sentence) and len(sentence) < 200:
        return 3, None, None
    return None


def read_day(printed: str, since: str | None = None) -> str | None:
    """A day as printed, as an ISO date; None where it cannot be read, or in more than one way. `since` lends its year
    to a day printed without one."""
    compact = "".join(unicodedata.normalize("NFKC", printed).split())
    if re.search(r"[一二三四五六七八九十]", compact):
        compact = _from_chinese(compact)
    if since and (short := re.fullmatch(r"(\d{1,2})[月.\-/](\d{1,2})[日号]?", compact)):
        return _iso(int(since[:4]), int(short[1]), int(short[2]))
    readings = {day for split in _readings(compact) if (day := _iso(*split))}
    return readings.pop() if len(readings) == 1 else None


def _readings(day: str) -> list[tuple[int, int, int]]:
    if full := re.fullmatch(r"(\d{4}|\d{6})[年.\-/](\d{1,2})[月.\-/](\d{1,2})[日号]?", day):
        return [(year, int(full[2]), int(full[3])) for year in _years(full[1])]
    if no_month := re.fullmatch(r"(\d{4})月(\d{1,2})[日号]", day):
        # 2018月1日: what stood between the year and 月 was lost; a period begins with the year
        return [(int(no_month[1]), 1, 1)] if no_month[2] == "1" else []
    if digits := re.fullmatch(r"(\d{4})年?(\d{1,2})月(\d{1,2})[日号]?", day):
        return [(int(digits[1]), int(digits[2]), int(digits[3]))]
    if run := re.fullmatch(r"(\d{4})年?(\d{2,4})[日号]?", day):
        rest = run[2]
        splits = [(rest[:cut], rest[cut:]) for cut in (1, 2) if 0 < len(rest) - cut <= 2]
        return [
            (int(run[1]), int(month), int(dom))
            for month, dom in splits
            if (month[0] == "0") == (dom[0] == "0") or len(month) == len(dom)
        ]
    return []


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
