"""What every platform adapter offers, and finding it by name."""

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import Protocol

from govreports.model.exchange import Catalogue, Fetch, Snapshot
from govreports.pages import Detail
from govreports.platforms.parameters import Parameters
from govreports.portals import Portal


class UnknownPlatformError(LookupError):
    """No module of this package speaks for that platform. The message names those that are known."""


class Adapter(Protocol):
    """A CMS family. Both methods are pure: what comes next is decided from a snapshot and its fetch's context."""

    @property
    def name(self) -> str:
        """The platform's name, as registry rows give it."""

    @property
    def detail(self) -> Detail:
        """Where the family's templates keep a detail page's body, metadata and attachments."""

    @property
    def parameters(self) -> Parameters:
        """What rows of the registry may tell it, of the whole portal or of one catalogue."""

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """The first fetch of each of the portal's catalogues."""

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """The entries of one catalogue response, and the further fetches it asks for."""


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of this package: what speaks for a platform is found in it, there is no list to forget."""
    package = importlib.import_module("govreports.platforms")
    return tuple(
        importlib.import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__)
    )


@cache
def platforms() -> Mapping[str, Adapter]:
    """Every adapter of this package by its name."""
    found: dict[str, Adapter] = {}
    for module in modules():
        spoken: Adapter | None = getattr(module, "ADAPTER", None)
        if spoken is not None:
            found[spoken.name] = spoken
    return found


def adapter(name: str) -> Adapter:
    """The adapter of a platform. Raises UnknownPlatformError."""
    try:
        return platforms()[name]
    except KeyError:
        raise UnknownPlatformError(
            f"no adapter for platform {name!r}; known: {', '.join(sorted(platforms()))}"
        ) from None
