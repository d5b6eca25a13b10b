"""The journal cut into stretches that can be made again one by one: the rows of entries that decide on each other."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from govreports.model.exchange import ArchivePlace
from govreports.model.reading import Reading
from govreports.portals import Portal
from govreports.store import Store
from govreports.store.journal import JournalRow

AT_ONCE = 400
"""Stretches whose bodies are looked up together."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of one portal in their order, and where the bodies they name lie; `last` is the last row of the portal."""

    portal: Portal
    rows: tuple[JournalRow, ...]
    places: Mapping[str, ArchivePlace]
    last: int

    @property
    def entries(self) -> int:
        """At how many entries something was done."""
        return len({row.entry for row in self.rows})


def stretches(store: Store, portals: Collection[str] | None) -> Iterator[Stretch]:
    """All stretches, portal by portal, in the order of what was done first. A portal is as its last run knew it."""
    for given in store.portals():
        portal = Portal.model_validate(given)
        if portals is not None and portal.id not in portals:
            continue
        rows = store.journal([portal.id])
        last = max((row.id for row in rows), default=0)
        together = _together(rows)
        for at in range(0, len(together), AT_ONCE):
            part = together[at : at + AT_ONCE]
            digests = {digest for stretch in part for digest in _digests(stretch)}
            places = store.places(digests)
            for stretch in part:
                own = {digest: places[digest] for digest in _digests(stretch) if digest in places}
                yield Stretch(portal, tuple(stretch), own, last)


def _together(rows: Collection[JournalRow]) -> list[list[JournalRow]]:
    """The rows in groups: those of one entry, and of entries that are copies of one another."""
    leader: dict[str, str] = {}

    def led(entry: str) -> str:
        while (above := leader.setdefault(entry, entry)) != entry:
            leader[entry] = leader[above]
            entry = above
        return entry

    for row in rows:
        for entry in row.entries:
            leader[led(entry)] = led(row.entry)
    groups: dict[str, list[JournalRow]] = {}
    for row in rows:
        groups.setdefault(led(row.entry), []).append(row)
    return list(groups.values())


def _digests(rows: Collection[JournalRow]) -> set[str]:
    readings = (row.event for row in rows if isinstance(row.event, Reading))
    return {source.digest for reading in readings for source in reading.sources}
