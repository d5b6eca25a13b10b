"""What a figure in prose counts: one rule an indicator, matched on the words around the number.

A context is the text from the figure before (or the start of the semicolon group) to the number, a `#` for number and
measure, and the rest of the clause. A rule says which contexts state its indicator, what must be spoken of near by for
that to be clear, and which look-alikes it must not be taken for. The sentence patterns are those of reports of 2008 to
2018; the look-alikes are those of the table of headline indicators.
"""

import re
from dataclasses import dataclass

FILL = (
    r"(?:总数量|总件数|总数|总量|数量|件数|条数|次数|人数|数|量|总计|合计|共计|累计|总共|一共|共有|共|计|达到|达|了|为|有|是|大约|约|已|将近|近|"
    r"增加到|增至|上升到|减少到|减至|超过|逾|超|突破|多达|高达|到|的|分别|各|均|都|本年度|本年|全年|新增|总|,(?=共|计|总|达|为|合计|累计|约)|[:\"“”」)\s]|\([^)#]*\))*+[(]?#"
)
"""What may stand between the words that name a quantity and its number."""

_GENERIC = (
    r"(?:了|的|各类|各种|各项|各级|所有|全部|有效|有关|相关|应|主动|依法|政府|政务|公开|机关|部门|单位|本级|工作|业务|目录|网站|新增|更新|"
    r"数据|电子|文字|图文|共|文件|、|和|及|等|类)*信息"
)
_PUBLISH = (
    r"(?<![村党财居校厂院]务)(?<!申请)(?<!不予)(?<!免于)(?<!免予)(?<!同意)(?<!部分)(?<!应)"
    r"(?:公开|发布|公布|更新|上传|上网|录入|登载|刊登|公示)"
)
_CHANNEL = r"(?:当面|书面|现场|网上|网络|在线|信函|邮件|电子|传真|邮寄|来信|来访|口头|窗口)"
ABOUT_DISCLOSURE = r"信息公开|公开信息|政务公开|公开申请|申请公开|依申请|政府信息|《条例》"
ABOUT_REMEDIES = ABOUT_DISCLOSURE + r"|复议[^#]*诉讼"
OTHER_BUSINESS = r"审批|许可|办件|信访|提案|议案|建议|窗口|大厅|服务事项|办事(?!处)|低保|救助|补贴|证照|登记|热线"
_OTHER_REQUESTS = (
    r"(?<![各此该三两多])(?<!信息)(?<!公开)(?<!一)类(?:的)?申请"
    r"|(?:查档|登记|查询|低保|救助|补助|建房|用地|许可|审批|备案|贷款|援助|仲裁|鉴定|办证|入学|退税|退休|减免|业务|资格"
    r"|认定|调解|复核|听证|执行|注册|变更|检测|验收|评审|职称|专利|项目|租房|住房|保障房|入党|补贴)(?:的)?申请"
)
_OTHER_DISPUTES = (
    r"(?:均|都|主要|多|系)?(?:与|因|由|涉及|属于|为|是)(?:[^,。]{0,4})(?:征地|征收|拆迁|土地|劳动|工伤|处罚|税|房屋|治安|许可)"
    r"(?![^,。]{0,12}信息公开)"
)
_ALL_DONE = r"(?:申请|均|已经|已|全部|按时|按期|当场|如期|予以|在[^,#]{0,14}内)*"
_LEFT_OVER = r"(?:结转|转入|遗留|(?:尚)?未办(?:结|完|理完毕))"
_TO_NEXT_YEAR = r"(?:结转|转入|转至|转到|顺延|留待|延续)(?:至|到)?(?:下|次)(?:一)?年(?:度)?"
_UNABLE = (
    r"(?:(?:所)?(?:申请|相关|该)?(?:公开)?(?:的)?(?:政府)?(?:信息|内容)?)(?:不属于[^#,]{0,12}(?:职责|职权|公开范围)|(?:政府)?信息不存在|不属于本(?:机关|单位|部门)"
    r"|非本(?:机关|单位|部门)|(?:本?(?:机关|单位|部门|局|镇|乡|街道))?(?:不|未)掌握|没有现成信息|(?:无法|未能|不能)提供)"
)
_CORRESPONDENCE = r"信箱|来信|留言|网友|网民|投诉|举报|意见|提案|建议|咨询|热线|访谈"
_MADE = r"(?:制作|获取|产生|生成|形成)[^#,。]{0,12}信息"
_REQUESTED = r"收到|受理|接到|答复|申请人"
_CLASSING = r"公开属性|文件属性|份文件|件公文|制作、?获取|目录条目"
_REMEDY_TAIL = r"(?:案件|申请|事项|请求|情况|应诉|案|数)*"
_ONE_MORE_REMEDY = (
    r"[、和及与或,]*(?:以及)?(?:被)?(?:提起|引起|引发)?(?:的)?(?:行政)?(?:复议|诉讼|申诉|投诉|举报)" + _REMEDY_TAIL
)
_MORE_REMEDIES = rf"{_REMEDY_TAIL}(?:{_ONE_MORE_REMEDY})*"


