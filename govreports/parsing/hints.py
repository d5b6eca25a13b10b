"""What is known of a document beside its text, gathered from its page, its catalogue entry and its portal."""

from govreports.model.exchange import Entry
from govreports.model.finding import DAMAGE_CODES
from govreports.model.page import Page
from govreports.model.report import Hints

_SITE_NAME, _SITE_CODE = "SiteName", "SiteIDCode"
"""The site's name and code in the tags of 国办发〔2017〕47号."""


def hints_of(
    page: Page, *, entry: Entry | None = None, region: str | None = None, unit_region: str | None = None
) -> Hints:
    """Hints for `parse_report`: what `page` says of itself, what the catalogue `entry` says of it, the portal's
    6-digit `region` code, and that of the registry's row for the entry's unit."""
    return Hints(
        title=page.title,
        url=page.url or (entry.url if entry else None),
        listed_title=entry.title if entry else None,
        listed_unit=entry.unit if entry else None,
        published=page.published,
        source=page.source,
        publisher=page.publisher,
        banner=page.banner,
        index_number=page.index_number,
        breadcrumb=page.breadcrumb,
        region=region,
        unit_region=unit_region,
        site_name=page.tags.get(_SITE_NAME),
        site_code=page.tags.get(_SITE_CODE),
        damage=tuple(finding for finding in page.findings if finding.code in DAMAGE_CODES),
    )
