"""Tables that lost the borders of their cells: told by the order of labels and by the sums."""

import itertools
import re
from collections.abc import Mapping, Sequence

import pytest
from form_pages import TITLE, form, indicators, numbers

from govreports.model.document import RawParagraph, assemble
from govreports.model.finding import Finding
from govreports.model.report import Hints, Report
from govreports.parsing import parse_report
from govreports.parsing.tables.forms import TableForm
from govreports.parsing.tables.splitting import Atom, Block, cuts

D = "standard-2021"
TABLE3 = form(D, "table3")
HEADER_3 = ["申请人情况", "自然人 法人或其他组织 总计", "商业企业 科研机构 社会公益组织 法律服务机构 其他"]
INTRODUCTION = "2023年，本局按照要求推进政务公开，安排专人负责，全年更新栏目内容，办事指南随政策调整及时修改。"


def read(*lines: str, introduction: str = INTRODUCTION) -> Report:
    paragraphs = [
        "一、总体情况",
        introduction,
        "三、收到和处理政府信息公开申请情况",
        *lines,
        "五、存在的主要问题及改进情况",
    ]
    document = assemble(RawParagraph(line) for line in paragraphs)
    report = parse_report(document, Hints(title=TITLE))
    for each in report.statistics:
        assert each.start is None or document.text[each.start : each.end] == each.quote
    return report


def values(report: Report) -> dict[str | None, object]:
    return {each.indicator: each.value for each in report.statistics if not each.derived_from}


def of(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == code]


def rows(spec: TableForm, fill: Mapping[str, object], between: str) -> list[str]:
    """One line a row: its label, with its group before the first, and its figures."""
    lines, group = [], None
    for row in spec.rows:
        label = row.labels[0]
        if row.under and row.under != group and row.under in spec.groups:
            label = row.under + label
        group = row.under
        figures = [str(fill[name]) for column in spec.usual_columns if (name := spec.indicator(row, column))]
        lines.append(label + between + between.join(figures))
    return lines


def balanced() -> dict[str, int]:
    """A table 3 whose sums hold: 58 and 2 and 1 asked, all were answered, two of them in part."""
    fill = dict.fromkeys(indicators(TABLE3), 0)
    asked = {"natural": 58, "business": 2, "legal": 1, "total": 61}
    for column, number in asked.items():
        fill[f"requests.new.{column}"] = fill[f"requests.concluded.{column}"] = number
        partly = {"natural": 2, "total": 2}.get(column, 0)
        fill[f"requests.partial.{column}"] = partly
        fill[f"requests.granted.{column}"] = number - partly
    return fill


@pytest.mark.parametrize("together", [False, True], ids=["a line a row", "one paragraph"])
@pytest.mark.parametrize("between", [" ", "\t", "　", ""], ids=["blank", "tab", "wide blank", "nothing"])
def test_table_3_is_read_however_its_cells_are_parted(between: str, together: bool) -> None:
    lines = [*HEADER_3, *rows(TABLE3, balanced(), between)]
    report = read(*(["".join(lines)] if together else lines))

    assert values(report) == balanced()
    assert report.form == D
    assert not of(report, "sum-broken")


def test_cells_may_stand_on_lines_of_their_own() -> None:
    lines = [piece for line in rows(TABLE3, balanced(), "\n") for piece in line.split("\n")]

    assert values(read(*HEADER_3, *lines)) == balanced()


def test_digits_run_together_are_cut_and_said_to_be() -> None:
    report = read(*HEADER_3, *rows(TABLE3, balanced(), ""))
    (finding,) = of(report, "digits-split")
    new = [each for each in report.statistics if (each.indicator or "").startswith("requests.new.")]

    assert [each.quote for each in new] == ["58", "2", "0", "0", "1", "0", "61"]
    assert (finding.severity, set(finding.indicators)) == ("info", set(indicators(TABLE3)))


def test_the_number_of_the_next_row_is_no_figure() -> None:
    joined = "".join(rows(TABLE3, balanced(), ""))
    assert "00000002.其他法律行政法规禁止公开" in joined

    assert values(read(joined)) == balanced()
    assert values(read(re.sub(r"(\d)\.", r"\1", joined))) == balanced()


