"""What an entry's report is read from: enough to read it again from the archive alone."""

from dataclasses import dataclass

from govreports.model.exchange import Entry
from govreports.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Source:
    """One page of an article: where it came from, the digest of its body without Content-Encoding, and the
    Content-Type that came with it, which may decide how it is decoded."""

    url: str
    digest: str
    content_type: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry as its catalogue listed it when its page was read, the pages in their order, what was found missing on
    the way, and the other entries that are the same report (address and what they are to this one)."""

    entry: Entry
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
