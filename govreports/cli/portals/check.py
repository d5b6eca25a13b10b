"""govreports portals check: linting registry files."""

from collections.abc import Sequence
from pathlib import Path

import click

from govreports.cli.outcome import complain, finish, put_line
from govreports.portals.check import check
from govreports.portals.registry import registry_files


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(path_type=Path))
def command(paths: Sequence[Path]) -> None:
    """Say what does not hold in registry files, each with its line. PATH is a file or a folder of files; without one
    the registry itself is checked, your own rows included."""
    files: list[Path] = []
    missing = 0
    for path in paths:
        found = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        files.extend(found)
        if not found:
            complain(str(path), "no TOML file in this folder")
            missing += 1
    portals, faults = check(files if paths else registry_files())
    for fault in faults:
        put_line(str(fault))
    put_line(f"{len(portals)} portals read, {len(faults)} faults")
    finish(missing + len(faults))
