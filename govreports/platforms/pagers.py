"""Where a list goes on: the address a pager gives for the next page, how many pages a page says there are, and the
addresses that the second page has where no pager says it."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urldefrag, urlsplit, urlunsplit

from govreports.model.identity import canonical_url
from govreports.platforms import script, static_pager
from govreports.platforms.links import LINKS, address_of, with_parameter
from govreports.platforms.rows import Listing, squeezed
from govreports.platforms.service import PAGE
from govreports.platforms.walk import same_folder, total_pages

# In the order of trust: » and >> mean the next page on some sites and the last on others.
NEXT = (
    re.compile(r"^[\[(（<【]?\s*(?:下一页|下页|后一页|后页|下一頁)\s*[\])）>】»›]*$"),
    re.compile(r"^next(?:\s*page)?$", re.IGNORECASE),
    re.compile(r"^[>›＞]$"),
    re.compile(r"^(?:>>|»)$"),
)
WORDS_OF_A_PAGER = re.compile(r"下一?页|后一?页|[尾末]页|最后一页")
NAMES = ("pageCount", "totalPage", "totalPages", "page_count")
EXTENSION = re.compile(r"\.(?:s?html?|jsp|aspx?|php|do)$", re.IGNORECASE)


def next_page(listing: Listing, url: str, page: int) -> str | None:
    """The address of the page after `page`, as the pager of the page at `url` gives it: under 下一页 and the like, else
    under the next number in the same folder. None where a script computes it, or where it is the page itself."""
    links: dict[str, str] = {}
    for link in listing.tree.xpath("//body").xpath(LINKS):
        element = link.root
        text = squeezed(str(element.text_content())) or squeezed(element.get("title", ""))
        if len(text) <= 10 and (address := address_of(element, listing.base)):
            links.setdefault(text, urldefrag(address).url)
    pointed = [address for pattern in NEXT for text, address in links.items() if pattern.match(text)]
    numbered = links.get(str(page + 1))
    if numbered and (same_folder(numbered, url) or same_folder(numbered, f"{url.rpartition('.')[0]}/")):
        pointed.append(numbered)
    return next((address for address in pointed if canonical_url(address) != canonical_url(url)), None)


def declared_pages(listing: Listing) -> int | None:
    """How many pages a page says there are, in words or in its scripts; None where it does not say."""
    shown = total_pages(listing.visible_text())
    if shown is not None:
        return shown
    codes = listing.scripts
    if pager := static_pager.called(codes) or static_pager.counted(codes):
        return pager.pages
    return next((number for name in NAMES if (number := script.number(codes, name)) is not None), None)


def has_pager(listing: Listing) -> bool:
    """Whether the page shows words of a pager."""
    return bool(WORDS_OF_A_PAGER.search(listing.visible_text()))


def candidates(url: str, page: int = 2) -> Mapping[str, str]:
    """Where page `page` of the list at `url` may lie, by the name of the rule: `stem_1` is how TRS numbers it (the
    second page is _1), `stem_2` UCAP and others; `/2` lies in a folder named as the list. An address with a query
    takes the page there (`?page`), under the name it has for it already or as `page`."""
    parts = urlsplit(url)
    if parts.query:
        name = next((name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if PAGE.match(name)), "page")
        return {"?page": with_parameter(urldefrag(url).url, name, str(page))}
    folder, _, name = parts.path.rpartition("/")
    extension = EXTENSION.search(name)
    suffix = extension[0] if extension else ".html"
    stem = name.removesuffix(suffix) if extension else name
    found: dict[str, str] = {}
    for label, path in _paths(folder, stem, suffix, page, bool(extension)):
        if path not in found.values() and path != parts.path:
            found[label] = path
    return {label: urlunsplit(parts._replace(path=path, fragment="")) for label, path in found.items()}


def _paths(folder: str, stem: str, suffix: str, page: int, is_file: bool) -> Iterable[tuple[str, str]]:
    if stem:
        yield (
            "stem_1",
            f"{folder}/{stem}_{page - 1}{suffix}" if is_file else f"{folder}/{stem}/index_{page - 1}{suffix}",
        )
        yield "stem_2", f"{folder}/{stem}_{page}{suffix}" if is_file else f"{folder}/{stem}/index_{page}{suffix}"
    yield "index_1", f"{folder}/index_{page - 1}{suffix}"
    yield "index_2", f"{folder}/index_{page}{suffix}"
    inner = f"{folder}/{stem}" if stem else folder
    yield "/2", f"{inner}/{page}{suffix if is_file else ''}"
