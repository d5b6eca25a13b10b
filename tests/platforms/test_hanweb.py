"""Hanweb lists: a datastore in the column page, further records from dataproxy.jsp."""

from urllib.parse import parse_qs, urlsplit

import pytest

COLUMN = "http://www.yunhe.gov.test/col/col1188/index.html"
PARAM = "col=1&appid=1&webid=7&path=/&columnid=1188&unitid=44&permissiontype=0"


def record(number: int, title: str, href: str = "", quote: str = "'", date: str = "03-31") -> str:
    href = href or f"/art/2012/3/31/art_1188_{number}.html"
    link = f"<a href={quote}{href}{quote} target=_blank>{title}</a>"
    return f"<record><![CDATA[\n<li><span>{date}</span>{link}</li>\n]]></record>"


def datastore(*records: str, nextgroup: str = "") -> str:
    group = f"<nextgroup><![CDATA[<a href='{nextgroup}'></a>]]></nextgroup>" if nextgroup else ""
    return f"<datastore>{group}<recordset>{''.join(records)}</recordset></datastore>"


def column(
    store: str,
    total: int,
    per_page: int = 2,
    script: str = f"proxyUrl:'/module/web/jpage/dataproxy.jsp',param:'{PARAM}'",
) -> str:
    return f"""<html><head><title>年报</title></head><body><!-- totalRecord:98,perPage:20 -->
    <!-- <script type="text/xml"><datastore><recordset>{record(1, "旧的一条")}</recordset></datastore></script> -->
    <div id="44"><script type="text/xml">{store}</script></div>
    <script>/* totalRecord:77 */ $('#44').jpage({{ totalRecord:{total}, // totalRecord:66
      perPage:{per_page}, groupSize:1, {script} }});</script></body></html>"""


def asked(fetch) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(fetch.url).query).items()}


def served(records: list[str], first: str, per_page: int = 2):
    def answer(fetch) -> str:
        if fetch.url == COLUMN:
            return first
        start, end = int(asked(fetch)["startrecord"]), int(asked(fetch)["endrecord"])
        return f"<?xml version='1.0' encoding='UTF-8'?>\n{datastore(*records[start - 1 : end])}"

    return answer


def test_further_records_are_posted_for_as_the_script_does(walk) -> None:
    records = [record(n, f"第{n}条") for n in range(1, 6)]
    walked = walk("hanweb", served(records, column(datastore(*records[:2]), 5)), COLUMN)
    assert walked.titles == [f"第{n}条" for n in range(1, 6)]
    assert walked.codes == []
    first, last = walked.fetches[1], walked.fetches[2]
    assert (first.method, first.body) == ("POST", PARAM.encode())
    assert asked(first) == {"startrecord": "3", "endrecord": "4", "perpage": "2"}
    assert asked(last) == {"startrecord": "5", "endrecord": "5", "perpage": "2"}


def test_a_next_group_is_fetched_as_it_stands_with_page_and_records_saying_the_same(walk) -> None:
    group = "/module/web/jpage/dataproxy.jsp?page=1&token=9f8e&columnid=Zx81"
    records = [record(n, f"第{n}条") for n in range(1, 5)]
    walked = walk("hanweb", served(records, column(datastore(*records[:2], nextgroup=group), 4, script="x:1")), COLUMN)
    assert walked.titles == ["第1条", "第2条", "第3条", "第4条"]
    assert walked.fetches[1].method == "GET"
    assert asked(walked.fetches[1]) == {
        "token": "9f8e",
        "columnid": "Zx81",
        "page": "2",
        "startrecord": "3",
        "endrecord": "4",
        "perpage": "2",
    }


def test_the_registry_row_may_ask_for_get(walk) -> None:
    records = [record(n, f"第{n}条") for n in range(1, 4)]
    first = column(datastore(*records[:2]), 3)
    walked = walk("hanweb", served(records, first), COLUMN, params={"method": "GET"})
    assert walked.fetches[1].method == "GET"
    assert asked(walked.fetches[1])["unitid"] == "44"
    assert len(walked.entries) == 3


