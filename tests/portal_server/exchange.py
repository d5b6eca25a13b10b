"""What passes between the server and the one who asks."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote_plus, urlsplit


@dataclass(frozen=True)
class Request:
    """A request as it came. `query` and `form` are read as UTF-8, as these servers do: what is in another encoding is
    garbled there."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""

    @cached_property
    def path(self) -> str:
        return urlsplit(self.target).path

    @cached_property
    def query(self) -> dict[str, str]:
        return fields(urlsplit(self.target).query)

    @cached_property
    def form(self) -> dict[str, str]:
        return fields(self.body.decode("utf-8", "replace"))

    @cached_property
    def asked(self) -> dict[str, str]:
        """The fields of address and form together, or of a JSON body."""
        if self.body.startswith(b"{"):
            return {name: str(value) for name, value in json.loads(self.body).items()}
        return self.query | self.form


def fields(text: str) -> dict[str, str]:
    """name=value&…, the first of a name counts."""
    found: dict[str, str] = {}
    for pair in filter(None, text.split("&")):
        name, _, value = pair.partition("=")
        found.setdefault(unquote_plus(name), unquote_plus(value))
    return found


@dataclass(frozen=True)
class Answer:
    """An answer. `pages` names the catalogue pages it shows, of those that `Truth.pages` lists; `kind` is its media
    type. Text is sent in the site's encoding, JSON and XML always in UTF-8."""

    text: str
    kind: str = "text/html"
    status: int = 200
    pages: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """A line of the log: seconds on a monotonic clock, what was asked, and how many requests were being answered,
    this one counted. `known` says that the address is one the site has."""

    time: float
    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    in_flight: int
    status: int
    pages: tuple[str, ...]
    known: bool
