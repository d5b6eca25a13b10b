"""When a report's page is asked for again. What was just published is still being corrected; what is old hardly
changes, but vanishes in moves to a new CMS."""

from datetime import UTC, datetime, timedelta

YOUNG = timedelta(days=90)
OFTEN, SELDOM = timedelta(days=30), timedelta(days=365)


def is_due(now: datetime, *, listed: str | None, first_seen: datetime, checked: datetime | None) -> bool:
    """Whether to ask again for a page that was read: monthly while it is younger than 90 days, yearly afterwards. Its
    age is counted from the day it is listed under (ISO), where that lies before we first saw it. One never asked for on
    the live web (`checked` is None) is due."""
    if checked is None:
        return True
    begun = first_seen
    if listed:
        try:
            claimed = datetime.fromisoformat(listed)
        except ValueError:
            claimed = first_seen
        begun = min(first_seen, claimed if claimed.tzinfo else claimed.replace(tzinfo=UTC))
    return now - checked >= (OFTEN if now - begun < YOUNG else SELDOM)
