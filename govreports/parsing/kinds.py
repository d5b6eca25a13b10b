"""What kind of document a title announces, and what a body that contradicts its title really is."""

import re
from dataclasses import dataclass

from govreports.model.report import REPORTS, DocumentType
from govreports.parsing.units import name_in_title
from govreports.parsing.years import YEAR, fold


@dataclass(frozen=True, slots=True)
class Verdict:
    """A document type and one English clause that says what decided it."""

    document_type: DocumentType
    reason: str


@dataclass(frozen=True, slots=True)
class _Rule:
    """A title that matches `pattern` and not `unless` is of `document_type`."""

    document_type: DocumentType
    pattern: re.Pattern[str]
    reason: str
    unless: re.Pattern[str] | None = None


def _rule(document_type: DocumentType, pattern: str, reason: str, unless: str | None = None) -> _Rule:
    return _Rule(document_type, re.compile(pattern), reason, re.compile(unless) if unless else None)


_ANNUAL = r"年报|年度(?:工作)?(?:情况)?报告|年度政府信息公开(?:工作)?报告"
_FORWARDED = rf"关于(?:印发|公布|发布|公开|转发|下发|公示)[^做编]*(?:{_ANNUAL}|(?:总结|报告)的)"

_TITLE_RULES = (
    _rule(
        "correction",
        rf"(?:更正|勘误|修正|订正).*(?:年报|年度|信息公开)|(?:{_ANNUAL}|信息公开).*(?:更正|勘误|修正|订正)",
        "a correction",
    ),
    # Other yearly papers of the same organs land in the same columns.
    _rule(
        "other",
        r"法治政府|依法行政|政府工作报告|[预决]算|统计公报|统计年鉴|网站.{0,12}(?:报表|年报|年度(?:工作)?报)"
        r"|三公.?经费|审计|述职|绩效"
        r"|环境(?:状况|质量)|国民经济|财政收支|公积金|建议.{0,4}提案|社会责任|质量报告|就业质量|企业年报",
        "a yearly paper on something else than disclosure",
        rf"(?:政府|政务)信息公开.{{0,8}}(?:{_ANNUAL}|报告|总结)|政务公开.{{0,6}}(?:{_ANNUAL}|报告|总结)",
    ),
    _rule("other", r"解读|^(?:一图|图解|图说)|答记者问|新闻发布会|访谈|一图读懂", "an interpretation of a report"),
    _rule(
        "other",
        r"上半年|下半年|半年|季度|[一二三四1-4]季|月报|\d月份|[一二三四五六七八九十]月份|\d+月?[-至—~]\d+月",
        "it covers part of a year",
        rf"{_ANNUAL}|(?:总结|报告|情况).*下半年.*(?:计划|打算|安排)",
    ),
    _rule(
        "self-inspection",
        r"自查|自评|自检|督[查察导]|检查|整改|迎检|迎评|测评|评估|考评|考核",
        "a self-inspection or an assessment",
        _ANNUAL + "|工作总结$",
    ),
    _rule(
        "guide",
        r"指南|公开目录|目录[及和与]|公开(?:事项)?清单|(?:办事|申请|公开|受理|工作)流程|流程图|申请(?:表|须知"
        r"|方式|渠道|说明|条件)|须知|示范文本|标准目录",
        "a guide to disclosure or its catalogue",
        rf"{_ANNUAL}|总结",
    ),
    _rule(
        "index",
        rf"(?:{_ANNUAL}).{{0,6}}(?:汇总|目录|一览|列表|集|名单|链接|索引|公布情况|发布情况|公开情况|报送情况)"
        rf"|汇总|一览|历年|各(?!项|类).{{0,16}}(?:{_ANNUAL})"
        rf"|(?:部门|单位|乡镇|镇街|街道)(?:{_ANNUAL})$|^(?:部门|单位|乡镇|县区|区县|市县)[^局]*(?:{_ANNUAL})$",
        "a list of reports",
    ),
    _rule(
        "notice",
        r"关于.*(?:做好|编制|编报|编写|报送|上报|填报|开展|组织|准备|加强|规范|推进|撰写"
        r"|起草).*(?:工作)?的?(?:紧急|预备|补充)?通知|要点|方案|细则|(?:意见|办法|制度|规定|规范|格式|模板"
        r"|样式|范本)(?:[(].*)?$|工作(?:安排|计划|部署|任务)$"
        r"|任务分[解工]|通报|批复|请示|通知$",
        "a notice or a plan",
        rf"{_FORWARDED}|(?:总结|报告)(?:及|和|与|暨).*(?:计划|安排|打算)|要点.*(?:情况|落实|报告|函)",
    ),
    _rule(
        "other",
        r"要点.*(?:情况|落实|报告|函)|(?:的|情况|工作)函$|^函|复函|回复|答复|来信|告知书",
        "a letter or a reply",
        rf"(?:{_ANNUAL}).*(?:报告|函)$",
    ),
    _rule(
        "other",
        r"召开|举办|举行|座谈|培训|圆满|顺利|喜获|荣获|动员会|推进会|部署会",
        "a piece of news",
        rf"{_ANNUAL}|总结|报告",
    ),
    _rule(
        "work-summary",
        r"公开.*(?:总结|小结|汇报|情况(?:的?说明)?)(?:及.*|和.*|\(.*\))?$|政务公开.*情况的?报告$"
        r"|(?:总结|小结).*(?:政务|信息)公开",
        "a summary of the year's work on disclosure",
        _ANNUAL,
    ),
)
_GENERAL_SUMMARY = re.compile(rf"^(?!.*公开).*(?:{YEAR}|年).*(?:工作)?(?:总结|小结|要点|计划|思路|打算)")
_REPORT_COLUMN = re.compile(r"年报|年度报告|工作报告")


