"""portals check: every fault is named with its file, its line and its row."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from govreports.cli import main
from govreports.portals.check import check
from govreports.portals.lines import Lines

ROW = """# 云禾县 is invented.
[[portal]]
id = "yunhe-xian"
name = "云禾县人民政府"
region = "341881"
level = "county"
platform = "openness"
site = "www.yunhe.gov.cn"
hosts = [
    "xxgk.yunhe.gov.cn",  # region = "a comment"
]
unit = "云禾县人民政府"
units = ["云禾县水务局"]
evidence = '''
made up
'''

[[portal.catalogues]]
url = "https://www.yunhe.gov.cn/XxgkContent/showList/1/0/page_1.html"

[[portal.catalogues]]
url = "https://www.yunhe.gov.cn/XxgkContent/showList/2/0/page_1.html"
unit = "云禾县水务局"
"""
SECOND = ROW.replace("yunhe", "lanting").replace("云禾", "兰汀")


def faults(folder: Path, text: str) -> list[tuple[int, str]]:
    path = folder / "portals.toml"
    path.write_text(text, encoding="utf-8")
    return [(fault.line, fault.message) for fault in check([path])[1]]


def test_rows_that_hold_have_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, ROW + SECOND) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('evidence = \'\'\'', 'evidense = \'\'\'', 14, "evidense: Extra inputs"),
        ('level = "county"', 'level = "village"', 6, "level: Input should be"),
        ('region = "341881"', 'region = "34188"', 5, "region: String should match"),
        ('region = "341881"', 'region = "349999"', 5, "349999 is no division's code"),
        ('platform = "openness"', 'platform = "gopher"', 7, "no adapter for platform 'gopher'"),
        ('    "xxgk.yunhe.gov.cn",', '    "https://xxgk",', 9, "hosts: Value error, 'https://xxgk' is no host name"),
        ('    "xxgk.yunhe.gov.cn",', '    "yunhe.example.com",', 9, "yunhe.example.com does not end in .gov.cn"),
        ('site = "www.yunhe.gov.cn"', 'site = "yunhe.gov.cn"', 19, "lies on none of the portal's hosts"),
        ("https://www.yunhe.gov.cn/XxgkContent/showList/2", "/XxgkContent/showList/2", 22, "no absolute http address"),
        ("showList/2/", "showList/1/", 22, "is given twice"),
        ("showList/2/0/page_1.html", "xxgkAnnualReport.jsp?fbtime=2017", 22, "answers for one year each; say which"),
        ("showList/2/0/page_1.html", "{year}/index.html", 22, "answers for one year each; say which"),
        ('unit = "云禾县水务局"', 'unit = "云禾县粮食局"', 23, "云禾县粮食局 is none of the portal's units"),
        ('unit = "云禾县水务局"', 'unit = 7', 23, "Input should be a valid string"),
        ('units = ["云禾县水务局"]', 'units = ["甲", "甲"]', 2, "unit 甲 is given twice"),
        ('units = ["云禾县水务局"]', 'status = "verified"', 13, "a verified row says on what day"),
        ("made up\n", "", None, None),
        ("[[portal.catalogues]]\nurl", "[[portal.lists]]\nurl", 18, "Extra inputs"),
        ('id = "yunhe-xian"', "id = yunhe", 3, "Invalid value"),
        ("[[portal]]", "[settings]\na = 1\n[[portal]]", 2, "only [[portal]] rows are expected, not settings"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int | None, message: str | None
) -> None:
    assert ROW.count(old) >= 1
    found = faults(tmp_path, ROW.replace(old, new, 1))
    if line is None or message is None:
        assert [told for _, told in found] == ["evidence: String should have at least 1 character"]
        return
    assert [at for at, told in found if message in told] == [line], found


@pytest.mark.parametrize(
    ("platform", "params", "message"),
    [
        ("trs", 'colums = "below"', "colums: no parameter of this platform: columns, "),
        ("trs", 'columns = "beneath"', "columns: 'beneath' is not understood (below|own)"),
        ("trs", 'pages_per_file = "0"', "pages_per_file: '0' is not understood"),
        ("ucap", 'first_page = "one"', "first_page: 'one' is not understood"),
        ("gkmlpt", 'units = "linkd"', "units: 'linkd' is not understood"),
        ("hanweb_xxgk", 'years = "20x8-2017"', "years: '20x8-2017' is not understood"),
        ("openness", 'units = "linked"', "units: no parameter of this platform: it has none"),
    ],
)
def test_a_parameter_the_adapter_does_not_read_is_named(
    tmp_path: Path, platform: str, params: str, message: str
) -> None:
    row = ROW.replace('"openness"', f'"{platform}"')
    ((line, told),) = faults(tmp_path, f"{row}params = {{ {params} }}\n")
    assert (line, told.startswith(message)) == (24, True), told
    ((line, told),) = faults(tmp_path, row.replace("hosts = [", f"params.{params}\nhosts = ["))
    assert (line, told.startswith(message)) == (9, True), told


@pytest.mark.parametrize(
    ("platform", "params"),
    [
        ("trs", 'pages_per_file = "50", columns = "own", service = "(x", "field.extend" = "a=1", units = "linked"'),
        (
            "ucap",
            'list = "json", channel = "c1160", first_page = "0", "field._isAgg" = "false"',
        ),
        ("hanweb", 'method = "get", perpage = "20", block = "div1"'),
        ("hanweb_xxgk", 'years = "2008-2014, 2016", columns = "12, 13", method = "POST"'),
        ("gkmlpt", 'column = "2112,2113", sid = "7540001"'),
        ("lonsun", 'file = "/c1/gkai", organId = "7"'),
        ("generic", 'column = "annual-reports"'),
        ("openness_php", 'units = "linked"'),
    ],
)
def test_parameters_that_hold_have_no_fault(tmp_path: Path, platform: str, params: str) -> None:
    row = ROW.replace('"openness"', f'"{platform}"')
    assert faults(tmp_path, f"{row}params = {{ {params} }}\n") == []


def test_rows_are_held_against_each_other(tmp_path: Path) -> None:
    same = faults(tmp_path, ROW + ROW)
    assert [line for line, _ in same] == [26, 42, 45]
    assert f"before at {tmp_path / 'portals.toml'}:3" in same[0][1]
    assert "is a start address of yunhe-xian too" in same[1][1]


@pytest.mark.parametrize(
    ("roster", "message"),
    [
        ('{ name = "甲", from = 2014-01-01, to = 2012-01-01, source = "x" }', "before it begins"),
        ('{ name = "甲" }', "roster.0.source: Field required"),
    ],
)
def test_a_roster_that_cannot_be_is_named(tmp_path: Path, roster: str, message: str) -> None:
    (found,) = faults(tmp_path, ROW.replace("unit = ", f"roster = [\n{roster},\n]\nunit = ", 1))
    assert found[0] == 12
    assert message in found[1]


@pytest.mark.parametrize(
    ("units", "message"),
    [
        ('[{ name = "甲", parent = "乙" }]', "乙, given as the parent of 甲, is no unit"),
        ('[{ name = "甲", parent = "乙" }, { name = "乙", parent = "甲" }]', "stands below itself"),
    ],
)
def test_a_unit_tree_that_is_none_is_named(tmp_path: Path, units: str, message: str) -> None:
    assert message in str(faults(tmp_path, ROW.replace('["云禾县水务局"]', units)))


def test_made_up_portals_may_lie_in_made_up_places(tmp_path: Path) -> None:
    assert faults(tmp_path, ROW.replace(".gov.cn", ".gov.test").replace("341881", "349999")) == []
    outside = ROW.replace("xxgk.yunhe.gov.cn", "yunhe.example.com")
    assert faults(tmp_path, outside.replace("unit = ", 'outside = ["yunhe.example.com"]\nunit = ', 1)) == []


def test_the_command_names_file_and_line_and_fails(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.toml", tmp_path / "b.toml"
    good.write_text(ROW, encoding="utf-8")
    bad.write_text(SECOND.replace('level = "county"', "level = 3"), encoding="utf-8")
    done = CliRunner().invoke(main, ["portals", "check", str(tmp_path)])
    assert done.exit_code == 1
    assert done.output.startswith(f"{bad}:6: lanting-xian: level: Input should be")
    assert done.output.endswith("1 portals read, 1 faults\n")
    assert CliRunner().invoke(main, ["portals", "check", str(good)]).output == "1 portals read, 0 faults\n"
    assert CliRunner().invoke(main, ["portals", "check", str(tmp_path / "none.toml")]).exit_code == 1


def test_the_shipped_registry_and_the_recordings_rows_hold() -> None:
    recordings = Path(__file__).parents[2] / "fixtures" / "recordings"
    for arguments in ([], [str(recordings)]):
        done = CliRunner().invoke(main, ["portals", "check", *arguments])
        assert done.exit_code == 0, done.output


def test_lines_are_told_of_nested_tables_dotted_keys_and_long_values() -> None:
    lines = Lines(
        'a.b = 1\n[[t]]\nx = [\n  "y = 2",\n]\nz = """\nq = 1\n"""\n[t.sub]\nk = 1\n[[t]]\n[[t.rows]]\n"p q" = 2\n'
    )
    assert [
        lines.where(place)
        for place in (("a", "b"), ("t", 0), ("t", 0, "x", 0), ("t", 0, "z"), ("t", 0, "sub", "k"), ("t", 0, "q"))
    ] == [1, 2, 3, 6, 10, 2]
    assert lines.where(("t", 1, "rows", 0, "p q")) == 13
    assert lines.where(("nothing",)) == 1
