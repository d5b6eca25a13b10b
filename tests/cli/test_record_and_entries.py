"""recording diff, record and entries: what changed, what is kept, and what was left out with its reason."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from govreports.cli import main

ROOT = Path(__file__).parents[2]
RECORDINGS = ROOT / "fixtures" / "recordings"
SHUANGQIAO = RECORDINGS / "openness-shuangqiao"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GOVREPORTS_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("GOVREPORTS_STORE", raising=False)

    def call(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return call


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The recording of 霜桥, some time later: a report with another figure, a page that is gone, one that is new."""
    folder = tmp_path / "later"
    shutil.copytree(SHUANGQIAO, folder)
    return folder


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "exchanges.jsonl").read_text(encoding="utf-8").splitlines()]


def write(folder: Path, exchanges: list[dict[str, object]]) -> None:
    text = "".join(json.dumps(exchange, ensure_ascii=False) + "\n" for exchange in exchanges)
    (folder / "exchanges.jsonl").write_text(text, encoding="utf-8")


def first_report(folder: Path) -> dict[str, object]:
    return next(found for found in lines(folder) if "AnnualReport/show" in str(found["url"]))


class TestDiff:
    def test_of_one_recording_with_itself_is_empty(self, run, tmp_path: Path) -> None:
        done = run("recording", "diff", SHUANGQIAO, SHUANGQIAO)
        assert (done.exit_code, done.stdout) == (0, "Nothing changed.\n")
        assert not (tmp_path / "data").exists()

    def test_names_the_exchange_and_the_fields_of_its_record(self, run, changed: Path) -> None:
        report = first_report(changed)
        body = changed / str(report["body"])
        text = body.read_bytes().decode()
        assert "主动公开" in text
        body.write_bytes(text.replace("主动公开", "一共主动公开", 1).encode())
        done = run("recording", "diff", SHUANGQIAO, changed)
        told = done.stdout.splitlines()
        assert done.exit_code == 0, done.output
        assert next(line for line in told if line.startswith("~ GET")).startswith(f"~ GET {report['url']}  body of ")
        assert len([line for line in told if line.startswith("~ record")]) == 1
        assert any(line.startswith("    text - ") for line in told)
        assert any(line.startswith("    text + ") and "一共主动公开" in line for line in told)
        assert not [line for line in told if line.startswith(("+ ", "- "))]

    def test_names_what_is_gone_and_what_has_come(self, run, changed: Path) -> None:
        report = first_report(changed)
        kept = [found for found in lines(changed) if found["url"] != report["url"]]
        new = {**report, "order": 900, "url": f"{report['url']}?new=1"}
        write(changed, [*kept, {**report, "status": 404}, new])
        told = run("recording", "diff", SHUANGQIAO, changed).stdout
        assert f"~ GET {report['url']}  200 → 404" in told
        assert f"+ GET {report['url']}?new=1" in told
        assert "- record " in told
        backwards = run("recording", "diff", changed, SHUANGQIAO).stdout
        assert f"- GET {report['url']}?new=1" in backwards
        assert "+ record " in backwards

    def test_a_miss_of_either_is_told_and_fails_the_call(self, run, changed: Path) -> None:
        report = first_report(changed)
        write(changed, [found for found in lines(changed) if found["url"] != report["url"]])
        done = run("recording", "diff", SHUANGQIAO, changed)
        assert done.exit_code == 1
        assert f"later: the recording has no answer to GET {report['url']}" in done.stderr
        assert f"- GET {report['url']}" in done.stdout

    def test_a_folder_that_is_no_recording_is_named(self, run, tmp_path: Path) -> None:
        done = run("recording", "diff", SHUANGQIAO, tmp_path)
        assert done.exit_code == 1 and str(tmp_path) in done.stderr and "Traceback" not in done.output


