"""Bytes to text: every declaration against every encoding, damage that costs one character, bodies that are no text."""

import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreports.pages.decoding import decode, looks_binary

PROSE = (
    "云溪县水利局2016年政府信息公开工作年度报告。根据《中华人民共和国政府信息公开条例》的要求，现将我局主动公开、依申请公开、"
    "收费减免以及行政复议情况报告如下：全年主动公开信息512条，受理申请3件，均已在规定时间内答复；没有发生行政诉讼。"
    "下一步我们将继续完善制度，拓宽渠道，加强培训，提高工作人员的业务水平，更好地为群众服务。"
)
TRADITIONAL = (
    "雲溪縣水利局2016年政府信息公開工作年度報告。根據條例的要求，現將我局主動公開、依申請公開、收費減免以及行政複議情況報告如下："
    "全年主動公開信息512條，受理申請3件，均已在規定時間內答覆；沒有發生行政訴訟。下一步我們將繼續完善制度，拓寬渠道，加強培訓。"
)
ACTUAL = [
    ("utf-8", PROSE),
    ("gb18030", PROSE),
    ("gb2312", PROSE),
    ("gbk", PROSE + "朱镕基"),
    # Four bytes each: a surname outside the basic plane, a place's character of Extension A, a minority script.
    ("gb18030", PROSE + "𠮷大伟㙍䶮ᠮᠣᠩᠭᠣᠯ"),
    ("big5", TRADITIONAL),
    ("utf-16", PROSE),
    ("utf-16-le", PROSE),
    ("utf-16-be", PROSE),
    ("utf-8-sig", PROSE),
]
NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "utf-16": "utf-16-le", "utf-8-sig": "utf-8"}
DECLARED = ["utf-8", "gb2312", "GBK", "big5", "iso-8859-1", "no-such-thing", None]


def page(prose: str, declared: str | None) -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    return f"<html><head><script>{'var x = 1;' * 250}</script>{meta}</head><body><p>{prose}</p></body></html>"


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize(("actual", "prose"), ACTUAL)
@pytest.mark.parametrize("header", [None, "text/html; charset=gb2312", "text/html; charset=utf-8", "text/html"])
def test_a_page_is_read_right_whatever_it_declares(
    declared: str | None, actual: str, prose: str, header: str | None
) -> None:
    text = page(prose, declared)
    decoded = decode(text.encode(actual), header)
    assert decoded.text == text
    assert decoded.lost == 0
    assert decoded.encoding == NAMES.get(actual, actual)


@pytest.mark.parametrize(
    "meta",
    [
        '<meta httpequiv="ContentType" content="text/html; charset=gb2312" />',
        '<meta http-equiv=Content-Type content=text/html;charset=gb2312">',
        "<META CHARSET='gbk'>",
        '<meta content="text/html; charset = GB2312" http-equiv="Content-Type">',
        '<?xml version="1.0" encoding="gb2312"?>',
    ],
)
def test_malformed_declarations_are_understood(meta: str) -> None:
    decoded = decode(f"{meta}<p>{PROSE}</p>".encode("gbk"))
    assert decoded.encoding == "gb18030"
    assert decoded.reason.startswith("declared")


def test_the_reason_names_what_decided() -> None:
    assert decode(page(PROSE, "utf-8").encode()).reason == "declared (meta element)"
    assert decode(PROSE.encode(), "text/html;charset=UTF-8").reason == "declared (HTTP header)"
    assert decode(page(PROSE, "utf-8").encode("gbk")).reason == "reads most Chinese"
    assert decode(PROSE.encode("utf-16")).reason == "byte order mark"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_cut_loses_at_most_one_character(encoding: str, data: st.DataObject) -> None:
    body = PROSE.encode(encoding)
    cut = body[: data.draw(st.integers(60, len(body)))]
    whole = cut.decode(encoding, "ignore")
    decoded = decode(cut)
    assert decoded.encoding == encoding
    assert decoded.lost == (len(whole.encode(encoding)) < len(cut))
    assert decoded.text.removesuffix("\ufffd") == whole


