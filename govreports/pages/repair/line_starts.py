"""How the lines of a report begin and end: what opens a paragraph, what closes one, what runs on."""

import re

from govreports.pages.repair.han import CLOSERS, OPENERS

_NUMERALS = "一二三四五六七八九十百零〇"

_OPENS_PARAGRAPH = re.compile(
    rf"""
      [{_NUMERALS}]+(?:、|[.．](?![\dA-Za-z])|是[^否])       # 一、 二. 一是
    | 第[{_NUMERALS}\d]+(?:部分|章|节|编|篇|[,，、:：.．\s])   # 第一部分, 第一，
    | 其[{_NUMERALS}][,，、是]                        # 其一，
    | [(（〔\[]\s*(?:[{_NUMERALS}]+|\d{{1,2}})\s*[)）〕\]]   # (一) （1）
    | \d{{1,2}}(?:\.\d{{1,2}})*(?:[.．](?![\dA-Za-z])|[、)）](?!\d))   # 1. 1、 1) 1.2.
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\s               # 1.2 小标题
    | [①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿Ⅰ-Ⅻ●■◆★▲※□○◇•]         # ① ⑴ ㈠ ●
    | 附(?:件|表|图|注)?[{_NUMERALS}\d]*\s*[:：]      # 附件1：
    | 附(?:件|表)[{_NUMERALS}\d]*$
    | (?:备?注|说明|联系人|联系电话|联系地址|咨询电话|监督电话|抄送|主题词)[:：]
    | 特此(?:报告|说明|公告|通知)
    | (?:19|20)\d\d\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日$     # a signature's date
    | [二][〇○零OＯ0][〇○零OＯ0一二][{_NUMERALS}○OＯ0]年[{_NUMERALS}]+月[{_NUMERALS}]+日$
    """,
    re.VERBOSE,
)
_SENTENCE_ENDS = tuple("。！？；：!?;:…")
_RUN_ON = ("，", "、", ",", *OPENERS, *"—/／·-")
_CARRIES_ON = re.compile(r"[，。、；：！？,;:!?%％‰）)】》〉〕］｝」』”’]")
_MARKS = re.compile(r"[，。；]|[,;](?!\d)")

_HEADING = re.compile(
    rf"(?:[{_NUMERALS}]+、|[(（][{_NUMERALS}]+[)）]|\d{{1,2}}[.．、]|第[{_NUMERALS}]+部分)[^。；：:;？?！!]*$"
)
_HEADING_END = re.compile(
    "(?:情况|工作|措施|问题|意见|建议|制度|机制|体系|力度|公开|管理|监督|水平|质量|效果|保障|领导|建设|打算|计划|做法"
    "|成效|特点|事项|内容|形式|方式|渠道|范围|实施|落实|宣传|培训|考核|重点|载体|平台|服务|说明|思路|安排|方向|概述"
    "|概况|开展|活动|程序|认识|作用|责任|需要|关系|基础|环境|能力|队伍|信息|报告|方面|原因|数据|统计|附件|不足|目标|》)$"
)


def opens_paragraph(line: str) -> bool:
    """Whether a line begins with a heading's or a list item's mark, or is a signature's date."""
    return _OPENS_PARAGRAPH.match(line) is not None


def is_heading(line: str) -> bool:
    """Whether a line is a numbered heading: no sentence in it, and a heading's last word or the end of a name."""
    return len(line) <= 45 and _HEADING.match(line) is not None and _HEADING_END.search(line) is not None


def ends_sentence(line: str) -> bool:
    """Whether a line ends where a paragraph may end: 。；： and the like, closing brackets after them included."""
    return line.rstrip(CLOSERS).endswith(_SENTENCE_ENDS)


def runs_on(line: str) -> bool:
    """Whether a line ends where no paragraph ends: a comma, an opened bracket, a dash."""
    return line.endswith(_RUN_ON)


def carries_on(line: str) -> bool:
    """Whether a line begins with what no paragraph begins with: a closing bracket, a comma, a full stop."""
    return _CARRIES_ON.match(line) is not None


def marks(line: str) -> int:
    """How many commas, full stops and semicolons a line has: running text is full of them, names and titles hardly."""
    return len(_MARKS.findall(line))
