"""Progress on stderr for what runs longer than a moment."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from time import monotonic
from typing import TypeVar

import click

MOMENT_SECONDS = 1.0
"""What takes less shows nothing."""

LINE_SECONDS = 5.0
"""How often a plain line is written where there is no terminal."""

Item = TypeVar("Item")
Teller = Callable[[int], None]


def tracked(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """The items, telling how many are done: a bar on a terminal, plain lines otherwise. Where the output itself runs
    over the terminal, it is its own progress."""
    show: Callable[[str, int | None], AbstractContextManager[Teller]]
    show = _nothing if sys.stdout.isatty() else _bar if sys.stderr.isatty() else _lines
    with show(label, total) as tell:
        for done, item in enumerate(items, 1):
            yield item
            tell(done)


@contextmanager
def _nothing(_label: str, _total: int | None) -> Iterator[Teller]:
    yield lambda done: None


@contextmanager
def _lines(label: str, total: int | None) -> Iterator[Teller]:
    last = monotonic()

    def tell(done: int) -> None:
        nonlocal last
        if monotonic() - last >= LINE_SECONDS:
            last = monotonic()
            click.echo(f"{label}: {done:,}" + (f" of {total:,}" if total else ""), err=True)

    yield tell


@contextmanager
def _bar(label: str, total: int | None) -> Iterator[Teller]:
    from rich.console import Console  # slow to import, and most calls are over before a bar is due
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task(label, total=total)
    begun = monotonic()

    def tell(done: int) -> None:
        if monotonic() - begun >= MOMENT_SECONDS:
            progress.start()
        progress.update(task, completed=done)

    try:
        yield tell
    finally:
        progress.stop()
