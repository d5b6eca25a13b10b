"""Openness, generation 1: ids of 24 hex digits, the page number in the query."""

import pytest

HOST = "http://www.yunhe.gov.test"
BRANCH = "53a4c7000123459a05c2de6f"
LIST = f"{HOST}/xxgk/opennessTarget/?branch_id={BRANCH}&column_code=140000"


def document(number: int) -> str:
    return f"/xxgk/openness/detail/content/52f5a5{number:02x}8866888e3e8b4576.html"


def row(number: int, title: str = "", href: str = "") -> str:
    title = title or f"云禾县第{number}局2013年政府信息公开年报"
    return f'<li><span>2014-02-{number:02}</span><a href="{href or document(number)}" title="{title}">{title}</a></li>'


def page(rows: str, pager: str = "") -> str:
    return f"""<html><head><title>政府信息公开年报</title></head><body>
<ul class="menu"><li><a href="/xxgk/opennessGuide/?branch_id={BRANCH}">公开指南</a></li></ul>
<div class="hot"><ul><li><a href="{document(77)}">县长调研春耕</a></li>
<li><a href="{document(78)}">招聘公告</a></li></ul></div>
<!-- <a href="?page=99">99</a> 共99页 -->
<div class="openness-list"><ul>{rows}</ul></div><div class="page">{pager}</div></body></html>"""


def pager(page: int, last: int) -> str:
    query = f"?branch_id={BRANCH}&amp;column_code=140000"
    return "".join(
        f'<a href="/xxgk/opennessTarget/{query}&amp;page={n}">{n}</a>' for n in range(1, last + 1) if n != page
    )


def test_pages_go_on_in_the_query(walk) -> None:
    answers = {
        LIST: page(row(1) + row(2), pager(1, 3)),
        f"{LIST}&page=2": page(row(3) + row(4), pager(2, 3)),
        f"{LIST}&page=3": page(row(5), pager(3, 3)),
    }
    walked = walk("openness_php", answers, LIST)
    assert [fetch.url for fetch in walked.fetches] == list(answers)
    assert [entry.listed for entry in walked.entries] == [f"2014-02-{n:02}" for n in range(1, 6)]
    assert walked.entries[0].url == HOST + document(1)
    assert walked.codes == []


def test_what_else_the_query_says_is_asked_for_as_it_is_written(walk) -> None:
    # The escapes are GBK's, and the server reads them so.
    start = f"{LIST}&name=%B7%D6%C0%E0&empty="
    answers = {start: page(row(1), "共2页"), f"{start}&page=2": page(row(2))}
    assert [fetch.url for fetch in walk("openness_php", answers, start).fetches] == list(answers)


@pytest.mark.parametrize("words", ["共2页", "第1/2页", "1/2页"])
def test_the_number_of_pages_may_stand_in_words(walk, words: str) -> None:
    start = f"{LIST}&page=1"
    answers = {start: page(row(1), words), f"{LIST}&page=2": page(row(2), words)}
    assert len(walk("openness_php", answers, start).entries) == 2


def test_an_item_that_stands_for_a_page_elsewhere_is_an_entry_like_the_others(walk) -> None:
    elsewhere = row(2, "云禾县水务局2013年政府信息公开年报", "http://slj.yunhe.gov.test/nb/2013.htm")
    walked = walk("openness_php", {LIST: page(row(1) + elsewhere + row(3))}, LIST)
    assert [entry.url for entry in walked.entries] == [
        HOST + document(1),
        "http://slj.yunhe.gov.test/nb/2013.htm",
        HOST + document(3),
    ]


def test_a_list_of_nothing_but_originals_elsewhere_is_told_by_its_structure(walk) -> None:
    rows = "".join(row(n, href=f"http://slj.yunhe.gov.test/nb/{n}.htm") for n in (1, 2, 3))
    shown = page(rows).replace(document(77), "/news/77.html").replace(document(78), "/news/78.html")
    assert len(walk("openness_php", {LIST: shown}, LIST).entries) == 3


def test_a_box_of_documents_beside_the_list_is_none(walk) -> None:
    assert walk("openness_php", {LIST: page(row(1))}, LIST).titles == ["云禾县第1局2013年政府信息公开年报"]


def test_the_list_may_lie_in_a_frame(walk) -> None:
    start = f"{HOST}/opennessContent/?branch_id={BRANCH}&column_code=140000"
    inner = f"{HOST}/opennessContent/iframe/?branch_id={BRANCH}&column_code=140000&page=1"
    shell = f'<iframe src="//ads.example/"></iframe><iframe src="{inner.removeprefix(HOST)}"></iframe>'
    answers = {start: shell, inner: page(row(1), "共2页"), inner.replace("page=1", "page=2"): page(row(2), "共2页")}
    walked = walk("openness_php", answers, start)
    assert len(walked.entries) == 2
    assert walked.fetches[1].headers["Referer"] == start


def test_a_total_that_disagrees_is_told(walk) -> None:
    assert walk("openness_php", {LIST: page(row(1), "共4条")}, LIST).codes == ["total-disagrees"]


def test_other_units_are_walked_where_the_row_says_so(walk) -> None:
    start = f"{HOST}/opennessAnnualReport/?branch_id={BRANCH}"
    towns = {
        f"53a4c70001{n:02}459a05c2de6f": name for n, name in enumerate(("清潭镇人民政府", "县农业局", "桐湾乡人民政府"))
    }
    links = "".join(f'<a href="/opennessAnnualReport/?branch_id={branch}">{name}</a>' for branch, name in towns.items())
    links += '<a href="/opennessAnnualReport/?branch_id=all">全部</a>'
    answers = {start: page(row(1), links)} | {
        f"{HOST}/opennessAnnualReport/?branch_id={branch}": page(row(n), links)
        for n, branch in enumerate(towns, start=2)
    }
    walked = walk("openness_php", answers, start, params={"units": "linked"})
    assert [entry.unit for entry in walked.entries] == ["云禾县人民政府", *towns.values()]
    assert len(walk("openness_php", answers, start).entries) == 1
