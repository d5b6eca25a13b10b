"""Hanweb's xxgk module: search.jsp for lists, xxgkAnnualReport.jsp for the report of a unit and year."""

from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

import pytest

from govreports.model.exchange import Fetch, Snapshot
from govreports.platforms import adapter
from govreports.portals import CatalogueRow, Portal

HOST = "http://www.yunhe.gov.test"
COLUMN = f"{HOST}/col/col1525479/index.html"
FIELDS = "infotypeId=A0212&jdid=3084&area=&divid=div1525479&vc_title=&sortfield=,compaltedate:0&fbtime=-1"
LOADED = f"""$("#div1525479").load("/module/xxgk/search.jsp?{FIELDS}&currpage=" + page);"""
POSTED = """$.ajax({ type: "post", url: "/module/xxgk/search.jsp", dataType: "html", // infotypeId: 'A0999'
  data: { infotypeId: 'A0212', jdid: "3084", area: '', divid: 'div1525479', currpage: page,
          sortfield: ',compaltedate:0' },
  success: function (html) { $("#div1525479").html(html); } });"""


def column(script: str) -> str:
    return f"""<html><head><title>政府信息公开年报</title></head><body><div id="div1525479"></div>
<!-- <script>load("/module/xxgk/search.jsp?infotypeId=A0999&currpage=1")</script> -->
<script type="text/javascript" src="/module/xxgk/js/xxgk.js"></script>
<script>function goPage(page) {{ {script} }} goPage(1);</script></body></html>"""


def row(number: int, column: int = 1525479) -> str:
    href, title = f"/art/2014/2/{number}/art_{column}_{number}.html", f"云禾县第{number}局2013年政府信息公开年报"
    return f"""<tr class="tr_main_value_{"odd" if number % 2 else "even"}"><td>11330800002618015K/2014-{number:06}</td>
<td><a href="{href}" title='{title}'>{title[:6]}…</a></td>
<td>2014-02-{number:02}</td></tr>"""


def fragment(rows: list[str], page: int, last: int) -> str:
    return f"""<table><tr class="tr_main"><td>索引号</td><td>信息名称</td><td>生成日期</td></tr>{"".join(rows)}</table>
<!-- 共99页 --><div>第{page}页 <a href="javascript:goPage({page + 1})">下一页</a> 共{last}页</div>"""


def asked(fetch: Fetch) -> dict[str, str]:
    given = fetch.body.decode() if fetch.method == "POST" else urlsplit(fetch.url).query
    return dict(parse_qsl(given, keep_blank_values=True))


