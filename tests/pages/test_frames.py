"""What templates put around and between an article's lines: headings, boxes, labels set apart by style alone."""

import pytest

from govreports.model.page import Page
from govreports.pages import read_page

PROSE = (
    "镇里把渔网补贴的名册逐户张贴，张贴满十五日后再上网，其间收到更正意见四件，全部改过。",
    "来年打算把名册交给各村的报账员保管，谁来查都给看，看过的人签个字。",
)
OPENING = "补贴的事，先说明来由。"
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in PROSE)


def read(body: str, *, head: str = "") -> Page:
    return read_page(f"<html><head>{head}</head><body>{body}</body></html>".encode(), snapshot="page")


def test_a_box_of_links_between_paragraphs_is_no_paragraph() -> None:
    box = "<div><h5>相关链接</h5><ul><li><a href=/1>渔港清淤开工</a></li><li><a href=/2>休渔公告</a></li></ul></div>"

    page = read(f"<div id=zoom><p>{OPENING}</p>{box}{PARAGRAPHS}</div>")

    assert page.document.text == "\n".join([OPENING, *PROSE])


def test_a_list_of_links_that_a_sentence_announces_stays() -> None:
    linked = "<p>各村名册见下：</p><ul><li><a href=/1>东村</a></li><li><a href=/2>西村</a></li></ul>"

    page = read(f"<div id=zoom><p>{PROSE[0]}</p>{linked}<p>{PROSE[1]}</p></div>")

    assert page.document.text == "\n".join([PROSE[0], "各村名册见下：", "东村", "西村", PROSE[1]])


def test_a_player_says_nothing() -> None:
    player = "<div class='video-js vjs-paused'><span>播放</span><p>浏览器太旧，放不了这段录像。</p></div>"

    page = read(f"<div id=zoom><p>{PROSE[0]}</p>{player}<p>{PROSE[1]}</p></div>")

    assert page.document.text == "\n".join(PROSE)


def test_a_title_under_the_table_in_the_container_is_the_heading_of_the_page() -> None:
    table = "<table><tr><th>索引号</th><td>K01/2015-7</td></tr><tr><th>发布机构</th><td>沙洲镇</td></tr></table>"

    body = f"<div class=xxgk_content>{table}<h2>沙洲镇渔网补贴公示说明</h2>{PARAGRAPHS}</div>"
    page = read(body, head="<title>沙洲镇渔网补贴公示说明</title>")

    assert (page.title, page.document.text) == ("沙洲镇渔网补贴公示说明", "\n".join(PROSE))


def test_labels_that_only_a_style_parts_from_their_values_are_a_table() -> None:
    facts = {"索引号": "ZX0014-2015-000027", "公开形式": "网站", "发布机构": "沙洲镇", "发布日期": "2015-03-11"}
    grid = "".join(f"<div><span class=k>{label}</span><span>{value}</span></div>" for label, value in facts.items())

    page = read(f"<div>{grid}</div><div>沙洲镇渔网补贴公示说明</div><div id=zoom>{PARAGRAPHS}</div>")

    assert page.metadata == facts
    assert (page.title, page.published) == ("沙洲镇渔网补贴公示说明", "2015-03-11")


def test_a_breadcrumb_may_be_a_list() -> None:
    crumbs = "<ol><li>当前位置：</li><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li><li>公示</li></ol>"

    page = read(f"{crumbs}<h2>沙洲镇渔网补贴公示说明</h2><div id=zoom>{PARAGRAPHS}</div>")

    assert page.breadcrumb == ("首页", "政务公开", "公示")


@pytest.mark.parametrize("label", ["您的当前位置：", "您的位置 → ", "所在位置 ", "当前位置："])
def test_a_breadcrumb_loses_its_label(label: str) -> None:
    page = read(f"<p>{label}<a href=/>首页</a>&gt;<a href=/a>公示</a></p><div id=zoom>{PARAGRAPHS}</div>")

    assert page.breadcrumb == ("首页", "公示")


def test_a_tag_that_the_title_element_confirms_outweighs_a_shown_guess() -> None:
    tags = "<title>沙洲镇2015年政府信息公开年报</title><meta name=ArticleTitle content=沙洲镇2015年政府信息公开年报>"

    page = read(f"<p>渔港镇门户网站</p><div id=zoom>{PARAGRAPHS}</div>", head=tags)

    assert page.title == "沙洲镇2015年政府信息公开年报"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("<span>稿源：沙洲晚报</span><span>记者 席岚</span>", "沙洲晚报"),
        ("<span>来源：沙洲镇</span><span>打印</span>", "沙洲镇"),
        ("出处：沙洲镇&nbsp;【编辑录入：xxzx】", "沙洲镇"),
        ("<em>发布时间</em> 2015-03-11|<em>信息来源</em> 沙洲镇|<em>字号</em><a>A+</a><a>A-</a>", "沙洲镇"),
        ("<span>来源：沙洲镇</span><span>阅读：<em>77</em></span>", "沙洲镇"),
        ("来源：未知 发布时间：2015-03-11", None),
    ],
)
def test_a_source_is_a_name_alone(line: str, source: str | None) -> None:
    page = read(f"<h1>沙洲镇渔网补贴公示说明</h1><div>{line}</div><div id=zoom>{PARAGRAPHS}</div>")

    assert page.source == source


