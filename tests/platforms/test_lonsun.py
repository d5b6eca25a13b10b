"""Lonsun lists: a column page whose script asks the label service for fragments."""

import json
from urllib.parse import parse_qs, urlsplit

COLUMN = "https://www.yunhe.gov.test/public/column/6601?type=4&catId=70&action=list"
FRAGMENT = """<ul class="clearfix xxgk_nav_list">{rows}</ul>
<script>Ls.pagination("#page_public_info", load, {{ currPage:{page}, pageCount:{pages} }});</script>"""


def row(number: int, title: str, full: str = "") -> str:
    named = f' title="{full}"' if full else ""
    return f'<li><a href="/public/6601/{number}.html"{named}>{title}</a><span class="date">2014-02-08</span></li>'


def column(script: str) -> str:
    return f"""<html><head><title>年报</title></head><body>
    <ul><li><a href="/public/column/6601?type=2">指南</a></li></ul>
    <div class="new"><a href="/public/6601/99999.html">侧栏里的一条</a></div>
    <!-- <script>$.get("/site/label/8888?labelName=old&siteId=1");</script> -->
    <script src="/assets/js/jquery.js"></script><script>{script}</script></body></html>"""


CONCATENATED = """function load(p){ /* labelName=oldList */
 $("#list").load("/site/label/8888?IsAjax=1&dataType=html&_=" + Math.random() + "&labelName=publicInfoList&siteId=67955"
   + "&pageSize=2&pageIndex=" + p + "&organId=6601&cId=&result=" + encodeURIComponent("暂无相关信息")
   + '&file=/xxgk/publicInfoList_newest2020'); }"""
DATA_OBJECT = """$.ajax({ type: "get", url: "/site/label/8888", dataType: "html", // pageSize: 99
  data: { "labelName": "publicInfoList", siteId: '67955', organId: 6601, pageIndex: page,
          pageSize: 2, isDate: true } });"""


def asked(fetch) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(fetch.url).query, keep_blank_values=True).items()}


def served(script: str, rows: list[str], pages: int):
    def answer(fetch) -> str:
        if fetch.url == COLUMN:
            return column(script)
        page = int(asked(fetch)["pageIndex"])
        return FRAGMENT.format(rows="".join(rows[(page - 1) * 2 : page * 2]), page=page, pages=pages)

    return answer


def test_parameters_are_copied_from_the_script_and_all_pages_are_asked_for(walk) -> None:
    walked = walk("lonsun", served(CONCATENATED, [row(n, f"第{n}") for n in range(3)], 2), COLUMN)
    assert walked.titles == ["第0", "第1", "第2"]
    assert [asked(fetch)["pageIndex"] for fetch in walked.fetches[1:]] == ["1", "2"]
    assert asked(walked.fetches[1]) == {
        "IsAjax": "1",
        "dataType": "html",
        "labelName": "publicInfoList",
        "siteId": "67955",
        "pageSize": "2",
        "pageIndex": "1",
        "organId": "6601",
        "cId": "",
        "result": "暂无相关信息",
        "file": "/xxgk/publicInfoList_newest2020",
    }
    assert walked.fetches[1].headers["Referer"] == COLUMN


def test_a_data_object_is_read_too_and_computed_values_are_left_out(walk) -> None:
    walked = walk("lonsun", served(DATA_OBJECT, [row(1, "甲")], 1), COLUMN)
    assert asked(walked.fetches[1]) == {
        "IsAjax": "1",
        "dataType": "html",
        "labelName": "publicInfoList",
        "siteId": "67955",
        "organId": "6601",
        "pageSize": "2",
        "isDate": "true",
        "pageIndex": "1",
    }


def test_the_registry_row_has_the_last_word(walk) -> None:
    walked = walk("lonsun", served(DATA_OBJECT, [row(1, "甲")], 1), COLUMN, params={"pageSize": "50", "catId": "70"})
    assert asked(walked.fetches[1])["pageSize"] == "50"
    assert asked(walked.fetches[1])["catId"] == "70"


def test_a_title_that_is_cut_off_is_read_from_the_tooltip(walk) -> None:
    rows = [
        row(1, "云禾县人民政府2013年政府信息…", "云禾县人民政府2013年政府信息公开工作年度报告"),
        row(2, "云禾县粮食局2013年...", "标题：云禾县粮食局2013年政府信息公开年报&#10;发布日期：2014-02-08"),
        row(3, "完整的标题", "点击查看"),
    ]
    titles = walk("lonsun", served(CONCATENATED, rows, 2), COLUMN).titles
    assert titles == [
        "云禾县人民政府2013年政府信息公开工作年度报告",
        "云禾县粮食局2013年政府信息公开年报",
        "完整的标题",
    ]


def test_an_empty_list_is_read_and_holds_nothing(walk) -> None:
    def answer(fetch) -> str:
        return column(CONCATENATED) if fetch.url == COLUMN else "<p>暂无相关信息</p><script>pageCount:0</script>"

    walked = walk("lonsun", answer, COLUMN)
    assert (walked.entries, walked.codes) == ([], [])


def test_an_older_site_renders_the_list_and_takes_the_page_in_its_address(walk) -> None:
    def answer(fetch) -> str:
        page = int(asked(fetch).get("pageIndex", "1"))
        rows = row(page, f"第{page}页")
        return f"<html><body><ul class='doc_list'>{rows}</ul><script>init({{pageCount:3}})</script></body></html>"

    walked = walk("lonsun", answer, COLUMN)
    assert walked.titles == ["第1页", "第2页", "第3页"]
    assert asked(walked.fetches[2]) == {"type": "4", "catId": "70", "action": "list", "pageIndex": "3"}


def test_reading_is_decided_by_snapshot_and_context_alone(walk) -> None:
    walked = walk("lonsun", served(CONCATENATED, [row(n, f"第{n}") for n in range(3)], 2), COLUMN)
    context = walked.fetches[2].context
    assert json.loads(context["note-query"])["siteId"] == "67955"
    assert (context["page"], context["read"]) == ("2", "2")
