"""Text dumps of pages with their chrome still in them; places, organs and sentences are invented."""

# ruff: noqa: E501 - a saved page's lines are as long as they are

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.model.page import Page
from govreports.pages import read_page

BODY = """　　根据《中华人民共和国政府信息公开条例》要求，现公布青禾县水利局2013年政府信息公开年度报告。
　　一、概述
　　2013年，我局主动公开政府信息126条，受理依申请公开3件。

　　二、主动公开情况
　　（一）公开的数量。全年共公开信息126条，其中网站公开120条。
　　三、存在问题
　　无。
　　　　　　　　　　　　　　　　青禾县水利局
　　　　　　　　　　　　　　　　2014年3月5日
"""
LINES = [line.strip() for line in BODY.splitlines() if line.strip()]
TITLE = "青禾县水利局2013年政府信息公开工作年度报告"


def read(text: str) -> Page:
    return read_page(text.encode(), snapshot="dump.txt")


@dataclass(frozen=True)
class Dump:
    """What stands above and below the article, and what must be read from it."""

    head: str
    tail: str = ""
    title: str = TITLE
    published: str | None = None
    source: str | None = None
    index_number: str | None = None
    breadcrumb: tuple[str, ...] = ()
    banner: str | None = None


DUMPS = {
    "title alone": Dump(TITLE),
    "title over two lines": Dump("青禾县水利局\n2013年政府信息公开工作年度报告"),
    "title doubled": Dump(f"{TITLE}\n\n{TITLE}"),
    "title tripled around the information line": Dump(
        f"{TITLE}\n首页 / 政务公开 / 年报 / 详情\n{TITLE}\n"
        f"【信息来源：青禾县水利局】【发布时间：2014年3月5日】【阅读次数：12】【字号 大 中 小】【我要打印】【关闭】\n{TITLE}",
        "责任编辑：李某\n扫一扫在手机打开当前页",
        published="2014-03-05",
        source="青禾县水利局",
        breadcrumb=("首页", "政务公开", "年报"),
    ),
    "banner, breadcrumb and map residue": Dump(
        f"青禾县水利局\n您现在所在的位置: 网站首页> 政府信息公开> 青禾县水利局> 政府信息公开年报\n{TITLE}\n"
        "发布时间:2014-03-05 00:00 来源:青禾县水利局 字体:[]",
        "Baidu\nmap\n© 2021 Baidu - GS(2021)6026号 - Data © 百度智图\n到百度地图查看此区域",
        published="2014-03-05T00:00",
        source="青禾县水利局",
        breadcrumb=("网站首页", "政府信息公开", "青禾县水利局", "政府信息公开年报"),
        banner="青禾县水利局",
    ),
    "one pair a line": Dump(
        "首页\n走进青禾\n政务公开\n您当前的位置：首页 » 政务公开 » 信息公开年报 » 正文\n索 引 号：000014349/2014-00012\n"
        f"主题分类：政务公开\n发文机关：青禾县水利局\n成文日期：2014年03月05日\n标　　题：{TITLE}\n"
        f"发文字号：青水〔2014〕5号\n发布日期：2014年03月06日\n主 题 词：\n{TITLE}",
        "相关附件：\n分享到：\n【打印本页】 【关闭窗口】\n主办：青禾县人民政府 承办：青禾县政府办公室\n"
        "网站标识码：3499990001 青ICP备05000001号 青公网安备 34999902000001号",
        published="2014-03-06",
        index_number="000014349/2014-00012",
        breadcrumb=("首页", "政务公开", "信息公开年报"),
    ),
    "label and value on lines of their own": Dump(
        "位置：首页 → 政府信息公开 → 年度报告\n索引号：\nQH012-2014-0003\n信息分类：\n工作报告\n发布机构：\n青禾县水利局\n"
        f"发文日期：\n2014-03-05\n文号：\n关键词：\n{TITLE}\n"
        "来源：青禾县水利局 发布时间：2014-03-05 10:20:31 浏览次数：88次 【字体：大 中 小】",
        published="2014-03-05T10:20",
        source="青禾县水利局",
        index_number="QH012-2014-0003",
        breadcrumb=("首页", "政府信息公开", "年度报告"),
    ),
    "cut labels": Dump(
        f"号: 000014349/2014-00012 组配分类: 年度报告\n发布机构: 青禾县水利局 发文日期: 2014-03-05\n称: {TITLE} 号: 青水〔2014〕5号\n"
        f"词: 年报\n{TITLE}\n发布时间：2014-03-05 15:01 信息来源：青禾县水利局 阅读次数： 我要纠错 打印 【字体：",
        "文件下载\n政策咨询\n\n如果您对该政策文件有疑问,可以点击“ ”在线咨询\n市长热线：0000-12345\n标签：\n网站地图",
        published="2014-03-05T15:01",
        source="青禾县水利局",
        index_number="000014349/2014-00012",
    ),
    "date first, neighbours below": Dump(
        f"当前位置: 首页>>信息公开>>信息公开年报>>正文\n{TITLE}\n2014-03-05 10:22  来源：青禾县水利局  作者：办公室  点击：[123]",
        "上一条：青禾县水利局2012年政府信息公开年度报告\n下一条：青禾县水利局2014年政府信息公开年度报告\n【关闭】",
        published="2014-03-05T10:22",
        source="青禾县水利局",
        breadcrumb=("首页", "信息公开", "信息公开年报"),
    ),
    "organ above a title that begins with 关于": Dump(
        "青禾县人民政府办公室\n当前位置：首页》信息公开》公开年报\n青禾县人民政府办公室\n关于2013年政府信息公开工作情况的报告\n"
        "时间：2014年3月5日 来源：县政府办",
        title="青禾县人民政府办公室关于2013年政府信息公开工作情况的报告",
        published="2014-03-05",
        source="县政府办",
        breadcrumb=("首页", "信息公开", "公开年报"),
        banner="青禾县人民政府办公室",
    ),
    "greeting, elder mode and menus": Dump(
        "今天是2020年1月1日，星期三，欢迎您访问青禾县人民政府网站！\n无障碍阅读\n长者模式\n登录 注册\n青禾县人民政府门户网站\n网站首页\n"
        f"政务公开\n您的位置：网站首页>政务公开>年报\n{TITLE}\n字体：小 中 大 | 打印 | 关闭 | 分享\n"
        "信息来源：水利局 | 发布时间：2014-03-05 | 点击数：5",
        "用微信扫描二维码\n分享至好友和朋友圈\n主办：青禾县人民政府\n网站地图 | 联系我们 | 网站声明",
        published="2014-03-05",
        source="水利局",
        breadcrumb=("网站首页", "政务公开", "年报"),
    ),
    "a table with bars and a date alone": Dump(
        "| 索引号 | 000014349/2014-00012 | 组配分类 | 年度报告 |\n| 发布机构 | 青禾县水利局 | 发文日期 | 2014-03-05 |\n"
        f"| 名称 | {TITLE} |\n| 文号 |  | 主题词 |  |\n# {TITLE}\n2014-03-06 10:22",
        published="2014-03-06T10:22",
        index_number="000014349/2014-00012",
    ),
    "a table that lost its colons": Dump(
        "首页 > 政务公开 > 正文\n索引号 000014349/2014-00012 组配分类 年度报告\n发布机构 青禾县水利局 发文日期 2014-03-05\n"
        f"{TITLE}\n发布：2014-03-06 浏览：10",
        published="2014-03-06",
        index_number="000014349/2014-00012",
        breadcrumb=("首页", "政务公开"),
    ),
    "title and information on one line": Dump(
        f"{TITLE} 发布时间：2014-03-05 来源：青禾县水利局 点击：10 次", published="2014-03-05", source="青禾县水利局"
    ),
    "site's name before the date": Dump(
        f"{TITLE}\n青禾新闻网 www.qinghe.test 2014-03-05 来源：县水利局", published="2014-03-05", source="县水利局"
    ),
    "facts below the text": Dump(
        TITLE, "信息来源：县水利局\n发布日期：2014-03-06\n[打印] [关闭]", published="2014-03-06", source="县水利局"
    ),
    "every span on its own line": Dump(
        "中国·青禾\n青禾县人民政府\n首页 政务公开 办事服务 走进青禾\n当前位置：\n首页\n>\n政务公开\n>\n信息公开年报\n"
        f"{TITLE}\n来源：\n青禾县水利局\n发布时间：\n2014-03-05 10:22\n浏览次数：\n10\n字号：\n[大]\n[中]\n[小]",
        published="2014-03-05T10:22",
        source="青禾县水利局",
        breadcrumb=("首页", "政务公开", "信息公开年报"),
    ),
    "links to other articles below": Dump(
        f"首页 > 政府信息公开 > 法定主动公开内容 > 政府信息公开年报\n{TITLE}\n"
        "发布日期: 2014-03-05 信息来源: 青禾县水利局 浏览量: 加载中...\n字号： 大 中 小\n分享到：",
        "附件：政府信息公开情况统计表.xls\n【打印】\n相关链接\n青禾县2012年统计公报\n青禾县2011年统计公报",
        published="2014-03-05",
        source="青禾县水利局",
        breadcrumb=("首页", "政府信息公开", "法定主动公开内容", "政府信息公开年报"),
    ),
}


