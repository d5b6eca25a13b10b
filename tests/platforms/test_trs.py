"""TRS lists: static directories whose second page is index_1, the directory search, and lists a service gives."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

COLUMN = "http://www.yunhe.gov.test/zwgk/zfxxgk/zfxxgknb/"
TITLE = "云禾县{}政府信息公开工作年度报告"


def row(number: int, title: str = "", *, date: str = "2015-01-26", href: str = "", full: str = "") -> str:
    href = href or f"./201501/t20150126_{2520000 + number}.html"
    named = f' title="{full}"' if full else ""
    return f'<li><a href="{href}" target="_blank"{named}>{title or TITLE.format(number)}</a><span>{date}</span></li>'


def page(*rows: str, pager: str = "", menu: str = "", tags: str = "") -> str:
    return f"""<!DOCTYPE html><html><head><title>政府信息公开年报</title>{tags}</head><body>
    <div class="nav"><a href="../../../">首页</a><a href="../zn/">信息公开指南</a></div>{menu}
    <div class="pos">当前位置：<a href="../" class="CurrChnlCls">信息公开</a>&gt;<a href="./"
    class="CurrChnlCls">政府信息公开年报</a></div>
    <div class="newslist"><ul>{"".join(rows)}</ul></div><div class="page">{pager}</div></body></html>"""


def call(pages: int, current: int = 0, extension: str = "html") -> str:
    return f'<script>createPageHTML({pages}, {current}, "index", "{extension}");</script>'


def static(pages: int, pager: str, extension: str = "html"):
    """Answers of a list of that many pages, all with the same pager."""
    names = [COLUMN, *(f"{COLUMN}index_{number}.{extension}" for number in range(1, pages))]
    return {name: page(row(number), pager=pager) for number, name in enumerate(names)}


class TestStaticPages:
    def test_the_second_page_is_index_1_and_rows_are_read_as_they_stand(self, walk) -> None:
        walked = walk("trs", static(3, call(3)), COLUMN)
        assert [fetch.url for fetch in walked.fetches] == [COLUMN, f"{COLUMN}index_1.html", f"{COLUMN}index_2.html"]
        assert walked.titles == [TITLE.format(number) for number in range(3)]
        assert walked.entries[0].url == f"{COLUMN}201501/t20150126_2520000.html"
        assert (walked.entries[0].listed, walked.entries[0].unit) == ("2015-01-26", "云禾县人民政府")
        assert walked.codes == []

    @pytest.mark.parametrize(
        "pager",
        [
            call(2),
            '<script>createPage(2, 0, "index", "html");</script>',
            '<script>createPageHTML("2","0","index","html");</script>',
            "<script>createPageHTML('pages', 2, 0, 'index', 'html');</script>",
            "<script>var n = 2; var c=0; createPageHTML(n, c, 'index', 'html');</script>",
            "<script>var currentPage = 0;//所在页从0开始\nvar countPage = 2//共多少页\n</script>",
            "<script>var pagination_script_config = { total: 2, current: 0 };</script>",
            "<script>pagination_script_config.total = 2;</script>",
            '<a href="index.html">1</a> <a href="index_1.html">2</a> <a href="index_1.html">下一页</a>',
            "共&nbsp;2&nbsp;页",
        ],
    )
    def test_the_number_of_pages_stands_in_a_call_in_variables_or_in_the_markup(self, walk, pager: str) -> None:
        assert len(walk("trs", static(2, pager), COLUMN).entries) == 2

    @pytest.mark.parametrize(
        "decoy",
        [
            '<!-- <script>createPageHTML(9, 0, "index", "html");</script> -->',
            '<script>//createPageHTML(50, 0, "index", "html");\n</script>',
            '<script>/* var countPage = 9; createPageHTML(9, 0, "index", "html"); */</script>',
            '<!--<div class="lefttotal">共有<span>0</span>条信息 共9页</div>-->',
            "<script>function createPageHTML(_nPageCount,_nCurrIndex,_sPageName,_sPageExt){}</script>",
        ],
    )
    def test_what_is_commented_out_or_only_defined_counts_nothing(self, walk, decoy: str) -> None:
        assert len(walk("trs", static(2, decoy + call(2)), COLUMN).entries) == 2
        assert len(walk("trs", static(1, decoy), COLUMN).fetches) == 1

    @pytest.mark.parametrize(
        "pager",
        [
            call(2, extension="shtml"),
            """<script>var countPage = 2; var nextPage = 1;
            document.write("<a href=\\"index"+"_" + nextPage + "."+"shtml\\">下一页</a>");</script>""",
            """<script>var countPage=2\nvar endPage=countPage-1
            if(countPage>1) document.write("<a href=\\"index_"+endPage+".shtml\\">尾页</a>");</script>""",
        ],
    )
    def test_the_pager_tells_the_extension_where_the_address_is_a_directory(self, walk, pager: str) -> None:
        assert len(walk("trs", static(2, pager, "shtml"), COLUMN).entries) == 2

    def test_a_list_that_is_a_file_goes_on_beside_it(self, walk) -> None:
        start = "http://www.yunhe.gov.test/xxgk/nb_9490/list.shtml"
        pager = "<script>var countPage=2;</script>"
        answers = {start: page(row(1), pager=pager), start.replace("list", "list_1"): page(row(2), pager=pager)}
        assert len(walk("trs", answers, start).entries) == 2

    def test_a_pager_promises_pages_that_are_stubs(self, walk) -> None:
        answers = {
            **static(2, call(4)),
            f"{COLUMN}index_2.html": f"<html><head></head><body><!--{'.' * 300}--></body></html>",
        }
        walked = walk("trs", answers, COLUMN)
        assert len(walked.entries) == 2
        assert walked.codes == ["catalogue-page-empty"]
        assert "page 3" in walked.findings[0].message

    def test_a_last_page_that_is_a_stub_is_a_finding_too(self, walk) -> None:
        answers = {**static(1, call(2)), f"{COLUMN}index_1.html": "<html><body></body></html>"}
        assert walk("trs", answers, COLUMN).codes == ["catalogue-page-empty"]

    def test_a_file_may_hold_many_of_the_pager_s_pages(self, walk) -> None:
        walked = walk("trs", static(2, call(51)), COLUMN, params={"pages_per_file": "50"})
        assert [fetch.url for fetch in walked.fetches] == [COLUMN, f"{COLUMN}index_1.html"]

    def test_a_site_that_answers_every_page_with_the_first_ends_with_a_finding(self, walk) -> None:
        walked = walk("trs", lambda fetch: page(row(1), pager=call(9)), COLUMN)
        assert (len(walked.fetches), walked.codes) == (2, ["catalogue-repeats"])

    def test_an_empty_list_is_read_and_holds_nothing(self, walk) -> None:
        walked = walk("trs", {COLUMN: page(pager=call(1))}, COLUMN)
        assert (walked.entries, walked.codes) == ([], [])


class TestRows:
    def test_month_and_day_take_the_year_from_the_path(self, walk) -> None:
        rows = (row(1, date="01-26"), row(2, date="[02-03]", href="./201402/t20140203_7.html"))
        assert [entry.listed for entry in walk("trs", {COLUMN: page(*rows)}, COLUMN).entries] == [
            "2015-01-26",
            "2014-02-03",
        ]

    @pytest.mark.parametrize(
        ("href", "address"),
        [
            (
                "../../../gkml/000125/201501/t20150126_8.shtml",
                "http://www.yunhe.gov.test/gkml/000125/201501/t20150126_8.shtml",
            ),
            ("//czj.yunhe.gov.test/nb/201501/t20150126_8.htm", "http://czj.yunhe.gov.test/nb/201501/t20150126_8.htm"),
            ("./201501/P020150126345678901234.pdf", f"{COLUMN}201501/P020150126345678901234.pdf"),
            ("https://mp.weixin.qq.test/s/abc", "https://mp.weixin.qq.test/s/abc"),
        ],
    )
    def test_documents_of_other_columns_files_and_other_sites_in_the_list_are_its_rows(
        self, walk, href, address
    ) -> None:
        walked = walk("trs", {COLUMN: page(row(1), row(2), row(3, href=href))}, COLUMN)
        assert [entry.url for entry in walked.entries][2:] == [address]

    def test_a_cut_title_is_read_from_the_tooltip(self, walk) -> None:
        rows = row(1, "云禾县财政局2014年政府信息公开...", full="云禾县财政局2014年政府信息公开年度报告")
        assert walk("trs", {COLUMN: page(rows)}, COLUMN).titles == ["云禾县财政局2014年政府信息公开年度报告"]

    def test_documents_in_a_box_beside_the_list_are_none_of_its_rows(self, walk) -> None:
        news = "".join(
            row(90 + n, f"我县召开第{n}次会议", href=f"../../zwyw/201505/t20150506_{n}.html") for n in range(4)
        )
        walked = walk(
            "trs", {COLUMN: page(row(1), row(2), menu=f'<div class="hot"><h3>热点</h3><ul>{news}</ul></div>')}, COLUMN
        )
        assert walked.titles == [TITLE.format(1), TITLE.format(2)]

    def test_a_second_list_of_reports_is_read_too(self, walk) -> None:
        towns = "".join(row(n, f"云禾县乡镇{n}2014年政府信息公开年报") for n in (7, 8))
        walked = walk(
            "trs", {COLUMN: page(*map(row, range(3)), menu=f'<dl class="xz"><dd><ul>{towns}</ul></dd></dl>')}, COLUMN
        )
        assert len(walked.entries) == 5


class TestColumnsBelow:
    def links(self, *names: tuple[str, str]) -> str:
        return "".join(f'<td><a href="{href}">{name}</a></td>' for href, name in names)

    def test_the_directories_below_a_column_of_annual_reports_are_read_with_it(self, walk) -> None:
        menu = self.links(
            ("./bmnb/", "部门"), ("./2014nian/index.html", "2014年"), ("../zcwj/", "政策文件"), ("./bmnb/", "更多")
        )
        answers = {
            COLUMN: page(menu=menu),
            f"{COLUMN}bmnb/": page(menu=self.links(("./czj/", "云禾县财政局"), ("../", "返回"))),
            f"{COLUMN}2014nian/index.html": page(row(1), row(2)),
            f"{COLUMN}bmnb/czj/": page(row(3), pager=call(1)),
        }
        walked = walk("trs", answers, COLUMN)
        assert sorted(fetch.url for fetch in walked.fetches) == sorted(answers)
        assert [(entry.title[3:4], entry.unit) for entry in walked.entries] == [
            ("1", "云禾县人民政府"),
            ("2", "云禾县人民政府"),
            ("3", "云禾县财政局"),
        ]
        assert walked.codes == []

    def test_a_page_that_lists_reports_may_have_columns_below_it_too(self, walk) -> None:
        answers = {COLUMN: page(row(1), menu=self.links(("./xznb/", "乡镇"))), f"{COLUMN}xznb/": page(row(2))}
        assert walk("trs", answers, COLUMN).titles == [TITLE.format(1), TITLE.format(2)]
        assert len(walk("trs", answers, COLUMN, params={"columns": "own"}).entries) == 1

    def test_the_directories_below_any_other_page_are_not(self, walk) -> None:
        home = "http://www.yunhe.gov.test/zwgk/"
        front = f"<html><head><title>政务公开</title></head><body>{self.links(('./zcwj/', '政策文件'))}</body></html>"
        assert len(walk("trs", {home: front}, home).fetches) == 1
        answers = {home: front, f"{home}zcwj/": page(row(1))}
        assert len(walk("trs", answers, home, params={"columns": "below"}).entries) == 1

    def test_the_annual_report_columns_of_other_units_are_read_where_the_row_asks(self, walk) -> None:
        czj = "http://www.yunhe.gov.test/bm/czj/xxgknb_9490/"
        answers = {COLUMN: page(row(1), menu=self.links((czj, "云禾县财政局"))), czj: page(row(2))}
        assert len(walk("trs", answers, COLUMN).entries) == 1
        walked = walk("trs", answers, COLUMN, params={"units": "linked"})
        assert [entry.unit for entry in walked.entries] == ["云禾县人民政府", "云禾县财政局"]


class TestDirectorySearch:
    START = "http://gk.yunhe.gov.test/govsearch/search.jsp?SType=1&ztfl=7"

    def answer(self, fetch) -> str:
        number = int(parse_qs(urlsplit(fetch.url).query).get("page", ["1"])[0])
        href = f"/gkml/000125014/201503/t20150316_{number}.shtml"
        return f"""<html><body><div class="index_right_content"><ul><li><a href="{href}">第{number}件</a>
        <span class="date1">000125014/2014-0002{number}</span><span class="date2"></span>
        <span class="date3">2015-03-16</span></li></ul></div><div>第{number}页/共3页</div></body></html>"""

    def test_pages_are_numbered_in_the_query_from_one(self, walk) -> None:
        walked = walk("trs", self.answer, self.START, hosts=["gk.yunhe.gov.test"])
        assert [fetch.url for fetch in walked.fetches[1:]] == [f"{self.START}&page=2", f"{self.START}&page=3"]
        assert [entry.listed for entry in walked.entries] == ["2015-03-16"] * 3


DOCS = [
    {
        "DOCTITLE": f"<em>云禾县</em>第{n}年报",
        "DOCPUBURL": f"./201501/t20150126_{n}.html",
        "DOCRELTIME": "2015-01-26 09:30:00",
    }
    for n in range(3)
]


def shell(script: str, *rows: str) -> str:
    return page(*rows, pager=f"<script>function load(pageNo) {{ {script} }} load(1);</script>")


class TestSearchService:
    START = f"{COLUMN}list2.trsapi"
    AJAX = """$.ajax({ url: '/was5/web/search', type: 'get', dataType: "jsonp", jsonp: "cb",
      data: { channelid: '214851', searchword: '政府信息公开年报', page: pageNo, perpage: 2 }, success: draw });"""
    GET_JSON = """$.getJSON("/was5/web/search?channelid=214851&searchword=" + encodeURIComponent("政府信息公开年报")
      + "&perpage=2&page=" + pageNo, draw);"""
    POST = """$.ajax({ url: "/irs/front/list", type: "post", contentType: "application/json",
      data: JSON.stringify({ "code": "214851", "pageNo": pageNo, "pageSize": 2 }), success: draw });"""

    def served(self, script: str, wrap: str = "{}", **answer: object):
        def answers(fetch) -> str:
            if fetch.url == self.START:
                return shell(script)
            number = asked(fetch)[1]
            return wrap.replace("{}", json.dumps({"docs": DOCS[2 * number - 2 : 2 * number], **answer}))

        return answers

    @pytest.mark.parametrize(("script", "wrap"), [(AJAX, "cb_1({});"), (GET_JSON, "{}"), (POST, "/**/show({})")])
    def test_what_the_script_asks_is_asked_page_by_page(self, walk, script: str, wrap: str) -> None:
        walked = walk("trs", self.served(script, wrap, count=3), self.START)
        assert [asked(fetch)[1] for fetch in walked.fetches[1:]] == [1, 2]
        fields = asked(walked.fetches[1])[0]
        assert "214851" in fields.values() and "2" in fields.values()
        assert walked.fetches[1].headers["Referer"] == self.START
        assert walked.titles == ["云禾县第0年报", "云禾县第1年报", "云禾县第2年报"]
        assert walked.entries[0].url == f"{COLUMN}201501/t20150126_0.html"
        assert walked.entries[0].listed == "2015-01-26"
        assert walked.codes == []

    def test_words_are_sent_as_utf_8_and_a_callback_by_its_name(self, walk) -> None:
        for script in (self.AJAX, self.GET_JSON):
            walked = walk("trs", self.served(script, count=3), self.START)
            assert asked(walked.fetches[1])[0]["searchword"] == "政府信息公开年报"
        assert asked(walk("trs", self.served(self.AJAX, count=3), self.START).fetches[1])[0]["cb"] == "callback"

    @pytest.mark.parametrize("said", [{"count": 3}, {"pagecount": 2}, {}])
    def test_totals_and_page_counts_end_it_or_else_a_page_that_is_not_full(self, walk, said: dict[str, object]) -> None:
        walked = walk("trs", self.served(self.GET_JSON, **said), self.START)
        assert (len(walked.entries), len(walked.fetches), walked.codes) == (3, 3, [])

    def test_a_count_of_what_one_page_holds_is_no_total(self, walk) -> None:
        def answers(fetch) -> str:
            if fetch.url == self.START:
                return shell(self.GET_JSON)
            docs = DOCS[2 * asked(fetch)[1] - 2 : 2 * asked(fetch)[1]]
            return json.dumps({"num": len(docs), "pages": 2, "docs": docs})

        walked = walk("trs", answers, self.START)
        assert (len(walked.entries), walked.codes) == (3, [])

    def test_a_total_that_was_not_reached_is_a_finding(self, walk) -> None:
        walked = walk("trs", self.served(self.GET_JSON, count=9), self.START)
        assert walked.codes == ["catalogue-page-empty", "total-disagrees"]

    @pytest.mark.parametrize(
        "said", ["<html></html>", "", "{}", '{"success": false, "docs": []}', '{"data": {}}', "404 Not Found"]
    )
    def test_what_is_no_answer_ends_the_walk_with_a_finding(self, walk, said: str) -> None:
        walked = walk("trs", lambda fetch: shell(self.GET_JSON) if fetch.url == self.START else said, self.START)
        assert walked.codes == ["catalogue-unread"]

    def test_the_registry_row_has_the_last_word(self, walk) -> None:
        params = {"first_page": "0", "field.perpage": "50", "page_field": "p"}
        walked = walk(
            "trs", lambda fetch: shell(self.GET_JSON) if fetch.url == self.START else "[]", self.START, params=params
        )
        fields = asked(walked.fetches[1])[0]
        assert (fields["p"], fields["perpage"]) == ("0", "50")

    def test_an_address_may_answer_with_the_list_itself(self, walk) -> None:
        start = f"{self.START}?channelid=7&page=1&perpage=2"
        answers = {
            start: json.dumps({"total": 3, "list": DOCS[:2]}),
            f"{self.START}?channelid=7&perpage=2&page=2": json.dumps({"total": 3, "list": DOCS[2:]}),
        }
        walked = walk("trs", answers, start)
        assert (len(walked.entries), walked.codes) == (3, [])

    def test_the_search_box_of_a_page_is_no_list_service(self, walk) -> None:
        box = "<script>function go(){ frm.action='/was5/web/search?channelid=214851'; frm.submit(); }</script>"
        assert len(walk("trs", {COLUMN: page(pager=box)}, COLUMN).fetches) == 1


def asked(fetch) -> tuple[dict[str, str], int]:
    """The fields a fetch sends, and the page it asks for."""
    if fetch.body.startswith(b"{"):
        fields = json.loads(fetch.body)
    else:
        fields = {
            name: values[0] for name, values in parse_qs(urlsplit(fetch.url).query, keep_blank_values=True).items()
        }
    return fields, int(next(fields[name] for name in ("page", "pageNo", "p") if name in fields))
