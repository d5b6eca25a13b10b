"""The pages a call names: files as given, folders with all pages below them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE_SUFFIXES = frozenset(
    {"", ".html", ".htm", ".shtml", ".xhtml", ".jsp", ".jspx", ".asp", ".aspx", ".php", ".txt", ".xml"}
)
"""What a page is saved as. A folder holds pictures and styles beside it; a file named in the call is always read."""


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
        if Path(path).is_dir():
            found = list(_pages_below(path))
            yield from found or [Missing(path, "no page in this folder")]
        elif Path(path).exists():
            yield Input(path)
        else:
            yield Missing(path, "no such file or folder")


def _pages_below(folder: str) -> Iterator[Input | Missing]:
    troubles: list[Missing] = []
    for parent, folders, files in os.walk(
        folder, onerror=lambda error: troubles.append(Missing(str(error.filename), error.strerror or "cannot be read"))
    ):
        folders.sort()
        for file in sorted(files):
            if not file.startswith(".") and Path(file).suffix.lower() in PAGE_SUFFIXES:
                yield Input(f"{parent.rstrip(os.sep)}{os.sep}{file}")
    yield from troubles
