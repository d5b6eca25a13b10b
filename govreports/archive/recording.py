"""Recordings: saved exchanges to replay. A folder with portal.toml, exchanges.jsonl and bodies/.

exchanges.jsonl holds one JSON object a line: order, time (UTC), method, url, request_body (base64, may be absent),
status, headers (one that came several times has a list of values), body (the path of a file below the folder, its
bytes as received, Content-Encoding and all). An exchange without an answer has `failure` instead of these three:
timeout, dns, …; or why the request was left unasked (`limit`, `budget`, `blocked`): a replay leaves it unasked too.
"""

import base64
import binascii
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from govreports.archive.received import Headers, Received, entity
from govreports.portals import Portal, load_portal

Key = tuple[str, str, bytes]
FORM = re.compile(rb"[\w.*+%-]+=[^&=\s\x80-\xff]*(?:&[\w.*+%-]+=[^&=\s\x80-\xff]*)*$")


ALWAYS = {"order", "time", "method", "url"}
ANSWER = {"status", "headers", "body"}


class RecordingError(ValueError):
    """A recording that cannot be read. The message names the file and the line."""


class NoAnswerError(LookupError):
    """A request that, as its recording tells, got no answer: `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"as recorded: {reason}")
        self.reason = reason


class Body(Protocol):
    """Where a body lies; a file is one."""

    def read_bytes(self) -> bytes:
        """The body as received."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the response as received, or the `failure` it ended in. `body` is read when it is asked for."""

    order: int
    time: datetime
    method: str
    url: str
    request_body: bytes
    status: int = 0
    headers: Headers = ()
    body: Body | None = None
    failure: str | None = None

    @property
    def key(self) -> Key:
        """What a request is matched by."""
        return _key(self.method, self.url, self.request_body)

    def received(self) -> Received:
        """The response, its body read. Raises NoAnswerError for an exchange that has none."""
        if self.failure is not None or self.body is None:
            raise NoAnswerError(self.failure or "no answer")
        return Received(self.url, self.time, self.status, self.headers, self.body.read_bytes())

    def entity(self) -> bytes:
        """The body without its Content-Encoding: the same page packed otherwise is the same. Raises as `received`."""
        packed = ", ".join(value for name, value in self.headers if name.lower() == "content-encoding")
        return entity(self.received().body, packed)


@dataclass(slots=True)
class Recording:
    """The exchanges of one portal, looked up by method, address and request body. Where one request was answered
    several times, the answers come in their order and the last one stays.

    A `foreign` one was not made by a walk of ours: a page it has under https answers for http and the other way round,
    and it need not know the site's robots.txt. `notes` say what its files hold that cannot be replayed."""

    folder: Path
    portal: Portal
    exchanges: tuple[Exchange, ...]
    foreign: bool = False
    notes: tuple[str, ...] = ()
    _answers: dict[Key, list[Exchange]] = field(init=False, repr=False, default_factory=dict)
    _asked: dict[Key, int] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for exchange in sorted(self.exchanges, key=lambda exchange: exchange.order):
            self._answers.setdefault(exchange.key, []).append(exchange)

    @classmethod
    def load(cls, folder: Path) -> "Recording":
        """Read a recording's folder. Raises RecordingError (or the registry's error, for portal.toml)."""
        path = folder / "exchanges.jsonl"
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise RecordingError(f"{path}: {error.strerror or error}") from error
        except UnicodeDecodeError as error:
            raise RecordingError(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from error
        exchanges = [_exchange(folder, path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
        if not exchanges:
            raise RecordingError(f"{path}: no exchange in it")
        _orders_differ(path, exchanges)
        return cls(folder, load_portal(folder / "portal.toml"), tuple(exchanges))

    def answer(self, method: str, url: str, request_body: bytes = b"") -> Received | None:
        """The next recorded answer to that request, or None: a miss. Raises NoAnswerError where none came either when
        it was recorded."""
        key = _key(method, url, request_body)
        if self.foreign and key not in self._answers:
            key = _key(method, _other_scheme(url), request_body)
        answers = self._answers.get(key)
        if not answers:
            return None
        asked = self._asked.get(key, 0)
        self._asked[key] = asked + 1
        return answers[min(asked, len(answers) - 1)].received()

    def unused(self) -> tuple[Exchange, ...]:
        """The answers no request asked for so far."""
        return tuple(
            exchange
            for key, answers in self._answers.items()
            for exchange in answers[self._asked.get(key, 0) :]
            if exchange.failure is None
        )


def _key(method: str, url: str, request_body: bytes) -> Key:
    """Scheme and host as given, the query sorted and without `_`, the random number scripts add against caches. A
    posted form is compared by its fields: `path=/` and `path=%2F` ask the same."""
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if pair.partition("=")[0] != "_")
    if FORM.match(request_body):
        request_body = canonicalize_url(f"http://form/?{request_body.decode()}").encode()
    return method.upper(), canonicalize_url(urlunsplit(parts._replace(query=query))), request_body


def _other_scheme(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(scheme="http" if parts.scheme == "https" else "https"))


def _exchange(folder: Path, path: Path, number: int, line: str) -> Exchange:
    where = f"{path}, line {number}"
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        raise RecordingError(f"{where}: {error}") from error
    if not isinstance(given, dict):
        raise RecordingError(f"{where}: a JSON object is expected")
    rest = {"failure"} if "failure" in given else ANSWER
    if unknown := given.keys() - ALWAYS - {"request_body"} - rest:
        raise RecordingError(f"{where}: unknown key {', '.join(sorted(unknown))}")
    if missing := (ALWAYS | rest) - given.keys():
        raise RecordingError(f"{where}: {', '.join(sorted(missing))} is missing")
    try:
        body = folder / given["body"] if "body" in given else None
        exchange = Exchange(
            order=int(given["order"]),
            time=_utc(given["time"]),
            method=str(given["method"]).upper(),
            url=str(given["url"]),
            request_body=base64.b64decode(given.get("request_body") or "", validate=True),
            status=int(given.get("status", 0)),
            headers=_headers(given.get("headers", {})),
            body=body,
            failure=str(given["failure"]) if "failure" in given else None,
        )
    except (AttributeError, TypeError, ValueError, binascii.Error) as error:
        raise RecordingError(f"{where}: {error}") from error
    if urlsplit(exchange.url).scheme not in {"http", "https"}:
        raise RecordingError(f"{where}: {exchange.url!r} is no absolute http address")
    if body is None:
        return exchange
    if not body.resolve().is_relative_to(folder.resolve()):
        raise RecordingError(f"{where}: {given['body']} lies outside the recording")
    if not body.is_file():
        raise RecordingError(f"{where}: there is no {given['body']}")
    return exchange


def _headers(given: Mapping[str, object]) -> Headers:
    return tuple(
        (str(name), str(value))
        for name, values in given.items()
        for value in (values if isinstance(values, list) else [values])
    )


def _utc(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(f"time {text!r} has no zone")
    return time.astimezone(UTC)


def _orders_differ(path: Path, exchanges: Iterable[Exchange]) -> None:
    seen: set[int] = set()
    for exchange in exchanges:
        if exchange.order in seen:
            raise RecordingError(f"{path}: order {exchange.order} is given twice")
        seen.add(exchange.order)
