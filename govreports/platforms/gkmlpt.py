"""gkmlpt (政府信息公开目录平台), Guangdong's platform: a page whose script holds `window._CONFIG` with the site's SID
and the TREE of its columns, and a service that lists a column's articles as JSON, 100 a page:
`{base}/gkmlpt/api/all/{column}?page=N&sid={SID}`.

Sub-units hang under a path: /gzpyjy/gkmlpt/… is another base than /gkmlpt/…. The annual reports' column is the number
after `#` in the address of /gkmlpt/annualreport, or a node of the TREE with 年报 in its name; columns that jump to
another address (`jump_url`) hold nothing.

A registry row's address is `{base}/gkmlpt/annualreport#2112`, the same without a number, or `{base}/gkmlpt/index`. Its
parameters: `column` (numbers of columns, by commas), `sid`, and `units = "linked"` to walk the other units' bases that
the page links to as well, each under the name of its link.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urlsplit

from govreports.model.exchange import Catalogue, Fetch, Snapshot
from govreports.model.finding import Finding
from govreports.pages import Detail, decode
from govreports.platforms import jsondata, script
from govreports.platforms.adapter import Adapter
from govreports.platforms.linked import OF_UNITS, linked_units, organ_named
from govreports.platforms.parameters import Parameters
from govreports.platforms.records import entries_of
from govreports.platforms.rows import Listing
from govreports.platforms.signature import Signature, mark
from govreports.platforms.walk import Walk, params, starts
from govreports.portals import Portal

SIGNATURE = Signature(
    url=(mark(r"/gkmlpt/(?:index|guide|policy|annualreport|search|api|content)\b", 0.9, "pages below /gkmlpt/"),),
    html=(
        mark(r"window\._CONFIG\s*=", 0.5, "a window._CONFIG in its script"),
        mark(r"\bSID[\"']?\s*:\s*[\"']?\d", 0.4, "a SID in its configuration"),
    ),
)
BASE = re.compile(r"^(https?://[^?#]*?/gkmlpt)(?:/|$)")
ANNUAL = re.compile(r"年报|年度(?:工作)?报告")
# Yearly papers on something else, with columns of their own.
OTHER = re.compile(r"网站|法治|依法行政|[预决]算|财政|统计|环境|绩效|监管")


class Gkmlpt:
    """The adapter."""

    name = "gkmlpt"
    parameters: ClassVar[Parameters] = {**OF_UNITS, "column": r"[\d\s,]+", "sid": r"\w+"}
    detail = Detail(
        body=(
            "//div[contains(@class, 'article-content')]",
            "//div[contains(@class, 'news_cont_d_wrap')]",
            "//div[contains(@class, 'tyxxy_main')]",
            "//*[@id='zoomcon']",
            # Where pages lay out the article that their script carries.
            "//*[@id='zoom']",
        ),
    )

    def start(self, portal: Portal) -> Iterable[Fetch]:
        """The page that carries the configuration, of each base."""
        return starts(portal)

    def read(self, snapshot: Snapshot, portal: Portal) -> Catalogue:
        """A page with a configuration lists nothing itself but names the columns; an answer of the service lists."""
        text = decode(snapshot.body, snapshot.headers.get("content-type")).text
        walk = Walk.of(snapshot.fetch.context)
        if walk.note("column"):
            return _articles(text, snapshot.url, walk)
        return _columns(Listing.of(text, snapshot.url), snapshot, walk, portal)


def _columns(listing: Listing, snapshot: Snapshot, walk: Walk, portal: Portal) -> Catalogue:
    """The first page of each column that holds annual reports, and the bases of the units that are linked."""
    linked = walk.note("linked")
    known = {} if linked else params(portal, walk)
    codes = script.scripts(listing.tree)
    base = BASE.match(snapshot.url)
    sid = known.get("sid") or next(filter(None, (script.pairs(code).get("SID") for code in codes)), "")
    columns = () if linked else tuple((number, walk.unit) for number in _numbers(known, walk.catalogue))
    columns = columns or tuple(_reports(jsondata.given(codes, "TREE"), walk.unit))
    findings: list[Finding] = []
    if not (base and sid and columns):
        missing = "SID" if not sid else "column of annual reports"
        findings.append(Finding("no-column", "warning", f"{snapshot.url} names no {missing}"))
        columns = ()
    stands = {"base": base[1] if base else "", "sid": sid, "page": snapshot.url}
    fetches = (
        _service(replace(walk, unit=unit, notes={**stands, "column": column})) for column, unit in dict(columns).items()
    )
    units = linked_units(listing, portal, walk, _base_of)
    return Catalogue(fetches=(*fetches, *units), findings=tuple(findings))


def _articles(text: str, url: str, walk: Walk) -> Catalogue:
    answered = jsondata.answer(text)
    articles = answered.get("articles") if isinstance(answered, dict) else None
    if not isinstance(answered, dict) or not isinstance(articles, list):
        return walk.unread("is no list of articles")
    # `url` is an article's page here, `post_url` the same or the original it stands for.
    entries = tuple(entries_of(articles, url, walk.unit))
    total = jsondata.count(answered.get("total"))

    def onward(ahead: Walk) -> Fetch | None:
        missing = bool(articles) if total is None else ahead.read < total
        return _service(ahead) if missing else None

    return walk.turn(entries, onward, total)


def _service(walk: Walk) -> Fetch:
    address = f"{walk.note('base')}/api/all/{walk.note('column')}?page={walk.page}&sid={walk.note('sid')}"
    headers = {"Referer": walk.note("page"), "Accept": "application/json, text/plain, */*"}
    return walk.fetch(address, headers=headers)


def _numbers(known: Mapping[str, str], url: str) -> tuple[str, ...]:
    """The columns the registry's row names, by parameter or after the `#` of its address."""
    given = known.get("column") or urlsplit(url).fragment
    return tuple(number for number in re.split(r"[,\s]+", given.strip("/ ")) if number.isdecimal())


def _reports(tree: object, unit: str | None, within: bool = False) -> Iterator[tuple[str, str | None]]:
    """The columns of annual reports, each with its unit: nodes named so, or below one named so (a node for each year,
    each kind of unit, each unit). Of a node with children the children hold the articles."""
    nodes = jsondata.objects(tree) or ((tree,) if isinstance(tree, dict) else ())
    for node in nodes:
        name = jsondata.words(node.get("name"))
        here = (within or bool(ANNUAL.search(name))) and not OTHER.search(name)
        organ = (organ_named(name) if within else None) or unit
        below = [child for value in node.values() for child in jsondata.objects(value) if "id" in child]
        if below:
            yield from _reports(below, organ, here)
        elif here and not jsondata.words(node.get("jump_url")) and (number := jsondata.words(node.get("id"))):
            yield number, organ


def _base_of(address: str) -> str | None:
    base = BASE.match(address)
    return base[1] if base else None


ADAPTER: Adapter = Gkmlpt()
