"""The breadcrumb: 您现在所在的位置：首页 > 政府信息公开 > 年报."""

import re

_LABEL = re.compile(
    r"^[\s【\[(（>》]*(?:(?:您的?)?(?:现在|当前)?(?:所在)?的?(?:页面)?(?:位置|栏目)(?:是|为|在)?|您?(?:现在|当前|目前)(?:所在)?的?(?:位置|页面|栏目)?(?:是|为|在)?"
    r"|您所在的?位置(?:是)?|位置导航|你?现在位置|导航|路径)\s*[】\])）]?\s*[:：]+\s*"
    r"|^[\s【\[(（>》]*(?:您?(?:现在|当前|目前)(?:所在)?的?(?:位置|页面)(?:是|为|在)?|您的位置|所在位置)\s*[】\])）]?(?=\s|$|>|首页)\s*"
)
_SEPARATOR = re.compile(r"\s*(?:[-–—=－]*(?:>|＞)+|»|›|》+|→|⇒|▶|►|➤|::|·>|\\|／)\s*")
_SLASH = re.compile(r"\s*/\s*")
_BAR = re.compile(r"\s*[|｜┊]\s*")
_HYPHEN = re.compile(r"\s*[-–—－―～·•]+\s*")
_MAY_PART = re.compile(r"[>＞»›》→⇒▶►➤:\\／/|｜┊\-–—－―～·•]")
"""What any of the four separators has at least one of."""
_DROPPED = frozenset(
    {"正文", "内容", "详情", "信息详情", "内容页", "详细内容", "文章内容", "文章详情", "文章正文", "查看"}
    | {"浏览文章", "浏览信息", "信息浏览", "信息内容", "查看内容", "内容阅读", "阅读内容", "浏览内容", "详细信息"}
)
_END = re.compile(r"(?<=^正文) .*")
"""What a template puts on the breadcrumb's line behind its end."""
_HOME = re.compile(r"^(?!设为|返回|回到).{0,10}首\s*页$|^主页$|^home$", re.IGNORECASE)
_BUTTONS = frozenset({"设为首页", "设为主页", "加入收藏", "收藏本站", "联系我们", "网站地图", "登录", "注册", "退出"})
"""Names that make a row of links no breadcrumb."""
_LONGEST_NAME = 30


def has_label(text: str) -> bool:
    """Whether a line says that it is the breadcrumb."""
    return bool(_LABEL.match(text))


def read_breadcrumb(text: str, title: str | None = None) -> tuple[str, ...] | None:
    """The names of a breadcrumb line without its label, 正文 and the page's own title; None where it is none.

    Without a label it takes a separator and short names, the first of them a home page or at least three of them.
    """
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else text
    if len(rest) > 300 or (label is None and re.search(r"[。；！？]", rest)):
        return None
    if label is None and not _MAY_PART.search(rest):
        return None  # most lines
    if label is None and rest.strip()[:1] + rest.strip()[-1:] == "||":
        return None  # a row of a menu
    names = [name.strip(" \t\u3000\xa0>＞»›》:：") for name in _SEPARATOR.split(rest)]
    for weaker in (_SLASH, _BAR, _HYPHEN):
        if len(names) < 2 and (label or _HOME.match(weaker.split(rest.strip())[0])):
            names = [name.strip() for name in weaker.split(rest)]
    if len(names) < 2 and label:
        names = rest.split()
    names = [_END.sub("", " ".join(name.split())) for name in names if name]
    own = "".join(title.split()) if title else None
    kept = tuple(name for name in names if name not in _DROPPED and (own is None or "".join(name.split()) != own))
    if label:
        return kept or None
    if len(names) < 2 or not _BUTTONS.isdisjoint(names) or any(len(name) > _LONGEST_NAME for name in names[:-1]):
        return None
    if _HOME.match(names[0]) or (len(names) >= 3 and re.search(r"[>＞»›→》]", text) and "《" not in text):
        return kept or None
    return None


def is_home(text: str) -> bool:
    """Whether a text is the name of a home page, as a breadcrumb begins."""
    return bool(_HOME.match(text.strip()))


def continues(text: str) -> bool:
    """Whether a line goes on with a breadcrumb that the line before began: it starts or ends with a separator."""
    return bool(re.match(r"^\s*(?:>|＞|»|›|→|》)", text) or re.search(r"(?:>|＞|»|›|→)\s*$", text))
