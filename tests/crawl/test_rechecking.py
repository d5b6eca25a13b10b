"""When a report's page is looked at again: monthly while it is young, yearly afterwards."""

from datetime import UTC, datetime, timedelta

import pytest

from govreports.crawl.rechecking import is_due

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


@pytest.mark.parametrize(
    ("listed", "first_seen", "checked", "due"),
    [
        (None, 40, 29, False),
        (None, 40, 31, True),
        (None, 200, 100, False),
        (None, 400, 366, True),
        ("2012-03-01", 40, 31, False),
        ("2012-03-01", 400, 366, True),
        ("2026-05-20", 40, 31, True),
        ("no day", 40, 31, True),
        (None, 40, None, True),
    ],
)
def test_a_page_is_due_by_its_age(listed: str | None, first_seen: int, checked: int | None, due: bool) -> None:
    at = None if checked is None else ago(checked)
    assert is_due(NOW, listed=listed, first_seen=ago(first_seen), checked=at) == due
