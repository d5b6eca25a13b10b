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

_MAY_BE_FUSED = re.compile(r"[0-9](?:[0-9][0-9][日号號月]|[0-9]{5}年|[:：][0-9]{3})")
"""Found in every line in which digits are fused, and in few others."""

_FUSED = re.compile(
    rf"""
      (?<=[〔\[【［])(?P<number>{_YEAR}\d{{1,4}})(?=[号號])                      # 〔2008208号
    | (?<=[(（])(?P<unclosed>{_YEAR}\d{{1,4}})(?=[号號](?![)）]))                # (2008208号, no serial in brackets
    | (?<![\d.])(?P<date>{_YEAR}{_MONTH}{_DAY})(?=日)                          # 20121231日
    | (?<![\d.])(?P<month>{_YEAR}{_MONTH})(?=月(?!刊))                         # 201212月
    | (?<=年){_MONTH}{_MONTH}(?<=\d{{3}})(?=月)                                # 2012年112月, of 1—12月
    | (?<![\d.]){_BEFORE_DATE}(?P<day>(?=\d{{3}}){_MONTH}{_DAY})(?=日{_AFTER_DATE})   # 922日, but not 120日内
    | (?<=月){_DAY}{_DAY}(?<=\d{{3}})(?=日)                                    # 3月110日, of 1—10日
    | (?<![\d.])(?P<years>{_YEAR}(?:{_YEAR}|\d\d))(?=年)                       # 20122013年
    | (?<![\d:：.])(?P<times>\d{{1,2}}[:：][0-5]\d\d{{1,2}}[:：][0-5]\d)(?![\d:：])  # 8:3012:00
    """,
    re.VERBOSE,
)
_WHOLE = frozenset({"years", "times"})
"""Kinds whose span ends with the digits; the others' takes in the character behind them."""

_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")

_ANYWHERE = "信息|申请|案件|意见|咨询|提案|议案|建议|公文|动态|简报|新闻|投诉|举报|来信|来电|留言"
_COUNTS = "(?:共计?|总?计|达到?|约|近)?$"
_COUNTED = re.compile(f"(?:{_ANYWHERE}|文件|条目|目录|资料|表格|事项){_COUNTS}")
_COUNTED_ANYWHERE = re.compile(f"(?:{_ANYWHERE}){_COUNTS}")
_LONGEST_NOUN = 4

_BARE = re.compile("[0-9]+余?(?=[。；;]|[，,](?![0-9]))")
_BARE_YEAR = re.compile(rf"{_YEAR}$")


def fused_digits(line: str) -> list[tuple[int, int]]:
    """Half-open spans of numbers that must have lost what stood between their digits."""
    folded = line.translate(_DIGITS)
    if not _MAY_BE_FUSED.search(folded):
        return []
    return [(match.start(), match.end() + (match.lastgroup not in _WHOLE)) for match in _FUSED.finditer(folded)]


def lost_measures(line: str) -> list[tuple[int, int]]:
    """Half-open spans of counts at a clause's end that say what is counted but not in what measure. After 文件 and the
    like a number before a comma may be the thing's own."""
    found: list[tuple[int, int]] = []
    for match in _BARE.finditer(line.translate(_DIGITS)):
        before = line[max(0, match.start() - _LONGEST_NOUN) : match.start()]
        counted = _COUNTED if line[match.end()] in "。；;" else _COUNTED_ANYWHERE
        number = match.group().rstrip("余")
        if counted.search(before) and not _BARE_YEAR.match(number):
            found.append((match.start(), match.start() + len(number)))
    return found
