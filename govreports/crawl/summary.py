"""What a crawl or a replay came to, portal by portal."""

from dataclasses import dataclass

from govreports.model.finding import Finding
from govreports.model.outcomes import GOOD, RunClass


@dataclass(frozen=True, slots=True)
class PortalSummary:
    """One portal's run. `new`, `changed` and `unchanged` count entries whose reports were stored, `skipped` those done
    in an earlier run; `statistics` and `record_findings` are those of the reports read in this run, `findings` those
    about the run itself. `misses` are requests a recording had no answer to, `errors` exceptions in our own code;
    `outside` are entries not fetched because their year was not sought, `pages_left` catalogue pages not asked for,
    `not_modified` pages that had not changed since the archive's."""

    portal: str
    name: str
    outcome: RunClass
    detail: str = ""
    entries: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    not_reports: int = 0
    unreadable: int = 0
    statistics: int = 0
    record_findings: int = 0
    findings: tuple[Finding, ...] = ()
    misses: tuple[str, ...] = ()
    errors: int = 0
    outside: int = 0
    pages_left: int = 0
    not_modified: int = 0

    @property
    def failed(self) -> bool:
        """Whether the run was anything but good: a scheduler must hear of it. One cut short by a limit is good."""
        return self.outcome not in GOOD

    @property
    def reports(self) -> int:
        """Entries whose reports were stored in this run."""
        return self.new + self.changed + self.unchanged


@dataclass(frozen=True, slots=True)
class RunSummary:
    """All portals of one crawl, in the order they were asked for. `unused` are the exchanges of its recordings that a
    replay never asked for, which is no fault: an entry judged by its title is not fetched. `started_empty` says that
    the store had seen no run before."""

    portals: tuple[PortalSummary, ...]
    unused: tuple[str, ...] = ()
    started_empty: bool = False

    @property
    def misses(self) -> tuple[str, ...]:
        """Every request no recording answered."""
        return tuple(miss for portal in self.portals for miss in portal.misses)

    @property
    def changed_anything(self) -> bool:
        """Whether a report was stored that the store did not hold already."""
        return any(portal.new or portal.changed for portal in self.portals)
