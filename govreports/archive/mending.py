"""What a killed crawl left at the end of its file: a record torn in the middle, and whole ones that the index has never
heard of. The first is cut off and told, the second are told, so that they can be indexed."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from govreports.archive.locking import hold_if_free
from govreports.archive.members import Damage, Member, walk
from govreports.archive.messages import MessageError
from govreports.archive.reader import RESPONSES, ArchiveError, received_of
from govreports.archive.received import Received
from govreports.archive.writer import SUFFIX
from govreports.model.exchange import ArchivePlace


@dataclass(frozen=True, slots=True)
class Torn:
    """What was cut off the end of a file: `length` bytes at `offset`, which held no whole record."""

    file: str
    offset: int
    length: int

    def __str__(self) -> str:
        """One line for finding and log."""
        return f"archive/{self.file}: {self.length:,} bytes of a torn record cut off at offset {self.offset:,}"


@dataclass(frozen=True, slots=True)
class Unindexed:
    """A whole response behind the last one the index knows, with the fields of its metadata record."""

    place: ArchivePlace
    received: Received
    metadata: Mapping[str, str]


def mend(folder: Path, indexed: Mapping[str, int]) -> Iterator[Torn | Unindexed]:
    """Look at the end of every file of the archive that no running crawl holds. `indexed` says where the last record of
    each file that the index knows ends: what lies before is not looked at, so a sound archive costs a `stat` a file.

    Only what reaches to the end of its file is cut off. Damage with a whole record behind it is no crash's; `verify`
    tells of it. Raises OSError."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        start = indexed.get(path.name, 0)
        if path.stat().st_size <= start:
            continue
        with path.open("r+b") as file:
            if not hold_if_free(file):
                continue
            size = path.stat().st_size
            companions: dict[str, Member] = {}
            for found in walk(path, start):
                if isinstance(found, Damage):
                    if found.end == size:
                        file.truncate(found.offset)
                        os.fsync(file.fileno())
                        yield Torn(path.name, found.offset, found.length)
                elif found.type == "metadata":
                    companions[found.headers.get("warc-concurrent-to", "")] = found
                elif found.type in RESPONSES and (response := _unindexed(path, found, companions)):
                    yield response


def _unindexed(path: Path, member: Member, companions: dict[str, Member]) -> Unindexed | None:
    try:
        received = received_of(path, member)
    except (ArchiveError, MessageError, KeyError, ValueError):
        return None  # Whole, but not of our making: `verify` tells of it.
    metadata = companions.pop(member.headers.get("warc-record-id", ""), None)
    place = ArchivePlace(
        path.name,
        member.offset,
        member.length,
        member.headers.get("warc-payload-digest", ""),
        revisits=member.type == "revisit",
    )
    return Unindexed(place, received, fields_of(metadata) if metadata else {})


def fields_of(member: Member) -> dict[str, str]:
    """The fields of a metadata record."""
    lines = member.block.decode("utf-8", errors="replace").split("\r\n")
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines) if name}
