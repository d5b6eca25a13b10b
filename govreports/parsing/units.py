"""The organ whose report it is, read from a title.

A title is `[关于][unit][year][topic][kind]`, its parts in many orders: 关于报送某某局2013年度信息公开年度报告的报告.
The unit is what stands before the longest end of the title that is made of years, topics and words of form alone,
so that a unit may hold such a word itself (某某市政务公开办公室2013年政务公开工作总结).
"""

import re

from govreports.parsing.organs import is_address, is_body, is_nobody, organ, printed_like
from govreports.parsing.years import YEAR, fold

_NOTE = re.compile(
    r"\([^()]{0,14}(?:版|附表|附件|统计表|附图|全文|pdf|word|doc|图|公开稿|修订|更新|正文|扫描件)[^()]{0,6}\)"
    r"|\([一二三四五六七八九十\d]{1,2}\)$|\([自从]?\d{4}[\d年月日自起至止.~—-]+\)",
    re.IGNORECASE,
)
_WRAPPERS = re.compile(r"[《》【】“”\"'「」『』〈〉<>]|^\[|\]$")
_SITE_TAIL = re.compile(r"(?<=[告报结表况])(?:[_|]|-{1,2}).{2,}$")

_ADDRESS_BESIDE = re.compile(
    r"[(\[][^()\[\]]*(?:\.[A-Za-z]{2,}|www)[^()\[\]]*[)\]]|^(?:https?://)?[A-Za-z0-9.-]+\.[A-Za-z]{2,}[-_|:/]+",
    re.IGNORECASE,
)
"""A domain in brackets, or in front and set off: not where a name should be."""

_OTHER_NAMES = re.compile(
    r".+(?:[_|]|(?:网|下载|app|平台|游戏|娱乐|体育|棋牌|彩票|入口|注册|登录|版)-+)", re.IGNORECASE
)
"""What a site sets before a name, its own or a mirror's (某某体育官网-某某县水利局). Else a hyphen joins places."""

_TOPIC = (
    "(?:政府|政务|行政|党务|村务|环境)?信息公开|政府政务公开|(?:政务|党务|村务|厂务|办事)公开|政务服务"
    "|政府信息|政务信息|(?:依申请|主动)公开"
    "|行政权力(?:公开)?透明运行|(?:中华人民共和国)?政府信息公开条例|条例"
)
_FORM_WORDS = (
    "关于|有关|工作|年度|全年|年终|年末|度|开展|推进|实施|贯彻|落实|执行|进展|完成|具体|主要|基本|相关|重点"
    "|情况|数据|指标|第[一二三四五六七八九十]+期"
    "|报告书|报告|年报|报表|报|总结|小结|汇报|述评|说明|公示|公告|通告|通知|函|自查|自评|统计表|统计|附表"
    "|更正|勘误|全(?:省|市|县|区|乡|镇|旗|州|局|委|厅|系统)"
    "|市本级|本级|本年度|及其|以及|[及和与暨并的、,:;.·—()-]|向社会|公布|(?:政府|门户)?网站"
    "|\\d{1,2}[—~-]\\d{1,2}月|\\d{1,2}月[—~至-]\\d{1,2}月"
)
_WITH_TAIL = re.compile(rf"(?P<head>.*?)(?>{YEAR}|{_TOPIC}|{_FORM_WORDS})+")
_BEFORE_TOPIC = re.compile(rf"(?P<head>.+?)(?:{YEAR}|{_TOPIC})")
_ONLY_FORM = re.compile(rf"(?>{YEAR}|{_TOPIC}|{_FORM_WORDS})*")

_KIND_IN_FRONT = re.compile(rf"^(?>{YEAR}|{_TOPIC}|{_FORM_WORDS})*(?:年报|报告|总结)[])(:—-]+(?=..)")
"""[政府信息公开年报]某某局…, 政府信息公开年报（某某镇）: the unit stands behind."""

_VERBS = "(?:做好|报送|上报|呈报|呈送|印发|公开发布|公布|发布|报告|转发|提交|编制|填报|编报|下发|公示)"
_JOINTS = re.compile(rf"关于{_VERBS}*|^{_VERBS}+|{_VERBS}+$")
_EDGES = re.compile(
    rf"^(?:{YEAR}|[的在对年度、,:.·;_—-]|\d{{1,2}}\.|附件[一二三四\d]*:|一图读懂|图解|图说|解读|\d{{1,2}}月?[—~至-]+\d{{1,2}}月)+"
    r"|[的在对、,:.·;_—-]+$"
)
_INNER_YEAR = re.compile(YEAR)
_LONGEST_TITLE = 200
_LEVELS = frozenset("省市县区州镇乡旗")


def unit_of_title(title: str) -> str | None:
    """The organ that a title names: as printed but for white space, and completed where it is a bare place (see
    `organ`). None where the title names none (2013年政府信息公开工作年度报告, 本局…, 全市…)."""
    name = name_in_title(title)
    return organ(name) if name else None


def name_in_title(title: str) -> str | None:
    """The organ's name in a title as it stands there, but for white space."""
    if len(title) > _LONGEST_TITLE:
        return None
    text = _WRAPPERS.sub("", _ADDRESS_BESIDE.sub("", _NOTE.sub("", _SITE_TAIL.sub("", fold(title)))))
    match = _WITH_TAIL.fullmatch(text) or _BEFORE_TOPIC.match(_EDGES.sub("", text))
    if match is None:
        return None
    # of 某某办公室关于印发某某县2013年…年度报告的通知 the report is the county's
    for part in reversed(_JOINTS.split(match["head"])):
        if name := _name(part):
            return printed_like(title, name)
    return None


def _name(part: str) -> str | None:
    """A name out of what stands before a title's topic, its years and joints cut off. A year between a place and its
    body joins them (某某市2013年卫生局 → 某某市卫生局)."""
    pieces = [
        piece
        for piece in (
            _EDGES.sub("", piece) for piece in _INNER_YEAR.split(_EDGES.sub("", _KIND_IN_FRONT.sub("", part)))
        )
        if piece
    ]
    if not pieces:
        return None
    name = pieces[0]
    if len(pieces) > 1 and len(pieces[1]) > 2 and is_body(pieces[1]) and not pieces[1].startswith(name):
        name += pieces[1]
    if is_body(last := _OTHER_NAMES.sub("", name)):
        name = last
    if name in _LEVELS:
        # 2013年市政府信息公开…: the government that the reader of its own site knows
        return name + "政府"
    if name.count("(") > name.count(")"):
        name += ")"
    if name.endswith("人民"):
        name += "政府"  # 某某县人民政府信息公开…, which leaves out one 政府
    if not is_body(name) or is_nobody(name) or is_address(name) or _ONLY_FORM.fullmatch(name):
        return None
    return name
