"""govreports record: a portal, walked live, as a recording."""

import re
from pathlib import Path

import click

from govreports.archive import Recorder, RecordingError
from govreports.cli.outcome import finish, put_line
from govreports.cli.portals import registered
from govreports.cli.runs import tell_runs
from govreports.crawl.run import CrawlError, record
from govreports.platforms import UnknownPlatformError
from govreports.portals import Portal, RegistryError, load_portal

SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kMG]?)i?B?$", re.IGNORECASE)
FACTORS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}
BUDGET = "50M"


def _size(_ctx: click.Context, _option: click.Parameter, text: str) -> int:
    """Bytes."""
    found = SIZE.match(text.strip())
    size = int(float(found[1]) * FACTORS[found[2].lower()]) if found else 0
    if not size:
        raise click.BadParameter(f"{text!r} is no size like 500k, 20M or 1G")
    return size


@click.command("record")
@click.argument("portal", metavar="PORTAL")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Fetch at most N reports.")
@click.option(
    "--budget",
    callback=_size,
    default=BUDGET,
    show_default=True,
    metavar="SIZE",
    help="How much the answers may take, as received: 500k, 20M.",
)
@click.option(
    "--output", type=click.Path(path_type=Path), required=True, metavar="FOLDER", help="A folder, new or empty."
)
def command(portal: str, limit: int | None, budget: int, output: Path) -> None:
    """Walk a portal on the live web, politely, and save robots.txt, catalogues, reports and further pages as received.

    PORTAL is the id of a portal of the registry, or a TOML file with one [[portal]] row. What the limit or the budget
    leaves out is noted in the recording, so that `govreports replay` of it asks for nothing it does not hold. Store and
    archive stay as they are.
    """
    row = _row(portal)
    try:
        recorder = Recorder(output, row, budget)
        summary = record(row, recorder, limit=limit)
    except (CrawlError, RecordingError, UnknownPlatformError) as error:
        raise click.ClickException(str(error)) from error
    failures = tell_runs(summary)
    put_line(f"{output}: {recorder.exchanges:,} exchanges, {recorder.size:,} bytes")
    if recorder.spent:
        put_line(f"The budget of {budget:,} bytes was spent: what came after was not asked for.")
    finish(failures)


def _row(portal: str) -> Portal:
    if not (portal.endswith(".toml") or Path(portal).is_file()):
        return registered(portal)
    try:
        return load_portal(Path(portal))
    except RegistryError as error:
        raise click.ClickException(str(error)) from error
