"""govreports and its peers behind one call each: bytes in, text and what facts it offers out.

Peers that take text get it decoded for nothing: their time and their quality are those of well-decoded pages.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import lxml.html

from govreports.pages import UnreadablePage, decode, read_page


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader made of a page; None is what it does not offer. Only a `whole` one reads all fields."""

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    breadcrumb: tuple[str, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[str, ...] = ()
    whole: bool = False


Reader = Callable[[bytes, str], Read | None]
"""Reads a page from its bytes as received, or from the text they were decoded to."""


def govreports(body: bytes, _: str) -> Read | None:
    """The whole way: decode, strip, metadata, document."""
    try:
        page = read_page(body, snapshot="page")
    except UnreadablePage:
        return None
    return Read(
        page.document.text,
        page.title or "",
        page.published or "",
        page.source or page.publisher,  # as `govreports clean` gives it
        page.breadcrumb,
        page.metadata,
        tuple(file.url for file in page.attachments),
        whole=True,
    )


def bare_parse(utf8: bytes) -> object:
    """What everything is measured against: the HTML parse alone. Of bytes whose encoding is right and without a limit
    of depth: of a page that declares another encoding, or is too deep, libxml2 otherwise reads the beginning alone."""
    return lxml.html.document_fromstring(utf8, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def peers() -> dict[str, Reader]:
    """Those of the `bench` extra. Raises ImportError where it is not installed."""
    import trafilatura
    from gne import GeneralNewsExtractor
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text

    news = GeneralNewsExtractor()

    def by_trafilatura(body: bytes, _: str) -> Read | None:
        found = trafilatura.bare_extraction(body, with_metadata=True)
        return found and Read(found.text or "", found.title or "", found.date or "")

    def by_gne(_: bytes, text: str) -> Read | None:
        found = news.extract(text)
        return Read(found["content"], found["title"], found["publish_time"])

    def by_readability(_: bytes, text: str) -> Read | None:
        found = Document(text)
        return Read(lxml.html.fromstring(found.summary()).text_content(), found.short_title())

    def by_resiliparse(_: bytes, text: str) -> Read | None:
        return Read(extract_plain_text(text, main_content=True))

    readers = {
        "trafilatura": by_trafilatura,
        "gne": by_gne,
        "readability-lxml": by_readability,
        "resiliparse": by_resiliparse,
    }
    return {name: _unbroken(reader) for name, reader in readers.items()}


def _unbroken(reader: Reader) -> Reader:
    """A page that breaks a peer is one it cannot read."""

    def read(body: bytes, text: str) -> Read | None:
        try:
            return reader(body, text)
        except Exception:
            return None

    return read


def decoded(body: bytes) -> str:
    """A page's text, without the declaration that an XML parser of text would refuse."""
    text = decode(body).text
    return text.partition("?>")[2] if text.lstrip().startswith("<?xml") else text
