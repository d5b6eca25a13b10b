"""A first row for a portal: what its address and its pages say of it. A person completes it."""

import re
from dataclasses import dataclass

from govreports.portals.portal import CatalogueRow, Level, Portal
from govreports.portals.scope import bare, host_of, is_government, is_made_up
from govreports.regions import Witnesses, decide_region

NOWHERE = "000000"
"""No division's code: a row that still has it does not pass `portals check`."""

SITE_WORDS = re.compile(
    r"(?:首页|主页|官网|官方网站|(?:(?<!人民)(?:政府|政务))?(?:门户|信息公开)?(?:网站?|平台|专栏|专网)|欢迎您)+$"
)
PLACE = re.compile(r"(?:省|自治区|市|自治州|州|盟|县|区|旗|镇|乡)$")
TOWN = re.compile(r"(?:镇|乡|苏木)(?:人民)?政府$|街道(?:办事处)?$")
GOVERNMENT = re.compile(r"(?:人民)?政府(?:办公[厅室])?$|管理?委员会$")
DOMAIN = re.compile(r"\.gov\.cn$|\.gov\.test$|\.test$")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a portal to be. `site_name` and `site_code` are its pages' tags SiteName and SiteIDCode (of
    国办发〔2017〕47号; the code's first six digits are a division's); the others are as a person gave them, or None."""

    url: str
    platform: str
    evidence: str
    column: str | None = None
    site_name: str = ""
    site_code: str = ""
    id: str | None = None
    unit: str | None = None
    region: str | None = None
    level: Level | None = None


def draft(known: Known) -> Portal:
    """The row. Raises ValueError where the address is none, and pydantic's where anything else given does not hold."""
    host = host_of(known.url)
    unit = known.unit or _unit(known.site_name) or host
    region = known.region or _region(known.site_code, unit)
    outside = () if is_government(host) or is_made_up(host) else (host,)
    return Portal(
        id=known.id or id_of(host),
        name=unit,
        region=region,
        level=known.level or _level(region, unit),
        platform=known.platform,
        site=host,
        hosts=tuple(other for other in twins(host) if other != host),
        outside=outside,
        unit=unit,
        catalogues=(CatalogueRow(url=known.column),) if known.column else (),
        evidence=known.evidence,
    )


def provisional(url: str, number: int) -> Portal:
    """A row to look around with: it says nothing but on which hosts. Raises ValueError for what is no http address."""
    host = host_of(url)
    return Portal(
        id=f"scout-{number}",
        name=host,
        region=NOWHERE,
        level="county",
        platform="generic",
        site=host,
        hosts=tuple(other for other in twins(host) if other != host),
        unit=host,
        evidence=url,
    )


def id_of(host: str) -> str:
    """An id for the portal of a host: www.yunhe.gov.cn → yunhe, czj.yunhe.gov.cn → yunhe-czj."""
    labels = DOMAIN.sub("", bare(host).removeprefix("www.")).split(".")
    name = "-".join(labels if all(label.isdigit() for label in labels) else reversed(labels))
    return re.sub(r"[^a-z0-9]+", "-", f"{name} {host.partition(':')[2]}".lower()).strip("-")


def twins(host: str) -> tuple[str, ...]:
    """A host with and without www: sites answer under both, and lead from one to the other."""
    if not is_government(host) or host.count(".") > 3:
        return (host,)
    return (host, host.removeprefix("www.") if host.startswith("www.") else f"www.{host}")


def _unit(site_name: str) -> str:
    name = SITE_WORDS.sub("", site_name.strip())
    return f"{name}人民政府" if PLACE.search(name) else name


def _region(site_code: str, unit: str) -> str:
    return decide_region(Witnesses(unit=unit, site_code=site_code)).region or NOWHERE


def _level(region: str, unit: str) -> Level:
    if TOWN.search(unit):
        return "town"
    if not GOVERNMENT.search(unit) and not unit.isascii():
        return "department"
    if region.endswith("0000") and region != NOWHERE:
        return "province"
    return "prefecture" if region.endswith("00") and region != NOWHERE else "county"
