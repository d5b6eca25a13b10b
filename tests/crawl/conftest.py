"""A data folder, and answers written down as a recording."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from lanting import HOST, PORTAL, Answer

import govreports
from govreports.portals import Portal


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own, where store and archive lie."""
    monkeypatch.setenv("GOVREPORTS_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("GOVREPORTS_STORE", raising=False)
    return tmp_path / "data"


@pytest.fixture
def record(tmp_path: Path):
    """Writes answers as a recording, in their order."""

    def write(answers: Mapping[str, Answer], name: str = "lanting", portal: str = PORTAL) -> Path:
        folder = tmp_path / name
        (folder / "bodies").mkdir(parents=True)
        (folder / "portal.toml").write_text(portal.format(host=HOST, netloc=HOST), encoding="utf-8")
        lines = []
        for order, (path, answer) in enumerate(answers.items(), 1):
            (folder / "bodies" / f"{order}").write_bytes(answer.body)
            exchange = {
                "order": order,
                "time": f"2019-03-01T08:{order:02}:00Z",
                "method": "GET",
                "url": path if path.startswith("http") else f"http://{HOST}{path}",
                "status": answer.status,
                "headers": {"Content-Type": "text/html; charset=utf-8", **answer.headers},
                "body": f"bodies/{order}",
            }
            lines.append(json.dumps(exchange))
        (folder / "exchanges.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def walk(tmp_path: Path):
    """Walks a portal live, in a process of its own (see walking.py), and returns its summary."""

    def run(portal: Portal, **job: object) -> dict[str, object]:
        given = {"portal": portal.model_dump(mode="json", by_alias=True), "folder": str(tmp_path), **job}
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GOVREPORTS_")}
        done = subprocess.run(
            [sys.executable, str(Path(__file__).parent / "walking.py"), json.dumps(given)],
            capture_output=True,
            text=True,
            env=environment,
            cwd=Path(govreports.__file__).parent.parent,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
