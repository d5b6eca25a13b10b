"""disclosed, or the one channel a sentence names: the headline indicators know websites and the gazette."""

import re

from govreports.parsing.headlines.contexts import Context
from govreports.parsing.headlines.sentences import Sentence

_CHANNELS = {
    "disclosed.website": re.compile(r"网站|网(?:上|页)|门户|官网|信息网|政务网|公开网"),
    "disclosed.gazette": re.compile(r"公报"),
    None: re.compile(
        r"公开栏|公示栏|宣传栏|橱窗|报纸|(?<!公)报刊|电视|广播|查阅|档案馆|图书馆|微博|微信(?:公众号)?|公众号|新媒体|两微|抖音|客户端|触摸屏|电子屏|"
        r"显示屏|新闻媒体|新闻发布|等(?:多种|各种|多|渠道|形式|方式|途径|载体|平台)|多种(?:渠道|形式|方式|途径)"
    ),
}
_WHOLE = re.compile(
    r"信息总数|信息总量|总数|总量|各类公开主体|信息公开(?:专栏|专网|目录|平台|网(?!站)|系统|发布平台)|公开平台|公开专栏|信息公开(?:信息)?网(?!站)"
)


def channel(sentence: Sentence, context: Context, part: bool) -> str | None:
    """`disclosed` where a sentence gives the whole disclosure, or names several channels or none; else the one channel
    it names, None for one that is no headline. A part of a total is never the whole."""
    words = context.before + context.after.partition("(")[0].partition("、")[0]
    if _WHOLE.search(sentence.label) or (_WHOLE.search(words) and not part):
        return "disclosed"
    named = [indicator for indicator, pattern in _CHANNELS.items() for _ in set(pattern.findall(words))]
    one_kind = len(set(named)) == 1 and (named[0] is not None or len(named) == 1)
    return named[0] if one_kind else "disclosed"
