"""What goes to which stream, and how a call ends."""

import sys

import click


def complain(name: str, reason: str) -> None:
    """One line on stderr that names an input and what is wrong with it."""
    click.echo(f"govreports: {name}: {' '.join(reason.split())}", err=True)


def put_line(line: str) -> None:
    """One line on stdout: UTF-8 whatever the locale says, a file name's odd bytes as `?`."""
    click.echo(f"{line}\n".encode(errors="replace"), nl=False)


def finish(failures: int) -> None:
    """End with status 1 if anything failed."""
    if failures:
        sys.exit(1)
