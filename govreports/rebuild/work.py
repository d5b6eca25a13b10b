"""What a worker does: pages out of the archive, read and parsed. It knows the archive, not the store, and nothing of
Scrapy; it runs in a process of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from govreports.archive import ArchiveError, read_record
from govreports.model.exchange import ArchivePlace, Fetch
from govreports.model.reading import Reading, Source
from govreports.model.record import Record
from govreports.pages import UnreadablePage
from govreports.portals import Portal
from govreports.publish.article import NotAReport, page_missing, read_article, read_source


@dataclass(frozen=True, slots=True)
class Task:
    """Readings to be done again, of one portal. `places` says where the archive keeps the bodies of these digests."""

    portal: Portal
    readings: tuple[Reading, ...]
    places: Mapping[str, ArchivePlace]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A page that is no longer read as one, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Lost:
    """What the archive does not give back, or we cannot read for a fault of our own, and why."""

    reason: str


Outcome = tuple[Record, ...] | NotAReport | Unreadable | Lost


def do_all(archive: Path, tasks: Sequence[Task]) -> list[tuple[Outcome, ...]]:
    """What the readings of some tasks give."""
    return [tuple(_outcome(archive, task, reading) for reading in task.readings) for task in tasks]


def _outcome(archive: Path, task: Task, reading: Reading) -> Outcome:
    try:
        return _read_again(archive, task, reading)
    except Exception as error:
        # A fault of ours in one page: it is told with the page, and the others are read all the same.
        return Lost(f"{reading.entry.url}: {type(error).__name__}: {error}")


def _read_again(archive: Path, task: Task, reading: Reading) -> Outcome:
    pages, findings = [], list(reading.findings)
    for number, source in enumerate(reading.sources):
        try:
            pages.append(read_source(_body(archive, task, source), source, task.portal))
        except ArchiveError as error:
            return Lost(str(error))
        except UnreadablePage as error:
            if number == 0:
                return Unreadable(f"unreadable: {error.reason}")
            findings.append(page_missing(source.url, error.reason))
    return read_article(pages, findings, portal=task.portal, entry=reading.entry)


def _body(archive: Path, task: Task, source: Source) -> bytes:
    place = task.places.get(source.digest)
    if place is None:
        raise ArchiveError(f"the archive has no body {source.digest} of {source.url}")
    snapshot = read_record(archive / place.file, place.offset).snapshot(Fetch(source.url, "report"))
    if snapshot.digest != source.digest:
        raise ArchiveError(f"{archive / place.file}, offset {place.offset}: not the body {source.digest}")
    return snapshot.body
