"""Storing what an entry's page gave: its reports in their versions, or the verdict that it holds none."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Row, and_, delete, insert, select, update

from govreports.model.identity import canonical_url
from govreports.model.record import Record
from govreports.store.schema import candidates, entries, findings, report_snapshots, reports, statistics
from govreports.store.snapshots import seen_together

Change = Literal["new", "changed", "unchanged"]


def save(
    connection: Connection,
    run: int,
    portal: str,
    entry_url: str,
    records: Sequence[Record],
    digests: Sequence[str],
    copies: Sequence[tuple[str, str]] = (),
) -> Change:
    """One entry's reports, all of them. See `Store.save_reports`."""
    url = canonical_url(entry_url)
    entry = _entry(connection, portal, url)
    before = _current(connection, portal, url)
    had_any = connection.execute(select(reports.c.id).where(_of_entry(portal, url)).limit(1)).first() is not None
    seen = seen_together(connection, run, portal, digests)
    is_older = entry.seen is not None and seen < entry.seen
    saved: dict[str, int] = {}
    rewritten = False
    for record in records:
        version, wrote = _save_version(connection, run, portal, url, record, digests, is_older)
        saved[record["id"]] = version
        rewritten = rewritten or wrote
    if not before or _is_later(saved, seen, before, entry.seen):
        _make_current(connection, portal, url, saved)
        _mark(connection, portal, url, state="report", document_type=None, reason=None, seen=seen)
    for address, reason in copies:
        _make_current(connection, portal, canonical_url(address), {})
        _mark(connection, portal, canonical_url(address), state="copy", document_type=None, reason=reason, seen=None)
    if not had_any:
        return "new"
    changed = rewritten or entry.state != "report" or _current(connection, portal, url) != before
    return "changed" if changed else "unchanged"


def save_verdict(
    connection: Connection, portal: str, entry_url: str, state: str, document_type: str | None, reason: str
) -> Change:
    """An entry that gave no report. See `Store.save_verdict`."""
    url = canonical_url(entry_url)
    entry = _entry(connection, portal, url)
    if state == "unreadable" and entry.state == "report":
        return "unchanged"
    if (entry.state, entry.document_type, entry.reason) == (state, document_type, reason):
        return "unchanged"
    _make_current(connection, portal, url, {})
    _mark(connection, portal, url, state=state, document_type=document_type, reason=reason, seen=None)
    return "new" if entry.state == "pending" else "changed"


def forget(connection: Connection, portal: str, urls: Collection[str]) -> None:
    """Take away all that was ever made of some entries (by their canonical addresses): their reports in all versions,
    and what became of them."""
    of_entries = and_(reports.c.portal == portal, reports.c.entry.in_(urls))
    if made := set(connection.execute(select(reports.c.id).where(of_entries)).scalars()):
        for table in (report_snapshots, statistics, candidates, findings):
            connection.execute(delete(table).where(table.c.report.in_(made)))
        connection.execute(delete(reports).where(of_entries))
    nothing = {"state": "pending", "document_type": None, "reason": None, "seen": None}
    connection.execute(update(entries).where(entries.c.portal == portal, entries.c.url.in_(urls)).values(nothing))


class Kept(NamedTuple):
    """A record as it is stored, and the canonical address of its entry."""

    entry: str
    text: str


def current_records(connection: Connection, portal: str, urls: Collection[str]) -> dict[str, Kept]:
    """The current records of some entries (by their canonical addresses), by their ids."""
    of_entries = (reports.c.portal == portal, reports.c.entry.in_(urls), reports.c.current.is_(True))
    rows = connection.execute(select(reports.c.id, reports.c.entry, reports.c.record).where(*of_entries))
    return {row.id: Kept(row.entry, row.record) for row in rows}


def _entry(connection: Connection, portal: str, url: str) -> Row[Any]:
    this = select(entries).where(entries.c.portal == portal, entries.c.url == url)
    row = connection.execute(this).first()
    if row is None:
        raise LookupError(f"no catalogue of {portal} lists {url}")
    return row


def _mark(connection: Connection, portal: str, url: str, **values: str | datetime | None) -> None:
    connection.execute(update(entries).where(entries.c.portal == portal, entries.c.url == url).values(**values))


def _of_entry(portal: str, url: str) -> Any:
    return and_(reports.c.portal == portal, reports.c.entry == url)


