"""Lists that a page holds as objects in its scripts, to be rendered by a template: title, address, date under one of
the names that publishing systems give them. Literals are read as JSON, nothing is run."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from govreports.platforms.jsondata import DECODER, words

ARRAY = re.compile(r"\[\s*\{\s*\"")
TITLES = ("title", "realtitle", "titleHtml", "showTitle", "TITLE", "infotitle", "name")
ADDRESSES = ("url", "infourl", "post_url", "linkUrl", "link_url", "URL", "urls", "href")
DATES = (
    "publishedTimeStr",
    "pubDate",
    "publishTime",
    "display_publish_time",
    "infodate",
    "releaseTime",
    "date",
    "time",
)
MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Listed:
    """One object: as printed but for markup in the title."""

    title: str
    url: str
    date: str


def listed_objects(codes: Iterable[str]) -> tuple[Listed, ...]:
    """The objects of the longest array in some code whose objects have both title and address."""
    arrays = (tuple(_listed(array)) for code in codes for array in _arrays(code))
    return max(arrays, key=len, default=())


def _arrays(code: str) -> Iterator[list[object]]:
    end = 0
    while found := ARRAY.search(code, end):
        try:
            array, end = DECODER.raw_decode(code, found.start())
        except ValueError:
            end = found.end()
            continue
        yield array


def _listed(array: list[object]) -> Iterator[Listed]:
    for given in array:
        if not isinstance(given, Mapping) or "children" in given or "crumbs" in given:
            continue  # a column, not an article
        title, url = _text(given, TITLES), _address(_text(given, ADDRESSES))
        if title and url:
            yield Listed(MARKUP.sub("", title), url, _text(given, DATES))


def _text(given: Mapping[str, object], names: tuple[str, ...]) -> str:
    return next((value for name in names if (value := words(given.get(name)))), "")


def _address(given: str) -> str:
    """An address; one system keeps several as an object in a string: {"pc": "/a.html"}."""
    if not given.lstrip().startswith("{"):
        return given
    try:
        by_device = json.loads(given)
    except ValueError:
        return ""
    found = by_device.get("pc") if isinstance(by_device, dict) else None
    return found if isinstance(found, str) else ""
