"""docs/adding-a-portal.md is followed word by word: its commands are run, its answers are compared."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from portal_server import PortalServer

import govreports
from govreports.portals import load_registry

ROOT = Path(govreports.__file__).parent.parent
PAGE = (ROOT / "docs" / "adding-a-portal.md").read_text(encoding="utf-8")
SHOWN_HOST = "127.0.0.3:42561"
# The settings of a crawl, but for the patience that a server in the same process does not need.
QUICK = "import govreports.settings as s\ns.DOWNLOAD_DELAY = 0.02\ns.AUTOTHROTTLE_ENABLED = False\n"


def steps() -> list[tuple[str, str]]:
    """The commands of the page, each with the answer printed below it."""
    blocks = "\n".join(re.findall(r"```console\n(.*?)\n```", PAGE, re.DOTALL))
    return [(command, answer) for command, answer in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n?)*)", blocks, re.MULTILINE)]


def matches(answer: str, told: str) -> bool:
    """Whether an answer is as printed; `…` stands for anything on its line."""
    pattern = re.escape(answer.strip()).replace("…", "[^\n]*")
    return re.fullmatch(pattern, re.sub(r"[ \t]+$", "", told.strip(), flags=re.MULTILINE)) is not None


def test_the_worked_example_goes_as_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(QUICK, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", "PYTHONUTF8": "1"}
    environment.pop("GOVREPORTS_DATA", None)
    environment.pop("GOVREPORTS_STORE", None)
    given = steps()
    assert [command.split()[:2] for command, _ in given][:2] == [["govreports", "portals"], ["govreports", "portals"]]
    with PortalServer("ucap", awkward=("one-list",), units=4, years=range(2009, 2014)) as server:
        host = server.site.base.partition("//")[2]
        for command, answer in given:
            program, *arguments = shlex.split(command.replace(SHOWN_HOST, host))
            assert program == "govreports"
            done = subprocess.run(
                [sys.executable, "-m", "govreports", *arguments],
                capture_output=True,
                text=True,
                env=environment,
                cwd=tmp_path,
                timeout=120,
            )
            assert done.returncode == 0, (command, done.stderr)
            assert matches(answer, done.stdout.replace(host, SHOWN_HOST)), (command, done.stdout, done.stderr)
        assert not server.strange
        assert all("govreports" in line.headers.get("User-Agent", "") for line in server.log)
        assert "/robots.txt" in {line.target for line in server.log}


def test_the_examples_portal_is_in_no_registry_and_the_page_says_so() -> None:
    assert "made up" in PAGE
    shipped = ROOT / "govreports" / "portals" / "data"
    assert all("芦川" not in portal.name and portal.id != "luchuan" for portal in load_registry(shipped))


@pytest.mark.parametrize("key", ["least_entries", "roster", "outside", "verified", "tolerance", "evidence", "cadence"])
def test_the_page_names_the_keys_of_a_row(key: str) -> None:
    assert f"`{key}`" in PAGE or f"[[portal.{key}]]" in PAGE
