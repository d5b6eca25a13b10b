"""What hijacked mirrors write into the text is found and left, and good text is not suspected of it."""

import pytest
from invented import LONG_PAGE

from govreports.pages import read_page
from govreports.pages.repair import repair_lines


def told(*lines: str) -> list[tuple[str, str]]:
    repaired = repair_lines(lines)
    assert repaired.lines == lines
    return [(found.code, lines[found.line][found.start : found.end]) for found in repaired.damage]


@pytest.mark.parametrize(
    ("line", "domain"),
    [
        ("lucky88.com县2013年政府信息公开工作", "lucky88.com"),
        ("2013年，www.lucky-88.net人民政府认真贯彻条例", "www.lucky-88.net"),
        ("https://lucky.vip市水利局主动公开信息", "https://lucky.vip"),
        ("LUCKY88.com2013年度报告", "LUCKY88.com"),
    ],
)
def test_a_domain_in_place_of_a_name(line: str, domain: str) -> None:
    assert told(*LONG_PAGE, line) == [("foreign-domain", domain)]


@pytest.mark.parametrize(
    "line",
    [
        "登录www.yunxi.example县政府网站查询",
        "云溪县政府网站（www.yunxi.example）、县水利局公示栏",
        "通过yunxi.gov.cn县政府门户发布",
        "发至water@yunxi.example县水利局办公室",
        "网址：http://www.yunxi.example/col/index.html?a=1&b=2县水利局",
        "www.yunxi.example市民可以查询",
        "网址为www.yunxi.example县水利局办公室负责维护",
        "使用Node.js开发",
    ],
)
def test_a_domain_that_the_text_points_at(line: str) -> None:
    assert told(*LONG_PAGE, line) == []


@pytest.mark.parametrize(
    ("line", "advertised"),
    [
        ("真人棋牌游戏大厅_手机版下载(官方)", "真人棋牌游戏大厅_手机版下载"),
        ("澳门威尼斯人官网2013年，我局认真落实", "澳门威尼斯人官网"),
        ("bet365平台 云溪县水利局年报", "bet365平台"),
    ],
)
def test_advertising_in_front_of_the_text(line: str, advertised: str) -> None:
    assert told(line, *LONG_PAGE) == [("spam", advertised)]


@pytest.mark.parametrize(
    "line",
    [
        "查处无证棋牌室3家。",
        "开展网络博彩平台专项整治。",
        "体育局官网全年下载服务指南2次。",
        "福利彩票销售平台公示公益金使用情况。",
    ],
)
def test_an_organ_that_works_against_it(line: str) -> None:
    assert told(line, *LONG_PAGE) == []


@pytest.mark.parametrize(
    ("title", "code", "named"),
    [
        ("lucky88.com县2013年政府信息公开年报", "foreign-domain", "lucky88.com"),
        ("真人棋牌官网下载云溪县2013年政府信息公开年报", "spam", "真人棋牌官网下载"),
    ],
)
def test_a_title_is_told_of_like_the_text(title: str, code: str, named: str) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in LONG_PAGE)
    source = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div id='zoom'>{body}</div></body></html>"
    page = read_page(source.encode(), snapshot="x.html")
    (finding,) = page.findings
    assert page.title == title
    assert (finding.code, finding.evidence) == (code, ())
    assert named in finding.message
