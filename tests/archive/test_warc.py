"""The archive: what was received, written as WARC and read back, byte for byte."""

import gzip
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from govreports.archive import ArchiveError, ArchiveWriter, Received, Sent, read_record
from govreports.archive.received import entity
from govreports.model.exchange import Fetch

URL = "http://www.muchuan.gov.test/show?id=7&q=年报"
TIME = datetime(2019, 3, 1, 8, 0, 30, 250000, tzinfo=UTC)
PAGE = "暮川县2018年政府信息公开工作年度报告".encode()


def received(body: bytes = PAGE, **headers: str) -> Received:
    named = {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return Received(URL, TIME, 200, tuple(named.items()), body)


def records(path: Path) -> list[tuple[str, dict[str, str], bytes]]:
    with path.open("rb") as file:
        return [
            (record.rec_type, dict(record.rec_headers.headers), record.raw_stream.read())
            for record in ArchiveIterator(file)
        ]


def test_a_response_comes_back_as_it_was_received(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path)
    packed = received(gzip.compress(PAGE), Content_Encoding="gzip")
    raw_gbk = "attachment; filename=年报.doc".encode("gbk").decode("latin-1")
    headers = (("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("Content-Disposition", raw_gbk))
    refused = Received(URL, TIME, 412, headers, b"\x00\xff\r\n\r\n")
    places = [writer.write(Sent("GET", URL), each) for each in (packed, refused, received(b""))]
    for place, each in zip(places, (packed, refused, received(b"")), strict=True):
        assert read_record(tmp_path / place.file, place.offset) == each


def test_it_is_on_disk_before_the_writer_returns(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path)
    place = writer.write(Sent("GET", URL), received())
    assert (tmp_path / place.file).stat().st_size == place.offset + place.length
    assert read_record(tmp_path / place.file, place.offset).body == PAGE


def test_request_and_metadata_stand_before_the_response_they_belong_to(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path)
    sent = Sent("POST", URL, (("User-Agent", "govreports"),), b"col=1&path=/")
    place = writer.write(sent, received(), {"portal": "muchuan", "entry-title": "2018年\n年报"})
    writer.close()
    info, request, metadata, response = records(tmp_path / place.file)
    assert [info[0], request[0], metadata[0], response[0]] == ["warcinfo", "request", "metadata", "response"]
    assert b"chunking" in info[2] and b"reason phrase" in info[2]
    assert request[2] == b"col=1&path=/"
    assert metadata[2].decode() == "portal: muchuan\r\nentry-title: 2018年 年报\r\n"
    for companion in (request, metadata):
        assert companion[1]["WARC-Concurrent-To"] == response[1]["WARC-Record-ID"]
        assert companion[1]["WARC-Date"] == "2019-03-01T08:00:30.250000Z"
        assert companion[1]["WARC-Target-URI"] == response[1]["WARC-Target-URI"]


def test_digests_hold_and_chunking_is_not_claimed(tmp_path: Path, capsys) -> None:
    writer = ArchiveWriter(tmp_path)
    place = writer.write(Sent("GET", URL), received(Transfer_Encoding="chunked"))
    writer.close()
    checker = Checker(type("Arguments", (), {"inputs": [str(tmp_path / place.file)], "verbose": True})())
    checker.process_all()
    assert checker.exit_value == 0, capsys.readouterr().out
    assert "transfer-encoding" not in dict(read_record(tmp_path / place.file, place.offset).headers)


def test_no_file_is_made_where_nothing_is_written(tmp_path: Path) -> None:
    ArchiveWriter(tmp_path / "archive").close()
    assert not (tmp_path / "archive").exists()


def test_two_writers_never_share_a_file(tmp_path: Path) -> None:
    places = [ArchiveWriter(tmp_path).write(Sent("GET", URL), received()) for _ in range(2)]
    assert places[0].file != places[1].file


@pytest.mark.parametrize("cut", [1, 9, 40])
def test_a_record_cut_off_by_a_crash_is_told(tmp_path: Path, cut: int) -> None:
    writer = ArchiveWriter(tmp_path)
    first = writer.write(Sent("GET", URL), received())
    last = writer.write(Sent("GET", URL), received(bytes(range(256)) * 40))
    path = tmp_path / first.file
    path.write_bytes(path.read_bytes()[: -last.length + cut])
    assert read_record(path, first.offset).body == PAGE
    with pytest.raises(ArchiveError, match=f"{first.file}, offset {last.offset}"):
        read_record(path, last.offset)


def test_a_place_where_no_response_lies_is_told(tmp_path: Path) -> None:
    place = ArchiveWriter(tmp_path).write(Sent("GET", URL), received())
    for offset in (0, place.offset + 5, place.offset + place.length):
        with pytest.raises(ArchiveError, match=place.file):
            read_record(tmp_path / place.file, offset)
    with pytest.raises(ArchiveError, match=r"none.warc.gz"):
        read_record(tmp_path / "none.warc.gz", 0)


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


PACKED = [
    ("gzip", gzip.compress),
    ("x-gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
    ("deflate, gzip", lambda body: gzip.compress(zlib.compress(body))),
    ("identity", bytes),
    ("gzip", bytes),
    ("", bytes),
]


@pytest.mark.parametrize(("encoding", "pack"), PACKED)
def test_a_snapshot_is_unpacked_and_named_by_what_it_says(encoding: str, pack) -> None:
    snapshot = received(pack(PAGE), Content_Encoding=encoding).snapshot(Fetch(URL, "report"))
    assert snapshot.body == PAGE
    assert snapshot.digest == received().snapshot(Fetch(URL, "report")).digest
    assert snapshot.headers["content-type"] == "text/html"


def test_what_is_cut_off_is_unpacked_as_far_as_it_goes() -> None:
    assert PAGE.startswith(entity(gzip.compress(PAGE)[:-12], "gzip"))
    assert entity(gzip.compress(PAGE)[:-12], "gzip")


@given(st.binary(), st.sampled_from(["gzip", "deflate", "br", "gzip, deflate", ","]))
def test_no_body_breaks_the_unpacking(body: bytes, encoding: str) -> None:
    assert isinstance(entity(body, encoding), bytes)
