"""govreports show: one stored report for reading."""

from collections.abc import Iterable
from itertools import pairwise

import click

from govreports.cli.cards import print_card
from govreports.cli.outcome import put_line
from govreports.cli.stored import opened_store
from govreports.model.record import Record
from govreports.publish.changes import record_changes
from govreports.publish.record import to_json
from govreports.store import ReportRow

WITHOUT_NEWS = frozenset({"version", "snapshot", "documents"})
"""Fields that differ in every version."""


@click.command("show")
@click.argument("report", required=False, metavar="[REPORT-ID]")
@click.option("--unit", help="The organ's name, or a part of it.")
@click.option("--year", type=int, help="The reporting year.")
@click.option("--json", "as_json", is_flag=True, help="The record instead of the card.")
@click.option("--diff", is_flag=True, help="What each version changed in the one before it.")
def command(report: str | None, unit: str | None, year: int | None, as_json: bool, diff: bool) -> None:
    """Show one report of the store, found by its id (its first digits will do) or by unit and year.

    Of several that fit they are listed, unless one has exactly that unit's name.
    """
    if report is None and unit is None and year is None:
        raise click.UsageError("name a report: its id, or --unit and --year")
    with opened_store() as store:
        record = store.record(_the_one(_found(store.reports(), report or "", unit, year)).id)
        versions = store.versions(record["id"]) if diff else []
    if diff:
        _print_changes(versions)
    elif as_json:
        put_line(to_json(record))
    else:
        print_card(record)


def _print_changes(versions: list[Record]) -> None:
    """The changes from version to version, one a line: field, - or +, value."""
    if len(versions) == 1:
        put_line("There is one version only: its page has not changed.")
    for older, newer in pairwise(versions):
        put_line(f"version {older['version']} → {newer['version']}:")
        for change in record_changes(older, newer):
            if change.field not in WITHOUT_NEWS:
                put_line(f"  {change.field} {change.sign} {change.value}")


def _found(rows: Iterable[ReportRow], report: str, unit: str | None, year: int | None) -> list[ReportRow]:
    chosen = [
        row
        for row in rows
        if row.id.startswith(report)
        and (unit is None or unit in (row.unit or ""))
        and (year is None or row.year == year)
    ]
    exact = [row for row in chosen if row.id == report or (unit and row.unit == unit)]
    return exact or chosen


def _the_one(rows: list[ReportRow]) -> ReportRow:
    if not rows:
        raise click.ClickException("no stored report is like that")
    if len(rows) > 1:
        listed = (f"  {row.id}  {row.year or '????'}  {row.unit or row.entry}" for row in rows)
        raise click.ClickException("\n".join(("several reports are like that:", *listed)))
    return rows[0]
