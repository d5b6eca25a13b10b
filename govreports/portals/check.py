"""Linting registry files: what does not hold, and on which line."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from govreports.model.identity import canonical_url
from govreports.platforms import UnknownPlatformError, adapter
from govreports.platforms.parameters import misread
from govreports.portals.lines import Lines
from govreports.portals.portal import Portal
from govreports.portals.scope import is_government, is_made_up
from govreports.regions import is_code

TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
# Addresses that answer for one year each: nothing on the site says which years there are.
BY_YEAR = re.compile(r"\{year\}|[?&]fbtime=|xxgkAnnualReport\.jsp", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that does not hold. `portal` is the row's id, None where it is no row's."""

    file: str
    line: int
    portal: str | None
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {f'{self.portal}: ' if self.portal else ''}{self.message}"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row that could be read, and where it stands."""

    file: str
    lines: Lines
    number: int
    portal: Portal

    def fault(self, message: str, *place: str | int) -> Fault:
        return Fault(self.file, self.lines.where(("portal", self.number, *place)), self.portal.id, message)


def check(files: Sequence[Path]) -> tuple[tuple[Portal, ...], tuple[Fault, ...]]:
    """The rows of some registry files that can be read, and the faults of all of them by file and line. Rows are held
    against each other over all the files."""
    rows: list[_Placed] = []
    faults: list[Fault] = []
    for file in files:
        read, unread = _read(file)
        rows.extend(read)
        faults.extend(unread)
    faults.extend(fault for row in rows for fault in _of_row(row))
    faults.extend(_of_rows(rows))
    order = {str(file): number for number, file in enumerate(files)}
    faults.sort(key=lambda fault: (order[fault.file], fault.line))
    return tuple(row.portal for row in rows), tuple(faults)


def _read(file: Path) -> tuple[list[_Placed], list[Fault]]:
    """The rows of a file, and what of it is no row."""
    name = str(file)
    try:
        text = file.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except OSError as error:
        return [], [Fault(name, 1, None, error.strerror or str(error))]
    except UnicodeDecodeError as error:
        return [], [Fault(name, error.object.count(b"\n", 0, error.start) + 1, None, f"not UTF-8 ({error.reason})")]
    except tomllib.TOMLDecodeError as error:
        at = TOML_PLACE.search(str(error))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        return [], [Fault(name, line, None, TOML_PLACE.sub("", str(error)))]
    lines = Lines(text)
    strange = [
        Fault(name, lines.where((key,)), None, f"only [[portal]] rows are expected, not {key}")
        for key in tables.keys() - {"portal"}
    ]
    given = tables.get("portal", [])
    if not isinstance(given, list):
        return [], [*strange, Fault(name, lines.where(("portal",)), None, "portals are written as [[portal]] rows")]
    rows: list[_Placed] = []
    for number, row in enumerate(given):
        try:
            rows.append(_Placed(name, lines, number, Portal.model_validate(row)))
        except ValidationError as error:
            portal = str(row.get("id", "without id")) if isinstance(row, dict) else "without id"
            for fault in error.errors():
                place = ("portal", number, *fault.get("ctx", {}).get("at", fault["loc"]))
                of = ".".join(map(str, fault["loc"]))
                message = f"{of}: {fault['msg']}" if of else fault["msg"]
                strange.append(Fault(name, lines.where(place), portal, message))
    return rows, strange


def _of_row(row: _Placed) -> Iterator[Fault]:
    """What does not hold of a row alone."""
    portal = row.portal
    made_up = all(map(is_made_up, portal.all_hosts))
    if not made_up and not is_code(portal.region):
        yield row.fault(f"{portal.region} is no division's code", "region")
    for key, hosts in (("site", (portal.site,)), ("hosts", portal.hosts)):
        for host in hosts:
            if not is_government(host) and not is_made_up(host) and host not in portal.outside:
                yield row.fault(
                    f"{host} does not end in .gov.cn; if it is meant all the same, name it in `outside`", key
                )
    named = {portal.unit, *(unit.name for unit in portal.units)}
    seen: set[str] = set()
    for number, catalogue in enumerate(portal.catalogues):
        at = ("catalogues", number)
        if BY_YEAR.search(catalogue.url) and "years" not in {**portal.params, **catalogue.params}:
            told = f'{catalogue.url} answers for one year each; say which: params = {{ years = "2008-2017" }}'
            yield row.fault(told, *at, "url")
        if portal.units and catalogue.unit and catalogue.unit not in named:
            yield row.fault(f"{catalogue.unit} is none of the portal's units", *at, "unit")
        if (name := canonical_url(catalogue.url)) in seen:
            yield row.fault(f"{catalogue.url} is given twice", *at, "url")
        seen.add(name)
    yield from _of_platform(row)


def _of_platform(row: _Placed) -> Iterator[Fault]:
    """Whether the row's adapter is there and can begin with the row."""
    portal = row.portal
    try:
        spoken = adapter(portal.platform)
    except UnknownPlatformError as error:
        yield row.fault(str(error), "platform")
        return
    given: list[tuple[tuple[str | int, ...], Mapping[str, str]]] = [(("params",), portal.params)]
    given += [(("catalogues", number, "params"), each.params) for number, each in enumerate(portal.catalogues)]
    if faults := [
        row.fault(f"{name}: {wrong}", *place, name)
        for place, params in given
        for name, wrong in misread(spoken.parameters, params)
    ]:
        yield from faults
        return
    try:
        fetches = tuple(spoken.start(portal))
    except ValueError as error:
        yield row.fault(f"{portal.platform} cannot start: {error}", "catalogues", 0)
        return
    if portal.catalogues and not fetches:
        yield row.fault(f"{portal.platform} asks for nothing to start with", "catalogues", 0)
    for fetch in fetches:
        if not portal.allows(fetch.url):
            yield row.fault(
                f"{portal.platform} starts at {fetch.url}, which lies on none of the hosts", "catalogues", 0
            )


def _of_rows(rows: Iterable[_Placed]) -> Iterator[Fault]:
    """What does not hold between rows."""
    ids: dict[str, _Placed] = {}
    starts: dict[str, _Placed] = {}
    for row in rows:
        if (other := ids.setdefault(row.portal.id, row)) is not row:
            line = other.lines.where(("portal", other.number, "id"))
            yield row.fault(f"the id is given twice, before at {other.file}:{line}", "id")
        for number, catalogue in enumerate(row.portal.catalogues):
            other = starts.setdefault(canonical_url(catalogue.url), row)
            if other is not row:
                message = f"{catalogue.url} is a start address of {other.portal.id} too"
                yield row.fault(message, "catalogues", number, "url")
