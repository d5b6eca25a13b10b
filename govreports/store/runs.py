"""Runs: who went when, where, and how it ended."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from govreports.model.finding import Finding
from govreports.store.schema import portals, runs


def add_portal(connection: Connection, portal: str, row: Mapping[str, object]) -> None:
    """Write or overwrite a portal's row of the registry."""
    known = connection.execute(select(portals.c.row).where(portals.c.id == portal)).scalar()
    if known is None:
        connection.execute(insert(portals), {"id": portal, "row": dict(row)})
    elif known != row:
        connection.execute(update(portals).where(portals.c.id == portal).values(row=dict(row)))


def begin(connection: Connection, portal: str, kind: str, started: datetime) -> int:
    """A new run's number."""
    row = {"portal": portal, "kind": kind, "started": started, "findings": []}
    number: int = connection.execute(insert(runs).returning(runs.c.id), row).scalar_one()
    return number


def end(connection: Connection, run: int, outcome: str, ended: datetime, findings: Sequence[Finding]) -> None:
    """Close a run."""
    told = [{"code": finding.code, "severity": finding.severity, "message": finding.message} for finding in findings]
    connection.execute(update(runs).where(runs.c.id == run).values(outcome=outcome, ended=ended, findings=told))
