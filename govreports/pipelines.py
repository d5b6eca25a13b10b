"""The item pipelines, each a few lines over a pure function: read, store. A verdict goes straight to the store."""

from scrapy.crawler import Crawler

from govreports.crawl.items import Article, EntryVerdict, Recorded
from govreports.crawl.session import session_of
from govreports.model.outcomes import page_class
from govreports.publish.article import NotAReport, read_article


class ReadPipeline:
    """Article → Recorded, or the verdict that it is no report."""

    def process_item(self, item: object) -> object:
        """Join, parse, build the records."""
        if not isinstance(item, Article):
            return item
        portal, entry = item.portal, item.entry
        outcome = read_article(item.pages, item.findings, portal=portal, entry=entry)
        if isinstance(outcome, NotAReport):
            return EntryVerdict(
                portal, entry, "not-a-report", outcome.document_type, outcome.reason, reading=item.reading
            )
        return Recorded(item, outcome)


class StorePipeline:
    """Recorded and EntryVerdict → the store. With it the entry is done: one transaction."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "StorePipeline":
        """Made by Scrapy."""
        return cls(crawler)

    def process_item(self, item: object) -> object:
        """Store it and count what came of it."""
        session = session_of(self.crawler)
        if isinstance(item, EntryVerdict):
            run, portal = session.run(item.portal), item.portal.id
            told = (item.state, item.document_type, item.reason)
            session.store.save_verdict(run.number, portal, item.entry.url, *told, item.reading)
            if item.by_asking:
                session.check(item.portal, item.entry.url, page_class(item.reason))
            done = 1 + len(item.reading.copies if item.reading else ())
            run.counts.update({item.state: done, "done": done})
        elif isinstance(item, Recorded):
            article = item.article
            run, reading = session.run(article.portal), article.reading
            change = session.store.save_reports(
                run.number,
                article.portal.id,
                article.entry.url,
                item.records,
                article.snapshots,
                reading.copies,
                reading,
            )
            session.check(article.portal, article.entry.url, "unchanged" if change == "unchanged" else "ok")
            run.counts.update([change, "done"])
            run.counts.update(done=len(reading.copies))
            for record in item.records:
                run.counts.update(statistics=len(record["statistics"]), findings=len(record["findings"]))
        return item
