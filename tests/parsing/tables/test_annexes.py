"""The annexes before 2019: the national form of 2014, the provinces' own tables."""

import pytest
from form_pages import codes, form, report_of, row, table, values

from govreports.model.report import Report
from govreports.parsing.tables.forms import TableForm

ANNEX = form("annex-2014", "annex")
HEADINGS = {
    "disclosed": "一、主动公开情况",
    "disclosed.gazette": "（二）通过不同渠道和方式公开政府信息的情况",
    "responses.hot_topics": "二、回应解读情况",
    "responses.press_conferences": "（二）通过不同渠道和方式回应解读的情况",
    "requests.received": "三、依申请公开情况",
    "organisation.offices": "八、机构建设和保障经费情况",
    "meetings": "九、政府信息公开会议和培训情况",
}
"""The headings that stand above a row of the form."""


def rows_of_annex(values: dict[str, int], nothing: str = "——") -> list[list[object]]:
    rows: list[list[object]] = []
    for each in ANNEX.rows:
        if each.name in HEADINGS:
            rows.append([HEADINGS[each.name], nothing, nothing])
        rows.append([each.labels[0], each.measure, values[each.name]])
    return rows


def annex(rows: list[list[object]], header: tuple[str, ...] = ("统计指标", "单位", "统计数")) -> str:
    return table("".join(map(row, [header, *rows])))


NUMBERS = {each.name: 11 * n + 2 for n, each in enumerate(ANNEX.rows)}


@pytest.mark.parametrize("nothing", ["——", "—", "----", ""])
def test_all_58_values_of_the_national_annex_are_read(nothing: str) -> None:
    report = report_of(annex(rows_of_annex(NUMBERS, nothing)))

    assert len(NUMBERS) == 58
    assert values(report) == NUMBERS
    assert report.form == "annex-2014"
    assert {each.indicator: each.measure for each in report.statistics} == {r.name: r.measure for r in ANNEX.rows}


def test_a_column_of_numbers_may_stand_in_front() -> None:
    numbered = [[n, *cells] for n, cells in enumerate(rows_of_annex(NUMBERS), 1)]

    assert values(report_of(annex(numbered, ("序号", "统计指标", "单位", "统计数")))) == NUMBERS


def test_columns_are_told_by_their_header() -> None:
    turned = [[value, label, unit] for label, unit, value in rows_of_annex(NUMBERS)]

    assert values(report_of(annex(turned, ("统计数", "统计指标", "计量单位")))) == NUMBERS


def test_an_annex_may_be_printed_in_two_halves() -> None:
    rows = rows_of_annex(NUMBERS)
    middle = (len(rows) + 1) // 2
    right = [*rows[middle:], ["", "", ""]]
    both = [[*one, *other] for one, other in zip(rows[:middle], right, strict=False)]

    assert values(report_of(annex(both, ("统计指标", "单位", "统计数") * 2))) == NUMBERS


def test_an_annex_without_a_column_of_measures_is_read() -> None:
    bare = [[label, value] for label, _, value in rows_of_annex(NUMBERS)]

    assert values(report_of(annex(bare, ("指标", "数量")))) == NUMBERS


def test_local_rows_and_footers_do_not_disturb() -> None:
    rows = rows_of_annex(NUMBERS)
    rows.insert(5, ["政府文件数", "件", 31])
    rows.append(["单位负责人：某甲", "审核人：某乙", "填报人：某丙"])
    rows.append(["联系电话：0000-0000000", "", "填报日期：2016年1月20日"])
    report = report_of(annex(rows))

    assert values(report) == NUMBERS
    assert [(each.label, each.value, each.measure) for each in report.statistics if each.indicator is None] == [
        ("政府文件数", 31, "件")
    ]


def test_an_annex_may_count_by_kinds_of_organs() -> None:
    rows = [[label, unit, value, 1, 2] for label, unit, value in rows_of_annex(NUMBERS)]
    report = report_of(annex(rows, ("统计指标", "单位", "政府统计数", "部门统计数", "乡镇街道统计数")))
    own = {each.indicator: each.value for each in report.statistics if each.scope == "own"}

    assert own == NUMBERS
    assert {(each.scope, each.value) for each in report.statistics if each.indicator == "fees"} == {
        ("own", NUMBERS["fees"]),
        ("subordinate", 1),
        ("subordinate", 2),
    }


