"""What a figure in prose counts: the rules of all headline indicators, those of requests apart.

The sentence patterns are those of reports of 2008 to 2024; the look-alikes are those of the table of headline
indicators.
"""

from govreports.parsing.headlines.rule import Rule, rule
from govreports.parsing.headlines.rules_of_requests import REQUESTS
from govreports.parsing.headlines.wording import (
    ABOUT_DISCLOSURE,
    ABOUT_REMEDIES,
    CASES,
    FILL,
    GENERIC,
    ITEMS,
    LEFT_OVER,
    MADE,
    MORE_REMEDIES,
    OF_BODIES_BELOW,
    OTHER_BUSINESS,
    OTHER_DISPUTES,
    PUBLISH,
    REQUESTED,
    TO_NEXT_YEAR,
)

RULES: tuple[Rule, ...] = (
    rule("information.made", ITEMS, rf"(?:制作|获取|产生|生成)[^#,]{{0,12}}信息{FILL}"),
    rule(
        "information.on_request_only",
        ITEMS,
        rf"(?:作为|属于|列为|列入)依申请公开(?:的)?(?:政府)?信息{FILL}",
        rf"(?:制作|获取|产生)[^#]*#[^#]*依申请公开(?:的)?(?:政府)?信息{FILL}",
    ),
    rule(
        "information.on_request_only",
        ITEMS,
        rf"依申请公开(?:的)?(?:政府)?信息{FILL}",
        never=REQUESTED,
        among=MADE,
    ),
    rule("information.not_public", ITEMS, rf"不予公开(?:的)?(?:政府)?信息(?:数|总数){FILL}"),
    rule("information.not_public", ITEMS, rf"不予公开(?:的)?(?:政府)?信息{FILL}", never=REQUESTED, among=MADE),
    rule(
        "requests.carried_in",
        CASES,
        rf"上(?:一)?年(?:度|末|底)*{LEFT_OVER}[^#,]{{0,16}}{FILL}",
        rf"\d{{4}}年(?:度|末|底)*结转(?!至|到|下|次)[^#,]{{0,16}}{FILL}",
        rf"#[^#,(]{{0,4}}上(?:一)?年(?:度|末|底)*{LEFT_OVER}",
        never=r"(?:新收|收到|受理|接收)[^#,]{0,10}(?:和|及|与|、|加)[^#,]{0,4}上(?:一)?年[^#,]*#",
    ),
    rule(
        "requests.carried_out",
        CASES,
        rf"{TO_NEXT_YEAR}[^#,]{{0,12}}{FILL}",
        rf"#(?:申请)?[^#,]{{0,8}}{TO_NEXT_YEAR}",
        r"(?:结转|顺延)#(?:申请)?(?:至|到)?(?:(?:下|次)(?:一)?年|\d{4}年)",
        rf"(?:本年|年)(?:度|末|底)*(?:尚)?未办(?:结|完|理完毕)(?:的)?(?:申请)?{FILL}",
        never=r"上(?:一)?年(?:度|末|底)*(?:尚)?未办[^#,、]*#",
    ),
    rule("requests.carried_out", CASES, r"[,、;](?:现|尚|余|另)?结转#$", after_requests=True),
    rule(
        "reviews",
        CASES,
        rf"复议{MORE_REMEDIES}{FILL}",
        r"#[^#,、]{0,12}行政复议",
        near=ABOUT_REMEDIES,
        never=r"(?:维持|纠正|撤销|驳回|终止)[^#,]*#",
        doubtful=rf"(?:办理|审理|审结|裁决)[^#,]*复议|受理(?:各类)?行政复议|{OF_BODIES_BELOW}",
        elsewhere=rf"审理行政复议|作为复议机关|复议机构|复议委|{OTHER_DISPUTES}",
    ),
    rule(
        "litigation",
        CASES,
        rf"诉讼{MORE_REMEDIES}{FILL}",
        r"#[^#,、]{0,12}行政诉讼",
        near=ABOUT_REMEDIES,
        never=r"(?:维持|纠正|撤销|驳回|败诉|胜诉)[^#,]*#",
        doubtful=r"应诉(?![^#]*公开)",
        elsewhere=rf"作为复议机关|共同被告|{OTHER_DISPUTES}",
    ),
    rule("appeals", CASES, rf"申诉{MORE_REMEDIES}{FILL}", near=ABOUT_REMEDIES),
    rule(
        "complaints",
        CASES,
        rf"(?:投诉|举报){MORE_REMEDIES}(?:信件|电话|信息)?{FILL}",
        r"#[^#,、(]{0,6}(?:投诉|举报)(?!人|者)",
        near=ABOUT_REMEDIES,
        doubtful=OTHER_BUSINESS + "|政风|行风|服务质量|效能|12345",
        near_by_words=True,
    ),
    rule(
        "fees.processing",
        "元|万元",
        rf"信息(?:公开)?处理费(?:用)?[^#,]{{0,16}}{FILL}",
        r"#[^#,]{0,6}信息(?:公开)?处理费",
    ),
    rule("fees", "", r"(?:^|[、:.)])收费(?:情况|金额|数额)?[:为]+#$"),
    rule(
        "fees",
        "元|万元",
        rf"(?:收取|收费|费用)[^#,]{{0,20}}{FILL}",
        r"#[^#,]{0,8}(?:费用|收费)",
        near=ABOUT_DISCLOSURE + "|检索|复制|复印|邮寄|^[^。]*(?:。[^。]*)?(?:收费|费用)",
        never=r"减免|免除|免收|支出|经费|投入|预算|罚款|补助|工程|事业性收费|处理费",
    ),
    *REQUESTS,
    rule(
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
    rule(
        "website.visits",
        "次|人次|人|",
        rf"(?:访问量|点击量|点击率|点击数|浏览量|访问人数|访问人次|访问次数|点击次数|浏览次数){FILL}",
        rf"(?:网|门户|专栏|主页|栏目|平台)[^#,]{{0,12}}(?:访问|点击|浏览){FILL}",
        never=r"微博|微信|公众号|客户端|短信|触摸|查询[机屏]|电子屏|视频",
        doubtful=r"办事大厅|服务大厅|服务网|热线",
    ),
    rule(
        "staff.full_time",
        "人|名|个|",
        rf"(?<!兼)[专全]职(?:的)?(?:工作|管理|信息|联络|审核)*(?:人员|人数|员)*{FILL}",
        r"#专职",
        r"专(?:职)?[、和及与]?兼职(?:工作)?(?:人员)?各#",
        never=r"各(?:有|配|设|明确|落实|配备|指定|确定)[^#]{0,6}#",
        doubtful="专(?:、|/|和|或|、)?兼职人员(?!各)",
    ),
    rule(
        "staff.part_time",
        "人|名|个|",
        rf"兼职(?:的)?(?:工作|管理|信息|联络|审核)*(?:人员|人数|员)*{FILL}",
        r"#[^#,、]{0,2}兼职",
        r"专(?:职)?[、和及与]?兼职(?:工作)?(?:人员)?各#",
        never=r"各(?:有|配|设|明确|落实|配备|指定|确定)[^#]{0,6}#",
        doubtful="专(?:、|/|和|或)?兼职(?:工作)?人员(?!各)",
    ),
    rule(
        "disclosed",
        ITEMS,
        rf"{PUBLISH}(?:、{PUBLISH})*{GENERIC}(?:内容|公开|条目)*{FILL}",
        rf"(?<!申请)(?:政府|政务)?信息(?:主动)?公开(?:的)?(?:信息)?{FILL}",
        rf"{PUBLISH}(?:、{PUBLISH})*(?:各类|政府|政务)*{FILL}{GENERIC}",
        rf"主动公开{FILL}$",
        r"#(?:的)?(?:各类)?(?:政府|政务)?信息[^#,]{0,20}主动公开",
        rf"(?:网站|公报|信息公开网|平台|专栏|政务网)(?:上)?(?:共|主动)*(?:公开|发布|刊登|登载)(?:了)?{FILL}$",
        never=r"属于?(?:已经|已)?主动公开[^#]*#|(?<!依)申请(?:政府|政务)?信息公开#|(?:涉及|针对|因|与|有关)[^#,]{0,4}信息公开[^#]{0,4}#|短信|简报|QQ|报送|上报|采用|采纳|部分单位|少数|个别|有的|平均|力争|"
        r"抽查|征集|不予公开|依申请公开[^#,]*#|(?<!各)类信息|建议|提案|每月|每天|每季|每个",
    ),
    # What regional annexes call the disclosure; counted in 件 it is documents alone.
    rule("disclosed", "条|", rf"主动公开(?:政府|政务|各类)*文件{FILL}"),
)
"""In this order where several match equally near: what is more specific stands first."""
