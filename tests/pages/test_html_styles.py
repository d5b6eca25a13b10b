"""Saved pages in the manner of each CMS family; places, organs and sentences are invented."""

# ruff: noqa: E501 - a saved page's lines are as long as they are

import pytest

from govreports.model.document import Table
from govreports.model.page import Page
from govreports.pages import read_page

PROSE = (
    "本报告由青禾县水利局依据《中华人民共和国政府信息公开条例》编制。全文包括概述、主动公开情况、依申请公开情况等部分。",
    "一、概述",
    "2013年，我局加强组织领导，完善工作制度，主动公开政府信息126条，其中网站公开120条。",
    "二、依申请公开情况",
    "全年共受理申请3件，均按时答复；未收到行政复议申请。",
    "三、存在的问题",
    "公开内容还不够丰富，下一步将继续改进。",
)
TITLE = "青禾县水利局2013年政府信息公开工作年度报告"
PARAGRAPHS = "\n".join(f"<p>　　{line}</p>" for line in PROSE)
MENU = "<ul>" + "".join(f'<li><a href="/c{n}/">栏目{n}号</a></li>' for n in range(30)) + "</ul>"
FOOT = """<div class="footer"><p>主办：青禾县人民政府  承办：青禾县政府办公室</p>
<p>网站标识码：9901230001  青ICP备05000001号  青公网安备 99012302000001号</p><p><a href="/map">网站地图</a> | <a href="/us">联系我们</a></p></div>"""


def read(html: str, **more: object) -> Page:
    return read_page(html.encode(), snapshot="page.html", **more)  # type: ignore[arg-type]


OPENNESS = f"""<!DOCTYPE html><html><head><title>{TITLE}_青禾县人民政府</title></head><body>{MENU}
<div class="unit">青禾县水利局</div>
<div class="m-position">您现在所在的位置: <a href="/">网站首页</a> &gt; <a href="/xxgk">政府信息公开</a> &gt;
<a href="/xxgk/12">青禾县水利局</a> &gt; 政府信息公开年报</div>
<div class="m-detail"><h1>{TITLE}</h1>
<div class="info"><span>发布时间:2014-03-05 00:00</span> <span>来源:青禾县水利局</span> <span>字体:[<a>大</a> <a>中</a> <a>小</a>]</span></div>
<div class="share">用微信扫描二维码分享至好友和朋友圈</div>
<div class="g-detailbox">{PARAGRAPHS}</div>
<div class="m-file-download"><h3>附件下载</h3><a href="/XxgkAnnualReport/download/6587.html">2013年度报告.doc</a></div>
</div>{FOOT}</body></html>"""

LONSUN = f"""<html><head><meta name="SiteName" content="青禾县人民政府"><META NAME="ColumnType" CONTENT="信息公开年报">
<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2014-03-05 15:04:00">
<meta name="ContentSource" content=""></head><body>{MENU}
<table class="table_suoyin"><tbody>
<tr><th>索&nbsp;引&nbsp;号：</th><td>012345678/201403-00012</td><th>信息分类：</th><td>信息公开年报</td></tr>
<tr><th>内容分类：</th><td>其它</td><th>发文日期：</th><td>2014-03-04</td></tr>
<tr><th>发布机构：</th><td>青禾县水利局</td><th>生成日期：</th><td>2014-03-04</td></tr>
<tr><th>名　　称：</th><td colspan="3">{TITLE}</td></tr>
<tr><th>文　　号：</th><td></td><th>关键词：</th><td></td></tr></tbody></table>
<h1 class="wztit">{TITLE}</h1>
<div class="wzbjxx"><span class="fbsj">发布时间：2014-03-05 15:04</span><span class="res">信息来源：水利局办公室</span>
<span>阅读次数：<script>document.write(1)</script></span> <a>我要纠错</a> <a>打印</a> 【字体：<a>大</a> <a>中</a> <a>小</a>】</div>
<div class="wzcon j-fontContent clearfix">{PARAGRAPHS}
<p>附件：<a href="/group6/M00/00/1A/abc.xls">政府信息公开情况统计表.xls</a></p></div>
<div class="wjxz"><h4>文件下载</h4></div><div class="zczx"><h4>政策咨询</h4><p>如果您对该政策文件有疑问，可以拨打标题上方的电话咨询相关部门。</p></div>
<div>标签：</div>{FOOT}</body></html>"""

