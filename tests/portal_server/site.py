"""The site being played: its data, its columns, and where it lies."""

from dataclasses import dataclass, field
from functools import cached_property

from .columns import Column, lay_out
from .world import Item, Unit, invent, organs


@dataclass(frozen=True)
class Site:
    """`host` is host:port, `stranger` the foreign host some links lead to."""

    host: str
    stranger: str
    units: tuple[Unit, ...]
    items: tuple[Item, ...]
    awkward: frozenset[str]
    per_page: int = 5
    columns: tuple[Column, ...] = field(default=())

    @classmethod
    def of(
        cls, host: str, stranger: str, *, units: int, years: tuple[int, ...], awkward: frozenset[str], per_page: int
    ) -> "Site":
        """Invent the data and lay it out."""
        bodies = organs(units)
        items = invent(bodies, years, awkward)
        return cls(host, stranger, bodies, items, awkward, per_page, lay_out(items, bodies, awkward))

    @property
    def base(self) -> str:
        return f"http://{self.host}"

    @property
    def gbk(self) -> bool:
        """Whether pages are in GBK, and say gb2312."""
        return "gbk" in self.awkward

    @cached_property
    def lists(self) -> tuple[Column, ...]:
        """The columns that list items."""
        return tuple(column for root in self.columns for column in root.walk() if not column.children)

    def home(self, item: Item) -> Column:
        """The column an item lies in: static addresses begin with its folder."""
        return self._homes[item.number]

    @cached_property
    def _homes(self) -> dict[int, Column]:
        homes = {item.number: column for column in reversed(self.lists) for item in column.items}
        return homes | {item.number: homes[item.via] for item in self.items if item.via is not None}

    def by_number(self, number: int) -> Column | None:
        """The column of that number, or None."""
        return next((c for root in self.columns for c in root.walk() if c.number == number), None)

    def by_path(self, path: tuple[str, ...]) -> Column | None:
        """The column of that path, or None."""
        return next((c for root in self.columns for c in root.walk() if c.path == path), None)

    def last(self, column: Column) -> int:
        """How many pages a list has, as it says."""
        return max(1, -(-len(column.items) // self.per_page))

    def reachable(self, column: Column) -> int:
        """How many of them show their rows: deep pages of some sites are empty."""
        return min(self.last(column), 2) if "deep-empty" in self.awkward else self.last(column)

    def page(self, column: Column, number: int) -> tuple[Item, ...]:
        """What page `number` (from 1) of a list shows."""
        return column.items[(number - 1) * self.per_page : number * self.per_page] if number > 0 else ()
