"""Reads a saved page: bytes to `Page`, for HTML and for text dumps of pages."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from govreports.model.document import Part
from govreports.model.finding import Finding
from govreports.model.page import Attachment, DateClaim, Page
from govreports.pages.article import Article, locate
from govreports.pages.attachments import (
    as_attachment,
    embedded_files,
    file_links,
    heads_files,
    is_copy,
    offered_files,
    only_links_files,
    unique,
)
from govreports.pages.chrome import chrome_kind
from govreports.pages.claims import date_claims, date_findings, published
from govreports.pages.continuations import linked_continuations, script_continuations
from govreports.pages.dates import find_date
from govreports.pages.decoding import Decoded, decode, looks_binary
from govreports.pages.detail import Detail, placed_files, stated_facts
from govreports.pages.embedded import scripted_article, with_embedded_article
from govreports.pages.facts import Facts, clean_source, read_facts
from govreports.pages.inserted import without_inserted_boxes
from govreports.pages.laying import lay_out, title_findings
from govreports.pages.lines import Line, Link, bare, dump_lines
from govreports.pages.markup import base_of, document_title, is_markup, parse
from govreports.pages.page_title import page_title
from govreports.pages.preformatted import break_preformatted
from govreports.pages.reasons import UnreadablePage
from govreports.pages.repair import Script, judge_script, repair_text
from govreports.pages.segments import Segments, split_dump, split_page, with_heading_above
from govreports.pages.tags import read_tags, shown_site_code
from govreports.pages.tails import tail_start

_ANYWHERE = Detail()
_CHALLENGE = re.compile(
    r"__jsl|\$_ts\b|acw_sc__v2|reason:GeoBL|WZWS|go\(\{\"bts|eval\(|location(?:\.\w+)?\s*=|document\.cookie",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"您?(?:访问|查看|浏览|请求|要找)的(?:页面|网页|内容|信息|文章)(?:不存在|找不到|已(?:被)?删除|未找到)|404notfound|页面(?:不存在|未找到|找不到)",
    re.IGNORECASE,
)
_ERROR_PAGE = 400
"""Characters of text below which a page that says it does not exist is believed."""
_STUB = 4096
"""Bytes below which a page of scripts without any text is a challenge of a web firewall."""
_TAIL_REACH = 40
"""Lines under an article that may still list its attachments or its further pages."""
_SIGNED_REACH = 3
"""Lines under the title among which a signature's date may stand."""
_LONGEST_SIGNATURE = 30
_LEAST_SAID = 60
"""Characters below which a script is looked at for the article."""
_JUDGED = 60
"""Lines above an article that are looked at for how the page is written."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one of the two readers found."""

    media_type: str
    segments: Segments
    title: str | None
    facts: Facts
    script: Script
    repairs: frozenset[str]
    tags: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    continuations: tuple[str, ...] = ()


def read_page(
    body: bytes,
    *,
    snapshot: str,
    url: str | None = None,
    content_type: str | None = None,
    detail: Detail = _ANYWHERE,
) -> Page:
    """Read the bytes of a saved page.

    `snapshot` names them, `url` is where they came from (links are made absolute by it), `content_type` is the
    response's header, `detail` says where the page's CMS family keeps what; without it the places all families know
    are looked at. Raises `UnreadablePage` on
    an empty body, a file of another kind, a challenge page, and where neither text nor an attachment is found.
    """
    if not body.strip():
        raise UnreadablePage("empty body")
    if kind := looks_binary(body):
        raise UnreadablePage(f"{kind}, not a page")
    decoded = decode(body, content_type)
    if is_markup(decoded.text):
        read = _read_html(decoded.text, _in_utf8(decoded, body), url, detail)
    else:
        read = _read_dump(decoded.text)
    laid = lay_out(read.segments.body, read.script)
    if not laid.document.text and not read.attachments:
        if len(body) < _STUB and _CHALLENGE.search(decoded.text):
            raise UnreadablePage("challenge page")
        raise UnreadablePage("no text besides the page's frame" if read.segments.head else "no text")
    if len(laid.document.text) < _ERROR_PAGE and _ERROR.search(bare(laid.document.text)):
        raise UnreadablePage("error page of the site")
    part = Part(snapshot, url, read.media_type, 0, len(laid.document.text))
    dates = date_claims(read.facts.dates, read.tags, url) or _signed_above(read.segments)
    title = repair_text(read.title, read.script).text if read.title else None
    findings = [*laid.findings, *title_findings(title), *date_findings(dates, read.tags)]
    if decoded.lost:
        findings.append(Finding("text-damaged", "warning", _lost_message(decoded.lost, decoded.encoding)))
    return Page(
        snapshot=snapshot,
        url=url,
        encoding=decoded.encoding,
        title=title,
        document=replace(laid.document, parts=(part,)),
        published=published(dates),
        source=clean_source(read.facts.source) or clean_source(read.tags.get("ContentSource")),
        publisher=clean_source(read.facts.publisher),
        index_number=read.facts.index_number,
        banner=read.facts.banner,
        breadcrumb=read.facts.breadcrumb,
        metadata=read.facts.metadata,
        tags=read.tags,
        dates=dates,
        attachments=read.attachments,
        continuations=read.continuations,
        repairs=tuple(dict.fromkeys([*laid.repairs, *sorted(read.repairs - set(laid.repairs))])),
        findings=tuple(findings),
    )


def _read_dump(text: str) -> _Read:
    lines = dump_lines(text)
    script = judge_script([line.text for line in lines])
    lines, repairs = _repaired(lines, script)
    segments = split_dump(lines)
    facts = read_facts(segments.head, segments.tail, segments.title)
    title = segments.title or facts.listed_title
    return _Read("text/plain", segments, title, facts, script, repairs, _with_site_code({}, text))


