"""A PDF's bytes → its blocks."""

from bisect import bisect_left
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from govreports.documents.pdf.joining import join_tables
from govreports.documents.pdf.library import start
from govreports.documents.pdf.marks import Marks, read_marks
from govreports.documents.pdf.paragraphs import PdfParagraph, to_paragraphs
from govreports.documents.pdf.pieces import PdfLine, PdfTable, read_pieces
from govreports.documents.pdf.running import without_running
from govreports.documents.read import Blocks
from govreports.documents.reasons import UnreadableDocument
from govreports.model.document import Origin, RawBlock, RawCell, RawParagraph, RawTable
from govreports.model.finding import Finding

MOST_PAGES = 1000
"""A report has 5 to 60 pages."""
_SAME = 4.0
"""Points within which two columns' borders are one."""
_PICTURED = 0.5
"""Share of a page from which a picture on it may be a scan of it."""


def read_pdf(body: bytes) -> Blocks:
    """The paragraphs and tables of a PDF. Raises `UnreadableDocument`."""
    pages = list(_pages(body))
    glyphs, unmapped = sum(len(page.glyphs) for page in pages), sum(page.unmapped for page in pages)
    scans = [page.number for page in pages if not page.glyphs and page.pictured >= _PICTURED]
    if unmapped > glyphs:
        raise UnreadableDocument("unmapped-font", "its fonts do not tell which characters they print")
    if not glyphs:
        told = "a scan: pictures of pages" if scans else "no text on any page"
        raise UnreadableDocument("no-text", told)
    pieces = without_running([read_pieces(page) for page in pages], {page.number: page.height for page in pages})
    unruled = [page.number for page, held in zip(pages, pieces, strict=True) if any(map(_is_unruled, held))]
    found, wrapped = to_paragraphs([piece for page in pieces for piece in page])
    blocks = tuple(_raw(block) for block in join_tables(found))
    return Blocks(blocks, ("hard-wrapped-lines",) if wrapped else (), tuple(_findings(unmapped, scans, unruled)))


def _pages(body: bytes) -> Iterator[Marks]:
    start()
    document = pdfium.FPDF_LoadMemDocument64(body, len(body), None)
    if not document:
        if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnreadableDocument("encrypted", "asks for a password")
        raise UnreadableDocument("damaged", "no PDF can be read out of it")
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise UnreadableDocument("no-pages", "a PDF without pages")
        if count > MOST_PAGES:
            raise UnreadableDocument("too-large", f"{count} pages, of which {MOST_PAGES} at most are read")
        for number in range(1, count + 1):
            page = pdfium.FPDF_LoadPage(document, number - 1)
            if not page:
                raise UnreadableDocument("damaged", f"page {number} cannot be read")
            try:
                yield read_marks(page, number)
            finally:
                pdfium.FPDF_ClosePage(page)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _is_unruled(piece: PdfLine | PdfTable) -> bool:
    return isinstance(piece, PdfTable) and not piece.ruled


def _findings(unmapped: int, scans: list[int], unruled: list[int]) -> Iterator[Finding]:
    if unruled:
        pages = ", ".join(map(str, unruled))
        told = "a table without lines: which figures are of which row and column is told by their places alone"
        yield Finding("table-unruled", "warning", f"page {pages}: {told}")
    if unmapped:
        yield Finding("text-damaged", "warning", f"{unmapped} characters whose font does not tell what they are")
    if scans:
        pages = ", ".join(map(str, scans))
        yield Finding("text-damaged", "warning", f"page {pages}: a picture without text, not read")


def _raw(block: PdfParagraph | PdfTable) -> RawBlock:
    if isinstance(block, PdfParagraph):
        return RawParagraph(block.text, Origin(pdf_page=block.page, box=block.box))
    places: list[float] = []
    for at in sorted({place for cell in block.cells for place in (cell.left, cell.right)}):
        if not places or at - places[-1] > _SAME:
            places.append(at)

    def column(place: float) -> int:
        at = bisect_left(places, place)
        near = [each for each in (at - 1, at) if 0 <= each < len(places)]
        return min(near, key=lambda each: abs(places[each] - place))

    cells = []
    for cell in block.cells:
        first, last = column(cell.left), column(cell.right)
        origin = Origin(pdf_page=cell.page, box=cell.box)
        cells.append(RawCell(cell.text, cell.row, first, cell.row_end - cell.row, max(1, last - first), origin=origin))
    return RawTable(tuple(cells), Origin(pdf_page=block.page, box=block.box))
