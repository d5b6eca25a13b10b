"""govreports portals: the registry."""

import click

from govreports.cli.lazy import Lazy
from govreports.portals import Portal, Registry, RegistryError, load_registry

COMMANDS = {
    "list": "Every portal of the registry.",
    "show": "One portal's row.",
    "check": "What does not hold in registry files, with line numbers.",
    "detect": "Addresses, saved pages → their platform, and the row for it.",
    "accept": "A run failed for finding fewer entries, and that is right.",
    "add": "A portal's address → its row in a registry file.",
}


@click.group("portals", cls=Lazy, package=__name__, table=COMMANDS)
def command() -> None:
    """The registry of portals."""


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
