"""A list that a page's script asks a service for: what it sends is copied from the script, but for the page number.

The address may be a literal with parameters concatenated to it, the parameters an object literal beside it, the request
an `$.ajax`, `$.getJSON`, `$.post` or a script tag; a JSONP callback gets a name of its own.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from govreports.model.exchange import Catalogue, Fetch, Snapshot
from govreports.platforms import jsondata, script
from govreports.platforms.parameters import ANY
from govreports.platforms.records import records
from govreports.platforms.rows import Listing
from govreports.platforms.walk import Walk

OF_A_SERVICE = {"page_field": r"\w+", "first_page": r"\d+", "field.*": ANY}
"""What a registry row may say of a service."""

ASKS = re.compile(r"\.ajax\(|\.get(?:JSON)?\(|\.post\(|\.load\(|\bfetch\(|XMLHttpRequest|axios|jsonp", re.IGNORECASE)
POSTS = re.compile(r"""\.post\(|\b(?:type|method)["']?\s*:\s*["']post["']""", re.IGNORECASE)
JSON_BODY = re.compile(r"application/json|JSON\.stringify", re.IGNORECASE)
JSONP = re.compile(r"""callback=\?|\bdataType["']?\s*:\s*["']jsonp["']|\bjsonp["']?\s*:""", re.IGNORECASE)
CALLBACK = re.compile(r"""\bjsonp["']?\s*:\s*["'](\w+)["']""")
PAGE = re.compile(
    r"^(?:page|pages|pageno|page_no|pagenum|pagenumber|pageindex|curpage|currpage|cur_page|currentpage|nowpage|p|pn)$",
    re.IGNORECASE,
)
SIZE = re.compile(r"^_?(?:page_?size|per_?page|size|rows|limit)$", re.IGNORECASE)
OBJECT = re.compile(r"\{[^{}]*\}")
KEY = re.compile(r"""["']?([A-Za-z_]\w*)["']?\s*:""")
VARIABLE = re.compile(r"""["']?([A-Za-z_]\w*)["']?\s*:\s*([A-Za-z_]\w*)\s*[,}]""")
QUERY_NAME = re.compile(r"[?&]([A-Za-z_]\w*)=")


@dataclass(frozen=True, slots=True)
class Service:
    """`page` is the field that takes the page number, `first` the number of the first page."""

    url: str
    fields: Mapping[str, str] = field(default_factory=dict)
    page: str = "page"
    first: int = 1
    method: str = "GET"
    body: str = "form"

    @classmethod
    def at(cls, url: str) -> "Service":
        """The service that an address asks as it stands."""
        fields = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
        page = next((name for name in fields if PAGE.match(name)), "page")
        first = fields.pop(page, "")
        return cls(url.partition("?")[0], fields, page, int(first) if first in {"0", "1"} else 1)

    @property
    def page_size(self) -> int:
        """How many entries it gives a page, as it is asked; 0 if it is not."""
        given = (value for name, value in self.fields.items() if SIZE.match(name) and value.isdecimal())
        return int(next(given, "0"))

    def as_note(self) -> str:
        """The same as a note of the walk."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of_note(cls, note: str) -> "Service":
        """A service from a note of the walk."""
        return cls(**json.loads(note))

    def told(self, known: Mapping[str, str]) -> "Service":
        """The service as a registry row corrects it: `page_field`, `first_page`, and `field.NAME` for its fields."""
        own = {name.removeprefix("field."): value for name, value in known.items() if name.startswith("field.")}
        page, first = known.get("page_field", self.page), int(known.get("first_page", self.first))
        fields = {name: value for name, value in {**self.fields, **own}.items() if name != page}
        return replace(self, fields=fields, page=page, first=first)

    def begun(self, walk: Walk, page: Snapshot) -> Walk:
        """The walk over the service's answers, begun from the page that asks it: it carries on what the page's script
        would send along, and where it lies."""
        return replace(walk, notes={**(walk.notes or {}), "service": self.as_note(), "page": page.url})

    def fetch(self, walk: Walk) -> Fetch:
        """The fetch of the answer the walk stands at."""
        sent = {**self.fields, self.page: str(walk.page - 1 + self.first)}
        headers = {"Referer": walk.note("page"), "X-Requested-With": "XMLHttpRequest"}
        if self.method == "GET":
            parts = urlsplit(self.url)
            return walk.fetch(urlunsplit(parts._replace(query=urlencode(sent))), headers=headers)
        if self.body == "json":
            headers["Content-Type"] = "application/json; charset=UTF-8"
            return walk.fetch(
                self.url, method="POST", body=json.dumps(sent, ensure_ascii=False).encode(), headers=headers
            )
        headers["Content-Type"] = "application/x-www-form-urlencoded; charset=UTF-8"
        return walk.fetch(self.url, method="POST", body=urlencode(sent).encode(), headers=headers)


def asked_for(listing: Listing, codes: Sequence[str], kind: re.Pattern[str]) -> Service | None:
    """The service of that kind (a pattern of its address) that a page asks for its list, or None."""
    known = {name: value for code in reversed(codes) for name, value in script.pairs(code).items()}
    for code in codes:
        if ASKS.search(code) and (found := _asked_by(code, listing.base, kind, known)):
            return found
    return next(_sources(listing, kind), None)


def _asked_by(code: str, base: str, kind: re.Pattern[str], known: Mapping[str, str]) -> Service | None:
    literal = next((literal[1] for literal in script.STRING.finditer(code) if kind.search(literal[1])), None)
    if literal is None:
        return None
    address = script.address(code, literal) or literal
    if address.startswith(script.COMPUTED):
        return None
    beside, names = _beside(code, known)
    fields = {**beside, **script.query(address)}
    names += QUERY_NAME.findall(address)
    if JSONP.search(code):
        callback = CALLBACK.search(code)
        fields[callback[1] if callback else "callback"] = "callback"
    page = next((name for name in names if PAGE.match(name)), "page")
    given = fields.pop(page, "")
    return Service(
        urljoin(base, address.partition("?")[0].replace(script.COMPUTED, "")),
        fields,
        page,
        int(given) if given in {"0", "1"} else 1,
        "POST" if POSTS.search(code) else "GET",
        "json" if JSON_BODY.search(code) else "form",
    )


def _beside(code: str, known: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The object literal that takes a page number: its fields whose values are literals or variables of known value,
    and the names of all."""
    for found in OBJECT.finditer(code):
        names = KEY.findall(found[0])
        if any(PAGE.match(name) for name in names):
            variables = {name: known[value] for name, value in VARIABLE.findall(found[0]) if value in known}
            return variables | script.pairs(found[0]), names
    return {}, []


def _sources(listing: Listing, kind: re.Pattern[str]) -> Iterator[Service]:
    """Services that are asked by a script tag or named in an attribute (`data-url`)."""
    for source in listing.tree.xpath("//script/@src | //@data-url | //@data-src | //iframe/@src").getall():
        if kind.search(source) and (address := listing.absolute(source)):
            yield Service.at(address)


def answered(text: str, walk: Walk) -> Catalogue:
    """A page of a service's answer, and the next one while records or pages are missing. Its relative links start from
    the page that asked for it. What is no such answer (a site's home page, with status 200) lists nothing."""
    found = records(jsondata.answer(text), walk.note("page"), walk.unit)
    if found is None:
        return walk.unread("is no answer of a list service")
    service = Service.of_note(walk.note("service"))

    def onward(ahead: Walk) -> Fetch | None:
        if found.total is not None:
            missing = ahead.read < found.total
        elif found.pages is not None:
            missing = ahead.page <= found.pages
        else:
            missing = len(found.entries) >= max(1, service.page_size)
        return service.fetch(ahead) if missing else None

    return walk.turn(found.entries, onward, found.total)
