"""A response as it came over the wire, and the request it answers: what recordings hold and the archive keeps."""

import zlib
from dataclasses import dataclass
from datetime import datetime

from govreports.model.exchange import Fetch, Snapshot

Headers = tuple[tuple[str, str], ...]

MAX_ENTITY = 64 * 1024 * 1024
"""Bytes. A body that unpacks to more is cut here: no report is that large, but a decompression bomb is."""

# Window bits for zlib: gzip or zlib by the stream's own header; deflate also comes raw, without any header.
AUTOMATIC, RAW = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
PACKINGS = {"gzip": (AUTOMATIC,), "x-gzip": (AUTOMATIC,), "deflate": (AUTOMATIC, RAW)}


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as it was sent."""

    method: str
    url: str
    headers: Headers = ()
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Received:
    """A response as received: `body` still has its Content-Encoding, `time` is UTC."""

    url: str
    time: datetime
    status: int
    headers: Headers
    body: bytes

    def snapshot(self, fetch: Fetch) -> Snapshot:
        """The same response without its Content-Encoding. Headers of one name are joined by a comma."""
        headers: dict[str, str] = {}
        for name, value in self.headers:
            name = name.lower()
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        body = entity(self.body, headers.get("content-encoding", ""))
        return Snapshot(fetch, self.url, self.time, self.status, headers, body)


def entity(body: bytes, content_encoding: str) -> bytes:
    """The body without its Content-Encoding. What is cut off is unpacked as far as it goes; what is not packed in
    spite of its header, or packed in a way unknown here, is left as it is."""
    for name in reversed([name.strip().lower() for name in content_encoding.split(",")]):
        for window_bits in PACKINGS.get(name, ()):
            try:
                body = zlib.decompressobj(window_bits).decompress(body, MAX_ENTITY)
            except zlib.error:
                continue
            break
    return body
