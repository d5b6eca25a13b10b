"""The labels that government sites put before a fact, and `label: value` pairs read by them.

Facts: 国办发〔2016〕80号 and the metadata tables of the CMS families (Lonsun, Openness, Hanweb, TRS, UCAP, VSB); the
information line under a title. The words are matched with white space between their characters (`索 引 号`).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from govreports.pages.lines import bare

Meaning = Literal[
    "index", "number", "title", "shown", "table", "signed", "source", "publisher", "keywords", "other", "noise"
]
"""What a label's value is: index number, document number (文号), title, a date of publication, of issue (`table`) or of
signature, a source, the organ that publishes, any other fact, or nothing of interest (`noise`: counters, buttons)."""

_WORDS: dict[Meaning, str] = {
    "index": """
        索引号 索取号 信息索引号 信息索引 索引编号 索引号码 信息索取号 索引
    """,
    "number": """
        文号 发文字号 文件编号 文件号 发文文号 公文文号 文件字号 文件文号 发文号 字号文号
    """,
    "title": """
        名称 标题 信息名称 文件名称 信息标题 文件标题 公文标题 公文名称
    """,
    "shown": """
        发布时间 发布日期 发布于 发布 撰写时间 撰写日期 编辑时间 最后更新
        公开日期 公开时间 信息时间 发稿时间 发表时间 发表日期 上传时间 上网时间 上网日期
        编稿时间 编稿日期 撰稿时间 起稿时间 审核时间 采编时间 采集时间 入库时间 刊发时间 刊登时间 报送时间
        发稿日期 添加时间 录入时间 录入日期 更新时间 更新日期 加入时间 创建时间 日期 时间 公布日期 公布时间
        信息发布日期 信息发布时间 提交时间 答复时间 答复日期 回复时间 回复日期
    """,
    "table": """
        发文日期 生成日期 印发日期 发文时间 生成时间 印发时间 颁布日期 产生日期 制发日期 公文生成日期 信息生成日期
    """,
    "signed": """
        成文日期 成文时间 签发日期 签署日期 形成日期
    """,
    "source": """
        来源 信息来源 来源单位 稿件来源 文章来源 内容来源 新闻来源 文件来源 信息来源单位 稿源 来源于 出处
        信息出处 文章出处 转贴自 转载自 摘自 发布人
    """,
    "publisher": """
        发布机构 发布单位 发文机关 发文机构 发文单位 公开机构 公开单位 公开机关 发布机关 制发机关 制发单位
        信息发布机构 公开责任部门 发布部门 信息公开单位 信息发布单位 生成机构 公开部门 制作单位 制作机关
        信息生成单位 颁布单位 颁布机构 公布机关 发布者 产生单位 答复单位 回复单位 答复部门 回复部门
    """,
    "keywords": """
        关键词 主题词 关键字 信息关键词
    """,
    "other": """
        信息分类 主题分类 内容分类 组配分类 体裁分类 服务对象分类 服务对象 分类 分类号 分类词 信息类别 类别 类型
        公开方式 公开形式 公开类别 公开时限 公开范围 公开程序 公开属性 公开对象 公开目录 生效日期 生效时间 实施日期
        施行日期 废止时间 废止日期 失效时间 失效日期 终止日期 有效性 时效性 时效 是否有效 效力状态 有效期 有效状态
        文件状态 统一编号 统一登记号 规范性文件编号 规范性文件统一编号 登记号 载体类型 信息格式 语种 责任部门
        责任科室 承办单位 主办部门 著录日期 内容概述 概述 内容概览 内容摘要 摘要 信息概述 所属机构 所属主题 所属栏目
        所属分类 政策咨询机关 政策咨询电话 咨询电话 咨询机关 签发人 主题类别 文种 文件类型 文件类别 信息类型
        题材分类 体裁 主题 行业分类 区域分类 信息有效性 目录编号 公开目录编号 信息编号 编号 起草单位 解读单位
        记录形式 适用范围 存放位置 密级 页数 发布范围 机构分类 主题导航 部门分类 信息公开类别 信息大类 信息小类 栏目
        栏目名称 生效期 获取方式 依据 公开依据 备注 备注说明 备注/文号 年度 年份 缓急程度 有效范围
    """,
    "noise": """
        人气 字体 字号 字体大小 文字大小 字体显示 视力保护色 视力保护 保护视力色 背景色 保护色
        选择阅读字号 分享 分享到 分享至 分享按钮 作者 编辑 责任编辑 责编 审核 审核人 审稿 撰稿 撰稿人 供稿 供稿单位
        通讯员 记者 摄影 录入 录入者 录入员 信息员 校对 初审 复审 终审 一审 二审 三审 编审 信息审核 签发
        信息录入 核稿 审签 打印 收藏 纠错 收听 打印本页 扫一扫 下载次数 热度 文章字体 阅读字号 浏览字号 次数
        浏览权限 文章类型 文章录入 文章编辑 网络编辑 网站编辑 本文编辑 审核发布 关注度
    """,
}
_COUNTERS = [
    before + act + count
    for before in ("", "已", "被", "已被", "总", "本文被")
    for act in ("阅", "浏览", "阅读", "点击", "访问", "查看", "评论", "关注")
    for count in ("", "次数", "次", "数", "量", "率", "人次", "人数")
]
MEANINGS: dict[str, Meaning] = {
    **{word: meaning for meaning, words in _WORDS.items() for word in words.split()},
    **dict.fromkeys(_COUNTERS, "noise"),
}

INFORMATION = frozenset({"shown", "source", "noise"})
"""What the information line under a title speaks of; a line of such labels alone is that line, not the table."""

_SPACE = r"[\s\u3000]*"


def _backwards(words: Iterable[str]) -> str:
    """A pattern for the longest of some words that is found, read backwards, with white space allowed between its
    characters. A tree by their characters: an alternation of hundreds of words would try one after the other."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[-1], []).append(word[:-1])
    return "|".join(re.escape(last) + _before(rest) for last, rest in sorted(tails.items()))


