"""The pages a call names: files as given, folders with all pages below them."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE_SUFFIXES = frozenset(
    {"", ".html", ".htm", ".shtml", ".xhtml", ".jsp", ".jspx", ".asp", ".aspx", ".php", ".txt", ".xml"}
)
"""What a page is saved as. A folder holds pictures and styles beside it; a file named in the call is always read."""

_NO_SUCH = "no such file or folder"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read; `name` is its path as given, which for a file in a folder begins with the folder's."""

    name: str

    def read(self) -> bytes:
        """The file's bytes. Raises OSError."""
        return Path(self.name).read_bytes()


@dataclass(frozen=True, slots=True)
class Missing:
    """A path that leads to nothing to read, and why."""

    name: str
    reason: str


def expand(paths: Sequence[str]) -> Iterator[Input | Missing]:
    """Each path's files in the order given; those of a folder by name."""
    for path in paths:
        try:
            kind = Path(path).stat().st_mode
        except OSError as error:
            yield Missing(path, _NO_SUCH if isinstance(error, FileNotFoundError) else error.strerror or str(error))
            continue
        if stat.S_ISDIR(kind):
            yield from _pages_below(path) or [Missing(path, "no page in this folder")]
        elif stat.S_ISREG(kind):
            yield Input(path)
        else:
            yield Missing(path, "not a regular file")


def _pages_below(folder: str) -> list[Input | Missing]:
    found: list[Input | Missing] = []

    def unreadable(error: OSError) -> None:
        found.append(Missing(str(error.filename), error.strerror or "cannot be read"))

    for parent, _, files in os.walk(folder, onerror=unreadable):
        pages = (name for name in files if not name.startswith(".") and Path(name).suffix.lower() in PAGE_SUFFIXES)
        names = (f"{parent.rstrip(os.sep)}{os.sep}{name}" for name in pages)
        found.extend(Input(name) for name in names if Path(name).is_file())
    return sorted(found, key=lambda each: each.name)
