"""Lists that a page holds as objects in its scripts, to be rendered by a template. Literals are read as JSON, nothing
is run."""

import re
from collections.abc import Iterable, Iterator

from govreports.model.exchange import Entry
from govreports.platforms.jsondata import DECODER, objects
from govreports.platforms.records import TITLES, entries_of

# What columns have, and articles do not: menus lie in scripts too.
OF_A_COLUMN = frozenset({"children", "crumbs"})
ARRAY = re.compile(r"\[\s*\{\s*\"")


def embedded_entries(codes: Iterable[str], url: str, unit: str | None) -> tuple[Entry, ...]:
    """The entries of the longest array in some code whose objects have title and address. Relative addresses start
    from `url`."""
    arrays = (tuple(entries_of(array, url, unit, (*TITLES, "name"))) for code in codes for array in _arrays(code))
    return max(arrays, key=len, default=())


def _arrays(code: str) -> Iterator[list[dict[str, object]]]:
    end = 0
    while found := ARRAY.search(code, end):
        try:
            array, end = DECODER.raw_decode(code, found.start())
        except ValueError:
            end = found.end()
            continue
        yield [given for given in objects(array) if not OF_A_COLUMN & given.keys()]
