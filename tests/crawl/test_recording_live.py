"""Recording a portal: what is walked live replays, the server gone, to the same records."""

import gzip
import json
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from lanting import LIST, PORTAL, Answer, listing, report, small_site, title
from portal_server import PortalServer

from govreports.archive import Recorder, Recording, RecordingError
from govreports.crawl.run import replay
from govreports.model.record import Record
from govreports.portals import Portal, load_portal
from govreports.store import Store

SHOW = "/XxgkAnnualReport/show/{}.html"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Portal, dict[str, list[Answer | None]]]]:
    """A small site: its registry row, and what it answers to each path, the last answer for ever. None is no answer at
    all: the connection is cut."""
    answers: dict[str, list[Answer | None]] = {path: [answer] for path, answer in small_site().items()}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            waiting = answers.get(self.path, [Answer(b"nothing here", status=404)])
            answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            if answer is None:
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            self.send_response(answer.status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **answer.headers}.items():
                for each in value if isinstance(value, list) else [value]:
                    self.send_header(name, each)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    row, host = tmp_path / "row.toml", f"localhost:{server.server_address[1]}"
    row.write_text(PORTAL.format(host=host, netloc=host), encoding="utf-8")
    yield load_portal(row), answers
    server.shutdown()
    server.server_close()


def live_records(folder: Path) -> list[Record]:
    with Store.open(f"sqlite:///{folder / 'live.sqlite'}") as store:
        return list(store.records())


def states(store: str) -> dict[str, tuple[str, str | None]]:
    with Store.open(store) as opened:
        return {row.address.rpartition("/")[2]: (row.state, row.reason) for row in opened.entries()}


class Replayed:
    """A replay into a store of its own."""

    def __init__(self, recording: Path, place: Path) -> None:
        store = f"sqlite:///{place / 'again.sqlite'}"
        self.summary = replay([recording], settings={"GOVREPORTS_STORE": store, "GOVREPORTS_DATA": str(place)})
        self.states = states(store)
        with Store.open(store) as opened:
            self.records = list(opened.records())


def test_the_replay_of_a_recording_is_the_walk_it_was_made_of(walk, tmp_path: Path) -> None:
    folder = tmp_path / "recording"
    with PortalServer("openness", units=2, awkward={"others", "soft-404", "robots", "off-site"}) as server:
        live = walk(server.portal, record=str(folder))
        asked = [(line.method, line.target) for line in server.log]
    again = Replayed(folder, tmp_path)
    assert again.records == live_records(tmp_path) and len(again.records) == len(server.truth.reports) == 6
    assert again.states == states(f"sqlite:///{tmp_path / 'live.sqlite'}")
    assert (again.summary.misses, again.summary.unused) == ((), ())
    (replayed,) = again.summary.portals
    assert (replayed.outcome, replayed.entries) == (live["outcome"], live["entries"])
    # Every exchange is there, in the order it was made.
    recording = Recording.load(folder)
    assert [(found.method, f"/{found.url.split('/', 3)[3]}") for found in recording.exchanges] == asked
    assert recording.portal == server.portal


def test_bytes_headers_and_status_are_kept_as_received(walk, served, tmp_path: Path) -> None:
    portal, answers = served
    packed = gzip.compress(report(title(2013)))
    two = {"Content-Encoding": "gzip", "Set-Cookie": ["a=1; Path=/", "b=2; Path=/"]}
    answers[SHOW.format(1)] = [Answer(packed, headers=two)]
    moved = Answer(b"", status=301, headers={"Location": SHOW.format("2_2")})
    answers[SHOW.format(2)] = [moved]
    walk(portal, record=str(tmp_path / "recording"))
    kept = {
        found.url.partition("gov")[0].rpartition("/")[2]: found
        for found in Recording.load(tmp_path / "recording").exchanges
    }
    one, two_ = kept["1.html"], kept["2.html"]
    assert one.received().body == packed
    assert one.body is not None and one.body.name.endswith("-1.html.gz")
    assert [value for name, value in one.headers if name == "Set-Cookie"] == ["a=1; Path=/", "b=2; Path=/"]
    assert (two_.status, dict(two_.headers)["Location"]) == (301, SHOW.format("2_2"))
    again = Replayed(tmp_path / "recording", tmp_path)
    assert again.records == live_records(tmp_path)
    assert again.summary.misses == ()


