"""Text whose line ends are the reader's: `pre`, and a `textarea` nobody may write into, as old pages have it."""

import re

from lxml import etree
from lxml.etree import _Element

# The parser lets these through, but no text that holds them can be set.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LEAST = 60
"""Characters that a read-only textarea must hold to be an article and not the address to copy."""


def break_preformatted(root: _Element) -> None:
    """Put a `br` at every line end inside the preformatted elements of a tree; an `xmp` and a textarea that nobody may
    write into become a `pre`."""
    for element in list(root.iter("pre", "textarea", "xmp")):
        if element.tag != "pre":
            written = element.tag == "textarea" and element.get("readonly") is None and element.get("disabled") is None
            if written or len("".join(element.itertext()).strip()) < _LEAST:
                continue
            element.tag = "pre"
        if next(element.iterancestors("pre"), None) is not None:
            continue  # broken with the one around it
        for inner in list(element.iter()):
            if isinstance(inner.tag, str):
                _break(inner)


def _break(element: _Element) -> None:
    """Break the texts that stand directly in an element."""
    children = list(element)
    texts = [element.text, *(child.tail for child in children)]
    if not any(text and "\n" in text for text in texts):
        return
    for child in children:
        element.remove(child)
    first, *further = _lines(texts[0])
    element.text = first
    _append_lines(element, further)
    for child, text in zip(children, texts[1:], strict=True):
        first, *further = _lines(text)
        element.append(child)
        child.tail = first
        _append_lines(element, further)


def _append_lines(element: _Element, lines: list[str]) -> None:
    for line in lines:
        etree.SubElement(element, "br").tail = line


def _lines(text: str | None) -> list[str]:
    return _UNWRITABLE.sub("", text or "").replace("\r\n", "\n").split("\n")
