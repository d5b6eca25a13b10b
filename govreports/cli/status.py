"""govreports status: how each portal does."""

from datetime import UTC, datetime
from pathlib import Path

import click

from govreports.cli.coverage import stored
from govreports.cli.outcome import finish, put_line
from govreports.cli.portals import registry
from govreports.cli.stored import opened_store
from govreports.cli.tables import TextTable, print_table
from govreports.portals import Portal
from govreports.publish.coverage import grid
from govreports.publish.export import write_whole
from govreports.publish.status import PortalStatus, statuses
from govreports.publish.status_page import status_page
from govreports.store import Store

HEADER = ("portal", "state", "last run", "class", "last good", "entries", "due")
COLOURS = {"finished": "green", "failed": "red", "unended": "yellow", "never-run": "bright_black"}


@click.command("status")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="One page with everything, to this file.")
@click.option("--all", "everything", is_flag=True, help="Also the registry's portals that were never walked.")
def command(html: Path | None, everything: bool) -> None:
    """Show for every portal when it was walked last, the class that ended in, its last good run and when it is due.

    Ends with status 1 if the last run of any of them failed.
    """
    now = datetime.now(UTC)
    with opened_store() as store:
        portals = known_portals(store, everything=everything)
        found = statuses(portals, store.runs(), store.standings(), now)
        made = grid(portals, stored(store)) if html else None
    if html and made:
        try:
            write_whole([status_page(found, made, now)], html)
        except OSError as error:
            raise click.ClickException(f"{html}: {error.strerror or error}") from error
    elif found:
        print_table(TextTable(HEADER, [_row(status, now) for status in found], right=len(HEADER), colours=COLOURS))
    else:
        put_line("Nothing was walked yet.")
    finish(sum(status.progress == "failed" for status in found))


def known_portals(store: Store, *, everything: bool) -> list[Portal]:
    """The portals that ever ran, by the registry's rows as they are now, and if `everything`, its others, too."""
    known = {portal.id: portal for portal in map(Portal.model_validate, store.portals())}
    listed = {portal.id: portal for portal in registry()}
    return [portal for portal in (known | listed).values() if everything or portal.id in known]


def _row(status: PortalStatus, now: datetime) -> list[str]:
    waits = "" if status.waiting_entries is None else f" ({status.waiting_entries} wait for accept)"
    return [
        status.portal.id,
        status.progress,
        _day(status.started),
        status.outcome or "",
        _day(status.last_good),
        f"{'' if status.entries is None else status.entries}{waits}",
        "now" if status.is_due(now) else _day(status.due),
    ]


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else ""
