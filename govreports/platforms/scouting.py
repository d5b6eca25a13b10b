"""Looking for the column of the annual reports from any page of a site: what a page is, where to look next. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from govreports.pages import decode
from govreports.platforms.column import Column, column_of, names_annual_reports
from govreports.platforms.detect import Detection, detect
from govreports.platforms.links import LINKS, address_of
from govreports.platforms.rows import Listing, squeezed

# What a link that leads nearer is called, the nearest first. A title names a year, a column does not.
NEARER = (
    re.compile(r"^(?:法定主动公开内容|政府信息公开|信息公开|政府信息公开(?:专栏|平台|目录|网))$"),
    re.compile(r"^(?:政务公开|公开|政府公开)$"),
)
HOSTED = re.compile(r"主办(?:单位)?\s*[:：]\s*([\u4e00-\u9fff（）()]{4,30})")
SITE = re.compile(r"(?:政府|局|委员会|厅)(?:门户网站?|网站?)?$|政府网$")
FARTHEST = len(NEARER) + 1
"""The rank of a page that nothing leads to but its address."""

YEAR = re.compile(r"20[0-2]\d")


@dataclass(frozen=True, slots=True)
class Lead:
    """A link worth following: `rank` 0 is called as the column is, higher ranks lead nearer at most."""

    url: str
    words: str
    rank: int


@dataclass(frozen=True, slots=True)
class Look:
    """A page that was looked at: its platform, the column it belongs to, whether it is a column (an article is in one
    as well), the site's name and code as its tags give them, and where to look next, the likeliest first."""

    url: str
    detection: Detection
    column: Column
    is_article: bool
    site_name: str
    site_code: str
    leads: tuple[Lead, ...]

    @property
    def is_found(self) -> bool:
        """Whether this is the column of the annual reports."""
        return self.column.is_annual_reports and not self.is_article


def look(url: str, body: bytes, content_type: str | None, allows: Callable[[str], bool]) -> Look:
    """Look at a page. `allows` says of an address whether it may be fetched."""
    listing = Listing.of(decode(body, content_type).text, url)
    return Look(
        url,
        detect(url, body, content_type),
        column_of(listing),
        bool(listing.tag("ArticleTitle")),
        listing.tag("SiteName") or _host_organ(listing),
        listing.tag("SiteIDCode"),
        tuple(sorted(_leads(listing, allows), key=lambda lead: lead.rank)),
    )


def _leads(listing: Listing, allows: Callable[[str], bool]) -> list[Lead]:
    found: dict[str, Lead] = {}
    for link in listing.tree.xpath("//body").xpath(LINKS):
        address = address_of(link.root, listing.base)
        if not address or not allows(address):
            continue
        for words in (squeezed(link.xpath("string(.)").get("")), squeezed(link.attrib.get("title", ""))):
            rank = _rank(words)
            if rank is not None and (address not in found or rank < found[address].rank):
                found[address] = Lead(address, words, rank)
    return list(found.values())


def _rank(words: str) -> int | None:
    if YEAR.search(words):
        return None
    if names_annual_reports(words):
        return 0
    return next((rank for rank, pattern in enumerate(NEARER, 1) if pattern.search(words)), None)


def _host_organ(listing: Listing) -> str:
    """The site's name where no tag gives it: who hosts it, as the footer must say, else the end of the title where
    that names a government's site (首页 - 云禾县人民政府)."""
    if hosted := HOSTED.search(listing.visible_text()):
        return hosted[1]
    last = re.split(r"\s*[-_|–—]+\s*", listing.title())[-1]
    return last if SITE.search(last) else ""