def listed_type(title: str, column: str | None = None) -> Verdict:
    """What a catalogue entry is, judged by its title alone (and the column that lists it). What is not clearly
    something else is an annual-report: its page decides."""
    folded = _without_unit(title)
    for rule in _TITLE_RULES:
        if (match := rule.pattern.search(folded)) and not (rule.unless and rule.unless.search(folded)):
            return Verdict(rule.document_type, f"{match[0]} in the title tells {rule.reason}")
    if _GENERAL_SUMMARY.search(folded):
        if column and _REPORT_COLUMN.search(column):
            return Verdict("work-summary", f"a work summary listed under {column}")
        if "公开" in title:
            return Verdict("work-summary", "a work summary of an organ for disclosure")
        return Verdict("other", "a summary of the organ's work at large")
    return Verdict("annual-report", "nothing in the title tells otherwise")


def _without_unit(title: str) -> str:
    """The folded title without the organ it names, whose name may hold telling words itself (考核办, 指南村)."""
    name = name_in_title(title)
    return fold(title).replace(fold(name), "", 1) if name else fold(title)


_PICTURE = re.compile(r"^(?:一图(?:读懂|看懂)?|图解|图说)[:：|丨-]?")
_INTERPRETS = re.compile(r"解读|答记者问|新闻发布会|访谈")
_REPORT = re.compile(rf"公开.*(?:报告|总结)|{_ANNUAL}")


def only_copy_type(title: str, column: str | None = None) -> Verdict:
    """What an entry is where no other is listed for its unit and year: a 图解 of a report, which beside the report is
    an interpretation, is the report then. An interpretation in words (解读) never is."""
    folded = fold(title)
    if interprets := _INTERPRETS.search(folded):
        return Verdict("other", f"{interprets[0]} in the title tells an interpretation of a report")
    verdict, bare = listed_type(title, column), _PICTURE.sub("", folded)
    if verdict.document_type not in REPORTS and bare != folded and _REPORT.search(bare):
        of_what = listed_type(bare, column)
        if of_what.document_type in REPORTS:
            return Verdict(of_what.document_type, "a picture of a report: the report itself if nothing else is listed")
    return verdict


def verdict_of(title: str | None, body: Verdict | None, *, only_copy: bool = False) -> Verdict:
    """What a document is: what its title tells, unless that is a report and the body plainly is none. `only_copy` says
    that its catalogue lists no other for its unit and year."""
    told = only_copy_type if only_copy else listed_type
    by_title = told(title) if title else Verdict("annual-report", "it has no title")
    return body if body and by_title.document_type in REPORTS else by_title
