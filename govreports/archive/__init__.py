"""What was received: recordings to replay from, and the WARC archive every response is written to."""

from govreports.archive.reader import ArchiveError, read_record
from govreports.archive.received import Received, Sent
from govreports.archive.recorder import Recorder
from govreports.archive.recording import Exchange, NoAnswerError, Recording, RecordingError
from govreports.archive.writer import ArchiveWriter

__all__ = [
    "ArchiveError",
    "ArchiveWriter",
    "Exchange",
    "NoAnswerError",
    "Received",
    "Recorder",
    "Recording",
    "RecordingError",
    "Sent",
    "read_record",
]
