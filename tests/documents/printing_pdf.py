"""Prints paragraphs and tables as a PDF, page by page, with the ways of breaking a page that word processors have."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from roundtrip.laying import Grid

from .tables import Placed, place, widths

FONT = "STSong-Light"  # one of the fonts every PDF reader brings, so that none need be embedded
WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 72.0
EM, LEADING, PADDING = 9.0, 13.0, 3.0
PROSE, PROSE_LEADING = 16.0, 28.0
Ruling = Literal["lines", "rectangles", "boxes", "none"]

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@dataclass(slots=True)
class Printer:
    """A PDF while it is printed. `torn` breaks a page inside a row where its label has several lines, `spaced` prints
    labels with blanks between their characters, `head` is printed at the top of every page."""

    ruling: Ruling = "lines"
    torn: bool = False
    spaced: bool = False
    head: str = ""
    rotated: bool = False
    low: float = MARGIN
    """Where the printable part of a page ends."""
    file: io.BytesIO = field(default_factory=io.BytesIO)
    canvas: Canvas = field(init=False)
    page: int = 0
    y: float = 0.0

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.file, pagesize=(HEIGHT, WIDTH) if self.rotated else (WIDTH, HEIGHT))
        self._begin()

    def finish(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.file.getvalue()

    def paragraph(self, text: str) -> None:
        """Wrapped prose, its first line indented by two characters."""
        line, x = "", MARGIN + 2 * PROSE
        for letter in text:
            full = x + pdfmetrics.stringWidth(line + letter, FONT, PROSE) > WIDTH - MARGIN
            if full and letter not in "，。、；：）”":
                self._prose(line, x)
                line, x = "", MARGIN
            line += letter
        self._prose(line, x)

    def table(self, grid: Grid) -> None:
        """A table, broken where the page ends."""
        cells = place(grid)
        sizes = widths(cells, WIDTH - 2 * MARGIN, EM)
        xs = [MARGIN]
        for size in sizes:
            xs.append(xs[-1] + size)
        lines = {cell: self._wrapped(cell.text, xs[cell.column_end] - xs[cell.column]) for cell in cells}
        heights = [LEADING + 2 * PADDING] * len(grid)
        for cell in sorted(cells, key=lambda each: each.row_end - each.row):
            rows = range(cell.row, cell.row_end)
            missing = len(lines[cell]) * LEADING + 2 * PADDING - sum(heights[row] for row in rows)
            if missing > 0:
                heights[cell.row_end - 1] += missing
        row = 0
        while row < len(grid):
            end = row
            while end < len(grid) and self.y - sum(heights[row : end + 1]) >= self.low:
                end += 1
            left = self.y - sum(heights[row:end]) - self.low
            tear = self.torn and end < len(grid) and end > row and self._tearable(cells, lines, end, left)
            if end > row:
                self._rows(cells, lines, heights, xs, row, end, tear=tear)
            row = end
            if row < len(grid):
                self._next()
        self.y -= LEADING

    def _tearable(self, cells: list[Placed], lines: dict[Placed, list[str]], row: int, left: float) -> bool:
        own = [cell for cell in cells if cell.row == row and cell.row_end == row + 1]
        return left >= LEADING + 2 * PADDING and len(own) > 3 and max(len(lines[cell]) for cell in own) > 1

    def _rows(
        self,
        cells: list[Placed],
        lines: dict[Placed, list[str]],
        heights: list[float],
        xs: list[float],
        first: int,
        end: int,
        *,
        tear: bool,
    ) -> None:
        """Rows of one page. Of a cell that goes on, the text that finds room is printed; the rest stays for later.
        Where a row is torn, the first line of its cells is printed, and the rest is left to the next page."""
        shown = end + 1 if tear else end
        ys = [self.y]
        for row in range(first, end):
            ys.append(ys[-1] - heights[row])
        if tear:
            ys.append(ys[-1] - LEADING - 2 * PADDING)
        for cell in cells:
            if cell.row >= shown or cell.row_end <= first:
                continue
            top = ys[max(cell.row, first) - first]
            bottom = ys[min(cell.row_end, shown) - first]
            left, right = xs[cell.column], xs[cell.column_end]
            goes_on = cell.row_end > shown or (tear and cell.row_end == shown)
            room = max(1, int((top - bottom - 2 * PADDING) / LEADING + 0.01)) if goes_on else len(lines[cell])
            printed, lines[cell] = lines[cell][:room], lines[cell][room:]
            self._cell(printed, left, right, top, bottom)
            self._frame(left, right, top, bottom)
        if tear:
            heights[end] = max([1, *(len(lines[cell]) for cell in cells if cell.row == end)]) * LEADING + 2 * PADDING
        self.y = ys[-1]

    def _cell(self, printed: Sequence[str], left: float, right: float, top: float, bottom: float) -> None:
        y = (top + bottom) / 2 + len(printed) * LEADING / 2 - EM
        self.canvas.setFont(FONT, EM)
        for line in printed:
            wide = pdfmetrics.stringWidth(line, FONT, EM)
            self.canvas.drawString((left + right - wide) / 2, y, line)
            y -= LEADING

    def _frame(self, left: float, right: float, top: float, bottom: float) -> None:
        canvas = self.canvas
        if self.ruling == "boxes":
            canvas.rect(left, bottom, right - left, top - bottom)
        elif self.ruling == "lines":
            canvas.grid([left, right], [bottom, top])
        elif self.ruling == "rectangles":
            for x, y, wide, high in (
                (left, top - 0.25, right - left, 0.5),
                (left, bottom - 0.25, right - left, 0.5),
                (left - 0.25, bottom, 0.5, top - bottom),
                (right - 0.25, bottom, 0.5, top - bottom),
            ):
                canvas.rect(x, y, wide, high, stroke=0, fill=1)

    def _wrapped(self, text: str, width: float) -> list[str]:
        if self.spaced and not any(letter.isdigit() for letter in text):
            text = " ".join(text)
        lines, line = [], ""
        for letter in text:
            if line and pdfmetrics.stringWidth(line + letter, FONT, EM) > width - 2:
                lines.append(line)
                line = ""
            line += letter
        return [*lines, line] if line else lines

    def _prose(self, text: str, x: float) -> None:
        if self.y - PROSE_LEADING < self.low:
            self._next()
        self.y -= PROSE_LEADING
        self.canvas.setFont(FONT, PROSE)
        self.canvas.drawString(x, self.y + (PROSE_LEADING - PROSE) / 2, text)

    def _next(self) -> None:
        self.canvas.showPage()
        self._begin()

    def _begin(self) -> None:
        self.page += 1
        self.y = HEIGHT - MARGIN
        if self.rotated:  # the sheet lies on its side and is shown turned
            self.canvas.setPageRotation(90)
            self.canvas.translate(HEIGHT, 0)
            self.canvas.rotate(90)
        self.canvas.setFont(FONT, EM)
        self.canvas.drawCentredString(WIDTH / 2, 40, f"— {self.page} —")
        if self.head:
            self.canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, self.head)
