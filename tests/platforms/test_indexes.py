"""The links of a 汇总 page: those in its text, whatever the template calls it."""

from datetime import UTC, datetime

from govreports.model.exchange import Fetch, Snapshot
from govreports.platforms.indexes import index_entries

URL = "http://www.yunhe.gov.test/xxgk/2014/hz.html"


def snapshot(body: str) -> Snapshot:
    html = f"""<html><head><meta charset="utf-8"><title>汇总</title></head><body>
    <div class="nav"><a href="/xwdt/1.html">新闻动态</a> <a href="/zwgk/">政务公开</a></div>
    <h1>2013年度各部门政府信息公开年报汇总</h1><p>发布时间：2014-03-20 来源：县政府办公室</p>
    {body}
    <div class="next">上一篇：<a href="/xxgk/2014/0.html">云禾县2013年政府信息公开年报</a></div>
    <div class="foot"><a href="/about.html">关于我们</a> 版权所有</div></body></html>"""
    fetch = Fetch(URL, "catalogue")
    return Snapshot(fetch, URL, datetime(2019, 3, 1, tzinfo=UTC), 200, {"content-type": "text/html"}, html.encode())


ROWS = """<p>现将云禾县各部门2013年度政府信息公开年度报告汇总公布如下，请点击单位名称查看全文，欢迎监督。</p>
<table><tr><td>序号</td><td>单位</td></tr>
<tr><td>1</td><td><a href="jyj.html">县教育局</a></td></tr>
<tr><td>2</td><td><a href="/xxgk/2014/wdz.html">苇渡镇</a></td></tr>
<tr><td>3</td><td><a href="jyj.html#top">县教育局</a></td></tr>
<tr><td>4</td><td><a href="slj.doc">县水务局2013年政府信息公开年报</a></td></tr>
<tr><td>5</td><td><a href="tu.jpg">封面</a></td></tr></table>
<p><a href="javascript:window.print()">打印</a> <a href="hz.html">返回</a></p>"""


def test_links_are_read_in_the_container_that_the_platform_knows() -> None:
    found = index_entries(snapshot(f"<div id='zoom'>{ROWS}</div>"), ("//*[@id='content']", "//*[@id='zoom']"))
    assert [(entry.url.rpartition("/")[2], entry.title, entry.unit) for entry in found] == [
        ("jyj.html", "县教育局", "县教育局"),
        ("wdz.html", "苇渡镇", "苇渡镇"),
        ("slj.doc", "县水务局2013年政府信息公开年报", None),
    ]


def test_links_are_read_where_the_text_is_where_no_container_is_known() -> None:
    found = index_entries(snapshot(f"<div class='xl_main_2'>{ROWS}</div>"), ("//*[@id='zoom']",))
    assert [entry.url.rpartition("/")[2] for entry in found] == ["jyj.html", "wdz.html", "slj.doc"]


def test_a_page_that_links_to_nothing_is_no_index() -> None:
    prose = "<div id='zoom'><p>" + "全年主动公开政府信息120条，收到申请3件，均按期答复。" * 5 + "</p></div>"
    assert index_entries(snapshot(prose), ("//*[@id='zoom']",)) == ()
