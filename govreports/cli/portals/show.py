"""govreports portals show: one portal's row."""

import click

from govreports.cli.outcome import put_line
from govreports.cli.portals import registered

LISTS = {"catalogues", "units", "roster"}


@click.command("show")
@click.argument("portal_id", metavar="ID")
def command(portal_id: str) -> None:
    """Show one portal's row."""
    portal = registered(portal_id)
    for name, value in portal.model_dump(mode="json", exclude=LISTS).items():
        put_line(f"{name:<13} {_shown(value)}".rstrip())
    for unit in portal.units:
        put_line(f"{'unit':<13} {unit.name}" + (f"  < {unit.parent}" if unit.parent else ""))
    for row in portal.roster:
        obliged = "" if row.obliged else "  need not report"
        put_line(f"{'roster':<13} {row.name}  {row.since or ''}..{row.until or ''}{obliged}  {row.source}")
    for catalogue in portal.catalogues:
        put_line(f"{'catalogue':<13} {catalogue.url}" + (f"  {catalogue.unit}" if catalogue.unit else ""))


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}={part}" for key, part in value.items())
    return "" if value is None else str(value)
