"""govreports archive: the WARC files every response is kept in."""

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import click
from w3lib.url import canonicalize_url

from govreports.archive import SUFFIX, ArchiveError, Fault, archive_bytes, in_use, read_record, verify
from govreports.cli.moments import moment
from govreports.cli.outcome import finish, put_line
from govreports.cli.progress import tracked
from govreports.cli.stored import opened_store
from govreports.cli.tables import TextTable, print_table
from govreports.model.exchange import Fetch, IndexRow
from govreports.places import data_folder
from govreports.store import Store

OTHER_SCHEME = {"http": "https", "https": "http"}


@click.group("archive")
def command() -> None:
    """The archive: the WARC files below GOVREPORTS_DATA/archive, which hold every response ever received."""


@command.command("stat")
def stat() -> None:
    """Show what the archive keeps of each portal, and what it takes of the disk."""
    folder = _folder()
    with opened_store() as store:
        holdings, ends = store.holdings(), store.indexed()
    rows = [
        [
            held.portal or "(not known)",
            f"{held.responses:,}",
            f"{held.revisits:,}",
            f"{held.length:,}",
            f"{held.first:%Y-%m-%d}",
            f"{held.last:%Y-%m-%d}",
        ]
        for held in holdings
    ]
    print_table(TextTable(("portal", "responses", "of them revisits", "bytes", "first", "last"), rows, right=1))
    files = sorted(folder.glob(f"*{SUFFIX}"))
    put_line(f"{len(files):,} files, {archive_bytes(folder):,} bytes; {shutil.disk_usage(folder).free:,} bytes free")
    if budget := os.environ.get("GOVREPORTS_ARCHIVE_BUDGET"):
        put_line(f"budget: {int(budget):,} bytes, {archive_bytes(folder) / int(budget):.0%} used")
    for path in files:
        if in_use(path):
            put_line(f"{path.name}: a running crawl writes to it")
        elif (behind := path.stat().st_size - ends.get(path.name, 0)) > 0:
            put_line(f"{path.name}: {behind:,} bytes without an index row at its end; the next crawl looks at them")


@command.command("verify")
def check() -> None:
    """Read the whole archive and name every fault by file and offset.

    Every record must unpack and have the digests it states, every revisit lead to the body it refers to, every response
    have its row in the index, and every row its response. Ends with status 1 if anything is wrong.
    """
    folder = _folder()
    with opened_store() as store:
        total = sum(held.responses for held in store.holdings())
        sound, faults = 0, 0
        try:
            for found in tracked(verify(folder, store.indexed(), store.index_rows), "Verifying", total):
                if isinstance(found, Fault):
                    faults += 1
                    put_line(f"{found.file}, offset {found.offset}: {found.message}")
                else:
                    sound += 1
        except OSError as error:
            raise click.ClickException(f"{error.filename}: {error.strerror}") from error
    put_line(f"{sound:,} responses are as they were received; {faults:,} faults")
    finish(faults)


@command.command("extract")
@click.argument("url", metavar="URL")
@click.option("--time", "until", callback=moment, metavar="TIME", help="The last one received until then (ISO 8601).")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; standard output by default."
)
def extract(url: str, until: datetime | None, output: Path | None) -> None:
    """Write the body of the last response of an address, unpacked, byte for byte.

    An answer that the page has not changed is not one: the page from before is written.
    """
    with opened_store() as store:
        row = _chosen(store, url, until)
    try:
        received = read_record(data_folder() / "archive" / row.place.file, row.place.offset)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
    body = received.snapshot(Fetch(url, "report")).body
    click.echo(f"{row.url}: status {received.status}, received {row.time:%Y-%m-%d %H:%M:%S} UTC", err=True)
    if output is None:
        sys.stdout.buffer.write(body)
        return
    try:
        output.write_bytes(body)
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror or error}") from error


def _chosen(store: Store, url: str, until: datetime | None) -> IndexRow:
    """The response meant; the address as it was asked for goes before other forms of it."""
    scheme = urlsplit(url).scheme
    forms = [url, canonicalize_url(url)]
    forms += [form.replace(scheme, OTHER_SCHEME[scheme], 1) for form in forms if scheme in OTHER_SCHEME]
    kept = store.responses(forms)
    if not kept:
        raise click.ClickException(f"the archive has no response of {url}")
    known = [row for row in kept if until is None or row.time <= until]
    if not known:
        first = min(row.time for row in kept)
        raise click.ClickException(f"the first response of {url} is of {first:%Y-%m-%d %H:%M:%S} UTC")
    return max(known, key=lambda row: (row.url == url, row.time))


def _folder() -> Path:
    folder = data_folder() / "archive"
    if not folder.is_dir():
        raise click.ClickException(f"{folder}: there is no archive")
    return folder
