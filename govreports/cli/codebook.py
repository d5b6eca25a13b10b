"""`govreports codebook`: what every indicator is, with examples out of saved pages."""

from pathlib import PurePath

import click

from govreports.cli.reading import Saved, each_saved
from govreports.parsing import hints_of, parse_reports
from govreports.publish.codebook import codebook
from govreports.publish.examples import Source


@click.command()
@click.argument("paths", nargs=-1)
def command(paths: tuple[str, ...]) -> None:
    """Print the codebook in Markdown: every indicator, what feeds it in each form, what compares, an example.

    Examples are taken from the saved pages at PATHS (files, or folders with all pages below them), if any are given.
    """
    sources: list[Source] = []

    def keep(saved: Saved) -> None:
        name = PurePath(saved.page.snapshot).name
        readings = parse_reports(saved.page.document, hints_of(saved.page))
        sources.extend(Source(name, reading.document.text, reading.report) for reading in readings)

    each_saved(paths, None, "Parsing", keep)
    click.echo(codebook(sources), nl=False)
