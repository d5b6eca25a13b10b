"""Recordings: strict about their form, and answers in their order."""

import base64
import json
from pathlib import Path

import pytest

from govreports.archive import Recording, RecordingError

PORTAL = """[[portal]]
id = "muchuan"
name = "暮川县人民政府"
region = "349903"
level = "county"
platform = "openness"
site = "www.muchuan.gov.test"
unit = "暮川县人民政府"
evidence = "made up"
"""
URL = "http://www.muchuan.gov.test/list"


def exchange(order: int = 1, **changes: object) -> dict[str, object]:
    return {
        "order": order,
        "time": f"2019-03-01T08:00:{order:02}Z",
        "method": "GET",
        "url": URL,
        "status": 200,
        "headers": {"Content-Type": "text/html"},
        "body": f"bodies/{order}.html",
        **changes,
    }


@pytest.fixture
def recorded(tmp_path: Path):
    """Writes a recording of some exchanges; each body says its order."""

    def write(*exchanges: dict[str, object] | str) -> Path:
        (tmp_path / "bodies").mkdir()
        (tmp_path / "portal.toml").write_text(PORTAL, encoding="utf-8")
        for number in range(1, 10):
            (tmp_path / "bodies" / f"{number}.html").write_bytes(b"body %d" % number)
        lines = [line if isinstance(line, str) else json.dumps(line) for line in exchanges]
        (tmp_path / "exchanges.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tmp_path

    return write


def test_a_request_is_answered_by_method_address_and_body(recorded) -> None:
    form = base64.b64encode(b"col=1&path=%2F").decode()
    recording = Recording.load(recorded(exchange(1), exchange(2, method="POST", request_body=form)))
    assert recording.portal.id == "muchuan"
    answer = recording.answer("GET", URL)
    assert (answer.status, answer.body, answer.time.isoformat()) == (200, b"body 1", "2019-03-01T08:00:01+00:00")
    assert recording.answer("POST", URL, b"path=/&col=1").body == b"body 2"
    assert recording.answer("POST", URL, b"path=/&col=2") is None
    assert recording.answer("GET", URL + "?page=2") is None
    assert recording.answer("GET", URL.replace("http:", "https:")) is None


def test_the_order_of_the_query_and_a_random_number_do_not_matter(recorded) -> None:
    recording = Recording.load(recorded(exchange(url=URL + "?b=2&a=%E5%B9%B4&_=0.77")))
    assert recording.answer("GET", URL + "?a=年&b=2&_=0.5").body == b"body 1"
    assert recording.answer("GET", URL + "?a=年&b=3") is None


def test_repeated_answers_come_in_their_order_and_the_last_one_stays(recorded) -> None:
    recording = Recording.load(recorded(exchange(3), exchange(1), exchange(2)))
    assert [recording.answer("GET", URL).body for _ in range(4)] == [b"body 1", b"body 2", b"body 3", b"body 3"]


def test_what_was_never_asked_for_is_known(recorded) -> None:
    recording = Recording.load(recorded(exchange(1), exchange(2, url=URL + "/2")))
    recording.answer("GET", URL)
    assert [spare.url for spare in recording.unused()] == [URL + "/2"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "line 2"),
        ("[]", "line 2: a JSON object"),
        (exchange(2, status="fine"), "line 2.*fine"),
        (exchange(2, time="2019-03-01T08:00:00"), "line 2.*no zone"),
        (exchange(2, time="yesterday"), "line 2.*yesterday"),
        (exchange(2, url="/list"), "line 2.*no absolute"),
        (exchange(2, body="bodies/none.html"), "line 2: there is no bodies/none.html"),
        (exchange(2, body="../portal.toml"), "line 2.*outside"),
        (exchange(2, request_body="%%"), "line 2"),
        (exchange(2, headers=["a"]), "line 2"),
        (exchange(2, verb="GET"), "line 2: unknown key verb"),
        ({key: value for key, value in exchange(2).items() if key != "status"}, "line 2: status is missing"),
        (exchange(1), "order 1 is given twice"),
    ],
)
def test_a_bad_exchange_is_named_with_file_and_line(recorded, line, fault: str) -> None:
    with pytest.raises(RecordingError, match=fault) as error:
        Recording.load(recorded(exchange(1), line))
    assert "exchanges.jsonl" in str(error.value)


def test_a_folder_that_is_no_recording_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match=str(tmp_path)):
        Recording.load(tmp_path)


def test_a_recording_without_exchanges_is_an_error(recorded) -> None:
    with pytest.raises(RecordingError, match="no exchange"):
        Recording.load(recorded(""))
