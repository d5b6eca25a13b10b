"""The tables of the standard forms, plainly printed: every cell with its indicator and its place."""

import csv
from importlib.resources import files

import pytest
from form_pages import document_of, form, numbers, report_of, table2, table3, table4, values

from govreports.model.report import Hints
from govreports.parsing import parse_report
from govreports.parsing.tables.forms import TableForm, table_forms

STANDARD = ("standard-2019", "standard-2021")
PRINTED = {"table2": table2, "table3": table3, "table4": table4}


@pytest.mark.parametrize("form_name", STANDARD)
@pytest.mark.parametrize("table_name", PRINTED)
def test_every_cell_of_a_table_is_read(form_name: str, table_name: str) -> None:
    wanted = numbers(form(form_name, table_name))

    assert values(report_of(PRINTED[table_name](form_name, wanted.__getitem__))) == wanted


@pytest.mark.parametrize("form_name", STANDARD)
def test_three_tables_of_a_report_are_read_together(form_name: str) -> None:
    wanted = {name: value for table in PRINTED for name, value in numbers(form(form_name, table)).items()}

    assert values(report_of(*(printed(form_name, wanted.__getitem__) for printed in PRINTED.values()))) == wanted


def test_a_statistic_of_a_cell_points_at_it() -> None:
    wanted = numbers(form("standard-2021", "table3"))
    document = document_of(table2("standard-2021", lambda _: 0), table3("standard-2021", wanted.__getitem__))
    found = parse_report(document, Hints(title="青柳县民政局2023年政府信息公开工作年度报告")).statistics
    cell = next(each for each in found if each.indicator == "requests.partial.legal")

    assert (cell.table, cell.row, cell.column) == (2, 6, 7)
    assert cell.quote == cell.as_stated == str(wanted["requests.partial.legal"])
    assert cell.start is not None
    assert document.text[cell.start : cell.end] == cell.quote
    assert cell.label == "（二）部分公开（区分处理的，只计这一情形，不计其他情形）／法律服务机构"
    assert (cell.measure, cell.period, cell.scope, cell.stated) == ("件", "year", "own", "number")
    assert cell.preferred


def test_headlines_that_the_form_gives_in_parts_are_derived() -> None:
    report = report_of(
        table3("standard-2021", lambda name: 2 if name.endswith(".total") else 0), table4("standard-2021", lambda _: 1)
    )
    derived = {each.indicator: (each.value, len(each.derived_from)) for each in report.statistics if each.derived_from}

    assert derived == {
        "requests.received": (2, 1),
        "requests.carried_in": (2, 1),
        "requests.granted": (2, 1),
        "requests.partial": (2, 1),
        "requests.denied": (16, 8),
        "requests.unable": (6, 3),
        "requests.unprocessed": (10, 5),
        "requests.concluded": (2, 1),
        "requests.carried_out": (2, 1),
        "litigation": (2, 2),
    }


def test_a_headline_is_not_derived_from_a_blank() -> None:
    report = report_of(table4("standard-2021", lambda name: "" if name == "litigation.direct" else 1))

    assert [each.indicator for each in report.statistics if each.derived_from] == []


def test_a_table_comes_before_prose() -> None:
    prose = "<p>2023年，本局收到政府信息公开申请9件。</p>"
    report = report_of(prose + table3("standard-2021", lambda name: 9 if name == "requests.new.total" else 0))
    received = [each for each in report.statistics if each.indicator == "requests.received"]

    assert [(each.value, each.preferred, each.derived_from) for each in received] == [
        (9, False, ()),
        (9, True, ("requests.new.total",)),
    ]


def test_prose_comes_before_a_blank_cell() -> None:
    prose = "<p>2023年，因政府信息公开引起的行政复议2件。</p>"
    report = report_of(prose + table4("standard-2021", lambda name: "" if name == "reviews" else 0))
    reviews = [each for each in report.statistics if each.indicator == "reviews"]

    assert [(each.value, each.stated, each.preferred) for each in reviews] == [
        (2, "number", True),
        (None, "blank", False),
    ]


def reference() -> dict[tuple[str, str, str], tuple[str, str, str]]:
    """(form, table, indicator) → (row, column, measure) of the reference table of indicators."""
    lines = (files("govreports.parsing") / "data" / "indicators.tsv").read_text("utf-8").splitlines()
    return {
        (line["form"], line["table"].split()[0], line["indicator"]): (
            line["row_label"].split("／")[-1],
            line["column_label"],
            line["measure"],
        )
        for line in csv.DictReader(lines, delimiter="\t")
    }


@pytest.mark.parametrize("spec", table_forms(), ids=lambda spec: f"{spec.form}-{spec.name}")
def test_a_form_counts_what_the_reference_says(spec: TableForm) -> None:
    wanted = {name: row for (form, table, name), row in reference().items() if (form, table) == (spec.form, spec.name)}
    cells = {
        name: (row.labels[0] if row.labels else None, column, row.measure or column.measure or spec.measure)
        for row in spec.rows
        for column in spec.columns
        if (name := spec.indicator(row, column))
    }

    assert cells.keys() == wanted.keys()
    for name, (row, column, measure) in cells.items():
        assert measure == wanted[name][2], name
        assert row in (None, wanted[name][0]), name
        if len(spec.columns) == len({each.name for each in spec.columns}):
            assert column.labels[0] == wanted[name][1], name


@pytest.mark.parametrize("spec", table_forms(), ids=lambda spec: f"{spec.form}-{spec.name}")
def test_the_rules_of_a_form_speak_of_its_own_cells(spec: TableForm) -> None:
    names = {name for row in spec.rows for column in spec.columns if (name := spec.indicator(row, column))}
    rows, columns = {row.name for row in spec.rows}, {column.key for column in spec.columns}

    for each in spec.sums:
        assert {*each.left, *each.right} <= (rows if each.along == "column" else columns)
    for rule in spec.at_most:
        assert {*rule.lower, *rule.upper} <= names
    assert {suspect.indicator for suspect in spec.suspects} <= names
    assert {part for derived in spec.derived for part in derived.sum} <= names
