"""The article's title in an HTML `title`, which holds names of site and column too, before it or behind it."""

import re
from collections.abc import Collection, Iterable

from govreports.pages.lines import bare

_HARD = re.compile(r"\s*(?:[_＿|｜¦‖»›>＞]|::|：：)+\s*")
"""What parts a title from the names of column and site, and seldom stands in one."""
# Between blanks a hyphen parts, inside a name it does not (1-10月, 2012-2013年).
_SOFT = re.compile(r"\s*(?:-{2,}|—{2,}|－{2,}|[\[\]【】])+\s*|\s+[-–—－•·:：/\\,，]{1,3}\s+|\s*[•·]\s+|\s+[•·]\s*")
"""What may part a title from its own second half as well."""
_WEAK = re.compile(r"\s*[-–—－•·:：/\\,，]\s*|\s+")
"""What parts only where the piece beyond it is a site's name."""
_SITE = re.compile(
    r"网$|网站$|门户|首页|主页|信息公开(?:网站?|平台|目录|专栏|专网)$|政务公开$|(?:人民)?政府$|平台$|专栏$|专题$|频道$|栏目$"
    r"|委员会$|局$|厅$|欢迎|官网|官方|^[^\d年度]{2,8}政府信息公开$"
)
_SITE_ALONE = re.compile(r"网$|网站$|门户|平台$|首页$|官网$")
"""An organ in front of a title may be its beginning, one in brackets its end; a site is neither."""
_BRACKETED = re.compile(r"(?<=.{4})\s*[（(]([^（）()]+)[)）]$")
_COLUMN = re.compile(
    r"(?:(?:法定)?(?:政府|政务)?(?:信息)?公开(?:工作)?(?:内容)?)?"
    r"(?:年度?报告?|年报|指南|目录|制度|公开|要闻|动态|公告|公示|通知公告|通知|详情|详细(?:信息|页面?|内容)?|内容页?|正文|文章(?:页|内容|正文)?|信息)"
)
_LONGEST = 500
"""Characters beyond which a `title` is none: only its beginning is looked at."""
_SHORTEST = 4
"""Characters of a title that may be left when something was cut off at a weak joint."""


def cut_document_title(text: str, names: Collection[str] = ()) -> list[str]:
    """The pieces of a `title` that may be the article's, the likeliest first and the whole (its first 500
    characters) last. `names` are those of
    the page's site and column, which it states elsewhere (SiteName, ColumnName)."""
    whole = " ".join(text.split())[:_LONGEST].rstrip()
    if not whole:
        return []
    known = {bare(name) for name in names if len(name) > 1}
    pieces = [whole[start:end] for start, end in _pieces(_HARD, whole)]
    likely = [piece for piece in pieces if not _is_frame(piece, known)] or pieces
    own = [_without_frame(piece, known) for piece in likely]
    return list(dict.fromkeys([*own[:1], *likely[:1], *own, *likely, whole]))


def _without_frame(piece: str, known: Collection[str]) -> str:
    """A piece without the names of site and column at its ends."""
    parts = list(_pieces(_SOFT, piece))
    while len(parts) > 1 and _is_frame(piece[slice(*parts[-1])], known):
        parts.pop()
    while len(parts) > 1 and _is_frame(piece[slice(*parts[0])], known):
        parts.pop(0)
    return _shorn(piece[parts[0][0] : parts[-1][1]] if parts else piece, known)


def _pieces(joints: re.Pattern[str], whole: str) -> Iterable[tuple[int, int]]:
    """Where the pieces between joints start and end."""
    start = 0
    for joint in joints.finditer(whole):
        if joint.start() > start:
            yield start, joint.start()
        start = joint.end()
    if start < len(whole):
        yield start, len(whole)


def _is_frame(piece: str, known: Collection[str]) -> bool:
    """Whether a piece is the name of a site or of a column."""
    plain = bare(piece)
    return plain in known or bool(_SITE.search(plain)) or bool(_COLUMN.fullmatch(plain))


def _shorn(piece: str, known: Collection[str]) -> str:
    """A piece without the site's name that a weak joint, brackets or nothing at all parts from it."""
    for name in sorted(known, key=len, reverse=True):
        for end in (f"({name})", f"（{name}）", name):
            if piece.endswith(end) and len(piece) - len(end) >= _SHORTEST:
                piece = piece[: -len(end)].rstrip(" -–—－•·:：/\\,，")
    if (bracketed := _BRACKETED.search(piece)) and _SITE_ALONE.search(bracketed[1]):
        return _shorn(piece[: bracketed.start()], known)
    joints = list(_WEAK.finditer(piece))
    for joint in joints:
        if len(piece) - joint.end() < _SHORTEST:
            break
        head, tail = piece[: joint.start()], piece[joint.end() :]
        if bare(head) in known or _SITE_ALONE.search(head):
            return _shorn(tail, known)
    for joint in reversed(joints):
        head, tail = piece[: joint.start()], piece[joint.end() :]
        # a blank may stand inside a title: 2013年度 政府信息公开年报
        framed = _is_frame(tail, known) if joint[0].strip() else bare(tail) in known or bool(_SITE.search(tail))
        if framed and len(head) >= _SHORTEST:
            return _shorn(head, known)
    return piece
