"""Which of a page's links are its list: boxes beside it (热点信息, 最新公开) hold documents too, and a row of the list
may lead to another site."""

from collections.abc import Callable, Sequence

from govreports.model.exchange import Entry
from govreports.platforms.groups import Group, groups
from govreports.platforms.rows import Listing
from govreports.platforms.subcolumns import folder

ROWS_OF_ANOTHER = 2
"""A second group of rows that names reports, or leads to the column's own documents, is no box: departments in one,
towns in the other."""


def documents(
    listing: Listing, is_document: Callable[[str], bool], containers: Sequence[str] = (), unit: str | None = None
) -> tuple[Entry, ...]:
    """The rows of a page whose links lead to documents of its family, in page order, with those between them that lead
    elsewhere. Where documents stand in several places, none of them one of the containers, the list is the one that
    names most reports, else has most documents of the column's own folder, else most documents."""
    if any(listing.tree.xpath(container) for container in containers):
        return listing.rows(is_document, containers, unit)
    found = [group for group in groups(listing) if _share(group, is_document) > 0]
    if not found:
        return listing.rows(is_document, (), unit)
    largest = max(
        found, key=lambda group: (group.reports, _own(group, listing), _share(group, is_document) * len(group.rows))
    )
    lists = [group for group in found if group is largest or _is_another(group, listing)]
    listed = {
        row.url for group in lists for row in group.rows if is_document(row.url) or 2 * _share(group, is_document) > 1
    }
    beside = {row.url for group in found if group not in lists for row in group.rows}
    return listing.rows(lambda url: url in listed or (is_document(url) and url not in beside), (), unit)


def _is_another(group: Group, listing: Listing) -> bool:
    return group.reports >= ROWS_OF_ANOTHER or _own(group, listing) >= max(ROWS_OF_ANOTHER, len(group.rows) / 2)


def _own(group: Group, listing: Listing) -> int:
    """How many rows lead to the folder of the page's own column."""
    own = folder(listing.base)
    return sum(folder(row.url).startswith(own) for row in group.rows)


def _share(group: Group, is_document: Callable[[str], bool]) -> float:
    return sum(is_document(row.url) for row in group.rows) / len(group.rows)
