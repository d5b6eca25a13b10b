"""Looking for the column of the annual reports: what a page is, and where to look next."""

import pytest

from govreports.platforms.scouting import look

URL = "http://www.yunhe.gov.test/"


def page(body: str, head: str = "<title>首页 - 云禾县人民政府</title>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def on_site(url: str) -> bool:
    return url.startswith(URL)


def leads(*links: tuple[str, str]) -> list[str]:
    body = "".join(f'<a href="{href}">{words}</a>' for href, words in links)
    return [lead.url.removeprefix(URL) for lead in look(URL, page(body), None, on_site).leads]


def test_the_nearest_link_comes_first() -> None:
    assert leads(
        ("zwgk/", "政务公开"), ("xxgk/", "政府信息公开"), ("nb/", "政府信息公开年报"), ("nb2/", "政府信息公开年度报告")
    ) == ["nb/", "nb2/", "xxgk/", "zwgk/"]


@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("http://elsewhere.test/nb/", "政府信息公开年报"),
        ("a.html", "云禾县2013年政府信息公开年度报告"),
        ("wz/", "网站工作年度报表"),
        ("zn/", "政府信息公开指南"),
        ("javascript:void(0)", "政府信息公开年报"),
        ("cw/", "财政预决算年报"),
    ],
)
def test_other_links_lead_nowhere(href: str, words: str) -> None:
    assert leads((href, words)) == []


def test_a_link_is_called_by_its_title_too() -> None:
    body = '<a href="/nb/" title="政府信息公开年报"><img src="nb.png"></a><!-- <a href="/x/">政府信息公开年报</a> -->'
    assert [lead.url for lead in look(URL, page(body), None, on_site).leads] == [f"{URL}nb/"]


TAGS = '<meta name="ColumnName" content="{}"><meta name="ColumnType" content="{}">'


def test_a_column_says_so_by_its_tags_and_an_article_in_it_is_none() -> None:
    tags = TAGS.format("年报", "信息公开年报")
    assert look(URL, page("", tags), None, on_site).is_found
    article = f'{tags}<meta name="ArticleTitle" content="云禾县2013年年报">'
    assert not look(URL, page("", article), None, on_site).is_found
    assert not look(URL, page("", TAGS.format("指南", "信息公开指南")), None, on_site).is_found


@pytest.mark.parametrize(
    ("body", "head", "site_name"),
    [
        ("", '<meta name="SiteName" content="云禾县政府网"><title>x</title>', "云禾县政府网"),
        ("<p>主办单位：云禾县人民政府办公室  电话</p>", "<title>x</title>", "云禾县人民政府办公室"),
        ("", "<title>首页 - 云禾县人民政府</title>", "云禾县人民政府"),
        ("", "<title>首页 - 部门信息公开年报</title>", ""),
    ],
)
def test_the_sites_name_is_read_from_tags_footer_or_title(body: str, head: str, site_name: str) -> None:
    assert look(URL, page(body, head), None, on_site).site_name == site_name
