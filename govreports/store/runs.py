"""Runs: who went when, and how it ended."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, update

from govreports.model.finding import Finding
from govreports.store.schema import runs


def begin(connection: Connection, portal: str, kind: str, started: datetime) -> int:
    """A new run's number."""
    row = {"portal": portal, "kind": kind, "started": started, "findings": []}
    number: int = connection.execute(insert(runs).returning(runs.c.id), row).scalar_one()
    return number


def end(connection: Connection, run: int, outcome: str, ended: datetime, findings: Sequence[Finding]) -> None:
    """Close a run."""
    told = [{"code": finding.code, "severity": finding.severity, "message": finding.message} for finding in findings]
    connection.execute(update(runs).where(runs.c.id == run).values(outcome=outcome, ended=ended, findings=told))
