"""govreports coverage: the grid of units and years."""

from itertools import groupby

import click

from govreports.cli.outcome import put_line
from govreports.cli.stored import opened_store
from govreports.cli.tables import TextTable, print_table
from govreports.portals import Portal
from govreports.publish.coverage import Grid, State, Stored, grid
from govreports.store import Store

MARKS = {
    State.REPORT: "R",
    State.KEPT: "K",
    State.GONE: "x",
    State.UNREADABLE: "!",
    State.NONE_THERE: "-",
    State.BLOCKED: "#",
    State.NOT_REACHED: "?",
    State.NOT_SOUGHT: ".",
}
COLOURS = {
    "R": "green",
    "K": "cyan",
    "x": "red",
    "#": "blue",
    "!": "red",
    "-": "yellow",
    "?": "magenta",
    ".": "bright_black",
}


@click.command("coverage")
@click.option("--portal", "only", multiple=True, metavar="ID", help="Only this portal; may be repeated.")
def command(only: tuple[str, ...]) -> None:
    """Show for every unit and year whether its report is there, and if not, what is known of why."""
    with opened_store() as store:
        portals = [portal for portal in map(Portal.model_validate, store.portals()) if not only or portal.id in only]
        if not portals:
            raise click.ClickException(
                f"the store knows nothing of {', '.join(only)}"
                if only
                else "nothing was crawled or replayed into this store yet"
            )
        _print(grid(portals, stored(store)))


def stored(store: Store) -> Stored:
    """What coverage is judged by."""
    return Stored(store.reports(), store.entries(), store.catalogues(), store.clocks(), store.absences())


def _print(made: Grid) -> None:
    years = [f"{year % 100:02}" for year in made.years]
    for portal, rows in groupby(made.rows, key=lambda row: row.portal):
        cells = [[row.unit, *(MARKS[cell] for cell in row.cells)] for row in rows]
        print_table(TextTable([portal, *years], cells, right=1, gap=1, colours=COLOURS))
        put_line("")
    put_line("   ".join(f"{mark} {state.value}" for state, mark in MARKS.items()))
    if made.unplaced:
        put_line(f"{made.unplaced} stored reports tell no unit or no year and stand in no cell.")
