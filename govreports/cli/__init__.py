"""The `govreports` command: one module a subcommand, imported when it is called."""

import click

from govreports.cli.lazy import Lazy

COMMANDS = {
    "parse": "Saved pages → reports, as cards or JSON records.",
    "clean": "Saved pages → what they hold, without chrome.",
    "replay": "Walk recorded portals, offline.",
    "crawl": "Walk portals of the registry, live.",
    "record": "Walk a portal, live, and save every exchange to replay.",
    "recording": "Recordings: what changed between two.",
    "archive": "The archive: what it takes, whether it is whole, one page of it.",
    "rebuild": "Read and parse every archived report again, offline.",
    "portals": "The registry of portals.",
    "export": "The store → JSON lines or CSV.",
    "coverage": "Which unit's report of which year is there.",
    "status": "How each portal does: its last run, its last good one, when it is due.",
    "entries": "What the catalogues list and what came of each, with the reason.",
    "codebook": "What every indicator is and where it is printed, with examples.",
    "show": "One stored report, for reading.",
}
"""Every subcommand and what it does; `govreports.cli.NAME.command` is the command itself."""


@click.group(cls=Lazy, package=__name__, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="govreports")
def main() -> None:
    """The annual reports on government information disclosure of China's portals, as checked data.

    GOVREPORTS_DATA is the folder for archive and outputs (default: data), GOVREPORTS_STORE the store's SQLAlchemy URL
    (default: an SQLite file in that folder).
    """