def test_the_measure_of_a_row_is_the_printed_one() -> None:
    rows = rows_of_annex(NUMBERS)
    at = next(n for n, cells in enumerate(rows) if cells[0] == "七、依申请公开信息收取的费用")
    rows[at][1] = "元"
    (fees,) = [each for each in report_of(annex(rows)).statistics if each.indicator == "fees"]

    assert (fees.value, fees.measure) == (NUMBERS["fees"], "元")


def test_sums_of_the_annex_are_checked() -> None:
    report = report_of(annex(rows_of_annex(dict.fromkeys(NUMBERS, 0) | {"staff": 3, "staff.full_time": 1})))

    assert [code for code in codes(report) if code.startswith("sum")] == ["sum-broken"]


def regional(spec: TableForm, header: tuple[str, ...], columns: int) -> str:
    rows = [[each.labels[0], each.measure, *(10 * n + at for at in range(columns))] for n, each in enumerate(spec.rows)]
    return table("".join(map(row, [header, *rows])))


def by_period(report: Report, period: str) -> dict[str | None, object]:
    return {each.indicator: each.value for each in report.statistics if each.period == period}


@pytest.mark.parametrize("name", ["F1", "F2"])
@pytest.mark.parametrize("year", ["2023年度", "年度", "2023年", "本年度", "年末统计"])
def test_columns_of_the_regional_tables_are_periods(name: str, year: str) -> None:
    spec = form("regional-annex", name)
    report = report_of(regional(spec, ("指标名称", "计量单位", year, "历年累计"), 2))

    assert by_period(report, "year") == {each.name: 10 * n for n, each in enumerate(spec.rows)}
    assert by_period(report, "cumulative") == {each.name: 10 * n + 1 for n, each in enumerate(spec.rows)}
    assert report.form == "regional-annex"


def test_a_column_of_another_year_is_told() -> None:
    spec = form("regional-annex", "F2")
    report = report_of(regional(spec, ("指标名称", "计量单位", "2022年度", "2023年度", "历年累计"), 3))

    assert by_period(report, "other") == {each.name: 10 * n for n, each in enumerate(spec.rows)}
    assert by_period(report, "year") == {each.name: 10 * n + 1 for n, each in enumerate(spec.rows)}


def test_a_table_cut_off_says_what_it_lacks() -> None:
    spec = form("regional-annex", "F1")
    rows = [row([each.labels[0], "条", 1, 2]) for each in spec.rows[:7]]
    report = report_of(table(row(["指标名称", "计量单位", "2023年度", "历年累计"]) + "".join(rows)))

    assert len(values(report)) == 7
    (finding,) = [each for each in report.findings if each.code == "table-incomplete"]
    assert finding.indicators == tuple(each.name for each in spec.rows[7:])


def test_the_54_codes_of_shanghai_are_read() -> None:
    spec = form("regional-annex", "S1")
    rows = [[each.labels[0], each.measure, f"{n:02}", n, 100 + n] for n, each in enumerate(spec.rows, 1)]
    header = ("指标名称", "计量单位", "代码", "本期实际", "本年累计")
    report = report_of(table("".join(map(row, [header, *rows]))))

    assert len(spec.rows) == 54
    assert by_period(report, "year") == {each.name: 100 + n for n, each in enumerate(spec.rows, 1)}
    assert by_period(report, "unclear") == {each.name: n for n, each in enumerate(spec.rows, 1)}


def test_a_lone_row_behind_a_table_goes_on_with_it() -> None:
    spec = form("regional-annex", "F1")
    rows = [row([each.labels[0], "条", n, 2 * n]) for n, each in enumerate(spec.rows)]
    head = row(["指标名称", "计量单位", "2023年度", "历年累计"])
    report = report_of(table(head + "".join(rows[:-1])) + f"<table>{rows[-1]}</table>")

    assert by_period(report, "cumulative") == {each.name: 2 * n for n, each in enumerate(spec.rows)}


def test_a_lone_row_keeps_its_blanks() -> None:
    spec = form("regional-annex", "F1")
    head = row(["指标名称", "计量单位", "2023年度", "历年累计"])
    rows = [row([each.labels[0], "条", 1, 2]) for each in spec.rows[:-1]]
    report = report_of(table(head + "".join(rows)) + table(row([spec.rows[-1].labels[0], "件", "", 8])))

    assert by_period(report, "year")["appeals"] is None
    assert by_period(report, "cumulative")["appeals"] == 8
