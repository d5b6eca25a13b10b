"""What `read_page` does with the pages that break extractors, and with what is no page at all."""

# ruff: noqa: E501 - a saved page's lines are as long as they are

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreports.model.document import Table
from govreports.model.page import Page
from govreports.pages import Detail, UnreadablePage, join_pages, read_page

TITLE = "青禾县水利局2013年政府信息公开工作年度报告"
PROSE = [
    "2013年，我局主动公开政府信息126条，受理申请3件，均已按时答复。",
    "二、存在的问题",
    "公开内容还不够丰富，下一步将继续改进。",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in PROSE)
MENU = "<ul>" + "".join(f"<li><a href='/{n}/'>栏目{n}号</a></li>" for n in range(40)) + "</ul>"
HEAD = f"<div class='path'>当前位置：<a href='/'>首页</a> &gt; <a href='/nb/'>年报</a></div><h1>{TITLE}</h1><p>发布时间：2014-03-05 来源：县水利局</p>"


def read(html: str, **more: object) -> Page:
    return read_page(html.encode(), snapshot="page.html", **more)  # type: ignore[arg-type]


def page_of(body: str) -> str:
    return f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty body"),
        (b" \r\n\t", "empty body"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)), "JPEG"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"<html><head></head><body><script>x()</script></body></html>", "no text"),
        (
            b"<html><head><script>document.cookie='__jsl_clearance=1';location.href=location.pathname</script></head></html>",
            "challenge page",
        ),
        (
            b"<html><head><meta id='c'><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script></head><body></body></html>",
            "challenge page",
        ),
        (
            "<html><head><title>404</title></head><body><div><p>很抱歉，您访问的页面不存在或已被删除。</p></div><a href='/'>返回首页</a></body></html>".encode(),
            "error page",
        ),
    ],
)
def test_what_is_no_page_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePage) as refused:
        read_page(body, snapshot="x")
    assert reason in refused.value.reason


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page_of(HEAD + f"<div id='zoom'>{PARAGRAPHS}</div>"), id="plain"),
        pytest.param(f"<html><body><div>{TITLE}网</div></body></html>{HEAD}<div id='zoom'>{PARAGRAPHS}</div>", id="outside the html element"),
        pytest.param(page_of(HEAD + f"<div class='print' style='DISPLAY: none'>{PARAGRAPHS}</div><div class='xyz'>{PARAGRAPHS}</div>"), id="a hidden copy for printing"),
        pytest.param(page_of(HEAD + f"<div id='zoom'><html><head><title>稿</title><style>p{{}}</style></head><body>{PARAGRAPHS}</body></html></div><p>主办：青禾县人民政府</p>"), id="a whole document pasted in"),
        pytest.param(page_of(HEAD + f"<div id='zoom'><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->{PARAGRAPHS.replace('<p>', '<p class=MsoNormal><span lang=EN-US><o:p></o:p></span>')}<![if !supportEmptyParas]>&nbsp;<![endif]></div>"), id="Word markup"),
        pytest.param(page_of(HEAD + f"<div id='zoom'>{PARAGRAPHS}<div class='share'>用微信扫描二维码<br>分享至好友和朋友圈<i>×</i></div></div>"), id="a share box in the container"),
        pytest.param(page_of(MENU + f"<div id='Content'>{MENU}{HEAD}<div>{PARAGRAPHS}</div>{MENU}</div>"), id="a container around the whole page"),
        pytest.param(page_of(HEAD + f"<div id='zoom'>{PROSE[0]}<br><br>{PROSE[1]}<br/>{PROSE[2]}</div>"), id="line breaks"),
        pytest.param(page_of(HEAD + f"<div><!-- 正文 开始 -->{PARAGRAPHS}<!-- 正文 结束 --><p>以下是站点说明，与正文无关。</p></div>"), id="marked by comments"),
        pytest.param(page_of(HEAD + f"<div id='zoom'><p>{PROSE[0]}</p></div></div><p>{PROSE[1]}</p><p>{PROSE[2]}</p><div>分享到：</div>"), id="spilled out of its container"),
        pytest.param(page_of("<div class='con_text'><p>本网站由青禾县政府办公室主办，欢迎社会各界提出意见和建议，我们将认真办理并及时答复。</p></div>" + HEAD + f"<div class='unknown'>{PARAGRAPHS}</div>"), id="a known name above the title"),
        pytest.param(page_of(HEAD + f"<div class='unknown'>{PARAGRAPHS}</div>" + "<div class='foot'>" + "".join(f"<a href='/{n}'>青禾县某某单位网站{n}</a>" for n in range(400)) + "</div>"), id="short among thousands of footer characters"),
        pytest.param(page_of(HEAD + f"<div id='zoom'>{PARAGRAPHS}<div class='share hide'>微信里点发现，扫一扫二维码。</div><p class=ng-hide>x</p><p><span style='font-size:0.001px'>水印</span></p></div>"), id="hidden parts"),
        pytest.param(page_of(HEAD + f"<div id='zoom' style='display:none'>{PARAGRAPHS}</div>"), id="a container that a script uncovers"),
    ],
)  # fmt: skip
def test_the_article_is_found_in(html: str) -> None:
    page = read(html)
    assert page.document.text.split("\n") == PROSE
    assert page.title == TITLE


