"""Skins of dumps: what sites of 2008 to 2018 print above and below one and the same report, all of it invented."""

from dataclasses import dataclass

import pytest

from govreports.model.page import DateClaim, Page
from govreports.pages import read_page

TITLE = "青禾县柳溪镇2014年政府信息公开工作年度报告"
BODY = """根据《中华人民共和国政府信息公开条例》规定，编制本报告。
一、概述
2014年我镇主动公开政府信息92条。
二、存在的问题
工作人员业务水平有待提高。
柳溪镇人民政府
2015年1月20日"""
CRUMBS = ("首页", "信息公开", "年度报告")
PLAIN_HEAD = f"您的位置：首页 > 信息公开 > 年度报告\n{TITLE}\n发布时间：2015-01-22 来源：柳溪镇"


def read(head: str, tail: str = "", body: str = BODY) -> Page:
    return read_page(f"{head}\n{body}\n{tail}\n".encode(), snapshot="dump.txt")


@dataclass(frozen=True)
class Skin:
    """What stands above and below the report, and what must be read from it."""

    head: str
    tail: str = ""
    published: str | None = "2015-01-22"
    source: str | None = "柳溪镇"
    breadcrumb: tuple[str, ...] = CRUMBS
    index_number: str | None = None


SKINS = {
    "asp old": Skin(
        f"""网站首页 | 新闻中心 | 政务公开 | 办事指南 | 下载中心 | 留言板
您现在的位置：首页 >> 信息公开 >> 年度报告 >> 正文
{TITLE}
作者：佚名    文章来源：柳溪镇    点击数：    更新时间：2015-1-22    【字体：小 大】""",
        """文章录入：admin    责任编辑：admin
上一篇文章： 柳溪镇2013年政府信息公开工作年度报告
下一篇文章： 没有了
【发表评论】【加入收藏】【告诉好友】【打印此文】【关闭窗口】
最新热点 最新推荐 相关文章
网友评论：（只显示最新10条。评论内容只代表网友观点，与本站立场无关！）""",
    ),
    "phpcms": Skin(
        f"""首页 > 信息公开 > 年度报告
{TITLE}
2015-01-22 10:20:30   来源：柳溪镇   评论：0 点击：""",
        """[责任编辑：柳溪镇]
[关键词]：
[打印] [收藏] [举报]
网友评论 共有 0 人参与
匿名评论""",
    ),
    "phpcms v9": Skin(
        f"""当前位置：首页>信息公开>年度报告> 正文
{TITLE}
发布时间：2015-01-22 10:20     来源：柳溪镇      点击量：次
[ 字号：大 中 小 ]""",
        """分享到：
0
相关热词搜索：
上一篇：柳溪镇2015年工作要点
下一篇：最后一页""",
    ),
    "dede": Skin(
        f"""主页 > 信息公开 > 年度报告 >
{TITLE}
时间:2015-01-22 10:20来源:柳溪镇 作者:admin 点击: 次""",
        """(责任编辑：admin)
------分隔线----------------------------
顶一下
(0)
0%
踩一下
(0)
0%
上一篇：没有了
下一篇：柳溪镇2015年工作要点
发表评论
请自觉遵守互联网相关的政策法规，严禁发布色情、暴力、反动的言论。
评价:
中立 好评 差评
表情:
用户名: 验证码: 匿名? 发表评论""",
        breadcrumb=("主页", "信息公开", "年度报告"),
    ),
    "dreamweaver": Skin(
        f"""青禾县政府网 2018年6月3日 星期日
| 首页 | 青禾概况 | 信息公开 | 网上办事 |
{TITLE}
[ 发布时间：2015-1-22 10:20:00   浏览次数：120 ]""",
        """【打印本页】 【关闭窗口】
版权所有：青禾县人民政府
地址：青禾县城关镇 电话：0000-1234567 邮编：000000""",
        source=None,
        breadcrumb=(),
    ),
    "trs": Skin(
        f"""您的位置：首页 > 信息公开 > 年度报告
索引号： 000014349/2015-00012 分类： 年度报告
发布机构： 柳溪镇 发文日期： 2015年01月22日
名称： {TITLE}
文号： 无 主题词：
{TITLE}""",
        """打印
关闭窗口
相关文档:""",
        source=None,
        index_number="000014349/2015-00012",
    ),
    "lonsun": Skin(
        f"""索引号： 000014349/201501-00012
组配分类： 年度报告
发布机构： 柳溪镇
主题分类： 综合政务
名称： {TITLE}
文号：
发布日期： 2015-01-22
{TITLE}
发布时间：2015-01-22 10:20 来源：柳溪镇 浏览次数：
【字体大小：大 中 小】
打印
保存""",
        """【我要纠错】
扫一扫在手机打开当前页
上一篇：柳溪镇2013年年报
下一篇：无""",
        breadcrumb=(),
        index_number="000014349/201501-00012",
    ),
    "openness": Skin(
        f"""当前位置： 首页 > 信息公开 > 年度报告
信息索取号：000014349-2015-00012 信息类别：年度报告 发布机构：柳溪镇
生成日期：2015-01-22 有效期：长期 公开方式：主动公开
关键词：年报
{TITLE}
[字体：大 中 小] 来源：柳溪镇 发布时间：2015-01-22 阅读：55次""",
        """[打印本页] [关闭窗口] [返回顶部]
公开指南 | 公开目录 | 依申请公开
Copyright 2010 青禾县人民政府 All Rights Reserved""",
        index_number="000014349-2015-00012",
    ),
    "hanweb": Skin(
        f"""您当前的位置 : 首页 > 信息公开 > 年度报告
{TITLE}
日期：2015-01-22 来源：柳溪镇 字号：[ 大 中 小 ]
视力保护色：""",
        """分享到:
QQ空间
新浪微博
打印本页 关闭本页
中国·青禾 主办:青禾县人民政府 承办:青禾县信息中心""",
    ),
    "ucap": Skin(
        f"""首页 > 信息公开 > 年度报告
{TITLE}
中国青禾政府门户网站 www.qinghe.test 2015-01-22 来源： 柳溪镇
字号： 大 中 小
打印本页
分享""",
        """责任编辑： 王某
相关稿件
扫一扫在手机打开当前页""",
    ),
    "vsb": Skin(
        f"""当前位置: 首页 >> 信息公开 >> 年度报告 >> 正文
{TITLE}
2015-01-22 10:20   柳溪镇  审核人：    (点击: 120)""",
        """【关闭窗口】
上一条：柳溪镇2013年年报 下一条：柳溪镇2015年计划""",
    ),
    "epoint": Skin(
        f"""您现在的位置：首页>信息公开>年度报告
{TITLE}
【信息时间：2015/1/22  阅读次数：120 】【字号 大 中 小】【我要打印】【关闭】
【信息来源：柳溪镇】""",
        """【打印】【关闭】
附件：""",
    ),
    "hits js": Skin(f"""首页 - 信息公开 - 年度报告
{TITLE}
发布者：柳溪镇 发布时间：2015-01-22 浏览次数：<script>hits</script>
来源：柳溪镇"""),
    "name then date lines": Skin(
        f"""{TITLE}
柳溪镇
2015-01-22 10:20:33""",
        source=None,
        breadcrumb=(),
    ),
    "english clock": Skin(f"""Today is Sunday, June 3, 2018
ENGLISH | 繁体 | 手机版 | 无障碍
位置：首页>信息公开>年度报告
{TITLE}
来源：柳溪镇　2015年01月22日 10:20　点击数：12"""),
    "pub by": Skin(f"""当前位置：首页 → 信息公开 → 年度报告
{TITLE}
由 柳溪镇 发布于 2015-01-22"""),
    "brackets": Skin(
        f"""当前位置：首页/信息公开/年度报告
{TITLE}
（2015-01-22 来源：柳溪镇）""",
        "（编辑：王某）",
    ),
    "views last": Skin(
        f"""{TITLE}
来源：柳溪镇 | 作者：本站编辑 | 发布时间: 2015-01-22 | 1203 次浏览 | 分享到：""",
        "返回列表",
        breadcrumb=(),
    ),
    "wechat tail": Skin(
        f"""首页 | 信息公开 | 年度报告
{TITLE}
日期：2015-01-22 10:20:11 来源：柳溪镇 【打印】""",
        """微信公众号
关注我们
手机版二维码
政务微博""",
    ),
    "foot with organ": Skin(
        f"""您的位置： 首页 > 信息公开 > 年度报告
{TITLE}
发布日期：2015-01-22 来源：柳溪镇""",
        """青禾县人民政府主办 青禾县信息中心承办
电话：0000-1234567 传真：0000-1234568 E-mail:qh@qinghe.test
未经授权禁止转载
建议使用1024×768分辨率 IE8.0以上版本浏览器""",
    ),
    "neighbours on one line": Skin(
        f"""{TITLE}
发布日期：2015-01-22 来源：柳溪镇""",
        """【上一篇】柳溪镇2013年年报 【下一篇】柳溪镇2015年计划
[返回]""",
        breadcrumb=(),
    ),
    "service menus": Skin(
        f"""政务服务
便民服务
一号通
您所在的位置：首页 > 信息公开 > 年度报告
{TITLE}
发布时间:[2015-01-22] 来源:[柳溪镇] 点击:[12]""",
        """Tags：
相关新闻：
· 柳溪镇召开会议 2015-02-01
· 柳溪镇举办活动 2015-01-30""",
    ),
    "title label": Skin(
        f"""标题：{TITLE}
来源：柳溪镇
日期：2015-01-22
内容：""",
        breadcrumb=(),
    ),
    "counter under": Skin(
        f"""{TITLE}
2015-01-22
来源：柳溪镇""",
        """本页浏览次数：120
您是第 120352 位访问者
技术支持：某某科技""",
        breadcrumb=(),
    ),
    "printed from": Skin(
        f"""{TITLE}
http://www.qinghe.test  2015-01-22 10:20  柳溪镇""",
        """原文链接：http://www.qinghe.test/a/1.html
【字体：大 中 小】""",
        breadcrumb=(),
    ),
    "wap": Skin(
        f"""<返回 首页
{TITLE}
2015-01-22 柳溪镇
A- A+""",
        """阅读 120 赞
写留言
继续滑动看下一个""",
        breadcrumb=(),
    ),
    "dept columns": Skin(
        f"""青禾县人民政府信息公开网
首页
政府信息公开指南
政府信息公开目录
政府信息公开年报
依申请公开
信息检索
当前位置：首页 > 信息公开 > 年度报告
{TITLE}
公开日期：2015-01-22 公开单位：柳溪镇 浏览：12 次""",
        "【 关 闭 】 【 打 印 】",
        source=None,
    ),
    "editor chain": Skin(
        f"""首页 > 信息公开 > 年度报告
{TITLE}
发布时间：2015-01-22 作者：王某 来源：柳溪镇 审核：李某 浏览量：12""",
        """一审：王某 二审：李某 三审：张某
初审：王某　复审：李某　终审：张某
来源：柳溪镇""",
    ),
    "share jia": Skin(
        f"""{TITLE}
发稿时间：2015-01-22　　信息来源：柳溪镇　　访问次数：[12]　　【大】【中】【小】　　【打印】【关闭】""",
        """更多
分享到： QQ空间 新浪微博 腾讯微博 人人网
最新评论
暂无评论""",
        breadcrumb=(),
    ),
    "attachment links": Skin(
        f"""首页 > 信息公开 > 年度报告
{TITLE}
来源：柳溪镇 发布时间：2015-01-22""",
        """附件下载：
1、2014年统计表.xls
点击下载
【返回顶部】【关闭窗口】【打印本页】""",
    ),
    "disclaimer": Skin(
        f"""首页 > 信息公开 > 年度报告
{TITLE}
来源：柳溪镇 发布时间：2015-01-22""",
        """声明：本站部分内容来源于网络，如有侵权请联系管理员删除。
未经许可，不得转载。
主办单位：青禾县人民政府""",
    ),
    "old gov net": Skin(
        f"""青禾概况 | 领导之窗 | 政务公开 | 投资青禾
设为首页 加入收藏 联系我们
今天是:2018年6月3日 星期日 农历四月二十
当前在线：12人
当前位置 >> 首页 >> 信息公开 >> 年度报告
{TITLE}
2015-01-22 10:20:00 文章来源:柳溪镇 阅读: 次""",
        """【大 中 小】【打印】【关闭】
站点导航：省政府网站 市政府网站
您是第102233位访客""",
    ),
    "fulltext": Skin(
        f"""公开目录：年度报告 发布日期：2015年1月22日
主题词：年报 文　　号：
信息内容
{TITLE}""",
        source=None,
        breadcrumb=(),
    ),
    "date zh no label": Skin(
        f"""{TITLE}
2015年01月22日 10:20 | 柳溪镇 | 12次浏览""",
        """文章来源：柳溪镇
编辑：王某""",
        breadcrumb=(),
    ),
    "update and publish": Skin(f"""首页 > 信息公开 > 年度报告 > 查看
{TITLE}
发布时间：2015-01-22 更新时间：2018-03-01 来源：柳溪镇"""),
    "no foot facts": Skin(
        f"""首页 >信息公开 >年度报告
{TITLE}
录入时间：2015-01-22 [编辑：王某] 来源：柳溪镇 已阅：12次""",
        """★ 相关信息
[2014-01-10] 柳溪镇2013年年报
[2013-01-10] 柳溪镇2012年年报""",
    ),
    "title split": Skin(
        """青禾县柳溪镇
2014年政府信息公开工作年度报告
时间：2015-01-22 10:20 来源：柳溪镇 编辑：admin""",
        """共1页 1
打印本文 【关闭】""",
        breadcrumb=(),
    ),
    "banner menu date": Skin(f"""青禾县人民政府
www.qinghe.test
手机版 | 微博 | 微信
要闻
公开
服务
互动
当前位置：首页>信息公开>年度报告
字号：小 中 大
{TITLE}
2015年01月22日 来源：柳溪镇"""),
    "anhui xxgk": Skin(
        f"""青禾县柳溪镇人民政府信息公开
首页>柳溪镇>年度报告
索 引 号：  000014349/201501-00003	信息分类：  政府信息公开年报
内容分类：  综合政务,其他	发文日期：  2015-01-22
发布机构：  柳溪镇	生成日期：  2015-01-22
生效时间：  有效	废止时间：  无
名　　称：  {TITLE}
文　　号：  无	关 键 词：  年报
{TITLE}
发布时间：2015-01-22 09:30 信息来源：柳溪镇 浏览次数：120 字体：[大 中 小]""",
        """【打印本页】
【关闭窗口】
网站地图
设为首页
加入收藏""",
        breadcrumb=("首页", "柳溪镇", "年度报告"),
        index_number="000014349/201501-00003",
    ),
    "zhejiang": Skin(
        f"""索引号	000014349/2015-00012	发布机构	柳溪镇
公开方式	主动公开	组配分类	年度报告
成文日期	2015-01-20
{TITLE}
发布日期：2015-01-22	浏览次数：120	信息来源：柳溪镇	字体：[ 大 中 小 ]""",
        breadcrumb=(),
        index_number="000014349/2015-00012",
    ),
    "jiangsu": Skin(
        f"""信息名称： {TITLE}
索 引 号： 000014349/2015-00012
主题分类： 综合政务  体裁分类： 报告  组配分类： 政府信息公开年度报告
文件编号： 无
发布机构： 柳溪镇
生成日期： 2015-01-20  公开日期： 2015-01-22
内容概述： 柳溪镇2014年政府信息公开年度报告
在线链接地址： http://www.qinghe.test/art/1.html
有 效 性：
{TITLE}""",
        "[打印] [关闭]",
        source=None,
        breadcrumb=(),
        index_number="000014349/2015-00012",
    ),
    "guangdong": Skin(
        f"""当前位置：首页 > 信息公开 > 年度报告
{TITLE}
来源：柳溪镇 时间：2015-01-22 10:20:30 【字体： 大 中 小 】
分享： """,
        """扫一扫手机打开当前页
【打印】 【关闭】
相关附件：
相关解读：""",
    ),
    "shandong": Skin(
        f"""{TITLE}
发布日期：2015-01-22 10:20:30    信息来源：柳溪镇    浏览次数：
                字体：[ 大 中 小 ]""",
        """信息来源：柳溪镇
【 打印本页 】 【 关闭窗口 】""",
        breadcrumb=(),
    ),
    "henan": Skin(
        f"""您现在的位置是：首页>>信息公开>>年度报告>>文章内容
{TITLE}
2015年01月22日 10:20:30 来源：柳溪镇 打印本页 关闭""",
        """责任编辑：李某
相关链接
评论加载中...""",
    ),
    "hubei": Skin(f"""首页>信息公开>年度报告
发布日期：2015-01-22 来源：柳溪镇 点击量：12
{TITLE}"""),
    "hunan": Skin(
        f"""{TITLE}
青禾县人民政府 www.qinghe.test 发布时间：2015-01-22 10:20 【字体：大 中 小】""",
        "信息来源：柳溪镇      作者：柳溪镇    责任编辑：admin",
        breadcrumb=(),
    ),
    "sichuan": Skin(
        f"""{TITLE}
【字体:大 中 小】  发布时间：2015年01月22日 10:20   来源：柳溪镇  【打印】【收藏】""",
        """保护视力色：
上一条:关于放假的通知
下一条:关于停水的通知""",
        breadcrumb=(),
    ),
    "shanxi": Skin(
        f"""今日：6月3日 星期日
当前位置：首页 > 信息公开 > 年度报告
{TITLE}
时间：2015-01-22 10:20 来源：柳溪镇 浏览：12 字号【大 中 小】""",
        """分享：
0
打印
关闭""",
    ),
    "guizhou": Skin(
        f"""站内搜索
请输入搜索内容
您当前的位置：网站首页 信息公开 年度报告
{TITLE}
发布时间：2015-01-22 10:20:30 字体：[大] [中] [小] 来源：柳溪镇""",
        """附件:
上一篇：无
下一篇：无
友情链接
省政府部门网站
市县政府网站
主办单位：青禾县人民政府办公室 运维单位：青禾县信息中心""",
        breadcrumb=("网站首页", "信息公开", "年度报告"),
    ),
    "gansu": Skin(
        f"""{TITLE}
日期：2015-01-22 阅读：12 来源：柳溪镇""",
        """主办单位：青禾县人民政府办公室
备案序号：青ICP备05000001号
您是本网站第 120 352 位访客""",
        breadcrumb=(),
    ),
    "asp table": Skin(
        f"""标　　题	{TITLE}
发布部门	柳溪镇	发布日期	2015-1-22
浏览次数	12""",
        source=None,
        breadcrumb=(),
    ),
    "stamp": Skin(
        f"""{TITLE}
发表时间：2015-01-22 10:20:30 发布人：柳溪镇 访问次数：12""",
        "本文共阅读 12 次",
        breadcrumb=(),
    ),
    "source wide": Skin(
        f"""{TITLE}
[ 作者：佚名 | 转贴自：柳溪镇 | 点击数：12 | 更新时间：2015-1-22 | 文章录入：admin ]""",
        """[返回]
[ 发表评论 ]
[ 告诉好友 ]
[ 打印此文 ]
[ 关闭窗口 ]""",
        breadcrumb=(),
    ),
    "notice bar": Skin(f"""滚动新闻：县政府召开会议
公告：系统维护通知
您的位置：首页>信息公开>年度报告
{TITLE}
来源：柳溪镇 日期：2015-01-22"""),
    "empty source": Skin(
        f"""{TITLE}
发布时间：2015-01-22 来源： 浏览次数：12""",
        source=None,
        breadcrumb=(),
    ),
    "author is organ": Skin(
        f"""{TITLE}
发布时间：2015-01-22 供稿：柳溪镇 审核：李某""",
        source=None,
        breadcrumb=(),
    ),
    "rss": Skin(
        f"""{TITLE}
日期： 2015-01-22 来源： 柳溪镇 RSS订阅""",
        """上一篇：
下一篇：
相关新闻 更多>>
【图文】柳溪镇活动
【公告】柳溪镇公告""",
        breadcrumb=(),
    ),
    "hits brackets": Skin(
        f"""{TITLE}
[2015-01-22] [来源：柳溪镇] [点击数：12] [打印] [关闭]""",
        breadcrumb=(),
    ),
    "img alt": Skin(
        f"""柳溪镇信息公开
>> 年度报告
{TITLE}
发布时间：2015-01-22 09:00:00 来源：柳溪镇 打印 | 关闭""",
        """Produced By CMS 网站群内容管理系统 publishdate:2015-01-22 10:20:30
收藏 | 打印 | 关闭""",
        breadcrumb=(),
    ),
    "tail dates": Skin(
        f"""{TITLE}
来源：柳溪镇""",
        """发布时间：2015-01-22 10:20
【关闭窗口】""",
        breadcrumb=(),
    ),
    "sidebar above": Skin(
        f"""政府信息公开
公开指南
公开制度
公开目录
公开年报
依申请公开
按机构
按主题
县政府办
县发改委
柳溪镇
您现在的位置： 首页 > 信息公开 > 年度报告
{TITLE}
索引号：000014349/2015-00012
生成日期：2015-01-22
发布机构：柳溪镇""",
        "[关闭]",
        source=None,
        index_number="000014349/2015-00012",
    ),
    "list of siblings above": Skin(f"""当前位置：首页>信息公开>年度报告
青禾县2014年政府信息公开工作年度报告 2015-03-30
青禾县东沙镇2014年政府信息公开工作年度报告 2015-01-25
{TITLE}
发布时间：2015-01-22 来源：柳溪镇"""),
    "copyright years": Skin(
        f"""{TITLE}
2015-01-22 10:20 来源：柳溪镇""",
        """© 2009-2018 青禾县人民政府 版权所有 未经允许不得转载
青公网安备34999902000001号 网站标识码3499990001""",
        breadcrumb=(),
    ),
    "voice": Skin(
        f"""切换无障碍
进入老年模式
智能问答
首页 政务公开 政务服务
当前位置：首页 > 信息公开 > 年度报告
{TITLE}
发布时间：2015-01-22 09:00 来源：柳溪镇 浏览量：12次 A+ A A- 分享""",
        """关联稿件
相关政策
纠错
我为政府网站找错
政府网站找错
党政机关""",
    ),
    "signed above": Skin(
        f"""{TITLE}
柳溪镇人民政府
（2015年1月20日）
来源：柳溪镇 发布时间：2015-01-22""",
        breadcrumb=(),
    ),
}


