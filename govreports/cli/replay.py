"""govreports replay: recorded portals, walked offline."""

from pathlib import Path

import click

from govreports.archive import Recording, RecordingError
from govreports.cli.outcome import complain, finish
from govreports.cli.runs import tell
from govreports.crawl.run import CrawlError, replay
from govreports.platforms import UnknownPlatformError
from govreports.portals import RegistryError
from govreports.store import StoreError


@click.command("replay")
@click.argument("recordings", nargs=-1, required=True, metavar="RECORDING…", type=click.Path(path_type=Path))
def command(recordings: tuple[Path, ...]) -> None:
    """Walk recorded portals with the spider, middlewares and pipelines of a crawl, answered from the recordings.

    A recording is a folder with portal.toml, exchanges.jsonl and bodies/. A request it has no answer to is listed, and
    the call ends with status 1.
    """
    good = [folder for folder in recordings if _can_be_read(folder)]
    failures = len(recordings) - len(good)
    if good:
        try:
            failures += tell(replay(good))
        except (CrawlError, StoreError, UnknownPlatformError) as error:
            raise click.ClickException(str(error)) from error
    finish(failures)


def _can_be_read(folder: Path) -> bool:
    try:
        Recording.load(folder)
    except (RecordingError, RegistryError) as error:
        complain(str(folder), str(error))
        return False
    return True
