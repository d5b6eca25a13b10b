"""How each portal does: when it was walked last, what came of it, and when it is due."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from govreports.model.outcomes import GOOD, RunClass, run_class
from govreports.portals import Portal
from govreports.portals.schedule import NOT_WALKED, wait
from govreports.store import RunRow, Standing

Progress = Literal["never-run", "finished", "failed", "unended"]
"""What is known of the last run on the live web. `unended`: it goes on, or was killed."""


@dataclass(frozen=True, slots=True)
class PortalStatus:
    """One portal. `outcome` is the class of its last run, None where that has not ended or there was none; `due` is
    when it is to be walked next, None for one that is walked only by name."""

    portal: Portal
    progress: Progress
    outcome: RunClass | None
    started: datetime | None
    last_good: datetime | None
    entries: int | None
    waiting_entries: int | None
    due: datetime | None

    def is_due(self, now: datetime) -> bool:
        """Whether to walk it now."""
        return self.due is not None and self.due <= now


def statuses(
    portals: Iterable[Portal], runs: Sequence[RunRow], standings: Iterable[Standing], now: datetime
) -> list[PortalStatus]:
    """The status of these portals, in their order. Replays ask nobody and do not count as runs."""
    last = {run.portal: run for run in runs if run.kind == "crawl"}
    stands = {standing.portal: standing for standing in standings}
    return [_status(portal, last.get(portal.id), stands, now) for portal in portals]


def due_first(found: Iterable[PortalStatus], now: datetime) -> list[PortalStatus]:
    """Those that are due: what was never walked first, then by how long ago it was."""
    due = [status for status in found if status.is_due(now)]
    return sorted(due, key=lambda status: (status.started is not None, status.started or now))


def _status(portal: Portal, run: RunRow | None, stands: Mapping[str, Standing], now: datetime) -> PortalStatus:
    standing = stands.get(portal.id, Standing(portal.id))
    outcome = run_class(run.outcome) if run and run.outcome else None
    good = outcome in GOOD
    if run is None:
        progress: Progress = "never-run"
        due = now
    else:
        progress = "unended" if outcome is None else "finished" if good else "failed"
        due = run.started + wait(portal.cadence, now, good=good, blocked=outcome == "blocked")
    return PortalStatus(
        portal=portal,
        progress=progress,
        outcome=outcome,
        started=run.started if run else None,
        last_good=standing.last_good,
        entries=standing.entries,
        waiting_entries=standing.waiting_entries,
        due=None if portal.status in NOT_WALKED or not portal.catalogues else due,
    )
