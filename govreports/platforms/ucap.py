"""UCAP (开普): columns at `/SITE/c100783/common_list.shtml`, page k of a list at `common_list_{k}.shtml`, documents at
`…/YYYYMM/c00_<id>.shtml`. Seen in 黑龙江, 新疆, 四川, 湖南, 西藏, 江西, 云南.

Lists are static, their pager `createPageHTML('page_div', pages, …)`, or come as JSON from `/common/search/{channel}`
(`/searchList/{channel}` on some sites), the channel in a meta tag or a script: where the script asks for one of these,
or where the page lists nothing and names a channel. Some sites answer bursts with their home page and status 200: what
is not the channel that was asked for lists nothing.

Parameters of a registry row, all of them optional:
`list` = `json` or `static` where there is doubt, `channel` the channel's number or name;
`units` = `linked` reads the columns of other units that the page links to;
`page_field`, `first_page`, and `field.NAME` for any field of the service (`field._pageSize` = `50`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urljoin, urlsplit

from govreports.model.exchange import Catalogue, Fetch, Snapshot
from govreports.pages import Detail, decode
from govreports.platforms import jsondata
from govreports.platforms.adapter import Adapter
from govreports.platforms.column import column_of
from govreports.platforms.documents import documents
from govreports.platforms.linked import OF_UNITS, linked_units
from govreports.platforms.parameters import Parameters
from govreports.platforms.rows import Listing
from govreports.platforms.service import OF_A_SERVICE, Service, answered, asked_for
from govreports.platforms.signature import Signature, mark
from govreports.platforms.static_pager import Pager, called, shown
from govreports.platforms.subcolumns import indexed
from govreports.platforms.walk import Walk, params, starts, total_entries
from govreports.portals import Portal

SIGNATURE = Signature(
    url=(
        mark(
            r"/c\d{5,}[a-z]?/(?:\w+/)?(?:\w*(?:list|navs)s?|\w*zfxxgk\w*)(?:_\d+)?\.shtml",
            0.9,
            "a column at /c<id>/…_list.shtml",
        ),
        mark(
            r"/c\d{5,}[a-z]?/\d{6}/(?:c\d\d_\d+|[0-9a-f]{32})\.shtml",
            0.95,
            "a document at /c<id>/YYYYMM/c00_<id>.shtml",
        ),
        mark(r"/c\d{5,}/c\d+/content\.shtml", 0.9, "a document at /c<id>/c<id>/content.shtml"),
        mark(r"/common/search/\w+\?|/searchList/\w+", 0.8, "the list service /common/search/"),
    ),
    html=(
        mark(r"""createPageHTML\(\s*["']page_div["']""", 0.9, "a pager in page_div"),
        mark(r"""(?i)id=["']UCAP-CONTENT|<UCAP(?:TITLE|CONTENT)\b""", 0.95, "the body UCAP-CONTENT"),
        mark(r"""["'/]common/search/|/searchList/""", 0.75, "a script that asks /common/search/ for the list"),
        mark(r"""(?i)<meta\s+name=["']?channelid["'\s]""", 0.5, "the meta tag channelid"),
    ),
)
ENTRY = re.compile(r"/c\d\d_\d{4,}\.shtml|/\d{6}/[0-9a-f]{32}\.shtml|/c\d+/content\.shtml", re.IGNORECASE)
LIST = re.compile(r"(/[\w/-]*?/c\d{5,}[a-z]?)/(?:\w+/)?(?:\w*(?:list|navs)s?|\w*zfxxgk\w*)\.shtml", re.IGNORECASE)
ROWS = ("//ul[@id='list']", "//*[@id='list']")
SERVICE = re.compile(r"/common/search/|/searchList/|/getFileListByCodeId")
CHANNEL = re.compile(r"""(?i)\bchannel_?id["']?\s*[:=]\s*["']?(\w{4,})["']?""")
FIELDS = {
    "_pageSize": "15",
    "_isAgg": "true",
    "_isJson": "true",
    "_template": "index",
    "_rangeTimeGte": "",
    "_channelName": "",
}


