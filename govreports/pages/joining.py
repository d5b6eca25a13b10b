"""One page out of an article's several."""

from collections.abc import Sequence
from dataclasses import replace

from govreports.model.document import join
from govreports.model.finding import Finding, Span
from govreports.model.page import Page


def join_pages(pages: Sequence[Page]) -> Page:
    """A page and its further pages as one: the first page's facts, documents joined in order, attachments, repairs and
    findings united (their spans moved to the joined text). Raises ValueError without any page."""
    if not pages:
        raise ValueError("there is no page to join")
    first = pages[0]
    document = join([page.document for page in pages])
    findings: list[Finding] = []
    offset = 0
    for page in pages:
        findings.extend(_moved(finding, offset) for finding in page.findings)
        if page.document.text:
            offset += len(page.document.text) + 1
    attachments = {attachment.url: attachment for page in pages for attachment in page.attachments}
    return replace(
        first,
        document=document,
        attachments=tuple(attachments.values()),
        repairs=tuple(dict.fromkeys(repair for page in pages for repair in page.repairs)),
        findings=tuple(dict.fromkeys(findings)),
    )


def _moved(finding: Finding, offset: int) -> Finding:
    return replace(finding, evidence=tuple(Span(span.start + offset, span.end + offset) for span in finding.evidence))
