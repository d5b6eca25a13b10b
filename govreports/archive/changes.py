"""What changed between an old and a new recording of one portal, exchange by exchange."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from govreports.archive.recording import Exchange, Key, Recording
from govreports.model.exchange import digest


@dataclass(frozen=True, slots=True)
class ExchangeChange:
    """`what` happened to the exchange of a request; `details` say how its answer changed, or why it has none."""

    what: Literal["added", "removed", "changed"]
    request: str
    details: tuple[str, ...] = ()


def exchange_changes(old: Recording, new: Recording) -> Iterator[ExchangeChange]:
    """The exchanges of the new recording that are new or answered otherwise, in its order, then those gone from the old
    one. Repeated requests are compared answer by answer. Times and headers but the content's type are no change."""
    before, after = _by_request(old), _by_request(new)
    for key, exchange in after.items():
        if key not in before:
            yield ExchangeChange("added", _request(exchange), tuple(filter(None, [exchange.failure])))
        elif details := tuple(_differences(before[key], exchange)):
            yield ExchangeChange("changed", _request(exchange), details)
    for key, exchange in before.items():
        if key not in after:
            yield ExchangeChange("removed", _request(exchange))


def _by_request(recording: Recording) -> dict[tuple[Key, int], Exchange]:
    found: dict[tuple[Key, int], Exchange] = {}
    asked: Counter[Key] = Counter()
    for exchange in sorted(recording.exchanges, key=lambda exchange: exchange.order):
        found[exchange.key, asked[exchange.key]] = exchange
        asked[exchange.key] += 1
    return found


def _differences(old: Exchange, new: Exchange) -> Iterator[str]:
    one, two = _status(old), _status(new)
    if one != two:
        yield f"{one} → {two}"
    if old.failure or new.failure:
        return
    one, two = _content_type(old), _content_type(new)
    if one != two:
        yield f"{one or 'no content type'} → {two or 'no content type'}"
    before, after = old.entity(), new.entity()
    if digest(before) != digest(after):
        yield f"body of {len(before):,} bytes → {len(after):,} bytes"


def _status(exchange: Exchange) -> str:
    return exchange.failure or str(exchange.status)


def _content_type(exchange: Exchange) -> str:
    return next((value for name, value in exchange.headers if name.lower() == "content-type"), "")


def _request(exchange: Exchange) -> str:
    return f"{exchange.method} {exchange.url}"
