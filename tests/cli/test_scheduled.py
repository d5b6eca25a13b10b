"""crawl --due and status, as a scheduler calls them: real portals on loopback, real locks, a real webhook."""

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from portal_server import PortalServer

import govreports
from govreports.portals import Portal
from govreports.portals.writing import row_toml


@pytest.fixture
def told() -> Iterator[tuple[str, list[dict[str, object]]]]:
    """A webhook's address, and what was posted there."""
    posted: list[dict[str, object]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", posted
    server.shutdown()
    server.server_close()


def call(data: Path, *arguments: str, webhook: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "govreports", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "GOVREPORTS_DATA": str(data), "GOVREPORTS_STORE": "", "GOVREPORTS_WEBHOOK": webhook},
        cwd=Path(govreports.__file__).parent.parent,
        timeout=60,
    )


def test_what_is_due_is_walked_once_and_its_status_shown(
    tmp_path: Path, told: tuple[str, list[dict[str, object]]]
) -> None:
    address, posted = told
    with PortalServer("generic", units=1, years=[2013], per_page=9) as server:
        live = server.portal
        dead = Portal.model_validate(
            {**live.model_dump(by_alias=True), "id": "dead", "site": "localhost:1"}
            | {"catalogues": [{"url": "http://localhost:1/list.html"}]}
        )
        (tmp_path / "portals.toml").write_text(row_toml(live) + "\n" + row_toml(dead), encoding="utf-8")
        due = ("crawl", "--due", "--portal", live.id, "--portal", "dead", "--budget", "1")
        first = call(tmp_path, *due, webhook=address)
        again = call(tmp_path, *due)
    assert first.returncode == 1, first.stderr
    (summary,) = posted
    outcomes = {portal["portal"]: portal["outcome"] for portal in summary["portals"]}
    assert (summary["failed"], outcomes) == (1, {live.id: "ok", "dead": "refused"})
    assert (again.returncode, again.stdout) == (0, "Nothing is due.\n")

    status = call(tmp_path, "status", "--html", str(tmp_path / "status.html"))
    assert status.returncode == 1
    page = (tmp_path / "status.html").read_text(encoding="utf-8")
    assert "<title>govreports: 2 portals, 1 failed, 0 due</title>" in page
    assert 'class="failed">refused' in page and 'class="finished">ok' in page
    assert "2013: 1 report" in page and "://" not in page
    lines = call(tmp_path, "status").stdout.splitlines()
    assert [line.split()[:2] for line in lines[1:]] == sorted([[live.id, "finished"], ["dead", "failed"]])


def test_a_call_beside_another_does_nothing(tmp_path: Path) -> None:
    with (tmp_path / "crawl.lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        done = call(tmp_path, "crawl", "--due")
    assert (done.returncode, done.stdout) == (0, "Another crawl of what is due goes on: nothing to do.\n")
    assert not (tmp_path / "govreports.sqlite").exists()
