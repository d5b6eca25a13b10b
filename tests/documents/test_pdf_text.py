"""What a PDF's text is: paragraphs, running heads, tables without lines, places."""

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from roundtrip.laying import Td

from govreports.documents import UnreadableDocument, read_document
from govreports.model.document import Document, Table
from govreports.model.page import Page

from .printing_pdf import EM, FONT, HEIGHT, MARGIN, PROSE, PROSE_LEADING, Printer, Ruling

PROSE_TEXT = (
    "本年度通过网站主动公开政府信息2428条，收到政府信息公开申请17件，均在法定期限内答复；其中予以公开9件、部分公开3件，"
    "无法提供5件。我们坚持以公开为常态，进一步理顺目录，充实栏目，规范流程，让群众找得到、看得懂、用得上。"
)
HEADINGS = ("信息内容", "制发件数", "废止件数", "现行有效件数")
ROWS = (("规章", "12", "0", "345"), ("行政规范性文件", "3", "10", "8"), ("其他文件", "0", "4", "21"))


def read(printer: Printer) -> Page:
    return read_document(printer.finish(), snapshot="file.pdf")


def rows(document: Document, table: Table) -> list[list[str]]:
    count = max(cell.row for cell in table.cells) + 1
    return [[document.text[c.start : c.end] for c in table.cells if c.row == row] for row in range(count)]


def tables(page: Page) -> list[Table]:
    return [block for block in page.document.blocks if isinstance(block, Table)]


def spread(printer: Printer, texts: tuple[str, ...], step: float = 110.0) -> None:
    """A row without lines: each text centred in its column."""
    printer.y -= 20
    printer.canvas.setFont(FONT, EM)
    for at, text in enumerate(texts):
        printer.canvas.drawCentredString(MARGIN + step * (at + 0.5), printer.y, text)


def test_a_paragraph_is_whole_and_the_next_begins_anew() -> None:
    printer = Printer()
    for text in ("一、总体情况", PROSE_TEXT, PROSE_TEXT):
        printer.paragraph(text)
    page = read(printer)
    assert page.document.text.split("\n") == ["一、总体情况", PROSE_TEXT, PROSE_TEXT]
    assert page.repairs == ("hard-wrapped-lines",)


def test_a_paragraph_goes_on_over_a_page_without_number_or_running_head() -> None:
    printer = Printer(low=680.0, head="苇渡县人民政府公报")
    for _ in range(3):
        printer.paragraph(PROSE_TEXT)
    assert printer.page > 3
    assert read(printer).document.text.split("\n") == [PROSE_TEXT] * 3


@pytest.mark.parametrize("ruling", ["lines", "rectangles", "boxes"])
def test_labels_lose_their_blanks_and_the_ends_of_their_lines(ruling: Ruling) -> None:
    printer = Printer(ruling=ruling, spaced=True)
    grid = [
        [Td("商业企业和其他各种各样的市场主体在本年度提出的申请"), *(Td(text) for text in "123456")] for _ in range(2)
    ]
    printer.table(grid)
    page = read(printer)
    [table] = tables(page)
    assert rows(page.document, table) == [[td.text for td in row] for row in grid]


def test_a_cell_knows_its_page_and_its_box() -> None:
    printer = Printer(low=700.0)
    printer.table([[Td(f"项目{number}"), Td(str(number))] for number in range(12)])
    page = read(printer)
    [table] = tables(page)
    cells = [cell for cell in table.cells if page.document.text[cell.start : cell.end] in ("0", "11")]
    assert [cell.origin.pdf_page for cell in cells] == [1, printer.page]
    for cell in cells:
        assert cell.origin.box is not None
        left, top, right, bottom = cell.origin.box
        assert MARGIN < left < right <= 595 - MARGIN + 1
        assert MARGIN - 1 <= top < bottom <= HEIGHT - 700 + 1


def test_a_heading_repeated_on_the_next_page_is_read_once() -> None:
    printer = Printer()
    head = [Td(text) for text in HEADINGS]
    first, second = ([[Td(text) for text in ROWS[at]]] for at in (0, 1))
    printer.table([head, *first])
    printer.y = HEIGHT - MARGIN
    printer.canvas.showPage()
    printer.canvas.setFont(FONT, EM)
    printer.table([head, *second])
    page = read(printer)
    [table] = tables(page)
    assert rows(page.document, table) == [list(HEADINGS), list(ROWS[0]), list(ROWS[1])]


def test_a_table_without_lines_is_a_table() -> None:
    printer = Printer()
    printer.paragraph(PROSE_TEXT)
    spread(printer, HEADINGS)
    for row in ROWS:
        spread(printer, row)
    printer.y -= 40
    printer.paragraph(PROSE_TEXT)
    page = read(printer)
    [table] = tables(page)
    assert rows(page.document, table) == [list(HEADINGS), *(list(row) for row in ROWS)]
    assert page.document.text.startswith(PROSE_TEXT) and page.document.text.endswith(PROSE_TEXT)
    # Nothing but their places tells the cells apart: a reader must know.
    assert [(finding.code, finding.message.partition(":")[0]) for finding in page.findings] == [
        ("table-unruled", "page 1")
    ]


def test_prose_in_a_frame_or_over_a_rule_is_no_table() -> None:
    printer = Printer()
    printer.paragraph(PROSE_TEXT)
    bottom = printer.y - 10
    printer.canvas.rect(MARGIN - 5, bottom, 595 - 2 * MARGIN + 10, HEIGHT - MARGIN - bottom)
    for line in range(1, 4):
        y = HEIGHT - MARGIN - line * PROSE_LEADING
        printer.canvas.line(MARGIN, y, 595 - MARGIN, y)
    page = read(printer)
    assert page.document.text == PROSE_TEXT
    assert not tables(page)


def test_lists_of_figures_inside_sentences_are_no_table() -> None:
    printer = Printer()
    printer.paragraph("2019年12件，2020年13件，2021年14件。")
    printer.paragraph("2022年15件，2023年16件，2024年17件。")
    assert not tables(read(printer))


def test_bold_made_by_printing_twice_is_read_once() -> None:
    printer = Printer()
    printer.canvas.setFont(FONT, PROSE)
    for shift in (0.0, 0.4):
        printer.canvas.drawString(MARGIN + shift, 600, "收到申请11件")
    assert read(printer).document.text == "收到申请11件"


def test_a_scan_is_told_from_an_empty_file() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    canvas.save()
    with pytest.raises(UnreadableDocument, match="scan") as refusal:
        read_document(file.getvalue(), snapshot="file.pdf")
    assert refusal.value.reason == "no-text"
