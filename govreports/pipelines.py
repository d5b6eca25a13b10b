"""The item pipelines, each a few lines over a pure function: join, parse, record, store. Each takes the stage of an
item it is for and lets everything else pass; a verdict goes straight to the store."""

from dataclasses import replace
from typing import Literal

from scrapy.crawler import Crawler

from govreports.crawl.items import Article, EntryVerdict, Joined, Parsed, Recorded
from govreports.crawl.session import session_of
from govreports.model.identity import entry_identity
from govreports.model.report import REPORTS
from govreports.pages import join_pages
from govreports.parsing import hints_of, parse_reports
from govreports.publish.record import build_records

NOT_A_REPORT: Literal["not-a-report"] = "not-a-report"


class JoinPipeline:
    """Article → Joined: its pages become one."""

    def process_item(self, item: object) -> object:
        """Join; what the spider found missing becomes a finding of the page."""
        if not isinstance(item, Article):
            return item
        page = join_pages(item.pages)
        return Joined(item, replace(page, findings=(*page.findings, *item.findings)))


class ParsePipeline:
    """Joined → Parsed, or the verdict that the page is no report."""

    def process_item(self, item: object) -> object:
        """Parse with what page, entry and portal know. Of a page that holds several reports what is none is left."""
        if not isinstance(item, Joined):
            return item
        article = item.article
        portal, entry = article.portal, article.entry
        hints = hints_of(item.page, entry=entry, region=portal.region, unit_region=portal.region_of(entry.unit))
        # The catalogue has been read to its end: this entry is the main one of its report.
        readings = parse_reports(item.page.document, replace(hints, only_copy=True))
        reports = tuple(reading for reading in readings if reading.report.document_type in REPORTS)
        if reports:
            return Parsed(article, item.page, reports)
        none = readings[0].report
        told = (finding.message for finding in none.findings if finding.code == NOT_A_REPORT)
        reason = next(told, none.document_type)
        copies = tuple(entry for entry, _ in article.copies)
        return EntryVerdict(article.portal, article.entry, NOT_A_REPORT, none.document_type, reason, copies)


class RecordPipeline:
    """Parsed → Recorded."""

    def process_item(self, item: object) -> object:
        """Build the records under the entry's identity."""
        if not isinstance(item, Parsed):
            return item
        portal, entry = item.article.portal, item.article.entry
        records = build_records(
            item.page,
            item.readings,
            portal=portal.id,
            entry_url=entry.url,
            identity=entry_identity(portal.id, entry.url),
            listed=entry.listed,
        )
        return Recorded(item.article, records)


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
            run = session.run(item.portal)
            address = item.entry.url
            session.store.save_verdict(run.number, item.portal.id, address, item.state, item.document_type, item.reason)
            run.counts.update([item.state, "done"])
            for copy in item.copies:
                session.store.save_verdict(
                    run.number, item.portal.id, copy.url, item.state, item.document_type, item.reason
                )
                run.counts.update([item.state, "done"])
        elif isinstance(item, Recorded):
            article = item.article
            run = session.run(article.portal)
            copies = [(entry.url, reason) for entry, reason in article.copies]
            change = session.store.save_reports(
                run.number, article.portal.id, article.entry.url, item.records, article.snapshots, copies
            )
            run.counts.update([change, "done"])
            run.counts.update(done=len(copies))
            for record in item.records:
                run.counts.update(statistics=len(record["statistics"]), findings=len(record["findings"]))
        return item
