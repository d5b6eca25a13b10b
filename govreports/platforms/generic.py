"""The fallback for portals of no known family: lists told by their structure, further pages by whatever leads to them.

A list is the largest group of links in the same markup whose titles look like annual reports', else the one with
dates. It goes on at the address of its 下一页; where a script computes that, the addresses a second page usually has
are tried in turn (stem_1, stem_2, index_1, index_2, /2), and the first that brings new links of the same kind tells
how the others are numbered. A page that lists no reports but links to columns of them (a year, a department, a town
each) is an index: those are read in its place, a few levels deep.

A registry row's address is the list or the index page. Its parameters: `column = "annual-reports"` where the page does
not say by its ColumnType, ColumnName, position or title that it belongs to the annual reports.

It has no signature: what walks any site is recognised by nothing, it is what is left.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urlsplit

from govreports.model.exchange import Catalogue, Entry, Fetch, Snapshot
from govreports.model.finding import Finding
from govreports.pages import Detail, decode
from govreports.platforms.adapter import Adapter
from govreports.platforms.branches import Branch, branches, mark_of
from govreports.platforms.column import column_of
from govreports.platforms.groups import looks_like_report, main_list
from govreports.platforms.pagers import candidates, declared_pages, has_pager, next_page
from govreports.platforms.parameters import Parameters
from govreports.platforms.rows import Listing, squeezed
from govreports.platforms.subcolumns import unmet
from govreports.platforms.walk import Walk, params, starts, total_entries
from govreports.portals import Portal

# A report shown in place of a list says far more than a list's page does.
ARTICLE = 600


class Generic:
    """The adapter."""

    name = "generic"
    parameters: ClassVar[Parameters] = {"column": "annual-reports"}
    detail = Detail(
        body=(
            "//*[@id='zoom']",
            "//*[@id='zoomcon']",
            "//*[@id='UCAP-CONTENT']",
            "//*[contains(@class, 'TRS_Editor')]",
            "//*[contains(@class, 'v_news_content')]",
            "//div[contains(@class, 'article-content')]",
            "//*[@id='Content']",
        ),
        metadata=("//div[contains(@class, 'wjct')]//p",),
        attachments=("//*[@id='dbfj']",),
    )

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """The list, or the page that leads to the lists."""
        return starts(portal)

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """The rows of a page and the next one, the columns an index leads to, or the next address to try."""
        walk = Walk.of(snapshot.fetch.context)
        listing = Listing.of(decode(snapshot.body, snapshot.headers.get("content-type")).text, snapshot.url)
        entries = main_list(listing, walk.unit) if snapshot.status < 400 else ()
        if snapshot.fetch.guess:
            fresh = not walk.repeats(entries) and _alike(entries, walk)
            return _page(listing, snapshot, walk, entries) if fresh else _tried(walk)
        if walk.page > 1:
            return _page(listing, snapshot, walk, entries)
        named = walk.note("column") or params(portal, walk).get("column") == "annual-reports"
        inside = bool(named) or column_of(listing).is_annual_reports
        columns = branches(listing, inside=inside)
        entries = tuple(entry for entry in entries if entry.url not in {column.url for column in columns})
        reports = any(looks_like_report(entry.title) for entry in entries)
        below = _below(columns, snapshot.url, walk, portal, listed=reports)
        if not reports and (below or not entries):
            return _index(listing, snapshot, portal, walk, below)
        read = _page(listing, snapshot, walk, entries)
        return replace(read, fetches=(*read.fetches, *below))


def _page(listing: Listing, snapshot: Snapshot, walk: Walk, entries: Sequence[Entry]) -> Catalogue:
    """The rows of a page, and the next while there is one."""
    pages = declared_pages(listing) or int(walk.note("pages") or 0) or None
    total = total_entries(listing.visible_text())
    total = int(walk.note("total")) if total is None and walk.note("total") else total
    given = next_page(listing, snapshot.url, walk.page)

    def onward(ahead: Walk) -> Fetch | None:
        if pages is not None and ahead.page > pages:
            return None
        if given:
            return ahead.fetch(given, headers={"Referer": snapshot.url})
        style, first = walk.note("style"), walk.note("first") or snapshot.url
        notes = {"first": first, "alike": _prefixes(entries), "style": style}
        notes |= {"pages": str(pages or ""), "total": "" if total is None else str(total)}
        missing = total is None or ahead.read < total
        if style:
            known = candidates(first, ahead.page).get(style)
            return replace(ahead, notes=notes).fetch(known, guess=pages is None) if known and missing else None
        if walk.page == 1 and missing and (total or pages or has_pager(listing)):
            return _try(replace(ahead, notes=notes), tuple(candidates(first)))
        return None

    return walk.turn(tuple(entries), onward, total)


def _try(walk: Walk, styles: Sequence[str]) -> Fetch | None:
    """The first of the addresses where the second page may lie; the others are for when it does not."""
    if not styles:
        return None
    notes = {**(walk.notes or {}), "style": styles[0], "untried": " ".join(styles[1:])}
    return replace(walk, notes=notes).fetch(candidates(walk.note("first"))[styles[0]], guess=True)


def _tried(walk: Walk) -> Catalogue:
    """There was nothing new at an address made up by rule: the next one, or else the list has ended."""
    further = _try(walk, walk.note("untried").split())
    total = int(walk.note("total")) if walk.note("total") else None
    return Catalogue(fetches=(further,)) if further else walk.turn((), lambda _: None, total)


def _alike(entries: Sequence[Entry], walk: Walk) -> bool:
    """Whether a page lists the same kind of links as the page before: a site's own error page may list its news."""
    return bool(set(_prefixes(entries).split()) & set(walk.note("alike").split()))


