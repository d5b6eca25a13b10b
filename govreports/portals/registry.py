"""Reading the registry: every data/<province>.toml of the package and the user's own file, or one recording's."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from govreports.places import data_folder
from govreports.portals.portal import Portal


class RegistryError(ValueError):
    """A registry file that cannot be read. The message names the file and the row."""


@dataclass(frozen=True, slots=True)
class Registry:
    """The portals by id, in the order of the files' names and of the rows in them."""

    portals: Mapping[str, Portal] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Portal]:
        return iter(self.portals.values())

    def __len__(self) -> int:
        return len(self.portals)

    def __getitem__(self, portal_id: str) -> Portal:
        """The portal of that id. Raises RegistryError, naming the ids that look like it."""
        try:
            return self.portals[portal_id]
        except KeyError:
            near = ", ".join(known for known in self.portals if portal_id in known or known in portal_id)
            hint = f"; did you mean {near}?" if near else ""
            raise RegistryError(f"no portal {portal_id!r} in the registry{hint}") from None


def own_file() -> Path:
    """The user's own rows, which `portals add` writes: portals.toml in the data folder. It need not be there."""
    return data_folder() / "portals.toml"


def registry_files() -> tuple[Path, ...]:
    """The files the registry is read from: the package's data/<province>.toml by name, then the user's own."""
    own = own_file()
    return (*_files(Path(str(files("govreports.portals"))) / "data"), *((own,) if own.exists() else ()))


def load_registry(folder: Path | None = None) -> Registry:
    """Every portal of a folder of TOML files, by default the package's own and the user's. Raises RegistryError."""
    portals: dict[str, Portal] = {}
    for file in registry_files() if folder is None else _files(folder):
        for portal in load_portals(file):
            if portal.id in portals:
                raise RegistryError(f"{file}: portal {portal.id!r} is given twice")
            portals[portal.id] = portal
    return Registry(portals)


def load_portal(path: Path) -> Portal:
    """The one portal of a recording's portal.toml. Raises RegistryError."""
    rows = load_portals(path)
    if len(rows) != 1:
        raise RegistryError(f"{path}: one [[portal]] row expected, found {len(rows)}")
    return rows[0]


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.toml")))


def load_portals(file: Path) -> list[Portal]:
    """The rows of one file, in their order. Raises RegistryError."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise RegistryError(f"{file}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegistryError(f"{file}: {error}") from error
    if unknown := tables.keys() - {"portal"}:
        raise RegistryError(f"{file}: only [[portal]] rows are expected, found {', '.join(sorted(unknown))}")
    rows = tables.get("portal", [])
    if not isinstance(rows, list):
        raise RegistryError(f"{file}: portals are written as [[portal]] rows")
    return [_row(file, number, row) for number, row in enumerate(rows, start=1)]


def _row(file: Path, number: int, row: object) -> Portal:
    try:
        return Portal.model_validate(row)
    except ValidationError as error:
        name = row.get("id", "without id") if isinstance(row, dict) else "without id"
        faults = "; ".join(f"{'.'.join(map(str, fault['loc'])) or 'row'}: {fault['msg']}" for fault in error.errors())
        raise RegistryError(f"{file}: row {number} ({name}): {faults}") from error
