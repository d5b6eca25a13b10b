"""What stands on a page of a PDF: its characters with their boxes, its ruling lines, how much of it is a picture.

All places are in points from the top left corner of the page turned so that its text stands upright, which is how it
is shown (a page without text: as its /Rotate says).
"""

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import pi
from typing import NamedTuple

import pypdfium2.raw as pdfium

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_THIN = 4.0
"""Points; a filled rectangle not thicker than this is a line."""
_DEEPEST = 8
"""Forms in forms beyond which no lines are looked for."""
_SUSPECT = 40.0
"""Points wider than which no character of running text is."""
_SAMPLE = 200
"""Characters by which it is judged which way a page's text runs."""


class Glyph(NamedTuple):
    """A printed character and the box its font keeps for it."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Rule(NamedTuple):
    """A ruling line: its place across (y of a horizontal one, x of a vertical one) and where it starts and ends."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Marks:
    """One page. `pictured` is the share of its area under the largest picture, `unmapped` counts characters whose font
    does not tell what they are; they are no glyphs."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]
    pictured: float
    unmapped: int


def read_marks(page: pdfium.FPDF_PAGE, number: int) -> Marks:
    """The marks of a loaded page; `number` counts from 1."""
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, frame)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        turns = _text_turns(text_page)
        if turns is None:
            turns = pdfium.FPDFPage_GetRotation(page)
        turn, width, height = _turning(frame, turns)
        glyphs, unmapped = _glyphs(text_page, turn)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    lines: list[tuple[Point, Point]] = []
    pictured = 0.0
    for path, matrix, kind in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            lines.extend(_path_lines(path, matrix))
        elif (box := _bounds(path)) is not None:
            (x0, y0), (x1, y1) = _moved(matrix, box[:2]), _moved(matrix, box[2:])
            pictured = max(pictured, abs((x1 - x0) * (y1 - y0)) / max(width * height, 1.0))
    horizontals, verticals = [], []
    for first, last in lines:
        (x0, y0), (x1, y1) = turn(*first), turn(*last)
        if abs(y1 - y0) <= abs(x1 - x0):
            horizontals.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        else:
            verticals.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return Marks(number, width, height, tuple(glyphs), tuple(horizontals), tuple(verticals), pictured, unmapped)


def _turning(frame: pdfium.FS_RECTF, turns: int) -> tuple[Callable[[float, float], Point], float, float]:
    """From PDF coordinates to those of the page turned clockwise `turns` quarters; its width and height."""
    left, bottom, right, top = frame.left, frame.bottom, frame.right, frame.top
    width, height = right - left, top - bottom
    if turns == 1:
        return (lambda x, y: (y - bottom, x - left)), height, width
    if turns == 2:
        return (lambda x, y: (right - x, y - bottom)), width, height
    if turns == 3:
        return (lambda x, y: (top - y, right - x)), height, width
    return (lambda x, y: (x - left, top - y)), width, height


def _text_turns(text_page: pdfium.FPDF_TEXTPAGE) -> int | None:
    """Quarters by which the page must be turned clockwise for most of its characters to stand upright."""
    count = min(pdfium.FPDFText_CountChars(text_page), _SAMPLE)
    quarters = Counter(-round(pdfium.FPDFText_GetCharAngle(text_page, at) / (pi / 2)) % 4 for at in range(count))
    return quarters.most_common(1)[0][0] if quarters else None


def _glyphs(text_page: pdfium.FPDF_TEXTPAGE, turn: Callable[[float, float], Point]) -> tuple[list[Glyph], int]:
    """Every printed character in the order of the file, without white space; the number of those without a meaning."""
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    glyphs: list[Glyph] = []
    unmapped = 0
    high = 0
    for at in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, at)
        if 0xD800 <= code < 0xDC00:  # the first half of a character beyond 16 bits; its box is the second's
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if code <= 0x20 or code in (0xA0, 0x3000, 0xFEFF, 0x200B):
            if not code:
                unmapped += 1
            continue
        if code in (0xFFFE, 0xFFFF, 0xFFFD) or pdfium.FPDFText_HasUnicodeMapError(text_page, at) == 1:
            unmapped += 1
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text_page, at, reference):
            continue
        if box.right - box.left > _SUSPECT:
            _set_upright_box(text_page, at, box)
        (x0, y0), (x1, y1) = turn(box.left, box.bottom), turn(box.right, box.top)
        glyphs.append(Glyph(_letter(code), min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return glyphs, unmapped


def _set_upright_box(text_page: pdfium.FPDF_TEXTPAGE, at: int, box: pdfium.FS_RECTF) -> None:
    """Correct the box of a character of a font for vertical writing, for which pdfium forgets the text's scale: a
    square of the character's size around its print."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page, at, matrix):
        return
    size = pdfium.FPDFText_GetFontSize(text_page, at) * max(abs(matrix.a), abs(matrix.b))
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if box.right - box.left <= 2 * size or not pdfium.FPDFText_GetCharBox(text_page, at, left, right, bottom, top):
        return
    x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
    box.left, box.right, box.bottom, box.top = x - size / 2, x + size / 2, y - size / 2, y + size / 2


def _letter(code: int) -> str:
    """The character; radicals and compatibility ideographs, which fonts' maps give for plain ones, as the plain."""
    letter = chr(code)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", letter)
    return letter


def _objects(page: pdfium.FPDF_PAGE) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix, int]]:
    """The paths and pictures of a page, those inside forms with the matrix that places them."""
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _flattened(pdfium.FPDFPage_GetObject(page, at), _IDENTITY, 0)


def _flattened(
    item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, depth: int
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix, int]]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
        yield item, matrix, kind
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _times(_matrix(item), matrix)
        for at in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _flattened(pdfium.FPDFFormObj_GetObject(item, at), inner, depth + 1)


def _path_lines(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    """The straight lines along an axis that a path draws, thin rectangles among them. Areas that are only filled are
    the shading of a cell, not its frame."""
    box = _bounds(path)
    if box is None:
        return
    x0, y0, x1, y1 = box
    if min(x1 - x0, y1 - y0) <= _THIN:
        yield _thin(matrix, x0, y0, x1, y1)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    own = _times(_matrix(path), matrix)
    for corners in _subpaths(path):
        placed = [_moved(own, corner) for corner in corners]
        across, along = [x for x, _ in placed], [y for _, y in placed]
        if min(max(across) - min(across), max(along) - min(along)) <= _THIN:
            yield _thin(_IDENTITY, min(across), min(along), max(across), max(along))
        elif stroke.value:
            for first, last in pairwise(placed):
                if min(abs(first[0] - last[0]), abs(first[1] - last[1])) <= 1.0:
                    yield first, last


def _thin(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> tuple[Point, Point]:
    """The line down the middle of a thin rectangle."""
    if x1 - x0 >= y1 - y0:
        middle = (y0 + y1) / 2
        return _moved(matrix, (x0, middle)), _moved(matrix, (x1, middle))
    middle = (x0 + x1) / 2
    return _moved(matrix, (middle, y0)), _moved(matrix, (middle, y1))


def _subpaths(path: pdfium.FPDF_PAGEOBJECT) -> Iterator[list[Point]]:
    """The corners of each part of a path that is drawn without lifting the pen; a closed one ends where it began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    corners: list[Point] = []
    for at in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and corners:
            yield corners
            corners = []
        corners.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    if corners:
        yield corners


def _bounds(item: pdfium.FPDF_PAGEOBJECT) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value


def _matrix(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(matrix: Matrix, point: tuple[float, ...]) -> Point:
    if matrix is _IDENTITY:
        return point[0], point[1]
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f
