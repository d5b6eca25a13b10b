"""When a portal is walked again: by its cadence, denser in January to April, sooner after a failure."""

from datetime import UTC, datetime, timedelta

import pytest

from govreports.portals import Portal
from govreports.portals.schedule import wait
from govreports.publish.status import due_first, statuses
from govreports.store import RunRow, Standing

MARCH, JULY = datetime(2026, 3, 10, tzinfo=UTC), datetime(2026, 7, 10, tzinfo=UTC)
LAST_HOUR_OF_DECEMBER_IN_LONDON = datetime(2025, 12, 31, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cadence", "now", "good", "blocked", "days"),
    [
        ("yearly", JULY, True, False, 365),
        ("yearly", MARCH, True, False, 30),
        ("yearly", LAST_HOUR_OF_DECEMBER_IN_LONDON, True, False, 30),
        ("weekly", JULY, True, False, 7),
        ("weekly", MARCH, True, False, 2),
        ("yearly", MARCH, False, False, 1),
        ("yearly", MARCH, False, True, 7),
    ],
)
def test_a_portal_waits(cadence: str, now: datetime, good: bool, blocked: bool, days: int) -> None:
    assert wait(cadence, now, good=good, blocked=blocked) == timedelta(days=days)


def portal(name: str, status: str = "unverified") -> Portal:
    return Portal.model_validate(
        {
            "id": name,
            "name": name,
            "region": "349904",
            "level": "county",
            "platform": "openness",
            "site": f"www.{name}.gov.test",
            "unit": "兰汀县人民政府",
            "evidence": "made up",
            "status": status,
            "catalogues": [{"url": f"http://www.{name}.gov.test/"}],
        }
    )


def run(number: int, name: str, days: float, outcome: str | None, kind: str = "crawl") -> RunRow:
    started = JULY - timedelta(days=days)
    return RunRow(number, name, kind, started, started if outcome else None, outcome)


def test_never_run_finished_failed_and_killed_are_told_apart() -> None:
    names = ("fresh", "good", "failed", "killed", "replayed", "walled", "late")
    runs = [
        run(1, "good", 3, "ok"),
        run(2, "failed", 9, "ok"),
        run(3, "failed", 2, "timeout"),
        run(4, "killed", 0.5, None),
        run(5, "replayed", 0, "ok", kind="replay"),
        run(6, "walled", 3, "blocked"),
        run(7, "late", 400, "limited"),
    ]
    standings = [Standing("failed", 2, JULY - timedelta(days=9), 40, 3, 12)]
    found = statuses([*map(portal, names), portal("dead", "gone")], runs, standings, JULY)
    assert {status.portal.id: status.progress for status in found} == {
        "fresh": "never-run",
        "good": "finished",
        "failed": "failed",
        "killed": "unended",
        "replayed": "never-run",
        "walled": "failed",
        "late": "finished",
        "dead": "never-run",
    }
    (failed,) = (status for status in found if status.portal.id == "failed")
    assert (failed.outcome, failed.last_good, failed.entries) == ("timeout", JULY - timedelta(days=9), 40)
    assert [status.portal.id for status in due_first(found, JULY)] == ["fresh", "replayed", "late", "failed"]
