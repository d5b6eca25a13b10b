"""replay: recorded portals into a store and out again; what is missing is said, and a kill loses nothing."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from govreports.cli import main
from govreports.store import Store

RECORDINGS = Path(__file__).parents[2] / "fixtures" / "recordings"
ONE = RECORDINGS / "openness-shuangqiao"


def command(data: Path, *arguments: str | Path) -> tuple[list[str], dict[str, str]]:
    environment = {**os.environ, "GOVREPORTS_DATA": str(data)}
    environment.pop("GOVREPORTS_STORE", None)
    return [sys.executable, "-m", "govreports", *map(str, arguments)], environment


def run(data: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    line, environment = command(data, *arguments)
    return subprocess.run(line, env=environment, capture_output=True, text=True)


def exported(data: Path) -> list[bytes]:
    """What export prints of the one portal that every replay here holds."""
    formats = (("jsonl",), ("csv",), ("csv", "--table", "statistics"))
    environment = {"GOVREPORTS_STORE": f"sqlite:///{data / 'govreports.sqlite'}"}
    arguments = ["export", "--portal", "shuangqiao", "--format"]
    printed = [CliRunner().invoke(main, [*arguments, *form], env=environment) for form in formats]
    return [each.stdout_bytes for each in printed]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A data folder after one replay of everything recorded, and how the replay went."""
    data = tmp_path_factory.mktemp("undisturbed")
    return data, run(data, "replay", *sorted(RECORDINGS.iterdir()))


def test_ends_with_a_table_of_the_portals(undisturbed: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    data, done = undisturbed
    assert done.returncode == 0, done.stderr
    header, *rows = done.stdout.splitlines()
    assert "entries found" in header
    assert "reports stored" in header
    [row] = [row for row in rows if row.startswith("shuangqiao ")]
    records = [json.loads(line) for line in exported(data)[0].splitlines()]
    statistics = sum(len(record["statistics"]) for record in records)
    findings = sum(len(record["findings"]) for record in records)
    assert row.split()[2:] == [*map(str, (len(records), statistics, findings, len(records))), "0"]
    assert len([row for row in rows if row.split()[0] in ("qiyu", "shuangqiao", "yanzhou")]) >= 3
    assert "Nothing changed" not in done.stdout


def test_again_changes_nothing_and_says_so(undisturbed: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    data, _ = undisturbed
    before = exported(data)
    again = run(data, "replay", *sorted(RECORDINGS.iterdir()))
    assert again.returncode == 0
    assert "Nothing changed" in again.stdout
    assert exported(data) == before


def test_an_entry_is_one_report_in_the_export(undisturbed: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    records = [json.loads(line) for line in exported(undisturbed[0])[0].splitlines()]
    assert len({record["id"] for record in records}) == len(records) > 0
    for record in records:
        for statistic in record["statistics"]:
            assert record["text"][statistic["start"] : statistic["end"]] == statistic["quote"]


def test_coverage_has_each_kind_of_cell(undisturbed: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    *rows, _legend = run(undisturbed[0], "coverage").stdout.splitlines()
    assert {"R", "!", "-", "?", "."} <= {mark for row in rows for mark in row.split()[1:]}


@pytest.mark.parametrize("entries_done", [1, 7])
def test_killed_and_run_again_exports_the_same(
    undisturbed: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path, entries_done: int
) -> None:
    line, environment = command(tmp_path, "replay", ONE)
    process = subprocess.Popen(line, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and done_entries(tmp_path) < entries_done:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert done_entries(tmp_path) >= entries_done
    assert run(tmp_path, "replay", ONE).returncode == 0
    assert exported(tmp_path) == exported(undisturbed[0])


def done_entries(data: Path) -> int:
    """How many entries the store is done with, seen from beside the run that fills it."""
    file = data / "govreports.sqlite"
    if not file.exists():
        return 0
    with sqlite3.connect(file) as connection:
        try:
            return int(connection.execute("select count(*) from entries where state <> 'pending'").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


class TestWhatIsMissing:
    @pytest.fixture
    def recording(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(ONE, tmp_path / "recording"))

    def test_a_request_without_answer_is_listed_and_fails_the_call(self, recording: Path, tmp_path: Path) -> None:
        file = recording / "exchanges.jsonl"
        lines = file.read_text("utf-8").splitlines(keepends=True)
        [lost] = [line for line in lines if "showList/180/0/page_2.html" in line]
        file.write_text("".join(line for line in lines if line != lost), "utf-8")
        done = run(tmp_path, "replay", recording)
        assert done.returncode == 1
        assert json.loads(lost)["url"] in done.stderr

    def test_a_broken_recording_is_named_and_the_others_are_replayed(self, recording: Path, tmp_path: Path) -> None:
        (recording / "exchanges.jsonl").write_text("not json\n", "utf-8")
        done = run(tmp_path, "replay", recording, ONE, tmp_path / "nosuch")
        assert done.returncode == 1
        broken, missing = done.stderr.splitlines()
        assert "exchanges.jsonl, line 1" in broken
        assert "nosuch" in missing
        assert "shuangqiao" in done.stdout

    def test_a_portal_that_is_not_in_the_registry_is_named(self, tmp_path: Path) -> None:
        done = run(tmp_path, "crawl", "--portal", "no-such-portal")
        assert done.returncode == 1
        assert "no-such-portal" in done.stderr


class TestAChangedPage:
    def test_is_a_new_version_and_the_old_one_is_kept(self, tmp_path: Path) -> None:
        changed = Path(shutil.copytree(ONE, tmp_path / "changed"))
        [body] = [file for file in (changed / "bodies").iterdir() if "12846条".encode() in file.read_bytes()]
        body.write_bytes(body.read_bytes().replace("12846条".encode(), "12847条".encode()))
        run(tmp_path, "replay", ONE)
        done = run(tmp_path, "replay", changed)
        assert done.stdout.splitlines()[1].split()[-2:] == ["0", "1"]
        records = [json.loads(line) for line in exported(tmp_path)[0].splitlines()]
        [second] = [record for record in records if record["version"] == 2]
        assert "12847条" in second["text"]
        with Store.open(f"sqlite:///{tmp_path / 'govreports.sqlite'}") as store:
            assert ["12846条" in record["text"] for record in store.versions(second["id"])] == [True, False]
