"""What hijacked mirrors of government pages write into the text besides: their own domain where a place's name stood,
and words of their trade in front. The name is lost and what belongs to the text cannot be told, so both are only found.
"""

import re

_DOMAIN = re.compile(
    r"""
    (?<![A-Za-z0-9@/._:?=&%#-])
    (?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,8}      # it ends where Chinese goes on
    (?=[省市县区州盟旗乡镇村]|街道|社区|人民政府|政府|(?:19|20)\d\d年|[\u4e00-\u9fff]{0,6}(?:局|厅|委员会|办公室))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GOVERNMENT = re.compile(r"\.(?:gov|mil|edu)(?:\.|$)", re.IGNORECASE)
_POINTED_AT = re.compile("(?:登[录陆]|访问|打开|点击|网[址站]|地址|域名|平台|邮箱)[为是到了]?$|[:：(（《“]$")
_WEBSITE = re.compile("[\u4e00-\u9fff]{0,12}?(?:网|平台|公众号|邮箱|民可|民登)")

MAY_HOLD_DOMAIN = re.compile(r"[A-Za-z0-9]\.[A-Za-z]{2}")
"""Found in every line that holds a domain."""

_TRADE = re.compile(
    "棋牌|百家乐|老虎机|娱乐城|博彩|彩票|时时彩|六合彩|体育(?=投注|平台|官网|官方|app|下载|[(（])|真人(?=娱乐|视讯|荷官)|电竞投注"
    "|澳门(?=新葡京|威尼斯人|金沙|银河|永利|太阳城)|新葡京|威尼斯人|太阳城|bet365|(?:亚博|乐鱼|开云|华体会|爱游戏|必威)(?=体育|app|娱乐)",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    "官网|官方|下载|登录|注册|入口|app|手机版|网址|最新版|开户|送彩金|投注|平台|娱乐|大厅|在线", re.IGNORECASE
)
_PROSECUTED = re.compile("打击|查处|整治|取缔|严禁|治理|违法|犯罪|专项|赌博|许可|审批|销售|福利彩票|体育彩票|公益金")
_REACH = 8
"""Characters between a word of the trade and what it promises."""

_FRONT = 60
"""Characters at a line's beginning in which a mirror's words stand."""


def foreign_domains(line: str) -> list[tuple[int, int]]:
    """Half-open spans of domains that stand where a place's or an organ's name should: Chinese goes on behind as after
    a name. A government's own, and one that the text points at, is none."""
    return [
        match.span()
        for match in _DOMAIN.finditer(line)
        if not _GOVERNMENT.search(match.group())
        and not _POINTED_AT.search(line, max(0, match.start() - 5), match.start())
        and not _WEBSITE.match(line, match.end())
    ]


def spam(line: str) -> list[tuple[int, int]]:
    """The half-open span of a mirror's advertising at the beginning of one of a page's first lines, if any."""
    front = line[:_FRONT]
    if not _TRADE.search(front) or _PROSECUTED.search(line):
        return []
    pairs = [
        max(trade.end(), promise.end())
        for trade in _TRADE.finditer(front)
        for promise in _PROMISED.finditer(front)
        if max(trade.start(), promise.start()) - min(trade.end(), promise.end()) <= _REACH
    ]
    return [(0, max(pairs))] if pairs else []