HANWEB = f"""<html><head><title>青禾县人民政府 年度报告 {TITLE}</title>
<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2014-03-05"></head><body>{MENU}
<table width="100%"><tr><td>当前位置：</td><td><a href="/">首页</a></td>
<td><table><tr><td>&gt;<a href="/col/col1/">政府信息公开</a></td><td>&gt;<a href="/col/col2/">年度报告</a></td></tr></table></td></tr></table>
<table class="xxgk_table"><tr><td>索引号</td><td>11990123MB0A12345X/2014-000123</td><td>组配分类</td><td>2013年度</td></tr>
<tr><td>成文日期</td><td>2014-03-04</td><td>公开方式</td><td>主动公开</td></tr></table>
<table><tr><td align="center" class="title">{TITLE}</td></tr>
<tr><td>发布日期：2014-03-05 09:53　浏览次数：<script>hits()</script>　信息来源：青禾县　字体：[ 大 中 小 ]</td></tr></table>
<div>分享：</div>
<table><tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">{PARAGRAPHS}
<p>附件：</p><p><a href="/module/download/downfile.jsp?classid=0&filename=0123456789abcdef.doc">年度报告全文</a></p>
<meta name="ContentEnd"><!--ZJEG_RSS.content.end--></div></td></tr></table>
<div>【<a href="javascript:window.print()">打印本页</a>】 【<a href="javascript:window.close()">关闭窗口</a>】</div>{FOOT}</body></html>"""

TRS = f"""<html><head><title>{TITLE}-青禾县水利局网站</title></head><body>{MENU}
<div class="crumb"><a href="../../">首页</a>&nbsp;&gt;&nbsp;<a href="../">政务公开</a>&nbsp;&gt;&nbsp;<a href="./">信息公开年报</a></div>
<div class="sub"><ul><li>索 引 号：K12345-0203-2014-001</li><li>发文机关：青禾县水利局</li><li>成文日期：2014年03月04日</li>
<li>发文字号：</li><li>发布日期：2014年03月05日</li></ul></div>
<div class="xl_tit">{TITLE}</div><div class="xl_info">来源：县水利局&nbsp;&nbsp;2014-03-05 10:00&nbsp;&nbsp;<a href="#">【打印】</a></div>
<div class="view TRS_UEDITOR trs_paper_default trs_web"><style>p{{margin:0}}</style><div class="TRS_Editor">{PARAGRAPHS}</div>
<script>createPageHTML(3, 0, "t20140305_9988", "html");</script></div>
<div class="fj"><a href="./P020140305376543210987.pdf">附件1</a></div><div>相关链接</div><ul><li><a href="/x.html">青禾县水利局2012年政府信息公开工作年度报告</a></li></ul>{FOOT}</body></html>"""

UCAP = f"""<html><head><meta name="channelid" content="1"></head><body>{MENU}<div class="BreadcrumbNav">
<a href="/">首页</a> &gt; <a href="/x">政府信息公开</a> &gt; <a href="/y">法定主动公开内容</a> &gt; 正文</div>
<div class="article"><h1><UCAPTITLE>{TITLE}</UCAPTITLE></h1><div class="date">发布时间：<PUBLISHTIME>2014-03-05 08:30</PUBLISHTIME>
<span>来源：青禾县水利局</span><span>字号：<b>默认</b> <b>大</b> <b>超大</b></span>|<span>打印</span></div>
<div class="pages_content" id="UCAP-CONTENT"><UCAPCONTENT>{PARAGRAPHS}</UCAPCONTENT><div style="display:none">{PARAGRAPHS}</div></div>
<div>扫一扫在手机打开当前页</div></div></html><div>尾巴</div>{FOOT}</body></html>"""

