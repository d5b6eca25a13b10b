"""Pages with the tables of the standard forms, plainly printed, for the tests to spoil."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from govreports.model.document import Document
from govreports.model.report import Hints, Report
from govreports.pages import read_page
from govreports.parsing import parse_report
from govreports.parsing.tables.forms import TableForm, table_forms

Fill = Callable[[str], object]
"""The text of an indicator's cell."""

TITLE = "青柳县民政局2023年政府信息公开工作年度报告"
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
HEAD_3 = """<tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td>
<td colspan="7">申请人情况</td></tr>
<tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>"""


def form(form_name: str, table_name: str) -> TableForm:
    return next(table for table in table_forms() if (table.form, table.name) == (form_name, table_name))


def indicators(table: TableForm) -> list[str]:
    """Every indicator of a table, in its order."""
    found = (table.indicator(row, column) for row in table.rows for column in table.columns)
    return [indicator for indicator in found if indicator]


def numbers(table: TableForm) -> dict[str, int]:
    """A different number for every cell; no sum holds."""
    return {indicator: 7 * n + 3 for n, indicator in enumerate(indicators(table))}


def row(cells: Iterable[object], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>\n"


def table(rows: str) -> str:
    return f'<table border="1">\n{rows}</table>\n'


def blocks_of_table2(form_name: str, fill: Fill) -> list[str]:
    """The rows of table 2, block by block: heading, header, rows."""
    spec = form(form_name, "table2")
    blocks = []
    for heading in spec.headings:
        rows = [each for each in spec.rows if each.under == heading]
        columns = [column for column in spec.columns if column.key in (rows[0].columns or ())]
        html = f'<tr><td colspan="4">{heading}</td></tr>\n'
        html += row(["信息内容", *(column.labels[0] for column in columns)])
        for each in rows:
            html += row([each.labels[0], *(fill(spec.indicator(each, column) or "") for column in columns)])
        blocks.append(html)
    return blocks


def table2(form_name: str, fill: Fill) -> str:
    return table("".join(blocks_of_table2(form_name, fill)))


def rows_of_table3(form_name: str, fill: Fill) -> list[str]:
    """The rows below the header of table 3, group labels in cells over their rows."""
    spec = form(form_name, "table3")
    groups = [each.under for each in spec.rows]
    found = []
    for n, each in enumerate(spec.rows):
        labels = ""
        if each.under is None:
            labels = f'<td colspan="3">{each.labels[0]}</td>'
        else:
            if groups[n - 1] is None:
                labels += f'<td rowspan="{sum(1 for group in groups if group)}">三、本年度办理结果</td>'
            if each.under == "三、本年度办理结果":
                labels += f'<td colspan="2">{each.labels[0]}</td>'
            else:
                if groups[n - 1] != each.under:
                    labels += f'<td rowspan="{groups.count(each.under)}">{each.under}</td>'
                labels += f"<td>{each.labels[0]}</td>"
        cells = "".join(f"<td>{fill(spec.indicator(each, column) or '')}</td>" for column in spec.columns)
        found.append(f"<tr>{labels}{cells}</tr>\n")
    return found


def table3(form_name: str, fill: Fill) -> str:
    return table(HEAD_3 + "".join(rows_of_table3(form_name, fill)))


def table4(form_name: str, fill: Fill) -> str:
    results = [f"<td>{label}</td>" for label in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")]
    tall = "".join(results).replace("<td>", '<td rowspan="2">')
    return table(
        '<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>\n'
        f'<tr>{tall}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>\n'
        f"<tr>{''.join(results * 2)}</tr>\n" + row(map(fill, indicators(form(form_name, "table4"))))
    )


def document_of(*bodies: str) -> Document:
    """The document of a report with these tables, each under a heading of its own."""
    parts = "".join(
        f"<p>{number}、第{number}部分</p>\n{body}" for number, body in zip("二三四五六七", bodies, strict=False)
    )
    page = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div><p>一、总体情况</p>"
        f"<p>本局按照要求推进政务公开，安排专人负责，全年更新栏目内容，办事指南随政策调整及时修改。</p>{parts}"
        "<p>八、其他需要报告的事项</p><p>无其他需要报告的事项。</p></div></body></html>"
    )
    return read_page(page.encode(), snapshot="page").document


def report_of(*bodies: str) -> Report:
    return parse_report(document_of(*bodies), Hints(title=TITLE))


def values(report: Report) -> dict[str, Decimal | None]:
    """The value of every indicator that a cell states."""
    return {
        each.indicator: each.value
        for each in report.statistics
        if each.indicator and each.table is not None and not each.derived_from
    }


def codes(report: Report) -> Sequence[str]:
    return [finding.code for finding in report.findings]
