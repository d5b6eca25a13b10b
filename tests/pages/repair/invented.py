"""Good report prose, invented: strategies of sentences, headings and paragraphs that no repair may touch."""

import re

from hypothesis import strategies as st

PLACES = ["云溪县", "柳河市", "青石镇", "东陵区", "白沙街道办事处", "县水利局", "市文化和旅游局", "区应急管理局"]
SUBJECTS = [*PLACES, "我局", "我县", "全镇", "各部门", "办公室", "领导小组", "窗口工作人员"]
ACTIONS = [
    "认真贯彻落实《中华人民共和国政府信息公开条例》",
    "进一步健全工作机制",
    "修订了《依申请公开办理规程(试行)》",
    "开通了“云溪发布”微信公众号和 12345 热线",
    "按照“谁公开、谁审查”的原则逐级审核",
    "通过门户网站、公示栏、广播、电视等渠道发布信息",
    "对照《关于做好重点领域信息公开的通知》(云政办〔2016〕27号)开展自查",
    "主动公开政府信息4215条,其中规范性文件18件,占0.43%",
    "受理申请3件,均在20个工作日内答复",
    "举办培训班2期,培训人员136人次",
    "投入资金1.2万元更新了电子触摸屏(共6台)",
    "在 http://www.yunxi.example/zwgk/index.html?type=4&id=7 开设专栏",
    "组织乾隆古街保护、朱镕同志讲座等专题公开",
    "使用系统(OA)流转公文(编号2016-0031)",
    "用100日完成整改,比上年缩短15日",
    "自2016年1月1日起至12月31日止执行新规",
    "转发《国务院办公厅关于加强政务公开的意见》(国办发〔2008〕20号)",
    "依据云政发〔2016〕3号、云水〔2016〕118号文件",
    "引进由John Smith博士主持的Open Data Portal项目",
    "意见可发至xxgk@yunxi.example或yunxi_water@mail.example",
    "接待台湾省农会（臺灣省農會）参访团1批12人",
    "引用香港《公開資料守則》的做法",
    "办公时间为上午8:30-12:00、下午14:00-17:30",
    "在亳(bó)州、涡(guō)阳两地试点",
    "满意率98.5％，同比提高２.３个百分点",
    "出版《年鉴（2015—2016）》1部，约３５万字",
    "比2015年增长11.8%，其中一季度1,204条，二季度986条",
    "“十三五”期间（2016—2020年）列支经费",
    "在12345热线答复“什么是依申请公开？”等提问",
    "刊发简报第12期、第13期",
    "使用①②③号电子屏滚动播放",
    "提供WORD、PDF、TXT等格式下载（约2.5MB/个）",
    "查处无证经营棋牌室3家",
]
ROWS = [
    "项目\t数量\t单位",
    "主动公开政府信息\t4215\t条",
    "一、收到申请数\t3\t件",
    "（一）当面申请数\t\t件",
    "1.同意公开答复数\t—\t件",
    "门户网站\thttp://www.yunxi.example/\t是",
]
LISTS = [
    "1.云溪县水利局权责清单（2016年版）",
    "（1）关于印发《河长制实施方案》的通知",
    "①目录②指南③年报",
    "● 机构设置 ● 政策法规 ● 工作动态",
    "—— 重点领域信息公开专栏",
    "附件：1.统计表.xls",
    "联系人：张瑞 联系电话：0577-88220164 邮编：325000",
    "索引号：003226443/201602-00001",
    "网址：https://www.yunxi.example:8080/col/col1229.html?uid=37&page=2#a",
    "Department of Water Resources, Yunxi County (DWR)",
]
HEADINGS = [
    "一、概述",
    "二、主动公开情况",
    "(一)加强组织领导",
    "（二）健全制度，规范程序",
    "三、收费及减免情况",
    "1.完善目录",
]
ENDS = ["。", "；", "。", "。", "！"]

counts = st.integers(min_value=1, max_value=99999)
counted = st.builds("全年共公开信息{}条".format, counts)
clauses = st.one_of(st.sampled_from(ACTIONS), counted)
sentences = st.builds(
    lambda subject, parts, end: subject + "，".join(parts) + end,
    st.sampled_from(SUBJECTS),
    st.lists(clauses, min_size=1, max_size=4),
    st.sampled_from(ENDS),
)
paragraphs = st.lists(sentences, min_size=1, max_size=5).map("".join)
lines = st.one_of(
    paragraphs,
    paragraphs,
    st.sampled_from(HEADINGS),
    st.sampled_from(ROWS),
    st.sampled_from(LISTS),
    st.sampled_from(["", "云溪县水利局", "2017年3月9日", "二〇一七年三月九日"]),
)
pages = st.lists(lines, max_size=25)