def _before(words: list[str]) -> str:
    longer = [word for word in words if word]
    if not longer:
        return ""
    return f"(?:{_SPACE}(?:{_backwards(longer)}))" + ("?" if len(longer) < len(words) else "")


_COLON = re.compile("[:：∶]")
# Labels are sought from their colons backwards, in the reversed line: most colons have none in front, and a search
# forwards would try hundreds of words at each of a line's places.
# A label counts at the line's start, after white space, a bracket, a bar or a value's end, and with its colon.
_PAIR = re.compile(rf"[:：∶]{_SPACE}({_backwards(MEANINGS)})(?=[\s\u3000【\[(（|｜/;；,，】\])）·0-9]|\Z)")
# Once a line has begun with a pair, the unmistakable labels of an information line count without any boundary: a page
# may part them by style alone (`水利局</span><span>阅读次数：`).
_CLEAR = _backwards(
    word
    for word, meaning in MEANINGS.items()
    if meaning in INFORMATION
    and (len(word) >= (3 if meaning == "noise" else 4) or word in ("来源", "字体", "字号", "作者", "编辑"))
)
_UNPARTED = re.compile(rf"[:：∶]{_SPACE}({_CLEAR})")
# Some dumps lose all but the last character of a spaced label (索引号 → 号): only at a line's start or after a pair.
_CUT = re.compile(r"[:：][\s\u3000]?([号称词源构类期间位题])(?=[\s\u3000]|\Z)")
# Buttons that follow a value without any label of their own.
_BUTTON = re.compile(
    r"[\s\u3000|｜【\[(（]*(?:我要纠错|我要打印|打印(?:本页|本文|此页|页面|文章|内容)?|关闭(?:窗口|本页|页面|此页)?|收藏(?:本页)?|分享(?:到)?|"
    r"字体|字号|【?大[】\s]*【?中[】\s]*【?小|放大|缩小|T[+|]|A[+-]|扫一扫|RSS(?:订阅)?|手机(?:版|阅读|扫)|语音(?:播报|阅读)|朗读|收听|返回|纠错|下载(?:word|pdf)?|发表评论|我要评论"
    r"|(?:本文)?(?:已|被|共|总|累计)*(?:浏览|阅读|点击|访问|查看|评论|人气|热度)(?:次数|人次|量|数|了)?[\s\u3000]*(?:[（(\[]\d*[)）\]]|\d+[\s\u3000]*[次人条]?)?)"
    r"(?=$|[\s\u3000】\])）|｜:：/、\[【<]|本|到|窗|[AT][+-])",
    re.IGNORECASE,
)
_INDEX_VALUE = re.compile(r"^(?=.*\d)[0-9A-Za-z—–/-]*[-/—–][0-9A-Za-z—–/-]+$|^\d{10,}$")
_NUMBER_VALUE = re.compile(r"[〔\[（(【]\s*\d{4}\s*[〕\]）)】].*号|^.{2,20}\d+号$")
_DATE_VALUE = re.compile(r"(?<!\d)(?:19|20)\d{2}\s*[-年/.]\s*\d{1,2}")
_SENTENCE = re.compile(r"[。；，！？《》]")
# `来源：县水利局　2014-03-05 10:00`
_DATE_AFTER = re.compile(r"(?:^|(?<=[\s\u3000|｜]))(\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}[日\s\d:：]*)$")
_PARTED = re.compile(r"[\s|｜]+")
_ADDRESS = re.compile(r"(?:[\w-]+\.)+(?:cn|com|net|org|test)\b", re.ASCII)
# `2014-03-05 10:00 县水利局 点击：12`
_NAME_AFTER = re.compile(r"\d[日\s\u3000|｜]+([\u4e00-\u9fff][^\s\d。，；|｜:：]{1,19})$")
# A date with hyphens or a time, alone on a line, is no signature.
_MACHINE_DATE = re.compile(
    r"[\s\[【(（]*(\d{4}(?:-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|年\d{1,2}月\d{1,2}日\s*\d{1,2}:\d{2}(?::\d{2})?))[\s\]】)）]*"
)
_BRACKETED = re.compile(r"[\s\u3000]*[【\[]([\u4e00-\u9fff\s]{2,10})[】\]][\s\u3000]*")
_ROW_BEGINNERS = frozenset({"index", "number", "title", "shown", "table", "signed", "source", "publisher", "other"})
_LONGEST_LABEL = 80
"""Characters of a label with the white space and the brackets it is set with."""
_LONGEST_ROW = 160
"""Characters of a table row that lost its colons."""
_LONGEST_LINE = 1000
"""Characters of a line of pairs, an abstract among them."""
_LONGEST_LEAD = 50
"""Characters of a date, and maybe an organ's name, in front of an information line's first label."""


