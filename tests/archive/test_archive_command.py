"""govreports archive: what is kept, whether it is whole, one body of it."""

import gzip
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from exchanges import METADATA, PAGE, URL, received

from govreports.archive import ArchiveWriter, Sent
from govreports.cli import main
from govreports.model.exchange import ArchivePlace, Fetch
from govreports.store import Store

LONG = PAGE * 200
OTHER = "http://www.muchuan.gov.test/other"


def govreports(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["archive", *map(str, arguments)])


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOVREPORTS_DATA", str(tmp_path))
    monkeypatch.delenv("GOVREPORTS_STORE", raising=False)
    return tmp_path


@pytest.fixture
def places(data: Path) -> list[ArchivePlace]:
    """An archive with its index: a page packed, the same a month later, another one, and the first changed."""
    packed = received(gzip.compress(LONG, mtime=0), Content_Encoding="gzip")
    answers = [
        packed,
        received(packed.body, days=30, Content_Encoding="gzip"),
        received(b"another", url=OTHER, days=31),
        received(LONG + b"!", days=60),
    ]
    written = []
    with Store.open(f"sqlite:///{data / 'govreports.sqlite'}") as store:
        writer = ArchiveWriter(data / "archive")
        run = store.begin_run("muchuan", "crawl", datetime(2019, 3, 1, tzinfo=UTC))
        for answer in answers:
            original = store.original(answer.url, written[0].payload) if written else None
            place = writer.write(Sent("GET", answer.url), answer, METADATA, original)
            store.add_snapshot(run, "muchuan", answer.snapshot(Fetch(answer.url, "report")), place)
            written.append(place)
        writer.close()
    assert [place.revisits for place in written] == [False, True, False, False]
    return written


def damaged(data: Path, change) -> None:
    """Change the bytes of the archive's file."""
    [path] = (data / "archive").iterdir()
    content = bytearray(path.read_bytes())
    path.write_bytes(change(content) or content)


