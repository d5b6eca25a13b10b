"""govreports portals list: every portal of the registry."""

import click

from govreports.cli.portals import registry
from govreports.cli.tables import TextTable, print_table


@click.command("list")
def command() -> None:
    """List every portal of the registry."""
    rows = [
        [portal.id, portal.name, portal.region, portal.level, portal.platform, portal.status] for portal in registry()
    ]
    print_table(TextTable(["id", "name", "region", "level", "platform", "status"], rows, right=6))
