"""The title of an HTML page: what it shows, its tags and its `title` element held against each other."""

from collections.abc import Mapping

from govreports.pages.chrome import chrome_kind
from govreports.pages.document_titles import cut_document_title
from govreports.pages.lines import Line, bare
from govreports.pages.segments import Segments, role_of
from govreports.pages.stated import is_information, labels_over_values, line_pairs, stated
from govreports.pages.titles import confirmed, title_score, titleish

_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_SHORTEST_HEADING = 10
"""Characters of a heading that is more than the site's name."""
_SUBTITLE = ("—", "－－", "--")
_ABOVE = 40
"""Lines above the text among which the shown title is sought."""


def page_title(segments: Segments, tags: Mapping[str, str], document_title: str) -> str | None:
    """The page's title. A claim (ArticleTitle, a piece of `title`) that the page also shows wins; else the shown line
    above the information line; else ArticleTitle where `title` begins with it; else what is left, the table's first."""
    tag = tags.get("ArticleTitle", "").strip()
    named = (tags[name] for name in ("SiteName", "ColumnName", "ColumnType") if name in tags)
    pieces = cut_document_title(document_title, tuple(named))
    head = [line for line in segments.head[-_ABOVE:] if line.linked < len(line.text)]
    candidates = [line for line in head if line.table is None and titleish(line.text) and not chrome_kind(line.text)]
    body = [line.text for line in segments.body[:8] if line.table is None]
    claims = [tag, *pieces] if tag else pieces
    site = tags.get("SiteName", "")
    claims = [claim for claim in claims if claim and claim != site and len(claim) > 3]
    agreeing = tag if tag and document_title.startswith(tag) else None
    if agreeing and any(line.bare.startswith(bare(agreeing)) for line in head):
        return agreeing
    if found := confirmed(claims, [line.text for line in candidates]):
        return found
    if found := _heading_in(document_title, [*segments.body[:1], *candidates]):
        return found
    shown = _above_information(head)
    if agreeing and (shown is None or title_score(shown) < title_score(agreeing)) and not confirmed([agreeing], body):
        return agreeing
    if shown and (not tag or title_score(shown) >= 2 or not confirmed([tag], body)):
        agreed = confirmed(claims, body)
        return agreed or shown
    if found := confirmed(claims, body):
        return found
    listed = (pair.value for _, pairs in stated(segments.head) for pair in pairs if pair.meaning == "title")
    return agreeing or shown or tag or next(filter(None, listed), None) or (pieces[0] if pieces else None)


def _heading_in(document_title: str, candidates: list[Line]) -> str | None:
    """The last heading element above the text, or the one that opens it, that the `title` begins with: what follows
    there is the site's name."""
    whole = bare(document_title)
    for line in reversed(candidates):
        heads = line.element is not None and line.element.tag in _HEADINGS
        if heads and len(line.bare) >= _SHORTEST_HEADING and whole.startswith(line.bare):
            return line.text
    return None


def _above_information(head: list[Line]) -> str | None:
    """The title-like line right above the last information line, else the last line before the text that could be."""
    anchor = next((at for at in range(len(head) - 1, -1, -1) if _under_title(head, at)), len(head))
    while anchor > 0 and (is_information(line_pairs(head[anchor - 1])) or role_of(head[anchor - 1]) == "tool"):
        anchor -= 1
    values = {at + 1 for at in labels_over_values(head)}
    for at in range(anchor - 1, max(0, anchor - 4) - 1, -1):
        line = head[at]
        if at in values or line.text.startswith(_SUBTITLE) or line.linked > 0.5 * len(line.text):
            continue
        if role_of(line) == "titleish" and titleish(line.text) and len(line.text) >= 5:
            return line.text
    return None


def _under_title(head: list[Line], at: int) -> bool:
    """Whether a line is the information line under a title, not a row of the metadata table (发布日期 among others)."""
    found = line_pairs(head[at])
    above = line_pairs(head[at - 1]) if at > 0 else []
    return is_information(found) and not (len(found) == 1 and above and not is_information(above))
