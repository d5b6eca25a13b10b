"""Rules for the lines that belong to a page's frame, not to its article. One table, for HTML and text dumps alike.

A rule is matched against a whole line without its white space, so it can never take a sentence that only speaks of
printing, sharing or sources.
"""

import re
from functools import lru_cache
from typing import Literal

from govreports.pages.lines import bare

Kind = Literal["tool", "box", "contact-box", "contact", "footer", "pager", "residue"]
"""`tool`: a button or widget line, gone wherever it stands at the head or the end. `box`: a heading of a box under the
article; what follows it belongs to the frame. `contact-box`: such a box whose own sentences are known. `contact`:
address and telephone, the foot's or the article's own. `footer`: the site's foot, likewise to the end. `pager`: page
numbers. `residue`: what widgets leave behind in a dump."""


def _any(words: str) -> str:
    """An alternation of the patterns in a list of words."""
    return "(?:" + "|".join(words.split()) + ")"


_BUTTON = _any(r"""
    分享(?:到|至)?(?:微信|微博|新浪微博|腾讯微博|qq空间|qq好友|好友|和|朋友圈|人人网)+
    (?:我要|查看|匿名|提交|参与|一键|全部|网上|点击)?(?:打印|纠错|收藏|分享|关闭|转发|点赞|评论|发表|报错|下载|保存|复制|举报|投稿|推荐)(?:本页|本文|此页|此文|页面|窗口|文章|内容|链接|网址|本窗口|本信息|预览|给(?:好友|朋友)|到|至|按钮|word|pdf)*
    微信 微博 新浪微博 腾讯微博 qq空间 qq好友 人人网 朋友圈 豆瓣网? 更多 一键分享
    (?:字体|字号|文字|文章字体)(?:大小|显示|选择)? 特大 超大 默认 大 中 小 放大 缩小 正常 复位 a[+-] t[+|-]
    返回(?:上页|上一页|顶部|列表|首页)? 上页 回到顶部 置顶 top 全文
    加入收藏 设为首页 设为主页 收藏本站 告诉好友 发送(?:到|给)(?:邮箱|好友) 邮件发送
    朗读 语音(?:播报|阅读|朗读)? 收听 播放 暂停 停止 听全文 手机版
    无障碍(?:浏览|阅读|模式|版)? 关怀版 长者(?:模式|版|专区) 适老(?:模式|版) 老年(?:模式|版)
    简体(?:中文|版)? 繁体(?:中文|版)? 繁 简 english en 登录 注册 搜索 检索 高级搜索 网站无障碍(?:开关)?
    辅助线 重置 退出(?:服务)? 视力保护色? 背景色 验证码 用户名 昵称 密码 匿名 游客 字数
    (?:顶|踩|赞|支持|反对|鲜花|握手|雷人|路过|鸡蛋)(?:一下)?
    (?:很|非常|比较|基本)?(?:满意|有用|有帮助) (?:不满意|没用|没有用|无用|没帮助|一般)
""")
_EDGE = r"[\[\]【】()（）|｜:：/、,，.。·<>《》\-—_×★☆■□◆◇●○▲△▼※]*"
_HANDS = _any(r"""
    (?:文章|信息|本文|稿件|网站|网络|值班|见习|实习|执行)?(?:责任)?(?:编辑|审核|录入|撰稿|校对|审校|发布)(?:人|员|者)?
    责编 审稿 供稿 信息员 [初复终一二三]审 编审 核稿 签发 作者 摄影
""")
_PAGE_WORD = _any(
    "首页 第一页 上一?页 前一页 下一?页 后一页 尾页 末页 最后一页 共\\d+[页条] 第\\d+页 跳转?(?:至|到)第? go 确定"
)
# Atomic: a run of digits that could be split in many ways would be tried in all of them.
_PAGER = r"(?:[\[\]<>《》«»【】|]|(?>\d+)|\.{3}|…)"
_RELATED = _any(
    "链接 阅读 文章 信息 新闻 稿件 文档 内容 资料 报道 政策 解读 文件 图文解读 政策文件 政策解读 推荐 栏目 资讯"
)
_FOOT = _any(r"""
    主办 承办 主管 协办 版权所有 版权 制作维护 技术支持 运行(?:维护|管理) 维护单位 建设(?:单位|维护)
    网站(?:地图|标识码|声明|维护|管理|帮助) 关于(?:我们|本站) 联系我们 隐私(?:声明|保护) 法律声明 免责声明 使用帮助
""")
_FOOT_MARK = _any(r"""
    ICP备 ICP证 公网安备 公安备案 网站标识码 版权所有 CopyRight © &copy; AllRightsReserved
""")
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_VISIT = "(?:访问|光临|来到|进入|浏览|登[录陆]|来访)"
_ADDRESS = "(?:单位|办公|联系|通[讯信]|详细)?地址"
_LINE = (
    "(?:(?:联系|办公|值班|服务|监督|举报|咨询|投诉)?(?:电话|热线)|传真|邮政编码|邮编|(?:电子)?(?:邮箱|邮件)|E-?mail)"
)
_FILE = r"\.(?:pdf|docx?|wps|xlsx?|et|zip|rar|ceb|ofd)"

