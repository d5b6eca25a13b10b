"""What passes between the spider and a platform adapter: fetches to make, snapshots received, entries found."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from govreports.model.finding import Finding

Role = Literal["catalogue", "report", "continuation", "attachment", "robots"]
"""What a fetch is for: a page of a catalogue, an entry's report page, a further page of one article, a file, or the
site's robots.txt."""


OFF_SITE: Final = "off-site"
"""Why an entry was not fetched that lies on a host its portal does not allow."""

LIMIT = "limit"
BEFORE = "before-"
"""Why a catalogue page was not asked for: enough reports were fetched already, or (`before-2011`) it can only list
older reports than the years sought."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """One request to make. `context` carries what the adapter needs to read the answer (unit, page number, …).
    `guess` says that the address was made up by a rule, not found: that nothing is there is an answer like any other,
    and the adapter reads it (a page that says in words that it does not exist comes with status 404)."""

    url: str
    role: Role
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    context: Mapping[str, str] = field(default_factory=dict)
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A response as received. `url` is where it came from after redirects, `body` is without Content-Encoding,
    `headers` are in lower case, `time` is UTC."""

    fetch: Fetch
    url: str
    time: datetime
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def digest(self) -> str:
        """Name of the body, as the module's `digest` makes it."""
        return digest(self.body)


@dataclass(frozen=True, slots=True)
class ArchivePlace:
    """Where the archive keeps a response: the file's path below the archive's folder, offset and length in bytes of
    the gzip member of its record. `payload` is the digest of the body as stored, as the record states it; `revisits`
    says that the record holds no body but names an earlier one with the same."""

    file: str
    offset: int
    length: int
    payload: str = ""
    revisits: bool = False


@dataclass(frozen=True, slots=True)
class Original:
    """A response the archive keeps with its body: what a later one with the same body refers to."""

    url: str
    time: datetime
    place: ArchivePlace


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A row of the archive's index: where a response lies, and what it is. `digest` names the body without its
    Content-Encoding."""

    place: ArchivePlace
    url: str
    time: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One link in a catalogue. `listed` is the date shown beside it (ISO), `unit` the organ whose catalogue it is and
    `column` the name of the column it stands in, where that is known."""

    url: str
    title: str
    listed: str | None = None
    unit: str | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one catalogue response holds: entries, the further fetches it asks for, and the total it declares."""

    entries: tuple[Entry, ...] = ()
    fetches: tuple[Fetch, ...] = ()
    declared_total: int | None = None
    findings: tuple[Finding, ...] = ()


def digest(body: bytes) -> str:
    """`sha256:` and the hex digest of some bytes: how a snapshot is named in records and store rows."""
    return "sha256:" + hashlib.sha256(body).hexdigest()
