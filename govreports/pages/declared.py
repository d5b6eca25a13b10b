"""The encoding a page declares: byte order mark, HTTP header, meta element. A claim, to be judged."""

import codecs
import re

_WITHIN = 16384
"""Bytes in which a declaration is looked for; browsers stop at 1024, but templates put scripts first."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_IN_HEADER = re.compile(r"charset\s*[=:]\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
# Quotes may be missing, doubled or on one side only, http-equiv misspelt: the word charset in a meta is what counts.
_IN_META = re.compile(rb"<meta\b[^>]{0,400}?charset\s*=[\s\"']*([\w:.-]+)", re.IGNORECASE)
_IN_XML = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]+)", re.IGNORECASE)

_CHINESE = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "csgb2312": "gb18030",
    "x-gbk": "gb18030",
    "gb18030-2000": "gb18030",
    "x-x-big5": "big5",
    "big5-hkscs": "big5",
    "cn-big5": "big5",
    "utf8": "utf-8",
    "unicode": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_FAMILIES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5hkscs": "big5",
    "cp950": "big5",
    "utf_8_sig": "utf-8",
    "utf-8-sig": "utf-8",
}


def byte_order_mark(body: bytes) -> tuple[str, int] | None:
    """The encoding a byte order mark at the beginning names, and the mark's length in bytes."""
    return next(((name, len(mark)) for mark, name in _BYTE_ORDER_MARKS if body.startswith(mark)), None)


def declared_encodings(body: bytes, content_type: str | None) -> list[tuple[str, str]]:
    """Encodings declared, each with where: `("gb18030", "HTTP header")`. Unknown names are left out; gb2312 and gbk
    are read as gb18030, which holds both."""
    head = body[:_WITHIN]
    claims = []
    if content_type and (in_header := _IN_HEADER.search(content_type)):
        claims.append((in_header[1], "HTTP header"))
    for pattern, place in ((_IN_META, "meta element"), (_IN_XML, "XML declaration")):
        if match := pattern.search(head):
            claims.append((match[1].decode("ascii", "replace"), place))
    return [(name, place) for claim, place in claims if (name := canonical(claim))]


def canonical(claim: str) -> str | None:
    """One name for an encoding's many, or None for what is no encoding of text."""
    claim = claim.strip().lower()
    if claim in _CHINESE:
        return _CHINESE[claim]
    try:
        found = codecs.lookup(claim)
        b"".decode(claim)
    except (LookupError, ValueError):
        return None
    return _FAMILIES.get(found.name, found.name)