@dataclass(frozen=True, slots=True)
class Rule:
    """What states an indicator.

    `states` are patterns over a context; `near` must match in the sentence, its label or its heading, else the figure
    is a candidate, but for those that are `plain` in a report on disclosure; `never` in the context means another
    quantity; `doubtful` in the clause, or `elsewhere` in the sentence, makes the figure a candidate. `near_by_words`
    looks for `near` in the context instead of the sentence. The rule holds only in a sentence with `among`, and with
    `after_requests` only behind a figure of requests in it.
    """

    indicator: str
    measures: frozenset[str | None]
    states: tuple[re.Pattern[str], ...]
    near: re.Pattern[str] | None = None
    plain: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    doubtful: re.Pattern[str] | None = None
    elsewhere: re.Pattern[str] | None = None
    near_by_words: bool = False
    among: re.Pattern[str] | None = None
    after_requests: bool = False


def _rule(
    indicator: str,
    measures: str,
    *states: str,
    near: str | None = None,
    plain: str | None = None,
    never: str | None = None,
    doubtful: str | None = None,
    elsewhere: str | None = None,
    near_by_words: bool = False,
    among: str | None = None,
    after_requests: bool = False,
) -> Rule:
    return Rule(
        indicator,
        frozenset(m or None for m in measures.split("|")),
        tuple(re.compile(state) for state in states),
        re.compile(near) if near else None,
        re.compile(plain) if plain else None,
        re.compile(never) if never else None,
        re.compile(doubtful) if doubtful else None,
        re.compile(elsewhere) if elsewhere else None,
        near_by_words,
        re.compile(among) if among else None,
        after_requests,
    )


_ITEMS = "条|件|项|篇|份|宗|则|个|条次|"
_CASES = "件|条|次|宗|项|份|起|例|个|人次|件次|条次|笔|封|"