def test_a_server_that_ignores_the_slice_is_found_out(walk) -> None:
    first = column(datastore(record(1, "甲"), record(2, "乙")), 9)

    def answer(fetch) -> str:
        return first if fetch.url == COLUMN else datastore(record(1, "甲"), record(2, "乙"))

    walked = walk("hanweb", answer, COLUMN)
    assert len(walked.fetches) == 2
    assert walked.titles == ["甲", "乙"]
    assert walked.codes == ["catalogue-repeats", "total-disagrees"]


@pytest.mark.parametrize("quote", ["'", '"', ""])
def test_links_come_quoted_either_way_or_not_at_all(walk, quote: str) -> None:
    walked = walk("hanweb", {COLUMN: column(datastore(record(1, "甲", quote=quote)), 1)}, COLUMN)
    assert walked.entries[0].url == "http://www.yunhe.gov.test/art/2012/3/31/art_1188_1.html"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("//czj.yunhe.gov.test/art/2012/3/31/art_9_1.html", "http://czj.yunhe.gov.test/art/2012/3/31/art_9_1.html"),
        ("../../art/2012/3/31/art_9_1.html", "http://www.yunhe.gov.test/art/2012/3/31/art_9_1.html"),
        ("https://mp.weixin.qq.test/s/abc", "https://mp.weixin.qq.test/s/abc"),
    ],
)
def test_links_are_resolved_wherever_they_lead(walk, href: str, address: str) -> None:
    walked = walk("hanweb", {COLUMN: column(datastore(record(1, "甲", href)), 1)}, COLUMN)
    assert walked.entries[0].url == address


@pytest.mark.parametrize(
    ("href", "date", "listed"),
    [
        ("/art/2012/3/31/art_9_1.html", "03-31", "2012-03-31"),
        ("/art/2012/3/31/art_9_1.html", "[2012-04-02]", "2012-04-02"),
        ("/art/2012/3/31/art_9_1.html", "2012年4月2日", "2012-04-02"),
        ("/col/col9/201204/t20120402_77.html", "04/02", "2012-04-02"),
        ("/show/77.html", "04-02", None),
        ("/art/2012/3/31/art_9_1.html", "13-45", None),
    ],
)
def test_month_and_day_take_the_year_from_the_address(walk, href: str, date: str, listed: str | None) -> None:
    walked = walk("hanweb", {COLUMN: column(datastore(record(1, "2011年年报", href, date=date)), 1)}, COLUMN)
    assert walked.entries[0].listed == listed


def block(name: str, total: int, *records: str) -> str:
    param = PARAM.replace("unitid=44", f"unitid={name}")
    return f"""<div id="{name}"><script type="text/xml">{datastore(*records)}</script></div><script>
    $('#{name}').jpage({{ totalRecord:{total}, perPage:2, proxyUrl:'/dataproxy.jsp', param:'{param}' }});</script>"""


def test_of_several_lists_the_longest_is_read_or_the_one_the_registry_row_names(walk) -> None:
    news = block("11", 99, record(8, "最新公开"))
    reports = block("22", 3, record(1, "甲"), record(2, "乙"))

    def answer(fetch) -> str:
        return f"<html><body>{news}{reports}</body></html>" if fetch.url == COLUMN else datastore(record(3, "丙"))

    walked = walk("hanweb", answer, COLUMN)
    assert (walked.titles, walked.codes) == (["甲", "乙", "丙"], [])
    assert b"unitid=22" in walked.fetches[1].body
    assert walk("hanweb", answer, COLUMN, params={"block": "11"}).titles[0] == "最新公开"


def test_a_rendered_column_page_is_paged_by_pagenum(walk) -> None:
    def answer(fetch) -> str:
        page = asked(fetch).get("pageNum", "1")
        return f"""<html><body><ul><li><a href="/art/2012/3/{page}/art_1_{page}.html">第{page}页</a></li></ul>
        <div>共2页</div></body></html>"""

    assert walk("hanweb", answer, COLUMN).titles == ["第1页", "第2页"]
