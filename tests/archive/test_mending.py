"""What a killed crawl leaves at the end of its file."""

import subprocess
import sys
from pathlib import Path

import pytest
from exchanges import METADATA, URL, only_file, received, written

from govreports.archive import ArchiveWriter, Sent, Torn, Unindexed, mend, read_record
from govreports.archive.members import Damage, walk

BODY = bytes(range(256)) * 20


@pytest.mark.parametrize("left", [1, 9, 200, "half", "all but one byte"])
def test_a_torn_record_is_cut_off_and_told(tmp_path: Path, left: int | str) -> None:
    first, last = written(tmp_path, received(), received(BODY, days=1))
    path = tmp_path / first.file
    kept = {"half": last.length // 2, "all but one byte": last.length - 1}.get(left, left)
    path.write_bytes(path.read_bytes()[: last.offset + kept])
    found = list(mend(tmp_path, {path.name: first.offset + first.length}))
    assert found == [Torn(path.name, last.offset, kept)]
    assert str(found[0]) == f"archive/{path.name}: {kept:,} bytes of a torn record cut off at offset {last.offset:,}"
    assert path.stat().st_size == last.offset
    assert not [member for member in walk(path) if isinstance(member, Damage)]
    assert not list(mend(tmp_path, {path.name: first.offset + first.length}))


def test_zeros_where_the_disk_had_no_time_to_write_are_cut_off(tmp_path: Path) -> None:
    [only] = written(tmp_path, received())
    path = tmp_path / only.file
    end = path.stat().st_size
    path.write_bytes(path.read_bytes() + bytes(5000))
    assert list(mend(tmp_path, {only.file: end})) == [Torn(only.file, end, 5000)]


def test_whole_responses_the_index_has_not_heard_of_are_told(tmp_path: Path) -> None:
    first, last = written(tmp_path, received(), received(BODY, days=1))
    path = tmp_path / first.file
    path.write_bytes(path.read_bytes() + b"\x1f\x8b\x08torn")
    unindexed, torn = mend(tmp_path, {path.name: first.offset + first.length})
    assert unindexed == Unindexed(last, received(BODY, days=1), METADATA)
    assert torn == Torn(path.name, last.offset + last.length, 7)
    assert [found.place for found in mend(tmp_path, {}) if isinstance(found, Unindexed)] == [first, last]


def test_a_sound_archive_is_not_even_opened(tmp_path: Path) -> None:
    written(tmp_path, received())
    path = only_file(tmp_path)
    nothing = bytes(path.stat().st_size)
    path.write_bytes(nothing)
    assert list(mend(tmp_path, {path.name: len(nothing)})) == []
    assert path.read_bytes() == nothing


def test_damage_before_a_whole_record_is_no_crash_and_is_left(tmp_path: Path) -> None:
    first, last = written(tmp_path, received(), received(BODY, days=1))
    path = tmp_path / first.file
    content = bytearray(path.read_bytes())
    content[first.offset + 40] ^= 0xFF
    path.write_bytes(content)
    assert [found.place for found in mend(tmp_path, {}) if isinstance(found, Unindexed)] == [last]
    assert path.read_bytes() == content


def test_the_file_of_a_running_crawl_is_not_touched(tmp_path: Path) -> None:
    """It is torn at every moment in which its crawl writes."""
    code = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parent)!r})
from exchanges import URL, received
from govreports.archive import ArchiveWriter, Sent
writer = ArchiveWriter(Path({str(tmp_path)!r}))
writer.write(Sent("GET", URL), received())
writer._file.write(b"\\x1f\\x8b\\x08half a record")
print("written", flush=True)
sys.stdin.readline()
"""
    other = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert other.stdout.readline() == "written\n"
    content = only_file(tmp_path).read_bytes()
    assert list(mend(tmp_path, {})) == []
    assert only_file(tmp_path).read_bytes() == content
    other.kill()
    other.communicate()
    assert [type(found) for found in mend(tmp_path, {})] == [Unindexed, Torn]


def test_a_new_file_beside_a_mended_one_holds_what_comes_next(tmp_path: Path) -> None:
    [first] = written(tmp_path, received())
    path = tmp_path / first.file
    path.write_bytes(path.read_bytes()[:-3])
    assert len(list(mend(tmp_path, {}))) == 1
    place = ArchiveWriter(tmp_path).write(Sent("GET", URL), received(BODY))
    assert place.file != first.file
    assert read_record(tmp_path / place.file, place.offset).body == BODY
