"""The reader of each format."""

from govreports.documents.kinds import ENCRYPTED_OFFICE, Kind, kind_of
from govreports.documents.read import Blocks
from govreports.documents.reasons import UnreadableDocument


def readable_kind(body: bytes) -> Kind:
    """The kind of a file that one of the readers is for. Raises `UnreadableDocument` for every other."""
    kind = kind_of(body)
    if kind is None:
        raise UnreadableDocument("not-a-document", "an empty file" if not body.strip() else "no file of a known kind")
    if kind == ENCRYPTED_OFFICE:
        raise UnreadableDocument("encrypted", "asks for a password")
    if kind.form is None:
        raise UnreadableDocument("unsupported-format", f"{kind.name}, which is not read")
    return kind


def read_blocks(body: bytes) -> Blocks:
    """The blocks of a file, read here and now, without limits. Raises `UnreadableDocument`."""
    form = readable_kind(body).form
    if form == "pdf":
        from govreports.documents.pdf import read_pdf  # each reader brings its library; one of them is needed

        blocks = read_pdf(body)
    elif form == "docx":
        from govreports.documents.docx import read_docx

        blocks = read_docx(body)
    else:
        from govreports.documents.xlsx import read_xlsx

        blocks = read_xlsx(body)
    return blocks
