"""What was received: recordings to replay from, and the WARC archive every response is written to."""

from govreports.archive.building import digest_of
from govreports.archive.mending import Torn, Unindexed, mend
from govreports.archive.reader import ArchiveError, read_record
from govreports.archive.received import Received, Sent
from govreports.archive.recorder import Recorder
from govreports.archive.recording import Exchange, NoAnswerError, Recording, RecordingError
from govreports.archive.writer import ArchiveFullError, ArchiveWriter, Limits

__all__ = [
    "ArchiveError",
    "ArchiveFullError",
    "ArchiveWriter",
    "Exchange",
    "Limits",
    "NoAnswerError",
    "Received",
    "Recorder",
    "Recording",
    "RecordingError",
    "Sent",
    "Torn",
    "Unindexed",
    "digest_of",
    "mend",
    "read_record",
]
