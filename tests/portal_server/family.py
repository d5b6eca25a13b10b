"""What every family is: how it addresses its pages, and what it answers."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from . import markup
from .columns import Column
from .exchange import Answer, Request
from .site import Site
from .world import Item

# What any family can play, because the frame, the rows or the server do it.
COMMON = frozenset(
    {
        "gbk",
        "relative",
        "truncated",
        "duplicates",
        "others",
        "soft-404",
        "robots",
        "off-site",
        "comment-total",
        "one-list",
        "summary",
    }
)

# What cannot be switched on together with the rest: another layout of the columns, another way of paging.
APART = frozenset({"one-list", "unit-tree", "year-tree", "deep-empty", "encrypted", "rendered", "silent-pager"})


class Family:
    """A CMS family playing one site."""

    name: ClassVar[str]
    platform: ClassVar[str]
    """The adapter that is to read it."""
    plays: ClassVar[frozenset[str]] = COMMON
    """The awkwardness it can be switched to."""

    dated: ClassVar[bool] = True
    """Whether its lists show dates."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def start(self, column: Column) -> str:
        """The path of a column's first page."""
        raise NotImplementedError

    def address(self, item: Item) -> str:
        """The path of an item's page."""
        raise NotImplementedError

    def answer(self, request: Request) -> Answer | None:
        """A page that is neither an item's nor robots.txt; None where there is none."""
        raise NotImplementedError

    def is_service(self, path: str) -> bool:
        """Whether a list service lies there, which may want a Referer or a cookie."""
        return False

    def article(self, item: Item) -> str:
        """An item's page."""
        return markup.article(self.site, item)

    def shows(self, item: Item) -> tuple[str, ...]:
        """The catalogue pages that an item's page is itself."""
        return ()

    def further(self, item: Item) -> Mapping[str, str]:
        """The further pages of an item's article by their paths."""
        return {}

    def summary(self, item: Item) -> str:
        """The links of a summary. In single quotes, as it may stand within a string of a script."""
        rows = (
            (one.unit.short, f"<a href='{self.address(one)}'>{one.title}</a>", str(one.day))
            for one in self.site.items
            if one.via == item.number
        )
        cells = ("</td><td>".join(row) for row in rows)
        return f"<table><tr><td>{'</td></tr><tr><td>'.join(cells)}</td></tr></table>"

    def portal_params(self) -> Mapping[str, str]:
        """What the registry row must tell the adapter."""
        return {}

    def column_params(self, column: Column) -> Mapping[str, str]:
        """What a catalogue row must tell the adapter."""
        return {}

    def pages(self, column: Column) -> Iterable[str]:
        """The names of the pages that show a column, each to be asked for once."""
        if column.children:
            return (page_name(column, 1),)
        return (page_name(column, page) for page in range(1, self.site.reachable(column) + 1))


def page_name(column: Column, page: int) -> str:
    """What the log calls a page of a column."""
    return f"{'/'.join(column.path)} {page}"
