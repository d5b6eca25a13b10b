"""Which entries are reports, and which of them are one."""

import pytest

from govreports.model.exchange import Entry
from govreports.parsing.entries import gather, judge


@pytest.mark.parametrize(
    ("title", "column", "listed", "treatment", "document_type"),
    [
        ("云禾县2013年政府信息公开工作年度报告", None, None, "report", "annual-report"),
        ("云禾县教育局2013年政务公开工作总结", None, "2013-12-20", "report", "work-summary"),
        ("2013年度", None, None, "report", "annual-report"),
        ("云禾县教育局", None, None, "report", "annual-report"),
        ("云禾县2012年政府信…", None, None, "report", "annual-report"),
        ("云禾县教育局2013年工作总结", "政府信息公开年报", None, "report", "work-summary"),
        ("云禾县教育局2013年工作总结", "工作动态", None, "left-out", "other"),
        ("我县召开春耕现场会", "信息公开年报", None, "left-out", "other"),
        ("2016，云禾，精彩继续！", None, None, "left-out", "other"),
        ("2016，云禾，精彩继续！", "信息公开年报", None, "report", "annual-report"),
        ("2013年度各部门政府信息公开年报汇总", None, None, "index", "index"),
        ("历年政府信息公开年度报告", None, None, "index", "index"),
        ("云禾县政府信息公开指南", None, None, "left-out", "guide"),
        ("关于做好2013年度政府信息公开年度报告编制工作的通知", None, None, "left-out", "notice"),
        ("云禾县2016年政务公开工作自查报告", None, None, "left-out", "self-inspection"),
        ("《云禾县2019年政府信息公开工作年度报告》解读", None, None, "left-out", "other"),
        ("图文解读：云禾县2019年政府信息公开年报", None, None, "left-out", "other"),
        ("一图读懂云禾县2019年政府信息公开工作年度报告", None, None, "report", "annual-report"),
        ("图解：云禾县2019年政府信息公开年报", None, None, "report", "annual-report"),
        ("一图读懂云禾县2019年重点工作", None, None, "left-out", "other"),
        ("云禾县2019年政府信息公开年报（图片版）", None, None, "report", "annual-report"),
        ("云禾县2013年政府信息公开情况统计表", None, "2014-01-20", "report", "annual-report"),
        ("云禾县2013年政府信息公开情况统计表", None, "2013-07-08", "left-out", "other"),
        ("云禾县2013年政府信息公开年报", None, "2013-03-08", "report", "annual-report"),
    ],
)
def test_an_entry_is_judged_by_its_title_its_column_and_its_date(title, column, listed, treatment, document_type):
    judged = judge(title, column, listed)
    assert (judged.treatment, judged.document_type) == (treatment, document_type)
    assert judged.reason


def entry(title: str, number: int, listed: str | None = None, unit: str | None = None) -> Entry:
    return Entry(f"http://www.yunhe.gov.test/{number}.html", title, listed, unit)


def groups(
    *titles: str | tuple[str, str], unit: str | None = "云禾县人民政府"
) -> list[tuple[int, list[int], list[int]]]:
    """The numbers (from 1) of the main entries, of what is read with them, and of the others."""
    given = [(title, None) if isinstance(title, str) else title for title in titles]
    entries = [entry(title, number, listed, unit) for number, (title, listed) in enumerate(given, 1)]
    number = {found.url: place for place, found in enumerate(entries, 1)}
    return [
        (number[group.main.url], [number[e.url] for e in group.read_with], [number[e.url] for e in group.others])
        for group in gather(entries)
    ]


PLAIN = "云禾县人民政府2013年政府信息公开工作年度报告"


def test_editions_tables_and_corrections_of_one_unit_and_year_are_one_report() -> None:
    found = groups(
        f"{PLAIN}（图片版）",
        PLAIN,
        "云禾县2013年度政府信息公开情况统计表",
        "关于云禾县人民政府2013年政府信息公开工作年度报告的更正说明",
        "图解云禾县人民政府2013年政府信息公开工作年度报告",
    )
    assert found == [(2, [3, 4], [1, 5])]


@pytest.mark.parametrize(
    ("titles", "main"),
    [
        ((f"{PLAIN}（扫描件）", f"{PLAIN}（文字版）"), 2),
        ((PLAIN, f"{PLAIN}（更正版）"), 2),
        ((f"{PLAIN}（修订）", PLAIN), 1),
        ((PLAIN, f"{PLAIN}（文字版）"), 2),
        (((f"{PLAIN}（更正后）", "2014-03-02"), (PLAIN, "2014-02-01"), (f"{PLAIN}（修订版）", "2014-05-05")), 3),
        ((f"一图读懂{PLAIN}", "云禾县2013年度政府信息公开年度报告附表"), 2),
    ],
)
def test_the_main_entry_is_chosen_by_the_written_rule(titles, main: int) -> None:
    ((found, _, _),) = groups(*titles)
    assert found == main


@pytest.mark.parametrize("title", [f"{PLAIN}（图片版）", f"图解：{PLAIN}", "关于更正2013年政府信息公开年度报告的公告"])
def test_an_edition_that_is_the_only_copy_is_the_report(title: str) -> None:
    assert groups(title) == [(1, [], [])]


def test_other_years_other_units_and_namesakes_are_reports_of_their_own() -> None:
    titles = (
        PLAIN,
        PLAIN.replace("2013", "2012"),
        "云禾县人民政府办公室2013年政府信息公开年报",
        "云禾县教育局2013年政府信息公开年报",
    )
    assert [group[0] for group in groups(*titles)] == [1, 2, 3, 4]
    assert [group[0] for group in groups(PLAIN, PLAIN)] == [1, 2], "listed twice: nobody can tell which is right"
    assert groups(PLAIN, "云禾县教育局2013年政府信息公开年报（图片版）") == [(1, [], []), (2, [], [])]


def test_an_edition_that_names_no_unit_belongs_to_the_only_report_of_its_year() -> None:
    assert groups("2013年政府信息公开年报", "2013年政府信息公开年报附表") == [(1, [2], [])]
    assert groups("云禾县人民政府办公室2013年政府信息公开年报", "2013年政府信息公开统计表") == [(1, [2], [])]
    two = ("云禾县教育局2013年政府信息公开年报", "云禾县水务局2013年政府信息公开年报", "2013年政府信息公开统计表")
    assert groups(*two, unit=None) == [(1, [], []), (2, [], []), (3, [], [])]


def test_what_is_no_report_is_in_no_group() -> None:
    assert groups(f"《{PLAIN}》解读", "云禾县政府信息公开指南") == []