def test_an_article_kept_in_the_pages_configuration_is_read() -> None:
    content = PARAGRAPHS.replace("<", "\\u003C").replace('"', '\\"')
    html = page_of(
        HEAD
        + f'<div id=\'app\'></div><script>window._CONFIG = {{SID: \'1\', DETAIL: {{"id": 7, "content": "{content}"}}}};</script>'
    )
    assert read(html).document.text.split("\n") == PROSE


def test_the_adapters_container_comes_first() -> None:
    html = page_of(
        HEAD
        + f"<div id='zoom'><p>政府网站提示您：谨防诈骗，详见本站公告栏目。</p></div><div class='own'>{PARAGRAPHS}</div>"
    )
    assert read(html, detail=Detail(body=("//div[@class='own']",))).document.text.split("\n") == PROSE


def test_facts_and_files_are_read_where_the_family_keeps_them_under_whatever_names() -> None:
    html = page_of(
        "<table class='facts'><tr><th>事项名称</th><td>年度报告</td><th>归档号：</th><td>丙-7</td></tr>"
        "<tr><td>索 引 号</td><td>QH014/2014-3</td></tr></table>"
        "<ul class='more'><li>审核人：水利局办公室</li><li>共三页</li></ul>"
        f"<div id='zoom'>{PARAGRAPHS}</div>"
        "<div class='files'><a href='/get?id=7'>年报附表</a><a href='javascript:;'>关闭</a><p data-value='/v/8'></p></div>"
    )
    detail = Detail(
        metadata=("//table[@class='facts']", "//ul[@class='more']//li"), attachments=("//div[@class='files']",)
    )
    page = read(html, url="http://www.qinghe.gov.test/nb/1.html", detail=detail)
    assert page.metadata == {
        "事项名称": "年度报告",
        "归档号": "丙-7",
        "索引号": "QH014/2014-3",
        "审核人": "水利局办公室",
    }
    assert page.index_number == "QH014/2014-3"
    assert [(file.url, file.name) for file in page.attachments] == [
        ("http://www.qinghe.gov.test/get?id=7", "年报附表"),
        ("http://www.qinghe.gov.test/v/8", "8"),
    ]
    assert [file.name for file in read(html, url="http://www.qinghe.gov.test/nb/1.html").attachments] == []


def test_a_title_inside_the_container_stays_and_one_above_the_information_line_goes() -> None:
    inside = read(page_of(HEAD + f"<div id='zoom'><p align=center>{TITLE}</p>{PARAGRAPHS}</div>"))
    assert inside.document.text.split("\n") == [TITLE, *PROSE]
    wide = read(page_of(f"<div class='article-content'>{HEAD}{PARAGRAPHS}</div>"))
    assert wide.document.text.split("\n") == PROSE
    assert (wide.title, wide.published, wide.breadcrumb) == (TITLE, "2014-03-05", ("首页", "年报"))


def test_a_body_that_is_one_table_keeps_its_cells() -> None:
    rows = "".join(
        f"<tr><td>{label}</td><td>{value}</td></tr>"
        for label, value in [("项目", "数量"), ("主动公开", "126"), ("申请", "3")]
    )
    for body in (
        f"<div id='zoom'><table>{rows}</table></div>",
        f"<table id='zoom'><tbody>{rows}</tbody></table>",
        f"<table><tbody class='TRS_Editor'>{rows}</tbody></table>",
    ):
        page = read(page_of(HEAD + body))
        assert isinstance(page.document.blocks[0], Table)
        assert page.document.text == "项目\t数量\n主动公开\t126\n申请\t3"


def test_shown_date_wins_over_the_tag_and_a_disagreement_is_a_finding() -> None:
    tag = '<meta name="pubdate" content="2014—02—05 10∶00">'
    page = read(page_of(HEAD + f"<div id='zoom'>{PARAGRAPHS}</div>").replace("<head>", f"<head>{tag}"))
    assert page.published == "2014-03-05"
    assert {(claim.kind, claim.value) for claim in page.dates} == {
        ("shown", "2014-03-05"),
        ("meta", "2014-02-05T10:00"),
    }
    assert [finding.code for finding in page.findings] == ["date-disagrees"]


def test_a_source_tag_may_carry_its_label() -> None:
    head = HEAD.replace("来源：县水利局", "来源：")
    page = read(
        page_of(head + f"<div id='zoom'>{PARAGRAPHS}</div>").replace(
            "<head>", '<head><meta name="ContentSource" content="来源：水利局">'
        )
    )
    assert page.source == "水利局"


