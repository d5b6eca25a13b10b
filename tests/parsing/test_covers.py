"""The reporting period, as printed, as a dump left it, and as reports misprint it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.parsing.covers import covered_year, read_covers, read_day


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("本报告中所列数据的统计期限自2014年1月1日起至2014年12月31日止", "2014-01-01", "2014-12-31"),
        ("统计期限自201211日起至20121231日止", "2012-01-01", "2012-12-31"),
        ("统计期限自201411日起20141231日止", "2014-01-01", "2014-12-31"),
        ("统计期限为2014年1月1日至12月31日", "2014-01-01", "2014-12-31"),
        ("本报告所列数据的统计期限从2008年5月1日至2008年12月31日止", "2008-05-01", "2008-12-31"),
        ("本年报所列数据统计时间从2012年1月1日到2012年12月31日", "2012-01-01", "2012-12-31"),
        ("本报告所列数据的统计期限自2018月1日起至2018年12月31日止", "2018-01-01", "2018-12-31"),
        ("统计期限自202020年1月1日起至202020年12月31日止", "2020-01-01", "2020-12-31"),
        ("数据统计期限自二〇一二年一月一日起至二〇一二年十二月三十一日止", "2012-01-01", "2012-12-31"),
        ("报告期限自２０１３年１月１日至２０１３年１２月３１日", "2013-01-01", "2013-12-31"),
        ("数据期限：2013.1.1-2013.12.31", "2013-01-01", "2013-12-31"),
        ("数据期限：2013-01-01至2013-12-31", "2013-01-01", "2013-12-31"),
        ("本报告所列数据的统计期限自 2013 年 1 月 1 日起，至 2013 年 12 月 31 日止", "2013-01-01", "2013-12-31"),
        ("本报告统计数据时间为2013年1月—12月", "2013-01-01", "2013-12-31"),
        ("本报告统计期限为2013年度", "2013-01-01", "2013-12-31"),
        ("统计数据截至2013年12月31日", None, "2013-12-31"),
        ("现将2012年1月1日至2012年12月31日政府信息公开年度报告公布如下", "2012-01-01", "2012-12-31"),
        ("统计期限自2012111日起至20121231日止", None, "2012-12-31"),
    ],
)
def test_period_of_the_figures(sentence: str, first: str | None, last: str | None) -> None:
    covers = read_covers(f"我局依法公开政府信息。{sentence}。如有疑问，请与我局联系。")
    assert covers is not None
    assert (covers.first_day, covers.last_day, covers.quote) == (first, last, sentence)


def test_the_quote_stands_at_its_evidence() -> None:
    text = "概述\n 统计期限自2014年1月1日起至2014年12月31日止。\n后文"
    covers = read_covers(text)
    assert covers is not None
    assert text[covers.evidence.start : covers.evidence.end] == covers.quote


def test_the_period_of_the_figures_comes_before_a_mere_announcement() -> None:
    covers = read_covers("现将2015年政府信息公开工作情况报告如下。\n统计期限自2014年1月1日起至2014年12月31日止。")
    assert covers is not None
    assert covers.last_day == "2014-12-31"


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("现将我局2013年度政府信息公开工作情况报告如下：", 2013),
        ("根据条例规定，特向社会公布平坝区2016年政府信息公开年度报告", 2016),
        ("根据《关于做好2014年工作的通知》（〔2014〕3号），现编制2013年度政府信息公开工作年度报告", 2013),
    ],
)
def test_an_announcement_tells_a_year_but_no_days(sentence: str, year: int) -> None:
    covers = read_covers(sentence)
    assert covers is not None
    assert (covers.first_day, covers.last_day, covered_year(covers)) == (None, None, year)


def test_of_a_long_sentence_only_the_announcing_clause_is_quoted() -> None:
    text = "我局" + "认真贯彻上级部署,扎实推进各项工作," * 12 + "现将2012年工作情况报告如下:\n一、概述"
    covers = read_covers(text)
    assert covers is not None
    assert covers.quote == "现将2012年工作情况报告如下:"
    assert text[covers.evidence.start : covers.evidence.end] == covers.quote


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2013年3月1日至5月31日开展了宣传活动",
        "全年召开会议3次，自2013年5月1日起施行新制度",
        "年度报告的电子版可在网站下载",
        "统计数据表明，群众满意度高，2013年3月1日至5月31日接待群众若干",
    ],
)
def test_other_dates_are_no_reporting_period(text: str) -> None:
    assert read_covers(text) is None


@given(st.dates(date(2008, 1, 1), date(2030, 12, 31)))
def test_a_day_that_lost_its_marks_is_read_right_or_not_at_all(day: date) -> None:
    assert read_day(f"{day.year}{day.month}{day.day}日") in {day.isoformat(), None}


@given(st.dates(date(2008, 1, 1), date(2030, 12, 31)))
def test_a_day_in_full_is_read_in_every_spelling(day: date) -> None:
    for printed in (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}-{day.month:02}-{day.day:02}",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
    ):
        assert read_day(printed) == day.isoformat()
    month_end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    assert read_day(f"{day.year}年{day.month}月", ends=True) == month_end.isoformat()


@given(st.text(alphabet="0123456789年月日自至起止统计期限数据 \n。", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    covers = read_covers(text)
    assert covers is None or text[covers.evidence.start : covers.evidence.end] == covers.quote
