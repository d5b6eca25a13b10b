"""HTML source → element tree, as a browser would have it."""

import re
from itertools import islice
from urllib.parse import urljoin

from lxml import etree
from lxml.etree import _Element

# Scripts and styles hold no text and make up most of many pages; comments may hide half a page from libxml2; and only a
# page's true end is an end: libxml2 drops what follows a stray `</html>`, browsers keep it. What opens a dead stretch,
# and what ends it. In bytes, where a search is twice as fast as in a text of wide characters.
_OPENERS = re.compile(rb"<(?:!--|script\b|style\b|!\[(?:if|endif)|\?xml|/(?:html|body)(?=\s*>))", re.IGNORECASE)
_ENDINGS = {
    b"<!--": re.compile(rb"-->"),
    b"<script": re.compile(rb"</script\s*>", re.IGNORECASE),
    b"<style": re.compile(rb"</style\s*>", re.IGNORECASE),
}
_TAG_END = re.compile(rb">")
MARKER = re.compile(
    r"<!--\s*(?:(?P<start>Content\s*Start|ZJEG_RSS\.content\.begin|(?:<\$\[信息内容\]>)\s*begin|正文(?:内容)?\s*(?:开始|start|begin)|文章内容\s*(?:开始|start|begin)|enpcontent|<enpcontent>|内容\s*(?:开始|start|begin)|主体内容\s*开始)"
    r"|(?P<end>Content\s*End|ZJEG_RSS\.content\.end|(?:<\$\[信息内容\]>)\s*end|正文(?:内容)?\s*(?:结束|end)|文章内容\s*(?:结束|end)|/enpcontent|</enpcontent>|内容\s*(?:结束|end)|主体内容\s*结束))\s*-->",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|div|table|tr|td|p|br|span|meta|a|font|h\d|li|title|section)\b[^<>]*>", re.IGNORECASE
)
_BEGINNING = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def is_markup(text: str) -> bool:
    """Whether a text is HTML rather than a dump that merely holds a `<` here and there."""
    return _BEGINNING.match(text) is not None or len(list(islice(_TAG.finditer(text, 0, 20000), 3))) == 3


def parse(source: bytes) -> _Element | None:
    """The tree of a page's source in UTF-8, without scripts, styles and all comments but those that mark the article's
    start and end; None where nothing is left to parse. Element positions (XPaths) are those of the page as it came."""
    cleaned = _without_dead_parts(source.replace(b"\0", b"") if b"\0" in source else source)
    if not cleaned.strip():
        return None
    return etree.fromstring(cleaned, etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True))


def _without_dead_parts(source: bytes) -> bytes:
    """The source without scripts, styles, conditional brackets, comments and the document's end, but with the marks of
    the article. An opener that is never closed is left to the parser."""
    kept: list[bytes] = []
    never_closed: set[bytes] = set()
    at = 0
    while opener := _OPENERS.search(source, at):
        kind = opener.group().lower()
        ending = None if kind in never_closed else _ENDINGS.get(kind, _TAG_END).search(source, opener.end())
        if ending is None:
            never_closed.add(kind)
            kept.append(source[at : opener.end()])
            at = opener.end()
            continue
        kept.append(source[at : opener.start()])
        if kind == b"<!--":
            comment = source[opener.start() : ending.end()]
            if MARKER.match(comment.decode("utf-8", "replace")):
                kept.append(comment)
        at = ending.end()
    return b"".join([*kept, source[at:]])


def base_of(root: _Element, url: str | None) -> str | None:
    """What the page's relative links are relative to: its `base` element, else its address."""
    href = next((base.get("href", "").strip() for base in root.iter("base") if "href" in base.attrib), "")
    return urljoin(url or "", href) if href else url


def document_title(root: _Element) -> str:
    """The text of the `title` element, empty where there is none."""
    found = next(root.iter("title"), None)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
