"""Openness lists: rendered pages, the page number in the path."""

import pytest

LIST = "https://www.yunhe.gov.test/XxgkContent/showList/180/0/page_{}.html"


def row(number: int, title: str, date: str = "2013-03-20") -> str:
    return f'<li><span class="right date">{date}</span><a href="/XxgkAnnualReport/show/{number}.html">{title}</a></li>'


def page(*rows: str, pager: str = "") -> str:
    return f"""<!DOCTYPE html><html><head><title>信息公开年报</title></head><body>
    <div class="nav"><a href="/News/show/9001.html">云禾新闻</a></div>
    <div class="m-cglist"><ul>{"".join(rows)}</ul></div><div class="pagination">{pager}</div></body></html>"""


def test_pages_are_walked_as_long_as_the_pager_shows_a_further_one(walk) -> None:
    pager = '<a href="page_1.html">1</a><a href="page_2.html">2</a><a href="page_2.html">下一页</a> 共3条'
    walked = walk(
        "openness",
        {
            LIST.format(1): page(row(1, "甲"), row(2, "乙"), pager=pager),
            LIST.format(2): page(row(3, "丙"), pager=pager),
        },
        LIST.format(1),
    )
    assert walked.titles == ["甲", "乙", "丙"]
    assert walked.entries[0].url == "https://www.yunhe.gov.test/XxgkAnnualReport/show/1.html"
    assert walked.entries[0].listed == "2013-03-20"
    assert walked.entries[0].unit == "云禾县人民政府"
    assert walked.codes == []


def test_the_number_of_pages_in_words_is_enough(walk) -> None:
    answers = {LIST.format(n): page(row(n, f"第{n}"), pager="共 3 页") for n in (1, 2, 3)}
    assert walk("openness", answers, LIST.format(1)).titles == ["第1", "第2", "第3"]


def test_a_page_without_pager_is_the_only_one(walk) -> None:
    walked = walk("openness", {LIST.format(1): page(row(1, "甲"))}, LIST.format(1))
    assert len(walked.fetches) == 1
    assert walked.codes == []


def test_a_pager_that_goes_round_ends_with_a_finding(walk) -> None:
    pager = '<a href="page_9.html">尾页</a>'
    walked = walk("openness", lambda fetch: page(row(1, "甲"), row(2, "乙"), pager=pager), LIST.format(1))
    assert len(walked.fetches) == 2
    assert walked.titles == ["甲", "乙"]
    assert walked.codes == ["catalogue-repeats"]


def test_a_declared_total_that_disagrees_with_the_rows_is_a_finding(walk) -> None:
    walked = walk("openness", {LIST.format(1): page(row(1, "甲"), pager="共5条记录")}, LIST.format(1))
    assert walked.codes == ["total-disagrees"]
    assert "5" in walked.findings[0].message


@pytest.mark.parametrize(
    "hidden", ["<!-- 共99条 -->", "<script>var s='共99条';</script>", "<!--<a href='page_7.html'>7</a>-->"]
)
def test_what_is_commented_out_declares_nothing(walk, hidden: str) -> None:
    walked = walk("openness", {LIST.format(1): page(row(1, "甲"), pager=hidden)}, LIST.format(1))
    assert (len(walked.fetches), walked.codes) == (1, [])


def test_an_empty_page_that_promises_more_ends_the_walk_with_a_finding(walk) -> None:
    walked = walk("openness", {LIST.format(1): page(pager='<a href="page_2.html">下一页</a>')}, LIST.format(1))
    assert walked.codes == ["catalogue-page-empty"]


def test_guides_and_other_documents_of_the_list_are_entries_too(walk) -> None:
    rows = (
        '<li><a href="/OpennessGuide/show/4.html">信息公开指南</a></li>',
        '<li><a href="/XxgkContent/show/5.html">关于报送年度报告的通知</a></li>',
    )
    assert len(walk("openness", {LIST.format(1): page(*rows)}, LIST.format(1)).entries) == 2


NOWHERE = ["javascript:void(0)", "mailto:a@b.test", "", "#", "http://[", "http:///XxgkContent/show/1.html"]


@pytest.mark.parametrize("href", [*NOWHERE, "http://www.yunhe.gov.test:x/XxgkContent/show/9.html"])
def test_a_link_that_leads_nowhere_is_no_entry_and_breaks_nothing(walk, href: str) -> None:
    broken = f'<li><a href="{href}">坏的一条</a></li>'
    assert walk("openness", {LIST.format(1): page(broken, row(1, "甲"))}, LIST.format(1)).titles == ["甲"]


def test_a_link_in_two_rows_is_two_rows_and_a_row_with_two_links_is_one(walk) -> None:
    link = '<a href="/XxgkAnnualReport/show/1.html">{}</a>'
    twice = f"<li>{link.format('<img src=a.png>')}{link.format('甲')}</li>"
    walked = walk("openness", {LIST.format(1): page(twice, row(1, "甲"), pager="共2条")}, LIST.format(1))
    assert walked.titles == ["甲", "甲"]
    assert walked.codes == []


def test_where_only_a_report_is_known_its_position_leads_to_the_list(walk) -> None:
    report = "https://www.yunhe.gov.test/XxgkAnnualReport/show/6587.html"
    found = "https://www.yunhe.gov.test/XxgkContent/showList/9/3/page_1.html"
    shown = f"""<html><head><title>云禾县2024年政府信息公开工作年度报告</title></head><body>
        <div>您的位置：<a href="/">首页</a> &gt;
        <a href="/XxgkContent/showList/9/0/page_1.html">云禾县人民政府办公室</a> &gt;
        <a href="{found[26:]}">政府信息公开年报</a></div>
        <a href="/XxgkAnnualReport/show/6586.html">政府信息公开年报</a><a href="http://other.test/">政府信息公开年报</a></body></html>"""
    rows = '<div class="m-cglist"><ul><li><a href="/XxgkAnnualReport/show/6001.html">2023年年报</a></li></ul></div>'
    walked = walk("openness", {report: shown, found: f"<html><body>{rows}</body></html>"}, report)
    assert [fetch.url for fetch in walked.fetches] == [report, found]
    assert walked.titles == ["云禾县2024年政府信息公开工作年度报告", "2023年年报"]
    assert walked.codes == []


PORTALS_OWN = "云禾县人民政府"
NAMED_AND_NOT = {
    "教育局": "教育局",
    "云禾县苇渡镇人民政府": "云禾县苇渡镇人民政府",
    "县政府": "县政府",
    "乡镇人民政府": PORTALS_OWN,
    "县政府年报": PORTALS_OWN,
    "县直部门": PORTALS_OWN,
    "2013年": PORTALS_OWN,
}


def test_an_index_of_units_tells_whose_column_each_is_but_kinds_of_units_are_nobodys(walk) -> None:
    lists = {words: LIST.format(1).replace("/180/", f"/{number}/") for number, words in enumerate(NAMED_AND_NOT, 11)}
    links = "".join(f'<a href="{url}">{words}</a>' for words, url in lists.items())
    index = f'<html><head><meta name="ColumnType" content="信息公开年报"></head><body>{links}</body></html>'
    start = LIST.format(1)
    answers = {start: index} | {url: page(row(number, "甲")) for number, url in enumerate(lists.values())}
    walked = walk("openness", answers, start)
    assert [entry.unit for entry in walked.entries] == list(NAMED_AND_NOT.values())
