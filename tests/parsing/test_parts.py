"""Many reports on one page: split at their titles, and only there."""

import pytest

from govreports.model.document import Document, RawCell, RawParagraph, RawTable, assemble
from govreports.model.report import Hints
from govreports.parsing import parse_reports

BODY = (
    "本年度，本机关认真贯彻落实政府信息公开条例，明确一名副职分管，完善工作制度，及时更新栏目。"
    "全年主动公开政府信息{0}条，收到依申请公开申请{1}件，均在规定期限内答复，没有收取费用，也没有发生行政复议和行政诉讼。"
)


def document(*lines: str) -> Document:
    return assemble([RawParagraph(line) for line in lines])


def body(one: int, two: int) -> str:
    return BODY.format(one, two)


def test_the_reports_of_many_units_are_read_one_by_one() -> None:
    page = document(
        "现将各部门年度报告汇编公布如下。",
        "云禾县教育局2013年政府信息公开工作年度报告",
        "一、概述",
        body(120, 3),
        "二、云禾县苇渡镇2013年度政府信息公开工作报告",
        body(45, 0),
        "云禾县水务局",
        "2013年政府信息公开年度报告",
        body(87, 1),
    )
    readings = parse_reports(page, Hints(title="2013年各部门政府信息公开年报汇编", listed_unit="云禾县人民政府"))
    assert [(r.report.unit, r.report.year, r.report.document_type) for r in readings] == [
        ("云禾县教育局", 2013, "annual-report"),
        ("云禾县苇渡镇人民政府", 2013, "annual-report"),
        ("云禾县水务局", 2013, "annual-report"),
    ]
    for reading, (disclosed, applied) in zip(readings, [(120, 3), (45, 0), (87, 1)], strict=True):
        values = {s.indicator: s.value for s in reading.report.statistics if s.preferred}
        assert values["disclosed"] == disclosed
        assert values["requests.received"] == applied
        text = reading.document.text
        assert all(text[s.start : s.end] == s.quote for s in reading.report.statistics if s.start is not None)
        assert page.text[reading.start :].startswith(text)
    assert "".join(r.document.text for r in readings).replace("\n", "") == page.text.replace("\n", "")


def test_the_reports_of_two_years_of_one_unit_are_two() -> None:
    page = document("云禾县粮食局2012年政府信息公开年报", body(10, 0), "云禾县粮食局2011年政府信息公开年报", body(8, 1))
    assert [r.report.year for r in parse_reports(page, Hints(title="云禾县粮食局政府信息公开年报"))] == [2012, 2011]


@pytest.mark.parametrize(
    "lines",
    [
        ("云禾县2013年政府信息公开工作年度报告", body(1, 2), "一、2013年政府信息公开工作总结", body(3, 4)),
        ("云禾县人民政府办公室", "2013年政府信息公开年度报告", body(1, 2), "云禾县人民政府办公室", "2014年3月1日"),
        ("云禾县2013年政府信息公开年度报告", body(1, 2), "附件：云禾县水务局2013年政府信息公开年度报告"),
        (
            "云禾县2013年政府信息公开年度报告",
            body(1, 2),
            "参见《云禾县水务局2013年政府信息公开年度报告》。",
            body(3, 4),
        ),
        ("云禾县2013年政府信息公开年度报告", "云禾县人民政府2013年政府信息公开工作年度报告", body(1, 2)),
        tuple(f"云禾县{unit}2013年政府信息公开年度报告" for unit in ("教育局", "水务局", "粮食局", "司法局")),
        (body(1, 2), body(3, 4)),
    ],
)
def test_a_page_that_is_one_report_stays_one(lines: tuple[str, ...]) -> None:
    (reading,) = parse_reports(document(*lines), Hints(title="云禾县2013年政府信息公开年度报告"))
    assert reading.document.text == document(*lines).text


def test_tables_go_with_the_report_they_stand_in() -> None:
    cells = tuple(RawCell(text, 0, n) for n, text in enumerate(("收到申请数", "5")))
    page = assemble(
        [
            RawParagraph("云禾县教育局2013年政府信息公开年报"),
            RawParagraph(body(1, 2)),
            RawTable(cells),
            RawParagraph("云禾县水务局2013年政府信息公开年报"),
            RawParagraph(body(3, 4)),
            RawTable(cells),
        ]
    )
    first, second = parse_reports(page, Hints())
    for reading in (first, second):
        (table,) = reading.report.tables
        assert reading.document.text[table.start : table.end] == "收到申请数\t5"
