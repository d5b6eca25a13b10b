"""govreports portals: the registry."""

import click

from govreports.cli.outcome import put_line
from govreports.cli.tables import TextTable, print_table
from govreports.portals import Portal, Registry, RegistryError, load_registry


@click.group("portals")
def command() -> None:
    """The registry of portals."""


@command.command("list")
def list_portals() -> None:
    """List every portal of the registry."""
    rows = [
        [portal.id, portal.name, portal.region, portal.level, portal.platform, portal.status] for portal in registry()
    ]
    print_table(TextTable(["id", "name", "region", "level", "platform", "status"], rows, right=6))


@command.command("show")
@click.argument("portal_id", metavar="ID")
def show_portal(portal_id: str) -> None:
    """Show one portal's row."""
    portal = registered(portal_id)
    for name, value in portal.model_dump(mode="json", exclude={"catalogues"}).items():
        put_line(f"{name:<10} {_shown(value)}".rstrip())
    for catalogue in portal.catalogues:
        put_line(f"{'catalogue':<10} {catalogue.url}" + (f"  {catalogue.unit}" if catalogue.unit else ""))


def registry() -> Registry:
    """The registry; a bad row of it ends the call with one line."""
    try:
        return load_registry()
    except RegistryError as error:
        raise click.ClickException(str(error)) from error


def registered(portal_id: str) -> Portal:
    """The portal of that id; an unknown one ends the call with one line."""
    try:
        return registry()[portal_id]
    except RegistryError as error:
        raise click.ClickException(str(error)) from error


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}={part}" for key, part in value.items())
    return "" if value is None else str(value)
