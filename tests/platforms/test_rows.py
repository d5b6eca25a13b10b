"""Where lists keep their links, titles and dates."""

from time import process_time

import pytest

from govreports.platforms.column import column_of
from govreports.platforms.rows import Listing

URL = "http://www.yunhe.gov.test/xxgk/nb/index.html"


def rows(body: str, *, url: str = URL, head: str = "", entry: str = "t20") -> list[tuple[str, str, str | None]]:
    listing = Listing.of(f"<html><head>{head}</head><body>{body}</body></html>", url)
    return [(found.url, found.title, found.listed) for found in listing.rows(lambda address: entry in address)]


A = "http://www.yunhe.gov.test/xxgk/nb/201303/t20130305_11.html"
TITLE = "云禾县2012年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "link",
    [
        f'<a href="./201303/t20130305_11.html">{TITLE}</a>',
        f'<a href="//www.yunhe.gov.test/xxgk/nb/201303/t20130305_11.html">{TITLE}</a>',
        f'<a href=" ../nb/201303/t20130305_11.html\n">{TITLE}</a>',
        f'<a href=".\\201303\\t20130305_11.html">{TITLE}</a>',
        f'<a to-href="/xxgk/nb/201303/t20130305_11.html">{TITLE}</a>',
        f'<a href="javascript:;" data-url="/xxgk/nb/201303/t20130305_11.html">{TITLE}</a>',
        f"<a href=\"javascript:openWin('/xxgk/nb/201303/t20130305_11.html')\">{TITLE}</a>",
        f"<a href=\"#\" onclick=\"window.open('./201303/t20130305_11.html','_blank')\">{TITLE}</a>",
        f"<span onclick=\"location.href='201303/t20130305_11.html'\">{TITLE}</span>",
        f'<a href="./201303/t20130305_11.html">云禾县2012年政府信…</a><a href="./201303/t20130305_11.html">{TITLE}</a>',
        f'<a href="./201303/t20130305_11.html" title="{TITLE}">云禾县2012年政府信息...</a>',
        f'<a href="./201303/t20130305_11.html" title="{TITLE}">云禾县2012年政府信息</a>',
        f'<a href="./201303/t20130305_11.html" title="点击查看">{TITLE}</a>',
        f'<a href="./201303/t20130305_11.html" title="标题：{TITLE}&#10;发布日期：2013-03-05">云禾县</a>',
        f'<a href="./201303/t20130305_11.html"><img src="x.png" alt="{TITLE}"></a>',
        f'<a href="./201303/t20130305_11.html"><i>·</i>{TITLE}</a>',
        f'<a href="./201303/t20130305_11.html">{TITLE}<span>2013-03-05</span></a>',
        f'<a href="./201303/t20130305_11.html"><!-- 标题 -->{TITLE}<!-- 2013-03-05 --></a>',
    ],
)
def test_a_link_is_found_where_it_is_kept_with_its_full_title(link: str) -> None:
    assert rows(f"<ul><li>{link}<span>2013-03-05</span></li></ul>") == [(A, TITLE, "2013-03-05")]


@pytest.mark.parametrize(
    "link",
    [
        "<a href=\"javascript:show('t2013'+id)\">甲</a>",
        "<a onclick=\"open('/t2013/'+id+'.html')\">甲</a>",
        '<a href="/t2013/${doc.id}">${doc.title}</a>',
        "<a href='/t2013/{{pcUrl}}'>{{title}}</a>",
        '<!-- <a href="t2013_1.html">甲</a> -->',
        '<script type="text/x-handlebars-template"><a href="t2013_1.html">甲</a></script>',
    ],
)
def test_what_is_computed_commented_out_or_a_template_is_no_link(link: str) -> None:
    assert rows(f"<ul><li>{link}</li></ul>") == []


