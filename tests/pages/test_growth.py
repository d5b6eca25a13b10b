"""Reading a page takes time in proportion to its size, whatever it is made of."""

import gc
import time
from contextlib import suppress

import pytest

from govreports.pages import UnreadablePage, read_page

SENTENCE = "2013年，本局认真落实政府信息公开工作部署，全年主动公开政府信息120条。"
PARAGRAPH = f"<p>　　{SENTENCE}</p>\n"


def page(body: str, charset: str = "utf-8") -> bytes:
    head = f'<html><head><meta charset="{charset}"><title>某局2013年政府信息公开工作年度报告</title></head>'
    return f"{head}<body>{body}</body></html>".encode(charset)


def in_container(body: str) -> bytes:
    return page(f'<div id="zoom">{body}</div>')


SHAPES = {
    "paragraphs": lambda n: in_container(PARAGRAPH * n),
    "paragraphs in no known container": lambda n: page(f"<div>{PARAGRAPH * n}</div>"),
    "GBK": lambda n: page(PARAGRAPH * n, "gbk"),
    "lines broken by br": lambda n: in_container(f"{SENTENCE}<br>" * n),
    "one long line": lambda n: in_container(SENTENCE * n),
    "spans in one line": lambda n: in_container("<span>信息公开</span>" * n),
    "rows of a table": lambda n: in_container(f"<table border=1>{'<tr><td>公开</td><td>12</td></tr>' * n}</table>"),
    "cells of a row": lambda n: in_container(f"<table border=1>{('<tr>' + '<td>12</td>' * n + '</tr>') * 2}</table>"),
    "cells that reach far": lambda n: in_container(
        "<table border=1>" + "<tr><td rowspan=900 colspan=900>甲</td><td>乙</td></tr>" * (n // 4) + "</table>"
    ),
    "tables in tables": lambda n: in_container(f"<table><tr><td>{SENTENCE}" * 200 + PARAGRAPH * n),
    "links to files": lambda n: in_container(PARAGRAPH + '<p><a href="/a.doc">附件.doc</a></p>' * n),
    "links above the article": lambda n: page('<li><a href="/a/">通知公告</a></li>' * n + PARAGRAPH * 9),
    "links never closed": lambda n: in_container('<a href="/a/">信息公开' * n),
    "marks of the article": lambda n: page("<!--正文开始--><p>信息</p><!--正文结束-->" * n),
    "labels": lambda n: page("<p>发布时间：2013-01-02</p>" * n + PARAGRAPH),
    "styles that hide": lambda n: in_container("".join(f'<i style="top:{at}px;display:none">x</i>' for at in range(n))),
    "white space": lambda n: in_container(f"<p>信息{' ' * n}公开{'　' * n}目录</p>"),
    "broken lines": lambda n: in_container("<p>" + "信息公开\n" * n + "</p>"),
    "preformatted lines": lambda n: in_container(f"<pre>{(SENTENCE + chr(10)) * n}</pre>"),
    "preformatted in preformatted": lambda n: in_container("<pre>信息<p>公开\n" * n),
    "lines of a dump": lambda n: f"{SENTENCE}\n".encode() * n,
}  # fmt: skip
SMALL = 600
TIMES = 6
BOUND = 2.5 * TIMES
"""A quadratic step shows as 36 times as long for 6 times as much; what is linear stays well below 15."""


def seconds(body: bytes) -> float:
    """Processor time, the best of three goes. Without garbage collection: it walks what all tests before have left."""
    goes = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            begun = time.process_time()
            with suppress(UnreadablePage):
                read_page(body, snapshot="")
            goes.append(time.process_time() - begun)
    finally:
        gc.enable()
    return min(goes)


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_as_the_page_does(shape: str) -> None:
    make = SHAPES[shape]
    read_page(in_container(PARAGRAPH), snapshot="")  # what is loaded on first use is no part of it
    assert seconds(make(TIMES * SMALL)) < BOUND * max(seconds(make(SMALL)), 0.004)
