"""govreports export: the store's current reports as files."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal, get_args

import click

from govreports.cli.coverage import stored as coverage_stored
from govreports.cli.moments import moment
from govreports.cli.progress import tracked
from govreports.cli.stored import opened_store
from govreports.model.record import Record
from govreports.portals import Portal
from govreports.publish.coverage import grid
from govreports.publish.export import TableName, coverage_lines, csv_lines, jsonl_lines, write_whole
from govreports.store import Store


@click.command("export")
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), required=True)
@click.option(
    "--table",
    type=click.Choice([*get_args(TableName), "coverage"]),
    help="For csv: one row a report (the default), a statistic, a sentence for a coder, or a unit and year with what "
    "is known of its report.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file, replaced when it is complete; standard output by default.",
)
@click.option("--portal", "portals", multiple=True, metavar="ID", help="Only this portal's reports; may be repeated.")
@click.option(
    "--as-of", "at", callback=moment, metavar="TIME", help="What was published then (ISO 8601; a day alone: its end)."
)
@click.option("--published", is_flag=True, help="Only what the last good run of each portal left.")
def command(
    form: str,
    table: TableName | Literal["coverage"] | None,
    output: Path | None,
    portals: tuple[str, ...],
    at: datetime | None,
    published: bool,
) -> None:
    """Write all current reports: records as JSON lines, or tables as CSV.

    That is all that is stored, also by a run that failed or still goes on; what a schedule hands on is --published.
    UTF-8 without a byte order mark, the same bytes for the same reports, and with --as-of the bytes published then.
    """
    if table and form != "csv":
        raise click.UsageError("--table is for --format csv")
    if table == "coverage" and (at or published):
        raise click.UsageError("coverage is what is known now")
    with opened_store() as store:
        if table == "coverage":
            known = map(Portal.model_validate, store.portals())
            chosen = [portal for portal in known if not portals or portal.id in portals]
            lines = coverage_lines(grid(chosen, coverage_stored(store)))
        else:
            records = tracked(_records(store, portals, at, published), "Exporting", len(store.reports()))
            lines = jsonl_lines(records) if form == "jsonl" else csv_lines(records, table or "reports")
        if output is None:
            sys.stdout.buffer.writelines(line.encode() for line in lines)
            return
        try:
            write_whole(lines, output)
        except OSError as error:
            raise click.ClickException(f"{output}: {error.strerror or error}") from error


def _records(store: Store, portals: tuple[str, ...], at: datetime | None, published: bool) -> Iterator[Record]:
    return store.published(portals or None, at) if published or at else store.records(portals or None)