@pytest.mark.parametrize(
    ("row", "day"),
    [
        (f'<li><a href="{A}">{TITLE}</a> [2013-03-05]</li>', "2013-03-05"),
        (f'<li><a href="{A}">{TITLE}</a><em>2013.03.05</em></li>', "2013-03-05"),
        (f'<li><a href="{A}">{TITLE}</a><i>（2013年3月5日）</i></li>', "2013-03-05"),
        (f'<li><a href="{A}">{TITLE}</a>２０１３—０３—０５</li>', "2013-03-05"),
        (f'<li><a href="{A}">{TITLE}</a>2013/3/5 9:12:33</li>', "2013-03-05"),
        (f'<li><a href="{A}">{TITLE}</a><span>20130305</span></li>', "2013-03-05"),
        (f'<li><a href="{A}">{TITLE}</a><span>03-05</span></li>', "2013-03-05"),
        (f'<li><a href="{A}">{TITLE}</a><span title="2014-01-02 10:00">01-02</span></li>', "2014-01-02"),
        (f'<li><span>2013-03-05</span><a href="{A}">{TITLE}</a></li>', "2013-03-05"),
        (f'<li><a href="{A}"><p>{TITLE}</p><p>发布日期：2013-03-05</p></a></li>', "2013-03-05"),
        (f'<li><a href="{A}" title="标题：{TITLE}\n发布时间：2013-03-05 09:00">{TITLE}</a></li>', "2013-03-05"),
        (f"<li onclick=\"open('{A}')\"><p>{TITLE}</p><span>2013-03-05</span></li>", "2013-03-05"),
        (f"<tr><td>1</td><td><a href='{A}'>{TITLE}</a></td><td>2013-02-20</td><td>2013-03-05</td></tr>", "2013-03-05"),
        (f'<li><a href="{A}">{TITLE}</a></li>', None),
        (f'<li><a href="{A}">{TITLE}</a><span>2013-02-31</span></li>', None),
    ],
)
def test_the_date_stands_beside_the_link_in_many_forms(row: str, day: str | None) -> None:
    wrapped = f"<table>{row}</table>" if row.startswith("<tr") else f"<ul>{row}</ul>"
    assert rows(wrapped) == [(A, TITLE, day)]


def test_links_and_dates_strung_together_belong_to_each_other() -> None:
    flat = "".join(f'<a href="t2013_{n}.html">第{n}份</a><span>2013-03-0{n}</span><br>' for n in (1, 2, 3))
    assert [row[1:] for row in rows(f"<div>{flat}</div>")] == [(f"第{n}份", f"2013-03-0{n}") for n in (1, 2, 3)]
    terms = "".join(f'<dt><a href="t2013_{n}.html">第{n}份</a></dt><dd>2013-03-0{n}</dd>' for n in (1, 2, 3))
    assert [row[1:] for row in rows(f"<dl>{terms}</dl>")] == [(f"第{n}份", f"2013-03-0{n}") for n in (1, 2, 3)]


def test_dates_that_stand_before_their_links_belong_to_those() -> None:
    flat = "".join(f'<span>2013-03-0{n}</span><a href="t2013_{n}.html">第{n}份</a><br>' for n in (1, 2, 3))
    assert [row[1:] for row in rows(f"<div>{flat}</div>")] == [(f"第{n}份", f"2013-03-0{n}") for n in (1, 2, 3)]


def test_four_times_the_rows_without_dates_take_some_four_times_as_long() -> None:
    def seconds(number: int) -> float:
        body = "<ul>" + "".join(f'<li><a href="t2013_{n}.html">第{n}份</a></li>' for n in range(number)) + "</ul>"
        begun = process_time()
        assert len(rows(body)) == number
        return process_time() - begun

    seconds(10)
    assert seconds(2000) < 9 * seconds(500)


def test_rows_in_a_cdata_section_are_rows() -> None:
    record = "<record><![CDATA[<li><a href='t2013_{0}.html'>第{0}份</a><span>2013-03-0{0}</span></li>]]></record>"
    body = f"<div><datastore><recordset>{record.format(1)}{record.format(2)}</recordset></datastore></div>"
    assert [row[1:] for row in rows(body)] == [("第1份", "2013-03-01"), ("第2份", "2013-03-02")]


