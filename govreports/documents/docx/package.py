"""The parts of a docx file: a ZIP archive of XML."""

import io
import zipfile
import zlib

from lxml import etree
from lxml.etree import _Element

from govreports.documents.reasons import UnreadableDocument

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_LARGEST = 64 * 1024 * 1024
"""Bytes of one part when unpacked; the text of a long report is half a megabyte."""
_MOST_MEMBERS = 5000


class Package:
    """An opened docx file. Raises `UnreadableDocument` where the archive is damaged, encrypted or too large."""

    def __init__(self, body: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(body))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise UnreadableDocument("damaged", f"no ZIP archive can be read out of it: {error}") from error
        self._names = set(self._archive.namelist())
        if len(self._names) > _MOST_MEMBERS:
            raise UnreadableDocument("too-large", f"{len(self._names)} files in one archive")

    def part(self, name: str) -> _Element | None:
        """The root element of a part; None if there is no such part."""
        if name not in self._names:
            return None
        return _parsed(self._unpacked(name), name)

    def _unpacked(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as member:
                content = member.read(_LARGEST + 1)  # what the archive says of its size is not believed
        except RuntimeError as error:  # what zipfile raises where a password is asked for
            raise UnreadableDocument("encrypted", f"{name} asks for a password") from error
        except NotImplementedError as error:
            raise UnreadableDocument("damaged", f"{name} is packed in an unknown way") from error
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, zlib.error) as error:
            raise UnreadableDocument("damaged", f"{name} cannot be unpacked") from error
        if len(content) > _LARGEST:
            raise UnreadableDocument("too-large", f"{name} unpacks to more than {_LARGEST // 2**20} MiB")
        return content


def _parsed(content: bytes, name: str) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    content = content.replace(_STRICT[1:-1].encode(), W[1:-1].encode())
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if b"<!ENTITY" in content:
            raise UnreadableDocument("entities", f"{name} declares entities") from error
        raise UnreadableDocument("damaged", f"{name} is not well-formed XML") from error
    # No writer of docx declares a document type; entities are only good for making a small file large.
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("entities", f"{name} declares a document type")
    return root