def test_what_several_cuts_leave_open_is_empty_and_counted() -> None:
    fill = dict.fromkeys(indicators(TABLE3), 0)
    for column, number in {"natural": 1, "business": 11, "total": 12}.items():
        for row in ("new", "granted", "concluded"):
            fill[f"requests.{row}.{column}"] = number
    report = read(*HEADER_3, *rows(TABLE3, fill, ""))
    (finding,) = of(report, "ambiguous-digits")
    open_cells = {each.indicator for each in report.statistics if each.stated == "text"}

    # 1110000012 begins 1, 11, 0 or 11, 1, 0 or 1, 1, 10: each sums to 12, and every row is alike.
    assert "3 ways" in finding.message
    assert finding.severity == "warning"
    assert open_cells == {
        f"requests.{row}.{column}"
        for row in ("new", "granted", "concluded")
        for column in ("natural", "business", "research")
    }
    assert set(finding.indicators) == open_cells
    assert values(report)["requests.new.total"] == 12
    assert all(each.value is None for each in report.statistics if each.indicator in open_cells)


def test_the_prose_may_decide() -> None:
    spec = form("regional-annex", "F1")
    both = {"requests.received", "requests.received.in_person"}
    lines = [f"{row.labels[0]}{row.measure}{'1123' if row.name in both else '00'}" for row in spec.rows]
    head = "指标名称计量单位2023年度历年累计"
    undecided = read(head, *lines)
    decided = read(head, *lines, introduction="2023年，本局收到政府信息公开申请11件，均按时答复。")

    assert "3 ways" in of(undecided, "ambiguous-digits")[0].message
    assert not of(decided, "ambiguous-digits")
    assert {
        each.period: each.value for each in decided.statistics if each.indicator == "requests.received.in_person"
    } == {
        "year": 11,
        "cumulative": 23,
    }


def test_table_4_is_one_run_of_digits() -> None:
    spec = form(D, "table4")
    fill = [1, 0, 2, 0, 3, 0, 0, 0, 0, 0, 4, 10, 0, 0, 14]
    header = (
        "行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉"
        + "结果维持结果纠正其他结果尚未审结总计" * 2
    )
    wanted = dict(zip(indicators(spec), fill, strict=True))

    assert values(read(header, "".join(map(str, fill)))) == wanted
    assert values(read(*re.findall(r".{2,8}", header), *map(str, fill))) == wanted


@pytest.mark.parametrize("between", [" ", ""])
def test_the_58_values_of_the_annex_are_read(between: str) -> None:
    spec = form("annex-2014", "annex")
    lines = [
        f"{row.labels[0]}{between}{row.measure}{between}{number}"
        for row, number in zip(spec.rows, numbers(spec).values(), strict=False)
    ]
    wanted = {row.name: 7 * n + 3 for n, row in enumerate(spec.rows)}
    lines = [f"{row.labels[0]}{between}{row.measure}{between}{wanted[row.name]}" for row in spec.rows]

    assert values(read(f"统计指标{between}单位{between}统计数", *lines)) == wanted
    assert values(read("".join(["统计指标单位统计数", *lines]))) == wanted


def test_a_misprinted_label_and_a_local_row_are_read() -> None:
    lines = rows(TABLE3, balanced(), " ")
    at = next(n for n, line in enumerate(lines) if "其他法律行政法规禁止公开" in line)
    lines[at] = lines[at].replace("其他法律行政法规禁止公开", "其他法律行政止公开")
    lines.insert(at + 7, "9.属于档案查阅事项 0 3 0 0 0 0 3")
    report = read(*HEADER_3, *lines)
    local = [each.value for each in report.statistics if each.label == "属于档案查阅事项"]

    assert {name: value for name, value in values(report).items() if name} == balanced()
    assert local == [0, 3, 0, 0, 0, 0, 3]


def test_changes_keep_their_signs_and_amounts_their_decimals() -> None:
    report = read(
        "信息内容 上一年项目数量 本年增/减 处理决定数量",
        "行政许可 10 -3 0",
        "其他对外管理服务事项 4 减2 0",
        "信息内容 采购项目数量 采购总金额",
        "政府集中采购 2 730250.75",
    )
    read_values = values(report)

    assert read_values["license.change"] == -3
    assert read_values["services.change"] == -2
    assert str(read_values["procurement.amount"]) == "730250.75"


