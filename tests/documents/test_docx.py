"""What a Word file's text is: the text as it is printed, numbers and tables included."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from govreports.documents import read_document
from govreports.model.document import Table
from govreports.model.page import Page

from .printing_docx import to_bytes

W = nsdecls("w")


def read(document: WordDocument) -> Page:
    return read_document(to_bytes(document), snapshot="file.docx")


def with_paragraphs(*inner: str) -> WordDocument:
    document = Document()
    for content in inner:
        body = document.element.body
        body.insert(len(body) - 1, parse_xml(f"<w:p {W}>{content}</w:p>"))
    return document


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def lines(document: WordDocument) -> list[str]:
    return read(document).document.text.split("\n")


def test_tracked_changes_are_accepted() -> None:
    deleted = '<w:del w:id="1" w:author="甲"><w:r><w:delText>11</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" w:author="甲">{run("12")}</w:ins>'
    assert lines(with_paragraphs(run("收到申请") + deleted + inserted + run("件。"))) == ["收到申请12件。"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr>'
    assert lines(with_paragraphs(mark + run("收到申请"), run("12件。"))) == ["收到申请12件。"]


def test_moved_text_stands_where_it_was_moved_to() -> None:
    moved = f'<w:moveFrom w:id="1" w:author="甲">{run("旧址")}</w:moveFrom>'
    here = f'<w:moveTo w:id="2" w:author="甲">{run("新址")}</w:moveTo>'
    assert lines(with_paragraphs(moved + run("甲"), here + run("乙"))) == ["甲", "新址乙"]


def test_a_deleted_row_is_gone() -> None:
    document = Document()
    table = document.add_table(3, 2)
    for number, row in enumerate(table.rows):
        row.cells[0].text, row.cells[1].text = f"项目{number}", str(number)
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="1" w:author="甲"/>'))
    assert lines(document) == ["项目0\t0", "项目2\t2"]


def test_field_codes_and_hidden_text_are_not_printed() -> None:
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿</w:t></w:r>"
    assert lines(with_paragraphs(run("第") + code + run("1") + hidden + run("页"))) == ["第1页"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent><w:p>{run('文本框')}</w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    drawing = (
        f'<w:r><mc:AlternateContent {mc}><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(with_paragraphs(run("正文") + drawing, run("下文"))) == ["正文", "文本框", "下文"]


def test_numbers_that_word_prints_are_part_of_the_text() -> None:
    def level(at: int, style: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        )

    def item(at: int, text: str) -> str:
        return f'<w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="77"/></w:numPr></w:pPr>{run(text)}'

    levels = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
    document = with_paragraphs(
        item(0, "总体情况"),
        item(1, "主动公开"),
        item(2, "网站"),
        item(2, "公报"),
        item(1, "依申请公开"),
        item(0, "问题"),
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    assert lines(document) == ["一、总体情况", "（一）主动公开", "1.网站", "2.公报", "（二）依申请公开", "二、问题"]


def test_merged_cells_keep_their_spans() -> None:
    document = Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "第二十条第（一）项"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "规章"
    for row, column, text in ((1, 1, "1"), (1, 2, "2"), (2, 1, "3"), (2, 2, "4")):
        table.cell(row, column).text = text
    page = read(document)
    [block] = page.document.blocks
    assert isinstance(block, Table)
    placed = [(c.row, c.column, c.rowspan, c.colspan, page.document.text[c.start : c.end]) for c in block.cells]
    assert placed == [
        (0, 0, 1, 3, "第二十条第（一）项"),
        (1, 0, 2, 1, "规章"),
        (1, 1, 1, 1, "1"),
        (1, 2, 1, 1, "2"),
        (2, 1, 1, 1, "3"),
        (2, 2, 1, 1, "4"),
    ]


def test_a_table_that_only_frames_another_is_opened() -> None:
    document = Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "附表"
    inner = frame.add_table(2, 2)
    for number in range(4):
        inner.cell(number // 2, number % 2).text = str(number)
    assert lines(document) == ["附表", "0\t1", "2\t3"]


def test_a_workbook_gives_its_sheet_as_a_table() -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["政府信息公开情况统计表"], ["指标", "单位", "数量"], ["主动公开", "条", 128], ["收费", "万元", 0.5]):
        sheet.append(row)
    file = io.BytesIO()
    workbook.save(file)
    page = read_document(file.getvalue(), snapshot="file.xlsx")
    assert page.document.text.split("\n") == [
        "政府信息公开情况统计表",
        "指标\t单位\t数量",
        "主动公开\t条\t128",
        "收费\t万元\t0.5",
    ]
    assert isinstance(page.document.blocks[1], Table)
