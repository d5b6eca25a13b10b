"""Index pages: the columns of annual reports that a page links to, one for each year or each organ."""

import hashlib
import re
from dataclasses import dataclass

from govreports.model.identity import canonical_url
from govreports.platforms.beside import title_of
from govreports.platforms.column import names_annual_reports
from govreports.platforms.groups import groups, looks_like_report
from govreports.platforms.linked import organ_named
from govreports.platforms.links import LINKS, address_of
from govreports.platforms.rows import Listing

# 部门年报, 各镇街年报, 年报汇总: parts of the column, named so inside it.
PART = re.compile(
    r"^(?:[市县区省州旗盟]?(?:政府|本级)|各?[市县区]?(?:直属?)?(?:部门|单位|乡镇|镇街|街镇|街道|乡镇街道|区县|县区|县市区?|市县|委办局?)(?:[和及、与]\S{2,6})?)*"
    r"(?:(?:政府)?信息公开)?(?:工作)?(?:年报|年度报告)(?:汇总|专栏|专区|列表)?$"
)
# Inside it, a year or a kind of organs.
INSIDE = re.compile(
    r"^(?:[(（【\[]?\s*(?:19|20)\d{2}\s*(?:年度?)?\s*[)）】\]]?"
    r"|[省市州县区旗镇]?(?:政府|本级|级)?(?:各?(?:直属?)?(?:工作)?(?:部门|单位|机构|乡镇|镇街|街镇|镇村|乡镇街道|街道|委办局?|区县|县区|县市区?|开发区))"
    r"(?:[和及、与（(]\S{2,8})?)$"
)
# The site's own name leads to its home page.
HOME = re.compile(r"^\w+://[^/]+/?(?:(?:index|default|main|home)\.\w+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Branch:
    """A column a page links to; `unit` is the organ whose column it is, where the link names one."""

    url: str
    unit: str | None = None

    def is_below(self, folder: str) -> bool:
        """Whether it lies in a folder or below it."""
        return canonical_url(self.url).startswith(canonical_url(folder))


def mark_of(url: str) -> str:
    """A short name of an address, for the list of those a walk has met."""
    return hashlib.sha256(canonical_url(url).encode()).hexdigest()[:8]


def branches(listing: Listing, *, inside: bool) -> tuple[Branch, ...]:
    """The columns of annual reports a page leads to, in page order. Years and organs count only `inside` the column:
    elsewhere they lead to anything."""
    organs = _organs(listing) if inside else {}
    found: dict[str, Branch] = {}
    for link in listing.tree.xpath("//body").xpath(LINKS):
        address = address_of(link.root, listing.base)
        if not address or mark_of(address) in found:
            continue
        title = title_of(link.root)
        if address in organs:
            found[mark_of(address)] = Branch(address, organs[address])
        elif not looks_like_report(title) and (
            names_annual_reports(title) or PART.match(title) or (inside and INSIDE.match(title))
        ):
            found[mark_of(address)] = Branch(address)
    return tuple(found.values())


def _organs(listing: Listing) -> dict[str, str]:
    """Addresses and names of organs, from lists that hold little else; menus count where nothing else does."""
    for chrome in (False, True):
        found: dict[str, str] = {}
        for group in groups(listing, chrome=chrome):
            links = {row.url: organ_named(row.title) for row in group.rows if not HOME.match(row.url)}
            named = {address: organ for address, organ in links.items() if organ}
            if 2 * len(named) > len(group.rows):
                found |= named
        if found:
            return found
    return {}
