"""Bodies that are no text, told by their magic bytes."""

from govreports.pages.declared import byte_order_mark
from govreports.pages.wide import utf16_without_mark

_MAGIC = (
    (b"\xff\xd8\xff", "JPEG image"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE file (doc, xls, wps)"),
    (b"PK\x05\x06", "empty ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"Founder CEB", "CEB document"),
    (b"{\\rtf", "RTF document"),
    (b"wOFF", "web font"),
    (b"wOF2", "web font"),
    (b"FWS", "Flash film"),
    (b"CWS", "Flash film"),
    (b"ID3", "MP3 sound"),
    (b"MZ\x90", "Windows program"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite database"),
)
_IN_ZIP = (
    (b"word/", "docx document"),
    (b"xl/", "xlsx workbook"),
    (b"ppt/", "pptx slides"),
    (b"OFD.xml", "OFD document"),
)
_CONTROLS = bytes((*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))


def looks_binary(body: bytes) -> str | None:
    """What a body is (`JPEG image`), if it is no text; None for text in any encoding, UTF-16 included."""
    for magic, name in _MAGIC:
        if body.startswith(magic):
            return name
    if body.startswith(b"PK\x03\x04"):
        return next(
            (name for member, name in _IN_ZIP if member in body[:4096] or member in body[-4096:]), "ZIP archive"
        )
    if b"%PDF-" in body[:1024] and body.lstrip()[:1] != b"<":
        return "PDF document"
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "WebP image"
    if body[:2] == b"BM" and body[6:10] == bytes(4):
        return "bitmap image"
    if body[4:8] == b"ftyp":
        return "MP4 film"
    sample = body[:4096]
    # In UTF-16 a control byte is half of a character.
    if (
        len(sample.translate(None, _CONTROLS)) >= 0.95 * len(sample)
        or byte_order_mark(body)
        or utf16_without_mark(body)
    ):
        return None
    return "binary data"