@pytest.mark.parametrize("name", SKINS)
def test_a_skin_leaves_the_report_and_tells_its_facts(name: str) -> None:
    skin = SKINS[name]
    page = read(skin.head, skin.tail)
    assert page.document.text == BODY
    assert page.title == TITLE
    assert (page.published or "")[:10] == (skin.published or "")
    assert (page.source, page.index_number) == (skin.source, skin.index_number)
    assert page.breadcrumb == skin.breadcrumb


TOPS = [
    "设为首页 | 加入收藏 | 联系我们\n今天是：2018年6月3日 星期日\n网站搜索：",
    "今天是2018年06月03日 星期日 欢迎您访问青禾县人民政府网站",
    "首页 | 青禾概况 | 新闻中心 | 政务公开 | 办事服务",
    "热门搜索： 社保 公积金\n请输入关键字",
    "青禾 多云 12~20℃ 空气质量：良",
    "2018年6月3日 星期日 农历四月二十",
    "网站首页\n设为首页\n加入收藏",
]


@pytest.mark.parametrize("top", TOPS)
def test_what_stands_above_every_page_is_neither_title_nor_date_nor_breadcrumb(top: str) -> None:
    page = read(f"{top}\n{PLAIN_HEAD}")
    assert (page.title, page.published, page.source) == (TITLE, "2015-01-22", "柳溪镇")
    assert page.breadcrumb == CRUMBS
    assert page.document.text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "首页 -> 信息公开 -> 年度报告",
        "您的位置： 首页 —> 信息公开 —> 年度报告",
        "当前位置：首页-信息公开-年度报告",
        "首页-信息公开-年度报告",
        "当前位置：首页/信息公开/年度报告",
        "位置：首页 | 信息公开 | 年度报告",
        "当前位置：首页 · 信息公开 · 年度报告",
    ],
)
def test_a_breadcrumb_is_parted_by_arrows_bars_or_hyphens(line: str) -> None:
    assert read(f"{line}\n{TITLE}\n发布时间：2015-01-22").breadcrumb == CRUMBS


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("稿件来源：柳溪镇 2015年01月22日 08:50:12 评论", "2015-01-22T08:50"),
        ("来源：柳溪镇 已被浏览：31 次\n发布时间：2015-01-22", "2015-01-22"),
        ("发布时间：2015-01-22 来源：柳溪镇 评论（0）", "2015-01-22"),
        ("发布时间：2015-01-22 来源：柳溪镇 访问：12", "2015-01-22"),
        ("发布时间：2015-01-22 来源：柳溪镇 本文已被浏览 12 次", "2015-01-22"),
        ("发布时间：\n2015-01-22\n来源：\n柳溪镇", "2015-01-22"),
        ("柳溪镇 2015-01-22 10:20", "2015-01-22T10:20"),
        ("2015-01-22 柳溪镇", "2015-01-22"),
        ("由 柳溪镇 发布于 2015-01-22 10:20:33", "2015-01-22T10:20"),
        ("www.qinghe.test 2015-01-22 柳溪镇", "2015-01-22"),
        ("来源：柳溪镇 作者： 日期：15-01-22", "2015-01-22"),
        ("（2015-01-22 来源：柳溪镇）", "2015-01-22"),
        ("2015-01-22 10:20 柳溪镇 审核人： (点击: 120)", "2015-01-22T10:20"),
    ],
)
def test_an_information_line_tells_source_and_date(line: str, published: str) -> None:
    page = read(f"{TITLE}\n{line}")
    assert (page.title, page.published, page.source) == (TITLE, published, "柳溪镇")
    assert page.document.text == BODY