class Pair(NamedTuple):
    """One `label: value`; the label without white space, the value stripped and without buttons, maybe empty."""

    label: str
    value: str
    meaning: Meaning


def meaning_of(label: str) -> Meaning | None:
    """What a label (white space, colon and brackets ignored) announces, None where it is no known label."""
    return MEANINGS.get(bare(label).strip("：:∶【】[]")) if len(label) <= _LONGEST_LABEL else None


def pairs(text: str) -> list[Pair]:
    """The pairs of a line. Empty when the line does not begin with a label: a sentence that quotes one is no pair.

    A date without a label is read as 发布时间 in front of the first pair (`2014-03-05 10:22 来源：…`, also after the
    site's name), or alone where only a CMS writes it so (`2014-03-05 10:22`).
    """
    return list(_pairs(text)) if len(text) <= _LONGEST_LINE else []


@lru_cache(maxsize=1024)
def _pairs(text: str) -> Sequence[Pair]:
    """Remembered, because the head's rules look at each line more than once and a site repeats its lines."""
    if machine_date := _MACHINE_DATE.fullmatch(text):
        return [Pair("发布时间", machine_date[1], "shown")]
    text = _with_colons(text)
    spots = _spots(text)
    if not spots:
        return _unmarked_pairs(text)
    found: list[Pair] = []
    if lead := text[: spots[0][0]].strip(" \t\u3000\xa0【[(（|｜-•·*"):
        dated = _DATE_VALUE.search(lead)
        if len(lead) > _LONGEST_LEAD or MEANINGS.get(spots[0][2]) not in INFORMATION or _SENTENCE.search(lead):
            return []
        if dated is None and not _ADDRESS.search(lead):
            return []
        if dated:
            found.append(Pair("发布时间", lead[dated.start() :], "shown"))
        if (named := _NAME_AFTER.search(lead)) and not any(MEANINGS.get(spot[2]) == "source" for spot in spots):
            found.append(Pair("来源", named[1], "source"))
    for spot, following in zip(spots, [*spots[1:], (len(text), 0, "")], strict=True):
        value = _value(text[spot[1] : following[0]])
        label = _restored(spot[2], value) if len(spot[2]) == 1 else spot[2]
        meaning = MEANINGS.get(label, "other")
        if meaning == "source" and (dated := _DATE_AFTER.search(value)):
            found.append(Pair("发布时间", dated[1], "shown"))
            value = value[: dated.start()].rstrip(" \t\u3000\xa0|｜")
        found.append(Pair(label, value, meaning))
    return found


