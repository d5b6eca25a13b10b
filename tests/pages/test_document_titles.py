"""The article's title in an HTML `title`."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.pages.document_titles import cut_document_title

TITLE = "青禾县水利局2013年政府信息公开工作年度报告"
SITES = (
    "青禾县人民政府门户网站",
    "中国青禾",
    "青禾县政府信息公开平台",
    "青禾水利信息网",
    "青禾县水利局",
    "青禾县人民政府",
)
COLUMNS = ("政府信息公开年报", "年度报告", "通知公告", "信息公开目录")
JOINTS = (
    "_",
    " _ ",
    "|",
    " | ",
    "｜",
    " - ",
    " – ",
    " — ",
    "--",
    "——",
    "__",
    " >> ",
    ">",
    "»",
    " · ",
    " • ",
    " / ",
    "::",
)


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("site", [site for site in SITES if site != "中国青禾"])
def test_a_site_is_cut_off_whatever_parts_it(joint: str, site: str) -> None:
    assert cut_document_title(f"{TITLE}{joint}{site}")[0] == TITLE
    assert cut_document_title(f"{TITLE}{joint}政府信息公开年报{joint}{site}")[0] == TITLE
    assert cut_document_title(f"{site}{joint}政府信息公开年报{joint}{TITLE}")[0] == TITLE


@pytest.mark.parametrize("joint", [*JOINTS, "-", "－", "：", ", ", " ", ""])
def test_a_site_that_the_page_names_is_cut_off_even_where_nothing_parts_it(joint: str) -> None:
    assert cut_document_title(f"{TITLE}{joint}中国青禾", ["中国青禾"])[0] == TITLE
    if joint:
        assert cut_document_title(f"中国青禾{joint}{TITLE}", ["中国青禾"])[0] == TITLE


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TITLE, TITLE),
        (f"{TITLE}-青禾县人民政府", TITLE),
        (f"{TITLE}-通知公告-青禾县人民政府", TITLE),
        (f"{TITLE}（青禾县人民政府门户网站）", TITLE),
        (f"青禾县人民政府网：{TITLE}", TITLE),
        (f"青禾县人民政府网-{TITLE}", TITLE),
        (f"首页 > 年报 > {TITLE}", TITLE),
        (f"【{TITLE}】青禾县人民政府网", TITLE),
        (f"{TITLE} 青禾县人民政府门户网站", TITLE),
        ("1-10月青禾县固定资产投资结构趋稳", "1-10月青禾县固定资产投资结构趋稳"),
        ("青禾县2012-2013年年报_青禾县人民政府", "青禾县2012-2013年年报"),
        ("让权力在阳光下运行——青禾县水利局2013年年报_青禾网", "让权力在阳光下运行——青禾县水利局2013年年报"),
        (f"{TITLE}__2014年第3期公报_青禾县人民政府网", TITLE),
        ("青禾县水利局：2013年年报", "青禾县水利局：2013年年报"),
        ("政府信息公开年报_青禾县人民政府网", "政府信息公开年报"),
        ("青禾县人民政府", "青禾县人民政府"),
        ("青禾县2013年度 政府信息公开年报_青禾县人民政府网", "青禾县2013年度 政府信息公开年报"),
        ("  \n ", None),
        ("", None),
        ("_|_", "_|_"),
    ],
)
def test_the_likeliest_piece(text: str, title: str | None) -> None:
    assert next(iter(cut_document_title(text)), None) == title


def test_the_whole_is_the_last_resort() -> None:
    assert cut_document_title(f"{TITLE} - 青禾县水利局")[-1] == f"{TITLE} - 青禾县水利局"


@pytest.mark.parametrize("text", ["青禾网-" * 2000, "a - " * 2000, "a（" * 3000 + "）", "-" * 5000, "青禾网 " * 3000])
def test_a_hostile_title_costs_little(text: str) -> None:
    begin = time.process_time()
    assert all(len(piece) <= 500 for piece in cut_document_title(text))
    assert time.process_time() - begin < 0.5


@given(st.sampled_from(COLUMNS), st.sampled_from(SITES), st.sampled_from(JOINTS))
def test_a_column_and_a_site_behind_a_title(column: str, site: str, joint: str) -> None:
    assert cut_document_title(joint.join((TITLE, column, site)), [site])[0] == TITLE
    assert cut_document_title(joint.join((site, column, TITLE)), [site])[0] == TITLE


@given(st.text(alphabet="青禾县网站_-— |·/【】2013年报", max_size=30))
def test_every_piece_is_a_part_of_the_whole(text: str) -> None:
    whole = " ".join(text.split())
    pieces = cut_document_title(text)
    assert all(piece and piece in whole for piece in pieces)
    assert bool(pieces) is bool(whole)