def test_a_request_that_failed_fails_again_and_one_that_was_repeated_is_repeated(walk, served, tmp_path: Path) -> None:
    portal, answers = served
    answers[SHOW.format(1)].insert(0, Answer(b"busy", status=502))
    answers[SHOW.format(2)].insert(0, None)
    answers[SHOW.format("2_2")] = [None]
    walk(portal, record=str(tmp_path / "recording"))
    again = Replayed(tmp_path / "recording", tmp_path)
    assert again.summary.misses == again.summary.unused == ()
    assert again.records == live_records(tmp_path)
    newer, older = again.records
    assert (newer["year"], older["year"]) == (2013, 2012)
    assert [found["code"] for found in older["findings"]].count("continuation-missing") == 1


def test_what_the_limit_left_out_a_replay_leaves_out_too(walk, tmp_path: Path) -> None:
    folder = tmp_path / "recording"
    with PortalServer("openness", units=3, per_page=2) as server:
        live = walk(server.portal, record=str(folder), options={"limit": 3})
    again = Replayed(folder, tmp_path)
    assert (live["outcome"], live["new"]) == ("limited", 3)
    assert again.records == live_records(tmp_path) and len(again.records) == 3
    assert again.summary.misses == ()
    (replayed,) = again.summary.portals
    assert replayed.outcome == "limited"
    assert again.states == states(f"sqlite:///{tmp_path / 'live.sqlite'}")


def test_editions_on_both_sides_of_the_limit_are_still_one_report(walk, served, tmp_path: Path) -> None:
    portal, answers = served
    rows = [(1, title(2013)), (2, title(2012)), (3, f"{title(2012)}（图片版）"), (4, title(2011))]
    answers[LIST] = [Answer(listing(*((SHOW.format(number), told) for number, told in rows)))]
    live = walk(portal, record=str(tmp_path / "recording"), options={"limit": 2})
    again = Replayed(tmp_path / "recording", tmp_path)
    assert (live["outcome"], [found["year"] for found in again.records]) == ("limited", [2013, 2012])
    assert again.summary.misses == ()
    assert again.records == live_records(tmp_path)
    assert again.states == states(f"sqlite:///{tmp_path / 'live.sqlite'}")


@pytest.mark.parametrize("budget", [100, 9_000])
def test_a_recording_stops_at_its_budget_and_what_it_holds_replays(walk, tmp_path: Path, budget: int) -> None:
    folder = tmp_path / "recording"
    with PortalServer("openness", units=3, per_page=2) as server:
        live = walk(server.portal, record=str(folder), budget=budget)
        whole = len(server.log)
    exchanges = Recording.load(folder).exchanges
    answered = [found for found in exchanges if found.failure is None]
    assert sum(len(found.received().body) for found in answered) <= budget
    assert len(answered) < whole + 1 and {found.failure for found in exchanges} == {None, "budget"} - (
        set() if answered else {None}
    )
    again = Replayed(folder, tmp_path)
    assert again.records == live_records(tmp_path)
    assert again.summary.misses == ()
    assert live["outcome"] in {"limited", "empty-catalogue"}
    assert {state for state, _ in again.states.values()} <= {"report", "pending"}


def test_a_block_page_blocks_the_replay_and_nothing_is_missed(walk, served, tmp_path: Path) -> None:
    portal, answers = served
    pages = [(SHOW.format(n), title(2020 - n)) for n in range(1, 9)]
    answers[LIST] = [Answer(listing(*pages))]
    answers[SHOW.format(1)] = [Answer(report(title(2019)))]
    answers[SHOW.format(2)] = [Answer(b"<html><script>$_ts={}</script></html>", status=412)]
    live = walk(portal, record=str(tmp_path / "recording"))
    again = Replayed(tmp_path / "recording", tmp_path)
    assert live["outcome"] == again.summary.portals[0].outcome == "blocked"
    assert again.summary.misses == ()
    assert again.records == live_records(tmp_path) and len(again.records) == 1
    assert again.states == states(f"sqlite:///{tmp_path / 'live.sqlite'}")


def test_a_recording_wants_a_folder_of_its_own(served, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(RecordingError, match=r"taken: not empty"):
        Recorder(tmp_path / "taken", served[0], 1000)
    with pytest.raises(RecordingError, match=r"notes\.txt"):
        Recorder(tmp_path / "taken" / "notes.txt", served[0], 1000)


def test_an_exchange_lost_from_a_recording_is_a_miss(walk, served, tmp_path: Path) -> None:
    folder = tmp_path / "recording"
    walk(served[0], record=str(folder), options={"limit": 1})
    path = folder / "exchanges.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line.get("failure") for line in lines] == [None, None, "limit", None]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines[:3]), encoding="utf-8")
    assert [miss.rpartition("/")[2] for miss in Replayed(folder, tmp_path).summary.misses] == ["1.html"]
