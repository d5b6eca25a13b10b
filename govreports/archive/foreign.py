"""WARC files as recordings, whoever wrote them: wget, warcio, Browsertrix, or a crawl of ours. Packed record by record,
or not packed at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from govreports.archive.holdings import NOT_MODIFIED, Found, Holdings, read_holdings
from govreports.archive.recording import Exchange, Key, Recording, RecordingError
from govreports.portals import Portal


def warc_recording(files: Sequence[Path], portal: Portal) -> Recording:
    """What WARC files hold of a portal's hosts, as one recording, in the order of its times. They may hold many walks:
    of several answers to one request the last good one is kept. What cannot be replayed
    (a torn end, a revisit of what is not there, a packing nobody here knows) is left out and in the recording's notes.
    Raises RecordingError for a file that is no WARC, and where nothing of the portal is there, or can be replayed."""
    held = read_holdings(files, portal)
    told = _last_good(sorted(_exchanges(held), key=lambda exchange: exchange.time))
    if not told:
        why = "; ".join(held.notes) or f"nothing of {portal.id}'s hosts in it"
        raise RecordingError(f"{', '.join(map(str, files))}: {why}")
    exchanges = tuple(replace(exchange, order=order) for order, exchange in enumerate(told, 1))
    return Recording(files[0], portal, exchanges, foreign=True, notes=tuple(held.notes))


def _last_good(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """One answer to each request: what the site said last, unless it then refused or only said that nothing had
    changed."""
    kept: dict[Key, Exchange] = {}
    for exchange in exchanges:
        if _is_good(exchange) or not _is_good(kept.get(exchange.key)):
            kept[exchange.key] = exchange
    return list(kept.values())


def _is_good(exchange: Exchange | None) -> bool:
    return exchange is not None and exchange.status < 400 and exchange.status != NOT_MODIFIED


def _exchanges(held: Holdings) -> Iterator[Exchange]:
    originals = _Originals([found for found in held.answers if found.type != "revisit"])
    for found in held.answers:
        original = originals.of(found) if found.type == "revisit" else found
        if original is None:
            where = f"{found.place.file}, offset {found.place.offset}"
            held.notes.append(f"{where}: the answer that this revisit of {found.url} refers to is not there")
            continue
        # Not modified since: then the answer is the one from before.
        answer = original if found.status == NOT_MODIFIED else found
        named = (found.stated.id, *found.stated.concurrent)
        method, body = next((held.requests[name] for name in named if name in held.requests), ("GET", b""))
        yield Exchange(0, found.time, method, found.url, body, answer.status, answer.headers, original.place)


class _Originals:
    """Answers with a body, found by what a revisit says of the one it refers to."""

    def __init__(self, answers: Sequence[Found]) -> None:
        self._by_id = {found.stated.id: found for found in answers}
        self._by_date = {(found.url, found.stated.date): found for found in answers}
        self._by_payload = {found.stated.payload: found for found in reversed(answers) if found.stated.payload}

    def of(self, revisit: Found) -> Found | None:
        """What it refers to: by name, by address and time, or by the digest they share."""
        stated = revisit.stated
        return (
            self._by_id.get(stated.original_id)
            or self._by_date.get((stated.original_url, stated.original_date))
            or self._by_payload.get(stated.payload)
        )
