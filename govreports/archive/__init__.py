"""What was received: recordings to replay from, and the WARC archive every response is written to."""

from govreports.archive.reader import ArchiveError, read_record
from govreports.archive.received import Received, Sent
from govreports.archive.recording import Exchange, Recording, RecordingError
from govreports.archive.writer import ArchiveWriter

__all__ = [
    "ArchiveError",
    "ArchiveWriter",
    "Exchange",
    "Received",
    "Recording",
    "RecordingError",
    "Sent",
    "read_record",
]
