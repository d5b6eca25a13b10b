"""What kind of file a body is, told by its bytes: names and Content-Types of attachments are wrong often enough."""

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["pdf", "docx", "xlsx"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is no web page. `form` names the reader, None where there is none."""

    name: str
    media_type: str
    form: Form | None = None


_OOXML = "application/vnd.openxmlformats-officedocument"

PDF = Kind("PDF", "application/pdf", "pdf")
DOCX = Kind("docx", f"{_OOXML}.wordprocessingml.document", "docx")
XLSX = Kind("xlsx", f"{_OOXML}.spreadsheetml.sheet", "xlsx")
ENCRYPTED_OFFICE = Kind("encrypted Office file", "application/vnd.ms-office")

_MAGIC = (
    (b"{\\rtf", Kind("RTF", "application/rtf")),
    (b"Rar!\x1a\x07", Kind("RAR archive", "application/vnd.rar")),
    (b"7z\xbc\xaf\x27\x1c", Kind("7z archive", "application/x-7z-compressed")),
    (b"\x1f\x8b", Kind("gzip archive", "application/gzip")),
    (b"Founder CEB", Kind("CEB", "application/x-ceb")),
    (b"\xff\xd8\xff", Kind("JPEG image", "image/jpeg")),
    (b"\x89PNG\r\n\x1a\n", Kind("PNG image", "image/png")),
    (b"GIF87a", Kind("GIF image", "image/gif")),
    (b"GIF89a", Kind("GIF image", "image/gif")),
    (b"II*\x00", Kind("TIFF image", "image/tiff")),
    (b"MM\x00*", Kind("TIFF image", "image/tiff")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("WordDocument", Kind("doc or wps", "application/msword")),
    ("Workbook", Kind("xls or et", "application/vnd.ms-excel")),
    ("Book", Kind("xls", "application/vnd.ms-excel")),
    ("PowerPoint Document", Kind("ppt", "application/vnd.ms-powerpoint")),
)
"""The streams of an OLE file by which its kind is told ([MS-DOC] 2.1.1, [MS-XLS] 2.1.2, [MS-OFFCRYPTO] 2.3.1)."""
_MEMBERS = (
    (b"word/document.xml", DOCX),
    (b"xl/workbook.xml", XLSX),
    (
        b"ppt/presentation.xml",
        Kind("pptx", f"{_OOXML}.presentationml.presentation"),
    ),
    (b"OFD.xml", Kind("OFD", "application/ofd")),
)
_OPEN_DOCUMENT = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.(\w+)")
_CENTRAL = re.compile(rb"PK\x01\x02.{24}(..).{16}", re.DOTALL)
"""An entry of a ZIP archive's directory, with the length of the name that follows it."""
_PDF_REACH = 1024
"""Bytes among which a PDF's header may stand (ISO 32000-1, annex H.3.4.1)."""


def kind_of(body: bytes) -> Kind | None:
    """The kind of a file; None for what may be a page: HTML, a text dump, or bytes of no kind that is known here."""
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            return kind
    if body.startswith(_OLE):
        found = (kind for name, kind in _STREAMS if name.encode("utf-16-le") in body)
        return next(found, Kind("OLE file", "application/x-ole-storage"))
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(body)
    if b"%PDF-" in body[:_PDF_REACH] and not body.lstrip().startswith(b"<"):
        return PDF
    return None


def _in_zip(body: bytes) -> Kind:
    """Told by the archive's directory; where that was cut off, by the names before its members."""
    if document := _OPEN_DOCUMENT.search(body, 0, 200):
        name = document[1].decode("ascii", "replace")
        return Kind(f"OpenDocument {name}", f"application/vnd.oasis.opendocument.{name}")
    names = {body[each.end() : each.end() + int.from_bytes(each[1], "little")] for each in _CENTRAL.finditer(body)}
    for member, kind in _MEMBERS:
        if member in names or (not names and member in body):
            return kind
    return Kind("ZIP archive", "application/zip")
