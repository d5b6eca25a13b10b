"""When a page says it was published: every claim to a day, the one that is believed, and where two disagree."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from govreports.model.finding import Finding
from govreports.model.page import DateClaim
from govreports.pages.dates import read_date, url_date

_TRUST = ("shown", "meta", "table")
_DAY = re.compile(r"\d{4}\D\d{1,2}\D\d{1,2}(?!\d)")


def date_claims(stated: Iterable[DateClaim], tags: Mapping[str, str], url: str | None) -> tuple[DateClaim, ...]:
    """What the page's text stated, what its PubDate tag claims, and the day in its address; each claim once."""
    claims = list(stated)
    if value := read_date(tags.get("PubDate", "")):
        claims.append(DateClaim("meta", value))
    if url and (day := url_date(url)):
        claims.append(DateClaim("url", day))
    return tuple(dict.fromkeys(claims))


def published(claims: Sequence[DateClaim]) -> str | None:
    """By the order of trust: shown, the meta tag, the table's date of issue; of several shown for one day the more
    precise."""
    for kind in _TRUST:
        values = [claim.value for claim in claims if claim.kind == kind]
        if values:
            same_day = [value for value in values if value[:10] == values[0][:10]]
            return max(same_day, key=len)
    return None


def date_findings(claims: Sequence[DateClaim], tags: Mapping[str, str]) -> tuple[Finding, ...]:
    """`date-disagrees`, where the day shown is not that of the PubDate tag, or the tag names a day there is not."""
    shown = next((claim.value for claim in claims if claim.kind == "shown"), None)
    meta = next((claim.value for claim in claims if claim.kind == "meta"), None)
    tag = tags.get("PubDate", "")
    if shown is None:
        return ()
    if meta is None and _DAY.search(tag):
        message = f"the page shows {shown} as its date, its PubDate tag says {tag}, which is no day"
    elif meta is not None and meta[:10] != shown[:10]:
        message = f"the page shows {shown} as its date, its PubDate tag says {meta}"
        if _a_month_apart(shown, meta):
            message += ", just a month off: programs count months from 0"
    else:
        return ()
    return (Finding("date-disagrees", "info", message),)


def _a_month_apart(one: str, other: str) -> bool:
    """Whether two ISO dates name the same day of neighbouring months."""
    first, second = date.fromisoformat(one[:10]), date.fromisoformat(other[:10])
    months = abs(12 * (first.year - second.year) + first.month - second.month)
    return months == 1 and first.day == second.day
