"""The fallback: lists by their structure, pagers by what leads on, indexes by what their links are called."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from govreports.model.exchange import Fetch, Snapshot
from govreports.platforms import adapter
from govreports.platforms.pagers import candidates
from govreports.portals import CatalogueRow, Portal

HOST = "http://www.yunhe.gov.test"
LIST = f"{HOST}/zwgk/nb/list.html"
NAV = """<div class="header"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul></div>"""
FOOT = """<div class="footer"><a href="http://www.elsewhere.example/">主办单位</a><p>云禾县人民政府办公室</p></div>"""


def row(number: int, title: str = "", date: str = "2014-02-08") -> str:
    title = title or f"云禾县第{number}局2013年政府信息公开年报"
    return f'<li><a href="/zwgk/nb/2014/{number}.html" target="_blank">{title}</a><span>{date}</span></li>'


def page(rows: str, pager: str = "", title: str = "政府信息公开年报", head: str = "") -> str:
    return f"""<!DOCTYPE html><html><head><title>{title}-云禾县</title>{head}</head><body>{NAV}
<div class="main"><ul class="lst">{rows}</ul><div class="fy">{pager}</div></div>{FOOT}</body></html>"""


def portal(start: str, params: Mapping[str, str] | None = None, hosts: tuple[str, ...] = ()) -> Portal:
    return Portal(
        id="test",
        name="云禾县",
        region="349902",
        level="county",
        platform="generic",
        site="www.yunhe.gov.test",
        hosts=hosts,
        unit="云禾县人民政府",
        catalogues=(CatalogueRow(url=start, params=dict(params or {})),),
        evidence="made up",
    )


class Walked:
    """A walk in which only guesses may lead nowhere, as in the spider."""

    def __init__(self, answers: Mapping[str, str], start: str = LIST, params: Mapping[str, str] | None = None) -> None:
        self.entries, self.codes, self.asked = [], [], []
        given = portal(start, params)
        waiting = list(adapter("generic").start(given))
        while waiting:
            fetch = waiting.pop(0)
            self.asked.append(fetch.url)
            assert len(self.asked) < 60, "the walk does not end"
            assert fetch.guess or fetch.url in answers, f"{fetch.url} is not there, and no guess"
            read = adapter("generic").read(self.snapshot(fetch, answers), given)
            self.entries.extend(read.entries)
            self.codes.extend(finding.code for finding in read.findings)
            waiting.extend(read.fetches)

    @staticmethod
    def snapshot(fetch: Fetch, answers: Mapping[str, str]) -> Snapshot:
        body = answers.get(fetch.url, "<html><title>404</title></html>")
        status = 200 if fetch.url in answers else 404
        headers = {"content-type": "text/html; charset=utf-8"}
        return Snapshot(fetch, fetch.url, datetime(2019, 3, 1, tzinfo=UTC), status, headers, body.encode())

    @property
    def numbers(self) -> list[int]:
        return [int(entry.url.rpartition("/")[2].removesuffix(".html")) for entry in self.entries]


def rows(*numbers: int) -> str:
    return "".join(map(row, numbers))


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<ul>{}</ul>".format, id="a list"),
        pytest.param(
            lambda rows: rows.replace("<li>", "<tr><td>1</td><td>").replace("</li>", "</td></tr>"), id="a table"
        ),
        pytest.param(lambda rows: rows.replace("li>", "p>"), id="paragraphs"),
        pytest.param(lambda rows: rows.replace("<li>", "<div class=item>").replace("</li>", "</div>"), id="divisions"),
        pytest.param(
            lambda rows: rows.replace("<li>", "<table><tr><td>").replace("</li>", "</td></tr></table>"),
            id="a table for each row",
        ),
        pytest.param(lambda rows: rows.replace("<li>", "<dl><dt>").replace("</li>", "</dt></dl>"), id="definitions"),
        pytest.param(
            lambda rows: f"<ul>{rows}</ul>".replace("</li><li>", "</li></ul><hr><ul><li>"), id="a list cut into pieces"
        ),
    ],
)
def test_the_list_is_the_largest_group_of_links_that_look_like_reports(markup: Callable[[str], str]) -> None:
    hot = "".join(
        f'<li><a href="/news/{n}.html">县长到第{n}村调研</a><span>2014-03-0{n}</span></li>' for n in range(1, 9)
    )
    body = f"{NAV}<div class='right'><ul>{hot}</ul></div><div class='list'>{markup(rows(1, 2, 3))}</div>{FOOT}"
    walked = Walked({LIST: f"<html><body>{body}</body></html>"})
    assert walked.numbers == [1, 2, 3]
    assert {entry.listed for entry in walked.entries} == {"2014-02-08"}
    assert (walked.asked, walked.codes) == ([LIST], [])


def test_rows_that_do_not_look_like_reports_belong_to_the_list_all_the_same() -> None:
    walked = Walked({LIST: page(row(1) + row(2, "云禾县林业局信息公开工作情况") + row(3, "县政府召开动员会"))})
    assert walked.numbers == [1, 2, 3]


def test_a_row_with_two_links_is_one_entry_under_the_longer_title() -> None:
    two = "".join(
        f'<li><a href="/d/{n}/">[林业局]</a> <a href="/nb/{n}.html">2013年政府信息公开工作年度报告</a></li>'
        for n in (1, 2, 3)
    )
    walked = Walked({LIST: page(two)})
    assert walked.numbers == [1, 2, 3]


def test_two_lists_of_reports_on_a_page_are_both_read() -> None:
    towns = "".join(f"<dd><a href='/zwgk/zj/{n}.html'>第{n}镇2013年政府信息公开年报</a></dd>" for n in (7, 8))
    walked = Walked({LIST: page(rows(1, 2, 3)).replace('<div class="fy">', f"<dl>{towns}</dl><div>")})
    assert walked.numbers == [1, 2, 3, 7, 8]


@pytest.mark.parametrize(
    "pager",
    [
        '<a href="list_b.html">下一页</a>',
        '<a href="#">上一页</a><span>1</span><a href="./list_b.html">下页&gt;</a><a href="list_z.html">尾页</a>',
        '<a href="list_b.html">&gt;</a><a href="list_z.html">&gt;&gt;</a>',
        '<a href="javascript:;" onclick="location.href=\'list_b.html\'">下一页</a>',
        '<a href="list.html">1</a><a href="list_b.html">2</a>',
    ],
)
def test_the_pager_leads_on(pager: str) -> None:
    last = '<a href="list.html">上一页</a><a href="list_b.html">下一页</a><a href="list_z.html">尾页</a>'
    walked = Walked({LIST: page(rows(1, 2), pager), f"{HOST}/zwgk/nb/list_b.html": page(rows(3), last)})
    assert walked.numbers == [1, 2, 3]
    assert walked.codes == []


def test_a_pager_in_the_query_is_followed_to_the_last_page() -> None:
    answers = {
        f"{LIST}{query}": page(rows(n), f'第{n}/3页 <a href="?page={n + 1}">下一页</a>')
        for n, query in ((1, ""), (2, "?page=2"), (3, "?page=3"))
    }
    walked = Walked(answers)
    assert walked.numbers == [1, 2, 3]
    assert walked.codes == []


JS_PAGER = '<a href="javascript:goPage(2)">下一页</a>'


@pytest.mark.parametrize(
    ("start", "second", "third"),
    [
        (LIST, "list_1.html", "list_2.html"),
        (LIST, "list_2.html", "list_3.html"),
        (LIST, "index_1.html", "index_2.html"),
        (LIST, "index_2.html", "index_3.html"),
        (LIST, "list/2.html", "list/3.html"),
        (f"{HOST}/zwgk/nb/", "index_1.html", "index_2.html"),
        (f"{HOST}/zwgk/nb/", "2", "3"),
        (f"{HOST}/zwgk/nb/index.shtml", "index_2.shtml", "index_3.shtml"),
    ],
)
def test_where_a_script_computes_the_address_the_usual_ones_are_tried(start: str, second: str, third: str) -> None:
    folder = f"{HOST}/zwgk/nb/"
    answers = {
        start: page(rows(1, 2), JS_PAGER),
        folder + second: page(rows(3, 4), JS_PAGER),
        folder + third: page(rows(5)),
    }
    walked = Walked(answers, start)
    assert walked.numbers == [1, 2, 3, 4, 5]
    assert walked.codes == []


@pytest.mark.parametrize(
    ("query", "second", "third"),
    [
        ("?unit=HA018&xxflid=39000000", "&page=2", "&page=3"),
        ("?cid=1019&pageNo=1", "?cid=1019&pageNo=2", "?cid=1019&pageNo=3"),
    ],
)
def test_an_address_with_a_query_takes_the_page_there(query: str, second: str, third: str) -> None:
    start = f"{HOST}/list.php{query}"
    further = [page if page.startswith("?") else query + page for page in (second, third)]
    pages = dict(zip(further, (page(rows(3, 4), JS_PAGER), page(rows(5), JS_PAGER)), strict=True))
    walked = Walked({start: page(rows(1, 2), JS_PAGER)} | {f"{HOST}/list.php{q}": p for q, p in pages.items()}, start)
    assert walked.numbers == [1, 2, 3, 4, 5]
    assert len(walked.asked) == 4
    assert walked.codes == []


def test_a_candidate_that_shows_the_first_page_again_or_the_news_is_not_the_second() -> None:
    news = "".join(f'<li><a href="/news/{n}.html">县长到第{n}村调研</a><span>2014-03-01</span></li>' for n in range(5))
    first = page(rows(1, 2), f"共3条 共2页 {JS_PAGER}")
    answers = {LIST: first, f"{HOST}/zwgk/nb/list_1.html": first, f"{HOST}/zwgk/nb/list_2.html": page(news)}
    answers[f"{HOST}/zwgk/nb/index_1.html"] = page(rows(3))
    walked = Walked(answers)
    assert walked.numbers == [1, 2, 3]
    assert len(walked.asked) == 4
    assert walked.codes == []


def test_nothing_is_tried_without_a_sign_of_further_pages() -> None:
    assert Walked({LIST: page(rows(*range(20)))}).asked == [LIST]
    assert Walked({LIST: page(rows(1), "共1页 首页 上一页 下一页 尾页")}).asked == [LIST]


def test_a_script_says_how_many_pages_there_are() -> None:
    script = "<script>var countPage = 2; //var countPage = 9;\nvar currentPage = 0;</script>"
    answers = {LIST: page(rows(1, 2), script), f"{HOST}/zwgk/nb/list_1.html": page(rows(3), script)}
    walked = Walked(answers)
    assert walked.numbers == [1, 2, 3]
    assert walked.asked == list(answers)


def test_where_no_candidate_holds_anything_the_shortage_is_told() -> None:
    walked = Walked({LIST: page(rows(1, 2), f"共40条 {JS_PAGER}")})
    assert walked.numbers == [1, 2]
    assert walked.codes == ["total-disagrees"]
    assert walked.asked[1:] == list(candidates(LIST).values())


def test_an_index_leads_to_the_columns_of_years_and_organs() -> None:
    start = f"{HOST}/zwgk/"
    years = '<li><a href="/zwgk/nb/2019/">2019年</a></li><li><a href="/zwgk/nb/2018/">2018年</a></li>'
    named = {"jyj": "县教育局", "ncj": "县农村局", "qtz": "清潭镇"}
    organs = "".join(f'<li><a href="/bm/{path}/">{name}</a></li>' for path, name in named.items())
    menu = '<li><a href="/zwgk/zn/">政府信息公开指南</a></li><li><a href="/zwgk/nb/">政府信息公开年报</a></li>'
    tag = '<meta name="ColumnType" content="信息公开年报">'
    answers = {
        start: page(menu, title="政务公开"),
        f"{HOST}/zwgk/nb/": page(years, head=tag),
        f"{HOST}/zwgk/nb/2019/": page(rows(1) + years, head=tag),
        f"{HOST}/zwgk/nb/2018/": page(organs, head=tag),
        f"{HOST}/bm/jyj/": page(rows(2)),
        f"{HOST}/bm/ncj/": page(rows(3)),
        f"{HOST}/bm/qtz/": page(organs + menu),
    }
    walked = Walked(answers, start)
    assert {entry.unit: n for entry, n in zip(walked.entries, walked.numbers, strict=True) if n > 1} == {
        "县教育局": 2,
        "县农村局": 3,
    }
    assert sorted(walked.asked) == sorted(answers)
    assert walked.codes == ["nothing-listed"]


def test_links_off_the_allow_list_and_organs_outside_the_column_are_not_followed() -> None:
    start = f"{HOST}/zwgk/"
    links = """<li><a href="http://www.elsewhere.example/nb/">政府信息公开年报</a></li>
      <li><a href="/bm/jyj/">县教育局</a></li><li><a href="/bm/ncj/">县农村局</a></li>"""
    walked = Walked({start: page(links, title="政务公开")}, start)
    assert walked.asked == [start]


def test_indexes_that_lead_in_circles_end() -> None:
    tag = '<meta name="ColumnType" content="信息公开年报">'
    answers = {
        f"{HOST}/nb/{n}/": page("".join(f'<li><a href="/nb/{m}/">{2008 + m}年</a></li>' for m in range(10)), head=tag)
        for n in range(10)
    }
    walked = Walked(answers, f"{HOST}/nb/0/")
    assert sorted(walked.asked) == sorted(answers)


def test_a_list_in_a_frame_of_the_same_site_is_read() -> None:
    frame = page("", '<iframe src="/inner/list.do?c=7"></iframe><iframe src="http://ads.example/"></iframe>')
    walked = Walked({LIST: frame, f"{HOST}/inner/list.do?c=7": page(rows(1, 2))})
    assert walked.numbers == [1, 2]


def test_a_column_that_is_its_one_report_lists_itself() -> None:
    text = "<p>全年主动公开政府信息三百零五条，收到政府信息公开申请十七件，均在规定期限内办结。</p>" * 20
    walked = Walked({LIST: f"<html><body><h1>云禾县林业局2013年政府信息公开年度报告</h1>{text}</body></html>"})
    assert [entry.url for entry in walked.entries] == [LIST]
    assert walked.entries[0].title == "云禾县林业局2013年政府信息公开年度报告"


def test_reading_a_page_twice_comes_to_the_same() -> None:
    given = portal(LIST)
    (fetch,) = adapter("generic").start(given)
    snapshot = Walked.snapshot(fetch, {LIST: page(rows(1, 2), JS_PAGER)})
    read = adapter("generic").read(snapshot, given)
    assert adapter("generic").read(replace(snapshot), given) == read
    assert read.fetches[0].guess