def test_sums_of_parted_cells_may_be_broken() -> None:
    fill = balanced() | {"requests.new.natural": 57}
    report = read(*HEADER_3, *rows(TABLE3, fill, " "))

    assert values(report) == fill
    assert {finding.indicators[0] for finding in of(report, "sum-broken")} == {
        "requests.new.total",
        "requests.new.natural",
    }


def test_rows_are_neither_headings_nor_prose() -> None:
    report = read(*HEADER_3, *rows(TABLE3, balanced(), " "))

    assert [section.heading for section in report.sections] == [
        "总体情况",
        "收到和处理政府信息公开申请情况",
        "存在的主要问题及改进情况",
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "本年收到申请3件，其中予以公开1件，部分公开1件，重复申请1件，属于国家秘密0件，结转下年度继续办理0件。",
        "行政许可12件，行政处罚3件，行政强制1件，行政事业性收费2万元，规范性文件4件，规章0件。",
    ],
)
def test_labels_in_a_sentence_are_no_table(prose: str) -> None:
    assert not [each for each in read(prose).statistics if each.indicator and each.indicator.count(".") > 1]


def by_hand(digits: str, size: int) -> set[tuple[str, ...]]:
    """Every way to cut digits into numbers, the last the sum of the others."""
    found = set()
    for places in itertools.combinations(range(1, len(digits)), size - 1):
        pieces = tuple(digits[start:end] for start, end in itertools.pairwise((0, *places, len(digits))))
        plain = all(piece == "0" or piece[0] != "0" for piece in pieces)
        if plain and sum(map(int, pieces[:-1])) == int(pieces[-1]):
            found.add(pieces)
    return found


@pytest.mark.parametrize(
    "digits",
    ["582001061", "0000000", "1110000012", "12583200041061311", "1010101016", "99999954", "123", "11111100061"],
)
def test_cuts_are_all_that_the_sum_allows(digits: str) -> None:
    found = cuts([Atom(digits, 0)], [Block(7, 6)])

    assert found is not None
    assert {tuple(piece.text for piece in cut) for cut in found} == by_hand(digits, 7)


@pytest.mark.parametrize(
    ("parted", "wanted"),
    [
        (["58", "2001061"], [["58", "2", "0", "0", "1", "0", "61"]]),
        (["5", "82001061"], []),
        (["58", "2", "0", "0", "1", "0", "61"], [["58", "2", "0", "0", "1", "0", "61"]]),
    ],
)
def test_what_white_space_parts_stays_parted(parted: Sequence[str], wanted: Sequence[Sequence[str]]) -> None:
    found = cuts([Atom(text, 0) for text in parted], [Block(7, 6)])

    assert [[piece.text for piece in cut] for cut in found or ()] == wanted


@pytest.mark.parametrize("codes", ["{code} {label} {measure} {value}", "{label} {measure} {code} {value}"])
@pytest.mark.parametrize("header", ["指标名称 计量单位 代码 本年累计", "指标名称 计量单位 代码 本期实际 本年累计"])
def test_row_codes_are_no_values(codes: str, header: str) -> None:
    spec = form("regional-annex", "S1")
    both = "本期" in header
    lines = [
        codes.format(
            code=f"{n:02}", label=row.labels[0], measure=row.measure, value=f"{7 * n} {100 + n}" if both else 100 + n
        )
        for n, row in enumerate(spec.rows, 1)
    ]
    found = read(header, *lines).statistics

    assert {each.indicator: each.value for each in found if each.period == "year"} == {
        row.name: 100 + n for n, row in enumerate(spec.rows, 1)
    }
    assert {each.indicator for each in found if each.period == "unclear"} == (
        {row.name for row in spec.rows} if both else set()
    )


def test_a_lone_column_is_not_cut_in_two() -> None:
    spec = form("regional-annex", "F1")
    lines = [f"{row.labels[0]} 条 {97 + n}" for n, row in enumerate(spec.rows)]
    found = read("指标名称 计量单位 年末统计", *lines).statistics

    assert {(each.indicator, each.period): each.value for each in found} == {
        (row.name, "year"): 97 + n for n, row in enumerate(spec.rows)
    }


def test_a_flattened_table_is_one_of_the_report_s_tables() -> None:
    report = read(*HEADER_3, *rows(TABLE3, balanced(), " "))
    (table,) = report.tables

    assert (table.number, table.form) == (1, D)
    assert {each.table for each in report.statistics} == {1}
    assert all(each.start is None or table.start <= each.start < table.end for each in report.statistics)
