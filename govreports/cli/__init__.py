"""The `govreports` command: one module a subcommand, imported when it is called."""

from importlib import import_module

import click

COMMANDS = {
    "parse": "Saved pages → reports, as cards or JSON records.",
    "clean": "Saved pages → what they hold, without chrome.",
    "replay": "Walk recorded portals, offline.",
    "crawl": "Walk portals of the registry, live.",
    "portals": "The registry of portals.",
    "export": "The store → JSON lines or CSV.",
    "coverage": "Which unit's report of which year is there.",
    "show": "One stored report, for reading.",
}
"""Every subcommand and what it does; `govreports.cli.NAME.command` is the command itself."""


class _Lazy(click.Group):
    """Imports a subcommand's module only to run it: `parse` must not wait for Scrapy, nor `--help` for anything."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="govreports")
def main() -> None:
    """The annual reports on government information disclosure of China's portals, as checked data.

    GOVREPORTS_DATA is the folder for archive and outputs (default: data), GOVREPORTS_STORE the store's SQLAlchemy URL
    (default: an SQLite file in that folder).
    """
