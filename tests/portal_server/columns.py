"""How a portal lays its items out: columns, and the trees that lead to them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .world import Item, Unit

COLUMN = "政府信息公开年报"
GROUPS = (("government", "县政府", "xzfbg"), ("department", "县政府部门", "bmjd"), ("town", "乡镇", "xzjd"))


@dataclass(frozen=True, slots=True)
class Column:
    """A list of items (`unit` is None for one of several organs), or, with `children`, a page that links to others."""

    number: int
    name: str
    path: tuple[str, ...]
    unit: Unit | None
    items: tuple[Item, ...]
    children: tuple["Column", ...] = ()

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return self.path[-1]

    def walk(self) -> Iterator["Column"]:
        """Itself and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def lay_out(items: Sequence[Item], units: Sequence[Unit], awkward: Collection[str]) -> tuple[Column, ...]:
    """The columns a registry row starts from: one a unit; by `unit-tree`, `year-tree` and `one-list` a single one."""
    items = [item for item in items if item.via is None]
    if "duplicates" in awkward:
        # The newest is pinned to the top of every list that holds it, and listed in its place too.
        items = (items[0], *items)
    if "one-list" in awkward:
        return (Column(9000, COLUMN, ("nb",), None, tuple(items)),)
    if "year-tree" in awkward:
        years = sorted({item.day.year for item in items}, reverse=True)
        below = tuple(
            Column(
                year, f"{year - 1}年", ("nb", f"gb{year}"), None, _of(items, lambda item, y=year: item.day.year == y)
            )
            for year in years
        )
        return (Column(9000, COLUMN, ("nb",), None, (), below),)
    if "unit-tree" in awkward:
        groups = tuple(
            Column(9001 + at, name, ("nb", slug), None, (), _units(items, members, ("nb", slug), short=True))
            for at, (kind, name, slug) in enumerate(GROUPS)
            if (members := [unit for unit in units if unit.kind == kind])
        )
        return (Column(9000, COLUMN, ("nb",), None, (), groups),)
    return _units(items, units, ("nb",))


def _units(
    items: Sequence[Item], units: Iterable[Unit], path: tuple[str, ...], *, short: bool = False
) -> tuple[Column, ...]:
    return tuple(
        Column(
            100 + unit.number,
            unit.short if short else COLUMN,
            (*path, unit.slug),
            unit,
            _of(items, lambda item, u=unit: item.unit == u),
        )
        for unit in units
    )


def _of(items: Iterable[Item], belongs: Callable[[Item], bool]) -> tuple[Item, ...]:
    return tuple(item for item in items if belongs(item))