def _with_colons(text: str) -> str:
    """A line whose labels stand in brackets (`【发布日期】2021-04-01 【来源】县农业局`) with colons instead."""
    first = _BRACKETED.match(text)
    if first is None or meaning_of(first[1]) not in ("shown", "source", "publisher"):
        return text
    return _BRACKETED.sub(lambda found: f" {found[1]}：" if meaning_of(found[1]) else found[0], text).strip()


def is_machine_date(text: str) -> bool:
    """Whether a line is a date as a CMS prints it, and nothing else."""
    return bool(_MACHINE_DATE.fullmatch(text))


def _unmarked_pairs(text: str) -> list[Pair]:
    """The pairs of a table row that lost its colons (`索引号 K01/2014-3 主题分类 政务`): it begins with a label, and
    there are two labels or an index number."""
    words = _PARTED.split(text)
    if len(words) < 2 or len(text) > _LONGEST_ROW or meaning_of(words[0]) not in _ROW_BEGINNERS or len(words[0]) < 3:
        return []
    found: list[Pair] = []
    for word in words:
        meaning = meaning_of(word)
        if meaning is not None and len(word) >= 2:
            found.append(Pair(word, "", meaning))
        else:
            found[-1] = found[-1]._replace(value=f"{found[-1].value} {word}".strip())
    is_index = found[0].meaning == "index" and _INDEX_VALUE.match(found[0].value)
    return [pair._replace(value=_value(pair.value)) for pair in found] if is_index or len(found) > 1 else []


def _spots(text: str) -> list[tuple[int, int, str]]:
    """Where labels start and their values begin, and the labels without white space."""
    if not _COLON.search(text):
        return []
    backwards = text[::-1]
    parted = _labels(_PAIR, backwards)
    cut = _labels(_CUT, backwards)
    if not cut or cut[-1][0] != 0:
        cut = []  # later ones need one at the line's start as their witness
    if not parted and not cut:
        return []
    first = min(spot[0] for spot in [*parted, *cut])
    known = {spot[1] for spot in parted}
    unparted = [spot for spot in _labels(_UNPARTED, backwards) if spot[0] >= first and spot[1] not in known]
    return sorted([*parted, *cut, *unparted])


def _labels(pattern: re.Pattern[str], backwards: str) -> list[tuple[int, int, str]]:
    """The labels found in a reversed line, the last first: their start and end in the line, and their characters."""
    length = len(backwards)
    return [
        (length - match.end(1), length - match.start(), bare(match[1])[::-1]) for match in pattern.finditer(backwards)
    ]


def cell_pairs(cells: tuple[str, ...]) -> list[Pair]:
    """The pairs of a table's row: a label cell and the value cell after it, or pairs inside the cells."""
    found: list[Pair] = []
    at = 0
    while at < len(cells):
        cell = cells[at]
        meaning = meaning_of(cell)
        if meaning is not None and (at + 1 < len(cells)):
            label = "".join(cell.split()).strip("：:∶【】[]")
            if meaning_of(cells[at + 1]) is None and not _spots(cells[at + 1]):
                found.append(Pair(label, _value(cells[at + 1]), meaning))
                at += 2
                continue
            found.append(Pair(label, "", meaning))
        elif meaning is not None:
            found.append(Pair("".join(cell.split()).strip("：:∶【】[]"), "", meaning))
        else:
            found.extend(pairs(cell))
        at += 1
    return found


def _restored(label: str, value: str) -> str:
    """The full label of a cut one, told by what its value looks like."""
    if label == "号":
        return "索引号" if _INDEX_VALUE.match(value) else "文号" if _NUMBER_VALUE.search(value) else label
    if label == "期":
        return "发布日期" if _DATE_VALUE.match(value) else label
    if label == "间":
        return "发布时间" if _DATE_VALUE.match(value) else label
    return {"称": "名称", "题": "标题", "词": "关键词", "源": "来源", "构": "发布机构", "类": "分类"}.get(label, label)


def _value(text: str) -> str:
    button = _BUTTON.search(text)
    while button and not _stands_apart(text, button.start(), button.group()):
        button = _BUTTON.search(text, button.end())
    if button:
        text = text[: button.start()]
    text = " ".join(text.strip(" \t\u3000\xa0|｜;；【[").rstrip("】]").split())
    return text if "（" in text or "(" in text else text.rstrip("）)")


def _stands_apart(text: str, start: int, word: str) -> bool:
    """Whether a button's word is a word of its own, not the end of a value (`…语音播报`)."""
    return start == 0 or word[0] in " \t\u3000\xa0|｜【[(（"
