"""Dates in all the forms in which pages print them."""

import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.pages.dates import find_date, read_date, url_date

DIGITS = "〇一二三四五六七八九"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WIDE = str.maketrans("0123456789-/:.", "０１２３４５６７８９－／：．")


def in_words(number: int) -> str:
    """二十九 for 29."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 1 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def year_in_words(year: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(year))


@pytest.mark.parametrize(
    "printed",
    [
        "2012-02-29",
        "2012-2-29",
        "2012/2/29",
        "2012.02.29",
        "2012年2月29日",
        "2012年02月29日",
        "2012 年 2 月 29 日",
        "2012年2月29",
        "二〇一二年二月二十九日",
        "二○一二年二月二十九日",
        "二Ｏ一二年二月二十九日",
        "二零一二年二月廿九日",
        "二0一二年2月29日",
        "2012年二月二十九日",
        "二〇一二年 二月 二十九日",
        "２０１２－０２－２９",
        "２０１２年２月２９日",
        "２０１２．２．２９",
        "２０１２／２／２９",
        "2012—02—29",
        "20120229",
        "Feb 29, 2012",
        "February 29, 2012",
        "29 Feb 2012",
        "29-Feb-2012",
        "Wed, 29 Feb 2012",
        "12-02-29",
        "12年2月29日",
        "2/29/2012",
        "29/02/2012",
        "发布日期：2012-02-29",
        "2012-02-29 星期三",
        "2012-02-29 25:61",
    ],
)
def test_a_day(printed: str) -> None:
    assert read_date(printed) == "2012-02-29"


@pytest.mark.parametrize(
    "printed",
    [
        "2012-02-29 10:03",
        "2012-02-29 10:03:25",
        "2012-02-29 10:03:25.0",
        "2012-02-29T10:03",
        "2012-02-29T10:03:25",
        "2012-02-29T10:03:25+08:00",
        "2012-02-29T02:03:25Z",
        "2012-02-29T02:03:25.000+0000",
        "2012-02-29-10:03:25",
        "2012/2/29 10:03",
        "2012年2月29日 10:03",
        "2012年2月29日10时03分",
        "2012年2月29日 星期三 10:03",
        "2012-02-29（周三）10:03",
        "2012-02-29 上午10:03",
        "2012/2/29 10:03:25 AM",
        "2012—02—29 10∶03",
        "２０１２－０２－２９　１０：０３",
        "二〇一二年二月二十九日 10:03",
        "20120229100325",
        "201202291003",
        "20120229T100325",
        "Wed Feb 29 10:03:25 CST 2012",
        "Wed, 29 Feb 2012 02:03:25 GMT",
        "Feb 29, 2012 10:03:25 AM",
        "2/29/2012 10:03:25 AM",
        "1330480980",
        "1330480980000",
        "/Date(1330480980000)/",
        "/Date(1330480980000+0800)/",
    ],
)
def test_a_day_with_its_time_in_china(printed: str) -> None:
    assert read_date(printed) == "2012-02-29T10:03"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2012-02-29 下午3:05", "2012-02-29T15:05"),
        ("2012/2/29 3:05:00 PM", "2012-02-29T15:05"),
        ("2012/2/29 12:05:00 AM", "2012-02-29T00:05"),
        ("2012-02-29T22:30:00Z", "2012-03-01T06:30"),
        ("二〇一二年元月一日", "2012-01-01"),
        ("二〇一二年十二月三十一日", "2012-12-31"),
        ("二〇一二年十月十日", "2012-10-10"),
        ("二〇一二年一月卅一日", "2012-01-31"),
        ("二〇一二年三月二十日", "2012-03-20"),
        ("3/3/2012", "2012-03-03"),
        ("2012-02-29 09:00-11:30", "2012-02-29T09:00"),
        ("2012-02-29 09:00-2012-03-01 11:30", "2012-02-29T09:00"),
        ("2012-02-29 至 2012-03-01", "2012-02-29"),
    ],
)
def test_the_turns_of_the_forms(printed: str, value: str) -> None:
    assert read_date(printed) == value


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "2012-02-30",
        "2013年2月29日",
        "2012-00-29",  # a program that counts months from 0
        "2012年2月",
        "二〇一二年二月",
        "1970-01-01 08:00:00",
        "1900-01-01",
        "3/4/2012",  # of March or of April
        "20121301",
        "3416000012",
        "0558-5555555",
        "2012年1-10月",
        "〔2012〕29号",
        "未知",
        "null",
    ],
)
def test_no_date(printed: str) -> None:
    assert read_date(printed) is None


@pytest.mark.parametrize(
    ("text", "value", "date"),
    [
        ("来源：县水利局 2012-02-29 10:03 点击：12", "2012-02-29T10:03", "2012-02-29 10:03"),
        ("青禾县水利局　二〇一二年二月二十九日", "2012-02-29", "二〇一二年二月二十九日"),
        ("２０１２年２月２９日印发", "2012-02-29", "２０１２年２月２９日"),
        ("二〇一二年二月三日（2012-02-29更新）", "2012-02-03", "二〇一二年二月三日"),
        ("2012-02-29更新，原为二〇一二年二月三日", "2012-02-29", "2012-02-29"),
        ("Updated Feb 29, 2012 10:03", "2012-02-29T10:03", "Feb 29, 2012 10:03"),
    ],
)
def test_where_a_date_stands(text: str, value: str, date: str) -> None:
    start = text.index(date)
    assert find_date(text) == (value, start, start + len(date))


@pytest.mark.parametrize("text", ["1330480980000", "12-02-29", "2/29/2012"])
def test_in_a_line_of_text_a_bare_number_is_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://x.gov.test/a/201402/t20140205_123.html", "2014-02-05"),
        ("http://x.gov.test/art/2014/2/5/art_1_2.html", "2014-02-05"),
        ("http://x.gov.test/cms/2014-02-05/17.html", "2014-02-05"),
        ("http://x.gov.test/n1/20140205/0a.html", "2014-02-05"),
        ("http://x.gov.test/2014/0205/c1a2/page.htm", "2014-02-05"),
        ("http://x.gov.test/columns/a/201402/05/b.html", "2014-02-05"),
        ("http://x.gov.test/html/20140205084802179.html", "2014-02-05"),
        ("http://x.gov.test/html/20141305084802179.html", None),
        ("http://x.gov.test/public/22181/34719971.html", None),
        ("http://x.gov.test/201402/", None),
    ],
)
def test_the_day_in_an_address(url: str, day: str | None) -> None:
    assert url_date(url) == day


MOMENTS = st.datetimes(datetime(1996, 1, 1), datetime(2039, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))


@given(MOMENTS)
def test_every_form_of_a_moment_reads_as_that_moment(at: datetime) -> None:
    iso, clock = at.strftime("%Y-%m-%dT%H:%M"), at.strftime("%H:%M")
    english = MONTHS[at.month - 1]
    stamp = int((at - datetime(1970, 1, 1) - timedelta(hours=8)).total_seconds())
    for printed in (
        f"{at:%Y-%m-%d %H:%M}",
        f"{at.year}/{at.month}/{at.day} {clock}",
        f"{at.year}年{at.month}月{at.day}日 {clock}",
        f"{at:%Y-%m-%d %H:%M}".translate(WIDE),
        f"{at:%Y%m%d%H%M}",
        f"{year_in_words(at.year)}年{in_words(at.month)}月{in_words(at.day)}日 {clock}",
        f"{english} {at.day}, {at.year} {clock}",
        f"Mon {english} {at.day:02d} {clock}:00 CST {at.year}",
        f"{at:%Y-%m-%dT%H:%M}:00+08:00",
        f"{at - timedelta(hours=8):%Y-%m-%dT%H:%M}:00Z",
        str(stamp),
        str(stamp * 1000),
    ):
        assert read_date(printed) == iso, printed


@given(MOMENTS)
def test_every_form_of_a_day_reads_as_that_day(at: datetime) -> None:
    for printed in (
        f"{at:%Y-%m-%d}",
        f"{at.year}.{at.month}.{at.day}",
        f"{at.year}年{at.month}月{at.day}日",
        f"{year_in_words(at.year)}年{in_words(at.month)}月{in_words(at.day)}日",
        f"{at.day} {MONTHS[at.month - 1]} {at.year}",
        f"{at:%Y%m%d}",
    ):
        assert read_date(printed) == f"{at:%Y-%m-%d}", printed


@given(st.text(alphabet="0123456789年月日-/.: TZ二〇一十廿元Feb下午（）：０－", max_size=40))
def test_no_text_is_too_odd_and_the_place_of_a_date_is_in_it(text: str) -> None:
    read_date(text)
    if found := find_date(text):
        assert 0 <= found[1] < found[2] <= len(text)


def test_lines_without_a_date_cost_little() -> None:
    line = "全年通过网站主动公开政府信息一百二十条，内容涵盖机构职能、规划计划、行政许可等方面；" * 4
    begin = time.process_time()
    for _ in range(2000):
        find_date(line)
    assert time.process_time() - begin < 1
