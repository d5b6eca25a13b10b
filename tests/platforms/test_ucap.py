"""UCAP lists: static pages numbered _2, _3, and the JSON of /common/search/{channel}."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

HOST = "http://www.yunhe.gov.test"
COLUMN = f"{HOST}/yunhe/c107858/zfxxgk_list.shtml"
CHANNEL = "5f3c0e61a61c4b7d"


def row(number: int, title: str = "", *, date: str = "2016-03-11", href: str = "") -> str:
    href = href or f"/yunhe/c107858/201603/c00_{31940000 + number}.shtml"
    return f'<li><a href="{href}" target="_blank">{title or f"第{number}年报"}</a><span class="time">{date}</span></li>'


def page(*rows: str, pager: str = "", head: str = "", body: str = "") -> str:
    return f"""<!DOCTYPE html><html><head><title>政府信息公开年报</title>{head}</head><body>
    <div class="nav"><a href="/yunhe/c100783/common_list.shtml">政府信息公开制度</a><a href="/">首页</a></div>{body}
    <ul id="list" class="list">{"".join(rows)}</ul><div id="page_div"></div><script>{pager}</script></body></html>"""


def tag(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}"/>'


def call(pages: int, current: int = 1, total: int | None = None) -> str:
    said = "" if total is None else f",{total}"
    return f"createPageHTML('page_div',{pages}, {current},'zfxxgk_list','shtml'{said});"


def numbered(number: int) -> str:
    return COLUMN.replace("_list.", f"_list_{number}.")


class TestStaticPages:
    def test_page_2_is_number_2_and_the_call_gives_pages_and_total(self, walk) -> None:
        answers = {
            COLUMN: page(row(1), row(2), pager=call(3, 1, 5)),
            numbered(2): page(row(3), row(4), pager=call(3, 2, 5)),
            numbered(3): page(row(5), pager=call(3, 3, 5)),
        }
        walked = walk("ucap", answers, COLUMN)
        assert walked.titles == [f"第{number}年报" for number in (1, 2, 3, 4, 5)]
        assert walked.entries[0].url == f"{HOST}/yunhe/c107858/201603/c00_31940001.shtml"
        assert (walked.entries[0].listed, walked.entries[0].unit) == ("2016-03-11", "云禾县人民政府")
        assert walked.codes == []

    def test_a_total_that_disagrees_is_a_finding(self, walk) -> None:
        assert walk("ucap", {COLUMN: page(row(1), pager=call(1, 1, 4))}, COLUMN).codes == ["total-disagrees"]

    @pytest.mark.parametrize("decoy", ["/* {} */", "// {}\n", "<!-- {} -->\n"])
    def test_a_pager_that_is_commented_out_counts_nothing(self, walk, decoy: str) -> None:
        old = decoy.format("createPageHTML('page_div',99, 1,'list','shtml',999);")
        answers = {COLUMN: page(row(1), pager=old + call(2)), numbered(2): page(row(2), pager=old + call(2, 2))}
        walked = walk("ucap", answers, COLUMN)
        assert (len(walked.entries), walked.codes) == (2, [])

    def test_a_column_that_is_told_by_its_query_keeps_it(self, walk) -> None:
        start = f"{HOST}/yunhe/c107858/xxgk_bmtt.shtml?code=nk1291&temp=navs_list"
        pager = "createPageHTML('page_div',2, 1,'xxgk_bmtt','shtml');"
        answers = {start: page(row(1), pager=pager), start.replace("tt.", "tt_2."): page(row(2), pager=pager)}
        assert len(walk("ucap", answers, start).entries) == 2

    @pytest.mark.parametrize(
        "href",
        [
            "/yunhe/c107858/202602/c01_1108994.shtml",
            "//czj.yunhe.gov.test/czj/c107858/202301/0b1d2c3e4f5061728394a5b6c7d8e9f0.shtml",
            "/csrc/c101954/c7121920/content.shtml",
        ],
    )
    def test_documents_are_known_by_their_addresses(self, walk, href: str) -> None:
        listed = page(row(1, href=href)).replace('id="list"', "")
        (entry,) = walk("ucap", {COLUMN: listed}, COLUMN).entries
        assert entry.url.endswith(href)

    def test_month_and_day_take_the_year_from_the_address(self, walk) -> None:
        assert walk("ucap", {COLUMN: page(row(1, date="03-11"))}, COLUMN).entries[0].listed == "2016-03-11"

    def test_documents_beside_the_list_are_none_of_it(self, walk) -> None:
        beside = f'<div class="hot"><ul>{row(8, "热点一")}{row(9, "热点二")}</ul></div>'
        assert walk("ucap", {COLUMN: page(row(1), body=beside)}, COLUMN).titles == ["第1年报"]

    def test_an_empty_page_that_was_promised_is_a_finding(self, walk) -> None:
        walked = walk("ucap", {COLUMN: page(row(1), pager=call(2)), numbered(2): "<html></html>"}, COLUMN)
        assert walked.codes == ["catalogue-page-empty"]


class TestSoftBlock:
    def home(self, **more: str) -> str:
        return page(row(71, "县长调研"), row(72, "全县会议"), **more)

    def test_another_channel_s_page_in_place_of_the_next_one_lists_nothing(self, walk) -> None:
        answers = {
            COLUMN: page(row(1), pager=call(3), head=tag("channelid", CHANNEL)),
            numbered(2): self.home(head=tag("channelid", "9999")),
        }
        walked = walk("ucap", answers, COLUMN)
        assert (walked.titles, walked.codes) == (["第1年报"], ["catalogue-unread"])

    def test_the_home_page_in_place_of_the_list_lists_nothing(self, walk) -> None:
        walked = walk("ucap", {COLUMN: self.home(head=tag("ColumnType", "首页"))}, COLUMN)
        assert (walked.titles, walked.codes) == ([], ["catalogue-unread"])

    def test_a_page_in_place_of_an_answer_lists_nothing(self, walk) -> None:
        shell = page(head=tag("channelid", CHANNEL))
        walked = walk("ucap", lambda fetch: shell if fetch.url == COLUMN else self.home(), COLUMN)
        assert (walked.titles, walked.codes) == ([], ["catalogue-unread"])


def result(number: int, **more: object) -> dict[str, object]:
    return {
        "title": f"<em>云禾县</em>第{number}年报 &amp; 附件",
        "titleHtml": "…",
        "subTitle": "null",
        "url": f"//www.yunhe.gov.test/yunhe/c107858/201603/c00_{number}.shtml",
        "publishedTime": 1457625600000,  # 2016-03-11 00:00 in China, the day before in Greenwich
        "publishedTimeStr": "2016-03-11 00:00:00",
        "memo": "null",
        "channelName": "政府信息公开年报",
        "resList": [{"title": "附件1", "url": "/yunhe/files/1.pdf"}],
        "domainMetaList": [{"resultList": [{"name": "索引号", "key": "indexnumber", "value": "null"}]}],
    } | more


def answer(results: list[dict[str, object]], total: int | None, wrap: str = "data") -> str:
    data = {"total": total, "page": 1, "rows": 2, "channelId": CHANNEL, "results": results}
    return json.dumps({"data": data} if wrap == "data" else {"results": {"data": data}}, ensure_ascii=False)


def asked(fetch) -> dict[str, str]:
    if fetch.body:
        fields: dict[str, str] = json.loads(fetch.body)
        return fields
    return {name: values[0] for name, values in parse_qs(urlsplit(fetch.url).query, keep_blank_values=True).items()}


def served(shell: str, results: list[dict[str, object]], total: int | None, wrap: str = "data"):
    def answers(fetch) -> str:
        if fetch.url == COLUMN:
            return shell
        number = int(asked(fetch)["page"])
        return answer(results[2 * number - 2 : 2 * number], total, wrap)

    return answers


SIZED = {"field._pageSize": "2"}
THREE = [result(1), result(2), result(3)]


class TestListService:
    @pytest.mark.parametrize(
        "shell",
        [
            page(head=tag("channelid", CHANNEL)),
            page(head=tag("channelId", CHANNEL)),
            page(pager=f"var channelId = '{CHANNEL}';"),
            page(pager=f'var cfg = {{ "channelId": "{CHANNEL}", pageSize: 15 }};'),
        ],
    )
    def test_a_page_that_lists_nothing_and_names_its_channel_is_asked_for_as_json(self, walk, shell: str) -> None:
        walked = walk("ucap", served(shell, THREE, 3), COLUMN, params=SIZED)
        assert urlsplit(walked.fetches[1].url).path == f"/common/search/{CHANNEL}"
        assert asked(walked.fetches[1]) == {
            "_pageSize": "2",
            "_isAgg": "true",
            "_isJson": "true",
            "_template": "index",
            "_rangeTimeGte": "",
            "_channelName": "",
            "page": "1",
        }
        assert walked.titles == [f"云禾县第{number}年报 & 附件" for number in (1, 2, 3)]
        assert walked.entries[0].url == f"{HOST}/yunhe/c107858/201603/c00_1.shtml"
        assert [entry.listed for entry in walked.entries] == ["2016-03-11"] * 3
        assert walked.codes == []

    def test_milliseconds_are_a_day_in_china_and_null_in_words_is_nothing(self, walk) -> None:
        shell = page(head=tag("channelid", CHANNEL))
        results = [
            result(1, publishedTimeStr="null"),
            result(2, title="null", titleHtml="<b>第二</b>"),
            result(3, url="null"),
        ]
        walked = walk("ucap", served(shell, results, 2), COLUMN)
        assert [(entry.title[:2], entry.listed) for entry in walked.entries] == [
            ("云禾", "2016-03-11"),
            ("第二", "2016-03-11"),
        ]

    def test_the_results_may_lie_deeper(self, walk) -> None:
        shell = page(head=tag("channelid", CHANNEL))
        assert len(walk("ucap", served(shell, THREE, 3, "deep"), COLUMN, params=SIZED).entries) == 3

    def test_what_the_page_s_script_asks_is_copied(self, walk) -> None:
        script = f"""var channelId = "{CHANNEL}"; function getData(page) {{ $.ajax({{
          url: "/common/search/" + channelId, type: "GET", dataType: "jsonp", jsonp: "callback",
          data: {{ page: page, _pageSize: 2, _isAgg: true, _isJson: true, _template: "index", _rangeTimeGte: "",
                   _channelName: "政府信息公开年报" }}, success: render }}); }}"""
        walked = walk("ucap", served(page(row(9, "首屏的一条"), pager=script), THREE, 3), COLUMN)
        assert asked(walked.fetches[2]) == {
            "_pageSize": "2",
            "_isAgg": "true",
            "_isJson": "true",
            "_template": "index",
            "_rangeTimeGte": "",
            "_channelName": "政府信息公开年报",
            "callback": "callback",
            "page": "2",
        }
        assert len(walked.entries) == 3

    def test_searchlist_is_the_same_service_under_another_name(self, walk) -> None:
        script = f"$.getJSON('/searchList/{CHANNEL}?_isJson=true&_pageSize=2&page=' + n, draw);"
        walked = walk("ucap", served(page(pager=script), THREE, 3), COLUMN)
        assert urlsplit(walked.fetches[1].url).path == f"/searchList/{CHANNEL}"
        assert (len(walked.entries), walked.codes) == (3, [])

    def test_files_by_code_are_posted_as_json(self, walk) -> None:
        script = f"""var cid = "{CHANNEL}"; $.ajax({{ url: "/getFileListByCodeId", type: "POST", contentType:
          "application/json", data: JSON.stringify({{ codeId: "nk1291", channelId: cid, page: page, size: 2 }}) }});"""
        walked = walk("ucap", served(page(pager=script), THREE, 3), COLUMN)
        assert asked(walked.fetches[1]) == {"codeId": "nk1291", "channelId": CHANNEL, "size": "2", "page": "1"}
        assert len(walked.entries) == 3

    def test_a_static_pager_says_that_the_files_go_on(self, walk) -> None:
        head = tag("channelid", CHANNEL)
        answers = {
            COLUMN: page(row(1), pager=call(2), head=head),
            numbered(2): page(row(2), pager=call(2, 2), head=head),
        }
        assert len(walk("ucap", answers, COLUMN).entries) == 2
        walked = walk("ucap", served(answers[COLUMN], THREE, 3), COLUMN, params={**SIZED, "list": "json"})
        assert len(walked.entries) == 3

    def test_the_row_may_name_the_channel(self, walk) -> None:
        walked = walk("ucap", served(page(), THREE, 3), COLUMN, params={**SIZED, "channel": "7c01"})
        assert urlsplit(walked.fetches[1].url).path == "/common/search/7c01"

    def test_the_row_may_name_the_service_itself(self, walk) -> None:
        start = f"{HOST}/common/search/{CHANNEL}?_isJson=true&_pageSize=2&page=1"
        answers = {start: answer(THREE[:2], 3), start.replace("page=1", "page=2"): answer(THREE[2:], 3)}
        assert len(walk("ucap", answers, start).entries) == 3

    def test_a_total_that_was_not_reached_is_a_finding(self, walk) -> None:
        walked = walk("ucap", served(page(head=tag("channelid", CHANNEL)), THREE, 9), COLUMN, params=SIZED)
        assert walked.codes == ["catalogue-page-empty", "total-disagrees"]

    def test_a_service_that_repeats_its_first_page_ends_with_a_finding(self, walk) -> None:
        shell = page(head=tag("channelid", CHANNEL))
        walked = walk("ucap", lambda fetch: shell if fetch.url == COLUMN else answer(THREE, 99), COLUMN)
        assert (len(walked.entries), walked.codes) == (3, ["catalogue-repeats", "total-disagrees"])


class TestIndexPages:
    def links(self, *names: tuple[int, str]) -> str:
        return "".join(f'<a href="/yunhe/c{number}/list.shtml">{name}</a>' for number, name in names)

    def column(self, number: int) -> str:
        return f"{HOST}/yunhe/c{number}/list.shtml"

    def test_years_kinds_of_units_and_units_lead_to_columns_and_the_menu_does_not(self, walk) -> None:
        annual = tag("ColumnType", "信息公开年报")
        back = (107858, "政府信息公开年报")
        answers = {
            self.column(107858): page(head=annual, body=self.links((107860, "县政府部门"), (107870, "2015年"), back)),
            self.column(107860): page(head=annual, body=self.links((107861, "云禾县财政局"), (107870, "2015年"), back)),
            self.column(107861): page(row(1), pager=call(1)),
            self.column(107870): page(row(2), pager=call(1)),
        }
        walked = walk("ucap", answers, self.column(107858))
        assert sorted(fetch.url for fetch in walked.fetches) == sorted(answers)
        assert {(entry.title, entry.unit) for entry in walked.entries} == {
            ("第1年报", "云禾县财政局"),
            ("第2年报", "云禾县人民政府"),
        }
        assert walked.codes == []

    def test_an_empty_page_of_another_column_leads_nowhere(self, walk) -> None:
        front = page(
            head=tag("ColumnName", "机构设置") + tag("ColumnType", "概况信息"),
            body=self.links((107861, "云禾县财政局")),
        )
        assert len(walk("ucap", {self.column(107858): front}, self.column(107858)).fetches) == 1
