"""Writing the archive: every response to a WARC/1.1 file, one gzip member a record, flushed before it is used."""

import os
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from w3lib.url import safe_url_string
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from govreports.archive.received import Headers, Received, Sent
from govreports.model.exchange import ArchivePlace

INFO = {
    "software": "govreports",
    "format": "WARC File Format 1.1",
    "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    "description": (
        "Bodies are entity bodies with their Content-Encoding as received. Lost on the way: chunking "
        "(Transfer-Encoding), the reason phrase (the standard one is written) and the case and order of header names."
    ),
}
HOP_BY_HOP = {"transfer-encoding", "connection", "keep-alive"}


class ArchiveWriter:
    """Writes one file below `folder`, made when the first response comes. Nobody else writes to it: its name is
    unique to this process, so crawls need no lock and a crash harms only the last record of one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file: BinaryIO | None = None
        self._writer: WARCWriter | None = None

    def write(self, sent: Sent, received: Received, metadata: Mapping[str, str] | None = None) -> ArchivePlace:
        """Write request, metadata (for a report's response) and response, and make sure that they are on disk.

        The response comes last: one that is found whole has its companions before it. Returns its place."""
        file, writer = self._opened()
        date = _date(received.time)
        response = writer.create_warc_record(
            received.url,
            "response",
            payload=BytesIO(received.body),
            http_headers=_http(f"{received.status} {_reason(received.status)}", "HTTP/1.1", received.headers),
            warc_headers_dict={"WARC-Date": date},
        )
        companion = {"WARC-Date": date, "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")}
        writer.write_record(_request(writer, sent, received.url, companion))
        if metadata is not None:
            writer.write_record(
                writer.create_warc_record(
                    received.url,
                    "metadata",
                    payload=BytesIO(_fields(metadata)),
                    warc_content_type="application/warc-fields",
                    warc_headers_dict=companion,
                )
            )
        offset = file.tell()
        writer.write_record(response)
        file.flush()
        os.fsync(file.fileno())
        return ArchivePlace(Path(file.name).name, offset, file.tell() - offset)

    def close(self) -> None:
        """Close the file, if one was ever made."""
        if self._file is not None:
            self._file.close()
            self._file = self._writer = None

    def _opened(self) -> tuple[BinaryIO, WARCWriter]:
        if self._file is None or self._writer is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.getpid()}-{secrets.token_hex(4)}.warc.gz"
            self._file = (self.folder / name).open("xb")
            self._writer = WARCWriter(self._file, gzip=True, warc_version="1.1")
            self._writer.write_record(self._writer.create_warcinfo_record(name, INFO))
        return self._file, self._writer


def _request(writer: WARCWriter, sent: Sent, url: str, companion: Mapping[str, str]) -> ArcWarcRecord:
    parts = urlsplit(safe_url_string(sent.url))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = (("Host", parts.netloc), *((name, value) for name, value in sent.headers if name.lower() != "host"))
    return writer.create_warc_record(
        url,
        "request",
        payload=BytesIO(sent.body),
        http_headers=_http(f"{sent.method} {target} HTTP/1.1", "", headers),
        warc_headers_dict=companion,
    )


def _http(status_line: str, protocol: str, headers: Headers) -> StatusAndHeaders:
    kept = [(name, value) for name, value in headers if name.lower() not in HOP_BY_HOP]
    block = StatusAndHeaders(status_line, kept, protocol=protocol)
    # A character stands for a byte as received. warcio's own way is to percent-encode what is beyond ASCII, and a file
    # name in raw GBK would not come back.
    block.to_ascii_bytes = lambda _filter=None: f"{block.to_str()}\r\n".encode("latin-1")
    return block


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _date(time: datetime) -> str:
    return time.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _fields(metadata: Mapping[str, str]) -> bytes:
    lines = (f"{name}: {' '.join(value.split())}\r\n" for name, value in metadata.items())
    return "".join(lines).encode()
