"""Telling block pages from pages."""

import pytest

from govreports.crawl.blocked import challenge

JS_STUB = (
    b"""<html><head><script>function a(){document.cookie="k="+b;window.location.href=u}</script></head><body></body>"""
)
ARTICLE = "<html><head><title>年度报告</title><script>$_ts=window['$_ts'];</script></head><body>正文".encode()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (412, b""),
        (521, b"<script>go({'bts':['a','b']})</script>"),
        (403, b"<html>... WZWS-RAY ... reason:GeoBL"),
        (200, JS_STUB),
        (200, b"<!DOCTYPE html><html><head><meta charset=utf-8></head><script>$_ts=1</script><body></body></html>"),
        (200, b"<script>eval(function(p,a,c,k){}('__jsl_clearance_s'))</script>"),
        (200, b"<html><noscript>Please enable JavaScript and cookies</noscript><script>eval('x')</script></html>"),
    ],
)
def test_a_challenge_or_a_refusal_is_a_block_page(status: int, body: bytes) -> None:
    assert challenge(status, body)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, ARTICLE),
        (200, b""),
        (200, b'<ul class="xxgk_nav_list"></ul><script>Ls.pagination("#p", load, { pageCount:0 });</script>'),
        (200, "<p>暂无相关信息</p><script>document.cookie='x'</script>".encode() + b"<li>2013</li>" * 9),
        (200, b"<?xml version='1.0'?><datastore><recordset></recordset></datastore>"),
        (200, b"User-agent: *\nDisallow: /script/\n"),
        (404, b"<html><title>404</title><script>location.href='/'</script>"),
        (403, b"<html><title>403 Forbidden</title></html>"),
        (500, b"error"),
    ],
)
def test_pages_errors_and_empty_lists_are_none(status: int, body: bytes) -> None:
    assert challenge(status, body) is None
