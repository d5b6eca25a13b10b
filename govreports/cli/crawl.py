"""govreports crawl: portals of the registry, walked live."""

import click

from govreports.cli.outcome import finish
from govreports.cli.portals import registered
from govreports.cli.runs import tell
from govreports.crawl.run import CrawlError, crawl_portals
from govreports.platforms import UnknownPlatformError
from govreports.store import StoreError


@click.command("crawl")
@click.option(
    "--portal", "portals", multiple=True, required=True, metavar="ID", help="A portal of the registry; may be repeated."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Fetch at most N reports of each portal.")
@click.option("--refresh", is_flag=True, help="Read again what an earlier run is done with.")
def command(portals: tuple[str, ...], limit: int | None, refresh: bool) -> None:
    """Walk portals on the live web, politely. What an earlier run is done with is not fetched again."""
    chosen = [registered(portal) for portal in dict.fromkeys(portals)]
    try:
        failures = tell(crawl_portals(chosen, limit=limit, refresh=refresh))
    except (CrawlError, StoreError, UnknownPlatformError) as error:
        raise click.ClickException(str(error)) from error
    finish(failures)
