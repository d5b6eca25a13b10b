"""Habits of pages of no one family: how they part labels from values, name a breadcrumb, keep or frame their text."""

import pytest

from govreports.model.page import Page
from govreports.pages import read_page

TITLE = "关于开展春季农资打假的通知"
PROSE = (
    "为保障春耕用种用肥安全，经研究，决定在全县开展农资打假专项行动，现将有关事项通知如下。",
    "各乡镇要对辖区内的经营门店逐一登记，对无证经营的当场责令停业，并在三日内上报。",
    "举报查实的，给予举报人五百元奖励；举报人的姓名和电话一律保密。",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in PROSE)
MENU = "<ul>" + "".join(f'<li><a href="/c{n}/">栏目{n}号</a></li>' for n in range(20)) + "</ul>"
FOOT = '<div class="f"><a href="/map">网站地图</a> 主办：颍东县人民政府 网站标识码：9901230001 青ICP备05000001号</div>'


def read(article: str, head: str = f"<title>{TITLE}-颍东县</title>") -> Page:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{MENU}{article}{FOOT}</body></html>"
    return read_page(html.encode(), snapshot="page.html")


def lines(page: Page) -> tuple[str, ...]:
    return tuple(page.document.text.split("\n"))


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("<em>发布时间</em>2020-05-05<em>来源</em>县农业局<em>点击</em>410", "县农业局"),
        ("<ul><li><label>发稿时间</label>2020-05-05</li><li><label>稿件来源</label>县农业局</li></ul>", "县农业局"),
        ("<dl><dt>日期</dt><dd>2020-05-05</dd><dt>来源</dt><dd>县农业局</dd></dl>", "县农业局"),
        ("【发布日期】 2020-05-05 【来源】 县农业局 【浏览量】 38", "县农业局"),
        ("<span>时间：2020-05-05</span><span>信息来源：县农业局</span><span>编辑：管理员</span>", "县农业局"),
        ("2020年5月5日　　县农业局", "县农业局"),
        ("由 宣教科 提交于 周二, 2020-05-05 10:22", None),
        ("发布时间：2020-05-05　发布人：县农业局　阅读：3", "县农业局"),
        ("发布时间：2020-05-05　发布人：李小满　来源：县农业局", "县农业局"),
    ],
)
def test_an_information_line_is_read_however_its_parts_are_told_apart(line: str, source: str | None) -> None:
    page = read(f'<div class="w"><h1>{TITLE}</h1><div>{line}</div><div class="x">{PARAGRAPHS}</div></div>')

    assert lines(page) == PROSE
    assert (page.title, (page.published or "")[:10], page.source) == (TITLE, "2020-05-05", source)
    assert page.metadata == {}


@pytest.mark.parametrize(
    "crumb",
    [
        '<ul class="where"><li><a>首页</a></li><li><a>政务公开</a></li><li><a>通知</a></li></ul>',
        '<ol class="breadcrumb"><li><a>首页</a></li><li><a>政务公开</a></li><li><a>通知</a></li><li>正文</li></ol>',
        '<div class="el-breadcrumb"><span><b>首页</b></span><span>政务公开</span><span>通知</span></div>',
        "<p>当前位置：首页 &gt; 政务公开 &gt; 通知 &gt; 查看内容</p>",
    ],
)
def test_a_breadcrumb_may_be_told_by_its_element_alone(crumb: str) -> None:
    page = read(f'{crumb}<div class="w"><h1>{TITLE}</h1><p>发布时间：2020-05-05 08:00</p>{PARAGRAPHS}</div>')

    assert page.breadcrumb == ("首页", "政务公开", "通知")


@pytest.mark.parametrize(
    "frame",
    [
        "<xmp>{lines}</xmp>",
        "<textarea disabled>{lines}</textarea>",
        '<div style="display:none" id="a">{paragraphs}</div><script>show("a")</script>',
        '<div id="a"></div><script>var content="{paragraphs}";document.write(content);</script>',
        '<div id="a"></div><script type="text/html">{paragraphs}</script>',
        "<font size=3>{breaks}</font>",
        "<table><tr><td>{first}</td></tr></table><table><tr><td>{second}</td></tr></table><table><tr><td>{third}</td></tr></table>",
    ],
)
def test_what_a_browser_shows_is_read(frame: str) -> None:
    first, second, third = PROSE
    body = frame.format(
        lines="\n".join(PROSE),
        paragraphs=PARAGRAPHS,
        breaks="<br>".join(PROSE),
        first=first,
        second=second,
        third=third,
    )

    page = read(f"<h1>{TITLE}</h1><div>发布时间：2020-05-05 08:00</div>{body}")

    assert lines(page) == PROSE


@pytest.mark.parametrize(
    "after",
    [
        "<h4>网友留言</h4>" + "<p>我在集上买到过假种子，希望查一查，我愿意带路，电话打不通。</p>" * 9,
        "<h3>更多视频</h3>" + "<div><a href='/v'>县长调研</a></div>" * 6,
        "<p>共享此文章：</p><ul><li><a href='#'>点击分享到微博（在新窗口中打开）</a></li></ul>",
        "<p>本栏目转登媒体报道，文中观点由原作者负责，本局不因转登而作保，读者引用时请核对原报。</p>",
        "<div>发布时间：2020-05-05　来源：县农业局　浏览：3</div>",
    ],
)
def test_what_stands_under_the_text_is_not_the_article(after: str) -> None:
    page = read(f'<div class="w"><h1>{TITLE}</h1>{PARAGRAPHS}{after}</div>')

    assert lines(page) == PROSE
    assert page.title == TITLE


def test_an_article_goes_on_under_a_box_of_links_between_its_paragraphs() -> None:
    box = "<p>相关链接：</p><p><a href='/1'>县里部署春耕</a></p><p><a href='/2'>农资储备充足</a></p>"
    first, second, third = (f"<p>{line}</p>" for line in PROSE)

    page = read(f'<div class="w"><h1>{TITLE}</h1><p>时间：2020-05-05</p>{first}{second}{box}{third}</div>')

    assert lines(page) == PROSE


def test_an_article_in_columns_is_read_whole() -> None:
    first, second, third = (f"<p>{line}</p>" for line in PROSE)
    columns = (
        f'<div><div class="TRS_Editor">{first}{second}</div></div><div><div class="TRS_Editor">{third}</div></div>'
    )

    assert lines(read(f"<h1>{TITLE}</h1><p>时间：2020-05-05</p><div>{columns}</div>")) == PROSE


def test_a_list_of_the_articles_own_headings_is_none_of_it() -> None:
    contents = '<p>目录</p><ul><li><a href="#a">1 登记</a></li><li><a href="#b">2 举报</a></li></ul>'

    assert lines(read(f'<h1>{TITLE}</h1><div class="entry-content">{contents}{PARAGRAPHS}</div>')) == PROSE


def test_a_subtitle_is_not_the_title() -> None:
    page = read(
        f"<p>{TITLE}</p><p>——写在备耕之前的几句话</p><div>日期：2020-05-05 来源：县农业局</div>{PARAGRAPHS}",
        "<title>颍东县人民政府</title>",
    )

    assert page.title == TITLE


def test_a_preview_behind_an_id_is_an_attachment() -> None:
    page = read(
        f'<div class="w"><h1>{TITLE}</h1>{PARAGRAPHS}<a href="/api/attach/preview?attachId=2c90">名单</a></div>'
    )

    assert [file.url for file in page.attachments] == ["/api/attach/preview?attachId=2c90"]
