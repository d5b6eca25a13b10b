"""What a crawl or replay came to, told at its end."""

import click

from govreports.cli.outcome import complain, put_line
from govreports.cli.stored import opened_store
from govreports.cli.tables import TextTable, print_table
from govreports.crawl.summary import PortalSummary, RunSummary
from govreports.store import Counts

HEADER = ("portal", "entries found", "reports stored", "statistics", "findings", "new", "changed")
"""Reports, statistics and findings are what the store holds now, the others what this run did."""


def tell(summary: RunSummary) -> int:
    """Print the table and what was found about the runs, and on stderr the requests that had no answer. How many of
    these there were, or of errors of our own."""
    with opened_store() as store:
        rows = [_row(portal, store.counts(portal.portal)) for portal in summary.portals]
    print_table(TextTable(HEADER, rows, right=1))
    failures = tell_runs(summary)
    if not summary.changed_anything:
        put_line("Nothing changed: the store holds all of this already.")
    return failures


def tell_runs(summary: RunSummary) -> int:
    """Print what was found about the runs, and on stderr the requests that had no answer and, if the store started
    empty, the answers nobody asked for. How many of the former there were, or of errors of our own."""
    for portal in summary.portals:
        if portal.outcome != "ok":
            told = f": {portal.detail}" if portal.detail else _left_out(portal)
            put_line(f"{portal.portal}: {portal.outcome}{told}")
        for finding in (finding for finding in portal.findings if finding.code != "run-failed"):
            put_line(f"{portal.portal}: {finding.severity}: {finding.message}")
    for portal in summary.portals:
        for miss in portal.misses:
            complain(portal.portal, f"the recording has no answer to {miss}")
    for unused in summary.unused if summary.started_empty else ():
        click.echo(f"govreports: warning: the recording's answer to {unused} was not asked for", err=True)
    return len(summary.misses) + sum(portal.errors for portal in summary.portals)


def _left_out(portal: PortalSummary) -> str:
    """What a limited run did not ask for, as far as it knows."""
    told = (
        (portal.outside, "entries of other years"),
        (portal.pages_left, "catalogue pages"),
    )
    left = ", ".join(f"{number:,} {what}" for number, what in told if number)
    return f" (left out: {left})" if left else ""


def _row(portal: PortalSummary, stored: Counts) -> list[str]:
    numbers = (portal.entries, stored.reports, stored.statistics, stored.findings, portal.new, portal.changed)
    return [portal.portal, *(f"{number:,}" for number in numbers)]
