"""What a page's script and links say of the further pages of a static list: how many there are, and what their files
are called.

TRS templates publish `createPageHTML(3, 0, "index", "html")` or the same four as variables (countPage, currentPage);
UCAP's `createPageHTML('page_div', 3, 1, 'common_list', 'shtml', 37)` names the element the pager goes into first and
may end with the number of entries.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from govreports.platforms import script
from govreports.platforms.rows import Listing
from govreports.platforms.walk import same_folder, total_pages

CALL = re.compile(r"(?<!function )(?<![\w.])createPage(?:HTML)?\s*\(([^(){}]*)\)")
QUOTED = re.compile(r"""^(["'])(.*)\1$""")
STATIC = re.compile(r"^(?P<name>.+?)(?:_(?P<number>\d{1,4}))?\.(?P<extension>s?html?|jhtml|jspx?)$", re.IGNORECASE)
# "index"+"_" + nextPage + "."+"shtml" in a pager that is written out.
WRITTEN = re.compile(r"""\b(index|list|default)(?![a-z])[^;\n]{0,60}?["'.](s?html?)\b""", re.IGNORECASE)
# Variables and fields that hold the number of pages, beside the call.
COUNTS = ("countPage", "pagination_script_config.total", "_PAGE_COUNT", "PAGE_COUNT", "m_nPageCount")
CONFIG = re.compile(r"pagination_script_config\s*=\s*(\{[^{}]*\})")


@dataclass(frozen=True, slots=True)
class Pager:
    """`name` and `extension` are those of the list's first page, empty where nothing tells them; `total` is the number
    of entries, if the call gives one."""

    pages: int
    name: str = ""
    extension: str = ""
    total: int | None = None

    def further(self, url: str, number: int) -> str:
        """The file of the list at `url` that carries the number."""
        parts = urlsplit(url)
        own = STATIC.match(parts.path.rpartition("/")[2])
        name = self.name or (own["name"] if own else "index")
        extension = self.extension or (own["extension"] if own else "html")
        return urljoin(url, f"{name}_{number}.{extension}{'?' if parts.query else ''}{parts.query}")


def called(codes: Sequence[str]) -> Pager | None:
    """What the pager's call says, its variables looked up; None without a call that can be read."""
    known = {name: value for code in reversed(codes) for name, value in script.pairs(code).items()}
    for code in codes:
        for call in CALL.finditer(code):
            given = [_value(argument.strip(), known) for argument in call[1].split(",")]
            if given and not given[0].isdecimal():
                given.pop(0)
            if len(given) < 2 or not given[0].isdecimal() or not given[1].isdecimal():
                continue
            name, extension = given[2:4] if len(given) >= 4 else ("", "")
            total = int(given[4]) if len(given) >= 5 and given[4].isdecimal() else None
            return Pager(int(given[0]), name, extension.lstrip("."), total)
    return None


def counted(codes: Sequence[str]) -> Pager | None:
    """What a pager that is written out says: its number of pages, and the file it names; None without one."""
    configured = [config[1] for code in codes for config in CONFIG.finditer(code)]
    pages = next((number for name in COUNTS if (number := script.number(codes, name)) is not None), None)
    pages = script.number(configured, "total") if pages is None else pages
    if pages is None:
        return None
    file = next((found for code in codes if (found := WRITTEN.search(code))), None)
    return Pager(pages, file[1], file[2]) if file else Pager(pages)


def shown(listing: Listing, url: str, *, first: int) -> Pager | None:
    """What a pager in the markup says: a number of pages in words, links to numbered files. `first` is the number in
    the name of the second page's file. None without one."""
    own = STATIC.match(urlsplit(url).path.rpartition("/")[2])
    numbered = list(_numbered(listing, url, own["name"].lower() if own else None))
    words = total_pages(listing.visible_text())
    if not numbered and words is None:
        return None
    highest = max((int(found["number"]) for found in numbered), default=first - 1)
    pages = max(words or 1, highest - first + 2)
    return Pager(pages, numbered[0]["name"], numbered[0]["extension"]) if numbered else Pager(pages)


def _numbered(listing: Listing, url: str, name: str | None) -> Iterable[re.Match[str]]:
    for href in listing.tree.xpath("//a/@href").getall():
        address = listing.absolute(href)
        file = STATIC.match(urlsplit(address).path.rpartition("/")[2])
        # A document's file carries a number too: t20190315_4711.html.
        if file and file["number"] and same_folder(address, url) and file["name"].lower() in {name, "index", "list"}:
            yield file


def _value(argument: str, known: dict[str, str]) -> str:
    quoted = QUOTED.match(argument)
    return quoted[2] if quoted else known.get(argument, argument)
