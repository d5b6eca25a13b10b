"""Progress: a bar on a terminal, plain lines elsewhere, nothing for what takes a moment."""

import os
import pty
import subprocess
import sys

CODE = """
from time import sleep
from govreports.cli import progress
progress.{setting} = {seconds}
for item in progress.tracked(range(3), "Parsing", 3):
    sleep(0.02)
"""


def run(setting: str, seconds: float, terminal: bool) -> str:
    """What goes to stderr."""
    code = CODE.format(setting=setting, seconds=seconds)
    if not terminal:
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.set_blocking(ours, False)
    try:
        return os.read(ours, 100_000).decode()
    except BlockingIOError:
        return ""
    finally:
        os.close(theirs)
        os.close(ours)


def test_plain_lines_tell_how_many_are_done() -> None:
    assert run("LINE_SECONDS", 0, terminal=False) == "Parsing: 1 of 3\nParsing: 2 of 3\nParsing: 3 of 3\n"


def test_a_terminal_gets_a_bar() -> None:
    shown = run("MOMENT_SECONDS", 0, terminal=True)
    assert "Parsing" in shown
    assert "3/3" in shown


def test_what_takes_a_moment_shows_nothing() -> None:
    assert run("MOMENT_SECONDS", 60, terminal=True) == ""
    assert run("LINE_SECONDS", 60, terminal=False) == ""
