"""The annexes: the form of 国办发〔2014〕32号 and the provinces' and cities' own (F1 and F2 of Fujian, S1 of Shanghai).

Identities are those the forms state; a row of F1, F2 and S1 has two values, and a sum holds in either column.
"""

from .shapes import Block, Cell, Count, Form, Identity, Row, Sheet

# indicator or "" for a heading, label, measure
ANNEX_2014 = (
    ("", "一、主动公开情况", "——"),
    ("disclosed", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条"),
    ("disclosed.normdocs", "其中：主动公开规范性文件数", "条"),
    ("normdocs.issued_2014", "制发规范性文件总数", "件"),
    ("", "（二）通过不同渠道和方式公开政府信息的情况", "——"),
    ("disclosed.gazette", "1.政府公报公开政府信息数", "条"),
    ("disclosed.website", "2.政府网站公开政府信息数", "条"),
    ("disclosed.weibo", "3.政务微博公开政府信息数", "条"),
    ("disclosed.wechat", "4.政务微信公开政府信息数", "条"),
    ("disclosed.other_channels", "5.其他方式公开政府信息数", "条"),
    ("", "二、回应解读情况", "——"),
    ("responses.hot_topics", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次"),
    ("", "（二）通过不同渠道和方式回应解读的情况", "——"),
    ("responses.press_conferences", "1.参加或举办新闻发布会总次数", "次"),
    ("responses.press_conferences.by_leader", "其中：主要负责同志参加新闻发布会次数", "次"),
    ("responses.interviews", "2.政府网站在线访谈次数", "次"),
    ("responses.interviews.by_leader", "其中：主要负责同志参加政府网站在线访谈次数", "次"),
    ("responses.explanations", "3.政策解读稿件发布数", "篇"),
    ("responses.social_media", "4.微博微信回应事件数", "次"),
    ("responses.other", "5.其他方式回应事件数", "次"),
    ("", "三、依申请公开情况", "——"),
    ("requests.received", "（一）收到申请数", "件"),
    ("requests.received.in_person", "1.当面申请数", "件"),
    ("requests.received.fax", "2.传真申请数", "件"),
    ("requests.received.online", "3.网络申请数", "件"),
    ("requests.received.letter", "4.信函申请数", "件"),
    ("requests.concluded", "（二）申请办结数", "件"),
    ("requests.concluded.on_time", "1.按时办结数", "件"),
    ("requests.concluded.extended", "2.延期办结数", "件"),
    ("requests.answered", "（三）申请答复数", "件"),
    ("requests.answered.already_public", "1.属于已主动公开范围数", "件"),
    ("requests.granted", "2.同意公开答复数", "件"),
    ("requests.partial", "3.同意部分公开答复数", "件"),
    ("requests.denied", "4.不同意公开答复数", "件"),
    ("requests.denied.state_secret", "其中：涉及国家秘密", "件"),
    ("requests.denied.trade_secret", "涉及商业秘密", "件"),
    ("requests.denied.privacy", "涉及个人隐私", "件"),
    ("requests.denied.safety", "危及国家安全、公共安全、经济安全和社会稳定", "件"),
    ("requests.denied.not_government_information", "不是《条例》所指政府信息", "件"),
    ("requests.denied.other_law", "法律法规规定的其他情形", "件"),
    ("requests.answered.not_this_organ", "5.不属于本行政机关公开数", "件"),
    ("requests.answered.not_existing", "6.申请信息不存在数", "件"),
    ("requests.answered.asked_to_amend", "7.告知作出更改补充数", "件"),
    ("requests.answered.other_route", "8.告知通过其他途径办理数", "件"),
    ("reviews", "四、行政复议数量", "件"),
    ("reviews.upheld", "（一）维持具体行政行为数", "件"),
    ("reviews.corrected", "（二）被依法纠错数", "件"),
    ("reviews.other", "（三）其他情形数", "件"),
    ("litigation", "五、行政诉讼数量", "件"),
    ("litigation.upheld", "（一）维持具体行政行为或者驳回原告诉讼请求数", "件"),
    ("litigation.corrected", "（二）被依法纠错数", "件"),
    ("litigation.other", "（三）其他情形数", "件"),
    ("complaints", "六、举报投诉数量", "件"),
    ("fees", "七、依申请公开信息收取的费用", "万元"),
    ("", "八、机构建设和保障经费情况", "——"),
    ("organisation.offices", "（一）政府信息公开工作专门机构数", "个"),
    ("organisation.reading_points", "（二）设置政府信息公开查阅点数", "个"),
    ("staff", "（三）从事政府信息公开工作人员数", "人"),
    ("staff.full_time", "1.专职人员数（不包括政府公报及政府网站工作人员数）", "人"),
    ("staff.part_time", "2.兼职人员数", "人"),
    (
        "budget",
        "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
        "万元",
    ),
    ("", "九、政府信息公开会议和培训情况", "——"),
    ("meetings", "（一）召开政府信息公开工作会议或专题会议数", "次"),
    ("trainings", "（二）举办各类培训班数", "次"),
    ("trainees", "（三）接受培训人员数", "人次"),
)
SUMS_2014 = {
    "requests.received": tuple(f"requests.received.{way}" for way in ("in_person", "fax", "online", "letter")),
    "requests.concluded": ("requests.concluded.on_time", "requests.concluded.extended"),
    "requests.denied": tuple(
        f"requests.denied.{reason}"
        for reason in ("state_secret", "trade_secret", "privacy", "safety", "not_government_information", "other_law")
    ),
    "requests.answered": (
        "requests.answered.already_public",
        "requests.granted",
        "requests.partial",
        "requests.denied",
        "requests.answered.not_this_organ",
        "requests.answered.not_existing",
        "requests.answered.asked_to_amend",
        "requests.answered.other_route",
    ),
    "reviews": ("reviews.upheld", "reviews.corrected", "reviews.other"),
    "litigation": ("litigation.upheld", "litigation.corrected", "litigation.other"),
    "staff": ("staff.full_time", "staff.part_time"),
}

F1 = (
    ("disclosed", "主动公开信息数", "条"),
    ("disclosed.website", "其中：1.网站公开", "条"),
    ("disclosed.gazette", "2.政府公报公开", "条"),
    ("requests.received", "受理依申请公开信息总数", "条"),
    ("requests.received.in_person", "其中：1.当面申请数", "条"),
    ("requests.received.fax", "2.传真申请数", "条"),
    ("requests.received.email", "3.电子邮件申请数", "条"),
    ("requests.received.online", "4.网上申请数", "条"),
    ("requests.received.letter", "5.信函申请数", "条"),
    ("requests.received.other", "6.其它形式申请数", "条"),
    ("requests.answered", "对申请的答复总数", "条"),
    ("requests.granted", "其中：1.同意公开答复数", "条"),
    ("requests.partial", "2.同意部分公开答复数", "条"),
    ("requests.denied", "3.否决公开答复数", "条"),
    ("reviews", "行政复议数", "件"),
    ("litigation", "行政诉讼数", "件"),
    ("appeals", "行政申诉数", "件"),
)
SUMS_F1 = {
    "requests.received": tuple(
        f"requests.received.{way}" for way in ("in_person", "fax", "email", "online", "letter", "other")
    ),
    "requests.answered": ("requests.granted", "requests.partial", "requests.denied"),
}
F2 = (
    ("disclosed", "主动公开文件数", "条"),
    ("disclosed.website", "其中：1、政府网站公开数", "条"),
    ("disclosed.gazette", "2、政府公报公开数", "条"),
    ("requests.received", "受理依申请公开信息总数", "条"),
    ("requests.received.in_person", "其中：1、当面申请数", "条"),
    ("requests.received.online", "2、网上申请数", "条"),
    ("requests.received.letter_or_fax", "3、信函、传真申请数", "条"),
    ("requests.answered", "对申请的答复总数", "条"),
    ("requests.granted", "其中：1、同意公开答复数", "条"),
    ("requests.partial", "2、同意部分公开答复数", "条"),
    ("requests.denied", "3、不予公开答复数", "条"),
    ("requests.answered.other", "4、其他类型答复数", "条"),
    ("fees.waived", "政府信息公开收费减免金额", "元"),
    ("complaints", "接受行政申诉、举报数", "件"),
    ("reviews", "行政复议数", "件"),
    ("litigation", "行政诉讼数", "件"),
)
SUMS_F2 = {
    "requests.received": tuple(f"requests.received.{way}" for way in ("in_person", "online", "letter_or_fax")),
    "requests.answered": ("requests.granted", "requests.partial", "requests.denied", "requests.answered.other"),
}
# The row's number in S1 is the code printed beside it.
S1 = (
    ("disclosed", "主动公开信息数", "条"),
    ("disclosed.full_text", "其中：全文电子化的主动公开信息数", "条"),
    ("disclosed.documents", "公文类信息数", "条"),
    ("disclosed.documents.normdocs", "其中：新增的行政规范性文件数", "条"),
    ("disclosed.services", "提供服务类信息数", "条"),
    ("website.visits", "网站专栏页面访问量", "人次"),
    ("consultations.in_person", "现场接待人数", "人次"),
    ("consultations.online", "网上咨询数", "人次"),
    ("consultations.phone", "咨询电话接听数", "人次"),
    ("information.on_request_catalogue", "依申请公开信息目录数", "条"),
    ("information.secret_documents", "属于国家秘密的公文类信息数", "条"),
    ("requests.received", "申请总数", "条"),
    ("requests.received.in_person", "其中：1.当面申请数", "条"),
    ("requests.received.fax", "2.传真申请数", "条"),
    ("requests.received.email", "3.电子邮件申请数", "条"),
    ("requests.received.online", "4.网上申请数", "条"),
    ("requests.received.letter", "5.信函申请数", "条"),
    ("requests.received.other", "6.其他形式申请数", "条"),
    ("requests.answered", "对申请的答复总数", "条"),
    ("requests.granted", "其中：1.同意公开答复数", "条"),
    ("requests.partial", "2.同意部分公开答复数", "条"),
    ("requests.answered.not_government_information", "3.非《规定》所指政府信息数", "条"),
    ("requests.answered.not_existing", "4.信息不存在数", "条"),
    ("requests.answered.not_this_organ", "5.非本机关职权范围数", "条"),
    ("requests.answered.unclear", "6.申请内容不明确数", "条"),
    ("requests.answered.repeat", "7.重复申请数", "条"),
    ("requests.denied", "8.不予公开答复总数", "条"),
    ("requests.denied.state_secret", "其中：国家秘密", "条"),
    ("requests.denied.trade_secret", "商业秘密", "条"),
    ("requests.denied.privacy", "个人隐私", "条"),
    ("requests.denied.process_and_safety", "过程中信息且影响安全稳定", "条"),
    ("requests.denied.safety", "危及安全和稳定", "条"),
    ("requests.denied.other_law", "法律法规规定的其他情形", "条"),
    ("reviews", "行政复议数", "件"),
    ("litigation", "行政诉讼数", "件"),
    ("appeals", "行政申诉数", "件"),
    ("fees.all", "收取费用总额", "元"),
    ("fees.disclosure", "主动公开收费", "元"),
    ("fees.disclosure.postage", "其中：邮寄费", "元"),
    ("fees.disclosure.copies_paper", "复制费（纸张）", "元"),
    ("fees.disclosure.copies_disc", "复制费（光盘）", "元"),
    ("fees.disclosure.copies_floppy", "复制费（软盘）", "元"),
    ("fees", "依申请公开收费", "元"),
    ("fees.search", "其中：检索费", "元"),
    ("fees.postage", "邮寄费", "元"),
    ("fees.copies_paper", "复制费（纸张）", "元"),
    ("fees.copies_disc", "复制费（光盘）", "元"),
    ("fees.copies_floppy", "复制费（软盘）", "元"),
    ("staff", "指定专职人员数", "人"),
    ("staff.full_time", "其中：1.全职人员数", "人"),
    ("staff.part_time", "2.兼职人员数", "人"),
    ("budget", "专项经费", "万元"),
    ("budget.spent", "实际支出", "万元"),
    ("litigation.costs", "与诉讼有关的总费用", "万元"),
)
# Total and parts by code.
SUMS_S1 = {12: (13, 14, 15, 16, 17, 18), 19: (20, 21, 22, 23, 24, 25, 26, 27), 27: (28, 29, 30, 31, 32, 33)} | {
    37: (38, 43),
    49: (50, 51),
}

AMOUNTS: dict[str, Count] = {"元": "yuan", "万元": "wan"}
Rows = tuple[tuple[str, str, str], ...]


def _cell(indicator: str, label: str, measure: str, period: str | None) -> Cell:
    return Cell(indicator, label, period, measure, AMOUNTS.get(measure, "count"))


def _national() -> Form:
    rows = tuple(
        Row(label, (_cell(indicator, label, measure, None),) if indicator else (), measure=measure)
        for indicator, label, measure in ANNEX_2014
    )
    named = {cell.indicator: cell for row in rows for cell in row.cells}
    sums = tuple(Identity((named[total],), tuple(named[part] for part in parts)) for total, parts in SUMS_2014.items())
    return Form("annex-2014", (Sheet("annex", (Block((("统计数",),), rows),), sums),))


def _regional(name: str, printed: Rows, sums: dict[str, tuple[str, ...]]) -> Form:
    periods = ("year", "cumulative")
    rows = tuple(
        Row(label, tuple(_cell(indicator, label, measure, period) for period in periods), measure=measure)
        for indicator, label, measure in printed
    )
    named = {(cell.indicator, cell.period): cell for row in rows for cell in row.cells}
    identities = tuple(
        Identity((named[total, period],), tuple(named[part, period] for part in parts))
        for total, parts in sums.items()
        for period in periods
    )
    block = Block((("{year}年度",), ("历年累计",)), rows)
    return Form(name, (Sheet("annex", (block,), identities),))


def _shanghai() -> Form:
    # Of which period 本期 is the form does not say; its other column is the year's.
    columns = {"本期实际": "unclear", "本年累计": "year"}
    rows = tuple(
        Row(
            label,
            tuple(_cell(indicator, label, measure, period) for period in columns.values()),
            (),
            measure,
            f"{code:02}",
        )
        for code, (indicator, label, measure) in enumerate(S1, 1)
    )
    identities = tuple(
        Identity((rows[total - 1].cells[column],), tuple(rows[part - 1].cells[column] for part in parts))
        for total, parts in SUMS_S1.items()
        for column in range(len(columns))
    )
    return Form("S1", (Sheet("annex", (Block(tuple((column,) for column in columns), rows),), identities),))


NATIONAL_2014 = _national()
FUJIAN_2009 = _regional("F1", F1, SUMS_F1)
FUJIAN_2014 = _regional("F2", F2, SUMS_F2)
SHANGHAI = _shanghai()
