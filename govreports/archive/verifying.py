"""Whether an archive is whole: every record of every file, its digests, and that records and index agree both ways."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from govreports.archive.building import digest_of
from govreports.archive.locking import hold_if_free
from govreports.archive.members import Damage, Member, MemberError, read_member, walk
from govreports.archive.messages import MessageError
from govreports.archive.reader import RESPONSES, ArchiveError, original_place, received_of
from govreports.archive.writer import SUFFIX
from govreports.model.exchange import ArchivePlace, Fetch, IndexRow


@dataclass(frozen=True, slots=True)
class Sound:
    """A response record that is as it should be, as is its row."""

    place: ArchivePlace


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and at which offset of which file."""

    file: str
    offset: int
    message: str


Rows = Callable[[str], Sequence[IndexRow]]


def verify(folder: Path, indexed: Collection[str], rows: Rows) -> Iterator[Sound | Fault]:
    """Read the whole archive. `indexed` are the files the index knows, `rows` gives the rows of one. In the file of a
    running crawl what is being written just now is no fault. Raises OSError."""
    there = {path.name for path in folder.glob(f"*{SUFFIX}")}
    for name in sorted(there | set(indexed)):
        if name in there:
            yield from _file(folder / name, rows)
        else:
            yield from (
                Fault(name, row.place.offset, f"the index has {row.url} here; no such file") for row in rows(name)
            )


def _file(path: Path, rows: Rows) -> Iterator[Sound | Fault]:
    running = in_use(path)
    responses: dict[int, IndexRow] = {}
    broken: set[int] = set()
    end = 0
    for found in walk(path):
        if isinstance(found, Damage):
            if not (running and found.end == path.stat().st_size):
                end = found.end
                broken.add(found.offset)
                yield Fault(path.name, found.offset, f"{found.length:,} bytes hold no whole record: {found.reason}")
            continue
        end = found.end
        faults = list(_record_faults(path, found))
        if found.type in RESPONSES and not faults:
            try:
                responses[found.offset] = _as_row(path, found)
            except (ArchiveError, MessageError, KeyError, ValueError) as error:
                faults.append(str(error))
        if faults:
            broken.add(found.offset)
        yield from (Fault(path.name, found.offset, f"{found.type} record: {fault}") for fault in faults)
    # Asked for now, so that a running crawl has had the time to write the rows of what was just read.
    kept = {row.place.offset: row for row in rows(path.name)}
    for offset, read in responses.items():
        if offset not in kept:
            if not (running and offset == max(responses)):
                yield Fault(path.name, offset, f"no row in the index for the response of {read.url}")
        elif wrong := _differences(kept[offset], read):
            yield Fault(path.name, offset, f"the index differs from the record of {read.url}: {', '.join(wrong)}")
        else:
            yield Sound(read.place)
    for offset, row in kept.items():
        if offset not in responses and offset not in broken and not (running and offset >= end):
            yield Fault(path.name, offset, f"the index has {row.url} here; no whole response lies there")


def in_use(path: Path) -> bool:
    """Whether a running crawl writes to a file."""
    with path.open("rb") as file:
        return not hold_if_free(file)


def _as_row(path: Path, member: Member) -> IndexRow:
    received = received_of(path, member)
    place = ArchivePlace(
        path.name,
        member.offset,
        member.length,
        member.headers.get("warc-payload-digest", ""),
        revisits=member.type == "revisit",
    )
    return IndexRow(place, received.url, received.time, received.snapshot(Fetch(received.url, "report")).digest)


def _record_faults(path: Path, member: Member) -> Iterator[str]:
    stated = member.headers.get("warc-block-digest")
    if stated != digest_of(member.block):
        yield f"WARC-Block-Digest says {stated or 'nothing'}, the block has {digest_of(member.block)}"
    if member.type == "revisit":
        yield from _revisit_faults(path, member)
        return
    if member.type == "warcinfo":
        return
    payload = member.block
    if member.type in {"response", "request"}:
        payload = payload.partition(b"\r\n\r\n")[2]
    if (stated := member.headers.get("warc-payload-digest")) != digest_of(payload):
        yield f"WARC-Payload-Digest says {stated or 'nothing'}, the payload has {digest_of(payload)}"


def _revisit_faults(path: Path, member: Member) -> Iterator[str]:
    try:
        where, offset = original_place(path, member)
        original = read_member(where, offset)
    except (KeyError, ValueError, OSError, MemberError) as error:
        yield f"it refers to what cannot be read: {error}"
        return
    told = (
        ("WARC-Payload-Digest", "WARC-Payload-Digest"),
        ("WARC-Refers-To-Target-URI", "WARC-Target-URI"),
        ("WARC-Refers-To-Date", "WARC-Date"),
    )
    for name, of_original in told:
        if member.headers.get(name.lower()) != original.headers.get(of_original.lower()):
            yield f"its {name} is not the {of_original} of {where.name}, offset {offset}"


def _differences(row: IndexRow, read: IndexRow) -> list[str]:
    pairs = (
        ("length", row.place.length, read.place.length),
        ("address", row.url, read.url),
        ("time", row.time, read.time),
        ("digest", row.digest, read.digest),
        ("payload digest", row.place.payload, read.place.payload),
        ("kind", row.place.revisits, read.place.revisits),
    )
    return [name for name, one, other in pairs if one != other]
