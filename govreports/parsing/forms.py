"""The statistical form that a document's tables follow, told by their labels and never by the year."""

import re
from collections.abc import Sequence

from govreports.model.document import Document, Paragraph, Table
from govreports.model.report import Form, ReportTable

# Labels of 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, tables 2 and 3.
_DISCLOSURE_2021 = re.compile(r"本年制发件数|现行有效件数|本年废止件数|本年收费金额")
_DISCLOSURE_2019 = re.compile(r"本年新制作数量|对外公开总数量|本年新公开数量|上一年项目数量|采购总金额")
_REQUESTS = re.compile(
    r"本年新收政府信息公开申请数量|结转下年度继续办理|无正当理由大量反复申请|没有现成信息需要另行制作"
    r"|[(（]六[)）]其[他它]处理"
)
_OTHER_RESULTS = re.compile(r"[(（]六[)）]其[他它]处理")
_OTHER_RESULTS_2021 = re.compile(r"逾期不补正|逾期未按收费通知")

# Labels of 国办发〔2014〕32号; several, since provinces share some of them.
_ANNEX_2014 = tuple(
    map(
        re.compile,
        (
            r"统计指标",
            r"收到申请数",
            r"申请办结数",
            r"申请答复数",
            r"主动公开政府信息数",
            r"回应公众关注热点",
            r"接受培训人员数",
        ),
    )
)
_ENOUGH_LABELS = 3
# The provinces' and cities' own annexes (Fujian, Shanghai, Gansu).
_REGIONAL = tuple(map(re.compile, (r"指标名称", r"计量单位|单位", r"历年累计|年末统计|本年累计|本期实际|代码|年度")))

_TABLE_HEAD = re.compile(r"统计指标|指标名称|本年新制作数量|本年制发件数|申请人情况|信息内容")
_CELL = re.compile(r"[\d.,%/—–-]+|条|件|次|个|人|人次|篇|元|万元|项|宗|单位|统计数|代码|计量单位|总计|自然人")
_ROW_TAIL = re.compile(
    r"(?:条|件|次|个|人|人次|篇|万元|元|数|量|—)\s*[\d.—-]+$|\s[\d.]+$|[—-]{1,4}$|(?:\s|\t)(?:条|件|次|个|人"
    r"|人次|篇|万元|元)$"
)
_LONGEST_ROW = 60


def read_tables(document: Document) -> tuple[ReportTable, ...]:
    """The document's tables, numbered from 1, each with its form where its labels tell one. The pieces of a table of
    requests that a page break split are judged together, since its rows of （六）其他处理 alone tell 2019 from 2021."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    labels = ["".join(document.text[table.start : table.end].split()) for table in tables]
    requests = "".join(piece for piece in labels if _REQUESTS.search(piece))
    return tuple(
        ReportTable(number, _form_of(requests if _REQUESTS.search(piece) else piece), table.start, table.end)
        for number, (table, piece) in enumerate(zip(tables, labels, strict=True), 1)
    )


def read_form(document: Document, tables: Sequence[ReportTable]) -> Form:
    """The form of the report: that of its table of requests, else of its other tables, also where tables were
    flattened to lines; narrative where no label of any form stands."""
    rows = [document.text[table.start : table.end] for table in tables]
    flattened = flattened_rows(document)
    rows += [
        document.text[block.start : block.end]
        for block in document.blocks
        if isinstance(block, Paragraph) and block.start in flattened
    ]
    return _form_of("\n".join(rows)) or "narrative"


def _form_of(labels: str) -> Form | None:
    compact = "".join(labels.split())
    if _REQUESTS.search(compact) and _OTHER_RESULTS.search(compact):
        return "standard-2021" if _OTHER_RESULTS_2021.search(compact) else "standard-2019"
    if _DISCLOSURE_2021.search(compact):
        return "standard-2021"
    if _DISCLOSURE_2019.search(compact) or _REQUESTS.search(compact):
        return "standard-2019"
    if sum(bool(label.search(compact)) for label in _ANNEX_2014) >= _ENOUGH_LABELS:
        return "annex-2014"
    if all(label.search(compact) for label in _REGIONAL):
        return "regional-annex"
    return None


def flattened_rows(document: Document) -> frozenset[int]:
    """Starts of the paragraphs that are rows or cells of a table flattened to lines: from a table's head on, short
    lines that end in a number or a measure, or have such a line behind them."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    lines = [document.text[block.start : block.end].strip() for block in paragraphs]
    rows: set[int] = set()
    inside = False
    for index, line in enumerate(lines):
        short = len(line) <= _LONGEST_ROW and "。" not in line
        if short and _TABLE_HEAD.search(line):
            inside = True
        elif inside:
            inside = short and (_is_row(line) or any(_is_cell(later) for later in lines[index + 1 : index + 3]))
        if inside:
            rows.add(paragraphs[index].start)
    return frozenset(rows)


def _is_cell(line: str) -> bool:
    return _CELL.fullmatch(line) is not None


def _is_row(line: str) -> bool:
    return _is_cell(line) or _ROW_TAIL.search(line) is not None
