"""HTML source → element tree, as a browser would have it."""

import re

from lxml import etree, html
from lxml.html import HtmlElement

# Only a page's true end is an end: libxml2 drops what follows a stray `</html>`, browsers keep it.
_CLOSERS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
# Scripts and styles hold no text and make up most of many pages; comments may hide half a page from libxml2.
_DEAD = re.compile(
    r"<!--.*?-->|<script\b[^>]*>.*?</script\s*>|<style\b[^>]*>.*?</style\s*>|<!\[(?:if|endif)[^>]*>|<\?xml[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
MARKER = re.compile(
    r"<!--\s*(?:(?P<start>Content\s*Start|ZJEG_RSS\.content\.begin|(?:<\$\[信息内容\]>)\s*begin|正文(?:内容)?\s*(?:开始|start|begin)|文章内容\s*(?:开始|start|begin)|enpcontent|<enpcontent>|内容\s*(?:开始|start|begin)|主体内容\s*开始)"
    r"|(?P<end>Content\s*End|ZJEG_RSS\.content\.end|(?:<\$\[信息内容\]>)\s*end|正文(?:内容)?\s*(?:结束|end)|文章内容\s*(?:结束|end)|/enpcontent|</enpcontent>|内容\s*(?:结束|end)|主体内容\s*结束))\s*-->",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|div|table|tr|td|p|br|span|meta|a|font|h\d|li|title|section)\b[^<>]*>", re.IGNORECASE
)


def is_markup(text: str) -> bool:
    """Whether a text is HTML rather than a dump that merely holds a `<` here and there."""
    return len(_TAG.findall(text, 0, 20000)) >= 3 or bool(
        re.match(r"\s*<(?:!doctype\s+html|html)\b", text, re.IGNORECASE)
    )


def parse(text: str) -> HtmlElement | None:
    """The tree of a page's source, without scripts, styles and all comments but those that mark the article's start
    and end; None where nothing is left to parse. Element positions (XPaths) are those of the page as it came."""
    cleaned = _DEAD.sub(_kept, text.replace("\0", ""))
    cleaned = _CLOSERS.sub("", cleaned)
    if not cleaned.strip():
        return None
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        return html.document_fromstring(cleaned.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def _kept(match: re.Match[str]) -> str:
    found = match.group()
    return found if found.startswith("<!--") and MARKER.match(found) else ""


def document_title(root: HtmlElement) -> str:
    """The text of the `title` element, empty where there is none."""
    found = root.find(".//title")
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
