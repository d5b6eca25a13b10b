"""A file's bytes → `Page`, read in a child process with limits."""

import os
import signal
import subprocess
import sys
from dataclasses import replace

from govreports.documents.formats import readable_kind
from govreports.documents.limits import DEFAULT_LIMITS, Limits
from govreports.documents.read import Blocks
from govreports.documents.reasons import UnreadableDocument
from govreports.documents.wire import decode
from govreports.model.document import Part, assemble
from govreports.model.page import Page


def read_document(body: bytes, *, snapshot: str, url: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Page:
    """Read the bytes of a PDF, docx or xlsx file as a page that has no more than its document: a file states no date or
    source outside its text. `snapshot` names the bytes, `url` is where they came from.

    The file is opened by another process only, which is ended when it exceeds a limit. Raises `UnreadableDocument` with
    the reason for every file that gives no text.
    """
    kind = readable_kind(body)
    if len(body) > limits.size:
        raise UnreadableDocument("too-large", f"{len(body)} bytes")
    blocks = _read_apart(body, limits)
    document = assemble(blocks.blocks)
    if not document.text:
        raise UnreadableDocument("no-text", f"{kind.name} without text")
    part = Part(snapshot, url, kind.media_type, 0, len(document.text))
    return Page(
        snapshot=snapshot,
        url=url,
        encoding="",
        title=None,
        document=replace(document, parts=(part,)),
        repairs=blocks.repairs,
        findings=blocks.findings,
    )


def _read_apart(body: bytes, limits: Limits) -> Blocks:
    command = [sys.executable, "-P", "-m", "govreports.documents.child"]
    command += [str(limits.seconds), str(limits.memory), str(limits.characters)]
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=limits.seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument("too-slow", f"not read in {limits.seconds} seconds") from error
    if done.returncode:
        raise _ended(done.returncode, done.stderr)
    try:
        return decode(done.stdout)
    except ValueError as error:
        raise UnreadableDocument("damaged", "the reader gave no result") from error


def _ended(status: int, told: bytes) -> UnreadableDocument:
    """Why the child ended without a result. A fault of ours that the file brought to light names itself."""
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return UnreadableDocument("too-slow", "used up its processor time")
    if status < 0:
        return UnreadableDocument("damaged", f"the reader ended on {signal.Signals(-status).name}")
    last = told.decode(errors="replace").strip().rsplit(os.linesep, 1)[-1]
    return UnreadableDocument("damaged", f"the reader failed: {last[:200]}")
