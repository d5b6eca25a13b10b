"""A data folder, and answers written down as a recording."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from lanting import HOST, PORTAL, Answer


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
