"""govreports replay: recorded portals, walked offline."""

from pathlib import Path

import click

from govreports.archive import Recording, RecordingError
from govreports.cli.outcome import complain
from govreports.cli.runs import tell
from govreports.crawl.run import CrawlError, replay
from govreports.crawl.summary import RunSummary
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
    try:
        summary = replay(good) if good else RunSummary(())
    except (CrawlError, StoreError) as error:
        raise click.ClickException(str(error)) from error
    tell(summary, failures=len(recordings) - len(good))


def _can_be_read(folder: Path) -> bool:
    try:
        Recording.load(folder)
    except (RecordingError, RegistryError) as error:
        complain(str(folder), str(error))
        return False
    return True
