"""govreports portals detect: addresses and saved pages → their platform, and the row for it."""

from collections.abc import Sequence
from pathlib import Path

import click

from govreports.cli.outcome import complain, finish, put_line
from govreports.cli.portals.looking import allow_host, is_address, rests_on, told, within_scope
from govreports.platforms.detect import UNKNOWN, detect
from govreports.platforms.scouting import Look, look
from govreports.platforms.unmarked import FALLBACK
from govreports.portals.drafting import NOWHERE, Known, draft, provisional
from govreports.portals.writing import row_toml


@click.command("detect")
@click.argument("given", nargs=-1, required=True, metavar="URL|FILE…")
@click.option("--url", "saved_from", metavar="URL", help="The address a FILE was saved from.")
@click.option("--offline", is_flag=True, help="Judge a URL by itself: fetch nothing.")
@allow_host
def command(given: Sequence[str], saved_from: str | None, offline: bool, allowed: Sequence[str]) -> None:
    """Name the platform of addresses and saved pages, with the evidence, and print a row for the registry.

    The page at a URL is fetched, that one alone, as a crawl would: robots.txt is obeyed. What is not clear is unknown.
    """
    addresses = [each for each in given if is_address(each)]
    for address in (*addresses, *((saved_from,) if saved_from is not None else ())):
        within_scope(address, allowed)
    fetched, failures = ({}, {}) if offline or not addresses else _fetched(addresses)
    failed = 0
    for number, each in enumerate(given):
        if number:
            put_line("")
        if not is_address(each):
            failed += _tell_file(each, saved_from)
        elif seen := fetched.get(each):
            _tell(each, seen)
        else:
            if reason := failures.get(each):
                complain(each, f"judged by its address alone: {reason}")
                failed += 1
            _tell(each, look(each, b"", None, lambda _: False))
    finish(failed)


def _fetched(addresses: Sequence[str]) -> tuple[dict[str, Look], dict[str, str]]:
    # Scrapy is loaded where something is fetched: a file or an address alone is judged at once.
    from govreports.crawl.run import CrawlError
    from govreports.crawl.scout import Trip
    from govreports.crawl.scouting import scout

    trips = {each: Trip(provisional(each, number), each, 1) for number, each in enumerate(dict.fromkeys(addresses))}
    try:
        scout(tuple(trips.values()))
    except CrawlError as error:
        raise click.ClickException(str(error)) from error
    looks = {each: trip.looks[0] for each, trip in trips.items() if trip.looks}
    return looks, {each: "; ".join(trip.failures) for each, trip in trips.items() if trip.failures}


def _tell_file(name: str, url: str | None) -> int:
    try:
        body = Path(name).read_bytes()
    except OSError as error:
        hint = "; an address begins with http://" if isinstance(error, FileNotFoundError) else ""
        complain(name, f"{error.strerror or error}{hint}")
        return 1
    if url:
        _tell(name, look(url, body, None, lambda _: False))
        return 0
    for number, line in enumerate(told(detect(None, body))):
        put_line(line if number else f"{name}: {line}")
    put_line("no row: the address it was saved from is not known (--url)")
    return 0


def _tell(name: str, seen: Look) -> None:
    for number, line in enumerate(told(seen.detection)):
        put_line(line if number else f"{name}: {line}")
    unknown = seen.detection.platform == UNKNOWN
    row = draft(
        Known(
            seen.url,
            FALLBACK if unknown else seen.detection.platform,
            rests_on(seen, seen.url),
            column=seen.url if seen.is_found else None,
            site_name=seen.site_name,
            site_code=seen.site_code,
        )
    )
    put_line("")
    if unknown:
        put_line(f"# No family was recognised: {FALLBACK} follows lists by their looks.")
    if row.region == NOWHERE:
        put_line("# The region is not known.")
    if not row.catalogues:
        put_line("# This is not the column of the annual reports; `govreports portals add` looks for it.")
    put_line(row_toml(row).rstrip())
