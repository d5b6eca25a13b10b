"""govreports crawl: portals of the registry, walked live."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

import click

from govreports.cli.locked import InUseError, locked
from govreports.cli.outcome import finish, put_line
from govreports.cli.portals import registry
from govreports.cli.runs import tell
from govreports.cli.stored import opened_store
from govreports.cli.webhook import notify
from govreports.crawl.run import CrawlError, crawl_portals
from govreports.crawl.selection import selected
from govreports.crawl.years import Years
from govreports.places import data_folder
from govreports.platforms import UnknownPlatformError
from govreports.portals import Portal, RegistryError
from govreports.publish.status import due_first, statuses
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
@click.option("--due", is_flag=True, help="Of these portals, or of all, those whose time has come.")
@click.option(
    "--at-most", type=click.IntRange(min=1), default=50, show_default=True, help="With --due: so many portals."
)
@click.option("--budget", type=click.FloatRange(min=0, min_open=True), metavar="MINUTES", help="End after so long.")
@click.option(
    "--webhook", envvar="GOVREPORTS_WEBHOOK", metavar="URL", help="POST the outcome there as JSON [GOVREPORTS_WEBHOOK]."
)
def command(
    portals: tuple[str, ...],
    regions: tuple[str, ...],
    years: Years | None,
    limit: int | None,
    refresh: bool,
    due: bool,
    at_most: int,
    budget: float | None,
    webhook: str | None,
) -> None:
    """Walk portals on the live web, politely. What an earlier run is done with is not fetched again.

    With --years a list is read only as far as it can hold reports of these years, where its dates show that; entries of
    other years are kept as seen, and a later call may fetch them.

    --due is for cron or a timer, every hour: it walks what its portals' cadence and last runs make due, does nothing
    while another such call goes on, and ends with status 1 if a run failed.
    """
    if not (portals or regions or due):
        raise click.UsageError("name what to walk: --portal ID, --region CODE or --due")
    settings = {} if budget is None else {"CLOSESPIDER_TIMEOUT": budget * 60}
    walk = partial(_walk, settings=settings, limit=limit, refresh=refresh, years=years, webhook=webhook)
    try:
        chosen = selected(registry(), portals, regions)
        if not due:
            finish(walk(chosen))
            return
        with locked(data_folder() / "crawl.lock"):
            chosen = _due(chosen or tuple(registry()))[:at_most]
            if not chosen:
                put_line("Nothing is due.")
                return
            finish(walk(chosen))
    except InUseError:
        put_line("Another crawl of what is due goes on: nothing to do.")
    except (CrawlError, RegistryError, StoreError, UnknownPlatformError, OSError) as error:
        raise click.ClickException(str(error)) from error


def _due(portals: Sequence[Portal]) -> tuple[Portal, ...]:
    """Those to walk now, what was never walked first."""
    now = datetime.now(UTC)
    with opened_store() as store:
        found = statuses(portals, store.runs(), store.standings(), now)
    return tuple(status.portal for status in due_first(found, now))


def _walk(
    portals: Sequence[Portal],
    *,
    settings: Mapping[str, object],
    limit: int | None,
    refresh: bool,
    years: Years | None,
    webhook: str | None,
) -> int:
    """Crawl, and tell what came of it. How much failed."""
    summary = crawl_portals(portals, limit=limit, refresh=refresh, years=years, settings=settings)
    if webhook:
        notify(webhook, summary)
    return tell(summary) + sum(portal.failed for portal in summary.portals)