class TestUnused:
    def test_answers_nobody_asked_for_are_told_once(self, run, changed: Path) -> None:
        report = first_report(changed)
        write(changed, [*lines(changed), {**report, "order": 900, "url": f"{report['url']}?spare=1"}])
        first = run("replay", changed)
        warning = f"govreports: warning: the recording's answer to GET {report['url']}?spare=1 was not asked for"
        assert warning in first.stderr.splitlines()
        assert first.exit_code == 0
        assert "warning: the recording" not in run("replay", changed).stderr

    def test_a_recording_that_is_used_up_warns_of_nothing(self, run) -> None:
        assert run("replay", SHUANGQIAO).stderr == ""


class TestRecord:
    @pytest.mark.parametrize(
        ("arguments", "fault"),
        [
            (("atlantis",), "no portal 'atlantis'"),
            (("no.toml",), "no.toml"),
            (("bozhou", "--budget", "much"), "'much' is no size like 500k, 20M or 1G"),
            (("bozhou", "--budget", "0"), "'0' is no size"),
            (("bozhou", "--limit", "0"), "limit"),
        ],
    )
    def test_a_mistake_is_one_line(self, run, tmp_path: Path, arguments: tuple[str, ...], fault: str) -> None:
        done = run("record", *arguments, "--output", tmp_path / "new")
        assert done.exit_code != 0
        assert fault in done.stderr and "Traceback" not in done.output
        assert not (tmp_path / "new").exists()

    def test_a_folder_with_something_in_it_is_left_alone(self, run, changed: Path) -> None:
        done = run("record", "bozhou", "--output", changed)
        assert done.exit_code == 1 and "later: not empty" in done.stderr


class TestCrawl:
    @pytest.mark.parametrize(
        ("arguments", "fault"),
        [
            ((), "--portal ID, --region CODE or --due"),
            (("--region", "9999"), "no portal of the registry lies in region 9999"),
            (("--region", "anhui"), "is no division code"),
            (("--region", "3416", "--years", "2013-2011"), "2013-2011 runs backwards"),
            (("--portal", "bozhou", "--years", "soon"), "'soon' is no year"),
            # A shell variable that is not set is no wish for all years.
            (("--portal", "bozhou", "--years", ""), "'' is no year"),
        ],
    )
    def test_a_mistake_is_one_line(self, run, tmp_path: Path, arguments: tuple[str, ...], fault: str) -> None:
        done = run("crawl", *arguments)
        assert done.exit_code != 0
        assert fault in done.stderr and "Traceback" not in done.output
        assert not (tmp_path / "data").exists()


class TestEntries:
    def test_every_entry_has_its_state_and_reason(self, run) -> None:
        run("replay", SHUANGQIAO)
        done = run("entries", "--portal", "shuangqiao")
        assert done.exit_code == 0
        head, *rows = done.stdout.splitlines()
        assert head.split() == [
            *("shuangqiao", "type", "listed", "first", "seen", "last", "seen", "title", "reason", "address")
        ]
        states = {row.split()[0] for row in rows}
        assert {"report", "not-a-report"} <= states
        left = run("entries", "--state", "not-a-report").stdout.splitlines()[1:]
        assert left and all(row.startswith("not-a-report") and "http" in row for row in left)

    def test_pages_that_were_not_read_come_last(self, run, changed: Path) -> None:
        listing = next(found for found in lines(changed) if "page_1" in str(found["url"]))
        others = [found for found in lines(changed) if found["url"] != listing["url"]]
        write(changed, [*others, {**listing, "status": 500}])
        run("replay", changed)
        told = run("entries").stdout.splitlines()
        assert f"catalogue page not-reached: {listing['url']} (http-500)" in told
        assert told[-1].startswith("catalogue page ")

    def test_an_empty_store_and_an_unknown_portal_are_told(self, run) -> None:
        assert "the store knows no entry yet" in run("entries").stderr
        run("replay", SHUANGQIAO)
        assert "the store knows no entry of atlantis" in run("entries", "--portal", "atlantis").stderr
