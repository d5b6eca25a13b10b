"""The families the server plays, one module each; found by walking the package."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from ..family import Family


@cache
def families() -> Mapping[str, type[Family]]:
    """Every family by its name."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return {kind.name: kind for kind in _below(Family) if "name" in vars(kind)}


def _below(kind: type[Family]) -> list[type[Family]]:
    return [found for below in kind.__subclasses__() for found in (below, *_below(below))]