def _prefixes(entries: Sequence[Entry]) -> str:
    """Host and first folder of each address."""
    return " ".join(sorted({"/".join(entry.url.split("/")[2:4]) for entry in entries}))


def _below(columns: Sequence[Branch], url: str, walk: Walk, portal: Portal, *, listed: bool) -> tuple[Fetch, ...]:
    """The first fetch of each column below a page that no page before it led to. A page that lists reports itself may
    have columns in its menu: then those of its own folder count."""
    own = url.rpartition("/")[0] + "/"
    counted = (column for column in columns if not listed or column.is_below(own))
    return unmet(counted, url, portal, walk, mark_of, {"column": "1"})


def _index(listing: Listing, snapshot: Snapshot, portal: Portal, walk: Walk, below: tuple[Fetch, ...]) -> Catalogue:
    """A page without reports in it: an index of columns, a frame around the list, or itself the one report there is."""
    if below:
        return Catalogue(fetches=below)
    if own := tuple(_itself(listing, snapshot, walk)):
        return Catalogue(own)
    if framed := _framed(listing, snapshot, portal, walk):
        return Catalogue(fetches=framed)
    return Catalogue(findings=(Finding("nothing-listed", "warning", f"{snapshot.url} lists nothing"),))


def _itself(listing: Listing, snapshot: Snapshot, walk: Walk) -> Iterator[Entry]:
    headings = listing.tree.xpath("//h1 | //h2 | //title").xpath("string(.)").getall()
    title = next((squeezed(heading) for heading in headings if looks_like_report(heading)), "")
    if title and len(listing.visible_text()) > ARTICLE:
        yield Entry(snapshot.fetch.url, title, None, walk.unit)


def _framed(listing: Listing, snapshot: Snapshot, portal: Portal, walk: Walk) -> tuple[Fetch, ...]:
    sources = listing.tree.xpath("//iframe/@src | //frame/@src").getall()
    own = urlsplit(snapshot.url).netloc
    frames = (Branch(address) for address in map(listing.absolute, sources) if urlsplit(address).netloc == own)
    fetches = unmet(frames, snapshot.url, portal, walk, mark_of, {"column": walk.note("column")})
    return tuple(replace(fetch, headers={"Referer": snapshot.url}) for fetch in fetches)


ADAPTER: Adapter = Generic()
