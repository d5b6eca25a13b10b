"""The HTTP message in the block of a record, as far as it can be told what other tools wrote there."""

import re

from govreports.archive.received import Headers

STATUS = re.compile(rb"HTTP/[\d.]+ +(\d{3})")
METHOD = re.compile(rb"([A-Z]+) ")
BLANK_LINE = re.compile(rb"\r?\n\r?\n")
LINE_END = re.compile(r"\r?\n(?![ \t])")
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")


class MessageError(ValueError):
    """A block that holds no HTTP message."""


def parse_response(block: bytes) -> tuple[int, Headers, bytes]:
    """Status, headers and body of a response as it went over the wire. A character of a header stands for a byte.
    Raises MessageError."""
    status = STATUS.match(block)
    if not status:
        raise MessageError("no HTTP response in the record")
    end = BLANK_LINE.search(block)
    # A revisit's block may end with its last header.
    head, body = (block[: end.start()], block[end.end() :]) if end else (block.rstrip(b"\r\n"), b"")
    lines = LINE_END.split(head.decode("latin-1"))[1:]
    return int(status[1]), tuple(_header(line) for line in lines if ":" in line), body


def parse_request(block: bytes) -> tuple[str, bytes]:
    """Method and body of a request. Raises MessageError."""
    method = METHOD.match(block)
    if not method:
        raise MessageError("no HTTP request in the record")
    end = BLANK_LINE.search(block)
    return method[1].decode(), block[end.end() :] if end else b""


def without_chunks(headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    """Headers and body without a Transfer-Encoding. Some tools keep the chunks and some, leaving the header, do not: a
    body that does not begin with one is whole already. Chunks that are cut off give what there is of them."""
    if not any(name.lower() == "transfer-encoding" and "chunked" in value.lower() for name, value in headers):
        return headers, body
    kept = tuple((name, value) for name, value in headers if name.lower() != "transfer-encoding")
    if not (chunk := CHUNK.match(body)):
        return kept, body
    pieces: list[bytes] = []
    while chunk and (size := int(chunk[1], 16)):
        pieces.append(body[chunk.end() : chunk.end() + size])
        at = chunk.end() + size
        line_end = 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
        if at < len(body) and not line_end:
            # What looked like a chunk's size was text.
            return kept, body
        chunk = CHUNK.match(body, at + line_end)
    return kept, b"".join(pieces)


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name, " ".join(part.strip() for part in value.split("\n")).strip()
