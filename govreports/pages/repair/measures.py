"""Counts without their measure: `发布信息125334。` for 125334条.

Text dumps lose a measure that stands alone between a number and a full stop. A number is taken for such a count where
what is counted stands right before it, or where other counts in its line have a measure and nothing before it lets one
expect a number of another kind (a year, a telephone, a document's or a list's own number).
"""

import re

_COUNTED = re.compile(
    "(?:信息|申请|案件|意见|咨询|提案|议案|建议|公文|动态|简报|新闻|投诉|举报|来信|来电|来访|留言|复议|诉讼"
    "|受理|办结|答复|收到|发布|公开|报送|编发|刊发)(?:共计?|总?计|达到?|约|近|了)?$"
)
_NUMBERED = re.compile("(?:文件|条目|目录|资料|表格|事项)(?:共计?|总?计|达到?|约|近)?$")
"""Before a comma what stands behind these may be the thing's own number."""

_BARE = re.compile(
    "(?<![0-9.:：/×=,，-])[0-9]+(?:[,，][0-9]{3})*余?(?=[。；;]|[，,](?![0-9])|其中|同比|[比较][上去]年)"
)
_YEAR = re.compile(r"(?:19\d|20[0-4])\d$")
_HAN = re.compile("[\u4e00-\u9fff]$")
_OTHER_KIND = re.compile(
    "(?:第|附件|附表|附录|表|图|号|码|编|编码|代码|电话|热线|传真|拨打|致电|邮箱|网站|账号|群|版|型"
    "|章|节|条|款|项|文件|条目|目录|资料|表格|事项|(?<![上下本去今全])年|月|列|名"
    "|为|是|等于|分|数|率|值|级|度|比|长|宽|高|面积|成绩)$"
)
_MEASURED = re.compile("[0-9]余?(?:条|件|次|份|期|篇|人|个|项)")
_LOOK_BACK = 6


def lost_measures(line: str) -> list[tuple[int, int]]:
    """Half-open spans of counts at a clause's end that say what is counted but not in what measure. `line` has no
    full-width digits."""
    found: list[tuple[int, int]] = []
    for match in _BARE.finditer(line):
        start, number = match.start(), match.group().rstrip("余")
        before = line[max(0, start - _LOOK_BACK) : start]
        if not _YEAR.match(number) and _lacks_measure(before, line[match.end()] in "。；;", line):
            found.append((start, start + len(number)))
    return found


def _lacks_measure(before: str, ends_sentence: bool, line: str) -> bool:
    if _COUNTED.search(before) or (ends_sentence and _NUMBERED.search(before)):
        return True
    return bool(_HAN.search(before) and not _OTHER_KIND.search(before) and _MEASURED.search(line))
