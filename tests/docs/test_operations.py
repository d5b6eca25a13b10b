"""docs/operations.md and deploy/ say what the program does."""

import re
import shlex
from configparser import ConfigParser
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

import govreports
from govreports.cli.crawl import command as crawl
from govreports.cli.status import command as status
from govreports.model.outcomes import RunClass
from govreports.portals.schedule import wait
from govreports.publish.coverage import State

ROOT = Path(govreports.__file__).parent.parent
PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
COMMANDS = {"crawl": crawl, "status": status}


def first_cells(heading: str) -> list[str]:
    """The first cells of the table whose header begins so."""
    lines = PAGE.split(f"\n| {heading} |")[1].split("\n\n")[0].splitlines()[2:]
    return [line.split("|")[1].strip() for line in lines]


def test_every_class_of_runs_and_every_state_is_explained() -> None:
    classes = [name for cell in first_cells("class") for name in cell.split(", ")]
    assert sorted(classes) == sorted(get_args(RunClass))
    assert first_cells("state") == [state.value for state in State]


def test_the_table_of_cadences_is_the_schedule() -> None:
    rows = re.findall(r"^\| (weekly|monthly|quarterly|yearly) \| (\d+) days \| (\d+) days", PAGE, re.MULTILINE)
    assert len(rows) == 4
    for cadence, usual, dense in rows:
        for days, month in ((usual, 7), (dense, 2)):
            assert wait(cadence, datetime(2026, month, 1, tzinfo=UTC), good=True, blocked=False).days == int(days)


@pytest.mark.parametrize("name", ["govreports.service", "govreports.cron"])
def test_what_is_deployed_calls_the_program_as_it_is(name: str) -> None:
    calls = re.findall(r"/bin/govreports ([^;\n]+)", (ROOT / "deploy" / name).read_text(encoding="utf-8"))
    assert [call.split()[0] for call in calls] == ["crawl", "status"]
    for call in calls:
        command, *arguments = shlex.split(call)
        COMMANDS[command].make_context(command, list(arguments))


def test_the_units_are_whole() -> None:
    for name, section in (("service", "Service"), ("timer", "Timer")):
        unit = ConfigParser(strict=False)
        unit.optionxform = str
        unit.read(ROOT / "deploy" / f"govreports.{name}", encoding="utf-8")
        assert unit.has_section(section) and unit["Unit"]["Description"]
