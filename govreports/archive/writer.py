"""Writing the archive: every response is on disk, whole, before anything sees it."""

import errno
import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from govreports.archive.building import digest_of, exchange_records, first_record
from govreports.archive.locking import hold
from govreports.archive.received import Received, Sent
from govreports.model.exchange import ArchivePlace, Original

SUFFIX = ".warc.gz"
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class ArchiveFullError(OSError):
    """The archive takes no more: the disk, or the budget it was given, is used up. What it holds is whole."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes. `file` is where the next file begins (about a gigabyte is what archives commonly use and tools handle
    well), `reserve` what must stay free on the disk, for the store and everybody else, `budget` what the archive may
    take altogether, 0 for all there is."""

    file: int = 1_000_000_000
    reserve: int = 200_000_000
    budget: int = 0


class ArchiveWriter:
    """Writes files below `folder`, the first one made when the first response comes. Nobody else writes to them: their
    names are unique to this writer and it holds their locks, so crawls need no common lock and a crash harms only the
    last record of one file."""

    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        self.folder = folder
        self.limits = limits or Limits()
        self._series = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.getpid()}-{secrets.token_hex(4)}"
        self._number = 0
        self._file: FileIO | None = None
        self._name = ""
        self._end = 0
        self._taken = archive_bytes(folder) if self.limits.budget else 0

    def write(
        self,
        sent: Sent,
        received: Received,
        metadata: Mapping[str, str] | None = None,
        original: Original | None = None,
    ) -> ArchivePlace:
        """Write request, metadata (what the response is for) and response, and make sure that they are on disk.
        `original` is an earlier response with the same body as stored: then the body is not written again. Returns the
        response's place. Raises ArchiveFullError, and OSError; neither leaves part of a record behind."""
        payload = digest_of(received.body)
        if original and not (received.body and self._can_refer_to(original, payload)):
            original = None
        built = exchange_records(sent, received, metadata, original)
        file = self._opened(len(built.content))
        start = self._end
        self._append(file, built.content)
        offset = start + built.before
        return ArchivePlace(self._name, offset, self._end - offset, payload, revisits=original is not None)

    def close(self) -> None:
        """Close the file, if one was ever made."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _can_refer_to(self, original: Original, payload: str) -> bool:
        return original.place.payload == payload and (self.folder / original.place.file).is_file()

    def _opened(self, room: int) -> FileIO:
        if self._file is not None and self._end >= self.limits.file:
            self.close()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._ask_for(room)
        if self._file is None:
            self._name = f"{self._series}-{self._number:05}{SUFFIX}"
            self._number += 1
            self._file = FileIO(self.folder / self._name, "xb")
            self._end = 0
            hold(self._file)
            _sync_folder(self.folder)
            self._append(self._file, first_record(self._name))
        return self._file

    def _ask_for(self, room: int) -> None:
        if shutil.disk_usage(self.folder).free < self.limits.reserve + room:
            reserve = f"{self.limits.reserve:,} bytes"
            raise ArchiveFullError(f"{self.folder}: less than {reserve} would stay free on the disk")
        if self.limits.budget and self._taken + room > self.limits.budget:
            raise ArchiveFullError(f"{self.folder}: its budget of {self.limits.budget:,} bytes is used up")

    def _append(self, file: FileIO, content: bytes) -> None:
        """All of it, or nothing: what follows part of a record could not be read."""
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        except BaseException as error:
            with suppress(OSError):
                file.truncate(self._end)
                file.seek(self._end)
                os.fsync(file.fileno())
            if isinstance(error, OSError) and error.errno in NO_ROOM:
                raise ArchiveFullError(f"{self.folder}: no space left on the disk") from error
            raise
        self._end += len(content)
        self._taken += len(content)


def archive_bytes(folder: Path) -> int:
    """How many bytes the files of an archive take."""
    return sum(path.stat().st_size for path in folder.glob(f"*{SUFFIX}"))


def _sync_folder(folder: Path) -> None:
    """Make sure that a new file's name is on disk like its content."""
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
