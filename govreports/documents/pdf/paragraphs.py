"""Lines of prose → paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from govreports.documents.pdf.lines import gap_between
from govreports.documents.pdf.marks import Box
from govreports.documents.pdf.pieces import PdfLine, PdfTable, Piece

_ENUMERATED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、．.条章]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．.](?!\d)|附件?[:：])"
)
_ENDS = re.compile(r"[。；;：:！？!?」”）)]$")
_FULL = 15
"""Characters of a line by which the margins are judged."""
_INDENT = 0.7
"""Heights by which the first line of a paragraph is indented at least."""
_SLACK = 1.6
"""Heights a full line may stay short of the margin: a comma may not begin the next one."""
_PARTED = 1.9
"""Of the usual distance between two lines: from here on a paragraph ended."""


@dataclass(frozen=True, slots=True)
class PdfParagraph:
    """A paragraph; `box` is that of its lines on the first page it stands on."""

    text: str
    page: int
    box: Box


def to_paragraphs(pieces: Sequence[Piece]) -> tuple[list[PdfParagraph | PdfTable], bool]:
    """Pieces of all pages with the lines of each paragraph put together, also over a page's end; and whether any
    were."""
    margins = _margins([piece for piece in pieces if isinstance(piece, PdfLine)])
    done: list[PdfParagraph | PdfTable] = []
    run: list[PdfLine] = []
    joined = False
    for piece in pieces:
        if isinstance(piece, PdfLine) and run and margins.continues(run[-1], piece):
            run.append(piece)
            joined = True
            continue
        done.extend(_paragraph(run))
        run = []
        if isinstance(piece, PdfTable):
            done.append(piece)
        else:
            run = [piece]
    done.extend(_paragraph(run))
    return done, joined


def _paragraph(run: Sequence[PdfLine]) -> Iterable[PdfParagraph]:
    if not run:
        return ()
    text = run[0].text
    for line in run[1:]:
        text += gap_between(text, line.text) + line.text
    first = [line.box for line in run if line.page == run[0].page]
    x0, top, x1, bottom = zip(*first, strict=True)
    return (PdfParagraph(text, run[0].page, (min(x0), min(top), max(x1), max(bottom))),)


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where full lines begin and end (points), and the usual distance from line to line, in heights."""

    left: float
    right: float
    distance: float

    def continues(self, upper: PdfLine, lower: PdfLine) -> bool:
        """Whether a line goes on in the next one: it is full, and the next is not indented."""
        height = max(upper.height, 1.0)
        if not 0.85 <= lower.height / height <= 1.18:
            return False
        if lower.box[0] - self.left > _INDENT * height:
            return False
        if self.right - upper.box[2] > max(_SLACK * height, lower.first_width + height):
            return False
        if upper.page == lower.page and lower.box[1] - upper.box[1] > _PARTED * self.distance * height:
            return False
        return not (_ENUMERATED.match(lower.text) and _ENDS.search(upper.text))


def _margins(lines: Sequence[PdfLine]) -> _Margins:
    full = [line for line in lines if len(line.text) >= _FULL] or list(lines)
    if not full:
        return _Margins(0.0, 0.0, 1.5)
    steps = [
        (lower.box[1] - upper.box[1]) / max(upper.height, 1.0)
        for upper, lower in pairwise(full)
        if upper.page == lower.page and lower.box[1] > upper.box[1]
    ]
    return _Margins(min(line.box[0] for line in full), max(line.box[2] for line in full), median(steps or [1.5]))
