"""What a document's body shows, whatever its title says: an empty page, a notice, a guide, a list of reports."""

import re

from govreports.model.document import Document, Paragraph
from govreports.parsing.kinds import Verdict
from govreports.parsing.years import YEAR, fold

_HAN = re.compile(r"[\u3400-\u9fff]")
_FEWEST_HAN = 30
_ENOUGH_TO_JUDGE = 60
_OPENING = 600
_FEWEST_LISTED = 5

_TO_ALL = re.compile(r"^[^。]{0,60}(?:各|有关|直属)[^。]{1,80}[:：]\s*$", re.MULTILINE)
_ORDERS = re.compile(
    r"(?:通知|要求|安排|明确)如下|特(?:作|此)?通知|有关(?:事项|事宜|工作)通知|请(?:各|认真|遵照|于|按照|你们"
    r"|严格)|(?:务必|须|应)(?:于|在)[^。]{1,20}前(?:报送|上报|报|将|完成)"
)
_FORWARDS = re.compile(
    r"(?:印发|转发|公布|发布)给?你们|予以公布|现予公布|现将[^。]{0,60}(?:年度报告|年报)[^。]{0,10}(?:印发|公布|发布)"
)
_GUIDES = re.compile(
    r"编制(?:了)?本(?:《)?指南|本指南|(?:政府)?信息公开指南(?:》)?[^。]{0,30}(?:如下|供)"
    r"|申请人(?:应当)?填写《?[^。]{0,12}申请表"
)
_ACCOUNTS = re.compile(
    r"(?:未|没有)(?:收|接)到|(?:收到|受理|接到)[^。]{0,24}申请[^。]{0,6}\d|公开[^。]{0,16}\d+\s*(?:余|多)?(?:条|件)"
)
_REPORT_TITLE = re.compile("公开.*(?:年报|报告|总结|小结|汇报|情况|统计)")
_TOPIC = re.compile(
    "政府信息公开|信息公开工作|(?:政务|党务|村务|厂务|办事)公开|公开(?:政府|政务|各类)信息|主动公开|依申请公开"
)
_YEAR = re.compile(YEAR)
_LISTED = re.compile(rf"{YEAR}.*(?:年报|报告|总结)|(?:年报|报告|总结).*{YEAR}")


def has_text(document: Document) -> bool:
    """Whether there is a text to read: 30 Chinese characters, or a number that is no year."""
    return len(_HAN.findall(document.text)) >= _FEWEST_HAN or bool(re.search(r"\d", _YEAR.sub("", document.text)))


def body_verdict(document: Document, title: str | None) -> Verdict | None:
    """What the body under `title` plainly is where it is no report; None where it may well be one."""
    opening = document.text[:_OPENING]
    accounts = _ACCOUNTS.search(document.text)
    if _TO_ALL.search(opening) and _ORDERS.search(document.text) and not _FORWARDS.search(opening) and not accounts:
        return Verdict("notice", "the body is addressed to other organs and orders them to act")
    if _GUIDES.search(opening) and not _reports(document.text):
        return Verdict("guide", "the body is a guide to disclosure")
    if _lists_reports(document):
        return Verdict("index", "the body is a list of reports")
    speaks = _REPORT_TITLE.search(fold(title or "")) or _TOPIC.search(fold(document.text))
    if len(_HAN.findall(document.text)) >= _ENOUGH_TO_JUDGE and not speaks:
        return Verdict("other", "neither title nor text speaks of disclosure")
    return None


def _reports(text: str) -> bool:
    """Whether a text names the report of a year."""
    return bool(re.search(rf"{YEAR}[^。]{{0,40}}(?:年度报告|年报|情况(?:报告|总结)|工作总结)", fold(text)))


def _lists_reports(document: Document) -> bool:
    """Whether most lines are titles of reports."""
    lines = [document.text[block.start : block.end] for block in document.blocks if isinstance(block, Paragraph)]
    listed = [line for line in lines if len(line) <= 60 and "。" not in line and _LISTED.search(fold(line))]
    return len(listed) >= _FEWEST_LISTED and len(listed) * 5 >= len(lines) * 3
