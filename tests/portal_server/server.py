"""A portal behind a real HTTP server on loopback."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from govreports.portals import CatalogueRow, Portal

from .exchange import Answer, Line, Request
from .families import families
from .home import home
from .markup import frame
from .prose import SUMMARY
from .serving import Host
from .site import Site
from .truth import Truth, truth_of
from .world import Item

COOKIE = "JSESSIONID=5F2A9C017E"
EMPTY_SOFT_404 = "您访问的页面不存在"


class PortalServer:
    """Plays a family from data: so many `units`, a report of each for each of the `years`, `awkward` switched on.

    Every fourth answer takes `slow` seconds. `portal` is the registry row, `truth` what there is to find, `log` what
    was asked of the site, `strange` what was asked of the host its links lead to that is not on the portal's list.
    """

    def __init__(
        self,
        family: str,
        *,
        units: int = 3,
        years: Iterable[int] = range(2011, 2014),
        awkward: Collection[str] = (),
        per_page: int = 2,
        slow: float = 0,
    ) -> None:
        kind = families()[family]
        if unknown := set(awkward) - kind.plays:
            raise ValueError(f"{family} does not play {', '.join(sorted(unknown))}")
        self._host = Host(self._answer, slow)
        self._stranger = Host(self._refuse)
        self.site = Site.of(
            self._host.name,
            self._stranger.name,
            units=units,
            years=tuple(years),
            awkward=frozenset(awkward),
            per_page=per_page,
        )
        self.family = kind(self.site)
        self.truth: Truth = truth_of(self.family)
        self._items: dict[str, Item] = {self.family.address(item): item for item in self.site.items}
        self._further = {path: page for item in self.site.items for path, page in self.family.further(item).items()}
        self._starts = {self.family.start(column).partition("#")[0] for column in self.site.columns}
        self.portal = self._row()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Take the portal off the net."""
        self._host.close()
        self._stranger.close()

    @property
    def log(self) -> list[Line]:
        """What the site was asked, in the order of asking."""
        return sorted(self._host.log, key=lambda line: line.time)

    @property
    def strange(self) -> list[Line]:
        """What the foreign host was asked."""
        return list(self._stranger.log)

    def page(self, target: str) -> bytes:
        """The body of an answer, without asking over HTTP."""
        return self._answer(Request("GET", target.partition("#")[0], {}))[1]

    def _row(self) -> Portal:
        return Portal(
            id=f"{self.family.name.replace('_', '-')}-{'-'.join(sorted(self.site.awkward)) or 'plain'}",
            name="芦川县人民政府",
            region="349906",
            level="county",
            platform=self.family.platform,
            site=str(urlsplit(self.site.base).hostname),
            unit="芦川县人民政府",
            catalogues=tuple(
                CatalogueRow(
                    url=f"{self.site.base}{self.family.start(column)}",
                    unit=column.unit.name if column.unit else None,
                    params=dict(self.family.column_params(column)),
                )
                for column in self.site.columns
            ),
            params=dict(self.family.portal_params()),
            evidence="a test server",
        )

    def _answer(self, request: Request) -> tuple[Answer, bytes, bool]:
        answer = self._found(request)
        known = answer is not None
        if answer is None:
            answer = Answer(frame(self.site, "提示", f"<p>{EMPTY_SOFT_404}</p>"), status=404)
        encoding = "gbk" if self.site.gbk and answer.kind == "text/html" else "utf-8"
        # What declares its encoding in the page alone is the harder case.
        charset = "" if encoding == "gbk" else "; charset=utf-8"
        headers = {"Content-Type": f"{answer.kind}{charset}", **answer.headers}
        return replace(answer, headers=headers), answer.text.encode(encoding), known

    def _found(self, request: Request) -> Answer | None:
        path = request.target
        if path == "/robots.txt":
            forbidden = [address for address, item in self._items.items() if item.fate == "robots"]
            return Answer("\n".join(["User-agent: *", *(f"Disallow: {path}" for path in forbidden)]), "text/plain")
        if path == "/":
            return Answer(home(self.family))
        if item := self._items.get(path):
            if item.fate == "soft-404":
                return Answer(f"<html><head><title>{EMPTY_SOFT_404}</title></head><body></body></html>")
            page = self.family.article(item)
            page = page.replace(SUMMARY, self.family.summary(item)) if item.fate == "summary" else page
            return Answer(page, pages=self.family.shows(item))
        if path in self._further:
            return Answer(self._further[path])
        if self.family.is_service(request.path) and (refusal := self._refusal(request)):
            return refusal
        answer = self.family.answer(request)
        if answer and "cookie" in self.site.awkward and path in self._starts:
            return replace(answer, headers={**answer.headers, "Set-Cookie": f"{COOKIE}; Path=/; HttpOnly"})
        return answer

    def _refusal(self, request: Request) -> Answer | None:
        """The list services of some sites want to see the page they are asked from, or the cookie it set."""
        referer = request.headers.get("Referer", "").startswith(self.site.base)
        if "referer" in self.site.awkward and not referer:
            return Answer("", status=403)
        if "cookie" in self.site.awkward and COOKIE not in request.headers.get("Cookie", ""):
            return Answer("", status=403)
        return None

    @staticmethod
    def _refuse(request: Request) -> tuple[Answer, bytes, bool]:
        return Answer("", status=410), b"", False
