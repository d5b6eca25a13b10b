"""The page tags of 国办发〔2017〕47号 as real pages have them, and what other generations of sites put in their place.

Seen in place of a tag: another letter case, `Desctiption`, `Site-Name`; in place of a value: nothing, null, the
template's own placeholder, markup, a title with straight quotes that end the attribute early.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import unescape

from lxml.etree import _Element

_OFFICIAL = (
    "SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType ArticleTitle PubDate "
    "ContentSource Keywords Author Description Image Url"
)
_NAMES = {name.lower(): name for name in _OFFICIAL.split()}
# gov.cn and its followers on UCAP name the publishing time this way; the others are of general news templates.
_ALSO = {
    "firstpublishedtime": "PubDate",
    "publishdate": "PubDate",
    "publishtime": "PubDate",
    "pubtime": "PubDate",
    "article:publishedtime": "PubDate",
    "source": "ContentSource",
    "og:title": "ArticleTitle",
    "og:sitename": "SiteName",
}
_SHORTEST_MISSPELT = 6
"""Letters of a name below which one wrong letter may make another word of it."""
_MARKUP = re.compile(
    r"<!--.*?-->|<(?P<dead>script|style)\b.*?</(?P=dead)\s*>|<!\[CDATA\[|\]\]>"
    r"|</?(?:a|b|big|br|center|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|input|label|li|meta|o:p|ol|p|s|section|small|span"
    r"|st1:\w+|strong|sub|sup|table|tbody|td|th|tr|u|ul)\b[^<>]*/?>",
    re.IGNORECASE | re.DOTALL,
)
_PLACEHOLDER = re.compile(
    r"(?:null|undefined|none|nan|n/?a|无|暂无|未知|[-—.*?]+|content|标题|文章标题|网站名称|栏目名称)"
    r"|\$!?\{.*\}|\{\{.*\}\}|\{\$?\w+\}|<[#%?].*>|\[!?-.*-\]|\$\w+(?:\.\w+)*\$?|@\w+@|#\w+#",
    re.IGNORECASE,
)
_LONGEST = 5000
"""Characters of a value that are looked at; a whole page may stand in a Description."""
_SITE_CODE = re.compile(r"标识码(?:</?\w[^<>]*>|&nbsp;|[\s:：\u3000])*((?:bm)?(?<!\d)\d{8,10})(?!\d)", re.IGNORECASE)


def read_tags(root: _Element) -> Mapping[str, str]:
    """Tag → content as plain text, by official names however the page writes them; what is empty or a placeholder is
    left out, the first one wins."""
    tags: dict[str, str] = {}
    others: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip()
        official = official_name(name) if name else None
        if official and (content := _content(meta)):
            (tags if name.lower() not in _ALSO else others).setdefault(official, content)
    return {**others, **tags}


@lru_cache(maxsize=512)
def official_name(name: str) -> str | None:
    """The tag that a page means by a name: the letter case, hyphens and one wrong, missing, added or exchanged letter
    do not matter. None for other tags."""
    plain = re.sub(r"[\s_-]", "", name.lower())
    if known := _NAMES.get(plain) or _ALSO.get(plain):
        return known
    if len(plain) < _SHORTEST_MISSPELT:
        return None
    return next((official for right, official in _NAMES.items() if _one_slip_apart(plain, right)), None)


def shown_site_code(source: str) -> str | None:
    """The 网站标识码 that the foot of a page must show (国办发〔2017〕47号), in its source or its text."""
    found = _SITE_CODE.search(source)
    return found[1] if found else None


def _content(meta: _Element) -> str:
    """The content of a tag as plain text, empty where it says nothing."""
    content = meta.get("content") or meta.get("contents") or ""
    if content:
        content = (content + _behind_quotes(meta))[:_LONGEST]
    if "&" in content:
        content = unescape(content)
    if "<" in content:
        content = _MARKUP.sub(" ", content)
    content = " ".join(content.split())
    return "" if _PLACEHOLDER.fullmatch(content) else content


def _behind_quotes(meta: _Element) -> str:
    """What straight quotes inside a value made attributes of (`content="关于"十二五"规划"`)."""
    if len(meta.attrib) < 3:
        return ""
    lost = [f"{name}={value}" if value else str(name) for name, value in meta.attrib.items() if not _is_name(str(name))]
    return '"' + " ".join(lost).rstrip('"') if lost else ""


def _is_name(attribute: str) -> bool:
    return attribute.isascii()


def _one_slip_apart(one: str, other: str) -> bool:
    """Whether two words differ in one letter that is wrong, missing or added, or in two neighbours changed about."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = _common(zip(one, other, strict=False))
    rest, wanted = one[same:], other[same:]
    if len(rest) == len(wanted):
        return rest[1:] == wanted[1:] or (rest[1::-1] == wanted[:2] and rest[2:] == wanted[2:])
    return rest[1:] == wanted if len(rest) > len(wanted) else rest == wanted[1:]


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs are of equals before the first that is not."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
