"""The members of a WARC file packed record by record: each one read whole, and what is damaged told by its place."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

GZIP = b"\x1f\x8b\x08"
GZIP_WINDOW = 16 + zlib.MAX_WBITS
PIECE = 256 * 1024

LARGEST = 192 * 1024 * 1024
"""Bytes of a record, unpacked. No body is fetched that is half as large; a damaged or hostile member may claim more."""


class MemberError(ValueError):
    """No whole record lies there; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Member:
    """A record: offset and length in bytes of its gzip member, its headers (names in lower case) and its block."""

    offset: int
    length: int
    headers: Mapping[str, str]
    block: bytes

    @property
    def end(self) -> int:
        """Where the next member begins."""
        return self.offset + self.length

    @property
    def type(self) -> str:
        """response, revisit, request, metadata, warcinfo, …"""
        return self.headers.get("warc-type", "")


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of a file, in bytes, that holds no whole record, and why."""

    offset: int
    length: int
    reason: str

    @property
    def end(self) -> int:
        """Where the next whole member begins, or the file ends."""
        return self.offset + self.length


def read_member(path: Path, offset: int) -> Member:
    """The record whose gzip member starts at that offset. Raises MemberError, and OSError for the file itself."""
    with path.open("rb") as file:
        file.seek(offset)
        pieces = iter(lambda: file.read(PIECE), b"")
        return _member(pieces, offset)


def walk(path: Path, start: int = 0) -> Iterator[Member | Damage]:
    """All records from `start` on, in their order. Behind a damaged one it goes on with the next whole one, so that a
    flipped byte does not hide the rest; damage that reaches to the file's end is what a crash leaves. Raises OSError.
    """
    if path.stat().st_size <= start:
        return
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as held:
        offset, size = start, len(held)
        while offset < size:
            found: Member | Damage
            try:
                found = _member_in(held, offset)
            except MemberError as error:
                found = Damage(offset, _next_whole(held, offset + 1) - offset, str(error))
            yield found
            offset = found.end


def _next_whole(held: mmap, offset: int) -> int:
    while (offset := held.find(GZIP, offset)) >= 0:
        try:
            return _member_in(held, offset).offset
        except MemberError:
            offset += 1
    return len(held)


def _member_in(held: mmap, offset: int) -> Member:
    return _member((held[at : at + PIECE] for at in range(offset, len(held), PIECE)), offset)


def _member(pieces: Iterator[bytes], offset: int) -> Member:
    unpacker = zlib.decompressobj(GZIP_WINDOW)
    content = bytearray()
    taken = 0
    try:
        for piece in pieces:
            taken += len(piece)
            content += unpacker.decompress(piece, LARGEST - len(content) + 1)
            if len(content) > LARGEST:
                raise MemberError(f"unpacks to more than {LARGEST:,} bytes")
            if unpacker.eof:
                break
        else:
            raise MemberError("cut off" if taken else "no record")
    except zlib.error as error:
        raise MemberError(f"not a whole gzip member ({error})") from error
    headers, block = _parted(bytes(content))
    return Member(offset, taken - len(unpacker.unused_data), headers, block)


def _parted(content: bytes) -> tuple[Mapping[str, str], bytes]:
    head, end, rest = content.partition(b"\r\n\r\n")
    version, *lines = head.decode("utf-8", errors="replace").split("\r\n")
    if not end or not version.startswith("WARC/"):
        raise MemberError("no WARC record in the gzip member")
    fields = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, _, value in fields}
    length = headers.get("content-length", "")
    if not length.isdigit() or rest[int(length) :] != b"\r\n\r\n":
        raise MemberError(f"Content-Length says {length or 'nothing'}, the block has {len(rest) - 4}")
    return headers, rest[: int(length)]