def _in_utf8(decoded: Decoded, body: bytes) -> bytes:
    """A page's text in UTF-8, which its body is already where nothing in it was lost; encoding again takes as long as
    decoding. A byte order mark would be text to the parser."""
    if decoded.encoding == "utf-8" and not decoded.lost and not body.startswith(BOM_UTF8):
        return body
    return decoded.text.encode("utf-8", "replace")


def _read_html(source: str, encoded: bytes, url: str | None, detail: Detail) -> _Read:
    """`encoded` is the `source` in UTF-8."""
    whole = with_embedded_article(source)
    root = parse(encoded if whole is source else whole.encode("utf-8", "replace"))
    del whole, encoded
    if root is None:
        raise UnreadablePage("no text")
    break_preformatted(root)
    base = base_of(root, url)
    article = locate(root, detail.body)
    if not _says_anything(article) and (scripted := scripted_article(source)) is not None:
        shell = parse(f'{source}<div id="zoom">{scripted}</div>'.encode("utf-8", "replace"))
        root = root if shell is None else shell
        article = locate(root, detail.body)
    script = judge_script([line.text for line in article.lines[max(0, article.start - _JUDGED) : article.end]])
    lines, repairs = _repaired(article.lines, script)
    segments = split_page(lines, article.start, article.end)
    tags = _with_site_code({name: repair_text(value, script).text for name, value in read_tags(root).items()}, source)
    title = page_title(segments, tags, repair_text(document_title(root), script).text)
    segments = with_heading_above(segments, title, article.start)
    facts = read_facts(segments.head, segments.tail[:_TAIL_REACH], title)
    if detail.metadata:
        placed = {name: repair_text(value, script).text for name, value in stated_facts(root, detail.metadata).items()}
        facts = facts.with_placed(placed)
    reach = [*segments.body, *_near(segments.tail)]
    links = [
        *offered_files(segments.head),
        *file_links(reach),
        *_embedded(article),
        *placed_files(root, detail.attachments),
    ]
    kept = tuple(without_inserted_boxes(tuple(_without_file_lists(segments.body))))
    kept = kept[: tail_start(kept, 0)]
    if any(line.text for line in kept):
        links = [link for link in links if not is_copy(link)]
    return _Read(
        "text/html",
        replace(segments, body=kept),
        title,
        facts,
        script,
        repairs,
        tags,
        unique(as_attachment(link, base) for link in links),
        script_continuations(source, url) or linked_continuations(reach, url),
    )


def _with_site_code(tags: Mapping[str, str], source: str) -> Mapping[str, str]:
    """Tags with the site's code as the page's foot shows it, where no tag gives it."""
    if "SiteIDCode" in tags or (code := shown_site_code(source)) is None:
        return tags
    return {**tags, "SiteIDCode": code}


def _repaired(lines: Sequence[Line], script: Script) -> tuple[list[Line], frozenset[str]]:
    """Lines whose text and cells are in the script the rules are written in. `raw` stays: the article's own lines are
    repaired when they are laid out, and only they decide about joining."""
    if script == Script():
        return list(lines), frozenset()
    names: set[str] = set()
    repaired: list[Line] = []
    for line in lines:
        text = repair_text(line.text, script)
        names |= text.repairs
        cells = tuple(repair_text(cell, script).text for cell in line.cells)
        repaired.append(line._replace(text=text.text, cells=cells))
    return repaired, frozenset(names - {"spaces"})


def _near(tail: Sequence[Line]) -> Iterable[Line]:
    """The lines under an article up to the site's foot or the next box of other pages."""
    for line in tail[:_TAIL_REACH]:
        if chrome_kind(line.text) in ("footer", "box"):
            return
        yield line


def _says_anything(article: Article) -> bool:
    """Whether an article holds text besides links and frame, a table or a file: a page made by scripts does not."""
    lines = article.lines[article.start : article.end]
    said = accumulate(len(line.text) - line.linked for line in lines if chrome_kind(line.text) is None)
    if any(characters >= _LEAST_SAID for characters in said):
        return True  # after a line or two, as a rule
    return (
        any(line.table is not None for line in lines)
        or next(iter(_embedded(article)), None) is not None
        or any(file_links(lines))
    )


def _embedded(article: Article) -> Iterable[Link]:
    return () if article.element is None else embedded_files(article.element)


def _without_file_lists(body: Sequence[Line]) -> Iterable[Line]:
    """The lines without those that only name files linked there, and without the heading of such a list."""
    drop = [only_links_files(line) for line in body]
    for at, line in enumerate(body):
        if drop[at]:
            continue
        follows = at + 1 < len(body) and drop[at + 1]
        if follows and heads_files(line):
            continue
        if line.text or line.table is not None:
            yield line


def _signed_above(segments: Segments) -> tuple[DateClaim, ...]:
    """A date alone under the title, as a signature: what a page without any other date says of its time."""
    if segments.title is None:
        return ()
    for line in segments.body[:_SIGNED_REACH]:
        if len(line.text) > _LONGEST_SIGNATURE:
            return ()
        found = find_date(line.text)
        if found and not line.text[: found[1]].strip(" （(\u3000") and not line.text[found[2] :].strip(" ）)\u3000"):
            return (DateClaim("signed", found[0]),)
    return ()


def _lost_message(lost: int, encoding: str) -> str:
    return f"{lost} character{'s' if lost > 1 else ''} could not be decoded as {encoding}"
