"""parse and clean: saved pages in, records out; what cannot be read is named and loses nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from govreports.cli import main, reading
from govreports.model.identity import file_identity
from govreports.model.page import Page

DUMP = """您现在所在的位置: 网站首页 > 政府信息公开 > 云河县水务局 > 政府信息公开年报
云河县水务局2012年政府信息公开工作年度报告
发布时间:2013-02-15 00:00 来源:云河县水务局 字体:[ 大 中 小 ]
根据《中华人民共和国政府信息公开条例》规定,现公布云河县水务局2012年政府信息公开工作年度报告。
一、主动公开政府信息情况
2012年,我局主动公开政府信息128条,其中通过网站公开96条。
二、依申请公开政府信息情况
2012年,我局共收到政府信息公开申请3件,均已按时答复。
三、复议和诉讼情况
2012年,我局未发生因政府信息公开引起的行政复议和行政诉讼。
"""
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00H\x00H\x00\x00\xff\xdb\x00C\x00" + bytes(range(256)) * 20


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    file = tmp_path / "water.txt"
    file.write_text(DUMP, "utf-8")
    return file


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def objects(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


class TestParse:
    def test_a_lone_file_is_named_by_its_bytes_and_told_by_its_path(self, dump: Path) -> None:
        result = call("parse", dump, "--json")
        [record] = objects(result)
        assert result.exit_code == 0
        assert record["id"] == file_identity(dump.read_bytes())
        assert (record["snapshot"], record["portal"], record["url"]) == (str(dump), None, None)
        assert (record["unit"], record["year"], record["version"]) == ("云河县水务局", 2012, 1)

    def test_every_number_points_at_its_place(self, dump: Path) -> None:
        [record] = objects(call("parse", dump, "--json"))
        stated = {each["indicator"]: each for each in record["statistics"]}
        assert stated["requests.received"]["value"] == 3
        assert stated["reviews"]["value"] == 0
        for each in record["statistics"]:
            assert record["text"][each["start"] : each["end"]] == each["quote"]

    def test_url_tells_where_the_page_came_from(self, dump: Path) -> None:
        [record] = objects(call("parse", dump, "--json", "--url", "http://www.yunhe.gov.test/1.html"))
        assert record["url"] == "http://www.yunhe.gov.test/1.html"

    def test_url_is_for_one_page(self, dump: Path) -> None:
        result = call("parse", dump, dump, "--url", "http://www.yunhe.gov.test/1.html")
        assert result.exit_code == 2
        assert "--url" in result.stderr

    def test_without_json_it_is_a_card(self, dump: Path) -> None:
        result = call("parse", dump)
        assert result.stdout.startswith("云河县水务局2012年政府信息公开工作年度报告\n")
        assert "收到申请 requests.received  3 件" in result.stdout
        assert "收到政府信息公开申请>>3<<件" in result.stdout

    def test_a_folder_is_read_by_name_without_what_is_no_page(self, tmp_path: Path, dump: Path) -> None:
        deeper = tmp_path / "a" / "page"
        deeper.parent.mkdir()
        deeper.write_text(DUMP.replace("2012", "2011").replace("2013", "2012"), "utf-8")
        (tmp_path / "logo.png").write_bytes(JPEG)
        (tmp_path / ".hidden").write_bytes(JPEG)
        result = call("parse", tmp_path, "--json")
        assert [(record["snapshot"], record["year"]) for record in objects(result)] == [
            (str(deeper), 2011),
            (str(dump), 2012),
        ]
        assert result.exit_code == 0


class TestWhatCannotBeRead:
    @pytest.fixture
    def bad(self, tmp_path: Path) -> dict[str, Path]:
        empty, picture, folder = tmp_path / "empty.html", tmp_path / "picture.html", tmp_path / "pictures"
        empty.write_bytes(b"")
        picture.write_bytes(JPEG)
        folder.mkdir()
        (folder / "logo.jpg").write_bytes(JPEG)
        return {"empty": empty, "picture": picture, "folder": folder, "missing": tmp_path / "nosuch.html"}

    @pytest.mark.parametrize("command", ["parse", "clean"])
    @pytest.mark.parametrize("kind", ["empty", "picture", "folder", "missing"])
    def test_is_named_in_one_line_and_the_rest_is_processed(
        self, bad: dict[str, Path], dump: Path, kind: str, command: str
    ) -> None:
        result = call(command, bad[kind], dump, "--json")
        [complaint] = result.stderr.splitlines()
        assert str(bad[kind]) in complaint
        assert result.exit_code == 1
        assert [told["snapshot"] for told in objects(result)] == [str(dump)]

    def test_each_has_its_own_line(self, bad: dict[str, Path], dump: Path) -> None:
        result = call("parse", *bad.values(), dump)
        assert len(result.stderr.splitlines()) == len(bad)
        assert "云河县水务局" in result.stdout

    def test_a_number_longer_than_any_count_loses_no_page(self, tmp_path: Path, dump: Path) -> None:
        long = tmp_path / "long.txt"
        long.write_text(
            DUMP + "主动公开政府信息" + "1" * 5000 + "条，" + "一二三四五六七八九" * 600 + "条。\n", "utf-8"
        )
        result = call("parse", long, dump, "--json")
        assert (result.exit_code, len(objects(result))) == (0, 2)

    def test_a_fault_of_ours_names_the_page_and_goes_on(
        self, tmp_path: Path, dump: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = tmp_path / "other.txt"
        other.write_text(DUMP, "utf-8")
        real = reading.read_page

        def faulty(body: bytes, *, snapshot: str, url: str | None = None) -> Page:
            if snapshot == str(other):
                raise ZeroDivisionError("a fault")
            return real(body, snapshot=snapshot, url=url)

        monkeypatch.setattr(reading, "read_page", faulty)
        result = call("parse", other, dump, "--json")
        assert (result.exit_code, len(objects(result))) == (1, 1)
        assert result.stderr.startswith(f"govreports: {other}: internal error")

    def test_what_is_no_file_is_not_waited_for(self, tmp_path: Path, dump: Path) -> None:
        os.mkfifo(tmp_path / "pipe.html")
        assert len(objects(call("parse", tmp_path, "--json"))) == 1
        assert "not a regular file" in call("parse", tmp_path / "pipe.html").stderr


class TestClean:
    def test_the_organ_that_publishes_is_the_source_where_none_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "page.html"
        table = "<table><tr><td>索引号</td><td>K01/2015-7</td></tr><tr><td>发布机构</td><td>沙洲镇</td></tr></table>"
        path.write_text(f"<html>{table}<div id=zoom><p>渔网补贴的名册张贴满十五日后再上网。</p></div></html>", "utf-8")
        assert objects(call("clean", path, "--json"))[0]["source"] == "沙洲镇"

    def test_prints_the_page_alone(self, dump: Path) -> None:
        [page] = objects(call("clean", dump, "--json"))
        assert list(page) == [
            "snapshot", "url", "encoding", "title", "published", "source", "breadcrumb", "metadata", "attachments",
            "text", "repairs",
        ]  # fmt: skip
        assert page["title"] == "云河县水务局2012年政府信息公开工作年度报告"
        assert page["published"] == "2013-02-15T00:00"
        assert page["breadcrumb"][0] == "网站首页"
        assert page["text"].startswith("根据《中华人民共和国政府信息公开条例》")
        assert "字体" not in page["text"]

    def test_without_json_prints_title_and_text(self, dump: Path) -> None:
        lines = call("clean", dump).stdout.splitlines()
        assert lines[0] == "云河县水务局2012年政府信息公开工作年度报告"
        assert lines[-1].endswith("行政诉讼。")


class TestAsAProcess:
    def run(self, *arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "govreports", *map(str, arguments)], capture_output=True, **options
        )

    def test_prints_utf_8_whatever_the_locale(self, dump: Path) -> None:
        done = self.run("parse", dump, "--json", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
        assert json.loads(done.stdout.decode())["unit"] == "云河县水务局"

    def test_a_reader_that_goes_away_is_no_error(self, tmp_path: Path) -> None:
        for number in range(40):
            (tmp_path / f"{number}.txt").write_text(DUMP + "该局继续做好公开工作。\n" * 400 + str(number), "utf-8")
        command = f"{sys.executable} -m govreports parse {tmp_path} --json | head -c 100"
        done = subprocess.run(command, shell=True, capture_output=True)
        assert len(done.stdout) == 100
        assert done.stderr == b""

    def test_parse_does_not_wait_for_what_it_does_not_need(self) -> None:
        code = (
            "import sys; from govreports.cli import main; main.get_command(None, 'parse');"
            "print([name for name in ('scrapy', 'twisted', 'sqlalchemy', 'rich', 'pydantic') if name in sys.modules])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert done.stdout == "[]\n", done.stderr

    def test_help_names_every_command_and_imports_none(self) -> None:
        done = self.run("--help")
        for name in (b"parse", b"clean", b"replay", b"crawl", b"portals", b"export", b"coverage", b"show"):
            assert name in done.stdout
