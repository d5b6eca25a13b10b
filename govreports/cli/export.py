"""govreports export: the store's current reports as files."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click

from govreports.cli.progress import tracked
from govreports.cli.stored import opened_store
from govreports.model.record import Record
from govreports.publish.export import TableName, csv_lines, jsonl_lines, write_whole
from govreports.store import Store


@click.command("export")
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), required=True)
@click.option(
    "--table", type=click.Choice(get_args(TableName)), help="For csv: one row a report (the default) or a statistic."
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file, replaced when it is complete; standard output by default.",
)
@click.option("--portal", "portals", multiple=True, metavar="ID", help="Only this portal's reports; may be repeated.")
def command(form: str, table: TableName | None, output: Path | None, portals: tuple[str, ...]) -> None:
    """Write all current reports: records as JSON lines, or tables as CSV.

    UTF-8 without a byte order mark, the same bytes for the same reports.
    """
    if table and form != "csv":
        raise click.UsageError("--table is for --format csv")
    with opened_store() as store:
        records = tracked(_records(store, portals), "Exporting", len(store.reports()))
        lines = jsonl_lines(records) if form == "jsonl" else csv_lines(records, table or "reports")
        if output is None:
            sys.stdout.buffer.writelines(line.encode() for line in lines)
            return
        try:
            write_whole(lines, output)
        except OSError as error:
            raise click.ClickException(f"{output}: {error.strerror or error}") from error


def _records(store: Store, portals: tuple[str, ...]) -> Iterator[Record]:
    return store.records(portals or None)