TAILS = [
    "文章录入：admin 责任编辑：admin",
    "(责任编辑:admin)\n------分隔线----------------------------\n顶一下\n(0)\n踩一下\n(0)",
    "赞(0)\n踩(0)",
    "扫一扫在手机打开当前页\n相关链接：\n柳溪镇2013年政府信息公开工作年度报告\n柳溪镇2012年政府信息公开工作年度报告",
    "友情链接： 省人民政府 市人民政府",
    "地址：青禾县柳溪镇 邮编：000000 电话：0000-1234567",
    "地址：青禾县柳溪镇\n电话：0000-1234567\n邮编：000000",
    "我要评论\n发表评论 匿名发表\n验证码：",
    "您觉得这篇文章有用吗？\n有用 一般 没用",
    "推荐给好友 打印",
    "复制链接",
    "分享至好友和朋友圈\n分享到新浪微博 分享到：微信",
    "附件：",
    "责任编辑：王某\n保存本页 打印本页",
    "关于我们 | 网站地图\n主办：青禾县人民政府\n地址：青禾县城关镇 电话：0000-1234567",
]


@pytest.mark.parametrize("tail", TAILS)
def test_what_stands_below_the_report_is_none_of_its_text(tail: str) -> None:
    assert read(PLAIN_HEAD, tail).document.text == BODY