VSB = f"""<html><head><title>{TITLE}-青禾县水利局</title></head><body>{MENU}
<table class="winstyle1"><tr><td><span>当前位置:</span> <a href="../../index.htm">首页</a><span>&gt;&gt;</span><a href="../../zwgk.htm">政务公开</a><span>&gt;&gt;</span>正文</td></tr></table>
<form name="_newscontent_fromname"><div><h1>{TITLE}</h1><div>2014年03月05日 09:12&nbsp;&nbsp;青禾县水利局&nbsp;&nbsp;点击：[<span>12</span>]</div>
<div id="vsb_content_2"><div class="v_news_content">{PARAGRAPHS}</div></div>
<p>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=22">年度报告.docx</a>】已下载<span>5</span>次</p>
<p>上一条：<a href="1.htm">青禾县水利局2012年年报</a> 下一条：<a href="3.htm">青禾县水利局2014年年报</a></p><p>【<a>关闭</a>】</p></div></form>{FOOT}</body></html>"""

OLD_TABLES = f"""<HTML><HEAD><TITLE>政府信息公开</TITLE></HEAD><BODY><TABLE width=1000><TR><TD>{MENU}</TD></TR></TABLE>
<TABLE width=1000><TR><TD width=200><TABLE><TR><TD><A href="a.asp">公开指南</A></TD></TR><TR><TD><A href="b.asp">公开目录</A></TD></TR></TABLE></TD>
<TD><TABLE><TR><TD>您的位置：<A href="/">首页</A> &gt;&gt; <A href="list.asp">信息公开年报</A></TD></TR>
<TR><TD align=center><B>{TITLE}</B></TD></TR>
<TR><TD align=center>发布时间：2014-3-5 9:08:07　　来源：县水利局　　点击数：<script src=hit.asp></script></TD></TR>
<TR><TD><TABLE><TR><TD>{"<BR>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + line for line in PROSE)}</TD></TR></TABLE></TD></TR>
<TR><TD align=right>【<A href=#>打印</A>】【<A href=#>关闭</A>】</TD></TR></TABLE></TD></TR></TABLE>{FOOT}</BODY></HTML>"""

PLAIN = f"""<html><head><title>{TITLE}</title></head><body><div class="top">{MENU}</div><div class="w1200"><div class="left">{MENU}</div>
<div class="right"><div class="abc"><div class="t">{TITLE}</div><div class="i">时间：2014-03-05　来源：县水利局</div>
<div class="k">{"".join(f"<div>{line}</div>" for line in PROSE)}</div></div></div></div>{FOOT}</body></html>"""

STYLES = {
    "Openness": (
        OPENNESS,
        "2014-03-05T00:00",
        "青禾县水利局",
        ("网站首页", "政府信息公开", "青禾县水利局", "政府信息公开年报"),
    ),
    "Lonsun": (LONSUN, "2014-03-05T15:04", "水利局办公室", ()),
    "Hanweb": (HANWEB, "2014-03-05T09:53", "青禾县", ("首页", "政府信息公开", "年度报告")),
    "TRS": (TRS, "2014-03-05T10:00", "县水利局", ("首页", "政务公开", "信息公开年报")),
    "UCAP": (UCAP, "2014-03-05T08:30", "青禾县水利局", ("首页", "政府信息公开", "法定主动公开内容")),
    "VSB": (VSB, "2014-03-05T09:12", "青禾县水利局", ("首页", "政务公开")),
    "nested tables": (OLD_TABLES, "2014-03-05T09:08", "县水利局", ("首页", "信息公开年报")),
    "unknown skin": (PLAIN, "2014-03-05", "县水利局", ()),
}


@pytest.mark.parametrize("style", STYLES)
def test_every_style_gives_the_same_article_and_its_facts(style: str) -> None:
    html, published, source, breadcrumb = STYLES[style]
    page = read(html)
    assert page.document.text.split("\n") == list(PROSE)
    assert page.title == TITLE
    assert page.published == published
    assert page.source == source
    assert page.breadcrumb == breadcrumb


@pytest.mark.parametrize("style", STYLES)
def test_a_gbk_page_reads_like_its_utf8_twin(style: str) -> None:
    html = STYLES[style][0]
    twin = read_page(html.encode("gbk"), snapshot="x", content_type="text/html; charset=gb2312")
    assert twin.document.text == read(html).document.text
    assert twin.breadcrumb == read(html).breadcrumb


