"""Whether a page that bears no adapter's mark is one that the fallback adapter can walk.

A site of the long tail shows nothing but its structure: a list of reports, or links to columns of them. Home pages do
so in every family, and articles are told by nothing, so neither speaks for the fallback.
"""

from urllib.parse import urlsplit

from govreports.platforms.branches import branches
from govreports.platforms.column import column_of
from govreports.platforms.groups import looks_like_report, main_list
from govreports.platforms.rows import Listing

FALLBACK = "generic"
"""What walks a site of no family that has an adapter."""

FEWEST_REPORTS = 2
SHOWN_AS_HOME = ("", "/")


def walkable(url: str, source: str) -> str | None:
    """What the fallback would read on a page, as the end of a sentence; None where it is no catalogue by its looks.
    `url` is the page's address, `source` its text without comments."""
    listing = Listing.of(source, url)
    if listing.tag("ArticleTitle"):
        return None
    reports = sum(looks_like_report(entry.title) for entry in main_list(listing))
    inside = column_of(listing).is_annual_reports
    if reports >= FEWEST_REPORTS or (reports and inside):
        return f"a list with {reports} titles of reports"
    columns = branches(listing, inside=inside)
    if columns and urlsplit(url).path not in SHOWN_AS_HOME:
        return f"{len(columns)} links to columns of annual reports ({columns[0].url})"
    return None