ENDS = [
    "如有疑问，请与镇党政办联系。\n地址：柳溪镇中心街1号 邮编：000000 电话：0000-1234567",
    "联系方式：\n地址：柳溪镇中心街1号\n电话：0000-1234567",
    "附件：2014年政府信息公开情况统计表",
    "指标\n数量\n主动公开信息数\n92\n依申请公开数\n0\n收费\n-",
    "三、下一步打算\n加强学习\n加强考核",
    "（联系人：王某 电话：0000-1234567）",
]


@pytest.mark.parametrize("foot", ["", "【打印】【关闭】", "版权所有：青禾县人民政府"])
@pytest.mark.parametrize("end", ENDS)
def test_a_reports_own_end_is_kept(end: str, foot: str) -> None:
    body = BODY.removesuffix("柳溪镇人民政府\n2015年1月20日") + end
    assert read(PLAIN_HEAD, foot, body).document.text == body


def test_facts_below_the_text_are_read() -> None:
    page = read(f"{TITLE}\n发布时间：2015-01-22 字体：小 大", "信息来源：柳溪镇\n责任编辑：王某\n保存本页 打印本页")
    assert page.source == "柳溪镇"
    assert page.document.text == BODY


def test_a_label_alone_above_the_text_is_no_text() -> None:
    assert read(f"{PLAIN_HEAD}\n信息内容").document.text == BODY


def test_a_date_alone_under_the_title_is_a_signature_where_the_page_has_no_other() -> None:
    page = read(f"{TITLE}\n（2014年3月5日）")
    assert page.dates == (DateClaim("signed", "2014-03-05"),)
    assert page.published is None
    assert page.document.text == f"（2014年3月5日）\n{BODY}"


@pytest.mark.parametrize("words", ["分享微博", "电话：", "责任编辑：", "首页1下一页", "微博微信"])
def test_a_row_of_buttons_that_breaks_off_is_given_up_at_once(words: str) -> None:
    row = words * (300 // len(words)) + "等栏目均已开通。"
    assert read(PLAIN_HEAD, body=f"{BODY}\n{row}").document.text == f"{BODY}\n{row}"
