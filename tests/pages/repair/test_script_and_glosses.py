"""Traditional script and pinyin glosses, told by the whole page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import GLOSSED, LONG_PAGE
from opencc import OpenCC

from govreports.pages.repair import Script, judge_script, repair_lines, repair_text
from govreports.pages.repair.script import read_one_script_only

TRADITIONAL = [OpenCC("s2t").convert(line) for line in LONG_PAGE]


def test_a_traditional_page_becomes_simplified() -> None:
    repaired = repair_lines(TRADITIONAL)
    assert list(repaired.lines) == LONG_PAGE
    assert repaired.repairs == ("traditional-script",)


@pytest.mark.parametrize(
    "quoted",
    [
        "乾隆年间修建的著名水利工程，魏徵亦曾至此。",
        "碑刻“國泰民安”四字。",
        "与臺灣水利會開展交流。",
        "负责人：張瑋、陳國棟。",
    ],
)
def test_a_simplified_page_keeps_the_traditional_characters_it_quotes(quoted: str) -> None:
    repaired = repair_lines([*LONG_PAGE, quoted])
    assert repaired.lines[-1] == quoted
    assert repaired.repairs == ()


@pytest.mark.parametrize(
    "page",
    [
        ["与臺灣省農會開展交流。"],
        ["臺灣省農會"],
        ["2016年3月，香港特別行政區教育局來訪，由外事办公室接待。"],
        ["参访单位：臺灣省農會、高雄縣漁會。", "2016年3月9日"],
        ["參閱", "云溪县水利局", "关于防汛工作的通知"],
    ],
)
def test_a_short_page_is_not_switched_by_a_name_it_cites(page: list[str]) -> None:
    assert repair_lines(page).lines == tuple(page)


def test_a_page_that_lists_many_names_in_traditional_script_stays() -> None:
    names = [f"臺灣省{name}農會、高雄縣{name}漁會" for name in ("臺東", "雲林", "鳳山", "彰濱", "東勢")]
    assert repair_lines([*LONG_PAGE, *names]).lines == (*LONG_PAGE, *names)


def test_the_characters_of_one_script_only_are_those_of_opencc() -> None:
    def encodable(character: str, encoding: str) -> bool:
        return character.encode(encoding, "ignore") != b""

    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    listed = "\n".join(characters)
    simplified = OpenCC("t2s").convert(listed).split("\n")
    traditional = OpenCC("s2t").convert(listed).split("\n")
    assert read_one_script_only() == (
        "".join(c for c, s in zip(characters, simplified, strict=True) if c != s and not encodable(c, "gb2312")),
        "".join(c for c, t in zip(characters, traditional, strict=True) if c != t and not encodable(c, "big5")),
    )


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("著力強化監督", "着力强化监督"),
        ("隨著工作開展", "随着工作开展"),
        ("成效顯著,編輯著作兩部", "成效显著,编辑著作两部"),
        ("答覆行政複議申請", "答复行政复议申请"),
        ("三千餘條", "三千余条"),
        ("乾隆年間", "乾隆年间"),
    ],
)
def test_characters_that_have_two_simplified_forms(traditional: str, simplified: str) -> None:
    assert repair_text(traditional, Script(traditional=True)).text == simplified


def test_glosses_go_and_english_in_brackets_stays() -> None:
    repaired = repair_lines(GLOSSED)
    assert repaired.lines == (
        "云溪县水务局2014年政府信息公开工作报告",
        "我局严格按照县政府的部署,细化各项工作责任,做好信息发布。",
        "系统(OA)与平台(gong)一并升级,同志们积极参与。",
    )
    assert repaired.repairs == ("traditional-script", "pinyin-glosses")


def test_glosses_without_tones_count_where_they_stand_twice() -> None:
    lines = ["政(zheng)(zheng)府(fu)(fu)信息公(gong)(gong)開(kai)(kai)工(gong)作"]
    assert repair_lines(lines).lines == ("政府信息公開工(gong)作",)


@pytest.mark.parametrize(
    "glossed",
    [
        "政(zheng)(zheng)府(fu)(fu)信息公(gong)(gong)开(kai)(kai)",
        "政（zheng）（zheng）府（fu）（fu）信息公（gong）（gong）开（kai）（kai）",
        "政(zheng) (zheng)府(fu) (fu)信息公(gong) (gong)开(kai) (kai)",
        "政(Zheng)(zheng)府(Fu)(fu)信息公(GONG)(gong)开(Kai)(kai)",
        "政(zhèng)(zhèng)府(fǔ)(fǔ)信息公(gong1)(gong1)开(kāi)",
    ],
)
def test_both_styles_however_they_are_printed(glossed: str) -> None:
    assert repair_lines([glossed]).lines == ("政府信息公开",)


def test_full_width_brackets_and_decomposed_tone_marks() -> None:
    assert repair_lines(["监（jiān）督（du\u0304）机制（zhì）健全"]).lines == ("监督机制健全",)


@pytest.mark.parametrize(
    "line",
    [
        "亳(bó)州古称谯城。",
        "公文系统(gong)、邮箱(mail)与终端(an)已升级，代号(ma)。",
        "水泵(pump)房、阀门(fá)改造，热线(hotline)、窗口(window)、平台(tai)。",
        "公式(a)、(b)、(c)与(e)项。",
    ],
)
def test_a_page_without_the_habit_keeps_what_stands_in_brackets(line: str) -> None:
    assert repair_lines([*LONG_PAGE, line]).lines[-1] == line


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(LONG_PAGE) - 1), st.data())
def test_glossing_a_page_and_repairing_it_gives_the_page(number: int, data: st.DataObject) -> None:
    line = LONG_PAGE[number]
    spots = data.draw(st.sets(st.integers(0, len(line) - 1), max_size=8))
    glossed = "".join(
        character + ("(jiān)" if at in spots and "一" <= character <= "龥" else "") for at, character in enumerate(line)
    )
    habit = "我(wǒ)局(jú)认(rèn)真(zhēn)落实。"
    assert repair_lines([habit, *LONG_PAGE[:number], glossed]).lines[-1] == line


def test_a_title_follows_the_decision_of_its_page() -> None:
    script = judge_script(TRADITIONAL)
    assert repair_text("雲溪縣水利局年報", script).text == "云溪县水利局年报"
    assert repair_text("雲溪縣水利局年報", Script()).text == "雲溪縣水利局年報"
