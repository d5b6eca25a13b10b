"""A page as a sequence of lines: what the blocks of an HTML page and the lines of a text dump have in common."""

import re
from typing import NamedTuple

from lxml.etree import _Element

from govreports.model.document import RawTable


class Link(NamedTuple):
    """A link inside a line: its address as written and the name it goes by."""

    href: str
    name: str


class Line(NamedTuple):
    """One line a reader sees. A tuple, not a dataclass, because a page has thousands and they are made in the walk.

    `cells` are the texts of a layout or metadata table's row (`text` joins them with tabs), `table` is a data table
    (`text` is then what all its cells say), `linked` counts the characters that are link text. `element` is the block
    it was read from, `numbers` the first and last line of a dump (from 1), `raw` is the text with its indent.
    """

    text: str
    cells: tuple[str, ...] = ()
    table: RawTable | None = None
    linked: int = 0
    links: tuple[Link, ...] = ()
    element: _Element | None = None
    numbers: tuple[int, int] | None = None
    raw: str = ""

    @property
    def bare(self) -> str:
        """The text without any white space, for comparing."""
        return bare(self.text)


class Mark(NamedTuple):
    """The article's start or end, as the page's own marks have it: a comment, a meta element, or the body container."""

    start: bool
    container: bool = False


Item = Line | Mark


def bare(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def dump_lines(text: str) -> list[Line]:
    """The lines of a text dump that hold something, numbered as they stand; what tabs or bars part are cells."""
    return [
        Line(stripped, _cells(stripped), numbers=(number, number), raw=line)
        for number, line in enumerate(text.splitlines(), start=1)
        if (stripped := _HEADING_MARK.sub("", line.strip()))
    ]


# Tools that make dumps may mark headings.
_HEADING_MARK = re.compile(r"^#{1,6}\s+")


def _cells(line: str) -> tuple[str, ...]:
    for separator in ("\t", "|", "｜"):
        if line.count(separator) > 1 or (separator == "\t" and separator in line):
            return tuple(cell.strip() for cell in line.strip(separator).split(separator))
    return ()
