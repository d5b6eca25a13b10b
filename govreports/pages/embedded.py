"""Articles that a page carries in a script instead of in its markup."""

import json
import re

# gkmlpt (Guangdong): window._CONFIG = {…, DETAIL: {…, "content": "\u003Cp\u003E…"}}
_DETAIL = re.compile(r"\bDETAIL\b[\"']?\s*[:=]\s*\{")
_CONTENT = re.compile(r'"content"\s*:\s*("(?:[^"\\]|\\.)*")')
_LEAST = 20


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
