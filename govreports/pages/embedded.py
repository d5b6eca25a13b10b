"""Articles that a page carries in a script instead of in its markup."""

import json
import re

# gkmlpt (Guangdong): window._CONFIG = {…, DETAIL: {…, "content": "\u003Cp\u003E…"}}
_DETAIL = re.compile(r"\bDETAIL\b[\"']?\s*[:=]\s*\{")
_CONTENT = re.compile(r'"content"\s*:\s*("(?:[^"\\]|\\.)*")')
_LEAST = 20
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
_TEMPLATE = re.compile(r"type\s*=\s*[\"']?text/(?:html|template|x-template)", re.IGNORECASE)
_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.){60,})\"|'((?:[^'\\\n]|\\.){60,})'")
_MARKUP = re.compile(r"<(?:p|div|br|span|table|section)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[\u4e00-\u9fff][^<>]{8,}。")


def scripted_article(source: str) -> str | None:
    """The longest piece of markup with Chinese sentences that a page keeps in a script: in a string, or as a template.
    For a page that shows no article without its scripts; None where there is none."""
    found: list[str] = []
    for attributes, script in _SCRIPT.findall(source):
        if _TEMPLATE.search(attributes):
            found.append(script)
            continue
        found.extend(_unescaped(double or single) for double, single in _STRING.findall(script))
    return max((piece for piece in found if _MARKUP.search(piece) and _SENTENCES.search(piece)), key=len, default=None)


def _unescaped(literal: str) -> str:
    """A script's string without its escapes; as it stands where it cannot be read."""
    try:
        value = json.loads(
            '"' + literal.replace("\\'", "'").replace('\\"', '"').replace('"', '\\"') + '"', strict=False
        )
    except json.JSONDecodeError:
        return literal
    return str(value)


def with_embedded_article(source: str) -> str:
    """The source with an article found in gkmlpt's page configuration laid out as markup after it; the same source
    where there is none."""
    if "_CONFIG" not in source or (detail := _DETAIL.search(source)) is None:
        return source
    content = _CONTENT.search(source, detail.end())
    if content is None:
        return source
    try:
        article = json.loads(content[1], strict=False)
    except json.JSONDecodeError:
        return source
    if not isinstance(article, str) or len(article) < _LEAST or article[:200] in source:
        return source
    return f'{source}<div id="zoom">{article}</div>'
