"""The forms of 国办公开办函〔2019〕60号 and 〔2021〕30号: tables 2, 3 and 4, row by row and column by column."""

from .shapes import Block, Cell, Count, Form, Identity, Row, Sheet

MADE = ("本年新制作数量", "made"), ("本年新公开数量", "published"), ("对外公开总数量", "public")
ITEMS = ("上一年项目数量", "items"), ("本年增/减", "change"), ("处理决定数量", "decisions")
ISSUED = ("本年制发件数", "issued"), ("本年废止件数", "repealed"), ("现行有效件数", "in_force")
DECIDED = (("本年处理决定数量", "decisions"),)

DISCLOSURE_2019 = (
    ("第二十条第（一）项", MADE, (("规章", "rules"), ("规范性文件", "normdocs"))),
    ("第二十条第（五）项", ITEMS, (("行政许可", "license"), ("其他对外管理服务事项", "services"))),
    ("第二十条第（六）项", ITEMS, (("行政处罚", "penalty"), ("行政强制", "coercion"))),
    ("第二十条第（八）项", ITEMS[:2], (("行政事业性收费", "charges"),)),
    (
        "第二十条第（九）项",
        (("采购项目数量", "projects"), ("采购总金额", "amount")),
        (("政府集中采购", "procurement"),),
    ),
)
DISCLOSURE_2021 = (
    ("第二十条第（一）项", ISSUED, (("规章", "rules"), ("行政规范性文件", "normdocs"))),
    ("第二十条第（五）项", DECIDED, (("行政许可", "license"),)),
    ("第二十条第（六）项", DECIDED, (("行政处罚", "penalty"), ("行政强制", "coercion"))),
    ("第二十条第（八）项", (("本年收费金额（单位：万元）", "amount"),), (("行政事业性收费", "charges"),)),
)