LONG_PAGE = [
    "云溪县水利局：",
    "2016年，我局在县委、县政府的坚强领导下，认真贯彻落实《中华人民共和国政府信息公开条例》，突出重点，完善制度，拓宽渠道，"
    "各项工作取得了新的进展。现将有关情况报告如下：",
    "一、组织领导情况",
    "我局成立了由局长任组长、各科室负责人为成员的领导小组，明确办公室为责任科室，指定两名同志专门负责信息的收集、审核和发布。"
    "全年召开专题会议4次，研究解决了信息更新不及时、栏目设置不合理等问题，形成了一级抓一级的工作格局。",
    "二、主动公开情况",
    "一是抓好重点领域。围绕防汛抗旱、饮水安全、河道采砂等群众关心的事项，通过门户网站发布信息512条，其中工作动态386条，"
    "通知公告126条，比上年增长11.8%。",
    "二是拓宽公开渠道。在办事大厅设置电子触摸屏2台，印发宣传手册3000余份，开展“阳光水利”进社区活动6场，现场接受咨询400多人次，"
    "受到了群众的普遍欢迎。",
    "三、依申请公开情况",
    "全年受理申请3件，均为网上申请，内容涉及工程招标和移民补偿，已全部在法定期限内答复，未收取任何费用，没有发生行政复议和行政诉讼。",
    "四、存在的问题",
    "我们的工作离群众的要求还有距离，主要是：部分科室认识不到位，信息报送不够主动；公开的形式比较单一，便民性有待提高；"
    "人员变动频繁，业务培训没有跟上。下一步将逐项加以改进。",
]
"""A page of ordinary report prose, one paragraph a line."""

MIXED_PAGE = [
    "本报告由云溪县水利局(Department of Water Resources, Yunxi County)编制，电子版可在"
    "http://www.yunxi.example/zwgk/2016/index.html下载，如有疑问请致电0577-88220164或发送邮件至xxgk@yunxi.example。",
    "一、概述",
    "2016年，我局引进Open Data Portal和GIS系统，完成数据接口API 12个，接入PM2.5、COD、NH3-N等监测指标36项，"
    "平均响应时间由2.35秒降至0.48秒；WiFi覆盖率达到98.5%，移动端APP下载量为12,345次，比2015年增长11.8%。",
    "二、主动公开",
    "1.公开政府信息4,215条，其中网站3,012条(71.5%)，微博826条(19.6%)，微信377条(8.9%)；",
    "2.印发《云溪县水利局政府信息公开指南(2016年版)》(云水〔2016〕118号)，全文约3.5万字，PDF、DOC、TXT三种格式；",
    "3.组织IT培训2期，培训人员136人次。",
    "三、依申请公开",
    "全年受理申请3件，其中Email申请1件、网上申请2件，均在15个工作日内答复，无收费，无行政复议，无行政诉讼。",
    "云溪县水利局",
    "2017年3月9日",
]
"""A page full of digits, Latin words and addresses, one paragraph a line."""

GLOSSED = [
    "雲溪縣水務(wù)局2014年政府信息公開工作報告",
    "我局嚴(yán)格按照縣(xiàn)政府的部署,細(xì)化各項工作責(zé)任,做好(hǎo)信息發(fā)布(bù)。",
    "系統(tǒng)(OA)與平臺(gong)一并升級,同志們(men)積極參與。",
]
"""A page as hijacked mirrors give it: in traditional script, glossed."""


def wrapped(paragraph: str, width: int, lost_indent: int = 0) -> list[str]:
    """A paragraph hard-wrapped at so many columns, its first line shorter by an indent that was lost."""
    result, line, used = [], "", lost_indent
    for character in paragraph:
        wide = 1 if character.isascii() or character in "0123456789" else 2
        if used + wide > width:
            result.append(line)
            line, used = "", 0
        line += character
        used += wide
    return [*result, line]


def wrapped_by_words(paragraph: str, width: int) -> list[str]:
    """A paragraph hard-wrapped by a program that breaks no word, number or address, and begins no line with a closing
    mark."""
    result, line = [], ""
    for piece in re.findall(r"[A-Za-z0-9@._%/:+-]+[，。、；：！？,;)）》〕”]*|.[，。、；：！？,;)）》〕”]*", paragraph):
        if line and columns(line + piece) > width:
            result.append(line.rstrip(" "))
            line = ""
        line += piece.lstrip(" ") if not line else piece
    return [*result, line]


def columns(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)
