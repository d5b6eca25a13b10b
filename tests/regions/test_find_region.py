"""Region codes of the places in organs' names."""

import time

import pytest

from govreports.regions import find_region, is_place, is_stem


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("云南省财政厅", "530000"),
        ("大理市人民政府", "532901"),
        ("兴化市戴窑镇人民政府", "321281"),
        ("上海市徐汇区卫生局", "310104"),
        ("重庆市巫溪县民政局", "500238"),
        ("江苏省徐州市鼓楼区教育局", "320302"),
        ("吉林市船营区人民政府", "220204"),
        ("内蒙古自治区阿拉善盟阿拉善左旗人民政府", "152921"),
        ("杭州西湖区文化局", "330106"),
        ("济宁市中区卫生局", "370802"),
        ("恩施州教育局", "422800"),
        ("长阳县水利局", "420528"),
        ("国家税务总局芜湖市税务局", "340200"),
        ("中共和县县委办公室", "340523"),
        ("晋城市城区人民政府", "140502"),
        ("浦东新区人民政府", "310115"),
        ("市商务局", None),
        ("县政府办公室", None),
        ("全市和县区", None),
        ("朝阳区教育局", None),
        ("", None),
    ],
)
def test_the_most_specific_place_named(name: str, code: str | None) -> None:
    assert find_region(name) == code


@pytest.mark.parametrize(
    ("near", "code"),
    [
        (["徐州"], "320302"),
        (["开封市鼓楼区政府网"], "410204"),
        (["政府信息公开", "福建省"], "350102"),
        (["320106"], "320106"),
        (["410000"], "410204"),
        (["320302"], "320302"),
        (["410200", "徐州"], "410204"),
        (["徐州", "410200"], "320302"),
        (["003226443/201401-00001"], None),
        (["江苏省"], None),
    ],
)
def test_what_stands_near_tells_places_of_one_name_apart(near: list[str], code: str | None) -> None:
    assert find_region("鼓楼区人民政府", near=near) == code


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("枞阳县人民政府", 2012, "340823"),
        ("枞阳县人民政府", 2016, "340722"),
        ("枞阳县人民政府", None, "340722"),
        ("庐江县财政局", 2009, "341421"),
        ("庐江县财政局", 2013, "340124"),
        ("许昌县教育局", 2013, "411023"),
        ("崇文区人民政府", 2008, "110103"),
        ("长泰县人民政府", 2014, "350625"),
        ("长泰区人民政府", 2022, "350605"),
    ],
)
def test_the_code_is_that_of_the_reports_year(name: str, year: int | None, code: str) -> None:
    assert find_region(name, year=year) == code


def test_an_old_code_still_points_at_the_place() -> None:
    assert find_region("江源区人民政府", near=["220604"], year=2015) == "220605"


def test_places_and_stems() -> None:
    assert is_place("大理市") and is_place("恩施州") and not is_place("高新区")
    assert is_stem("杭州") and not is_stem("杭州市")


def test_lookups_are_quick() -> None:
    find_region("大理市")
    begin = time.perf_counter()
    for _ in range(200):
        find_region("安徽省合肥市肥西县上派镇人民政府办公室", near=["合肥"])
    assert time.perf_counter() - begin < 1
