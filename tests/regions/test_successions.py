"""Codes given up and those that took their place."""

import pytest

from govreports.regions.divisions import divisions
from govreports.regions.successions import code_in, lie_together, successions


@pytest.mark.parametrize(
    ("code", "year", "valid"),
    [
        pytest.param("411023", 2018, "411003", id="a county that became a district: 许昌县, 建安区"),
        pytest.param("411003", 2012, "411023", id="and back"),
        pytest.param("411023", 2012, "411023", id="valid in the year it is asked for"),
        pytest.param("411003", 2016, "411003", id="the year of the change ends with the new code"),
        pytest.param("320509", 2011, "320584", id="a city until September 2012: 吴江"),
        pytest.param("320584", 2012, "320509", id="and a district at that year's end"),
        pytest.param("340124", 2009, "341421", id="moved to another prefecture: 庐江县"),
        pytest.param("332500", 2016, "331100", id="given up before the first list: 丽水地区, 丽水市"),
        pytest.param("621202", 2003, "622621", id="two changes at once, of level and of prefecture: 武都"),
        pytest.param("522201", 2014, "520602", id="the county-level 铜仁市 became 碧江区, not the prefecture's 铜仁市"),
        pytest.param("130103", 2015, "130102", id="石家庄's 桥东区 is no district of 邢台"),
        pytest.param("320502", 2015, "320508", id="one of three that were merged: 沧浪区"),
        pytest.param("320508", 2010, "320508", id="made of three: which of them is not clear"),
        pytest.param("140211", 2020, "140211", id="split in two: which of them is not clear"),
        pytest.param("340209", 2010, "340203", id="made of two, one of its own name: 弋江区"),
        pytest.param("999999", 2012, "999999", id="no code of any list"),
    ],
)
def test_the_code_of_a_division_in_another_year(code: str, year: int, valid: str) -> None:
    assert code_in(code, year) == valid


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("411023", "411003", True),
        ("411003", "411000", True),
        ("341421", "340100", True),  # 庐江县 lies in 合肥 since 2011
        ("340823", "340700", True),
        ("340000", "340302", True),
        ("320508", "320503", True),
        ("320106", "320302", False),
        ("340100", "340300", False),
    ],
)
def test_codes_of_one_place_at_different_times_do_not_contradict_each_other(
    one: str, other: str, together: bool
) -> None:
    assert lie_together(one, other) is together
    assert lie_together(other, one) is together


def test_every_succession_leads_from_a_code_given_up_to_one_that_was_listed_when_it_ended() -> None:
    spans = divisions().spans
    for code, followers in successions().after.items():
        for follower in followers:
            assert follower in spans or follower in successions().after
            if code in spans:
                assert spans[code][1] < 9999
                assert spans[follower][0] <= spans[code][1] + 2, (code, follower)


def test_all_codes_given_up_lead_to_one_of_today_but_for_those_that_were_split_or_dissolved() -> None:
    lost = {code for code, (_, last) in divisions().spans.items() if last < 9999 and code_in(code, 2026) == code}
    counties = {code for code in lost if not code.startswith(("46", "2327"))}
    assert counties == {"140211", "320304", "341400", "371200", "510902"}


def test_no_code_ends_before_it_begins() -> None:
    assert all(first <= last for first, last in divisions().spans.values())