def test_rows_that_a_script_writes_stand_where_it_writes_them() -> None:
    code = """document.write("<ul>");
    document.write('<li><a href="t2013_1.html" title="甲">甲</a><span>2013-03-05</span></li>');
    document.writeln("<li><a href=\\"t2013_2.html\\">" + "乙" + "<\\/a>2013-03-06</li>");
    document.write("<li><a href='t2013_" + id + ".html'>丙</a></li>");
    //document.write("<li><a href='t2013_9.html'>丁</a></li>");"""
    written = rows(f"<div><script>{code}</script></div>")
    assert [row[1:] for row in written] == [("甲", "2013-03-05"), ("乙", "2013-03-06")]
    between = "<script>document.write('<li><a href=\"t2013_2.html\">乙</a>2013-03-06</li>');</script>"
    unread = "<!-- <script>document.write('<li><a href=\"t2013_3.html\">丙</a></li>');</script> -->"
    first, last = (f"<li><a href='t2013_{n}.html'>{title}</a>2013-03-0{n}</li>" for n, title in ((1, "甲"), (4, "丁")))
    mixed = rows(f"<ul>{first}{between}{unread}{last}</ul>")
    assert [row[1:] for row in mixed] == [("甲", "2013-03-01"), ("乙", "2013-03-06"), ("丁", "2013-03-04")]


def test_rows_that_lie_as_objects_in_a_script_are_read_last() -> None:
    objects = """var menu = [{"name": "年报", "url": "/col/t2013/", "children": []}];
    var list = {"articleList": [{"title": "甲", "urls": "{\\"pc\\":\\"/t2013_1.html\\"}", "pubDate": "2013-03-05"},
    {"showTitle": "<p>乙</p>", "url": "//www.yunhe.gov.test/t2013_2.html", "publishedTimeStr": "2013-03-06"}]};"""
    assert rows(f"<script>{objects}</script>") == [
        ("http://www.yunhe.gov.test/t2013_1.html", "甲", "2013-03-05"),
        ("http://www.yunhe.gov.test/t2013_2.html", "乙", "2013-03-06"),
    ]


def test_a_base_address_counts() -> None:
    found = rows('<li><a href="t2013_1.html">甲</a></li>', head='<base href="/other/">')
    assert found == [("http://www.yunhe.gov.test/other/t2013_1.html", "甲", None)]


def test_navigation_and_footer_are_no_rows() -> None:
    frame = """<div class="main-nav"><ul><li><a href="/t2012_1.html">首页</a></li></ul></div>
    <div class="leftMenu left-menu"><a href="/t2012_2.html">概况</a></div>
    <ul><li><a href="t2013_1.html">甲</a><span>2013-03-05</span></li></ul>
    <div class="pager"><a href="t2013_2.html">下一页</a></div><div id="footer"><a href="/t2012_3.html">声明</a></div>"""
    assert [row[1] for row in rows(frame)] == ["甲"]
    only = '<div class="footer"><ul><li><a href="t2013_1.html">甲</a></li></ul></div>'
    assert [row[1] for row in rows(only)] == ["甲"], "a list in an oddly named box is a list all the same"


@pytest.mark.parametrize(
    ("head", "body", "name", "is_reports"),
    [
        ('<meta name="ColumnName" content="年报"><meta name="ColumnType" content="信息公开年报">', "", "年报", True),
        ('<META NAME="columnname" CONTENT="政府信息公开年报">', "", "政府信息公开年报", True),
        (
            '<meta name="ColumnName" content="县教育局"><meta name="ColumnType" content="信息公开年报">',
            "",
            "县教育局",
            True,
        ),
        ('<meta name="ColumnName" content="政府网站年度报告">', "", "政府网站年度报告", False),
        (
            '<meta name="ColumnName" content="政策文件"><meta name="ColumnType" content="政策文件">',
            "",
            "政策文件",
            False,
        ),
        ("", "<p>您现在的位置：<a>首页</a> &gt; <a>信息公开</a> &gt; <a>年度报告</a></p>", "年度报告", True),
        ("<title>信息公开年报-云禾县</title>", "", "信息公开年报-云禾县", True),
        ("", "", None, False),
    ],
)
def test_a_column_is_known_by_its_tags_its_position_or_its_title(head, body, name, is_reports) -> None:
    column = column_of(Listing.of(f"<html><head>{head}</head><body>{body}</body></html>", URL))
    assert (column.name, column.is_annual_reports) == (name, is_reports)
