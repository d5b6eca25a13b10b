"""Adding a row to a registry file."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from govreports.portals.check import Fault, check
from govreports.portals.portal import Portal
from govreports.portals.registry import RegistryError, registry_files
from govreports.portals.writing import row_toml

HEAD = "# Portals of your own, beside the package's. `govreports portals check` lints them.\n"


def add_row(portal: Portal, path: Path) -> None:
    """Write a row at the end of a registry file, which need not be there yet; all of it or nothing. Raises
    RegistryError where the row does not hold, clashes with another of the registry or of the file, or the file's own
    rows do not hold."""
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else HEAD
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", suffix=".toml", delete=False
        ) as file:
            file.write(f"{before.rstrip()}\n\n{row_toml(portal)}")
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}: {error}") from error
    written = Path(file.name)
    try:
        if faults := _faults(written, path):
            raise RegistryError("; ".join(str(fault) for fault in faults))
        written.chmod(0o666 & ~_umask())
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)


def _faults(written: Path, path: Path) -> list[Fault]:
    """What does not hold of a file as it is to be, next to the rest of the registry; told of the file it becomes."""
    others = [file for file in registry_files() if file.resolve() != path.resolve()]
    _, faults = check([*others, written])
    mine = (fault for fault in faults if fault.file == str(written))
    return [
        Fault(str(path), fault.line, fault.portal, fault.message.replace(str(written), str(path))) for fault in mine
    ]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