PERSON, BODIES, TOTAL = "自然人", "法人或其他组织", "总计"
APPLICANTS = (
    ((PERSON,), "natural"),
    ((BODIES, "商业企业"), "business"),
    ((BODIES, "科研机构"), "research"),
    ((BODIES, "社会公益组织"), "charity"),
    ((BODIES, "法律服务机构"), "legal"),
    ((BODIES, "其他"), "other_organisation"),
    ((TOTAL,), "total"),
)
RESULTS = "三、本年度办理结果"
DENIED, UNABLE, UNPROCESSED, OTHER = "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"
REQUESTS = (
    ("new", (), "一、本年新收政府信息公开申请数量"),
    ("carried_in", (), "二、上年结转政府信息公开申请数量"),
    ("granted", (RESULTS,), "（一）予以公开"),
    ("partial", (RESULTS,), "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("denied.state_secret", (RESULTS, DENIED), "1.属于国家秘密"),
    ("denied.law_forbids", (RESULTS, DENIED), "2.其他法律行政法规禁止公开"),
    ("denied.three_safeties", (RESULTS, DENIED), "3.危及“三安全一稳定”"),
    ("denied.third_party", (RESULTS, DENIED), "4.保护第三方合法权益"),
    ("denied.internal_affairs", (RESULTS, DENIED), "5.属于三类内部事务信息"),
    ("denied.process_information", (RESULTS, DENIED), "6.属于四类过程性信息"),
    ("denied.enforcement_file", (RESULTS, DENIED), "7.属于行政执法案卷"),
    ("denied.administrative_query", (RESULTS, DENIED), "8.属于行政查询事项"),
    ("unable.not_held", (RESULTS, UNABLE), "1.本机关不掌握相关政府信息"),
    ("unable.must_create", (RESULTS, UNABLE), "2.没有现成信息需要另行制作"),
    ("unable.unclear", (RESULTS, UNABLE), "3.补正后申请内容仍不明确"),
    ("unprocessed.petition", (RESULTS, UNPROCESSED), "1.信访举报投诉类申请"),
    ("unprocessed.repeat", (RESULTS, UNPROCESSED), "2.重复申请"),
    ("unprocessed.publication", (RESULTS, UNPROCESSED), "3.要求提供公开出版物"),
    ("unprocessed.mass", (RESULTS, UNPROCESSED), "4.无正当理由大量反复申请"),
    ("unprocessed.reconfirm", (RESULTS, UNPROCESSED), "5.要求行政机关确认或重新出具已获取信息"),
)
OTHER_2019 = (("other", (RESULTS,), OTHER),)
OTHER_2021 = (
    (
        "other.not_corrected",
        (RESULTS, OTHER),
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    (
        "other.fee_unpaid",
        (RESULTS, OTHER),
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    ("other.rest", (RESULTS, OTHER), "3.其他"),
)
CONCLUDED = (("concluded", (RESULTS,), "（七）总计"), ("carried_out", (), "四、结转下年度继续办理"))

OUTCOMES = (("结果维持", "upheld"), ("结果纠正", "corrected"), ("其他结果", "other"), ("尚未审结", "pending"))
REMEDIES = (
    (("行政复议",), "reviews"),
    (("行政诉讼", "未经复议直接起诉"), "litigation.direct"),
    (("行政诉讼", "复议后起诉"), "litigation.after_review"),
)


def disclosure(blocks: tuple[tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]], ...]) -> Sheet:
    """Table 2: a block for each 项 of 第二十条, each with columns of its own; no sums."""
    return Sheet(
        "disclosure",
        tuple(
            Block(
                tuple((name,) for name, _ in columns),
                tuple(
                    Row(label, tuple(_disclosed(subject, column, label) for _, column in columns))
                    for label, subject in rows
                ),
                heading,
            )
            for heading, columns, rows in blocks
        ),
    )


def _disclosed(subject: str, column: str, label: str) -> Cell:
    indicator = f"{subject}.{column}"
    counts: Count = "change" if column == "change" else "count"
    if indicator == "charges.amount":
        return Cell(indicator, label, measure="万元", counts="wan")
    if indicator == "procurement.amount":
        return Cell(indicator, label, measure="元", counts="yuan")
    return Cell(indicator, label, measure="项" if column in ("items", "change") else "件", counts=counts)


def requests(rows: tuple[tuple[str, tuple[str, ...], str], ...]) -> Sheet:
    """Table 3: seven columns. Each row adds up to its 总计; in each column the results add up to （七）总计, and 第一项
    加第二项之和，等于第三项加第四项之和."""
    columns = tuple(names for names, _ in APPLICANTS)
    grid = {
        row: tuple(Cell(f"requests.{row}.{applicant}", label) for _, applicant in APPLICANTS) for row, _, label in rows
    }
    results = [row for row, groups, _ in rows if groups and row != "concluded"]
    across = [Identity(cells[-1:], cells[:-1]) for cells in grid.values()]
    down: list[Identity] = []
    for column in range(len(columns)):
        new, carried_in, concluded, carried_out = (
            grid[row][column] for row in ("new", "carried_in", "concluded", "carried_out")
        )
        down.append(Identity((new, carried_in), (concluded, carried_out)))
        down.append(Identity((concluded,), tuple(grid[row][column] for row in results)))
    block = Block(columns, tuple(Row(label, grid[row], groups) for row, groups, label in rows))
    return Sheet("requests", (block,), (*across, *down))


def remedies() -> Sheet:
    """Table 4: one row of fifteen values, each group with its 总计."""
    columns = tuple((*groups, name) for groups, _ in REMEDIES for name in (*(name for name, _ in OUTCOMES), TOTAL))
    cells: list[Cell] = []
    identities: list[Identity] = []
    for groups, indicator in REMEDIES:
        parts = tuple(Cell(f"{indicator}.{outcome}", groups[-1]) for _, outcome in OUTCOMES)
        total = Cell(indicator, groups[-1])
        cells += [*parts, total]
        identities.append(Identity((total,), parts))
    return Sheet("remedies", (Block(columns, (Row("", tuple(cells)),)),), tuple(identities))


TABLE2_2019, TABLE2_2021 = disclosure(DISCLOSURE_2019), disclosure(DISCLOSURE_2021)
TABLE3_2019 = requests((*REQUESTS, *OTHER_2019, *CONCLUDED))
TABLE3_2021 = requests((*REQUESTS, *OTHER_2021, *CONCLUDED))
TABLE4 = remedies()

STANDARD_2019 = Form("standard-2019", (TABLE2_2019, TABLE3_2019, TABLE4))
STANDARD_2021 = Form("standard-2021", (TABLE2_2021, TABLE3_2021, TABLE4))
# Real reports take one table from the form of another year.
NEW_BESIDE_OLD = Form("mixed-2021-2019", (TABLE2_2021, TABLE3_2019, TABLE4))
OLD_BESIDE_NEW = Form("mixed-2019-2021", (TABLE2_2019, TABLE3_2021, TABLE4))
