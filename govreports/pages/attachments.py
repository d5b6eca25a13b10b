"""Files that hang on a page: links by their extension or by a CMS family's download endpoint, and embedded viewers."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from lxml import etree
from lxml.etree import _Element

from govreports.model.page import Attachment
from govreports.pages.lines import Line, Link, bare

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "wps": "application/vnd.ms-works",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "et": "application/vnd.ms-excel",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "ceb": "application/x-ceb",
    "ofd": "application/ofd",
}
"""Media type by file extension; `et` is the WPS spreadsheet, `ceb` Founder's and `ofd` the national page format."""

_EXTENSION = re.compile(rf"\.({'|'.join(sorted(MEDIA_TYPES, key=len, reverse=True))})(?![A-Za-z0-9])", re.IGNORECASE)
# Hanweb downfile.jsp, JPAAS file-download, VSB download.jsp, Openness AnnualReport/download, Lonsun FastDFS.
_ENDPOINT = re.compile(
    r"downfile\.jsp|/file-download|/download\.jsp|DownloadAttachUrl|AnnualReport/download/|/group\d+/M00/|/attach(?:ment)?s?/(?:\d|(?:preview|download)\?)",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(rf"\S\.(?:{'|'.join(MEDIA_TYPES)})$", re.IGNORECASE)
_NO_ADDRESS = re.compile("javascript:|#|mailto:|data:", re.IGNORECASE)
_MAYBE_EXTENSION = re.compile(rf"(?:\.|%2e)(?:{'|'.join(MEDIA_TYPES)})", re.IGNORECASE)
_FILE_QUERY = ("file", "fileUrl", "filename", "filePath", "pdfUrl", "url", "src")
_DATA_HOLDERS = etree.XPath("(descendant-or-self::*/@data-value | descendant-or-self::*/@data-pdf)/..")
_MAY_HOLD = frozenset(("div", "span", "p", "a", "input"))
_OFFERED = re.compile(r"(?:点击)?下载(?:本|此|该)(?:年度)?(?:年报|报告|文件?|信息)")
_ICON = re.compile(r"^[\d\s.、．:：()（）·•【】\[\]-]*$")


def is_file(href: str) -> bool:
    """Whether an address leads to a file rather than a page."""
    if _NO_ADDRESS.match(href):
        return False
    return file_extension(href) is not None or bool(_ENDPOINT.search(href))


def file_extension(href: str) -> str | None:
    """The extension of the file an address leads to, also where it is given in the query (`?filename=….pdf`)."""
    if not _MAYBE_EXTENSION.search(href):
        return None
    parts = urlsplit(href)
    last = unquote(parts.path).rsplit("/", 1)[-1]
    if match := re.search(r"\.([A-Za-z]{2,4})$", last.strip()):
        extension = match[1].lower()
        if extension in MEDIA_TYPES:
            return extension
    query = parse_qs(parts.query)
    for name in _FILE_QUERY:
        for value in query.get(name, ()):
            if match := _EXTENSION.search(value):
                return match[1].lower()
    return None


def as_attachment(link: Link, base: str | None) -> Attachment:
    """A link as an attachment: its address made absolute, the name it goes by, the media type its extension tells."""
    extension = file_extension(link.href) or (match[1].lower() if (match := _EXTENSION.search(link.name)) else None)
    name = link.name.strip() or unquote(urlsplit(link.href).path).rsplit("/", 1)[-1]
    return Attachment(_absolute(link.href, base), name, MEDIA_TYPES.get(extension) if extension else None)


def file_links(lines: Iterable[Line]) -> Iterator[Link]:
    """The links of some lines that lead to files."""
    return (link for line in lines for link in line.links if _leads_to_file(link))


def offered_files(lines: Iterable[Line]) -> Iterator[Link]:
    """The links above or beside an article that offer this very document as a file (下载本年报)."""
    return (link for link in file_links(lines) if _OFFERED.fullmatch(bare(link.name)))


def _leads_to_file(link: Link) -> bool:
    """Whether a link's address, or else the name it goes by, is a file's (`…/download?guid=9a1`, 明细表.xlsx)."""
    return is_file(link.href) or bool(_FILE_NAME.search(link.name) and not _NO_ADDRESS.match(link.href))


def embedded_files(element: _Element) -> Iterator[Link]:
    """Files shown inside a page: an embedded viewer's frame or object, a `data-value` that holds a PDF's address."""
    for frame in element.iter("iframe", "embed", "object"):
        href = (frame.get("src") or frame.get("data") or "").strip()
        if not href or file_extension(href) is None:
            continue
        query = parse_qs(urlsplit(href).query)
        inner = next((value for name in _FILE_QUERY for value in query.get(name, ()) if _EXTENSION.search(value)), href)
        yield Link(inner, frame.get("title") or "")
    for holder in _DATA_HOLDERS(element):
        value = holder.get("data-value") or holder.get("data-pdf") or ""
        if holder.tag in _MAY_HOLD and value and file_extension(value) is not None:
            yield Link(value.strip(), holder.get("title") or "")


def unique(found: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Each address once, in order, under its most telling name (icons link to the same file without one)."""
    best: dict[str, Attachment] = {}
    for attachment in found:
        known = best.get(attachment.url)
        if known is None or (attachment.name and _ICON.match(known.name)):
            best[attachment.url] = attachment
    return tuple(best.values())


def only_links_files(line: Line) -> bool:
    """Whether a line says nothing but the names of files it links to, maybe after 附件 or a number."""
    if line.table is not None or not line.links or not all(map(_leads_to_file, line.links)):
        return False
    rest = bare(line.text)
    for link in line.links:
        rest = rest.replace(bare(link.name), "", 1)
    rest = re.sub(
        r"\.(?:pdf|docx?|wps|xlsx?|zip|rar|ceb|ofd)|点击下载|下载|附件|[（(][\d.]+[KMB]+[）)]",
        "",
        rest,
        flags=re.IGNORECASE,
    )
    return bool(_ICON.match(rest))


def is_copy(link: Link) -> bool:
    """Whether a link offers the page itself as a file (`PDF下载`, `导出word`), not a file that hangs on it."""
    return bool(
        re.fullmatch(
            r"(?:下载|导出|生成)?(?:pdf|word|docx?|ofd)(?:版|文档|文件|格式)?(?:下载|导出)?",
            bare(link.name),
            re.IGNORECASE,
        )
    )


def heads_files(line: Line) -> bool:
    """Whether a line is no more than the heading of a list of files: 附件：, 附件下载, 相关附件, 文件下载."""
    return bool(
        re.fullmatch(
            r"[【\[（(]?(?:相关|文件|资料|文档)?(?:附件)?(?:下载|附件)?(?:下载|列表|信息)?[】\]）)]?[:：]?",
            bare(line.text),
        )
    )


def _absolute(href: str, base: str | None) -> str:
    return urljoin(base, href) if base else href