@pytest.mark.parametrize("name", DUMPS)
def test_a_dump_loses_its_chrome_and_keeps_its_facts(name: str) -> None:
    dump = DUMPS[name]
    page = read(f"{dump.head}\n{BODY}{dump.tail}\n")
    assert page.document.text.split("\n") == LINES
    assert page.title == dump.title
    assert (page.published, page.source, page.index_number) == (dump.published, dump.source, dump.index_number)
    assert (page.breadcrumb, page.banner) == (dump.breadcrumb, dump.banner)


def test_a_cut_label_is_told_by_the_shape_of_its_value_and_an_empty_one_left_out() -> None:
    page = read(f"{DUMPS['cut labels'].head}\n{BODY}")
    assert page.metadata["文号"] == "青水〔2014〕5号"
    assert page.metadata["名称"] == TITLE
    assert page.publisher == "青禾县水利局"
    assert "" not in page.metadata.values()


def test_a_salutation_and_a_date_under_the_title_are_text() -> None:
    page = read(f"{TITLE}\n（2014年3月5日）\n县政府办公室：\n{BODY}")
    assert page.document.text.split("\n")[:2] == ["（2014年3月5日）", "县政府办公室："]


def test_a_figure_table_at_the_end_of_a_dump_is_kept_to_the_last_cell() -> None:
    table = [
        "附件：",
        "政府信息公开情况统计表",
        "指 标",
        "数量",
        "主动公开政府信息数",
        "126",
        "其中：新媒体",
        "0",
        "收费",
        "-",
    ]
    page = read(f"{TITLE}\n{BODY}" + "\n".join(table) + "\n")
    assert page.document.text.split("\n")[-len(table) :] == table