def served(script: str, rows: list[str]):
    def answer(fetch: Fetch) -> str:
        if fetch.url == COLUMN:
            return column(script)
        page = int(asked(fetch)["currpage"])
        return fragment(rows[(page - 1) * 2 : page * 2], page, (len(rows) + 1) // 2)

    return answer


@pytest.mark.parametrize(("script", "method"), [(LOADED, "GET"), (POSTED, "POST")])
def test_the_script_tells_what_is_asked_and_how(walk, script: str, method: str) -> None:
    walked = walk("hanweb_xxgk", served(script, [row(n) for n in range(1, 6)]), COLUMN)
    assert [fetch.method for fetch in walked.fetches] == ["GET", method, method, method]
    assert [asked(fetch)["currpage"] for fetch in walked.fetches[1:]] == ["1", "2", "3"]
    sent = {"infotypeId": "A0212", "jdid": "3084", "area": "", "divid": "div1525479", "sortfield": ",compaltedate:0"}
    assert sent.items() <= asked(walked.fetches[1]).items()
    assert walked.fetches[1].headers["Referer"] == COLUMN
    assert walked.titles == [f"云禾县第{n}局2013年政府信息公开年报" for n in range(1, 6)]
    assert [entry.listed for entry in walked.entries] == [f"2014-02-{n:02}" for n in range(1, 6)]
    assert walked.codes == []


def test_the_row_has_the_last_word(walk) -> None:
    told = {"field.infotypeId": "B001AC001", "field.area": "113325000026455663", "method": "post"}
    first = walk("hanweb_xxgk", served(LOADED, [row(1)]), COLUMN, params=told).fetches[1]
    assert first.method == "POST"
    assert (asked(first)["infotypeId"], asked(first)["area"]) == ("B001AC001", "113325000026455663")


def test_the_address_of_the_search_itself_is_a_start(walk) -> None:
    start = f"{HOST}/module/xxgk/search.jsp?{FIELDS}&currpage=1"

    def answer(fetch: Fetch) -> str:
        return fragment([row(int(asked(fetch)["currpage"]))], 1, 2)

    walked = walk("hanweb_xxgk", answer, start)
    assert [asked(fetch)["currpage"] for fetch in walked.fetches] == ["1", "2"]
    assert len(walked.entries) == 2


def test_of_a_whole_area_only_the_columns_that_the_row_names_are_kept(walk) -> None:
    rows = [row(1), row(2, 1525999), row(3, 1525999), row(4, 1525999), row(5)]
    walked = walk("hanweb_xxgk", served(LOADED, rows), COLUMN, params={"columns": "1525479, 1525480"})
    assert [entry.listed for entry in walked.entries] == ["2014-02-01", "2014-02-05"]
    assert len(walked.fetches) == 4


def test_a_column_page_that_asks_for_no_list_is_told(walk) -> None:
    walked = walk("hanweb_xxgk", {COLUMN: column("")}, COLUMN)
    assert walked.codes == ["catalogue-unread"]


REPORTS = f"{HOST}/module/xxgk/xxgkAnnualReport.jsp?area=113325000026455663"
FRAME = "<div class='nav'>" + "".join(f"<a href='/c/{n}/'>依申请公开</a>" for n in range(40)) + "</div>"
TEXT = "<p>全年主动公开政府信息三百零五条，收到政府信息公开申请十七件，均在规定期限内办结。</p>" * 12


def portal(url: str, **more: object) -> Portal:
    return Portal(
        id="test",
        name="云禾县",
        region="349902",
        level="county",
        platform="hanweb_xxgk",
        site="www.yunhe.gov.test",
        unit="云禾县人民政府",
        catalogues=(CatalogueRow(url=url, unit="云禾县审计局"),),
        evidence="made up",
        **more,
    )


def shown(fetch: Fetch, body: str, given: Portal, status: int = 200):
    snapshot = Snapshot(
        fetch, fetch.url, datetime(2019, 3, 1, tzinfo=UTC), status, {"content-type": "text/html"}, body.encode()
    )
    return adapter("hanweb_xxgk").read(snapshot, given)


@pytest.mark.parametrize(
    ("url", "years", "expected"),
    [
        (REPORTS, "2015-2017", ["2017", "2016", "2015"]),
        (REPORTS, "2009, 2012-2013", ["2013", "2012", "2009"]),
        (f"{REPORTS}&fbtime=2017", None, ["2017"]),
        (f"{REPORTS}&fbtime=2017", "2016", ["2016"]),
    ],
)
def test_each_year_of_a_unit_is_asked_for_as_a_guess(url: str, years: str | None, expected: list[str]) -> None:
    fetches = list(adapter("hanweb_xxgk").start(portal(url, params={"years": years} if years else {})))
    assert [asked(fetch)["fbtime"] for fetch in fetches] == expected
    assert {asked(fetch)["area"] for fetch in fetches} == {"113325000026455663"}
    assert all(fetch.guess for fetch in fetches)


@pytest.mark.parametrize(
    ("body", "status", "title"),
    [
        (f"{FRAME}<div id='zoom'><h1>云禾县审计局2017年度政府信息公开工作年度报告</h1>{TEXT}</div>", 200,
         "云禾县审计局2017年度政府信息公开工作年度报告"),
        (f"<title>公开</title>{FRAME}<div id='zoom'>{TEXT}</div>", 200, "云禾县审计局2017年政府信息公开工作年度报告"),
        (f"{FRAME}<div class='x'>{TEXT}</div>", 200, "云禾县审计局2017年政府信息公开工作年度报告"),
        (f"{FRAME}<div id='zoom'>暂无</div>", 200, None),
        (f"{FRAME}{FRAME}{FRAME}<div class='x'>暂无年报信息</div>", 200, None),
        ("<html></html>", 200, None),
        (f"{FRAME}<div id='zoom'>{TEXT}</div>", 404, None),
    ],
)  # fmt: skip
def test_a_year_is_its_own_entry_or_there_is_none(body: str, status: int, title: str | None) -> None:
    given = portal(REPORTS, params={"years": "2017"})
    (fetch,) = adapter("hanweb_xxgk").start(given)
    read = shown(fetch, f"<html><body>{body}</body></html>", given, status)
    assert [(entry.url, entry.title, entry.unit) for entry in read.entries] == (
        [(fetch.url, title, "云禾县审计局")] if title else []
    )
    assert (read.fetches, read.findings) == ((), ())