RULES: tuple[Rule, ...] = (
    _rule("information.made", _ITEMS, rf"(?:制作|获取|产生|生成)[^#,]{{0,12}}信息{FILL}"),
    _rule(
        "information.on_request_only",
        _ITEMS,
        rf"(?:作为|属于|列为|列入)依申请公开(?:的)?(?:政府)?信息{FILL}",
        rf"(?:制作|获取|产生)[^#]*#[^#]*依申请公开(?:的)?(?:政府)?信息{FILL}",
    ),
    _rule(
        "information.on_request_only",
        _ITEMS,
        rf"依申请公开(?:的)?(?:政府)?信息{FILL}",
        never=_REQUESTED,
        among=_MADE,
    ),
    _rule("information.not_public", _ITEMS, rf"不予公开(?:的)?(?:政府)?信息(?:数|总数){FILL}"),
    _rule("information.not_public", _ITEMS, rf"不予公开(?:的)?(?:政府)?信息{FILL}", never=_REQUESTED, among=_MADE),
    _rule(
        "requests.carried_in",
        _CASES,
        rf"上(?:一)?年(?:度|末|底)*{_LEFT_OVER}[^#,]{{0,16}}{FILL}",
        rf"\d{{4}}年(?:度|末|底)*结转(?!至|到|下|次)[^#,]{{0,16}}{FILL}",
        rf"#[^#,(]{{0,4}}上(?:一)?年(?:度|末|底)*{_LEFT_OVER}",
        never=r"(?:新收|收到|受理|接收)[^#,]{0,10}(?:和|及|与|、|加)[^#,]{0,4}上(?:一)?年[^#,]*#",
    ),
    _rule(
        "requests.carried_out",
        _CASES,
        rf"{_TO_NEXT_YEAR}[^#,]{{0,12}}{FILL}",
        rf"#(?:申请)?[^#,]{{0,8}}{_TO_NEXT_YEAR}",
        r"(?:结转|顺延)#(?:申请)?(?:至|到)?(?:下|次)(?:一)?年",
        rf"(?:本年|年)(?:度|末|底)*(?:尚)?未办(?:结|完|理完毕)(?:的)?(?:申请)?{FILL}",
        never=r"上(?:一)?年(?:度|末|底)*(?:尚)?未办[^#,、]*#",
    ),
    _rule(
        "reviews",
        _CASES,
        rf"复议{_MORE_REMEDIES}{FILL}",
        r"#[^#,、]{0,12}行政复议",
        near=ABOUT_REMEDIES,
        never=r"(?:维持|纠正|撤销|驳回|终止)[^#,]*#",
        doubtful=r"办理[^#,]*复议|受理(?:各类)?行政复议",
        elsewhere=rf"审理行政复议|作为复议机关|复议机构|复议委|{_OTHER_DISPUTES}",
    ),
    _rule(
        "litigation",
        _CASES,
        rf"诉讼{_MORE_REMEDIES}{FILL}",
        r"#[^#,、]{0,12}行政诉讼",
        near=ABOUT_REMEDIES,
        never=r"(?:维持|纠正|撤销|驳回|败诉|胜诉)[^#,]*#",
        doubtful=r"应诉(?![^#]*公开)",
        elsewhere=rf"作为复议机关|作为(?:共同)?被告(?![^,]*公开)|{_OTHER_DISPUTES}",
    ),
    _rule("appeals", _CASES, rf"申诉{_MORE_REMEDIES}{FILL}", near=ABOUT_REMEDIES),
    _rule(
        "complaints",
        _CASES,
        rf"(?:投诉|举报){_MORE_REMEDIES}(?:信件|电话|信息)?{FILL}",
        r"#[^#,、]{0,6}(?:投诉|举报)",
        near=ABOUT_REMEDIES,
        doubtful=OTHER_BUSINESS + "|政风|行风|服务质量|效能|12345",
        near_by_words=True,
    ),
    _rule(
        "fees.processing",
        "元|万元",
        rf"信息(?:公开)?处理费(?:用)?[^#,]{{0,16}}{FILL}",
        r"#[^#,]{0,6}信息(?:公开)?处理费",
    ),
    _rule("fees", "", r"(?:^|[、:.)])收费(?:情况|金额|数额)?[:为]+#$"),
    _rule(
        "fees",
        "元|万元",
        rf"(?:收取|收费|费用)[^#,]{{0,20}}{FILL}",
        r"#[^#,]{0,8}(?:费用|收费)",
        near=ABOUT_DISCLOSURE + "|检索|复制|邮寄|^[^。]*(?:。[^。]*)?(?:收费|费用)",
        never=r"减免|免除|免收|支出|经费|投入|预算|罚款|补助|工程|事业性收费|处理费",
    ),
    _rule(
        "requests.denied",
        _CASES,
        rf"(?:不予|不同意|免于|免予|否决)公开[”\"」]?(?:的|答复|决定|申请)*{FILL}",
        r"#(?:的)?(?:申请)?(?:因[^#,]{0,16})?(?:已|均|为|属于|属)*[“\"]?(?:不予|不同意|免于|免予)公开",
        near="(?<!依)申请|依申请公开(?!的?\\d)",
        elsewhere=_CLASSING,
    ),
    _rule(
        "requests.partial",
        _CASES,
        rf"部分公开[”\"」]?(?:的|答复|申请)*{FILL}",
        r"#(?:的)?(?:申请)?(?:已|均|为|属于|属)*[“\"]?(?:予以|同意)?部分公开",
        near="(?<!依)申请|依申请公开(?!的?\\d)",
        elsewhere=_CLASSING,
    ),
    _rule(
        "requests.granted",
        _CASES,
        rf"(?<!不)(?:同意|予以|准予)(?:全部)?公开[”\"」]?(?:的|答复|申请)*{FILL}",
        rf"(?:答复|处理|办理)(?:情况|结果)[^#]{{0,6}}[:,为](?:同意|予以)?公开{FILL}",
        r"#(?:的)?(?:申请)?(?:已|均|为|属于|属)*[“\"]?(?<!不)(?:予以|同意|准予)(?:全部)?公开",
        near="(?<!依)申请|依申请公开(?!的?\\d)",
        elsewhere=_CLASSING,
    ),
    _rule("requests.granted", _CASES, r"#(?:的)?(?:申请)?(?:均|已|已经|都)+(?:依法|按时)?公开$", after_requests=True),
    _rule(
        "requests.unable",
        _CASES,
        rf"(?:信息不存在[”\"」]?(?:的)?(?:答复|告知)?|无法提供|不属于本(?:机关|单位|部门|行政机关|局|级)[^#,]{{0,10}}|非本(?:机关|单位|部门)[^#,]{{0,10}}){FILL}",
        rf"#(?:的)?(?:申请)?(?:已|均|为|属于|属|系|由于|因|告知|答复)*[“\"]?{_UNABLE}",
        near="(?<!依)申请|依申请公开(?!的?\\d)",
        elsewhere=_CLASSING,
    ),
    _rule(
        "requests.concluded",
        _CASES,
        rf"办结(?:申请|政府信息公开申请)?{FILL}",
        rf"#{_ALL_DONE}办结",
        near=ABOUT_DISCLOSURE,
        never=r"收到并|(?:未(?:能)?|按时|按期|延期|延迟|当场)办结[^#]*#|#[^#,、]{0,4}未(?:能)?办结",
        doubtful=OTHER_BUSINESS,
        elsewhere=f"{_CORRESPONDENCE}|{OTHER_BUSINESS}",
    ),
    # 按时办结 is the whole where nothing is told apart from it.
    _rule(
        "requests.concluded",
        _CASES,
        rf"(?:按时|按期|当场)办结(?:申请|政府信息公开申请)?{FILL}",
        near=ABOUT_DISCLOSURE,
        doubtful=OTHER_BUSINESS,
        elsewhere=rf"{_CORRESPONDENCE}|{OTHER_BUSINESS}|延[期迟]|(?<![时期场未])办结[^,]{{0,6}}\d",
    ),
    _rule(
        "requests.answered",
        _CASES,
        rf"(?:答复|回复)(?:申请人?|政府信息公开申请|依申请公开(?:申请|信息)?)*{FILL}",
        rf"#{_ALL_DONE}(?:答复|回复)",
        near=ABOUT_DISCLOSURE,
        never=r"收到并|(?:同意|予以|不予|部分|免于|其[他它])[^#,]*公开|不存在[^#,]*答复|咨询|网民|留言|信箱|来信",
        doubtful=OTHER_BUSINESS,
        elsewhere=f"{_CORRESPONDENCE}|{OTHER_BUSINESS}",
    ),
    _rule(
        "requests.received",
        _CASES,
        rf"(?:收到|新收|接到|接收|收悉|受理|接受|收取)[^#]{{0,40}}?申请(?:公开)?(?:的)?(?:政府)?(?:事项|信息|案件|表|书)*{FILL}",
        rf"(?:收到|接到|接收|受理|接受|办理)[^#,]{{0,20}}?依申请公开(?:的)?(?:政府)?(?:信息|事项|件|案件)*{FILL}",
        r"(?:收到|新收|接到|接收|受理|接受)(?:了|到|过)?[^#,]{0,10}#[^#,]{0,24}(?:申请|依申请公开)",
        rf"(?:公开|信息)申请(?:事项|案件|表|书)*{FILL}",
        rf"新收(?:到)?{FILL}",
        rf"(?<!依)申请(?:政府|政务)?信息公开{FILL}",
        rf"(?<!依)申请公开(?:(?:政府|政务)?信息|受理){FILL}",
        rf"依申请公开(?:的)?(?:政府)?(?:信息|事项|件|申请|受理|收到)*{FILL}",
        r"(?:^|[,、])共?#(?:的)?(?:政府)?信息公开申请",
        rf"^[^#]{{0,6}}申请{FILL}",
        near=ABOUT_DISCLOSURE,
        never=rf"复议申请|诉讼|(?<!收到并)(?:答复|办结)[^#]*#|{_CHANNEL}(?:提交|提出|方式|渠道|形式)*(?:的)?(?:申请)?[^#,]{{0,4}}{FILL}",
        plain=rf"(?:收到|新收|接到|接收)(?:了|的|各类|有效|书面|自然人|公民|法人|群众|提出|公开)*申请{FILL}"
        r"|(?:收到|新收|接到)(?:了)?(?:共|各类)?#(?:书面|公开)?申请(?!表)",
        doubtful=f"{OTHER_BUSINESS}|{_OTHER_REQUESTS}",
        elsewhere=_CLASSING,
    ),
    _rule(
        "requests.accepted",
        _CASES,
        rf"(?:^|[,、;])(?:[^#,、]{{0,4}})?受理(?:申请)?{FILL}",
        near=ABOUT_DISCLOSURE,
        doubtful=OTHER_BUSINESS,
    ),
    _rule(
        "consultations",
        "人次|次|件|人|条|个|起|例|宗|批次|",
        rf"咨询(?:服务|电话|信息|事项|问题|人员|者|群众)*{FILL}",
        r"(?:接受|接待|解答|答复|回复|受理|接听|提供)[^#,]{0,8}#[^#,]{0,16}咨询",
        rf"(?:接待|接听|接受|解答)[^#,]{{0,16}}咨询[^#,]{{0,10}}(?:群众|人员|市民){FILL}",
        near=r"(?:信息|政务)公开|^[^。]*(?:。[^。]*)?咨询",  # a label or heading on 咨询 is enough
        never=r"投诉",
        doubtful=OTHER_BUSINESS.replace("|热线", "|(?<!公开)热线(?![、和及])")
        + r"|法律咨询|政策咨询会|其中(?![^,]*公开)|(?<![、和])(?:电话|现场|网上|当面|来信|网络|信函)[^、和,]{0,3}咨询",
    ),
    _rule(
        "website.visits",
        "次|人次|人|",
        rf"(?:访问量|点击量|点击率|点击数|浏览量|访问人数|访问人次|访问次数|点击次数|浏览次数|访问|点击|浏览){FILL}",
        never=r"微博|微信|公众号|客户端|短信",
        doubtful=r"办事大厅|服务大厅|服务网|热线",
    ),
    _rule(
        "staff.full_time",
        "人|名|个|",
        rf"(?<!兼)[专全]职(?:的)?(?:工作|管理)*(?:人员|人数|员)*{FILL}",
        r"#专职",
        r"专(?:职)?[、和及与]?兼职(?:工作)?(?:人员)?各#",
        never=r"各(?:有|配|设|明确|落实|配备|指定|确定)[^#]{0,6}#",
        doubtful="专(?:、|/|和|或|、)?兼职人员(?!各)",
    ),
    _rule(
        "staff.part_time",
        "人|名|个|",
        rf"兼职(?:的)?(?:工作|管理)*(?:人员|人数|员)*{FILL}",
        r"#[^#,、]{0,2}兼职",
        r"专(?:职)?[、和及与]?兼职(?:工作)?(?:人员)?各#",
        never=r"各(?:有|配|设|明确|落实|配备|指定|确定)[^#]{0,6}#",
        doubtful="专(?:、|/|和|或)?兼职(?:工作)?人员(?!各)",
    ),
    _rule(
        "disclosed",
        _ITEMS,
        rf"{_PUBLISH}(?:、{_PUBLISH})*{_GENERIC}(?:内容|公开|条目)*{FILL}",
        rf"(?<!申请)(?:政府|政务)?信息(?:主动)?公开(?:的)?(?:信息)?{FILL}",
        rf"{_PUBLISH}(?:、{_PUBLISH})*(?:各类|政府|政务)*{FILL}{_GENERIC}",
        rf"主动公开{FILL}$",
        r"#(?:的)?(?:各类)?(?:政府|政务)?信息[^#,]{0,20}主动公开",
        rf"(?:网站|公报|信息公开网|平台|专栏|政务网)(?:上)?(?:共|主动)*(?:公开|发布|刊登|登载)(?:了)?{FILL}$",
        never=r"属于?(?:已经|已)?主动公开[^#]*#|(?<!依)申请(?:政府|政务)?信息公开#|(?:涉及|针对|因|与|有关)[^#,]{0,4}信息公开[^#]{0,4}#|短信|简报|QQ|报送|上报|采用|采纳|部分单位|少数|个别|有的|平均|力争|"
        r"抽查|征集|不予公开|依申请公开[^#,]*#|(?<!各)类信息|建议|提案|每月|每天|每季|每个",
    ),
    # What regional annexes call the disclosure; counted in 件 it is documents alone.
    _rule("disclosed", "条|", rf"主动公开(?:政府|政务|各类)*文件{FILL}"),
)
"""In this order where several match equally near: what is more specific stands first."""