class Ucap:
    """The adapter."""

    name = "ucap"
    parameters: ClassVar[Parameters] = {**OF_A_SERVICE, **OF_UNITS, "list": "json|static", "channel": r"\w+"}
    detail = Detail(
        body=(
            "//*[@id='UCAP-CONTENT']",
            "//ucapcontent",
            "//div[contains(@class, 'article-content')]",
            "//*[@id='zoomcon']",
            "//div[contains(@class, 'article_content')]",
            "//*[contains(@class, 'detail-news')]",
        ),
        metadata=("//div[contains(@class, 'meta-main')]//li",),
        attachments=("//div[contains(@class, 'article-appendix')]",),
    )

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """The first page of each list."""
        return starts(portal)

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """A page of a static list, or of the list service's answer."""
        text = decode(snapshot.body, snapshot.headers.get("content-type")).text
        walk = Walk.of(snapshot.fetch.context)
        if walk.note("service"):
            return answered(text, walk)
        known = params(portal, walk)
        if jsondata.answer(text) is not None:
            return answered(text, Service.at(snapshot.url).told(known).begun(walk, snapshot))
        listing = Listing.of(text, snapshot.url)
        if "首页" in listing.tag("ColumnType"):
            return walk.unread("is the site's home page")
        channel = _channel(listing)
        entries = documents(listing, lambda url: bool(ENTRY.search(url)), ROWS, walk.unit)
        if walk.page > 1 and entries and channel != walk.note("channel"):
            return walk.unread(f"is a page of channel {channel or 'none'}, not of {walk.note('channel') or 'none'}")
        units = tuple(linked_units(listing, portal, walk, _column)) if walk.page == 1 else ()
        static = called(listing.scripts) or shown(listing, snapshot.url, first=2)
        if walk.page == 1 and (service := _service(listing, known, static, bool(entries))):
            return Catalogue(fetches=(service.fetch(service.begun(walk, snapshot)), *units))
        if walk.page == 1 and not entries and column_of(listing).is_annual_reports:
            units = (*indexed(listing, snapshot.url, portal, walk, _column), *units)
        pager = static or Pager(1)
        noted = replace(walk, notes={**(walk.notes or {}), "channel": channel})

        def onward(ahead: Walk) -> Fetch | None:
            return ahead.fetch(pager.further(snapshot.url, ahead.page)) if ahead.page <= pager.pages else None

        total = pager.total if pager.total is not None else total_entries(listing.visible_text())
        turned = noted.turn(entries, onward, total, promised=walk.page > 1)
        return replace(turned, fetches=(*turned.fetches, *units))


def _service(listing: Listing, known: Mapping[str, str], static: Pager | None, lists: bool) -> Service | None:
    """The service that has the list, or None where the page has it: a static pager says that the files go on."""
    wanted = known.get("list")
    if wanted == "static" or (wanted != "json" and static is not None and static.pages > 1 and lists):
        return None
    channel = known.get("channel") or _channel(listing)
    asked = asked_for(listing, listing.scripts, SERVICE)
    if asked is not None:
        url = asked.url + channel if asked.url.endswith("/") else asked.url
        fields = {**FIELDS, **asked.fields} if "/common/search" in url else asked.fields
        return replace(asked, url=url, fields=fields).told(known)
    if channel and (wanted == "json" or not lists):
        return Service(urljoin(listing.base, f"/common/search/{channel}"), FIELDS).told(known)
    return None


def _channel(listing: Listing) -> str:
    """The channel a page says it is, by its tag, else by a script."""
    tagged = listing.tag("channelid")
    return tagged or next((found[1] for code in listing.scripts if (found := CHANNEL.search(code))), "")


def _column(address: str) -> str | None:
    """What names the column in a list page's address, None for any other address."""
    found = LIST.search(urlsplit(address).path)
    return f"{urlsplit(address).netloc}{found[1]}" if found else None


ADAPTER: Adapter = Ucap()
