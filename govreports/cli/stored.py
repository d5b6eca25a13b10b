"""The store a call works on."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from govreports.places import store_url
from govreports.store import Store, StoreError


@contextmanager
def opened_store() -> Iterator[Store]:
    """The store the environment names, closed afterwards. A store that cannot be opened ends the call with one line."""
    try:
        store = Store.open(store_url())
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    with store:
        yield store
