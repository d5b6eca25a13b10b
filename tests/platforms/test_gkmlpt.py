"""gkmlpt: the page's configuration names SID and columns, the service lists the articles."""

import json

import pytest

HOST = "http://www.yunhe.gov.test"
TREE = [
    {"id": 2110, "name": "机构职能", "jump_url": "", "children": []},
    {
        "id": 2111,
        "name": "政府信息公开年报",
        "jump_url": "",
        "children": [
            {"id": 2112, "name": "县政府年报", "jump_url": "", "children": []},
            {"id": 2113, "name": "部门年报", "jump_url": "http://www.yunhe.gov.test/bm/", "children": []},
            {"id": 2114, "name": "镇街年报", "jump_url": None, "children": []},
        ],
    },
    {"id": 2115, "name": "政府网站年报", "jump_url": "", "children": []},
]


def page(tree: object = TREE, sid: str = "349901", body: str = "") -> str:
    """A directory page: the list itself is drawn by a script."""
    return f"""<!DOCTYPE html><html><head><title>政府信息公开</title></head>
<body><div id="app"></div>{body}<!-- SID: '1' --><script type="text/javascript">
// SID: '999999'
window._CONFIG = {{
  SITE_ID: '349901', SID: '{sid}', SERVICE_AREA_ID: '{sid}', API: '//www.yunhe.gov.test/gkmlpt/api',
  TREE: {json.dumps(tree)},
  IS_ANNUAL: true
}};</script><script src="/gkmlpt/static/app.js"></script></body></html>"""


def article(number: int, title: str = "", **more: object) -> dict[str, object]:
    return {
        "id": number,
        "title": title or f"云禾县第{number}年报",
        "url": f"{HOST}/gkmlpt/content/1/{number // 1000}/post_{number}.html",
        "post_url": f"{HOST}/gkmlpt/content/1/{number // 1000}/post_{number}.html",
        "publisher": "云禾县人民政府办公室",
        "display_publish_time": 1391817600,
        "attachment": [],
    } | more


def answer(articles: list[dict[str, object]], total: int | None) -> str:
    return json.dumps({"articles": articles, "classify": {"post_count": total}, "total": total}, ensure_ascii=False)


def api(column: int, number: int, base: str = f"{HOST}/gkmlpt", sid: str = "349901") -> str:
    return f"{base}/api/all/{column}?page={number}&sid={sid}"


def test_the_column_stands_after_the_hash_and_its_pages_are_asked_for_up_to_the_total(walk) -> None:
    start = f"{HOST}/gkmlpt/annualreport#2112"
    many = [article(n) for n in range(1000, 1137)]
    walked = walk(
        "gkmlpt", {start: page(), api(2112, 1): answer(many[:100], 137), api(2112, 2): answer(many[100:], 137)}, start
    )
    assert len(walked.entries) == 137
    assert (walked.entries[0].listed, walked.entries[0].unit) == ("2014-02-08", "云禾县人民政府")
    assert walked.codes == []
    assert walked.fetches[1].headers["Referer"] == start


def test_without_a_number_the_tree_tells_the_columns_of_annual_reports(walk) -> None:
    start = f"{HOST}/gkmlpt/index"
    walked = walk(
        "gkmlpt",
        {start: page(), api(2112, 1): answer([article(1)], 1), api(2114, 1): answer([article(2)], 1)},
        start,
    )
    assert [fetch.url for fetch in walked.fetches[1:]] == [api(2112, 1), api(2114, 1)]
    assert len(walked.entries) == 2


def test_a_year_tree_is_walked_by_its_leaves(walk) -> None:
    start = f"{HOST}/gkmlpt/index"
    years = [{"id": 70 + n, "name": f"{2018 + n}年", "children": []} for n in range(2)]
    tree = [{"id": 7, "name": "法定公开", "children": [{"id": 70, "name": "年度报告", "children": years}]}]
    walked = walk(
        "gkmlpt",
        {start: page(tree), api(70, 1): answer([article(1)], 1), api(71, 1): answer([article(2)], 1)},
        start,
    )
    assert len(walked.entries) == 2


def test_a_sub_unit_lies_below_a_path_of_its_own(walk) -> None:
    start = f"{HOST}/yhxqtz/gkmlpt/annualreport#88"
    asked = api(88, 1, f"{HOST}/yhxqtz/gkmlpt", "349914")
    walked = walk("gkmlpt", {start: page(sid="349914"), asked: answer([article(1)], 1)}, start)
    assert len(walked.entries) == 1


