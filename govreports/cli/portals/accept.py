"""govreports portals accept: a run's smaller number of entries is right."""

from datetime import UTC, datetime

import click

from govreports.cli.outcome import put_line
from govreports.cli.stored import opened_store


@click.command("accept")
@click.argument("portal", metavar="ID")
def command(portal: str) -> None:
    """Confirm the number of entries that a run of this portal failed for: it is a good run then.

    What it stored is published, what it did not find is marked as gone, and the next runs are held against its number.
    """
    with opened_store() as store:
        try:
            before = store.accept(portal, datetime.now(UTC))
        except LookupError as error:
            raise click.ClickException(str(error)) from error
    was = "none were known" if before.entries is None else f"{before.entries:,} were"
    put_line(f"{portal}: run {before.waiting_run} is good: {before.waiting_entries:,} entries, where {was} before.")
