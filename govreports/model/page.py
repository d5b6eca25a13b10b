"""A snapshot read: what a page says of itself, and the document it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from govreports.model.document import Document
from govreports.model.finding import Finding

DateKind = Literal["listed", "meta", "shown", "table", "url", "signed"]


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A date as one place claims it, ISO 8601 local time to the minute or a date alone.

    `shown` is the information line or the metadata table's 发布日期, `meta` the PubDate tag (国办发〔2017〕47号),
    `table` 发文日期 or 生成日期, `signed` 成文日期, `url` a date in the address, `listed` the catalogue's.
    """

    kind: DateKind
    value: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that hangs on a page. The digest is known once it was fetched."""

    url: str
    name: str
    media_type: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """`snapshot` is a path as given, or `sha256:` of the body as received. `metadata` keeps the labels of the metadata
    table as printed, `tags` the site, column and article tags of 国办发〔2017〕47号, `banner` the organ named above the
    title. `published` follows the order of trust of docs/architecture.md."""

    snapshot: str
    url: str | None
    encoding: str
    title: str | None
    document: Document
    published: str | None = None
    source: str | None = None
    publisher: str | None = None
    index_number: str | None = None
    banner: str | None = None
    breadcrumb: tuple[str, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    dates: tuple[DateClaim, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    continuations: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
