"""Damage that no rule can undo is found, placed and quoted, and left as it came."""

import pytest
from invented import LONG_PAGE

from govreports.pages.repair import repair_lines


def damaged(line: str) -> list[tuple[str, str]]:
    """Codes and damaged stretches of a line within an ordinary page."""
    repaired = repair_lines([*LONG_PAGE, line])
    assert repaired.lines[-1] == line
    assert all(found.line == len(LONG_PAGE) for found in repaired.damage)
    assert all(line[found.start : found.end] in found.message for found in repaired.damage)
    return [(found.code, line[found.start : found.end]) for found in repaired.damage]


@pytest.mark.parametrize(
    ("line", "stretch"),
    [
        ("我县?jīng)]有收取费用", "?jīng)"),
        ("公开�息512条", "�"),
        ("公开锟斤拷锟斤拷信息", "锟斤拷锟斤拷"),
        ("负责人朱?基同志", "?"),
        ("??".join(["县水利局", "信息公开"]), "??"),
        ("ä¸å›½æ°´å±€工作", "ä¸å›½æ°´å±€"),
        ("公开工作jiān)督到位", "jiān)"),
        ("ÖÐ¹úË®Àû¾Ö工作", "ÖÐ¹úË®Àû¾Ö"),
    ],
)
def test_garbled_text(line: str, stretch: str) -> None:
    assert damaged(line) == [("mojibake", stretch)]


@pytest.mark.parametrize(
    ("line", "stretch"),
    [
        ("提供\ue190信息", "\ue190"),
        ("公开\ue47f\ue190__512条", "\ue47f\ue190__"),
        ("共\uf8f5512条", "\uf8f5"),
        ("负责人朱\U000f0123基", "\U000f0123"),
        ("\uf0b7 发布\uf0b7信息", "\uf0b7"),
    ],
)
def test_private_use_characters(line: str, stretch: str) -> None:
    assert damaged(line) == [("private-use", stretch)]


def test_a_garbled_stretch_and_private_use_in_it_are_told_apart() -> None:
    line = "依法申请?zhí)峁┱\ue47f\ue190_信息收费标准"
    assert damaged(line) == [("mojibake", "?zhí)峁┱"), ("private-use", "\ue47f\ue190_")]


def test_utf8_read_as_gbk() -> None:
    line = "主动公开政府信息的情况".encode().decode("gb18030", "replace")
    assert {code for code, _ in damaged(line)} == {"mojibake"}


@pytest.mark.parametrize(
    ("line", "stretch"),
    [
        ("明确责任。922日，县直单位集中宣传。", "922日"),
        ("2015年1215日印发通知。", "1215日"),
        ("统计期限自201511日起，", "201511日"),
        ("至20151231日止。", "20151231日"),
        ("截至201512月底", "201512月"),
        ("通知》（云价费〔2008208号）规定", "2008208号"),
        ("20142015年度计划", "20142015"),
        ("云价费(2008208号文", "2008208号"),
        ("云价费〔２００８208号文", "２００８208号"),
        ("2015年112月，共召开会议4次", "112月"),
        ("3月110日为公示期", "110日"),
        ("201516年度", "201516"),
        ("办公时间为8:3012:00、", "8:3012:00"),
        ("办公时间为830-12:00、", "830-12:00"),
        ("于2015年629日第三次会议通过", "629日"),
        ("自2013年51日起施行", "51日"),
        ("当地时间916日下午", "916日"),
        ("34月份开展宣传", "34月"),
        ("110月，全县公开信息", "110月"),
        ("18日1414分上线", "1414分"),
        ("1814时14分上线", "1814时"),
    ],
)
def test_digits_that_lost_what_stood_between_them(line: str, stretch: str) -> None:
    assert damaged(line) == [("digits-fused", stretch)]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("累计更新、发布信息25334。部分单位超过300条。", "25334"),
        ("收到申请3，均已答复。", "3"),
        ("办理提案共计１２；", "１２"),
        ("公开信息46,319，比上年增长。", "46,319"),
        ("全年公开信息512其中工作动态386条。", "512"),
        ("发布信息512比上年增加30条。", "512"),
        ("其中县直部门13750条，乡镇41891。", "41891"),
        ("全年办结99件，结转下年2。", "2"),
    ],
)
def test_a_count_without_its_measure(line: str, count: str) -> None:
    assert damaged(line) == [("measure-lost", count)]


@pytest.mark.parametrize(
    "line",
    [
        "为什么公开?公开什么?群众最关心的是什么呢?我们逐一作答。",
        "公开了吗?答复了没有?",
        "网址 http://xxgk.yunxi.example/a.jsp?id=3&t=公开",
        "在120日内办结，180日后归档，365日不间断，100日攻坚。",
        "2016年1月1日至2016年12月31日，11月21日印发。",
        "云政办〔2016〕27号、云发[2015]3号、2016年第12号公告。",
        "电话：0577-88220164，邮编325000，12345热线。",
        "许可证(2013001号)已公示，，120日办结。",
        "索引号：003226443/201602-00001",
        "累计公开信息25334条；网站访问量达120万。",
        "首页│新闻│公开——│──│",
        "└──水利局",
        "满意度98.5%±0.3，容量3×4=12，Café、naïve",
        "按照《目录》2015。",
        "2015-2016年，2015、2016年，20152016号文件柜",
        "\uf0d8 健全制度",
        "发布信息1,234条，意见2016，3月1日起执行，上午8:30-12:00",
        "××市··县····， Ångström、Übersicht §3 ±0.5",
        "参考消息12期，按文件3，7月执行",
        "全年答复12件，拨打12345，列全县第3，得分98，邮编325000。",
        "召开会议3次，按附件1，占比为15，日均访问量为20。",
        "满分100分，18日14时14分，35日内办结，2016年15日内答复。",
        "2016年12月，1-10月，3、4月份，8:30-12:00，1月号、12月刊",
    ],
)
def test_good_text_raises_no_alarm(line: str) -> None:
    assert damaged(line) == []
