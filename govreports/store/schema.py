"""The tables. Derived ones (reports and what hangs on them, what became of the entries) can be made again from archive
and journal; runs, journal, catalogues and what they list cannot.

A report has one row per version, and exactly the versions read last at its entry are `current`. Statistics, candidates
and findings of every version are kept as rows beside the record's JSON, so that they can be queried.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from govreports.store.columns import ExactDecimal, UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("portal", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("started", UtcDateTime, nullable=False),
    Column("ended", UtcDateTime),
    Column("outcome", String),
    Column("findings", JSON, nullable=False),
)

portals = Table(
    "portals",
    metadata,
    Column("id", String, primary_key=True),
    Column("row", JSON, nullable=False),
)
"""Portals as their last run knew them: a recording brings its own, which no registry holds."""

standings = Table(
    "standings",
    metadata,
    Column("portal", String, primary_key=True),
    Column("last_good_run", ForeignKey("runs.id")),
    Column("last_good", UtcDateTime),
    Column("entries", Integer),
    Column("waiting_run", ForeignKey("runs.id")),
    Column("waiting_entries", Integer),
)
"""Where each portal stands: its last good run, and how many entries the last whole one found (null before the first).
`waiting` is a failed run whose number a person may accept."""

snapshots = Table(
    "snapshots",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("portal", String, nullable=False),
    Column("run", ForeignKey("runs.id")),
    Column("url", String, nullable=False),
    Column("time", UtcDateTime, nullable=False),
    Column("digest", String, nullable=False, index=True),
    Column("status", Integer, nullable=False),
    Column("role", String, nullable=False),
    Column("archive_file", String, nullable=False),
    Column("archive_offset", Integer, nullable=False),
    Column("archive_length", Integer, nullable=False),
    Column("payload", String, nullable=False),
    Column("revisits", Boolean, nullable=False),
    UniqueConstraint("url", "time", "digest"),
    Index("ix_snapshots_place", "archive_file", "archive_offset"),
)
"""The archive's index: a row for each response record, revisits included. `run` is null where a crawl was killed
between record and row, and a later one found the record. `digest` names the body without its Content-Encoding,
`payload` as it is stored. Request and metadata records have no rows: they lie before their response in the same file
and name it."""

catalogues = Table(
    "catalogues",
    metadata,
    Column("portal", String, primary_key=True),
    Column("url", String, primary_key=True),
    Column("unit", String),
    Column("state", String, nullable=False),
    Column("reason", String),
    Column("declared_total", Integer),
    Column("entries", Integer, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
)
"""The last state of each catalogue page. When that was is its run's to say."""

entries = Table(
    "entries",
    metadata,
    Column("portal", String, primary_key=True),
    Column("url", String, primary_key=True),
    Column("address", String, nullable=False),
    Column("title", String, nullable=False),
    Column("listed", String),
    Column("unit", String),
    Column("state", String, nullable=False),
    Column("document_type", String),
    Column("reason", String),
    Column("seen", UtcDateTime),
    Column("first_run", ForeignKey("runs.id"), nullable=False),
    Column("last_run", ForeignKey("runs.id"), nullable=False),
)
"""`url` is the canonical address, `address` the one listed first, `unit` the organ whose catalogue it stood in, `seen`
the time of the snapshots the current reports were read from."""

checks = Table(
    "checks",
    metadata,
    Column("portal", String, primary_key=True),
    Column("url", String, primary_key=True),
    Column("time", UtcDateTime, nullable=False),
    Column("outcome", String, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
)
"""When the page of an entry (its canonical address) was asked for last on the live web, and the class that ended in."""

absences = Table(
    "absences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("portal", String, nullable=False),
    Column("url", String, nullable=False),
    Column("how", String, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("until", UtcDateTime),
    Index("ix_absences_entry", "portal", "url"),
)
"""Entries that vanished: `how` is `unlisted` or the class their page answers with, `since` the good run that found it
out, `until` the one that saw them again."""

publications = Table(
    "publications",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("portal", String, nullable=False),
    Column("entry", String, nullable=False),
    Column("report", String(24), nullable=False),
    Column("digest", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("until", UtcDateTime),
    Index("ix_publications_portal", "portal", "until"),
)
"""The records as published, and from when until when they were: what no later run or rebuild alters. `record` is the
JSON, deflated; `digest` names it."""

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("portal", String, nullable=False),
    Column("entry", String, nullable=False),
    Column("event", Text, nullable=False),
    Index("ix_journal_entry", "portal", "entry"),
)
"""What was read at each entry, and which verdicts were come to without reading (see `store.journal`)."""

reports = Table(
    "reports",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("current", Boolean, nullable=False),
    Column("portal", String, nullable=False),
    Column("entry", String, nullable=False),
    Column("unit", String, index=True),
    Column("region", String(6)),
    Column("year", Integer, index=True),
    Column("title", String),
    Column("published", String),
    Column("form", String, nullable=False),
    Column("document_type", String, nullable=False),
    Column("text_digest", String, nullable=False),
    Column("record", Text, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    ForeignKeyConstraint(["portal", "entry"], ["entries.portal", "entries.url"]),
    Index("ix_reports_entry", "portal", "entry"),
)
"""`run` is the one that stored this version first."""

_OF_A_REPORT = ("report", "version", "n")


def _of_a_report(name: str, *columns: Column[object]) -> Table:
    """A table of numbered things that one version of a report holds."""
    report, version, n = _OF_A_REPORT
    return Table(
        name,
        metadata,
        Column(report, String(24), primary_key=True),
        Column(version, Integer, primary_key=True),
        Column(n, Integer, primary_key=True),
        *columns,
        ForeignKeyConstraint([report, version], ["reports.id", "reports.version"]),
    )


report_snapshots = _of_a_report("report_snapshots", Column("digest", String, nullable=False))
"""What a version was read from: its page, further pages, attachments."""

statistics = _of_a_report(
    "statistics",
    Column("indicator", String, index=True),
    Column("label", String),
    Column("value", ExactDecimal),
    Column("measure", String),
    Column("as_stated", String),
    Column("qualifier", String, nullable=False),
    Column("stated", String, nullable=False),
    Column("period", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("preferred", Boolean, nullable=False),
    Column("derived_from", JSON, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("quote", Text),
    Column("table", Integer),
    Column("row", Integer),
    Column("column", Integer),
    Column("pdf_page", Integer),
    Column("box", JSON(none_as_null=True)),
)

candidates = _of_a_report(
    "candidates",
    Column("indicator", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
)

findings = _of_a_report(
    "findings",
    Column("code", String, nullable=False, index=True),
    Column("severity", String, nullable=False),
    Column("message", String, nullable=False),
    Column("indicators", JSON, nullable=False),
    Column("evidence", JSON, nullable=False),
)
