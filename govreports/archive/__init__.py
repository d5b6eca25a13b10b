"""What was received: recordings to replay from, and the WARC archive every response is written to."""

from govreports.archive.building import digest_of
from govreports.archive.foreign import warc_recording
from govreports.archive.mending import Torn, Unindexed, mend
from govreports.archive.reader import ArchiveError, read_record
from govreports.archive.received import Received, Sent
from govreports.archive.recorder import Recorder
from govreports.archive.recording import Exchange, NoAnswerError, Recording, RecordingError
from govreports.archive.verifying import Fault, Sound, in_use, verify
from govreports.archive.writer import SUFFIX, ArchiveFullError, ArchiveWriter, Limits, archive_bytes

__all__ = [
    "SUFFIX",
    "ArchiveError",
    "ArchiveFullError",
    "ArchiveWriter",
    "Exchange",
    "Fault",
    "Limits",
    "NoAnswerError",
    "Received",
    "Recorder",
    "Recording",
    "RecordingError",
    "Sent",
    "Sound",
    "Torn",
    "Unindexed",
    "archive_bytes",
    "digest_of",
    "in_use",
    "mend",
    "read_record",
    "verify",
    "warc_recording",
]
