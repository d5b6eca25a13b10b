"""Two thousand damaged pages: each is still a page or refused with a reason, in time."""

import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from govreports.pages import UnreadablePage, read_page

FIXTURES = Path(__file__).parents[2] / "fixtures"
SOURCES = sorted([*(FIXTURES / "pages").glob("*.html"), *(FIXTURES / "articles").glob("*.html")])
MUTANTS = 2000
BATCHES = 8
PATIENCE = 5.0
"""Seconds of one page."""

ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY l "&k;&k;&k;&k;&k;&k;&k;&k;"><!ENTITY k "lol">]><p>&l;&#0;&#x110000;&nosuch;'
    + b"&amp" * 5000
)
TAGS = (b"</div>", b"</table>", b"</td>", b"</p>", b"</span>", b"</script>", b"-->", b"<!--", b"<table>", b"</html>")


def cut(page: bytes, random: Random) -> bytes:
    """The transfer ended early, maybe inside a character or a tag."""
    return page[: random.randrange(1, len(page))]


def lost_middle(page: bytes, random: Random) -> bytes:
    """A stretch is missing."""
    start = random.randrange(len(page))
    return page[:start] + page[start + random.randrange(1, 4000) :]


def shuffled(page: bytes, random: Random) -> bytes:
    """Its tags stand in another order."""
    parts = page.split(b"<")
    for _ in range(random.randrange(1, 60)):
        first, second = random.randrange(len(parts)), random.randrange(len(parts))
        parts[first], parts[second] = parts[second], parts[first]
    return b"<".join(parts)


def unclosed(page: bytes, random: Random) -> bytes:
    """One kind of closing tag is gone."""
    return page.replace(random.choice(TAGS), b"")


def stray(page: bytes, random: Random) -> bytes:
    """Tags and comment signs stand where they do not belong."""
    for _ in range(random.randrange(1, 30)):
        at = random.randrange(len(page))
        page = page[:at] + random.choice(TAGS) + page[at:]
    return page


def noise(page: bytes, random: Random) -> bytes:
    """Bytes were overwritten."""
    damaged = bytearray(page)
    for _ in range(random.randrange(1, 200)):
        damaged[random.randrange(len(damaged))] = random.randrange(256)
    return bytes(damaged)


def entities(page: bytes, random: Random) -> bytes:
    """Entities that name entities, and some that name nothing."""
    at = random.randrange(len(page))
    return page[:at] + ENTITIES + page[at:]


def huge_attribute(page: bytes, random: Random) -> bytes:
    """A tag with a megabyte in an attribute."""
    at = page.find(b"<", random.randrange(len(page)))
    return page[:at] + b"<div style='" + b"margin:0;" * 120_000 + b"' class='" + b"a " * 3000 + b"'>" + page[at:]


def deep(page: bytes, random: Random) -> bytes:
    """Hundreds of elements opened around the rest."""
    at = page.find(b"<", random.randrange(len(page)))
    opened = random.choice((b"<div>", b"<table><tr><td>", b"<ul><li>", b"<font>", b"<a href=x>"))
    return page[:at] + opened * random.randrange(100, 800) + page[at:]


def doubled(page: bytes, random: Random) -> bytes:
    """The page once more inside itself."""
    at = random.randrange(len(page))
    return page[:at] + page + page[at:]


def other_encoding(page: bytes, random: Random) -> bytes:
    """What it declares is not what it is."""
    text = page.decode(random.choice(("utf-8", "gb18030", "big5")), "replace")
    return text.encode(random.choice(("utf-16", "gb18030", "utf-8", "big5")), "replace")


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    cut, lost_middle, shuffled, unclosed, stray, noise, entities, huge_attribute, deep, doubled, other_encoding,
)  # fmt: skip


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_damaged_page_is_a_page_or_refused_with_a_reason(batch: int) -> None:
    random = Random(batch)
    for number in range(MUTANTS // BATCHES):
        source, mutation = random.choice(SOURCES), MUTATIONS[number % len(MUTATIONS)]
        body = mutation(source.read_bytes(), random)
        told = f"{mutation.__name__} of {source.name}, batch {batch}, number {number}"
        start = time.process_time()
        try:
            page = read_page(body, snapshot=told)
        except UnreadablePage as refused:
            assert refused.reason, told
        except Exception as error:
            raise AssertionError(told) from error
        else:
            assert page.document.text or page.attachments, told
        assert time.process_time() - start < PATIENCE, told
