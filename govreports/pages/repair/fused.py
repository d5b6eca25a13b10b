"""Numbers that lost a character: `922日` for 9月22日, `〔2008208号` for 〔2008〕208号, a count without its measure.

Text dumps lose a character that stands alone between two digits (an element of its own in the page), most often
年, 月, 〕 and the hyphen of a range. The number that is left is not what the report says.
"""

import re

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_BEFORE_DATE = r"(?:^|(?<=[，。；：、,;:(（\s“至到自于在从止由—~～和与及年-]))"

_AFTER_DATE = "(?:[，,。；;、：:）)\\s“《至到起止前晚上下—-]|$|[召印发出在对我全组举市县省区镇])"

_FUSED = re.compile(
    rf"""
      (?<=[〔\[【［])(?P<number>{_YEAR}\d{{1,4}})(?=[号號])                      # 〔2008208号
    | (?<=[(（])(?P<unclosed>{_YEAR}\d{{1,4}})(?=[号號](?![)）]))                # (2008208号, no serial in brackets
    | (?<![\d.])(?P<date>{_YEAR}{_MONTH}{_DAY})(?=日)                          # 20121231日
    | (?<![\d.])(?P<month>{_YEAR}{_MONTH})(?=月(?!刊))                         # 201212月
    | (?<![\d.]){_BEFORE_DATE}(?P<day>(?=\d{{3}}){_MONTH}{_DAY})(?=日{_AFTER_DATE})   # 922日, but not 120日内
    | (?<![\d.])(?P<years>{_YEAR}{_YEAR})(?=年)                                # 20122013年
    """,
    re.VERBOSE,
)
_COUNTED = (
    "信息|文件|申请|案件|意见|咨询|条目|目录|提案|议案|建议|公文|动态|简报|新闻|投诉|举报|来信|来电|留言|资料|表格|事项"
)
_LOST_MEASURE = re.compile(rf"(?:{_COUNTED})(?:共计?|总?计|达到?|约|近)?(?P<count>\d+)余?(?=[。；;])")
_BARE_YEAR = re.compile(rf"{_YEAR}$")


def fused_digits(line: str) -> list[tuple[int, int]]:
    """Half-open spans of numbers that must have lost what stood between their digits."""
    return [(match.start(), match.end() + (match.lastgroup != "years")) for match in _FUSED.finditer(line)]


def lost_measures(line: str) -> list[tuple[int, int]]:
    """Half-open spans of counts at a sentence's end that say what is counted but not in what measure."""
    return [match.span("count") for match in _LOST_MEASURE.finditer(line) if not _BARE_YEAR.match(match["count"])]
