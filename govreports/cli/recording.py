"""govreports recording: recordings themselves."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from govreports.archive import Recording, RecordingError
from govreports.archive.changes import exchange_changes
from govreports.cli.outcome import complain, finish, put_line
from govreports.crawl.run import CrawlError, replay
from govreports.model.record import Record
from govreports.platforms import UnknownPlatformError
from govreports.portals import RegistryError
from govreports.publish.changes import by_id, record_changes
from govreports.store import Store

SIGNS = {"added": "+", "removed": "-", "changed": "~"}
FOLDER = click.Path(path_type=Path)


@click.group("recording")
def command() -> None:
    """Recordings: saved exchanges to replay."""


@command.command("diff")
@click.argument("old", metavar="OLD", type=FOLDER)
@click.argument("new", metavar="NEW", type=FOLDER)
def diff(old: Path, new: Path) -> None:
    """Show what changed between two recordings: exchanges, then the records that replays of both give, by field.

    `+` is added, `-` removed, `~` changed. Neither store nor archive is touched. A request that a recording has no
    answer to is listed, and the call ends with status 1.
    """
    try:
        before, after = Recording.load(old), Recording.load(new)
        changed = _tell_exchanges(before, after)
        (one, missed), (two, missed_too) = _replayed(old), _replayed(new)
    except (CrawlError, RecordingError, RegistryError, UnknownPlatformError) as error:
        raise click.ClickException(str(error)) from error
    changed += _tell_records(one, two)
    if not changed:
        put_line("Nothing changed.")
    finish(missed + missed_too)


def _tell_exchanges(old: Recording, new: Recording) -> int:
    """Print the changes; how many there are."""
    changes = list(exchange_changes(old, new))
    for change in changes:
        details = f"  {', '.join(change.details)}" if change.details else ""
        put_line(f"{SIGNS[change.what]} {change.request}{details}")
    return len(changes)


def _tell_records(old: Mapping[str, Record], new: Mapping[str, Record]) -> int:
    """Print the changes; how many records they are in."""
    changed = 0
    for report, record in new.items():
        fields = list(record_changes(old[report], record)) if report in old else []
        if fields or report not in old:
            changed += 1
            put_line(f"{'~' if fields else '+'} record {report} {record['title'] or record['url']}")
        for field in fields:
            put_line(f"    {field.field} {field.sign} {field.value}")
    gone = [record for report, record in old.items() if report not in new]
    for record in gone:
        put_line(f"- record {record['id']} {record['title'] or record['url']}")
    return changed + len(gone)


def _replayed(folder: Path) -> tuple[Mapping[str, Record], int]:
    """The records a replay gives, by id, in a store of its own; and how many requests had no answer."""
    with TemporaryDirectory(prefix="govreports-diff-") as place:
        store = f"sqlite:///{place}/store.sqlite"
        summary = replay([folder], settings={"GOVREPORTS_STORE": store, "GOVREPORTS_DATA": place})
        for miss in summary.misses:
            complain(str(folder), f"the recording has no answer to {miss}")
        with Store.open(store) as opened:
            return by_id(opened.records()), len(summary.misses)
