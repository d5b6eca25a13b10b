"""One row of the registry: a site, or a section of one, that publishes reports."""

import re
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

Level = Literal["province", "prefecture", "county", "town", "department"]
Status = Literal["unverified", "verified", "blocked", "gone"]
Cadence = Literal["yearly", "quarterly", "monthly", "weekly"]

PortalId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
RegionCode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
HOST = re.compile(r"^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)(?::\d{1,5})?$")
PORTS = {"http": 80, "https": 443}


class _Row(BaseModel):
    """Frozen, and a key that is not known is a mistake, not a wish."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class CatalogueRow(_Row):
    """A start address: the first page of a 年报 list. `unit` is the organ whose list it is (None: the portal's own, or
    a list of many units); `params` are what the platform's adapter needs to know of this list alone."""

    url: str
    unit: str | None = None
    params: dict[str, str] = Field(default_factory=dict)

    @field_validator("url")
    @classmethod
    def _absolute(cls, url: str) -> str:
        if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
            raise ValueError(f"{url!r} is no absolute http address")
        return url


class Portal(_Row):
    """A portal: the unit of scheduling.

    `site` is the host it lies on, `hosts` all others its links may lead to (mirrors of these pages sit on hijacked
    foreign domains, so nothing else is ever fetched), `unit` the organ whose portal it is, `region` its 6-digit
    division code. `catalogues` are its start addresses, empty while none is known; `params` hold for all of them.
    `tolerance` is the share of entries that may be missing against the last good run, `evidence` says where the facts
    of the row come from.
    """

    id: PortalId
    name: str
    region: RegionCode
    level: Level
    platform: str
    site: str
    hosts: tuple[str, ...] = ()
    unit: str
    catalogues: tuple[CatalogueRow, ...] = ()
    params: dict[str, str] = Field(default_factory=dict)
    first_year: int | None = Field(default=None, ge=2008)
    units: tuple[str, ...] = ()
    tolerance: float = Field(default=0.1, ge=0, le=1)
    cadence: Cadence = "yearly"
    status: Status = "unverified"
    evidence: str

    @field_validator("site", "hosts")
    @classmethod
    def _hosts(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        for host in (value,) if isinstance(value, str) else value:
            if not HOST.match(host):
                raise ValueError(f"{host!r} is no host name in lower case")
        return value

    @model_validator(mode="after")
    def _within_its_hosts(self) -> Self:
        for catalogue in self.catalogues:
            if not self.allows(catalogue.url):
                raise ValueError(f"catalogue {catalogue.url} lies on none of the portal's hosts")
        return self

    def allows(self, url: str) -> bool:
        """Whether the address lies on the portal's site or on one of its other hosts: on any port of a bare name, and
        of one with a port (`localhost:8080`) on that alone."""
        parts = urlsplit(url)
        try:
            port = parts.port or PORTS.get(parts.scheme)
        except ValueError:
            return False
        return not {parts.hostname, f"{parts.hostname}:{port}"}.isdisjoint((self.site, *self.hosts))
