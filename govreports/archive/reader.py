"""Reading one response back out of the archive."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from govreports.archive.building import ORIGINAL_FILE, ORIGINAL_OFFSET
from govreports.archive.members import Member, MemberError, read_member
from govreports.archive.messages import MessageError, parse_response
from govreports.archive.received import Received

RESPONSES = frozenset({"response", "revisit"})


class ArchiveError(ValueError):
    """A place in the archive where no whole response lies. The message names file and offset."""


def read_record(path: Path, offset: int) -> Received:
    """The response whose gzip member starts at that offset, as it was received; for a revisit with the body it refers
    to. Raises ArchiveError."""
    where = f"{path}, offset {offset}"
    try:
        member = read_member(path, offset)
    except (OSError, MemberError) as error:
        raise ArchiveError(f"{where}: {error}") from error
    if member.type not in RESPONSES:
        raise ArchiveError(f"{where}: a {member.type} record, no response")
    try:
        return received_of(path, member)
    except ArchiveError as error:
        raise ArchiveError(f"{where}: a revisit of {error}") from error
    except (MessageError, KeyError, ValueError) as error:
        raise ArchiveError(f"{where}: {error}") from error


def received_of(path: Path, member: Member) -> Received:
    """The response in a member of the file `path` that is already read. Raises ArchiveError for what a revisit refers
    to, MessageError, KeyError and ValueError for the member's own faults."""
    status, headers, body = parse_response(member.block)
    url, time = member.headers["warc-target-uri"], datetime.fromisoformat(member.headers["warc-date"])
    received = Received(url, time, status, headers, body)
    if member.type != "revisit":
        return received
    original, at = original_place(path, member)
    if (original, at) == (path, member.offset):
        raise ValueError("a revisit of itself")
    return replace(received, body=read_record(original, at).body)


def original_place(path: Path, member: Member) -> tuple[Path, int]:
    """File and offset of the record that a revisit in the file `path` refers to. Raises KeyError and ValueError where
    it does not say."""
    name, offset = member.headers[ORIGINAL_FILE.lower()], member.headers[ORIGINAL_OFFSET.lower()]
    if "/" in name or "\\" in name:
        raise ValueError(f"a revisit of {name}, which is no file of this archive")
    return path.parent / name, int(offset)
