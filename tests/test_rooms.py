"""The import rule: the rooms that read and parse know nothing of Scrapy, of Twisted, or of the store."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import govreports

PACKAGE = Path(govreports.__file__).parent
PURE = ("documents", "model", "pages", "parsing", "platforms", "regions")
FORBIDDEN = ("scrapy", "twisted", "sqlalchemy", "govreports.store", "govreports.crawl", "govreports.spiders")
ROOMS = [room for room in PURE if (PACKAGE / room).is_dir()]


def forbidden(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in FORBIDDEN)


def imported(source: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return names


def test_the_rooms_of_the_rule_are_there() -> None:
    assert {"model", "pages", "parsing", "platforms", "regions"} <= set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_no_module_of_the_room_names_them(room: str) -> None:
    for path in sorted((PACKAGE / room).rglob("*.py")):
        told = {name for name in imported(path.read_text(encoding="utf-8")) if forbidden(name)}
        assert not told, f"{path.relative_to(PACKAGE)} imports {told}"


def test_importing_the_rooms_loads_none_of_them() -> None:
    code = f"""
import importlib, pkgutil, sys
for room in {ROOMS!r}:
    package = importlib.import_module(f"govreports.{{room}}")
    for found in pkgutil.walk_packages(package.__path__, f"govreports.{{room}}."):
        importlib.import_module(found.name)
print("\\n".join(sorted(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PACKAGE.parent, check=True)
    assert not [module for module in done.stdout.split() if forbidden(module)]