@pytest.mark.parametrize(("encoding", "most"), [("utf-8", 2), ("gb18030", 5)])
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_bad_byte_does_not_spoil_the_rest(encoding: str, most: int, data: st.DataObject) -> None:
    body = PROSE.encode(encoding)
    at = data.draw(st.integers(6, len(body) - 6))
    byte = bytes([data.draw(st.integers(0x80, 0xFF))])
    damaged = data.draw(
        st.sampled_from([body[:at] + byte + body[at:], body[:at] + body[at + 1 :], body[:at] + byte + body[at + 1 :]])
    )
    decoded = decode(damaged)
    assert decoded.encoding == encoding
    assert decoded.lost <= (1 if encoding == "gb18030" else 2)
    head = next((n for n, (a, b) in enumerate(zip(PROSE, decoded.text, strict=False)) if a != b), len(PROSE))
    tail = next((n for n, (a, b) in enumerate(zip(PROSE[::-1], decoded.text[::-1], strict=False)) if a != b), 0)
    assert head + tail >= len(PROSE) - most or decoded.text == PROSE


def test_a_broken_character_is_one_character_lost() -> None:
    body = PROSE.encode()
    for broken in (body[:30] + b"\xff" + body[31:], body[:31] + b"A" + body[32:], body[:28] + b"\xff\xff" + body[30:]):
        assert decode(broken).lost == 1


def test_what_the_page_had_lost_before_is_not_lost_here() -> None:
    assert decode((PROSE + "\ufffd").encode()).lost == 0


def test_the_full_width_space_of_old_editors() -> None:
    assert decode(PROSE.encode("gbk") + b"\xa3\xa0" + PROSE.encode("gbk")).text == f"{PROSE}\u3000{PROSE}"


def test_short_and_plain_bodies() -> None:
    assert decode(b"").text == ""
    assert decode(b"<p>plain</p>").encoding == "utf-8"
    assert decode("政府".encode("gbk")).text == "政府"
    assert decode("公开".encode()).text == "公开"
    assert decode("水利局公开信息".encode("hz")).text == "水利局公开信息"
    assert decode("Größe, naïve".encode("latin-1"), "text/html; charset=iso-8859-1").text == "Größe, naïve"


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from([None, "text/html; charset=gbk", "text/html; charset=\x00", "charset="])
)
def test_any_bytes_give_some_text(body: bytes, header: str | None) -> None:
    decoded = decode(body, header)
    assert "\0" not in decoded.text
    assert decoded.lost <= len(body)


def test_big_bodies_are_judged_on_a_sample() -> None:
    body = (page(PROSE, "utf-8") * 600).encode("gbk")
    begun = time.perf_counter()
    assert decode(body).encoding == "gb18030"
    assert time.perf_counter() - begun < 2.0


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG image"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG image"),
        (b"GIF89a\x01\x00", "GIF image"),
        (b"%PDF-1.5\n%\xe2\xe3", "PDF document"),
        (b"\n\n%PDF-1.4", "PDF document"),
        (b"PK\x03\x04\x14\x00word/document.xml", "docx document"),
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "xlsx workbook"),
        (b"PK\x03\x04\x14\x00readme", "ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "OLE file (doc, xls, wps)"),
        (b"\x1f\x8b\x08\x00", "gzip data"),
        (b"Rar!\x1a\x07\x00", "RAR archive"),
        (zlib.compress(bytes(range(256)) * 20) + bytes(range(32)) * 10, "binary data"),
        (b"", None),
        (b"<html><p>a %PDF-file</p>", None),
        (PROSE.encode(), None),
        (PROSE.encode("gbk"), None),
        (PROSE.encode("utf-16"), None),
        (PROSE.encode("utf-16-be"), None),
        (TRADITIONAL.encode("big5"), None),
    ],
)
def test_what_is_no_text_is_named(body: bytes, name: str | None) -> None:
    assert looks_binary(body) == name
