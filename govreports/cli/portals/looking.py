"""What `portals detect` and `portals add` have in common: which hosts may be looked at, and what was seen."""

from collections.abc import Collection, Iterator

import click

from govreports.platforms.detect import UNKNOWN, Detection
from govreports.platforms.scouting import Look
from govreports.portals.scope import host_of, is_government

allow_host = click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="HOST",
    help="A host that does not end in .gov.cn and is meant all the same, with its port if it has one.",
)


def is_address(given: str) -> bool:
    """Whether an argument is an address, not a path."""
    return given.lower().startswith(("http://", "https://"))


def within_scope(url: str, allowed: Collection[str]) -> None:
    """End the call where an address is none, or lies on a host that was not meant: copies of government pages sit
    elsewhere."""
    try:
        host = host_of(url)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error
    if not is_government(host) and host not in {each.lower() for each in allowed}:
        raise click.BadParameter(f"{host} does not end in .gov.cn; if it is meant all the same: --allow-host {host}")


def told(detection: Detection) -> Iterator[str]:
    """A detection, for reading."""
    certain = f" ({detection.confidence:.0%})" if detection.platform != UNKNOWN else ""
    yield f"{detection.platform}{certain}"
    for said in detection.evidence:
        yield f"  {said}"


def rests_on(seen: Look, start: str) -> str:
    """What a row made from a page rests on."""
    column = f" (column {seen.column.name})" if seen.is_found and seen.column.name else ""
    found = f", found from {start}" if start != seen.url else ""
    return f"{seen.url}{column}{found}; {'; '.join(seen.detection.evidence)}"
