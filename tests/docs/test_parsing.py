"""docs/parsing.md is held to its word: its programs are run, its codes are those that can be given."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import govreports
from govreports.model.codes import RECORD_CODES, WALK_CODES
from govreports.model.finding import Finding
from govreports.pages import read_page
from govreports.parsing import hints_of, parse_reports

PACKAGE = Path(govreports.__file__).parent
ROOT = PACKAGE.parent
PAGE = (ROOT / "docs" / "parsing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
PROGRAMS = [
    (told, answer)
    for (kind, told), (_, answer) in zip(BLOCKS, [*BLOCKS[1:], ("", "")], strict=True)
    if kind == "python"
]
ROW = re.compile(r"^\| `([\w-]+)` \| ((?:info|warning|error)(?:, (?:info|warning|error))*) \| ([^|]+) \| ([^|]+) \|$")
FIXTURES = [
    path
    for folder in ("corpus", "pages")
    for path in sorted((ROOT / "fixtures" / folder).iterdir())
    if path.suffix in {".html", ".txt"}
]


def block(kind: str) -> str:
    """The one block of a kind."""
    (found,) = [told for of_kind, told in BLOCKS if of_kind == kind]
    return found


def rows(part: str) -> dict[str, set[str]]:
    """The codes of a table of the page with their severities."""
    found = [match for line in part.splitlines() if (match := ROW.match(line))]
    codes = [match[1] for match in found]
    assert len(codes) == len(set(codes))
    return {match[1]: set(match[2].split(", ")) for match in found}


KNOWN = {*map(str, RECORD_CODES), *map(str, WALK_CODES)}
OF_RECORDS, OF_RUNS = map(rows, PAGE.split("In the findings of a run"))


def run(program: str, folder: Path, package: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONUTF8": "1"},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("program", "answer"), PROGRAMS[:-1])
def test_a_program_of_the_page_prints_what_the_page_says(program: str, answer: str) -> None:
    assert run(program, ROOT, ROOT) == answer


def test_the_first_program_uses_the_module_in_ten_lines() -> None:
    assert len(PROGRAMS) == 3
    statements = [line for line in PROGRAMS[0][0].splitlines() if line and not line.startswith(("from ", "import "))]
    assert len(statements) <= 10


def test_a_form_is_a_file(tmp_path: Path) -> None:
    program, answer = PROGRAMS[-1]
    shutil.copytree(PACKAGE, tmp_path / "govreports", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "page.html").write_text(block("html"), encoding="utf-8")
    assert run(program, tmp_path, tmp_path) == "narrative\n", "without its file the form is not known"
    form = tmp_path / "govreports" / "parsing" / "data" / "forms" / "standard-2031.toml"
    form.write_text(block("toml"), encoding="utf-8")
    assert run(program, tmp_path, tmp_path) == answer


def test_every_key_of_a_form_is_on_the_page() -> None:
    told = set(re.findall(r"`(\w+)`", PAGE.partition("| key | of | meaning |")[2].partition("\n\n")[0]))
    used: set[str] = set()
    for path in (PACKAGE / "parsing" / "data" / "forms").glob("*.toml"):
        levels: list[dict[str, Any]] = [tomllib.loads(path.read_text(encoding="utf-8"))]
        while levels:
            level = levels.pop()
            used.update(level)
            levels += [
                below for each in level.values() if isinstance(each, list) for below in each if type(below) is dict
            ]
    assert used <= told


def test_every_code_that_can_be_given_is_on_the_page_and_no_other() -> None:
    assert set(OF_RECORDS) == set(RECORD_CODES)
    assert set(OF_RUNS) == set(WALK_CODES)


def test_every_code_is_given_somewhere() -> None:
    told: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path != PACKAGE / "model" / "codes.py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            told.update(node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value in KNOWN)
    assert told == KNOWN


def test_findings_have_the_severities_of_the_page() -> None:
    given: set[Finding] = set()
    for path in FIXTURES:
        page = read_page(path.read_bytes(), snapshot=path.name)
        given.update(page.findings)
        for reading in parse_reports(page.document, hints_of(page)):
            given.update(reading.report.findings)
    assert len({finding.code for finding in given}) > len(RECORD_CODES) // 2
    assert [finding for finding in given if finding.severity not in OF_RECORDS[finding.code]] == []
