"""The catalogues of a run that are still being walked. Which entries are one report can be told only when a catalogue
has been read to its end: until then they wait here."""

from collections import Counter
from dataclasses import dataclass

from scrapy.http import Response

from govreports.model.exchange import Entry, Fetch
from govreports.model.identity import canonical_url
from govreports.parsing.entries import Group, gather


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that is a report by its title, and the catalogue page that listed it. `done` says that an earlier run
    has read it."""

    entry: Entry
    page: Response
    done: bool


class OpenLists:
    """What of each catalogue was asked for and has not been answered, and the entries that wait for its end."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._asked: set[tuple[str, str, bytes]] = set()
        self._waiting: dict[str, list[Waiting]] = {}

    def ask(self, fetch: Fetch) -> bool:
        """Note that a catalogue page is asked for. False where it was before: trees of columns hold rings, and no page
        is asked for twice."""
        if self.was_asked(fetch):
            return False
        self._asked.add(_request(fetch))
        self._open[_catalogue(fetch)] += 1
        return True

    def was_asked(self, fetch: Fetch) -> bool:
        """Whether this run has asked for a catalogue page already."""
        return _request(fetch) in self._asked

    @property
    def are_read(self) -> bool:
        """Whether catalogues were asked for, and all their pages have come or failed."""
        return bool(self._asked) and not any(number > 0 for number in self._open.values())

    def wait(self, fetch: Fetch, waiting: Waiting) -> None:
        """Keep an entry that the page of `fetch` lists until its catalogue has been read."""
        self._waiting.setdefault(_catalogue(fetch), []).append(waiting)

    def answered(self, fetch: Fetch) -> tuple[tuple[Group, dict[str, Waiting]], ...]:
        """Note that a page has been read, or has failed. With the last of its catalogue: the reports that waited, each
        with what is known of its entries by their addresses; nothing before."""
        catalogue = _catalogue(fetch)
        self._open[catalogue] -= 1
        if self._open[catalogue] > 0:
            return ()
        waiting = {found.entry.url: found for found in self._waiting.pop(catalogue, [])}
        groups = gather([found.entry for found in waiting.values()])
        return tuple((group, {entry.url: waiting[entry.url] for entry in group.entries}) for group in groups)


def _request(fetch: Fetch) -> tuple[str, str, bytes]:
    return fetch.method, canonical_url(fetch.url), fetch.body


def _catalogue(fetch: Fetch) -> str:
    return fetch.context.get("catalogue", fetch.url)
