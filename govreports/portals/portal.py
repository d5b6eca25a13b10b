"""One row of the registry: a site, or a section of one, that publishes reports."""

from datetime import date
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from govreports.portals.row import Name, RegionCode, Row
from govreports.portals.scope import HOST
from govreports.portals.units import RosterRow, UnitRow, no_loops

Level = Literal["province", "prefecture", "county", "town", "department"]
Status = Literal["unverified", "verified", "blocked", "gone"]
Cadence = Literal["yearly", "quarterly", "monthly", "weekly"]

PortalId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
DATED = "a verified row says on what day (verified = 2026-01-31)"
PORTS = {"http": 80, "https": 443}


class CatalogueRow(Row):
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


class Portal(Row):
    """A portal: the unit of scheduling.

    `names` are other names it goes by, `region` its 6-digit division code, `unit` the organ whose portal it is, `units`
    the organs whose reports it lists, `roster` those that must report. `site` is the host it lies on, `hosts` all
    others its links may lead to (mirrors of these pages sit on hijacked foreign domains, so nothing else is ever
    fetched), each with a port where only that is meant; `outside` are those that do not end in .gov.cn and are meant
    all the same. `catalogues` are its start addresses, empty while none is known; `params` hold for all of them.

    What a good run is expected to find: `least_entries`, reports since `first_year`, and no more than the share
    `tolerance` of the entries missing against the last good run. `private` says that names of its hosts lead into a
    private network, `unverified_certificate` why its certificate is not looked at, and who decided so when.
    `status` is what is known of the row today, `verified` the day someone saw it hold, `evidence` where its facts come
    from.
    """

    id: PortalId
    name: Name
    names: tuple[Name, ...] = ()
    region: RegionCode
    level: Level
    platform: Name
    site: str
    hosts: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    unit: Name
    units: tuple[UnitRow, ...] = ()
    roster: tuple[RosterRow, ...] = ()
    catalogues: tuple[CatalogueRow, ...] = ()
    params: dict[str, str] = Field(default_factory=dict)
    first_year: int | None = Field(default=None, ge=2008, le=2100)
    least_entries: int | None = Field(default=None, ge=0)
    tolerance: float = Field(default=0.1, ge=0, le=1)
    cadence: Cadence = "yearly"
    private: bool = False
    unverified_certificate: Name | None = None
    status: Status = "unverified"
    verified: date | None = None
    evidence: Name

    @field_validator("site", "hosts", "outside")
    @classmethod
    def _hosts(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        for host in (value,) if isinstance(value, str) else value:
            if not HOST.match(host):
                raise ValueError(f"{host!r} is no host name in lower case")
        return value

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.status == "verified" and self.verified is None:
            raise PydanticCustomError("undated", DATED, {"at": ("status",)})
        return self

    @model_validator(mode="after")
    def _one_tree(self) -> Self:
        no_loops(self.units, self.unit)
        return self

    @model_validator(mode="after")
    def _within_its_hosts(self) -> Self:
        for number, row in enumerate(self.catalogues):
            if not self.allows(row.url):
                raise PydanticCustomError(
                    "off-hosts",
                    "catalogue {url} lies on none of the portal's hosts",
                    {"url": row.url, "at": ("catalogues", number, "url")},
                )
        return self

    @property
    def all_hosts(self) -> tuple[str, ...]:
        """Every host the portal's links may lead to, its site first."""
        return (self.site, *self.hosts, *self.outside)

    def allows(self, url: str) -> bool:
        """Whether the address lies on the portal's site or on one of its other hosts: on any port of a bare name, and
        of one with a port (`localhost:8080`) on that alone."""
        parts = urlsplit(url)
        try:
            port = parts.port or PORTS.get(parts.scheme)
        except ValueError:
            return False
        return not {parts.hostname, f"{parts.hostname}:{port}"}.isdisjoint(self.all_hosts)

    def region_of(self, unit: str | None) -> str | None:
        """The division code that the row of `unit`, or of one above it, gives; None where none does."""
        rows = {row.name: row for row in self.units}
        while unit in rows:
            row = rows[unit]
            if row.region:
                return row.region
            unit = row.parent
        return None
