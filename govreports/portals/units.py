"""The organs of a portal: the tree its site shows, and the dated roster of those that must report."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from govreports.portals.row import Name, RegionCode, Row


class UnitRow(Row):
    """An organ of a portal. `parent` is the name of the one above it (None: the portal's own unit), `region` its
    division code where it is not the portal's. A bare name stands for a row that has nothing else."""

    name: Name
    parent: Name | None = None
    region: RegionCode | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_name(cls, given: object) -> object:
        return {"name": given} if isinstance(given, str) else given


class RosterRow(Row):
    """One organ of the roster, which is what coverage counts against: `from` and `to` are the days it came into being
    and ceased to be (None: not known, or still there), `obliged` says whether it must report, `source` where the list
    comes from."""

    name: Name
    since: date | None = Field(default=None, alias="from")
    until: date | None = Field(default=None, alias="to")
    obliged: bool = True
    source: Name

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"{self.name} ends on {self.until}, before it begins on {self.since}")
        return self

    def due(self, year: int) -> bool:
        """Whether the organ owes a report of that year: it was there at its end, when the year's report falls due."""
        end = date(year, 12, 31)
        return self.obliged and (self.since is None or self.since <= end) and (self.until is None or self.until >= end)


def no_loops(units: Iterable[UnitRow], root: str) -> None:
    """Raise ValueError for a name given twice, a parent that is no unit of the portal, or one that is its own."""
    parents: dict[str, str | None] = {root: None}
    for unit in units:
        if unit.name in parents and unit.name != root:
            raise ValueError(f"unit {unit.name} is given twice")
        parents[unit.name] = unit.parent
    for name, parent in parents.items():
        above, seen = parent, {name}
        while above is not None:
            if above not in parents:
                raise ValueError(f"{above}, given as the parent of {name}, is no unit of the portal")
            if above in seen:
                raise ValueError(f"{name} stands below itself")
            seen.add(above)
            above = parents[above]
