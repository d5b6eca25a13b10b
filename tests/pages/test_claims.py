"""When a page was published, by what it shows, what its tag says and what its address tells."""

import pytest

from govreports.model.page import DateClaim, Page
from govreports.pages import read_page

TITLE = "青禾县水利局2013年政府信息公开工作年度报告"
PROSE = "".join(
    f"<p>{line}</p>"
    for line in (
        "2013年，我局主动公开政府信息126条，受理申请3件，均已按时答复。",
        "二、存在的问题",
        "公开内容还不够丰富，下一步将继续改进。",
    )
)


def read(shown: str, tag: str = "", *, url: str | None = None, foot: str = "") -> Page:
    line = f"<p>发布时间：{shown}　来源：县水利局</p>" if shown else ""
    head = f"<title>{TITLE}</title>" + (f'<meta name="PubDate" content="{tag}">' if tag else "")
    source = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{line}<div>{PROSE}</div><div>{foot}</div></body></html>"
    return read_page(source.encode(), snapshot="page.html", url=url)


@pytest.mark.parametrize(
    ("shown", "tag", "published"),
    [
        ("2014-01-15", "2014-01-15 10:20:30", "2014-01-15"),
        ("2014-01-15 10:20", "2014-01-15", "2014-01-15T10:20"),
        ("2014年1月15日", "2014-02-15 10:20", "2014-01-15"),
        ("二〇一四年一月十五日", "", "2014-01-15"),
        ("", "2014—01—15 10∶20", "2014-01-15T10:20"),
        ("", "Wed Jan 15 10:20:30 CST 2014", "2014-01-15T10:20"),
        ("", "1389752430000", "2014-01-15T10:20"),
        ("", "0000-00-00 00:00:00", None),
        ("", "1970-01-01 08:00:00", None),
    ],
)
def test_what_is_shown_comes_before_the_tag(shown: str, tag: str, published: str | None) -> None:
    assert read(shown, tag).published == published


@pytest.mark.parametrize(
    ("shown", "tag", "told"),
    [
        ("2014-01-15 10:20", "2014-01-15 22:20", None),
        ("2014-01-15", "", None),
        ("2014-01-15", "未知", None),
        ("2014-01-15", "2014-01-16 10:20", "its PubDate tag says 2014-01-16T10:20"),
        ("2014-02-15", "2014-01-15 10:20", "just a month off"),
        ("2014-01-15", "2013-12-15", "just a month off"),
        ("2014-01-15", "2014-00-15 10:20", "its PubDate tag says 2014-00-15 10:20, which is no day"),
    ],
)
def test_a_tag_of_another_day_is_a_finding(shown: str, tag: str, told: str | None) -> None:
    messages = [finding.message for finding in read(shown, tag).findings if finding.code == "date-disagrees"]
    assert len(messages) == (told is not None)
    assert all(told is not None and told in message for message in messages)


def test_every_claim_is_kept() -> None:
    page = read("2014-01-15 10:20", "2014-02-15", url="http://sl.qinghe.gov.test/2014/0116/c1a2/page.htm")
    assert page.dates == (
        DateClaim("shown", "2014-01-15T10:20"),
        DateClaim("meta", "2014-02-15"),
        DateClaim("url", "2014-01-16"),
    )


def test_what_style_alone_parts_from_the_source_is_no_part_of_it() -> None:
    line = "<p>来源：<span>县水利局</span><span>文章类型：原创</span></p>"
    source = f"<html><body><h1>{TITLE}</h1><p>发布时间：2014-01-15</p>{line}<div>{PROSE}</div></body></html>"
    assert read_page(source.encode(), snapshot="page.html").source == "县水利局"


def test_the_sites_code_is_read_at_the_foot_where_no_tag_gives_it() -> None:
    assert read("2014-01-15", foot="政府网站标识码：3499010001").tags["SiteIDCode"] == "3499010001"


def test_a_dump_shows_the_sites_code_too() -> None:
    lines = [
        TITLE,
        "发布时间：2014-01-15 来源：县水利局",
        "2013年，我局主动公开政府信息126条。",
        "网站标识码：3499010001",
    ]
    assert read_page("\n".join(lines).encode(), snapshot="page.txt").tags["SiteIDCode"] == "3499010001"
