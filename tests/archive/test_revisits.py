"""A body the archive has already is not written again, and comes back all the same."""

from pathlib import Path

import pytest
from exchanges import PAGE, TIME, URL, original, received, written
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from govreports.archive import ArchiveError, ArchiveWriter, Sent, read_record

LONG = PAGE * 500


def revisited(folder: Path) -> tuple[Path, int, int]:
    """Two files: one with the page, one with its revisit. The second, and offset and length in it."""
    [first] = written(folder, received(LONG))
    writer = ArchiveWriter(folder)
    again = received(LONG, days=30, ETag='"7"')
    place = writer.write(Sent("GET", URL), again, None, original(received(LONG), first))
    writer.close()
    assert place.revisits
    return folder / place.file, place.offset, place.length


def test_a_revisit_reads_as_the_response_that_came(tmp_path: Path) -> None:
    path, offset, length = revisited(tmp_path)
    assert read_record(path, offset) == received(LONG, days=30, ETag='"7"')
    assert length < len(LONG) / 10


def test_a_revisit_says_in_the_standards_words_what_it_refers_to(tmp_path: Path, capsys) -> None:
    path, offset, _ = revisited(tmp_path)
    with path.open("rb") as file:
        file.seek(offset)
        record = next(ArchiveIterator(file))
    stated = record.rec_headers.get_header
    assert record.rec_type == "revisit"
    assert stated("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    assert stated("WARC-Refers-To-Target-URI") == URL
    assert stated("WARC-Refers-To-Date") == TIME.isoformat().replace("+00:00", "Z")
    assert record.http_headers.get_header("ETag") == '"7"'
    with next(p for p in tmp_path.iterdir() if p != path).open("rb") as file:
        *_, kept = ((r.rec_type, r.rec_headers.get_header("WARC-Payload-Digest")) for r in ArchiveIterator(file))
    assert kept == ("response", stated("WARC-Payload-Digest"))
    checker = Checker(type("Arguments", (), {"inputs": [str(path)], "verbose": True})())
    checker.process_all()
    assert checker.exit_value == 0, capsys.readouterr().out


def test_every_record_states_its_digests(tmp_path: Path) -> None:
    path, *_ = revisited(tmp_path)
    with path.open("rb") as file:
        stated = [(record.rec_type, record.rec_headers) for record in ArchiveIterator(file)]
    assert [kind for kind, _ in stated] == ["warcinfo", "request", "revisit"]
    assert all(headers.get_header("WARC-Block-Digest") for _, headers in stated)
    assert all(headers.get_header("WARC-Payload-Digest") for kind, headers in stated if kind != "warcinfo")


@pytest.mark.parametrize("body", [b"", PAGE + b"!"])
def test_no_body_and_another_body_refer_to_nothing(tmp_path: Path, body: bytes) -> None:
    before = received(b"" if not body else PAGE)
    [first] = written(tmp_path, before)
    writer = ArchiveWriter(tmp_path)
    place = writer.write(Sent("GET", URL), received(body, days=1), None, original(before, first))
    assert not place.revisits
    assert read_record(tmp_path / place.file, place.offset).body == body


def test_what_is_no_longer_there_is_not_referred_to(tmp_path: Path) -> None:
    [first] = written(tmp_path, received(LONG))
    (tmp_path / first.file).unlink()
    writer = ArchiveWriter(tmp_path)
    place = writer.write(Sent("GET", URL), received(LONG, days=1), None, original(received(LONG), first))
    assert not place.revisits


def test_a_revisit_of_what_was_taken_away_names_both_places(tmp_path: Path) -> None:
    path, offset, _ = revisited(tmp_path)
    other = next(p for p in tmp_path.iterdir() if p != path)
    other.unlink()
    with pytest.raises(ArchiveError, match=rf"{path.name}, offset {offset}: a revisit of .*{other.name}"):
        read_record(path, offset)