def test_a_heading_in_brackets_is_the_articles() -> None:
    page = read(f"<div id=zoom><p>【概述】</p>{PARAGRAPHS}</div>")

    assert page.document.text == "\n".join(["【概述】", *PROSE])


def test_a_menu_on_a_page_without_any_container_is_no_line_of_the_article() -> None:
    menu = "".join(f"[<a href=/{name}>{name}</a>]" for name in ["镇情", "动态", "政务", "信箱", "旅游", "特产"])
    told = "<center>[ 作者：镇政府　更新时间：2008-12-30 ]</center>"
    sentences = [f"{number}月，{sentence}" for number in "三五七" for sentence in PROSE]
    paragraphs = "".join(f"<center><table><tr><td>{each}</td></tr></table></center>" for each in sentences)

    page = read(f"<center>{menu}</center><center>沙洲镇2008年政务公开小结</center>{told}{paragraphs}")

    assert page.document.text == "\n".join(sentences)
    assert (page.title, page.published) == ("沙洲镇2008年政务公开小结", "2008-12-30")


def test_a_link_named_like_a_file_is_an_attachment() -> None:
    link = "<p>附件：<a href='/rest/download?guid=9a1'>渔网补贴名册.xlsx</a></p>"

    page = read(f"<div id=zoom>{PARAGRAPHS}{link}</div>")

    assert [(each.url, each.name) for each in page.attachments] == [("/rest/download?guid=9a1", "渔网补贴名册.xlsx")]
    assert page.document.text == "\n".join(PROSE)


def test_a_metadata_table_may_stand_under_the_article() -> None:
    facts = {"索引号": "SZ-2016-0419", "发布机构": "沙洲镇", "发布日期": "2016-12-27"}
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in facts.items())

    page = read(f"<h1>沙洲镇渔网补贴公示说明</h1><div id=zoom>{PARAGRAPHS}</div><table>{table}</table>")

    assert (page.metadata, page.index_number, page.published) == (facts, "SZ-2016-0419", "2016-12-27")
    assert page.document.text == "\n".join(PROSE)


REMARKS = "".join(
    f"<dl><dt>{number}楼</dt><dd>我家的补贴名册上写错了一个字，第{number}回去镇里才改过来，希望以后能在网上改，别让人跑。</dd></dl>"
    for number in range(1, 6)
)


@pytest.mark.parametrize("told", ["发布日期：2015-03-11　来源：沙洲镇", "答复时间：2015-03-11　答复单位：沙洲镇"])
def test_remarks_that_outweigh_an_article_are_not_the_article(told: str) -> None:
    letter = f"<div><h2>沙洲镇渔网补贴公示说明</h2><div>{told}</div><div>{PARAGRAPHS}</div></div>"

    page = read(f"{letter}<div><h4>大家说</h4>{REMARKS}</div>")

    assert page.document.text == "\n".join(PROSE)
    assert page.published == "2015-03-11"


def test_an_article_apart_from_its_information_line_outweighs_a_short_lead() -> None:
    told = "<div><div>发布日期：2015-03-11　来源：沙洲镇</div><p>三言两语说说渔网补贴的来龙去脉。</p></div>"

    page = read(f"<h2>沙洲镇渔网补贴公示说明</h2>{told}<div>{PARAGRAPHS * 3}</div>")

    assert page.document.text == "\n".join(PROSE * 3)


def test_a_date_beside_buttons_is_the_date_of_the_page() -> None:
    told = "<div>2010-01-20&nbsp;|&nbsp;<a>大</a>&nbsp;<a>中</a>&nbsp;<a>小</a>&nbsp;|&nbsp;<a>打印</a></div>"

    page = read(f"{told}<div id=zoom>{PARAGRAPHS}</div>", head="<title>沙洲镇渔网补贴公示说明</title>")

    assert (page.title, page.published) == ("沙洲镇渔网补贴公示说明", "2010-01-20")


@pytest.mark.parametrize("box", ["<pre>{}</pre>", "<pre><font>{}</font></pre>", "<textarea readonly>{}</textarea>"])
def test_preformatted_lines_are_lines(box: str) -> None:
    written = "\n\n".join(f"    {sentence}" for sentence in (OPENING, *PROSE))

    page = read(f"<h1>沙洲镇渔网补贴公示说明</h1><div>发布日期：2015-03-11</div>{box.format(written)}")

    assert page.document.text == "\n".join([OPENING, *PROSE])


def test_what_a_reader_may_write_into_or_copy_is_no_article() -> None:
    asked = "请写下您的意见，写好后点提交，三日内回复，回复会发到您留下的邮箱里，请勿重复提交，也勿填写证件号码。"
    boxes = f"<textarea>{asked}</textarea><textarea readonly>http://sz.test/1</textarea>"

    page = read(f"<div id=zoom>{PARAGRAPHS}{boxes}</div>")

    assert page.document.text == "\n".join(PROSE)
