"""govreports crawl: portals of the registry, walked live."""

import click

from govreports.cli.outcome import finish
from govreports.cli.portals import registry
from govreports.cli.runs import tell
from govreports.crawl.run import CrawlError, crawl_portals
from govreports.crawl.selection import selected
from govreports.crawl.years import Years
from govreports.platforms import UnknownPlatformError
from govreports.portals import RegistryError
from govreports.store import StoreError


def _years(_ctx: click.Context, _option: click.Parameter, text: str | None) -> Years | None:
    try:
        return None if text is None else Years.parse(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command("crawl")
@click.option("--portal", "portals", multiple=True, metavar="ID", help="A portal of the registry; may be repeated.")
@click.option(
    "--region",
    "regions",
    multiple=True,
    metavar="CODE",
    help="All portals whose division code begins with these digits (34, 3416); may be repeated, and joins --portal.",
)
@click.option(
    "--years", callback=_years, metavar="YEARS", help="Only reports of these years: 2011, 2011-2013, 2009,2011-2013."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Fetch at most N reports of each portal.")
@click.option("--refresh", is_flag=True, help="Read again what an earlier run is done with.")
def command(
    portals: tuple[str, ...], regions: tuple[str, ...], years: Years | None, limit: int | None, refresh: bool
) -> None:
    """Walk portals on the live web, politely. What an earlier run is done with is not fetched again.

    With --years a list is read only as far as it can hold reports of these years, where its dates show that; entries of
    other years are kept as seen, and a later call may fetch them.
    """
    if not portals and not regions:
        raise click.UsageError("name what to walk: --portal ID or --region CODE")
    try:
        chosen = selected(registry(), portals, regions)
        summary = crawl_portals(chosen, limit=limit, refresh=refresh, years=years)
        failures = tell(summary) + sum(portal.failed for portal in summary.portals)
    except (CrawlError, RegistryError, StoreError, UnknownPlatformError) as error:
        raise click.ClickException(str(error)) from error
    finish(failures)
