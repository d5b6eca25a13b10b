"""Page numbers, running heads and feet."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from govreports.documents.pdf.pieces import PdfLine, Piece

_MARGIN = 0.12
"""Share of a page's height at its top and foot where these stand."""
_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第?\s*[\d〇一二三四五六七八九十]{1,4}\s*页?|[ivxIVX]{1,6})\s*(?:[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*"
)
_OUTERMOST = 3
"""Lines at either end of a page that are looked at."""


def without_running(pages: Sequence[Sequence[Piece]], heights: Mapping[int, float]) -> list[list[Piece]]:
    """The pieces of each page without its number and without what is printed at the same place of several pages;
    `heights` are those of the pages, by number. Figures in such a line may differ from page to page."""
    candidates = [[piece for piece in _outermost(page) if _in_margin(piece, heights[piece.page])] for page in pages]
    seen = Counter(key for page in candidates for key in {_key(line) for line in page})
    often = max(2, len(pages) // 2)
    dropped = {
        id(line) for page in candidates for line in page if seen[_key(line)] >= often or _NUMBER.fullmatch(line.text)
    }
    return [[piece for piece in page if id(piece) not in dropped] for page in pages]


def _outermost(page: Sequence[Piece]) -> list[PdfLine]:
    ends = [*page[:_OUTERMOST], *page[max(_OUTERMOST, len(page) - _OUTERMOST) :]]
    return [piece for piece in ends if isinstance(piece, PdfLine)]


def _in_margin(line: PdfLine, height: float) -> bool:
    return line.box[3] < _MARGIN * height or line.box[1] > (1 - _MARGIN) * height


def _key(line: PdfLine) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.box[1] / 8)