def test_metadata_tables_in_four_columns_and_in_list_items_are_facts_and_not_text() -> None:
    lonsun = read(LONSUN)
    assert lonsun.metadata == {
        "索引号": "012345678/201403-00012",
        "信息分类": "信息公开年报",
        "内容分类": "其它",
        "发文日期": "2014-03-04",
        "发布机构": "青禾县水利局",
        "生成日期": "2014-03-04",
        "名称": TITLE,
    }
    assert (lonsun.index_number, lonsun.publisher) == ("012345678/201403-00012", "青禾县水利局")
    assert read(HANWEB).metadata["成文日期"] == "2014-03-04"
    assert read(HANWEB).index_number == "11990123MB0A12345X/2014-000123"
    assert read(TRS).metadata == {
        "索引号": "K12345-0203-2014-001",
        "发文机关": "青禾县水利局",
        "成文日期": "2014年03月04日",
        "发布日期": "2014年03月05日",
    }


def test_all_date_claims_are_kept_by_kind() -> None:
    kinds = {(claim.kind, claim.value) for claim in read(LONSUN, url="http://x.gov.test/art/2014/3/6/a.html").dates}
    assert kinds == {
        ("shown", "2014-03-05T15:04"),
        ("meta", "2014-03-05T15:04"),
        ("table", "2014-03-04"),
        ("url", "2014-03-06"),
    }
    assert ("signed", "2014-03-04") in {(claim.kind, claim.value) for claim in read(HANWEB).dates}


def test_the_organ_above_the_breadcrumb_is_the_banner() -> None:
    assert read(OPENNESS).banner == "青禾县水利局"


def test_page_tags_are_read_whatever_their_letter_case() -> None:
    assert read(LONSUN).tags["ColumnType"] == "信息公开年报"
    assert "ContentSource" not in read(LONSUN).tags


@pytest.mark.parametrize(
    ("html", "url", "name", "media_type"),
    [
        (OPENNESS, "http://a.gov.test/XxgkAnnualReport/download/6587.html", "2013年度报告.doc", "application/msword"),
        (
            LONSUN,
            "http://a.gov.test/group6/M00/00/1A/abc.xls",
            "政府信息公开情况统计表.xls",
            "application/vnd.ms-excel",
        ),
        (
            HANWEB,
            "http://a.gov.test/module/download/downfile.jsp?classid=0&filename=0123456789abcdef.doc",
            "年度报告全文",
            "application/msword",
        ),
        (TRS, "http://a.gov.test/x/P020140305376543210987.pdf", "附件1", "application/pdf"),
        (
            VSB,
            "http://a.gov.test/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=22",
            "年度报告.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_attachments_come_with_absolute_address_name_and_type(html: str, url: str, name: str, media_type: str) -> None:
    (attachment,) = read(html, url="http://a.gov.test/x/t20140305_9988.html").attachments
    assert (attachment.url, attachment.name, attachment.media_type) == (url, name, media_type)


def test_paragraphs_tell_their_place_in_the_page() -> None:
    first = read(HANWEB).document.blocks[0]
    assert first.origin.xpath == "/html/body/table[4]/tr/td/div/p[1]"


def test_a_statistics_table_stays_a_table_with_its_spans() -> None:
    table = """<table border="1"><caption>表一</caption><tr><th colspan="3">第二十条第（一）项</th></tr><tr><td>信息内容</td><td>本年制发件数</td><td>现行有效件数</td></tr>
    <tr><td>规章</td><td>0</td><td>2</td></tr><tr><td>行政规范性<br>文件</td><td>1</td><td></td></tr></table>"""
    page = read(HANWEB.replace("<p>附件：</p>", f"<p>附表</p>{table}"))
    (block,) = [block for block in page.document.blocks if isinstance(block, Table)]
    text = page.document.text
    assert "\n表一\n" in text
    assert text[block.start : block.end].split("\n") == [
        "第二十条第（一）项",
        "信息内容\t本年制发件数\t现行有效件数",
        "规章\t0\t2",
        "行政规范性文件\t1",
    ]
    assert [(cell.colspan, cell.header) for cell in block.cells[:2]] == [(3, True), (1, False)]
