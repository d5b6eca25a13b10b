"""Numbers that lost what stood between their digits: `922日` for 9月22日, `〔2008208号` for 〔2008〕208号.

Text dumps lose a character that stands alone between two digits (an element of its own in the page), most often
年, 月, 〕 and the hyphen of a range. The number that is left is not what the report says. Only what no date, time or
document number can be is told; 15日 for 1月5日 is not.
"""

import re

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_NO_MONTH = r"(?:1[3-9]|[2-9]\d|1?\d1[0-2])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_HOUR = r"(?:2[0-3]|[01]?\d)"
_MINUTE = r"[0-5]\d"
_BEFORE_DATE = r"(?:^|(?<=[，。；：、,;:(（\s“至到自于在从止由间时—~～和与及年-]))"
_AFTER_DATE = r"(?:[，,。；;、：:）)\s“《至到起止前晚上下—-]|$|[召印发出在对我全组举市县省区镇])"

_NUMBER = re.compile(r"(?<![0-9])[0-9]+(?:[日号號月时分年:：]|[—~～至-][0-9])")
"""What begins like a date, a time or a document's number: the pattern below is held against these places alone."""

_FUSED = re.compile(r"[0-9](?:[0-9][0-9]?[日号號月时分]|[0-9]{5}年|[:：][0-9]{3}|[0-9]{2}[—~～至-][0-9])")
"""Found in every line in which digits are fused, and in few others."""

_FUSED = re.compile(
    rf"""
      (?<=[〔\[【［]){_YEAR}\d{{1,4}}[号號]                                     # 〔2008208号
    | (?<=[(（]){_YEAR}\d{{1,4}}[号號](?![)）])                                 # (2008208号, no serial in brackets
    | (?<![\d.])(?:
          {_YEAR}{_MONTH}{_DAY}日                                              # 20121231日
        | {_YEAR}{_MONTH}月(?!刊)                                              # 201212月
        | {_YEAR}(?:{_YEAR}|\d\d)(?=年)                                        # 20122013年
        | {_BEFORE_DATE}(?=\d{{3}}){_MONTH}{_DAY}日(?={_AFTER_DATE})            # 922日, but not 120日内
      )
    | (?<![\d.年])(?:
          {_NO_MONTH}月(?=份|底|初|末|[上中下]旬|\d{{1,2}}日)                    # 34月份, of 3、4月份
        | 1?\d1[0-2]月(?=[，,。；;])                                           # 110月，of 1—10月
      )
    | (?<=\d{{4}}年)(?:{_NO_MONTH}月|\d{{2,4}}日(?!内|以内|历))                  # 2012年112月, 2013年51日
    | (?<=\d月)(?:3[2-9]|[4-9]\d|(?=\d{{3}}){_DAY}{_DAY})日                     # 3月110日, of 1—10日
    | (?<=\d日)(?=\d{{3}}){_HOUR}{_MINUTE}分                                    # 18日1414分
    | (?<![\d.])(?=\d{{3}}){_DAY}{_HOUR}时(?={_MINUTE}分)                        # 1814时14分
    | (?<![\d:：.])(?:
          \d{{1,2}}[:：]{_MINUTE}\d{{1,2}}[:：]{_MINUTE}(?![\d:：])             # 8:3012:00
        | (?=\d{{3}}){_HOUR}{_MINUTE}[—~～至-]+{_HOUR}[:：]{_MINUTE}(?!\d)       # 830-18:00
        | {_HOUR}[:：]{_MINUTE}[—~～至-]+(?=\d{{3}}){_HOUR}{_MINUTE}(?![\d:：])   # 8:30-1800
      )
    """,
    re.VERBOSE,
)


def fused_digits(line: str) -> list[tuple[int, int]]:
    """Half-open spans of numbers that must have lost what stood between their digits. `line` has no full-width
    digits."""
    found = (_FUSED.match(line, number.start()) for number in _NUMBER.finditer(line))
    return [match.span() for match in found if match]
