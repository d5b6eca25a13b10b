"""What a section of a report is about, judged by the words of its heading.

The contents are those of 条例 (2007) 第三十二条 and (2019) 第五十条, under the words that reports use.
"""

import re
from enum import StrEnum


class Meaning(StrEnum):
    """Meanings of sections, as they stand in records."""

    OVERVIEW = "overview"
    MEASURES = "measures"
    DISCLOSURE = "proactive-disclosure"
    INTERPRETATION = "interpretation"
    REQUESTS = "requests"
    CONSULTATIONS = "consultations"
    REMEDIES = "review-litigation"
    COMPLAINTS = "complaints"
    FEES = "fees"
    ORGANISATION = "organisation"
    TRAINING = "meetings-training"
    PROBLEMS = "problems"
    PROBLEMS_AND_IMPROVEMENT = "problems-and-improvement"
    PLANS = "plans"
    ANNEX = "annex"
    OTHER = "other-matters"


_ON_DISCLOSURE = r"(?:政府|政务)?信息公开(?:工作)?"
_WORDS: tuple[tuple[Meaning, str], ...] = (
    # What follows 因…申请 is about remedies, though it speaks of 公开申请; 依申请公开收费 is about fees.
    (
        Meaning.REMEDIES,
        rf"[因就对涉有].{{0,16}}(?:复议|诉讼|申诉)|{_ON_DISCLOSURE}(?:被|的)?(?:提起|申请|引发|引起|有关"
        r"|发生)的?(?:行政)?(?:复议|诉讼)",
    ),
    (Meaning.FEES, r"依?申请公开(?:政府|政务)?(?:信息)?(?:工作)?的?(?:收费|收取|费用|减免)"),
    (Meaning.ANNEX, r"附[表件录]|附[:：]|指标统计|统计表"),
    (Meaning.REQUESTS, r"依申请|申请公开|公开的?申请|申请(?:受理|办理|处理|答复|情况)|受理情况|不予公开"),
    (
        Meaning.DISCLOSURE,
        r"主动公开|公开(?:政府|政务)?信息(?:的)?(?:情况|内容|数量|类别|形式|范围|主要)|信息公开(?:的)?(?:数量"
        r"|内容|形式|范围|渠道|载体)|公开(?:的)?(?:内容|形式|范围|数量|渠道|载体)|信息发布",
    ),
    (Meaning.INTERPRETATION, r"解读|回应|舆情"),
    (Meaning.CONSULTATIONS, r"咨询"),
    (Meaning.COMPLAINTS, r"投诉|举报"),
    (Meaning.REMEDIES, r"(?:行政)?(?:复议|诉讼|申诉)"),
    (Meaning.FEES, r"收费|减免|费用|收支"),
    (Meaning.TRAINING, r"会议|培训"),
    (Meaning.ORGANISATION, r"机构|人员|经费|组织|领导|制度|机制|队伍|保障"),
    (Meaning.PROBLEMS, r"问题|不足|困难|薄弱"),
    (
        Meaning.PLANS,
        r"下一?步|下一?年|明年|来年|打算|计划|今后|努力方向|工作思路|改进|整改|20\d\d年(?:度)?(?:工作)?(?:安排"
        r"|重点|目标|要点)",
    ),
    (Meaning.OTHER, r"其[他它]|需要(?:说明|报告)|说明事项"),
    (Meaning.OVERVIEW, r"概述|概况|综述|总体|基本情况|基本概况|总的情况|前言|引言"),
    (Meaning.MEASURES, r"做法|措施|工作(?:开展)?情况|开展情况|主要工作|工作成效|成效|推进情况|载体建设|平台建设"),
)
_RULES = tuple((meaning, re.compile(words)) for meaning, words in _WORDS)
_REMEDY = re.compile(r"改进|打算|措施|下一?步|计划|今后|对策|安排|整改|努力|建议|思路")

_ALONE = re.compile(
    r"(?:工作)?(?:概述|概况|综述|前言|引言|总体情况|基本情况|工作概况)|主要做法(?:[和与及]成效)?|主要工作(?:情况)?"
    r"|(?:政府信息)?主动公开(?:政府信息)?(?:的)?(?:工作)?情况"
    r"|依申请公开(?:政府信息)?(?:的)?(?:工作)?(?:办理)?情况|(?:政府信息公开)?(?:咨询|申请)(?:处理)?情况"
    r"|(?:政府信息公开的?)?收费(?:及|和)减免情况|(?:行政)?复议(?:、|和|及)(?:行政)?诉讼(?:(?:和|及"
    r"|、)(?:行政)?申诉)?情况"
    r"|(?:工作)?(?:中)?存在的?(?:主要)?(?:问题|不足)(?:[和与及].{2,8})?|主要问题(?:[和与及].{2,8})?"
    r"|下一?步(?:工作)?(?:打算|计划|安排|措施)|今后(?:工作)?打算|改进措施"
    r"|其[他它]需要报告的?事项|附[表件录](?:[一二三四五六七八九十\d]*)?(?:[:：].{0,40})?|附[:：].{0,40}"
)


def meaning_of(heading: str) -> str | None:
    """The meaning of a heading's words, or None. Of several topics the one named first counts; problems named with
    what is to be done about them are one meaning of their own."""
    words = "".join(heading.split())
    named = [(match.start(), index) for index, (_, rule) in enumerate(_RULES) if (match := rule.search(words))]
    if not named:
        return None
    meaning = _RULES[min(named)[1]][0]
    if meaning is Meaning.PROBLEMS and _REMEDY.search(words):
        return Meaning.PROBLEMS_AND_IMPROVEMENT.value
    return meaning.value


def stands_alone(line: str) -> bool:
    """Whether a line without a number is one of the headings that reports print so (概述, 存在的主要问题)."""
    return _ALONE.fullmatch("".join(line.split()).rstrip("：:")) is not None
