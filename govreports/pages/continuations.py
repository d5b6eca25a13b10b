"""The further pages of an article that lies on several."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urljoin, urlsplit

from govreports.pages.lines import Line

# TRS: createPageHTML(3, 0, "t20151009_67430", "html") numbers its further pages _1, _2.
_TRS = re.compile(r"createPage(?:HTML)?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*[\"']([^\"']+)[\"']\s*,\s*[\"'](\w+)[\"']")
# UCAP: createPageHTML('page_div', 3, 1, 'content', 'shtml', 30) numbers them _2, _3.
_UCAP = re.compile(
    r"createPageHTML\(\s*[\"'][\w-]+[\"']\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*[\"']([^\"']+)[\"']\s*,\s*[\"'](\w+)[\"']"
)
_LISTS = re.compile(r"^(?:index|list|common_list|.*_list)$", re.IGNORECASE)
# Begun with the line end before it, since a search for the beginnings of lines stops at every character.
_COMMENTS = re.compile(r"<!--.*?-->|\n\s*//[^\n]*", re.DOTALL)
_PAGE_QUERY = re.compile(r"^(?:page|p|pageno|pagenum|pageindex|curpage|cur_page|currpage|pn)$", re.IGNORECASE)
_MOST = 60


def script_continuations(source: str, url: str | None) -> tuple[str, ...]:
    """The further pages that a pager script inside an article declares; none on a catalogue, whose scripts page
    `index`, and none on a further page itself."""
    if "createPage" not in source or not any(shape.search(source) for shape in (_TRS, _UCAP)):
        return ()
    live = _COMMENTS.sub(lambda match: "" if "createPage" in match.group() else match.group(), f"\n{source}")
    for shape, first in ((_TRS, 1), (_UCAP, 2)):
        for match in shape.finditer(live):
            pages, current, name, extension = int(match[1]), int(match[2]), match[3], match[4]
            if not 1 < pages <= _MOST or current > (first - 1) or _LISTS.match(name) or not _is_own(name, url):
                continue
            numbers = range(first, pages) if first == 1 else range(2, pages + 1)
            return tuple(_absolute(f"{name}_{number}.{extension}", url) for number in numbers)
    return ()


def linked_continuations(lines: Iterable[Line], url: str | None) -> tuple[str, ...]:
    """The further pages that numbered links or 下一页 in or right under an article lead to: those that extend the
    page's own address (`x.html` → `x_2.html`, `?page=2`)."""
    if url is None:
        return ()
    found: dict[int, str] = {}
    for line in lines:
        for link in line.links:
            if not re.match(r"^\D{0,2}\d{1,3}\D{0,2}$|^.{0,2}(?:下一?页|后一页|尾页|末页)", link.name.strip()):
                continue
            target = urljoin(url, link.href)
            number = _page_number(target, url)
            if number is not None and number <= _MOST:
                found.setdefault(number, target)
    return tuple(found[number] for number in sorted(found))


def _page_number(target: str, url: str) -> int | None:
    """Which further page of `url` an address is; None if it is none, or if `url` is itself a further page."""
    ours, theirs = urlsplit(url), urlsplit(target)
    if (ours.netloc, ours.scheme) != (theirs.netloc, theirs.scheme):
        return None
    if ours.path == theirs.path:
        own, other = dict(parse_qsl(ours.query)), dict(parse_qsl(theirs.query))
        added = {name: value for name, value in other.items() if own.get(name) != value}
        if len(added) == 1 and set(own) <= set(other):
            name, value = next(iter(added.items()))
            current = int(own[name]) if own.get(name, "").isdigit() else 1
            if _PAGE_QUERY.match(name) and value.isdigit() and int(value) > 1 and current <= 1:
                return int(value)
        return None
    stem, _, extension = ours.path.rpartition(".")
    match = re.fullmatch(rf"{re.escape(stem)}[_-](\d{{1,3}})\.{re.escape(extension)}", theirs.path) if stem else None
    return int(match[1]) if match else None


def _is_own(name: str, url: str | None) -> bool:
    if url is None:
        return True
    last = urlsplit(url).path.rsplit("/", 1)[-1]
    return not last or last.rsplit(".", 1)[0] == name


def _absolute(href: str, url: str | None) -> str:
    return urljoin(url, href) if url else href
