"""Reading one response back out of the archive."""

from datetime import datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from govreports.archive.received import Received


class ArchiveError(ValueError):
    """A place in the archive where no whole response lies. The message names file and offset."""


def read_record(path: Path, offset: int) -> Received:
    """The response whose gzip member starts at that offset, as it was received. Raises ArchiveError."""
    where = f"{path}, offset {offset}"
    try:
        with path.open("rb") as file:
            file.seek(offset)
            record = next(ArchiveIterator(file, no_record_parse=True))
            if record.rec_type != "response":
                raise ArchiveError(f"{where}: a {record.rec_type} record, no response")
            block = record.raw_stream.read()
            if len(block) != record.length:
                raise ArchiveError(f"{where}: cut off")
            head, end, body = block.partition(b"\r\n\r\n")
            if not end:
                raise ArchiveError(f"{where}: no HTTP response in the record")
            status_line, *lines = head.decode("latin-1").split("\r\n")
            return Received(
                url=record.rec_headers.get_header("WARC-Target-URI"),
                time=datetime.fromisoformat(record.rec_headers.get_header("WARC-Date")),
                status=int(status_line.split(" ")[1]),
                headers=tuple(_header(line) for line in lines),
                body=body,
            )
    except StopIteration:
        raise ArchiveError(f"{where}: no record") from None
    except (OSError, ArchiveLoadFailed, EOFError) as error:
        raise ArchiveError(f"{where}: {error}") from error


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name, value.strip()
