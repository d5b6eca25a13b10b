"""What a portal holds, told from its data, not from its pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from .family import Family
from .world import Item


@dataclass(frozen=True)
class Truth:
    """`reports` are (organ, reporting year, address); `others` the addresses of what else is listed, with the state
    and the document type or the reason it ends with; `days` the date beside each link (None where the lists
    show none); `disclosed` the number each
    report states; `pages` the catalogue pages to be asked for once; `lost` the addresses of reports the site has on
    pages it does not show."""

    reports: frozenset[tuple[str, int, str]]
    others: Mapping[str, tuple[str, str]]
    days: Mapping[str, str | None]
    titles: Mapping[str, str]
    disclosed: Mapping[str, int]
    pages: frozenset[str]
    lost: frozenset[str]

    @property
    def listed(self) -> frozenset[str]:
        """Every address a catalogue lists."""
        return frozenset(self.days)


OTHER_TYPES = (("解读", "other"), ("指南", "guide"), ("通知", "notice"), ("自查", "self-inspection"))


def truth_of(family: Family) -> Truth:
    """The truth of the site a family plays."""
    site = family.site
    shown: dict[int, Item] = {}
    pages: set[str] = set()
    for root in site.columns:
        for column in root.walk():
            pages.update(family.pages(column))
            for page in range(1, site.reachable(column) + 1):
                shown.update((item.number, item) for item in site.page(column, page))
    shown.update((item.number, item) for item in site.items if item.via in shown)
    listed = {_url(family, item): item for item in shown.values()}
    return Truth(
        reports=frozenset(
            (item.unit.name, item.year, url)
            for url, item in listed.items()
            if item.fate == "report" and item.year is not None
        ),
        others={url: _end(item) for url, item in listed.items() if item.fate != "report"},
        days={url: str(item.day) if family.dated else None for url, item in listed.items()},
        titles={url: item.title for url, item in listed.items()},
        disclosed={url: item.disclosed for url, item in listed.items() if item.fate == "report"},
        pages=frozenset(pages),
        lost=frozenset(_url(family, item) for item in site.items if item.number not in shown),
    )


def _url(family: Family, item: Item) -> str:
    host = family.site.stranger if item.fate == "off-site" else family.site.host
    return f"http://{host}{family.address(item)}"


def _end(item: Item) -> tuple[str, str]:
    if item.fate == "not-a-report":
        return item.fate, next(kind for word, kind in OTHER_TYPES if word in item.title)
    if item.fate == "summary":
        return "not-a-report", "index"
    return "unreadable", item.fate
