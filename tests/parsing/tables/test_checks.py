"""What does not add up: the forms' sums, soft rules, doubtful measures, prose against tables."""

import pytest
from form_pages import (
    HEAD_3,
    codes,
    document_of,
    form,
    indicators,
    report_of,
    row,
    rows_of_table3,
    table,
    table2,
    table3,
    table4,
)

from govreports.model.finding import Finding
from govreports.model.report import Hints, Report
from govreports.parsing import parse_report

D = "standard-2021"
APPLICANTS = ("natural", "business", "research", "charity", "legal", "other_organisation")


def sound(name: str) -> int:
    """A table 3 whose sums hold: every natural person got what they asked for, two of five were carried in."""
    kind, _, column = name.rpartition(".")
    value = {"requests.new": 3, "requests.carried_in": 2, "requests.granted": 4, "requests.concluded": 4}
    value["requests.carried_out"] = 1
    return value.get(kind, 0) if column in ("natural", "total") else 0


def changed(**cells: object) -> Report:
    by_name = {name.replace("__", "."): value for name, value in cells.items()}
    return report_of(table3(D, lambda name: by_name.get(name, sound(name))))


def of(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == code]


def test_sums_that_hold_give_no_finding() -> None:
    assert codes(changed()) == []
    assert codes(report_of(table4(D, lambda _: 0), table2(D, lambda _: 3))) == []


def test_a_broken_sum_names_both_sides_and_its_cells() -> None:
    document = document_of(table3(D, lambda name: 5 if name == "requests.partial.natural" else sound(name)))
    report = parse_report(document, Hints(title="青柳县民政局2023年政府信息公开工作年度报告"))
    by_row, by_column = sorted(of(report, "sum-broken"), key=lambda finding: len(finding.indicators))

    assert (by_row.severity, by_column.severity) == ("error", "error")
    assert by_row.message == (
        "requests.partial.total is 0, but requests.partial.natural + requests.partial.business + "
        "requests.partial.research + requests.partial.charity + requests.partial.legal + "
        "requests.partial.other_organisation is 5."
    )
    assert by_row.indicators == ("requests.partial.total", *(f"requests.partial.{each}" for each in APPLICANTS))
    assert [document.text[span.start : span.end] for span in by_row.evidence] == ["0", "5", "0", "0", "0", "0", "0"]
    assert by_column.indicators[0] == "requests.concluded.natural"
    assert "is 4" in by_column.message
    assert "is 9" in by_column.message


@pytest.mark.parametrize("spec", [form(f, t) for f in ("standard-2019", D) for t in ("table3", "table4")])
def test_every_cell_of_a_sum_breaks_it(spec: object) -> None:
    name, printed = spec.name, {"table3": table3, "table4": table4}[spec.name]  # type: ignore[attr-defined]
    for indicator in indicators(spec)[::5]:  # type: ignore[arg-type]
        report = report_of(printed(spec.form, lambda each, one=indicator: int(each == one)))  # type: ignore[attr-defined]
        assert of(report, "sum-broken"), (name, indicator)
        assert all(indicator in finding.indicators for finding in of(report, "sum-broken"))


@pytest.mark.parametrize("empty", ["", "/", "—", "-", "见说明"])
def test_a_sum_over_a_cell_without_a_number_is_not_verified(empty: str) -> None:
    report = changed(requests__partial__natural=empty)
    open_sums = of(report, "unverifiable")

    assert not of(report, "sum-broken")
    assert {finding.severity for finding in open_sums} == {"info"}
    assert len(open_sums) == 2
    assert all("requests.partial.natural" in finding.indicators for finding in open_sums)


def test_a_blank_elsewhere_hides_no_broken_sum() -> None:
    report = changed(requests__partial__legal="", requests__new__natural=7)

    assert {finding.indicators[0] for finding in of(report, "sum-broken")} == {
        "requests.new.total",
        "requests.new.natural",
    }


def test_a_sum_may_count_a_local_row_in() -> None:
    rows = rows_of_table3(
        D,
        lambda name: (
            6
            if name in ("requests.concluded.natural", "requests.concluded.total")
            else 4
            if name in ("requests.new.natural", "requests.new.total")
            else 1
            if "carried_out" in name and "natu" in name
            else sound(name)
        ),
    )
    extra = row(["9.其他不予公开", 2, 0, 0, 0, 0, 0, 2])
    at = next(n for n, each in enumerate(rows) if "8.属于行政查询事项" in each)
    rows[at] = rows[at] + extra
    rows = [each.replace('rowspan="22"', 'rowspan="23"').replace('rowspan="8"', 'rowspan="9"') for each in rows]
    report = report_of(table(HEAD_3 + "".join(rows)))

    assert not [finding for finding in of(report, "sum-broken") if "requests.granted.natural" in finding.indicators]


def test_fees_in_yuan_where_the_form_asks_for_ten_thousands_are_suspected() -> None:
    report = report_of(table2(D, lambda name: 7302500 if name == "charges.amount" else 0))
    (finding,) = of(report, "measure-suspect")

    assert (finding.severity, finding.indicators) == ("warning", ("charges.amount",))


def test_tables_of_two_forms_are_read_and_reported() -> None:
    report = report_of(table2(D, lambda _: 0), table3("standard-2019", lambda _: 0), table4(D, lambda _: 0))
    (finding,) = of(report, "form-mixed")

    assert finding.severity == "warning"
    assert "standard-2021" in finding.message
    assert "standard-2019" in finding.message
    assert report.form == "standard-2019"


def test_a_table_that_lacks_rows_says_which() -> None:
    rows = [each for each in rows_of_table3(D, sound) if "结转下年度" not in each]
    (finding,) = of(report_of(table(HEAD_3 + "".join(rows))), "table-incomplete")

    assert finding.indicators == tuple(f"requests.carried_out.{each}" for each in (*APPLICANTS, "total"))


@pytest.mark.parametrize(
    ("prose", "code"),
    [
        ("2023年，本局收到政府信息公开申请3件。", None),
        ("2023年，本局共收到政府信息公开申请5件。", None),
        ("2023年，本局收到政府信息公开申请8件。", "text-against-table"),
        ("2023年，全县各级行政机关共收到政府信息公开申请180件。", "scope-differs"),
    ],
)
def test_prose_is_held_against_the_table(prose: str, code: str | None) -> None:
    report = report_of(f"<p>{prose}</p>" + table3(D, sound))

    assert codes(report) == ([code] if code else [])
