"""Telling a page's platform by its address and its source. Pure: nothing is fetched.

The order is that of cost: the page's own address, then its source, then the links it holds to its own site. A family
that is not clear is `unknown`: a row with the wrong adapter walks nothing and says nothing of why. What bears no
adapter's mark and is a catalogue by its looks is the fallback's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import prod

from govreports.pages import decode
from govreports.platforms.adapter import modules
from govreports.platforms.signature import Mark, Signature
from govreports.platforms.source import declared_address, own_links, uncommented, without_host
from govreports.platforms.unmarked import FALLBACK, walkable
from govreports.platforms.unspoken import FAMILIES

UNKNOWN = "unknown"
CLEAR = 0.7
"""How sure a family must be to be named."""

LEAD = 5.0
"""How many times likelier than all others together. A page that bears the marks of two is for a reader to judge."""

CERTAIN = 0.99
"""More is never said: a site may show one family's pages through another's."""

LINKS_WEIGH = 0.8
"""What a mark in a page's links counts against the same in its own address: a site may link to what it replaced."""

FEWEST_LINKS = 2
HEAD = 1_000_000
"""Bytes of a page that are looked at."""


@dataclass(frozen=True, slots=True)
class Detection:
    """`platform` is an adapter's name or `unknown`, `confidence` between 0 and 1 is how sure that is (of `unknown`,
    how sure the likeliest family would have been), `evidence` says what was found where, a sentence each."""

    platform: str
    confidence: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Witnessed:
    """What speaks for one family: the marks' weights as they count here, and a sentence on each."""

    family: str
    weights: Sequence[float] = field(default=())
    evidence: Sequence[str] = field(default=())

    @property
    def odds(self) -> float:
        doubt = prod(1 - weight for weight in self.weights)
        return 1 / doubt - 1


@cache
def signatures() -> Mapping[str, Signature]:
    """The signature of every adapter of this package, by the platform's name."""
    found: dict[str, Signature] = {}
    for module in modules():
        spoken, signature = getattr(module, "ADAPTER", None), getattr(module, "SIGNATURE", None)
        if spoken is not None and signature is not None:
            found[spoken.name] = signature
    return found


def detect(url: str | None, body: bytes | None, content_type: str | None = None) -> Detection:
    """The platform of a page by its address, its bytes as received, or both; `content_type` is the header's value."""
    source = uncommented(decode(body[:HEAD], content_type).text) if body else ""
    given, url = url, url or declared_address(source)
    links = tuple(map(without_host, own_links(source, url)))
    families = {**FAMILIES, **signatures()}
    witnessed = [_witnessed(name, families[name], without_host(url or ""), source, links) for name in sorted(families)]
    outranked = {other for each in witnessed if each.odds > _odds(CLEAR) for other in families[each.family].outranks}
    standing = sorted((each for each in witnessed if each.family not in outranked), key=lambda each: -each.odds)
    best = standing[0]
    if not best.weights:
        return _by_looks(given, source, "nothing of any known family in it")
    rivals = sum(each.odds for each in standing[1:])
    confidence = min(round(best.odds / (1 + best.odds + rivals), 2), CERTAIN)
    clear = confidence >= CLEAR and best.odds >= LEAD * rivals
    if clear and best.family in FAMILIES:
        return _by_looks(given, source, f"looks like {best.family}, which has no adapter yet", *best.evidence)
    if clear:
        return Detection(best.family, confidence, tuple(best.evidence))
    doubts = (f"{each.family}: {said}" for each in standing if each.weights for said in each.evidence)
    return Detection(UNKNOWN, confidence, tuple(doubts))


def _by_looks(url: str | None, source: str, *said: str) -> Detection:
    """What no adapter speaks for. A page saved without its address may be anything's: only one whose place is known is
    taken for the fallback's."""
    if url and source and (seen := walkable(url, source)):
        return Detection(FALLBACK, CLEAR, (*said, seen))
    return Detection(UNKNOWN, 0.0, said)


def _witnessed(family: str, signature: Signature, path: str, source: str, links: Sequence[str]) -> _Witnessed:
    found = [*_of_addresses(signature.url, path, links), *_of_source(signature.html, source)]
    return _Witnessed(family, [weight for weight, _ in found], [said for _, said in found])


def _of_addresses(marks: Sequence[Mark], path: str, links: Sequence[str]) -> Iterator[tuple[float, str]]:
    """A page's own address is one thing, however many marks it bears: the heaviest counts. So are its links."""
    if own := [
        (each.weight, f"address: {each.evidence} ({hit[0]})") for each in marks if (hit := each.pattern.search(path))
    ]:
        yield max(own)
        return
    linked = []
    for each in marks:
        hits = [hit[0] for link in links if (hit := each.pattern.search(link))]
        if len(hits) >= FEWEST_LINKS:
            linked.append((each.weight * LINKS_WEIGH, f"{len(hits)} links: {each.evidence} ({hits[0]})"))
    if linked:
        yield max(linked)


def _of_source(marks: Sequence[Mark], source: str) -> Iterator[tuple[float, str]]:
    for each in marks:
        if hit := each.pattern.search(source):
            yield each.weight, f"source: {each.evidence} ({' '.join(hit[0].split())[:60]})"


def _odds(chance: float) -> float:
    return chance / (1 - chance)
