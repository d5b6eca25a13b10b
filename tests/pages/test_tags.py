"""The mandated page tags with the faults of real pages."""

import time

import pytest
from lxml import etree

from govreports.pages.tags import official_name, read_tags, shown_site_code


def tags(*metas: str) -> dict[str, str]:
    source = f"<html><head><title>x</title>{''.join(metas)}</head><body><p>y</p></body></html>"
    return dict(read_tags(etree.fromstring(source.encode(), etree.HTMLParser(encoding="utf-8"))))


def test_all_the_tags_by_their_official_names() -> None:
    names = [
        "SiteName",
        "SiteDomain",
        "SiteIDCode",
        "ColumnName",
        "ColumnDescription",
        "ColumnKeywords",
        "ColumnType",
        "ArticleTitle",
        "PubDate",
        "ContentSource",
        "Keywords",
        "Author",
        "Description",
        "Image",
        "Url",
    ]
    assert tags(*(f'<meta name="{name}" content="某 {name}">' for name in names)) == {
        name: f"某 {name}" for name in names
    }


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("articletitle", "ArticleTitle"),
        ("ARTICLETITLE", "ArticleTitle"),
        (" ArticleTitle ", "ArticleTitle"),
        ("Article-Title", "ArticleTitle"),
        ("Desctiption", "Description"),
        ("Discription", "Description"),
        ("ColumnDesctiption", "ColumnDescription"),
        ("ContentSourse", "ContentSource"),
        ("ArticleTitel", "ArticleTitle"),
        ("PubData", "PubDate"),
        ("PubDat", "PubDate"),
        ("Keyword", "Keywords"),
        ("SiteIdCode", "SiteIDCode"),
        ("article:published_time", "PubDate"),
        ("firstpublishedtime", "PubDate"),
        ("viewport", None),
        ("generator", None),
        ("renderer", None),
        ("ContentStart", None),
        ("others", None),
        ("ur", None),
        ("", None),
    ],
)
def test_which_tag_a_name_means(written: str, meant: str | None) -> None:
    assert official_name(written) == meant


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("青禾县水利局2013年年报", "青禾县水利局2013年年报"),
        ("  青禾县水利局\n 2013年年报 ", "青禾县水利局 2013年年报"),
        ("&lt;p&gt;青禾县水利局&lt;br/&gt;2013年年报&lt;/p&gt;", "青禾县水利局 2013年年报"),
        ("<p style='a'>青禾县水利局2013年年报</p>", "青禾县水利局2013年年报"),
        ("&amp;nbsp;青禾县水利局&amp;ldquo;2013&amp;rdquo;年年报", "青禾县水利局“2013”年年报"),
        ("<![CDATA[青禾县水利局2013年年报]]>", "青禾县水利局2013年年报"),
        ("<!--a-->青禾县水利局<script>x('<')</script>", "青禾县水利局"),
        ("转发<青禾县年报办法>的通知", "转发<青禾县年报办法>的通知"),
        ('转发"十二五"规划的通知', '转发"十二五"规划的通知'),
        ('转发"十二五" 规划"的通知', '转发"十二五" 规划"的通知'),
    ],
)
def test_what_a_tag_says(content: str, read: str) -> None:
    assert tags(f'<meta name="ArticleTitle" content="{content}">') == {"ArticleTitle": read}


@pytest.mark.parametrize(
    "content",
    ["", " ", "&nbsp;", "null", "NULL", "undefined", "无", "-", "${article.title}", "{{title}}", "$!{a}", "<#title#>",
     "[!--title--]", "@title@", "<p></p>", "文章标题"],
)  # fmt: skip
def test_a_tag_that_says_nothing_gives_way_to_one_that_does(content: str) -> None:
    nothing = f'<meta name="ArticleTitle" content="{content}">'
    assert tags(nothing) == {}
    assert tags(nothing, '<meta name="ArticleTitle" content="年报">') == {"ArticleTitle": "年报"}


def test_the_first_of_several_wins_and_an_official_one_before_a_general_one() -> None:
    assert tags('<meta name="PubDate" content="2014-01-01">', '<meta name="PubDate" content="2014-02-02">') == {
        "PubDate": "2014-01-01"
    }
    assert tags('<meta name="publishdate" content="2014-01-01">', '<meta name="PubDate" content="2014-02-02">') == {
        "PubDate": "2014-02-02"
    }


@pytest.mark.parametrize(
    ("foot", "code"),
    [
        ("政府网站标识码：3416000012　皖ICP备05000001号", "3416000012"),
        ("网站标识码3416000012", "3416000012"),
        ("<span>网站标识码：</span><a href='/x'>&nbsp;3416000012</a>", "3416000012"),
        ("网站标识码:bm01000001", "bm01000001"),
        ("网站标识码：", None),
        ("标识码：34160000123", None),
        ("电话：3416000012", None),
    ],
)
def test_the_code_at_the_foot_of_a_page(foot: str, code: str | None) -> None:
    assert shown_site_code(foot) == code


@pytest.mark.parametrize("content", ["<script" * 20000, "&lt;!--" * 20000, "<" * 50000, "年报" * 50000])
def test_a_huge_value_costs_little(content: str) -> None:
    begin = time.process_time()
    assert all(len(value) <= 5000 for value in tags(f'<meta name="Description" content="{content}">').values())
    assert time.process_time() - begin < 0.5
