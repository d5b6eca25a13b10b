"""govreports portals add: a portal's address → its row in a registry file, and a recording to test it by."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import click
from pydantic import ValidationError

from govreports.cli.outcome import finish, put_line
from govreports.cli.portals.looking import allow_host, rests_on, told, within_scope
from govreports.cli.portals.recorded import record
from govreports.platforms import platforms
from govreports.platforms.detect import UNKNOWN
from govreports.platforms.scouting import Look
from govreports.platforms.unmarked import FALLBACK
from govreports.portals import Portal, RegistryError
from govreports.portals.adding import add_row
from govreports.portals.drafting import NOWHERE, Known, draft, provisional
from govreports.portals.portal import Level
from govreports.portals.registry import own_file
from govreports.portals.writing import row_toml


@click.command("add")
@click.argument("url")
@click.option("--registry", type=click.Path(path_type=Path), metavar="PATH", help="Default: portals.toml of your data.")
@click.option("--here", is_flag=True, help="URL is the column of the annual reports, whatever its page says.")
@click.option("--platform", metavar="NAME", help="Default: as detected; generic where that is unknown.")
@click.option("--id", metavar="ID", help="Default: made of the host's name.")
@click.option("--unit", metavar="NAME", help="The organ whose portal it is. Default: as the page's tags say.")
@click.option("--region", metavar="CODE", help="Its division's code. Default: by the site's code, or the organ's name.")
@click.option("--level", type=click.Choice(get_args(Level)), help="Default: by code and name.")
@click.option("--limit", type=click.IntRange(min=1), default=3, show_default=True, help="Reports to record.")
@click.option("--no-recording", is_flag=True, help="Record nothing.")
@allow_host
def command(
    url: str,
    registry: Path | None,
    here: bool,
    platform: str | None,
    limit: int,
    no_recording: bool,
    allowed: Sequence[str],
    **given: Any,
) -> None:
    """Find the annual reports of a portal from any page of it, its home page say, and write its row.

    At most five pages are fetched, as a crawl would: robots.txt obeyed, one after the other. Then the portal is walked
    for a few reports, which are kept as a recording to replay.
    """
    within_scope(url, allowed)
    if platform and platform not in platforms():
        raise click.BadParameter(f"no adapter for platform {platform!r}; known: {', '.join(sorted(platforms()))}")
    looks = _looks(url, 1 if here else None)
    column = looks[0] if here else _column(looks)
    for line in told(column.detection):
        put_line(line)
    row = _row(looks, column, url, platform, given)
    path = registry or own_file()
    try:
        add_row(row, path)
    except RegistryError as error:
        raise click.ClickException(str(error)) from error
    put_line(f"\n{row_toml(row)}\n{path}: {row.id} added; {len(looks)} pages looked at")
    finish(0 if no_recording else record(row, limit))


def _looks(url: str, most: int | None) -> list[Look]:
    # Scrapy is loaded when all that can be judged without it is.
    from govreports.crawl.run import CrawlError
    from govreports.crawl.scout import Trip
    from govreports.crawl.scouting import MOST_PAGES, scout

    try:
        trip = Trip(provisional(url, 1), url, most or MOST_PAGES)
        scout([trip])
    except (CrawlError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    for failure in trip.failures:
        put_line(f"not reached: {failure}")
    if not trip.looks:
        raise click.ClickException(f"nothing of {url} could be read")
    return trip.looks


def _column(looks: Sequence[Look]) -> Look:
    """The column of the annual reports, or the end of the call with what was seen instead."""
    for seen in looks:
        if seen.is_found:
            return seen
    seen_so_far = "".join(f"\n  {seen.url}  {seen.column.name or ''}".rstrip() for seen in looks)
    raise click.ClickException(
        f"no column of annual reports in {len(looks)} pages:{seen_so_far}\nGive its own address, and --here."
    )


def _row(looks: Sequence[Look], column: Look, url: str, platform: str | None, given: dict[str, Any]) -> Portal:
    """The row: what the column's page says, else a page on the way to it."""
    seen = [column, *looks]
    telling = next((each for each in seen if each.detection.platform != UNKNOWN), column)
    evidence = rests_on(column, url) + ("" if telling is column else f"; platform by {rests_on(telling, telling.url)}")
    detected = telling.detection.platform
    known = Known(
        url=column.url,
        platform=platform or (FALLBACK if detected == UNKNOWN else detected),
        evidence=evidence,
        column=column.url,
        site_name=next((each.site_name for each in seen if each.site_name), ""),
        site_code=next((each.site_code for each in seen if each.site_code), ""),
        **given,
    )
    try:
        row = draft(known)
    except ValidationError as error:
        raise click.ClickException(
            "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        ) from error
    if row.region == NOWHERE:
        raise click.UsageError(f"the region of {row.unit} is not known; say it: --region CODE")
    return row
