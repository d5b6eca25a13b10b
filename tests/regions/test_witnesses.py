"""Whom to believe about where an organ is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.regions import Witnesses, decide_region
from govreports.regions.organ_codes import credit_check_digit
from govreports.regions.witnesses import level_named, site_division


def credit_index(division: str, *, sound: bool = True) -> str:
    """An index number with the credit code of an organ registered in `division`."""
    head = f"11{division}00261801{5}"
    digit = credit_check_digit(head)
    return f"{head}{digit if sound else 'A' if digit != 'A' else 'B'}/2015-00012"


ALL = Witnesses(
    unit="合肥市卫生局",
    registry="340200",
    index_number=credit_index("340300"),
    beside=("淮南市人民政府",),
    portal="340500",
    site_code="3406000001",
    site_name="铜陵市人民政府网",
)


@pytest.mark.parametrize(
    ("silenced", "by", "code"),
    [
        ((), "name", "340100"),
        (("unit",), "registry", "340200"),
        (("unit", "registry"), "credit-code", "340300"),
        (("unit", "registry", "index_number"), "beside", "340400"),
        (("unit", "registry", "index_number", "beside"), "portal", "340500"),
        (("unit", "registry", "index_number", "beside", "portal"), "site-code", "340600"),
        (("unit", "registry", "index_number", "beside", "portal", "site_code"), "site-name", "340700"),
    ],
)
def test_the_order_of_trust(silenced: tuple[str, ...], by: str, code: str) -> None:
    said = {
        name: getattr(ALL, name)
        for name in ("unit", "registry", "index_number", "beside", "portal", "site_code", "site_name")
        if name not in silenced
    }
    told = decide_region(Witnesses(**said)).told
    assert told is not None
    assert (told.by, told.code) == (by, code)


def test_the_index_number_comes_last_where_its_check_digit_fails() -> None:
    index = credit_index("340300", sound=False)
    assert decide_region(Witnesses(index_number=index)).region == "340300"
    assert decide_region(Witnesses(index_number=index, site_name="铜陵市人民政府网")).region == "340700"


def test_an_address_may_hold_the_organs_code() -> None:
    code = credit_index("340300").partition("/")[0]
    witnesses = Witnesses(unit="商务局", url=f"http://x.gov.test/govxxgk/{code}/1.html", portal="340000")
    assert decide_region(witnesses).region == "340300"
    broken = Witnesses(unit="商务局", url=f"http://x.gov.test/govxxgk/{code[:-1]}/1.html", portal="340000")
    assert decide_region(broken).region == "340000"


def test_nobody_knows() -> None:
    assert decide_region(Witnesses()).region is None
    assert (
        decide_region(Witnesses(unit="市商务局", index_number="/202502-00026", site_code="bm01000001")).region is None
    )


@pytest.mark.parametrize(
    ("witnesses", "code"),
    [
        (Witnesses(index_number=credit_index("320106")), "320106"),
        (Witnesses(index_number=credit_index("320106", sound=False)), "320106"),
        (Witnesses(site_code="3203020001"), "320302"),
        (Witnesses(portal="410000"), "410204"),
        (Witnesses(portal="410200", beside=("徐州",)), "410204"),
        (Witnesses(portal="320300", index_number=credit_index("320106")), "320106"),
        (Witnesses(clues=("首页", "福州市")), "350102"),
        (Witnesses(index_number="003226443/201401-00001"), None),
    ],
)
def test_the_others_tell_places_of_one_name_apart(witnesses: Witnesses, code: str | None) -> None:
    said = {name: getattr(witnesses, name) for name in ("index_number", "beside", "portal", "site_code", "clues")}
    assert decide_region(Witnesses(unit="鼓楼区人民政府", **said)).region == code


@pytest.mark.parametrize(
    ("unit", "witnesses", "code"),
    [
        pytest.param(
            "县卫生局", {"portal": "341600", "site_code": "3416210001"}, "341621", id="the site is a county's"
        ),
        pytest.param("县卫生局", {"portal": "341600"}, "341600", id="no county is told"),
        pytest.param("市商务局", {"portal": "341881"}, "341881", id="a county-level city"),
        pytest.param("市商务局", {"portal": "340302"}, "340300", id="a city on the portal of its district"),
        pytest.param("市场监督管理局", {"portal": "340302"}, "340302", id="市场 is no city"),
        pytest.param("省财政厅", {"portal": "340100"}, "340000", id="a province on the portal of its capital"),
        pytest.param("港口镇人民政府", {"portal": "341800", "site_code": "3418810001"}, "341881", id="a town"),
        pytest.param("城关镇人民政府", {"portal": "441900"}, "441900", id="a town of a city without counties"),
        pytest.param("商务局", {"portal": "341600", "site_code": "3416210001"}, "341621", id="a site in the portal"),
        pytest.param("商务局", {"portal": "341600", "site_code": "3401000001"}, "341600", id="a site elsewhere"),
    ],
)
def test_a_name_without_a_place_tells_its_level(unit: str, witnesses: dict[str, Any], code: str) -> None:
    assert decide_region(Witnesses(unit=unit, **witnesses)).region == code


@pytest.mark.parametrize(
    ("witnesses", "year", "code"),
    [
        pytest.param(Witnesses(site_code="4110030001"), 2012, "411023", id="a code of today on a page of 2012"),
        pytest.param(Witnesses(index_number=credit_index("411023")), 2018, "411003", id="an old code, never renewed"),
        pytest.param(Witnesses(index_number=credit_index("332500")), 2015, "331100", id="a code of the last century"),
        pytest.param(Witnesses(index_number=credit_index("341703")), 2020, "341700", id="a development zone's code"),
        pytest.param(Witnesses(portal="340722"), 2012, "340823", id="a county that changed its prefecture"),
        pytest.param(Witnesses(unit="繁昌县人民政府"), 2019, "340222", id="a county in its last year"),
        pytest.param(Witnesses(unit="繁昌县人民政府"), 2020, "340212", id="and in the year it became a district"),
        pytest.param(Witnesses(portal="340722"), None, "340722", id="no year: today"),
        pytest.param(Witnesses(unit="许昌县教育局"), None, "411003", id="no year: today, also by an old name"),
        pytest.param(Witnesses(unit="市商务局", portal="320509"), 2011, "320584", id="a city until 2012: 吴江市"),
        pytest.param(Witnesses(portal="339901"), 2012, "339901", id="a portal of no list keeps its code"),
    ],
)
def test_the_code_is_that_of_the_year(witnesses: Witnesses, year: int | None, code: str) -> None:
    assert decide_region(witnesses, year).region == code


@pytest.mark.parametrize(
    ("witnesses", "against"),
    [
        pytest.param(Witnesses(unit="亳州市卫生局", portal="341600"), (), id="all agree"),
        pytest.param(Witnesses(unit="涡阳县卫生局", portal="341600", site_code="3416000001"), (), id="a part"),
        pytest.param(Witnesses(unit="涡阳县卫生局", portal="340100"), (("portal", "340100"),), id="another portal"),
        pytest.param(
            Witnesses(unit="亳州市卫生局", index_number=credit_index("340100"), portal="341600"),
            (("credit-code", "340100"),),
            id="another organ's index number",
        ),
        pytest.param(
            Witnesses(unit="亳州市卫生局", index_number=credit_index("340100", sound=False)), (), id="a broken code"
        ),
        pytest.param(Witnesses(portal="341600", site_code="3401000001"), (("site-code", "340100"),), id="two sites"),
        pytest.param(Witnesses(unit="许昌县教育局", site_code="4110030001"), (), id="one place at two times"),
        pytest.param(Witnesses(unit="枞阳县人民政府", portal="340700"), (), id="a county that moved since"),
        pytest.param(Witnesses(unit="亳州市卫生局", beside=("新华网", "合肥市人民政府")), (), id="a source is weak"),
        pytest.param(Witnesses(unit="亳州市卫生局", portal="339901"), (), id="a portal of no list says nothing"),
        pytest.param(Witnesses(unit="芜湖市税务局", index_number=credit_index("100000")), (), id="a central body"),
    ],
)
def test_strong_witnesses_that_disagree(witnesses: Witnesses, against: tuple[tuple[str, str], ...]) -> None:
    decided = decide_region(witnesses, 2012)
    assert tuple((told.by, told.code) for told in decided.against) == against


@pytest.mark.parametrize(
    ("code", "division"),
    [
        ("3416000012", "341600"),
        (" 3416210001 ", "341621"),
        ("bm01000001", None),
        ("", None),
        (None, None),
        ("9999990001", None),
        ("34160000123", None),
    ],
)
def test_the_division_of_a_site(code: str | None, division: str | None) -> None:
    assert site_division(code) == division


@pytest.mark.parametrize(
    ("unit", "level"),
    [
        ("省财政厅", "province"),
        ("自治区财政厅", "province"),
        ("市政府办公室", "city"),
        ("市政公用局", None),
        ("州教育局", "prefecture"),
        ("旗人民政府", "county"),
        ("区域合作办公室", None),
        ("大桥镇人民政府", "county"),
        ("大桥镇", "county"),
        ("城东街道办事处", "county"),
        ("乡镇企业局", None),
        ("市中区教育局", None),
        ("商务局", None),
        (None, None),
    ],
)
def test_the_level_that_a_name_tells(unit: str | None, level: str | None) -> None:
    assert level_named(unit) == level


@given(
    st.builds(
        Witnesses,
        unit=st.none() | st.text(max_size=12),
        registry=st.none() | st.from_regex(r"[0-9]{6}", fullmatch=True),
        index_number=st.none() | st.text(max_size=30),
        portal=st.none() | st.from_regex(r"[1-6][0-9]{5}", fullmatch=True),
        site_code=st.none() | st.text("0123456789bm", max_size=11),
    ),
    st.none() | st.integers(2008, 2030),
)
def test_whatever_is_said_a_region_has_six_digits(witnesses: Witnesses, year: int | None) -> None:
    region = decide_region(witnesses, year).region
    assert region is None or (len(region) == 6 and region.isdigit())
