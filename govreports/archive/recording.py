"""Recordings: saved exchanges to replay. A folder with portal.toml, exchanges.jsonl and bodies/.

exchanges.jsonl holds one JSON object a line: order, time (UTC), method, url, request_body (base64, may be absent),
status, headers, body (the path of a file below the folder, its bytes as received, Content-Encoding and all).
"""

import base64
import binascii
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from govreports.archive.received import Received
from govreports.portals import Portal, load_portal

Key = tuple[str, str, bytes]
FORM = re.compile(rb"[\w.*+%-]+=[^&=\s\x80-\xff]*(?:&[\w.*+%-]+=[^&=\s\x80-\xff]*)*$")


class RecordingError(ValueError):
    """A recording that cannot be read. The message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the response as received. `body` is a file, read when it is asked for."""

    order: int
    time: datetime
    method: str
    url: str
    request_body: bytes
    status: int
    headers: Mapping[str, str]
    body: Path

    def received(self) -> Received:
        """The response, its body read."""
        return Received(self.url, self.time, self.status, tuple(self.headers.items()), self.body.read_bytes())


@dataclass(slots=True)
class Recording:
    """The exchanges of one portal, looked up by method, address and request body. Where one request was answered
    several times, the answers come in their order and the last one stays."""

    folder: Path
    portal: Portal
    exchanges: tuple[Exchange, ...]
    _answers: dict[Key, list[Exchange]] = field(init=False, repr=False, default_factory=dict)
    _asked: dict[Key, int] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for exchange in sorted(self.exchanges, key=lambda exchange: exchange.order):
            key = _key(exchange.method, exchange.url, exchange.request_body)
            self._answers.setdefault(key, []).append(exchange)

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
        """The next recorded answer to that request, or None: a miss."""
        key = _key(method, url, request_body)
        answers = self._answers.get(key)
        if not answers:
            return None
        asked = self._asked.get(key, 0)
        self._asked[key] = asked + 1
        return answers[min(asked, len(answers) - 1)].received()

    def unused(self) -> tuple[Exchange, ...]:
        """The exchanges no request asked for so far."""
        return tuple(
            exchange for key, answers in self._answers.items() for exchange in answers[self._asked.get(key, 0) :]
        )


def _key(method: str, url: str, request_body: bytes) -> Key:
    """Scheme and host as given, the query sorted and without `_`, the random number scripts add against caches. A
    posted form is compared by its fields: `path=/` and `path=%2F` ask the same."""
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if pair.partition("=")[0] != "_")
    if FORM.match(request_body):
        request_body = canonicalize_url(f"http://form/?{request_body.decode()}").encode()
    return method.upper(), canonicalize_url(urlunsplit(parts._replace(query=query))), request_body


def _exchange(folder: Path, path: Path, number: int, line: str) -> Exchange:
    where = f"{path}, line {number}"
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        raise RecordingError(f"{where}: {error}") from error
    if not isinstance(given, dict):
        raise RecordingError(f"{where}: a JSON object is expected")
    if unknown := given.keys() - {"order", "time", "method", "url", "request_body", "status", "headers", "body"}:
        raise RecordingError(f"{where}: unknown key {', '.join(sorted(unknown))}")
    try:
        body = folder / given["body"]
        exchange = Exchange(
            order=int(given["order"]),
            time=_utc(given["time"]),
            method=str(given["method"]).upper(),
            url=str(given["url"]),
            request_body=base64.b64decode(given.get("request_body") or "", validate=True),
            status=int(given["status"]),
            headers={str(name): str(value) for name, value in given["headers"].items()},
            body=body,
        )
    except KeyError as error:
        raise RecordingError(f"{where}: {error.args[0]} is missing") from error
    except (AttributeError, TypeError, ValueError, binascii.Error) as error:
        raise RecordingError(f"{where}: {error}") from error
    if urlsplit(exchange.url).scheme not in {"http", "https"}:
        raise RecordingError(f"{where}: {exchange.url!r} is no absolute http address")
    if not body.resolve().is_relative_to(folder.resolve()):
        raise RecordingError(f"{where}: {given['body']} lies outside the recording")
    if not body.is_file():
        raise RecordingError(f"{where}: there is no {given['body']}")
    return exchange


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
