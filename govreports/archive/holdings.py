"""What WARC files of any tool hold of a portal: its answers without their bodies, and the requests they answer."""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from govreports.archive.messages import MessageError, parse_request, parse_response, without_chunks
from govreports.archive.received import PACKINGS, Headers
from govreports.archive.recording import RecordingError
from govreports.portals import Portal

PIECE = 64 * 1024
NOT_MODIFIED = 304
BROTLI = "br"
PLAIN = {"identity", "none", ""}
READABLE = {"response", "revisit", "resource", "request"}


@dataclass(frozen=True, slots=True)
class Place:
    """A body in a WARC file, read when it is asked for: at `offset` in bytes lies its record."""

    file: Path
    offset: int

    def read_bytes(self) -> bytes:
        """The body with its Content-Encoding, but without chunks; Brotli, which nobody else here can read, is
        unpacked. Raises RecordingError."""
        try:
            with self.file.open("rb") as file:
                file.seek(self.offset)
                record = next(ArchiveIterator(file, no_record_parse=True))
                content = _block(record)
        except (OSError, ArchiveLoadFailed, StopIteration) as error:
            raise RecordingError(f"{self.file}, offset {self.offset}: {error}") from error
        if record.rec_type == "resource":
            return content
        _, headers, body = parse_response(content)
        headers, body = without_chunks(headers, body)
        return _without_brotli(body) if BROTLI in _packings(headers) else body


@dataclass(frozen=True, slots=True)
class Stated:
    """What a record says of itself and of others."""

    id: str
    date: str
    payload: str
    concurrent: tuple[str, ...]
    original_id: str
    original_url: str
    original_date: str


@dataclass(frozen=True, slots=True)
class Found:
    """A record that holds an answer, or a revisit of one. `stated` are the headers that tie records to one another."""

    place: Place
    type: str
    url: str
    time: datetime
    status: int
    headers: Headers
    stated: Stated


@dataclass(slots=True)
class Holdings:
    """What is found in the files so far: answers in their order, requests by the records they belong to, and what
    cannot be replayed."""

    answers: list[Found] = field(default_factory=list)
    requests: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_holdings(files: Sequence[Path], portal: Portal) -> Holdings:
    """Read the files through. Raises RecordingError for one that is no WARC file."""
    held = Holdings()
    for file in files:
        _read(file, portal, held)
    return held


def _read(file: Path, portal: Portal, held: Holdings) -> None:
    offset, records = 0, 0
    try:
        with file.open("rb") as opened:
            each = ArchiveIterator(opened, no_record_parse=True, verify_http=False)
            for record in each:
                if record.format != "warc":
                    raise RecordingError(f"{file}: an ARC file, no WARC file")
                content = _block(record) if _is_wanted(record, portal) else None
                # Only now: to tell its offset, the reader goes to the record's end.
                offset, records = each.get_record_offset(), records + 1
                if content is not None:
                    _take(Place(file, offset), record, content, held)
    except OSError as error:
        raise RecordingError(f"{file}: {error.strerror or error}") from error
    except ArchiveLoadFailed as error:
        if not records:
            raise RecordingError(f"{file}: no WARC file: {_line(error)}") from error
        held.notes.append(f"{file}: cannot be read from behind offset {offset} on: {_line(error)}")


def _is_wanted(record: Any, portal: Portal) -> bool:
    url = _target(record)
    return record.rec_type in READABLE and urlsplit(url).scheme in {"http", "https"} and portal.allows(url)


def _target(record: Any) -> str:
    """The address; early versions of wget put it in angle brackets."""
    return (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _take(place: Place, record: Any, content: bytes, held: Holdings) -> None:
    """Keep what a record tells, without its body."""
    url = _target(record)
    where = f"{place.file}, offset {place.offset}"
    if record.length is not None and len(content) < record.length:
        held.notes.append(f"{where}: {record.rec_type} of {url} is cut off")
        return
    try:
        stated = _stated(record)
        if record.rec_type == "request":
            request = parse_request(content)
            for of in (stated.id, *stated.concurrent):
                held.requests[of] = request
            return
        status, headers = _answer(record, content)
        time = _utc(stated.date)
    except (MessageError, ValueError) as error:
        held.notes.append(f"{where}: {record.rec_type} of {url}: {error}")
        return
    if unknown := _unknown_packing(headers):
        held.notes.append(f"{where}: the body of {url} is packed as {unknown}, which cannot be unpacked here")
        return
    headers = tuple((name, value) for name, value in headers if not (_is_packing(name) and BROTLI in value.lower()))
    held.answers.append(Found(place, record.rec_type, url, time, status, headers, stated))


def _block(record: Any) -> bytes:
    """All of a record's block, or what is there of it; one call of its stream gives only what lies in its buffer."""
    return b"".join(iter(lambda: record.raw_stream.read(PIECE), b""))


def _answer(record: Any, content: bytes) -> tuple[int, Headers]:
    if record.rec_type == "resource":
        return 200, (("Content-Type", record.rec_headers.get_header("Content-Type") or ""),)
    if record.rec_type == "revisit" and not content:
        return NOT_MODIFIED, ()
    status, headers, body = parse_response(content)
    return status, without_chunks(headers, body)[0]


def _stated(record: Any) -> Stated:
    header = record.rec_headers.get_header
    concurrent = tuple(
        value for name, value in record.rec_headers.headers if name.lower() == "warc-concurrent-to" and value
    )
    return Stated(
        id=header("WARC-Record-ID") or "",
        date=header("WARC-Date") or "",
        payload=header("WARC-Payload-Digest") or "",
        concurrent=concurrent,
        original_id=header("WARC-Refers-To") or "",
        original_url=(header("WARC-Refers-To-Target-URI") or "").strip("<>"),
        original_date=header("WARC-Refers-To-Date") or "",
    )


def _packings(headers: Headers) -> list[str]:
    return [part.strip().lower() for name, value in headers if _is_packing(name) for part in value.split(",")]


def _is_packing(name: str) -> bool:
    return name.lower() == "content-encoding"


def _unknown_packing(headers: Headers) -> str | None:
    known = {*PACKINGS, *PLAIN, *({BROTLI} if _brotli() else ())}
    return next((packing for packing in _packings(headers) if packing not in known), None)


def _brotli() -> Any:
    """The Brotli library, if it is installed: only files of other tools need it, as we never ask for such a body."""
    try:
        return importlib.import_module("brotli")
    except ImportError:
        return None


def _without_brotli(body: bytes) -> bytes:
    library = _brotli()
    try:
        return bytes(library.decompress(body))
    except library.error:
        # Some tools unpack a body and leave its header.
        return body


def _utc(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
