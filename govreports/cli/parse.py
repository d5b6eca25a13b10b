"""govreports parse: saved pages → reports."""

import click

from govreports.cli.outcome import put_line
from govreports.cli.reading import Saved, each_saved
from govreports.model.identity import file_identity
from govreports.model.record import Record
from govreports.parsing import hints_of, parse_reports
from govreports.publish.record import build_records, to_json


@click.command("parse")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, help="One JSON record a line for each report instead of cards.")
@click.option("--url", help="Where the page came from.")
def command(paths: tuple[str, ...], as_json: bool, url: str | None) -> None:
    """Parse saved pages: HTML in any usual encoding, or text dumps; files, or folders with all pages below them. A PDF,
    docx or xlsx file is read when it is named, whatever its suffix."""
    put = _put_json if as_json else _print_card

    def handle(saved: Saved) -> None:
        for record in _records(saved):
            put(record)

    each_saved(paths, url, "Parsing", handle)


def _records(saved: Saved) -> tuple[Record, ...]:
    readings = parse_reports(saved.page.document, hints_of(saved.page))
    return build_records(saved.page, readings, identity=file_identity(saved.body))


def _put_json(record: Record) -> None:
    put_line(to_json(record))


def _print_card(record: Record) -> None:
    from govreports.cli.cards import print_card  # a card may want rich, records never do

    print_card(record)
