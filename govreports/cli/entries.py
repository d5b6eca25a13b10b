"""govreports entries: what the catalogues list, and what came of it."""

import click

from govreports.cli.outcome import put_line
from govreports.cli.stored import opened_store
from govreports.cli.tables import TextTable, print_table
from govreports.store import CataloguePage, EntryRow

STATES = ("pending", "report", "copy", "not-a-report", "unreadable")
HEADER = ("state", "type", "listed", "first seen", "last seen", "title", "reason", "address")


@click.command("entries")
@click.option("--portal", "portals", multiple=True, metavar="ID", help="Only this portal's; may be repeated.")
@click.option("--state", "states", multiple=True, type=click.Choice(STATES), help="Only these; may be repeated.")
def command(portals: tuple[str, ...], states: tuple[str, ...]) -> None:
    """List every entry that a catalogue listed: whether its report is stored, and if not, why it was left out.

    Catalogue pages that were not read, and why, come after the entries.
    """
    with opened_store() as store:
        entries = [row for row in store.entries() if not portals or row.portal in portals]
        pages = [page for page in store.catalogues() if not portals or page.portal in portals]
    if not entries and not pages:
        raise click.ClickException(
            f"the store knows no entry of {', '.join(portals)}" if portals else "the store knows no entry yet"
        )
    for portal in dict.fromkeys([row.portal for row in entries] + [page.portal for page in pages]):
        chosen = [row for row in entries if row.portal == portal and (not states or row.state in states)]
        print_table(TextTable([portal, *HEADER[1:]], list(map(_row, chosen)), right=len(HEADER)))
        unread = [page for page in pages if page.portal == portal and page.state != "read"]
        for page in unread if not states else ():
            put_line(_told(page))


def _row(entry: EntryRow) -> list[str]:
    return [
        entry.state,
        *(cell or "" for cell in (entry.document_type, entry.listed)),
        *(f"{seen:%Y-%m-%d}" if seen else "" for seen in (entry.first_seen, entry.last_seen)),
        *(cell or "" for cell in (entry.title, entry.reason)),
        entry.address,
    ]


def _told(page: CataloguePage) -> str:
    return f"catalogue page {page.state}: {page.url} ({page.reason})"
