"""Why a page did not come."""

from datetime import UTC, datetime

import pytest
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError, IgnoreRequest

from govreports.crawl.failures import OffSiteError, PortalStoppedError, failure_class, soft_404
from govreports.model.exchange import Fetch, Snapshot

ASKED = "http://www.lanting.gov.test/XxgkAnnualReport/show/1.html"


def answered(html: str, url: str = ASKED) -> Snapshot:
    headers = {"content-type": "text/html; charset=utf-8"}
    return Snapshot(Fetch(ASKED, "report"), url, datetime(2019, 3, 1, tzinfo=UTC), 200, headers, html.encode())


@pytest.mark.parametrize(
    "html",
    [
        "<title>您访问的页面不存在</title>",
        "<title>404 Not Found</title><body>nginx</body>",
        "<title>兰汀县人民政府</title><body><p>抱歉，您要查看的信息已被删除！</p><a href='/'>返回首页</a></body>",
        "<body><!-- 模板 --><script>var a;</script>您请求的页面 不存在</body>",
    ],
)
def test_a_page_that_says_there_is_nothing_is_a_soft_404(html: str) -> None:
    assert (soft_404(answered(html)) or "").startswith("soft-404: ")


@pytest.mark.parametrize("home", ["/", "", "/index.html", "/Index.shtml", "/default.aspx"])
def test_so_is_a_redirect_to_the_home_page(home: str) -> None:
    assert soft_404(answered("<title>兰汀县</title>", f"http://www.lanting.gov.test{home}"))


@pytest.mark.parametrize(
    "tag",
    [
        '<meta name="ColumnType" content="首页">',
        "<META content='首页' name='ColumnType' />",
        '<meta name="columntype" content="首页"/>',
    ],
)
def test_so_is_the_home_page_in_the_place_of_a_report(tag: str) -> None:
    assert soft_404(answered(f"<head>{tag}<title>兰汀县人民政府</title></head><body>{'要闻' * 400}</body>"))


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<title>兰汀县2013年政府信息公开工作年度报告</title>", ASKED),
        ("<title>兰汀县2013年政府信息公开工作年度报告</title>", ASKED.replace("http:", "https:")),
        ("<title>年报</title><body>" + "本年度答复“信息不存在”3件，其中页面不存在等技术原因1件。" * 30, ASKED),
        ("<title>关于政府信息不存在的答复</title><body>答复如下</body>", ASKED),
        ("<title>年报</title>", "http://www.lanting.gov.test/zwgk/index.html"),
        (
            '<meta name="ColumnType" content="信息公开年报"><meta name="ColumnName" content="首页"><title>年报</title>',
            ASKED,
        ),
    ],
)
def test_a_page_that_has_something_to_say_is_none(html: str, url: str) -> None:
    assert soft_404(answered(html, url)) is None


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (CannotResolveHostError("no such host"), "dns"),
        (DownloadTimeoutError(), "timeout"),
        (OffSiteError("elsewhere"), "off-site"),
        (PortalStoppedError("http-412"), "blocked"),
        (IgnoreRequest("Forbidden by robots.txt"), "robots"),
        (IgnoreRequest("max redirections reached"), "redirect-loop"),
        (ZeroDivisionError(), "parse-error: ZeroDivisionError"),
    ],
)
def test_every_error_has_a_short_class(error: Exception, name: str) -> None:
    assert failure_class(error) == name
