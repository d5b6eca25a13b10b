"""The archive's files: how they are begun, bounded, and left when something goes wrong."""

import errno
import os
import resource
from pathlib import Path

import pytest
from exchanges import METADATA, PAGE, URL, only_file, received, written
from warcio.archiveiterator import ArchiveIterator

from govreports.archive import ArchiveFullError, ArchiveWriter, Limits, Sent, read_record

NOISE = os.urandom(4000)


def test_a_file_that_has_grown_large_is_followed_by_the_next_of_its_series(tmp_path: Path) -> None:
    places = written(tmp_path, *(received(NOISE, days=day) for day in range(5)), limits=Limits(file=9000))
    names = sorted({place.file for place in places})
    series = names[0].removesuffix("-00000.warc.gz")
    assert names == [f"{series}-{number:05}.warc.gz" for number in range(len(names))] and len(names) == 3
    for day, place in enumerate(places):
        assert read_record(tmp_path / place.file, place.offset) == received(NOISE, days=day)
    for name in names:
        with (tmp_path / name).open("rb") as file:
            kinds = [record.rec_type for record in ArchiveIterator(file)]
        # No exchange lies in two files.
        assert kinds == ["warcinfo", *["request", "metadata", "response"] * ((len(kinds) - 1) // 3)]


def test_a_budget_ends_the_writing_and_counts_what_was_there_before(tmp_path: Path) -> None:
    written(tmp_path, received(NOISE))
    size = only_file(tmp_path).stat().st_size
    writer = ArchiveWriter(tmp_path, Limits(budget=int(size * 2.5)))
    writer.write(Sent("GET", URL), received(NOISE, days=1))
    with pytest.raises(ArchiveFullError, match="budget"):
        writer.write(Sent("GET", URL), received(NOISE, days=2))


def test_the_reserve_of_the_disk_is_not_touched(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path, Limits(reserve=2**60))
    with pytest.raises(ArchiveFullError, match="stay free on the disk"):
        writer.write(Sent("GET", URL), received())
    assert not list(tmp_path.iterdir())


def test_a_disk_that_is_full_all_the_same_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch) -> None:
    """Some file systems say so only when what was written is to be on disk."""
    writer = ArchiveWriter(tmp_path)
    first = writer.write(Sent("GET", URL), received(), METADATA)
    path = tmp_path / first.file
    whole = path.read_bytes()

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(ArchiveFullError, match="no space left"):
            writer.write(Sent("GET", URL), received(NOISE, days=1))
    assert path.read_bytes() == whole
    again = writer.write(Sent("GET", URL), received(PAGE, days=1))
    assert read_record(path, again.offset) == received(PAGE, days=1)


def test_a_write_that_fails_in_the_middle_leaves_nothing_of_it(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path)
    first = writer.write(Sent("GET", URL), received(), METADATA)
    path = tmp_path / first.file
    whole = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) + 1500, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            writer.write(Sent("GET", URL), received(NOISE, days=1))
        assert path.read_bytes() == whole
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    again = writer.write(Sent("GET", URL), received(PAGE, days=1))
    assert read_record(path, again.offset) == received(PAGE, days=1)
