"""The records of a list as objects, in a service's JSON answer or in a page's script: titles, addresses and dates under
the names that publishing systems give them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from w3lib.html import remove_tags, replace_entities

from govreports.model.exchange import Entry
from govreports.platforms import jsondata
from govreports.platforms.beside import squeezed
from govreports.platforms.dates import day_of, listed_date
from govreports.platforms.links import absolute

# Names in lower case without underscores, the likeliest first: UCAP's, TRS's (doc…, chnldoc…), then anybody's.
TITLES = ("title", "doctitle", "titlehtml", "showtitle", "realtitle", "titleo", "linktitle", "infotitle", "subtitle")
ADDRESSES = (
    "url", "docpuburl", "puburl", "docurl", "linkurl", "chnldocurl", "pageurl", "infourl", "posturl", "link", "urls",
    "href",
)  # fmt: skip
DATES = (
    "displaypublishtime", "firstpublishtime", "publishedtimestr", "publishedtime", "docreltime", "docpubtime",
    "pubdate", "pubtime", "publishtime", "publishdate", "releasetime", "docreldate", "infodate", "crtime", "createtime",
    "date", "time",
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
    """The records of an answer, wherever in it they lie: the longest list whose objects have title and address. None
    where the answer holds no list at all, or says itself that it failed."""
    found = [value for value in (answer, *_lists(answer)) if isinstance(value, list)]
    if not found or (isinstance(answer, dict) and _named(answer).get("success") is False):
        return None
    entries = max((tuple(entries_of(given, url, unit)) for given in found), key=len)
    around = [_named(found) for found in ((answer,) if isinstance(answer, dict) else ()) + tuple(_above(answer))]
    total, pages = _count(around, ENTRIES), _count(around, PAGES)
    if pages and pages > 1 and total == len(entries):
        total = None  # what this page holds: `count` and `num` mean that on some sites
    return Records(entries, total, pages)


def entries_of(found: object, url: str, unit: str | None, titles: Sequence[str] = TITLES) -> Iterator[Entry]:
    """An entry for each object of a list that has title and address. Relative addresses start from `url`."""
    for given in map(_named, jsondata.objects(found)):
        title = next(filter(None, (_text(given.get(name)) for name in titles)), "")
        links = (absolute(url, _address(jsondata.words(given.get(name)))) for name in ADDRESSES)
        address = next(filter(None, links), "")
        if title and address:
            days = (_day(given.get(name), address) for name in DATES)
            yield Entry(address, title, next(filter(None, days), None), unit)


def _named(given: Mapping[str, object]) -> dict[str, object]:
    """An object under plain names: pub_url, pubUrl and PUBURL are one."""
    return {name.replace("_", "").lower(): value for name, value in given.items()}


def _text(given: object) -> str:
    """What a field says: without the markup that marks what was searched for, `null` spelled out as nothing."""
    return squeezed(replace_entities(remove_tags(jsondata.words(given))))


def _address(given: str) -> str:
    """An address; one system keeps several as an object in a string: {"pc": "/a.html"}."""
    if not given.startswith("{"):
        return given
    try:
        by_device = json.loads(given)
    except ValueError:
        return ""
    return jsondata.words(by_device.get("pc"))


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