def test_a_report_that_is_only_an_attachment_is_a_page() -> None:
    page = read(
        page_of(HEAD + "<div id='zoom'><p><a href='./P020140305.pdf'>2013年度报告.pdf</a></p></div>"),
        url="http://a.gov.test/nb/t20140305_1.html",
    )
    assert page.document.text == ""
    assert [attachment.url for attachment in page.attachments] == ["http://a.gov.test/nb/P020140305.pdf"]


def test_damage_is_a_finding_that_points_into_the_text() -> None:
    page = read(page_of(HEAD + f"<div id='zoom'>{PARAGRAPHS}<p>自201211日起至20121231日止，共公开信息9条。</p></div>"))
    (finding,) = [finding for finding in page.findings if finding.code == "digits-fused"]
    assert [page.document.text[span.start : span.end] for span in finding.evidence] == ["201211日起至20121231日"]


def test_undecodable_bytes_are_a_finding() -> None:
    body = (
        page_of(HEAD + f"<div id='zoom'>{PARAGRAPHS}</div>")
        .encode()
        .replace("继续".encode(), b"\xe7\xbb\xff" + "续".encode())
    )
    assert "text-damaged" in {finding.code for finding in read_page(body, snapshot="x").findings}


@pytest.mark.parametrize(
    ("url", "pager", "expected"),
    [
        ("http://a.gov.test/nb/t20140305_99.html", "<script>createPageHTML(3, 0, 't20140305_99', 'html');</script>", ["t20140305_99_1.html", "t20140305_99_2.html"]),
        ("http://a.gov.test/nb/content.shtml", "<script>createPageHTML('page_div',3,1,'content','shtml',30);</script>", ["content_2.shtml", "content_3.shtml"]),
        ("http://a.gov.test/nb/t20140305_99.html", "<script>createPageHTML(9, 0, 'index', 'html');</script>", []),
        ("http://a.gov.test/nb/t20140305_99.html", "<!--<script>createPageHTML(3, 0, 't20140305_99', 'html');</script>-->", []),
        ("http://a.gov.test/nb/1187.html", "<p>上一页 <b>1</b> <a href='1187_2.html'>2</a> <a href='1187_3.html'>3</a> <a href='1187_2.html'>下一页</a></p>", ["1187_2.html", "1187_3.html"]),
        ("http://a.gov.test/nb/show.jsp?id=7", "<p><a href='?id=7&page=2'>[2]</a></p>", ["show.jsp?id=7&page=2"]),
        ("http://a.gov.test/nb/1187.html", "<p><a href='1188.html'>2</a></p>", []),
    ],
)  # fmt: skip
def test_further_pages_of_an_article_are_named(url: str, pager: str, expected: list[str]) -> None:
    page = read(page_of(HEAD + f"<div id='zoom'>{PARAGRAPHS}{pager}</div>"), url=url)
    assert page.continuations == tuple(f"http://a.gov.test/nb/{name}" for name in expected)
    assert page.document.text.split("\n")[: len(PROSE)] == PROSE


def test_joined_pages_are_one_with_the_first_ones_facts() -> None:
    first = read(page_of(HEAD + f"<div id='zoom'>{PARAGRAPHS}</div>"))
    second = read_page(
        page_of(HEAD + "<div id='zoom'><p>三、其他</p><p>922日召开会议。</p></div>").encode(), snapshot="second.html"
    )
    joined = join_pages([first, second])
    assert joined.title == TITLE
    assert joined.document.text.split("\n") == [*PROSE, "三、其他", "922日召开会议。"]
    assert [part.snapshot for part in joined.document.parts] == ["page.html", "second.html"]
    spans = [span for finding in joined.findings for span in finding.evidence]
    assert [joined.document.text[span.start : span.end] for span in spans] == ["922日"]


def test_joining_no_pages_is_an_error() -> None:
    with pytest.raises(ValueError, match="no page"):
        join_pages([])


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table><tr><td>",
        "</td></tr></table>",
        "<br>",
        "<td>",
        "</tr>",
        "<!--",
        "-->",
        "<span style='display:none'>",
        "</span>",
        "<font>",
        "</font>",
        "<a href='x.doc'>",
        "</a>",
        "</body></html>",
        "文件",
        "来源：",
        "2014-03-05",
        "。",
        *PROSE,
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS, max_size=40))
def test_no_markup_breaks_the_reader(pieces: list[str]) -> None:
    """Whatever tags are open or stray, a page is read or refused, and every block lies in its text."""
    try:
        page = read(page_of(HEAD + "<div id='zoom'>" + "".join(pieces) + "</div>"))
    except UnreadablePage:
        return
    text = page.document.text
    assert all(line == line.strip() and line for line in text.split("\n")) or not text
    for block in page.document.blocks:
        assert text[block.start : block.end].strip()
