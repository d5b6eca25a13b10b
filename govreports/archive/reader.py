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
            record = next(ArchiveIterator(file))
            if record.rec_type != "response" or record.http_headers is None:
                raise ArchiveError(f"{where}: a {record.rec_type} record, no response")
            body = record.raw_stream.read()
            if len(body) != record.payload_length:
                raise ArchiveError(f"{where}: cut off")
            return Received(
                url=record.rec_headers.get_header("WARC-Target-URI"),
                time=datetime.fromisoformat(record.rec_headers.get_header("WARC-Date")),
                status=int(record.http_headers.get_statuscode()),
                headers=tuple(record.http_headers.headers),
                body=body,
            )
    except StopIteration:
        raise ArchiveError(f"{where}: no record") from None
    except (OSError, ArchiveLoadFailed, EOFError) as error:
        raise ArchiveError(f"{where}: {error}") from error
