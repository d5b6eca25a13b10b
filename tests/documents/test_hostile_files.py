"""Files that were never meant to be read: each gives an error that names the reason, in bounded time and memory."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdfium2 import PdfDocument
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from govreports.cli import main
from govreports.documents import Limits, UnreadableDocument, kind_of, read_document

from .printing_docx import print_docx
from .printing_pdf import Printer

LIMITS = Limits(seconds=10, memory=512 << 20)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def pdf() -> bytes:
    printer = Printer()
    printer.paragraph("本年度共收到政府信息公开申请十二件，均已按时答复。")
    return printer.finish()


def empty_pdf() -> bytes:
    file = io.BytesIO()
    PdfDocument.new().save(file)
    return file.getvalue()


def encrypted_pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 720, "2020")
    canvas.save()
    return file.getvalue()


def many_pages(count: int) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for _ in range(count):
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def archive(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return file.getvalue()


def docx_of(xml: bytes) -> bytes:
    return archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": xml})


def entity_bomb() -> bytes:
    entities = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return docx_of(f"<!DOCTYPE w [{entities}]><w>&a11;</w>".encode())


def outside_entity() -> bytes:
    return docx_of(b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>')


def nested() -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return docx_of(f"<w:document {w}><w:body>{'<w:tbl><w:tr><w:tc>' * 60000}".encode())


REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("a PDF cut off behind its header", lambda: pdf()[:60], "damaged"),
    ("a header and rubbish", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 50, "damaged"),
    ("an encrypted PDF", encrypted_pdf, "encrypted"),
    ("a PDF without pages", empty_pdf, "no-pages"),
    ("a PDF of 1,500 pages", lambda: many_pages(1500), "too-large"),
    ("a PDF without text", lambda: many_pages(2), "no-text"),
    ("a docx cut in half", lambda: (body := print_docx(["一、总体情况"]))[: len(body) // 2], "damaged"),
    ("entities that grow a billionfold", entity_bomb, "entities"),
    ("an entity that names a file", outside_entity, "entities"),
    ("a part that unpacks to 80 MB", lambda: docx_of(b" " * (80 << 20)), "too-large"),
    ("tables nested sixty thousand deep", nested, "damaged"),
    ("a docx without a text", lambda: print_docx([""]), "no-text"),
    ("an OLE file", lambda: OLE + "WordDocument".encode("utf-16-le"), "unsupported-format"),
    ("an encrypted docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ("RTF", lambda: b"{\\rtf1\\ansi}", "unsupported-format"),
    ("an ODT", lambda: archive(mimetype=b"application/vnd.oasis.opendocument.text"), "unsupported-format"),
    ("an OFD", lambda: archive(**{"OFD.xml": b"<OFD/>"}), "unsupported-format"),
    ("a ZIP archive", lambda: archive(**{"report.txt": b"2020"}), "unsupported-format"),
    ("a RAR archive", lambda: b"Rar!\x1a\x07\x01\x00", "unsupported-format"),
    ("a CEB", lambda: b"Founder CEB 3.0", "unsupported-format"),
    ("a JPEG", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "unsupported-format"),
    ("nothing", lambda: b"", "not-a-document"),
    ("HTML", lambda: b"<html><body>404</body></html>", "not-a-document"),
]


@pytest.mark.parametrize(("made", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_it_is_refused_for_the_reason(made: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read_document(made(), snapshot="file", limits=LIMITS)
    assert refusal.value.reason == reason


def test_a_file_that_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableDocument) as refusal:
        read_document(many_pages(900), snapshot="file", limits=Limits(seconds=0))
    assert refusal.value.reason == "too-slow"
    assert time.monotonic() - began < 10


def test_a_file_that_needs_too_much_memory_is_refused() -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read_document(docx_of(b" " * (60 << 20)), snapshot="file", limits=Limits(memory=100 << 20))
    assert refusal.value.reason in ("too-large", "damaged")


def test_a_kind_is_told_by_content_and_not_by_name(tmp_path: Path) -> None:
    """A PDF called .doc is a PDF; an HTML error page called .pdf is a page, and its error is named."""
    named_doc, named_pdf = tmp_path / "report.doc", tmp_path / "report.pdf"
    named_doc.write_bytes(pdf())
    named_pdf.write_bytes(
        "<html><head><title>404</title></head><body><h1>404</h1><p>您访问的页面不存在或已删除，请稍后再试。</p></body></html>".encode()
    )
    assert kind_of(named_pdf.read_bytes()) is None
    good, bad = (CliRunner().invoke(main, ["clean", str(file)]) for file in (named_doc, named_pdf))
    assert (good.exit_code, good.stdout) == (0, "本年度共收到政府信息公开申请十二件，均已按时答复。\n")
    assert bad.exit_code == 1
    assert "error page of the site" in bad.stderr


def test_a_bad_file_loses_none_beside_it(tmp_path: Path) -> None:
    bad, good = tmp_path / "a.pdf", tmp_path / "b.pdf"
    bad.write_bytes(encrypted_pdf())
    good.write_bytes(pdf())
    result = CliRunner().invoke(main, ["clean", str(bad), str(good)])
    assert result.exit_code == 1
    assert "encrypted" in result.stderr
    assert "十二件" in result.stdout
