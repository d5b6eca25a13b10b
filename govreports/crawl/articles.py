"""Reading the reports: an entry's page, the further pages of its article, what stands in where it cannot be read."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from govreports.crawl.asked import ASKED, Asked, snapshot_of
from govreports.crawl.failures import (
    PortalBlockedError,
    PortalStoppedError,
    WithheldError,
    failure_class,
    no_page,
)
from govreports.crawl.items import Article, EntryVerdict
from govreports.crawl.session import SessionSpider
from govreports.model.exchange import Entry, Fetch
from govreports.model.identity import canonical_url
from govreports.model.reading import Source
from govreports.pages import UnreadablePage
from govreports.parsing.entries import Group
from govreports.portals import Portal
from govreports.publish.article import read_source

Found = Request | Article | EntryVerdict

# Catalogue pages come first, so that the entries are known early; the further pages of an article come before the next
# article. Among equals the queue is first in, first out: entries come in catalogue order.
PRIORITY = {"catalogue": 20, "continuation": 10, "report": 0}


class ArticleSpider(SessionSpider):
    """The half of the spider that reads reports, once their entries are known."""

    def fetch_report(self, portal: Portal, group: Group, page: Response) -> Iterator[Found]:
        """The request for a report's main page. One that is the catalogue page itself is read as it lies there: no page
        is asked for twice."""
        via: Fetch = page.meta[ASKED].fetch
        if via.method == "GET" and canonical_url(group.main.url) == canonical_url(via.url):
            yield from self.parse_report(page, group)
            return
        fetch = Fetch(group.main.url, "report", context={"via": via.url})
        failed = partial(self.report_failed, portal, group, page=page)
        yield self.request_for(
            Asked(portal, fetch, group.main), callback=self.parse_report, errback=failed, cb_kwargs={"group": group}
        )

    def parse_report(self, response: Response, group: Group) -> Iterator[Found]:
        """The page that the main entry of a report leads to."""
        portal = response.meta[ASKED].portal
        reason = no_page(snapshot_of(response))
        try:
            article = None if reason else self._with_page(Article(portal, group.main, group=group), response)
        except UnreadablePage as error:
            article, reason = None, f"unreadable: {error.reason}"
        if article:
            yield self._further(article)
        else:
            yield from self._unreadable(portal, group, reason or "", response)

    def report_failed(
        self, portal: Portal, group: Group, failure: Failure, page: Response | None = None
    ) -> Iterator[Found]:
        """The page an entry leads to did not come. One that was never asked for stays pending."""
        if isinstance(failure.value, WithheldError):
            self.session.run(portal).counts["withheld"] += 1
        elif not isinstance(failure.value, PortalStoppedError):
            # What a block withholds no copy replaces: it is left for another day.
            blocked = isinstance(failure.value, PortalBlockedError)
            yield from self._unreadable(portal, group, failure_class(failure.value), None if blocked else page)

    def _unreadable(self, portal: Portal, group: Group, reason: str, page: Response | None) -> Iterator[Found]:
        """The main page of a report cannot be read: another copy stands in, unless an earlier run has read this one."""
        was_read = self.state_of(portal, group.main) == "report"
        yield EntryVerdict(portal, group.main, "unreadable", None, reason)
        if page is not None and group.stand_in and not was_read:
            yield from self.fetch_report(portal, group.stand_in, page)

    def parse_continuation(self, response: Response, article: Article) -> Iterator[Found]:
        """A further page of an article."""
        url = response.meta[ASKED].fetch.url
        reason = no_page(snapshot_of(response))
        try:
            read = article.without(url, reason) if reason else self._with_page(article, response)
        except UnreadablePage as error:
            read = article.without(url, error.reason)
        yield self._further(read)

    def continuation_failed(self, article: Article, url: str, failure: Failure) -> Iterator[Found]:
        """A further page of an article did not come: the others are kept, and the report says what it lacks. But what
        a block withholds is no fault of the article: it is left for another day."""
        if isinstance(failure.value, PortalBlockedError | WithheldError):
            yield from self.report_failed(article.portal, Group(article.entry), failure)
        else:
            yield self._further(article.without(url, failure_class(failure.value)))

    def _with_page(self, article: Article, response: Response) -> Article:
        snapshot = snapshot_of(response)
        source = Source(snapshot.url, snapshot.digest, snapshot.headers.get("content-type"))
        page = read_source(snapshot.body, source, article.portal)
        return article.with_page(page, source, asked=snapshot.fetch.url)

    def _further(self, article: Article) -> Request | Article | EntryVerdict:
        """The request for an article's next page, or the article when the last has come or failed. What the live web
        withholds today does not replace a report that was whole."""
        url = article.next_page
        if url is None:
            portal, entry = article.portal, article.entry
            if article.findings and not self.recordings and self.state_of(portal, entry) == "report":
                return EntryVerdict(portal, entry, "unreadable", None, article.findings[0].message)
            return article
        fetch = Fetch(url, "continuation", context={"via": article.entry.url})
        return self.request_for(
            Asked(article.portal, fetch, article.entry),
            callback=self.parse_continuation,
            errback=partial(self.continuation_failed, article, url),
            cb_kwargs={"article": article},
        )

    def state_of(self, portal: Portal, entry: Entry) -> str | None:
        """What the store knows of an entry."""
        return self.session.store.entry_state(portal.id, entry.url)

    def request_for(self, asked: Asked, **kwargs: Any) -> Request:
        """A fetch as Scrapy's request. The walk knows itself what it has asked before, so no filter may drop one: an
        article whose further page is dropped in silence would never be stored."""
        fetch = asked.fetch
        headers = dict(fetch.headers)
        if via := fetch.context.get("via"):
            headers.setdefault("Referer", via)
        return Request(
            fetch.url,
            method=fetch.method,
            headers=headers,
            body=fetch.body,
            meta={ASKED: asked, "cookiejar": asked.portal.id},
            priority=PRIORITY[fetch.role],
            dont_filter=True,
            **kwargs,
        )