def test_the_row_has_the_last_word_on_column_and_sid(walk) -> None:
    start = f"{HOST}/gkmlpt/annualreport"
    walked = walk(
        "gkmlpt", {start: "<html></html>", api(5, 1, sid="7"): answer([], 0)}, start, params={"column": "5", "sid": "7"}
    )
    assert (walked.entries, walked.codes) == ([], [])


def test_linked_units_are_walked_once_where_the_row_says_so(walk) -> None:
    start = f"{HOST}/gkmlpt/index"
    links = """<ul class="dept"><li><a href="/gkmlpt/index">云禾县人民政府</a></li>
      <li><a href="/yhxjyj/gkmlpt/index" target="_blank">县教育局</a></li>
      <li><a href="/yhxjyj/gkmlpt/guide">县教育局</a></li>
      <li><a href="/yhxqtz/gkmlpt/index">清潭镇人民政府</a></li>
      <li><a href="http://elsewhere.example/gkmlpt/index">别处</a></li></ul>"""
    tree = [{"id": 3, "name": "政府信息公开年报"}]
    education, town = f"{HOST}/yhxjyj/gkmlpt", f"{HOST}/yhxqtz/gkmlpt"
    answers = {
        start: page(tree, body=links),
        f"{education}/index": page(tree, "349902", links),
        f"{town}/index": page(tree, "349903", links),
        api(3, 1): answer([article(1)], 1),
        api(3, 1, education, "349902"): answer([article(2)], 1),
        api(3, 1, town, "349903"): answer([article(3)], 1),
    }
    walked = walk("gkmlpt", answers, start, params={"units": "linked"})
    assert [entry.unit for entry in walked.entries] == ["云禾县人民政府", "县教育局", "清潭镇人民政府"]
    assert len(walked.fetches) == len(answers)
    assert len(walk("gkmlpt", answers, start).fetches) == 2


@pytest.mark.parametrize(
    ("given", "listed"),
    [
        ({"display_publish_time": 1325347200}, "2012-01-01"),  # midnight in China, still the old year in UTC
        ({"display_publish_time": "1325347200"}, "2012-01-01"),
        ({"display_publish_time": None, "first_publish_time": 1325347200}, "2012-01-01"),
        ({"display_publish_time": None, "date": "2012-03-09 10:11:12"}, "2012-03-09"),
        ({"display_publish_time": 0, "date": ""}, None),
    ],
)
def test_the_date_is_the_day_in_china(walk, given: dict[str, object], listed: str | None) -> None:
    start = f"{HOST}/gkmlpt/annualreport#9"
    walked = walk("gkmlpt", {start: page(), api(9, 1): answer([article(1, **given)], 1)}, start)
    assert walked.entries[0].listed == listed


def test_protocol_relative_addresses_and_originals_elsewhere_are_read(walk) -> None:
    start = f"{HOST}/gkmlpt/annualreport#9"
    articles = [
        article(1, url="//www.yunhe.gov.test/gkmlpt/content/1/2/post_1.html"),
        article(2, url="", post_url="http://old.yunhe.gov.test/nb/2009.html"),
        article(3, url="", post_url=None),
    ]
    walked = walk("gkmlpt", {start: page(), api(9, 1): answer(articles, 2)}, start)
    assert [entry.url for entry in walked.entries] == [
        "http://www.yunhe.gov.test/gkmlpt/content/1/2/post_1.html",
        "http://old.yunhe.gov.test/nb/2009.html",
    ]


def test_a_page_that_repeats_ends_the_walk_and_a_wrong_total_is_told(walk) -> None:
    start = f"{HOST}/gkmlpt/annualreport#9"
    same = answer([article(1), article(2)], 500)
    walked = walk("gkmlpt", {start: page(), api(9, 1): same, api(9, 2): same}, start)
    assert len(walked.entries) == 2
    assert walked.codes == ["catalogue-repeats", "total-disagrees"]


def test_what_is_no_list_is_told(walk) -> None:
    start = f"{HOST}/gkmlpt/annualreport#9"
    walked = walk("gkmlpt", {start: page(), api(9, 1): "<html>请稍候</html>"}, start)
    assert (walked.entries, walked.codes) == ([], ["catalogue-unread"])


def test_a_page_without_a_column_is_told(walk) -> None:
    start = f"{HOST}/gkmlpt/index"
    walked = walk("gkmlpt", {start: page([{"id": 1, "name": "机构职能"}])}, start)
    assert (walked.entries, walked.codes) == ([], ["no-column"])
