"""The records of a list service's JSON answer: titles, addresses and dates under the names that publishing systems give
them, wherever in the answer the list lies, and the totals beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from w3lib.html import remove_tags, replace_entities

from govreports.model.exchange import Entry
from govreports.platforms import jsondata
from govreports.platforms.dates import day_of, listed_date
from govreports.platforms.rows import Listing, squeezed

# Names in lower case without underscores, the likeliest first: UCAP's, TRS's (doc…, chnldoc…), then anybody's.
TITLES = ("title", "doctitle", "titlehtml", "showtitle", "realtitle", "titleo", "linktitle", "infotitle", "subtitle")
ADDRESSES = ("url", "docpuburl", "puburl", "docurl", "linkurl", "chnldocurl", "pageurl", "infourl", "link", "href")
DATES = (
    "publishedtimestr", "publishedtime", "docreltime", "docpubtime", "pubdate", "pubtime", "publishtime",
    "publishdate", "releasetime", "docreldate", "infodate", "crtime", "createtime", "date", "time",
)  # fmt: skip
ENTRIES = ("total", "totalcount", "totalhits", "totalnum", "recordcount", "totalrecord", "totalrecords", "count", "num")
PAGES = ("totalpages", "totalpage", "pagecount", "pages", "countpage", "pagetotal")


@dataclass(frozen=True, slots=True)
class Records:
    """What an answer lists, and how many entries and pages it says there are in all."""

    entries: tuple[Entry, ...]
    total: int | None
    pages: int | None


def records(answer: object, url: str, unit: str | None) -> Records | None:
    """The records of an answer: the longest list in it whose objects have title and address. None where the answer
    holds no list at all, or says itself that it failed."""
    found = [value for value in (answer, *_lists(answer)) if isinstance(value, list)]
    if not found or (isinstance(answer, dict) and named(answer).get("success") is False):
        return None
    base = Listing.of("", url)
    entries = max((tuple(_entries(given, base, unit)) for given in found), key=len)
    around = [named(found) for found in ((answer,) if isinstance(answer, dict) else ()) + tuple(_above(answer))]
    total, pages = _count(around, ENTRIES), _count(around, PAGES)
    if pages and pages > 1 and total == len(entries):
        total = None  # what this page holds: `count` and `num` mean that on some sites
    return Records(entries, total, pages)


def named(given: Mapping[str, object]) -> dict[str, object]:
    """An object under plain names: pub_url, pubUrl and PUBURL are one."""
    return {name.replace("_", "").lower(): value for name, value in given.items()}


def text(given: object) -> str:
    """What a field says: without the markup that marks what was searched for, `null` spelled out as nothing."""
    return squeezed(replace_entities(remove_tags(jsondata.words(given))))


def _entries(found: object, base: Listing, unit: str | None) -> Iterator[Entry]:
    for given in map(named, jsondata.objects(found)):
        title = next(filter(None, (text(given.get(name)) for name in TITLES)), "")
        links = (base.absolute(words) for name in ADDRESSES if (words := jsondata.words(given.get(name))))
        address = next(filter(None, links), "")
        if title and address:
            days = (_day(given.get(name), address) for name in DATES)
            yield Entry(address, title, next(filter(None, days), None), unit)


def _day(given: object, address: str) -> str | None:
    return day_of(given) or listed_date(jsondata.words(given), address)


def _lists(value: object) -> Iterator[object]:
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(child, list):
            yield child
        yield from _lists(child)


def _above(value: object) -> Iterator[dict[str, object]]:
    """The objects that hold the answer, but none that is an item of a list: what those count is their own."""
    for child in value.values() if isinstance(value, dict) else ():
        if isinstance(child, dict):
            yield child
            yield from _above(child)


def _count(around: Iterable[Mapping[str, object]], names: Iterable[str]) -> int | None:
    """The number given under the first of the names that any of the objects has, those above before those below."""
    objects = list(around)
    counts = (jsondata.count(found.get(name)) for name in names for found in objects)
    return next((number for number in counts if number is not None), None)
