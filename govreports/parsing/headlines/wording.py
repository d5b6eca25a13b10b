"""The words of reports that several rules share: what may stand around a number, what else an organ counts."""

FILL = (
    r"(?:总数量|总件数|总数|总量|数量|件数|条数|次数|人数|数|量|总计|合计|共计|累计|总共|一共|共有|共|计|达到|达|了|为|有|是|大约|约|已|将近|近|"
    r"增加到|增至|上升到|减少到|减至|超过|逾|超|突破|多达|高达|不足|不到|接近|至少|到|的|分别|各|均|都|本年度|本年|全年|新增|总|,(?=共|计|总|达|为|合计|累计|约)|[:\"“”」)\s]|\([^)#]*\))*+[(]?#"
)
"""What may stand between the words that name a quantity and its number."""

GENERIC = (
    r"(?:了|的|各类|各种|各项|各级|所有|全部|有效|有关|相关|应|主动|依法|政府|政务|公开|机关|部门|单位|本级|工作|业务|目录|网站|新增|更新|"
    r"数据|电子|文字|图文|共|文件|、|和|及|等|类)*信息"
)
PUBLISH = (
    r"(?<![村党财居校厂院]务)(?<!申请)(?<!不予)(?<!免于)(?<!免予)(?<!同意)(?<!部分)(?<!应)"
    r"(?:公开|发布|公布|更新|上传|上网|录入|挂出|登载|刊登|公示)"
)
CHANNEL = r"(?:当面|书面|现场|网上|网络|在线|信函|邮件|电子|传真|邮寄|来信|来访|口头|窗口)"
# What tells that a sentence speaks of disclosure, or of remedies against it.
ABOUT_DISCLOSURE = r"信息公开|(?<![党村厂校院]务)公开工作|公开信息|政务公开|公开申请|申请公开|依申请|政府信息|《条例》"
ABOUT_REMEDIES = ABOUT_DISCLOSURE + r"|复议[^#]*诉讼"
# What else organs count in the same words: the business of their counters, applications for other things, suits over
# other acts, letters, how documents are classed.
OTHER_BUSINESS = r"审批|许可|办件|信访|提案|议案|建议|窗口|大厅|服务事项|办事(?!处)|低保|救助|补贴|证照|登记|热线"
OTHER_REQUESTS = (
    r"(?<![各此该三两多])(?<!信息)(?<!公开)(?<!一)类(?:的)?申请"
    r"|(?:查档|登记|查询|低保|救助|补助|建房|用地|许可|审批|备案|贷款|援助|仲裁|鉴定|办证|入学|退税|退休|减免|业务|资格"
    r"|认定|调解|复核|听证|执行|注册|变更|检测|验收|评审|职称|专利|项目|租房|住房|保障房|入党|补贴)(?:的)?申请"
)
OTHER_DISPUTES = (
    r"(?:均|都|主要|多|系)?(?:与|因|由|涉及|属于|为|是)(?:[^,。]{0,4})(?:征地|征收|拆迁|土地|劳动|工伤|处罚|税|房屋|治安|许可)"
    r"(?![^,。]{0,12}信息公开)"
)
# What stands between a number of requests and what became of them, and some ways to say that.
OF_BODIES_BELOW = r"不服(?:下级|各|所属|县|乡|镇|部门|市直)|(?:下级|所属)[^,。]{0,16}(?:复议|被申请人)"
ALL_DONE = r"(?:申请|均|已经|已|全部|按时|按期|当场|如期|予以|在[^,#]{0,14}内)*"
LEFT_OVER = r"(?:结转|转入|遗留|(?:尚)?未办(?:结|完|理完毕))"
TO_NEXT_YEAR = r"(?:结转|转入|转至|转到|顺延|留待|延续)(?:至|到)?(?:(?:下|次)(?:一)?年|\d{4}年)(?:度)?"
UNABLE = (
    r"(?:(?:所)?(?:申请|相关|该)?(?:公开)?(?:的)?(?:政府)?(?:信息|内容)?)(?:不属于[^#,]{0,12}(?:职责|职权|公开范围)|(?:政府)?信息不存在|不属于本(?:机关|单位|部门)"
    r"|非本(?:机关|单位|部门)|(?:本?(?:机关|单位|部门|局|镇|乡|街道))?(?:不|未)掌握|没有现成信息|(?:无法|未能|不能)提供)"
)
PROCESSING_FEE = "信息处理费"
CORRESPONDENCE = r"信箱|来信|留言|网友|网民|投诉|举报|意见|提案|建议|咨询|热线|访谈"
MADE = r"(?:制作|获取|产生|生成|形成)[^#,。]{0,12}信息"
REQUESTED = r"收到|受理|接到|答复|申请人"
CLASSING = r"公开属性|文件属性|份文件|件公文|制作、?获取|目录条目"
REMEDY_TAIL = r"(?:案件|申请|事项|请求|情况|应诉|案|数)*"
ONE_MORE_REMEDY = (
    r"[、和及与或,]*(?:以及)?(?:被)?(?:提起|引起|引发)?(?:的)?(?:行政)?(?:复议|诉讼|申诉|投诉|举报)" + REMEDY_TAIL
)
MORE_REMEDIES = rf"{REMEDY_TAIL}(?:{ONE_MORE_REMEDY})*"

# Measures that information, and requests, are counted in; the empty one is a number whose measure is not printed.
ITEMS = "条|件|项|篇|份|宗|则|个|条次|"
CASES = "件|条|次|宗|项|份|起|例|个|人次|件次|条次|笔|封|"