# Rows of words are matched without going back into a word: a row that breaks off is given up at once.
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    # Buttons, alone or in a row: 【大 中 小】 【打印】 【关闭】, 我要纠错 打印, 分享到：
    ("box", r"(?:我要|发表|网友|最新|文章|信息)评论(?:(?:[:：(（]|共有?\d).{0,40})?|写留言|写评论"),
    ("tool", rf"{_EDGE}(?>{_BUTTON}{_EDGE})+"),
    ("tool", r"(?:请)?(?:使用|打开|用)?(?:手机|微信)?[“\"]?扫一扫[”\"]?.{0,30}"),
    ("tool", r".{0,8}(?:用|使用|打开)?微信[“\"]?(?:扫描|扫一扫|里点|底部).{0,40}"),
    ("tool", r".{0,12}扫(?:描|一扫)(?:左侧|右侧|上方|下方)?(?:的)?二维码.{0,30}|.{0,8}二维码"),
    ("tool", r"(?:(?:官方|政务|新浪|腾讯)?(?:微博|微信)(?:公众号|客户端|平台)?|关注我们|客户端|RSS(?:订阅)?){1,4}"),
    ("tool", r"\d{1,2}:\d\d/\d{1,2}:\d\d"),  # of a player
    ("tool", r"长按.{0,20}|阅读原文"),
    ("tool", r"(?:共享|分享)(?:此|本)(?:文章|文|页面?|信息)[:：]?|(?:点击|单击).{1,24}[（(]在新窗口中打开[）)]"),
    ("tool", r"(?:原文|本文|文章|来源)(?:链接|网址|地址|URL)[:：].{0,100}"),
    ("tool", r"手机(?:扫码)?(?:阅读|浏览|访问|查看).{0,12}|您的浏览器(?:版本过低|不支持).{0,60}"),
    ("tool", r"(?:长者|适老|无障碍|关怀|(?:语音|智能)(?:播报|朗读|阅读))[^。]{0,12}"),
    ("tool", rf"[\[【(（]?{_HANDS}[:：].{{0,24}}|[\[【(（]?(?:{_HANDS}[:：].{{0,12}}){{2,5}}"),
    # Votes: 顶一下 (0) 踩一下 (0), with the count beside or below.
    ("tool", rf"{_EDGE}(?>{_BUTTON}[(（\[]\d{{1,5}}[)）\]](?:[\d.]+%)?{_EDGE})+|[(（]\d{{1,3}}[)）](?:[\d.]+%)?"),
    # What stands above every page of a site: the day, the weather, links to the home page, a search box, a greeting.
    ("tool", rf"[^。；]{{0,30}}{_DAY}[^。；，,]{{0,12}}(?:星期|礼拜|周)[一二三四五六日天][^。；]{{0,30}}"),
    ("tool", r"todayis.{0,40}|(?:sun|mon|tues|wednes|thurs|fri|satur)day,.{0,30}"),
    ("tool", r"(?:今天|今日|现在|当前|北京)(?:是|时间|日期)(?:是|为)?[:：]?[^。]{0,30}"),
    ("tool", r"[^。；，]{0,40}\d(?:℃|°C)[^。；，]{0,40}"),
    ("tool", r"[^。；，]{0,60}(?:设为首页|设为主页|加入收藏|收藏本站)[^。；，]{0,60}"),
    ("tool", r"(?:网站|站内|全站|全文|文章|信息|高级|智能)?(?:搜索|检索)(?:[:：].{0,40})?"),
    ("tool", r"(?:热门|热点|大家都在|相关热[词点])?(?:搜索|搜|关键)(?:字|词)?[:：].{0,60}"),
    ("tool", r"请?输入[^。]{0,12}(?:关键[字词]|内容|验证码)[^。]{0,10}"),
    ("tool", rf"[^。；]{{0,20}}欢迎(?:您|你)?(?:的)?{_VISIT}[^。；]{{0,40}}"),
    ("tool", r"(?:信息|文件|详细|文章)?(?:内容|正文)[:：]?"),
    ("tool", r"(?:已有|本页|本文|此页|文章)?(?:浏览|阅读|点击|访问)(?:次数|量|数|率|人次)?[:：]?\d*次?"),
    ("tool", r"\d+次(?:浏览|阅读|点击)"),
    ("tool", r"(?:(?:浏览|阅读|点赞?|赞|在看|评论|收藏|分享)\d+[次人条]?){1,5}(?:赞|在看)?"),
    ("tool", r"本文(?:已|被|共)*(?:浏览|阅读|点击).{0,10}次.{0,4}"),
    ("tool", r"(?:document\.write|var\w+=|function\(|javascript:|\$\().{0,200}"),
    ("tool", r"loading[.…]*|正在加载.{0,10}|加载中.{0,4}"),
    # The name of a file, as a list of attachments leaves it in a dump.
    ("tool", rf"(?:附件\d*[:：]?|\d+[.、．])?[^。；]{{1,80}}{_FILE}(?:下载|点击下载|[（(].{{1,12}}[）)])?"),
    ("pager", rf"{_PAGER}*+(?:{_PAGE_WORD}{_PAGER}*+)+"),
    # Boxes: what stands under one of these headings is not of the article.
    ("box", r"[【\[]?(?:[上下]一?|[前后]一)[篇条](?:文章|信息|新闻)?(?:[:：>》】\]].{0,160}|没有了?)?"),
    ("box", rf"{_EDGE}(?:相关|推荐|延伸|关联){_RELATED}[】\]]?[:：]?(?:更多)?"),
    ("box", r"(?:您访问的链接即将离开|您即将离开).{0,60}|您对.{0,20}(?:评价|满意).{0,10}"),
    ("box", r"(?:网友|网民|游客|读者|最新|精彩|全部)(?:留言|评论|跟帖)(?:列表)?(?:[（(]\d+[)）])?[:：]?"),
    ("box", r"更多(?:视频|阅读|新闻|资讯|文章|内容|推荐|图片)[:：]?"),
    ("box", r"满意度评价|热(?:点|门)(?:新闻|信息|文章|推荐)|最新(?:信息|文章|动态|公开)"),
    ("box", r"(?:您|你)(?:觉得|认为|对)(?:这|本|此|该)(?:篇|条|个)?(?:文章|信息|内容|页面).{0,24}"),
    ("box", r".{0,16}(?:有用|有帮助)[吗么]?[?？]"),
    ("box", r"(?:点击|阅读|浏览)排行榜?|(?:网站|站点)导航(?:[:：].{0,100})?|部门链接"),
    ("box", r"(?:友情|部门|站点|快速|常用)(?:网站)?链接(?:[:：|｜].{0,160}|[^。，：:]{0,40})"),
    ("contact-box", r"(?:文件|附件|资料|相关|文档)?(?:附件)?下载[:：]?|相关附件[:：]?|附件(?:列表)?[:：]?"),
    ("contact-box", r"(?:标签|tags?)(?:[:：].{0,30})?"),
    ("contact-box", r"政策(?:文件)?咨询[:：]?|在线咨询|咨询(?:热线|我们)|解读(?:文件|链接)[:：]?"),
    ("contact-box", r"如果?您?对(?:该|本|此)(?:政策)?(?:文件|信息|政策|内容)?有?(?:任何)?(?:疑问|疑义|异议).{0,120}"),
    ("contact-box", r"(?:市长|便民|服务|咨询)热线[:：]?[\d\-—、,，]{5,30}"),
    # The site's foot.
    ("footer", rf"{_FOOT}(?:单位)?(?:[:：|｜\-].{{0,160}})?"),
    ("footer", rf"[^。；，:：]{{2,24}}{_FOOT}(?:单位)?[:：].{{0,160}}"),
    ("footer", r"(?:[^。；，]{2,24}(?:主办|承办|协办|主管|制作|维护)){2,4}"),
    ("footer", r"(?:produced|powered|designed|generated)by.{0,120}"),
    ("footer", r".{0,12}(?:未经|严禁|禁止).{0,24}(?:转载|镜像).{0,24}"),
    ("footer", r"(?:.{0,6}声明[:：])?(?:本(?:站|网|栏目)|凡).{0,80}(?:转载|转登|版权|侵权|删除).{0,120}"),
    ("footer", rf"{_FOOT}.{{0,60}}(?:联系我们|网站地图|版权|备案|声明|标识码|管理员).{{0,100}}"),
    ("footer", rf".{{0,80}}{_FOOT_MARK}.{{0,160}}"),
    ("footer", r".{0,20}(?:建议使用|最佳分辨率|为获得最佳|推荐使用|最佳浏览).{0,60}(?:浏览器|分辨率|像素|IE).{0,30}"),
    ("footer", rf"[您你]是(?:本(?:站|网站|页))?的?第.{{0,20}}位(?:{_VISIT}|访|贵|读|网|游)(?:者|客|人|宾|友).{{0,10}}"),
    # Where to find the organ: of the foot, or of the report's own end; `segments` looks at the lines around it.
    ("contact", rf"{_ADDRESS}[:：].{{2,60}}{_LINE}[:：].{{0,120}}"),
    ("contact", rf"{_ADDRESS}[:：].{{2,60}}"),
    ("contact", rf"(?:{_LINE}(?:[:：][^。；:：]{{2,40}}?|[\d()（）—-]{{7,20}})[，,、/|]?){{1,4}}"),
    # The contact map of a foot, and what a dump keeps of other widgets.
    ("residue", r"baidu|map|©?\d{0,4}baidu.{0,80}|gs\(\d{4}\).{0,80}|leaflet"),
    ("residue", r"到百度地图查看此区域|(?:百度|高德|腾讯|天)地图"),
    ("residue", r"[|>»*=_~]+|[-—－]{3,}|…+|[-—_=*~·.…]{2,}分[隔割]线[-—_=*~·.…]*"),
)  # fmt: skip
# One expression, because each line of a page is held against all rules; the first that matches the whole line counts.
_RULES = re.compile("|".join(rf"(?P<rule{at}>(?:{pattern})\Z)" for at, (_, pattern) in enumerate(_PATTERNS)), re.I)
_KINDS = {f"rule{at}": kind for at, (kind, _) in enumerate(_PATTERNS)}

_LONGEST = 320


def chrome_kind(line: str) -> Kind | None:
    """The kind of frame a line belongs to, None for a line that may be the article's."""
    if len(line) > _LONGEST:
        line = bare(line)
    return _kind(line) if len(line) <= _LONGEST else None


# Several passes ask for the lines of a page, and of a very long one no fewer should be kept.
@lru_cache(maxsize=65536)
def _kind(line: str) -> Kind | None:
    text = bare(line)
    if not text:
        return None
    match = _RULES.match(text)
    return _KINDS[match.lastgroup] if match and match.lastgroup else None
