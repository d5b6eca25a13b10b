"""govreports rebuild: every archived report, read and parsed again."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field

import click

from govreports.cli.outcome import complain, finish, put_line
from govreports.cli.progress import tracked
from govreports.cli.stored import opened_store
from govreports.cli.tables import TextTable, print_table
from govreports.places import data_folder
from govreports.rebuild import CellChange, Rebuilt, rebuild

EXAMPLES = 10
"""Changed cells that are shown."""


@dataclass(slots=True)
class Summary:
    """What a rebuild came to."""

    readings: int = 0
    reports: set[str] = field(default_factory=set)
    cells: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: list[CellChange] = field(default_factory=list)
    faults: int = 0

    def take(self, rebuilt: Rebuilt) -> None:
        """Count what became of some entries; what could not be read goes to stderr."""
        self.readings += rebuilt.readings
        for change in rebuilt.changes:
            self.reports.add(change.report)
            self.cells[change.name, _kind(change)] += 1
            # One example of each cell first: ten of one kind tell less.
            if len(self.examples) < EXAMPLES and self.cells[change.name, _kind(change)] == 1:
                self.examples.append(change)
        for reason in rebuilt.lost:
            complain("not read again", reason)
        self.faults += len(rebuilt.lost)


@click.command("rebuild")
@click.option("--portal", "portals", multiple=True, metavar="ID", help="Only this portal's reports; may be repeated.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="one a core",
    metavar="N",
    help="Processes that read.",
)
def command(portals: tuple[str, ...], workers: int) -> None:
    """Read and parse every archived report again, offline, and show which cells changed.

    Reports and what became of the entries are made again from the archive and the journal of the store, entry by entry;
    a rebuild that was stopped is simply run again. What the archive does not give back is named and left as it was, and
    the call ends with status 1.
    """
    summary = Summary()
    with opened_store() as store:
        known = {str(row["id"]) for row in store.portals()}
        if unknown := sorted(set(portals) - known):
            raise click.ClickException(f"the store knows no portal {', '.join(unknown)}")
        total = store.journaled(portals or None)
        done = rebuild(store, data_folder() / "archive", portals=portals or None, workers=workers)
        try:
            for _ in tracked(_entries(done, summary), "Rebuilding", total):
                pass
        except BrokenExecutor as error:
            raise click.ClickException(f"a worker died ({error}); what was rebuilt before is kept") from error
    _tell(summary)
    finish(summary.faults)


def _entries(done: Iterator[Rebuilt], summary: Summary) -> Iterator[None]:
    """Something for each entry that is done."""
    for rebuilt in done:
        summary.take(rebuilt)
        yield from [None] * rebuilt.entries


def _tell(summary: Summary) -> None:
    put_line(f"{summary.readings:,} articles read again; {len(summary.reports):,} reports changed")
    if not summary.cells:
        return
    names = sorted({name for name, _ in summary.cells}, key=lambda name: (-_all(summary, name), name))
    print_table(TextTable(("cell", "changed", "new", "gone"), [_row(summary, name) for name in names], right=1))
    put_line("For example:")
    for change in summary.examples:
        where = f"{change.report}  {change.year or '????'}  {change.unit or '?'}"
        put_line(f"  {where}: {change.name}: {_shown(change.old)} → {_shown(change.new)}")


def _kind(change: CellChange) -> str:
    return "new" if change.old is None else "gone" if change.new is None else "changed"


def _all(summary: Summary, name: str) -> int:
    return sum(summary.cells[name, kind] for kind in ("changed", "new", "gone"))


def _row(summary: Summary, name: str) -> Sequence[str]:
    return [name, *(f"{summary.cells[name, kind]:,}" for kind in ("changed", "new", "gone"))]


def _shown(value: str | None) -> str:
    return "nothing" if value is None else value
