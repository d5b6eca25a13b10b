"""Writing a recording while a portal is walked: each exchange is on disk, whole, before the next one is made."""

import base64
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from govreports.archive.building import HOP_BY_HOP
from govreports.archive.received import Headers, Received, Sent
from govreports.archive.recording import RecordingError
from govreports.portals import Portal
from govreports.portals.writing import row_toml

UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")
LONGEST_NAME = 60


class Recorder:
    """Writes portal.toml, exchanges.jsonl and bodies/ below `folder`, which must be new or empty (RecordingError).

    `budget` is how many bytes the recorded answers may take, bodies and lines together. The first that does not fit is
    not written, and from then on the budget is `spent`: nothing more is to be asked.
    """

    def __init__(self, folder: Path, portal: Portal, budget: int) -> None:
        self.folder = folder
        self.budget = budget
        self.size = 0
        self.exchanges = 0
        self.spent = False
        self._order = 0
        try:
            if folder.exists() and any(folder.iterdir()):
                raise RecordingError(f"{folder}: not empty; a recording wants a folder of its own")
            (folder / "bodies").mkdir(parents=True)
            (folder / "portal.toml").write_text(row_toml(portal), encoding="utf-8")
            self._lines = (folder / "exchanges.jsonl").open("x", encoding="utf-8")
        except OSError as error:
            raise RecordingError(f"{folder}: {error.strerror or error}") from error

    def add(self, sent: Sent, received: Received) -> bool:
        """Write an exchange. False if it would break the budget."""
        body = f"bodies/{_file_name(self._order + 1, sent.url, received.headers)}"
        answer = {"status": received.status, "headers": _by_name(received.headers), "body": body}
        line = self._line(sent, received.time, answer)
        size = len(received.body) + len(line.encode())
        if self.spent or self.size + size > self.budget:
            self.spent = True
            return False
        (self.folder / body).write_bytes(received.body)
        self._write(line)
        self.size += size
        self.exchanges += 1
        return True

    def add_failure(self, sent: Sent, reason: str) -> None:
        """Write that a request got no answer, or was left unasked, and why."""
        self._write(self._line(sent, datetime.now(UTC), {"failure": reason}))

    def close(self) -> None:
        """Close the recording."""
        self._lines.close()

    def _line(self, sent: Sent, time: datetime, answer: dict[str, object]) -> str:
        request_body = {"request_body": base64.b64encode(sent.body).decode()} if sent.body else {}
        told = time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        asked = {"order": self._order + 1, "time": told, "method": sent.method, "url": sent.url}
        return json.dumps(asked | request_body | answer, ensure_ascii=False) + "\n"

    def _write(self, line: str) -> None:
        self._lines.write(line)
        self._lines.flush()
        self._order += 1


def _by_name(headers: Headers) -> dict[str, str | list[str]]:
    """The headers but for those of the connection: what it carried in pieces has come whole."""
    kept: dict[str, str | list[str]] = {}
    for name, value in headers:
        if name.lower() in HOP_BY_HOP:
            continue
        before = kept.get(name)
        kept[name] = value if before is None else [*([before] if isinstance(before, str) else before), value]
    return kept


def _file_name(order: int, url: str, headers: Headers) -> str:
    """A name a reader recognises: the order, and the end of the address as far as file systems all take it."""
    last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    name = UNSAFE.sub("-", last).strip("-.")[-LONGEST_NAME:] or "index"
    packed = any(key.lower() == "content-encoding" and "gzip" in value.lower() for key, value in headers)
    return f"{order:04}-{name}{'.gz' if packed else ''}"
