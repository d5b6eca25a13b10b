"""Saved pages, one after the other; a complaint for each that cannot be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click

from govreports.cli.inputs import Input, Missing, expand
from govreports.cli.outcome import complain, finish
from govreports.cli.progress import tracked
from govreports.documents import UnreadableDocument, kind_of, read_document
from govreports.model.page import Page
from govreports.pages import UnreadablePage, read_page


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page and its bytes."""

    body: bytes
    page: Page


def each_saved(paths: Sequence[str], url: str | None, label: str, handle: Callable[[Saved], None]) -> None:
    """Hand on every page at these paths, complain about the others, and end with status 1 if there were any."""
    inputs = list(expand(paths))
    if url and (len(inputs) > 1 or [*paths] != [found.name for found in inputs]):
        raise click.UsageError("--url tells where one page came from: name just that file")
    failures = 0
    for found in tracked(inputs, label, len(inputs)):
        try:
            handle(_read(found, url))
        except (UnreadablePage, UnreadableDocument) as error:
            complain(found.name, str(error))
            failures += 1
        except OSError:
            raise  # our own output: nobody reads on, or the disk is full
        except Exception as error:  # a fault of ours in one page must not lose the pages after it
            complain(found.name, f"internal error, please report it: {type(error).__name__}: {str(error)[:200]}")
            failures += 1
    finish(failures)


def _read(found: Input | Missing, url: str | None) -> Saved:
    if isinstance(found, Missing):
        raise UnreadablePage(found.reason)
    try:
        body = found.read()
    except OSError as error:
        raise UnreadablePage(error.strerror or str(error)) from error
    read = read_page if kind_of(body) is None else read_document
    return Saved(body, read(body, snapshot=found.name, url=url))
