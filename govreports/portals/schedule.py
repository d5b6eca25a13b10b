"""When a portal is walked again."""

from datetime import datetime, timedelta, timezone

from govreports.portals.portal import Cadence, Status

CHINA = timezone(timedelta(hours=8))

SEASON = frozenset({1, 2, 3, 4})
"""Months in which the reports of the year before appear: those of departments from January on, those of governments by
31 March (政府信息公开条例, articles 49 and 50), late ones in April."""

PERIODS: dict[Cadence, timedelta] = {
    "weekly": timedelta(days=7),
    "monthly": timedelta(days=30),
    "quarterly": timedelta(days=91),
    "yearly": timedelta(days=365),
}
IN_SEASON: dict[Cadence, timedelta] = {
    "weekly": timedelta(days=2),
    "monthly": timedelta(days=7),
    "quarterly": timedelta(days=14),
    "yearly": timedelta(days=30),
}

RETRY = timedelta(days=1)
"""After a run that failed or was ended. A block is left alone for longer: asking again would confirm it."""
RETRY_BLOCKED = timedelta(days=7)

NOT_WALKED: frozenset[Status] = frozenset({"blocked", "gone"})
"""Rows of these are asked only by name."""


def wait(cadence: Cadence, now: datetime, *, good: bool, blocked: bool) -> timedelta:
    """How long after the beginning of its last run a portal is due, by how that run ended."""
    if blocked:
        return RETRY_BLOCKED
    period = (IN_SEASON if now.astimezone(CHINA).month in SEASON else PERIODS)[cadence]
    return period if good else min(RETRY, period)
