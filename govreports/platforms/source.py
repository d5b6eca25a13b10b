"""A page's source as detection reads it: without what is commented out, and with its links to its own site."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from govreports.platforms.script import CODE

# Comments that are not closed go on to the end, as in a browser. A data island keeps its CDATA and what lies in it.
COMMENT_OR_SCRIPT = re.compile(
    r"<!--.*?(?:-->|\Z)|(?P<open><script\b(?P<attributes>[^>]*)>)(?P<code>.*?)(?P<close></script\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
ISLAND = re.compile(r"""type\s*=\s*["']?[^"'>]*(?:xml|template)""", re.IGNORECASE)
LINK = re.compile(r"""\b(?:href|src|to-href|action)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
BASE = re.compile(r"""<base\b[^>]*\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
CANONICAL = re.compile(
    r"""<link\b[^>]*\brel\s*=\s*["']?canonical\b[^>]*\bhref\s*=\s*["']?(?P<link>https?://[^"'\s>]+)"""
    r"""|<meta\b[^>]*\bname\s*=\s*["']?url["']?\s[^>]*\bcontent\s*=\s*["']?(?P<meta>https?://[^"'\s>]+)""",
    re.IGNORECASE,
)
NOWHERE = "http://page.invalid/"
"""Where a page lies whose address is not known: its relative links lead to its own site."""


def uncommented(text: str) -> str:
    """A page's source without comments, those of its scripts included; nothing else is changed."""

    def kept(found: re.Match[str]) -> str:
        if found["open"] is None:
            return " "
        if ISLAND.search(found["attributes"]):
            return found[0]
        code = CODE.sub(lambda match: match[1] or " ", found["code"])
        return f"{found['open']}{code}{found['close']}"

    return COMMENT_OR_SCRIPT.sub(kept, text)


def declared_address(source: str) -> str | None:
    """The address a page gives as its own: the canonical link, or the article tag `Url` of 国办发〔2017〕47号."""
    found = CANONICAL.search(source)
    return (found["link"] or found["meta"]) if found else None


def own_links(source: str, url: str | None) -> Iterator[str]:
    """The addresses on a page's own host that its source leads to, each once. A page without an address lies where
    most of its absolute links lead: what a browser saves has no others."""
    base = _joined(url or NOWHERE, found[1]) if (found := BASE.search(source)) else url or NOWHERE
    links = dict.fromkeys(_joined(base, link.replace("&amp;", "&")) for link in LINK.findall(source))
    hosts = {_host(url or NOWHERE), _host(base)}
    if url is None and (counted := Counter(host for host in map(_host, links) if host not in hosts)):
        host, count = counted.most_common(1)[0]
        if 2 * count > counted.total():
            hosts.add(host)
    return (link for link in links if _host(link) in hosts)


def without_host(url: str) -> str:
    """`/path?query#fragment` of an address, or an empty text where it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts._replace(scheme="", netloc="").geturl() if parts.scheme in {"http", "https"} else ""


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).netloc or "").lower().removeprefix("www.")
    except ValueError:
        return ""
