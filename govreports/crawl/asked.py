"""What a request is about. It travels in the request's meta, so every component learns of portal and entry from the
request itself."""

from dataclasses import dataclass

from scrapy import Request
from scrapy.http import Response

from govreports.model.exchange import Entry, Fetch, Snapshot
from govreports.portals import Portal

ASKED = "govreports_asked"
SNAPSHOT = "govreports_snapshot"
RECORDED_TIME = "govreports_recorded_time"


@dataclass(frozen=True, slots=True)
class Asked:
    """The portal a request belongs to, the fetch it carries out, and the entry whose report it is for, if any."""

    portal: Portal
    fetch: Fetch
    entry: Entry | None = None

    @classmethod
    def of(cls, request: Request) -> "Asked | None":
        """What a request is about; None for one that Scrapy made itself (robots.txt)."""
        asked: Asked | None = request.meta.get(ASKED)
        return asked


def snapshot_of(response: Response) -> Snapshot:
    """The response as the archive has it."""
    snapshot: Snapshot = response.meta[SNAPSHOT]
    return snapshot