def _current(connection: Connection, portal: str, url: str) -> dict[str, int]:
    rows = connection.execute(
        select(reports.c.id, reports.c.version).where(_of_entry(portal, url), reports.c.current.is_(True))
    )
    return {row.id: row.version for row in rows}


def _is_later(saved: Mapping[str, int], seen: datetime, before: Mapping[str, int], known: datetime | None) -> bool:
    """Whether what was just saved is what the archive holds last of this entry: by the time it was seen, by version
    where that is the same. So an old recording replayed again does not undo what a newer one showed."""
    if known is None or seen != known:
        return known is None or seen > known
    return max(saved.values(), default=0) >= max(before.values(), default=0)


def _make_current(connection: Connection, portal: str, url: str, versions: Mapping[str, int]) -> None:
    connection.execute(update(reports).where(_of_entry(portal, url)).values(current=False))
    for report, version in versions.items():
        this = and_(reports.c.id == report, reports.c.version == version)
        connection.execute(update(reports).where(this).values(current=True))


def _save_version(
    connection: Connection, run: int, portal: str, url: str, record: Record, digests: Sequence[str], is_older: bool
) -> tuple[int, bool]:
    """The version a record is, and whether anything had to be written.

    A version is a text as the archive shows it. A text seen before is the version it was then; and the same bytes read
    to another text, by a better parser, are the version they were, read anew. Where several bytes gave one text, the
    record tells of the latest: `is_older` says that these are not.
    """
    text_digest = sha256(record["text"].encode()).hexdigest()
    known = connection.execute(
        select(reports.c.version, reports.c.text_digest, reports.c.record)
        .where(reports.c.id == record["id"])
        .order_by(reports.c.version)
    ).all()
    sources = _sources(connection, record["id"])
    same_text = [row for row in known if row.text_digest == text_digest]
    same_bytes = [row for row in known if sources.get(row.version) == sorted(digests)]
    if not (same := same_text or same_bytes):
        version = len(known) + 1
        row = _row(record, version, text_digest) | {
            "current": False,
            "portal": portal,
            "entry": url,
            "run": run,
        }
        connection.execute(insert(reports), row)
        _write_parts(connection, record, version, digests)
        return version, True
    version = same[0].version
    row = _row(record, version, text_digest)
    if row["record"] == same[0].record or (is_older and sources.get(version) != sorted(digests)):
        return version, False
    this = and_(reports.c.id == record["id"], reports.c.version == version)
    connection.execute(update(reports).where(this).values(row))
    for table in (report_snapshots, statistics, candidates, findings):
        connection.execute(delete(table).where(table.c.report == record["id"], table.c.version == version))
    _write_parts(connection, record, version, digests)
    return version, True


def _sources(connection: Connection, report: str) -> dict[int, list[str]]:
    """The digests each version was read from, sorted."""
    rows = connection.execute(select(report_snapshots).where(report_snapshots.c.report == report))
    sources: dict[int, list[str]] = {}
    for row in rows:
        sources.setdefault(row.version, []).append(row.digest)
    return {version: sorted(digests) for version, digests in sources.items()}


def _row(record: Record, version: int, text_digest: str) -> dict[str, Any]:
    numbered: Record = {**record, "version": version}
    return {
        "id": record["id"],
        "version": version,
        "unit": record["unit"],
        "region": record["region"],
        "year": record["year"],
        "title": record["title"],
        "published": record["published"],
        "form": record["form"],
        "document_type": record["document_type"],
        "text_digest": text_digest,
        "record": json.dumps(numbered, ensure_ascii=False),
    }


def _write_parts(connection: Connection, record: Record, version: int, digests: Sequence[str]) -> None:
    parts: dict[Any, list[dict[str, Any]]] = {
        report_snapshots: [{"digest": digest} for digest in digests],
        statistics: [{**each, "value": _exact(each["value"])} for each in record["statistics"]],
        candidates: [{**each} for each in record["candidates"]],
        findings: [{**each} for each in record["findings"]],
    }
    for table, rows in parts.items():
        if rows:
            key = {"report": record["id"], "version": version}
            connection.execute(insert(table), [{**key, "n": n, **row} for n, row in enumerate(rows, 1)])


def _exact(value: float | None) -> Decimal | None:
    """A record's number as it is printed: JSON writes the shortest digits that mean it."""
    return None if value is None else Decimal(str(value))