def test_paragraphs_of_a_dump_tell_their_lines() -> None:
    page = read(f"{TITLE}\n\n{BODY}")
    assert page.document.blocks[0].origin.lines == (3, 3)
    assert page.document.parts[0].media_type == "text/plain"


def test_a_page_in_traditional_script_with_glosses_has_its_facts_repaired_too() -> None:
    dump = (
        "您現(xiàn)在所在的位置: 網(wǎng)站首頁 > 政府信息公開 > 政府信息公開年報\n"
        "青禾縣水務(wù)局2011年政府信息公開工作報告\n發(fā)布時間:2012-02-15 00:00 來源:青禾縣水務(wù)局 字體:[ ]\n"
        "2011年，我縣嚴(yán)格按照上級的部署，細(xì)化各項工作責(zé)任，全面加強各項工作力度，不斷拓寬公開領(lǐng)域。\n"
        "一、工作開展情況\n我縣認(rèn)真貫徹落實條例，進(jìn)一步提升公開工作水平，主動公開信息126條，當(dāng)場解決問題。\n"
    )
    page = read(dump)
    assert page.title == "青禾县水务局2011年政府信息公开工作报告"
    assert page.breadcrumb == ("网站首页", "政府信息公开", "政府信息公开年报")
    assert (page.published, page.source) == ("2012-02-15T00:00", "青禾县水务局")
    assert {"traditional-script", "pinyin-glosses"} <= set(page.repairs)


@given(st.lists(st.sampled_from([*LINES, *DUMPS["cut labels"].tail.split("\n"), TITLE, "126", "-", "——"]), max_size=30))
def test_no_line_is_invented_or_moved(lines: list[str]) -> None:
    """Whatever the order of lines, the text is a subsequence of them, and every block lies where it says."""
    page = read(f"{TITLE}\n{BODY}" + "\n".join(lines))
    dump = [TITLE, *BODY.splitlines(), *lines]
    document = page.document
    at = -1
    for block in document.blocks:
        first, last = block.origin.lines or (0, 0)
        assert at < first - 1 and dump[first - 1].strip() == document.text[block.start : block.end]
        at = last - 1
