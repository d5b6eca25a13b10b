"""The card: each number marked in its sentence, and whatever a reader must know beside it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from govreports.cli.cards import marked
from govreports.model.document import Document
from govreports.model.finding import Finding, Span
from govreports.model.page import Page
from govreports.model.report import Candidate, Covers, Report, Statistic
from govreports.publish.card import card
from govreports.publish.record import build_record

TEXT = "一、概述\n2013年,我局收到申请3件,均已答复。未发生行政复议。访问量约四百余万人次。"
REQUESTS = Statistic(
    "requests.received", None, Decimal(3), "件", "3", "exact", "number", "year", "own", True, 11, 18, "我局收到申请3件"
)


def at(quote: str, **fields: object) -> Statistic:
    start = TEXT.index(quote)
    return replace(REQUESTS, **{"start": start, "end": start + len(quote), "quote": quote, **fields})


def lines(*statistics: Statistic, **fields: object) -> list[str]:
    report = replace(
        Report("annual-report", "云河县水务局2013年年报", "云河县水务局", "330125", 2013, "narrative"),
        statistics=statistics,
        **fields,
    )
    page = Page("sha256:aa", "http://www.yunhe.gov.test/1.html", "utf-8", None, Document(TEXT), repairs=("spaces",))
    return list(marked(card(build_record(page, report, identity="0123456789abcdef"))))


def test_begins_with_title_unit_year_and_address() -> None:
    assert lines()[0] == "云河县水务局2013年年报"
    assert {"unit      云河县水务局", "year      2013", "url       http://www.yunhe.gov.test/1.html"} <= set(lines())


def test_a_number_is_marked_in_its_sentence() -> None:
    shown = lines(at("我局收到申请3件", as_stated="3"))
    assert "  收到申请 requests.received  3 件  year, own" in shown
    assert "    2013年,【我局收到申请>>3<<件】,均已答复。" in shown


def test_a_number_is_not_marked_inside_a_longer_one() -> None:
    assert "    【2013年,我局收到申请>>3<<件】,均已答复。" in lines(at("2013年,我局收到申请3件", as_stated="3"))


def test_a_zero_said_in_words_is_told_so() -> None:
    none = at("未发生行政复议", indicator="reviews", value=Decimal(0), as_stated="未发生", stated="words")
    assert "  行政复议 reviews  0 件 (in words)  year, own" in lines(none)
    assert "    【>>未发生<<行政复议】。" in lines(none)


@pytest.mark.parametrize(
    ("fields", "figure"),
    [
        ({"value": Decimal(4000000), "qualifier": "at_least", "measure": "人次"}, "at least 4,000,000 人次"),
        ({"value": Decimal("0.5"), "measure": "万元"}, "0.5 万元"),
        ({"value": Decimal(54), "measure": None}, "54"),
        ({"value": None, "stated": "blank"}, "left blank"),
        ({"value": None, "stated": "dash"}, "a dash"),
    ],
)
def test_figures_as_a_reader_says_them(fields: dict[str, object], figure: str) -> None:
    assert f"  收到申请 requests.received  {figure}  year, own" in lines(replace(REQUESTS, **fields))


def test_a_number_with_no_place_in_the_text_has_no_sentence() -> None:
    derived = replace(REQUESTS, start=None, end=None, quote=None)
    assert lines(derived)[-3:] == lines()[-3:]


def test_a_long_sentence_is_cut_around_the_quote() -> None:
    text = "前" * 200 + "收到申请3件" + "后" * 200 + "。"
    report = Report(
        "annual-report", None, None, None, None, "narrative", statistics=(replace(REQUESTS, start=200, end=206),)
    )
    page = Page("1.txt", None, "utf-8", None, Document(text))
    shown = list(marked(card(build_record(page, report, identity="00"))))
    assert f"    …{'前' * 60}【收到申请>>3<<件】{'后' * 60}…" in shown


def test_candidates_findings_and_repairs_follow() -> None:
    start = TEXT.index("访问量")
    shown = lines(
        candidates=(Candidate("website.visits", "of what?", start, start + 3, "访问量"),),
        findings=(Finding("late", "info", "Published late.", (), (Span(0, 4),)),),
    )
    assert shown[shown.index("For a coder to judge") :] == [
        "For a coder to judge",
        "  网站访问量 website.visits? of what?",
        "    【访问量】约四百余万人次。",
        "",
        "Findings",
        "  late  Published late.",
        "    【一、概述】",
        "",
        "Repairs",
        "  spaces",
    ]


def test_the_period_is_told_or_else_the_sentence_that_speaks_of_it() -> None:
    quote = "2013年"
    told = lines(covers=Covers("2013-01-01", "2013-12-31", Span(5, 10), quote))
    assert "covers    2013-01-01 to 2013-12-31" in told
    assert "covers    2013年" in lines(covers=Covers(None, None, Span(5, 10), quote))
