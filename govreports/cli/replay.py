"""govreports replay: recorded portals, walked offline."""

from collections.abc import Iterator
from pathlib import Path

import click

from govreports.archive import Recording, RecordingError, warc_recording
from govreports.cli.outcome import complain, finish
from govreports.cli.portals import registered
from govreports.cli.runs import tell
from govreports.crawl.run import CrawlError, replay
from govreports.platforms import UnknownPlatformError
from govreports.portals import Portal, RegistryError, load_portal
from govreports.store import StoreError


@click.command("replay")
@click.argument("recordings", nargs=-1, required=True, metavar="RECORDING…", type=click.Path(path_type=Path))
@click.option(
    "--portal",
    "portals",
    multiple=True,
    metavar="ID",
    help="Whose pages WARC files hold: a portal of the registry, or a TOML file with its row; may be repeated.",
)
def command(recordings: tuple[Path, ...], portals: tuple[str, ...]) -> None:
    """Walk recorded portals with the spider, middlewares and pipelines of a crawl, answered from the recordings.

    A recording is a folder with portal.toml, exchanges.jsonl and bodies/, or WARC files (.warc, .warc.gz), which may be
    of other tools; these need --portal, and are one recording together. A request that a recording has no answer to is
    listed, and the call ends with status 1.
    """
    warcs = [path for path in recordings if path.is_file()]
    if bool(warcs) != bool(portals):
        raise click.UsageError("--portal says whose pages WARC files hold; give both or neither")
    good: list[Path | Recording] = [folder for folder in recordings if folder not in warcs and _can_be_read(folder)]
    failures = len(recordings) - len(warcs) - len(good)
    for name in portals:
        found = list(_from_warcs(warcs, _portal(name)))
        good += found
        failures += not found
    if good:
        try:
            failures += tell(replay(good))
        except (CrawlError, RecordingError, StoreError, UnknownPlatformError) as error:
            raise click.ClickException(str(error)) from error
    finish(failures)


def _portal(name: str) -> Portal:
    if not name.endswith(".toml"):
        return registered(name)
    try:
        return load_portal(Path(name))
    except RegistryError as error:
        raise click.ClickException(str(error)) from error


def _from_warcs(files: list[Path], portal: Portal) -> Iterator[Recording]:
    """The recording of a portal that WARC files make, if they do; what is amiss goes to stderr."""
    try:
        recording = warc_recording(files, portal)
    except RecordingError as error:
        complain(portal.id, str(error))
        return
    for note in recording.notes:
        click.echo(f"govreports: warning: {note}", err=True)
    yield recording


def _can_be_read(folder: Path) -> bool:
    try:
        Recording.load(folder)
    except (RecordingError, RegistryError) as error:
        complain(str(folder), str(error))
        return False
    return True
