"""A recording of a portal that has just been added, made by `govreports record` in a process of its own: Twisted's
reactor runs once in one, and the look around has used it up."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from govreports.cli.outcome import complain, put_line
from govreports.places import data_folder
from govreports.portals import Portal
from govreports.portals.writing import row_toml


def record(portal: Portal, limit: int) -> int:
    """Walk the portal for a few reports and keep them below the data folder. How many things failed."""
    folder = data_folder() / "recordings" / portal.id
    if folder.exists():
        complain(str(folder), "there is a recording already, it is left as it is")
        return 0
    with TemporaryDirectory(prefix="govreports-add-") as place:
        row = Path(place) / "portal.toml"
        row.write_text(row_toml(portal), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "govreports",
            "record",
            str(row),
            "--limit",
            str(limit),
            "--output",
            str(folder),
        ]
        done = subprocess.run(command, check=False)
    if done.returncode:
        complain(portal.id, "the row is written, its recording failed")
        return 1
    put_line(f"govreports replay {folder}    walks it again, offline")
    return 0
