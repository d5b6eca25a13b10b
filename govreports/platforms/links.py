"""Where the elements of a catalogue page lead: a link's address may stand in `href`, in an attribute that a script
reads (`to-href`), or as a literal in the code that a click runs. Nothing is run; what is computed leads nowhere."""

import re
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit

from lxml.html import HtmlElement
from w3lib.html import strip_html5_whitespace

from govreports.platforms.script import COMPUTED, STRING

# href first: where it is a real address the others only count clicks.
ATTRIBUTES = ("href", "to-href", "data-href", "data-url", "data-link")
LINKS = "|".join(f".//*[@{name}]" for name in (*ATTRIBUTES, "onclick"))
NO_LINKS = frozenset({"link", "base", "script", "form", "input", "button", "select", "img"})
# A page saved, or served, before its templates were filled in: ${doc.id}, {{pcUrl}}, <%=url%>.
TEMPLATE = re.compile(r"\$\{|\{\{|<%|" + COMPUTED)
ADDRESS = re.compile(
    r"(?:https?:)?//\w|\.{0,2}/[\w./-]|[\w-]+(?:/[\w.-]+)+|[\w-]+\.[a-z]{3,5}(?:\?|$)|\?\w", re.IGNORECASE
)
SCRIPT_NAMES = re.compile(r"^(?:javascript\s*:|vbscript\s*:)", re.IGNORECASE)


def absolute(base: str, href: str) -> str:
    """A link as an absolute http address, or an empty text where it leads to none (javascript:, mailto:, #, http://[).
    A backslash is a slash, as in browsers."""
    given = strip_html5_whitespace(href)
    if not given or given.startswith("#") or TEMPLATE.search(given):
        return ""
    try:
        address = urljoin(base, given.replace("\\", "/"))
        parts = urlsplit(address)
        leads_somewhere = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        return ""
    return address if leads_somewhere else ""


def with_parameter(url: str, name: str, value: str) -> str:
    """An address with one parameter of its query set, at the end. The others stay as they are written: their escapes
    may be of another encoding than UTF-8 (type=%B7%D6%C0%E0 is GBK, and the server reads it so)."""
    parts = urlsplit(url)
    others = [pair for pair in parts.query.split("&") if pair and pair.partition("=")[0] != name]
    return urlunsplit(parts._replace(query="&".join([*others, urlencode({name: value})])))


def address_of(element: HtmlElement, base: str) -> str:
    """Where an element leads, or an empty text: by its attributes in their order, else by what a click on it runs."""
    if element.tag in NO_LINKS:
        return ""
    for name in ATTRIBUTES:
        if address := absolute(base, element.get(name, "")):
            return address
    href = strip_html5_whitespace(element.get("href", ""))
    for code in (element.get("onclick", ""), href if SCRIPT_NAMES.match(href) else ""):
        if (literal := _literal_address(code)) and (address := absolute(base, literal)):
            return address
    return ""


def _literal_address(code: str) -> str:
    """The first string of some code that is a whole address: what is concatenated to something is none."""
    for literal in STRING.finditer(code):
        around = code[: literal.start()].rstrip()[-1:] + code[literal.end() :].lstrip()[:1]
        if ADDRESS.match(literal[1]) and "+" not in around:
            return literal[1]
    return ""