class TestVerify:
    def test_a_sound_archive(self, data: Path, places) -> None:
        told = govreports("verify")
        assert (told.exit_code, told.stdout) == (0, "4 responses are as they were received; 0 faults\n")

    @pytest.mark.parametrize("number", range(4))
    def test_a_flipped_byte_is_named_and_hides_nothing_behind_it(self, data: Path, places, number: int) -> None:
        place = places[number]

        def flip(content: bytearray) -> None:
            content[place.offset + place.length // 2] ^= 0x10

        damaged(data, flip)
        told = govreports("verify")
        assert told.exit_code == 1
        lines = told.stdout.splitlines()
        assert f"{place.file}, offset {place.offset}: {place.length:,} bytes hold no whole record" in lines[0]
        # The revisit of a body that is gone is a fault, too.
        faults = 2 if number == 0 else 1
        assert lines[-1] == f"{4 - faults} responses are as they were received; {faults} faults"

    def test_every_byte_counts(self, data: Path, places) -> None:
        """Of a record: header of the gzip member, packed content and checksum."""
        place = places[2]
        [path] = (data / "archive").iterdir()
        whole = path.read_bytes()
        # The rest of a gzip header (that it is text, its time, packer and system) says nothing about the content.
        for at in [*range(3), *range(10, place.length, 23), *range(place.length - 8, place.length)]:
            content = bytearray(whole)
            content[place.offset + at] ^= 0x01
            path.write_bytes(content)
            told = govreports("verify")
            assert told.exit_code == 1 and f"offset {place.offset}:" in told.stdout, at

    def test_a_body_exchanged_for_another_is_told_by_its_digests(self, data: Path, places) -> None:
        """The gzip member is whole: only the record's own digests can tell."""
        place = places[2]

        def exchange(content: bytearray) -> bytes:
            member = gzip.decompress(content[place.offset : place.offset + place.length])
            forged = gzip.compress(member.replace(b"\r\n\r\nanother", b"\r\n\r\nAnother"))
            return bytes(content[: place.offset]) + forged + bytes(content[place.offset + place.length :])

        damaged(data, exchange)
        told = govreports("verify").stdout
        assert f"offset {place.offset}: response record: WARC-Block-Digest says" in told
        assert f"offset {place.offset}: response record: WARC-Payload-Digest says" in told

    def test_a_torn_end(self, data: Path, places) -> None:
        place = places[3]
        damaged(data, lambda content: bytes(content[:-9]))
        told = govreports("verify")
        assert told.exit_code == 1
        assert f"offset {place.offset}: {place.length - 9:,} bytes hold no whole record: cut off" in told.stdout

    def test_records_and_rows_are_held_against_each_other(self, data: Path, places) -> None:
        with sqlite3.connect(data / "govreports.sqlite") as connection:
            connection.execute("delete from snapshots where archive_offset = ?", [places[2].offset])
            connection.execute("update snapshots set digest = 'x' where archive_offset = ?", [places[1].offset])
            for number, file in ((8, places[0].file), (9, "gone.warc.gz")):
                connection.execute(
                    "insert into snapshots select ?, portal, run, url, ?, digest, status, role, ?, 7, 9, payload, "
                    "revisits from snapshots where archive_offset = ?",
                    [number, f"2020-01-0{number} 00:00:00.000000", file, places[0].offset],
                )
        told = govreports("verify")
        file = places[0].file
        assert told.exit_code == 1
        assert told.stdout.splitlines() == [
            f"{file}, offset {places[1].offset}: the index differs from the record of {URL}: digest",
            f"{file}, offset {places[2].offset}: no row in the index for the response of {OTHER}",
            f"{file}, offset 7: the index has {URL} here; no whole response lies there",
            f"gone.warc.gz, offset 7: the index has {URL} here; no such file",
            "2 responses are as they were received; 4 faults",
        ]

    def test_what_a_running_crawl_is_writing_is_no_fault(self, data: Path, places) -> None:
        writer = ArchiveWriter(data / "archive")
        place = writer.write(Sent("GET", OTHER), received(LONG, url=OTHER, days=90))
        with (data / "archive" / place.file).open("ab") as file:
            file.write(b"\x1f\x8b\x08half a record")
        told = govreports("verify")
        assert (told.exit_code, told.stdout) == (0, "4 responses are as they were received; 0 faults\n")
        assert f"{place.file}: a running crawl writes to it" in govreports("stat").stdout
        writer.close()
        told = govreports("verify")
        assert f"{place.file}, offset {place.offset}: no row in the index" in told.stdout
        assert f"{place.file}, offset {place.offset + place.length}: 16 bytes hold no whole record" in told.stdout

    def test_where_there_is_no_archive(self, data: Path) -> None:
        told = govreports("verify")
        assert told.exit_code == 1 and "there is no archive" in told.output


class TestExtract:
    def test_the_last_body_unpacked(self, places) -> None:
        told = govreports("extract", URL)
        assert (told.exit_code, told.stdout_bytes) == (0, LONG + b"!")

    @pytest.mark.parametrize(
        ("time", "body"),
        [("2019-03-01", LONG), ("2019-04-15", LONG), ("2019-04-30", LONG + b"!"), ("2019-04-30T08:00:00", LONG)],
    )
    def test_the_body_of_a_time(self, places, tmp_path: Path, time: str, body: bytes) -> None:
        told = govreports("extract", URL, "--time", time, "-o", tmp_path / "body.html")
        assert told.exit_code == 0
        assert (tmp_path / "body.html").read_bytes() == body

    def test_that_nothing_has_changed_is_no_body(self, data: Path, places) -> None:
        told = received(b"", status=304, days=90)
        with Store.open(f"sqlite:///{data / 'govreports.sqlite'}") as store:
            place = ArchiveWriter(data / "archive").write(Sent("GET", URL), told)
            store.add_snapshot(None, "muchuan", told.snapshot(Fetch(URL, "report")), place)
        assert govreports("extract", URL).stdout_bytes == LONG + b"!"

    def test_another_form_of_the_address_will_do(self, places) -> None:
        assert govreports("extract", OTHER.replace("http:", "https:")).stdout_bytes == b"another"

    def test_what_is_not_there(self, places) -> None:
        told = govreports("extract", URL, "--time", "2019-02-28")
        assert told.exit_code == 1 and "is of 2019-03-01 08:00:30 UTC" in told.stderr
        told = govreports("extract", "http://www.muchuan.gov.test/none")
        assert told.exit_code == 1 and "has no response of http://www.muchuan.gov.test/none" in told.stderr

    def test_a_damaged_record_is_named(self, data: Path, places) -> None:
        damaged(data, lambda content: bytes(content[:-9]))
        told = govreports("extract", URL)
        assert told.exit_code == 1 and f"offset {places[3].offset}: cut off" in told.stderr
        assert not told.stdout


class TestStat:
    def test_what_is_kept_and_what_it_takes(self, data: Path, places, monkeypatch) -> None:
        [path] = (data / "archive").iterdir()
        size = path.stat().st_size
        monkeypatch.setenv("GOVREPORTS_ARCHIVE_BUDGET", str(size * 2))
        header, row, files, budget = govreports("stat").stdout.splitlines()
        assert header.split() == ["portal", "responses", "of", "them", "revisits", "bytes", "first", "last"]
        length = f"{sum(place.length for place in places):,}"
        assert row.split() == ["muchuan", "4", "1", length, "2019-03-01", "2019-04-30"]
        assert files.startswith(f"1 files, {size:,} bytes; ")
        assert budget == f"budget: {size * 2:,} bytes, 50% used"

    def test_an_end_the_index_does_not_know_is_told(self, data: Path, places) -> None:
        damaged(data, lambda content: bytes(content) + b"torn")
        assert "4 bytes without an index row at its end" in govreports("stat").stdout
