"""Walking the pages of one catalogue: where the walk stands travels in the fetches' context, so that reading a page
stays pure. A page that repeats ends the walk, and so does a page too many: loops are impossible."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from govreports.model.codes import Code
from govreports.model.exchange import Catalogue, Entry, Fetch
from govreports.model.finding import Finding
from govreports.portals import Portal

MAX_PAGES = 1000
TOTAL_ENTRIES = re.compile(r"(?:共|总计|总数\s*[:：]?)\s*(?:有\s*)?(\d+)\s*(?:条|篇|个记录)|(\d+)\s*条记录")
TOTAL_PAGES = re.compile(r"(?:共|总)\s*(\d+)\s*页|第?\s*\d+\s*/\s*(\d+)\s*页")


@dataclass(frozen=True, slots=True)
class Walk:
    """`catalogue` is the address of the registry row, `unit` its organ, `page` (from 1) the page being read, `read` the
    rows of the pages before it, `seen` what names those pages, `notes` what else the adapter carries along."""

    catalogue: str
    unit: str | None
    page: int = 1
    read: int = 0
    seen: tuple[str, ...] = ()
    notes: Mapping[str, str] | None = None

    @classmethod
    def of(cls, context: Mapping[str, str]) -> "Walk":
        """Where the walk stands, from a fetch's context."""
        notes = {key.removeprefix("note-"): value for key, value in context.items() if key.startswith("note-")}
        return cls(
            context["catalogue"],
            context.get("unit"),
            int(context.get("page", "1")),
            int(context.get("read", "0")),
            tuple(context.get("seen", "").split()),
            notes,
        )

    @property
    def context(self) -> dict[str, str]:
        """The same as a fetch's context."""
        context = {"catalogue": self.catalogue, "page": str(self.page), "read": str(self.read)}
        if self.unit:
            context["unit"] = self.unit
        if self.seen:
            context["seen"] = " ".join(self.seen)
        return context | {f"note-{key}": value for key, value in (self.notes or {}).items()}

    def note(self, name: str) -> str:
        """What an earlier page of the walk noted under that name, or an empty text."""
        return (self.notes or {}).get(name, "")

    def fetch(
        self,
        url: str,
        *,
        method: str = "GET",
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        guess: bool = False,
    ) -> Fetch:
        """A fetch of the page the walk stands at."""
        return Fetch(url, "catalogue", method, headers or {}, body, self.context, guess)

    def repeats(self, entries: tuple[Entry, ...]) -> bool:
        """Whether a page with these entries was read before in this walk."""
        return bool(entries) and _name(entries) in self.seen

    def turn(
        self,
        entries: tuple[Entry, ...],
        onward: Callable[["Walk"], Fetch | None],
        total: int | None = None,
        *,
        promised: bool = False,
    ) -> Catalogue:
        """What the page being read comes to. `onward` makes the fetch of the next page, or None at the last one.
        `promised` says that the pager of an earlier page has this one: that it lists nothing is a finding."""
        name = _name(entries)
        if self.repeats(entries):
            repeats = _finding("catalogue-repeats", f"page {self.page} of {self.catalogue} repeats an earlier one")
            return Catalogue(declared_total=total, findings=(repeats, *self._total(self.read, total)))
        ahead = replace(self, page=self.page + 1, read=self.read + len(entries), seen=(*self.seen, name))
        further = onward(ahead)
        findings: list[Finding] = []
        if not entries and (promised or further is not None):
            findings.append(_finding("catalogue-page-empty", f"page {self.page} of {self.catalogue} lists nothing"))
            further = None
        if further is not None and ahead.page > MAX_PAGES:
            findings.append(_finding("catalogue-too-long", f"{self.catalogue} goes on after {MAX_PAGES} pages"))
            further = None
        if further is None:
            findings.extend(self._total(ahead.read, total))
        return Catalogue(entries, (further,) if further else (), total, tuple(findings))

    def unread(self, reason: str) -> Catalogue:
        """What the page being read comes to if it is not what was asked for: the walk ends, and a finding says why."""
        message = f"page {self.page} of {self.catalogue} {reason}"
        return Catalogue(findings=(_finding("catalogue-unread", message),))

    def _total(self, read: int, total: int | None) -> Iterable[Finding]:
        if total is not None and total != read:
            yield _finding("total-disagrees", f"{self.catalogue} declares {total} entries, {read} were read")


def starts(portal: Portal) -> tuple[Fetch, ...]:
    """The first fetch of each catalogue of a portal."""
    return tuple(Walk(row.url, row.unit).fetch(row.url) for row in portal.catalogues)


def params(portal: Portal, walk: Walk) -> dict[str, str]:
    """What the registry tells the adapter of the catalogue being walked: the portal's parameters, then its own."""
    own = next((row.params for row in portal.catalogues if row.url == walk.catalogue), {})
    return {**portal.params, **own}


def total_entries(visible: str) -> int | None:
    """How many entries a page's visible text says there are (共37条)."""
    return _last_number(TOTAL_ENTRIES, visible)


def total_pages(visible: str) -> int | None:
    """How many pages a page's visible text says there are (共3页, 1/3页)."""
    return _last_number(TOTAL_PAGES, visible)


def same_folder(url: str, other: str) -> bool:
    """Whether two addresses differ in nothing but their last path segment."""
    one, two = urlsplit(url), urlsplit(other)
    return (one.hostname, one.path.rpartition("/")[0]) == (two.hostname, two.path.rpartition("/")[0])


def _last_number(pattern: re.Pattern[str], text: str) -> int | None:
    """The last one: the pager stands below the list, whose titles may count something too (共12条)."""
    numbers = [int(next(filter(None, groups))) for groups in pattern.findall(text)]
    return numbers[-1] if numbers else None


def _name(entries: tuple[Entry, ...]) -> str:
    return hashlib.sha256("\n".join(entry.url for entry in entries).encode()).hexdigest()[:12]


def _finding(code: Code, message: str) -> Finding:
    return Finding(code, "warning", message)
