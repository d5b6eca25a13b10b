"""The other units of a portal: departments and towns with a catalogue of their own, linked from the portal's page."""

import re
from collections.abc import Callable, Iterator

from govreports.model.exchange import Fetch
from govreports.platforms.rows import Listing, squeezed
from govreports.platforms.walk import Walk, params
from govreports.portals import Portal

OF_UNITS = {"units": "linked"}
"""What asks for them in a registry row."""

# A link's words that name an organ; 进入, 更多 and 首页 lead there without saying whose it is.
ORGAN = re.compile(
    r"(?:局|委|办|室|院|厅|署|处|中心|大队|支队|队|站|所|馆|会|社|厂|公司|政府|镇|乡|街道|街道办事处|管理区|开发区|园区|示范区"
    r"|新区|区|县|市|州|盟|旗|苏木|农场|林场|学校|学院|大学|医院|银行|集团|总队|分局|海关|气象台|税务|公安|检察|法院)"
    r"(?:\s*[(（][^)）]*[)）])?$"
)


def organ_named(words: str) -> str | None:
    """The organ that a link's words name, or None."""
    words = squeezed(words)
    return words if 2 <= len(words) <= 40 and ORGAN.search(words) else None


def linked_units(listing: Listing, portal: Portal, walk: Walk, root_of: Callable[[str], str | None]) -> Iterator[Fetch]:
    """The first fetch of each unit that a page links to, where the registry's row asks for them by
    `units = "linked"`. `root_of` tells what names the unit in an address, None for any other address. What a row of
    the registry names itself is left to that row; units that those units link to are not followed."""
    if params(portal, walk).get("units") != "linked" or walk.note("linked"):
        return
    taken = {root_of(row.url) for row in portal.catalogues}
    for link in listing.tree.xpath("//a[@href]"):
        address = listing.absolute(link.attrib["href"])
        root = root_of(address)
        if root is None or root in taken or not portal.allows(address):
            continue
        taken.add(root)
        unit = organ_named(link.xpath("string(.)").get("")) or organ_named(link.attrib.get("title", ""))
        yield Walk(walk.catalogue, unit, notes={"linked": root}).fetch(address)
