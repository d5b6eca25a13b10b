"""Index numbers in their many formats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.regions.index_number import IndexNumber, read_index_number
from govreports.regions.organ_codes import credit_check_digit, organ_check_digit

ORGAN = st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=8, max_size=8).map(
    lambda head: head + organ_check_digit(head)
)
CREDIT = ORGAN.map(lambda organ: f"11330800{organ}").map(lambda head: head + credit_check_digit(head))


@pytest.mark.parametrize(
    "printed",
    [
        "11330800002618015K/2025-151075",
        "11330800002618015K-2025-151075",
        "11330800002618015k／２０２５－１５１０７５",
        "１１３３０８００００２６１８０１５Ｋ/2025—151075",
        " 11330800 00261801 5K/2025-151075 ",
        "11330800002618015K/202503-00012",
        "11330800002618015K2025151075",
        "浙江11330800002618015K/2025-1",
    ],
)
def test_a_credit_code_is_found_however_it_is_parted(printed: str) -> None:
    assert read_index_number(printed) == IndexNumber("11330800002618015K", "002618015", "330800", sound=True)


@pytest.mark.parametrize(
    ("printed", "organ_code"),
    [
        ("003043524/202203-00218", "003043524"),
        ("01527918X-2020-153077", "01527918X"),
        ("01527918-X/2012-00003", "01527918X"),
        ("01527918x/2012-00003", "01527918X"),
        ("０００１２５０１４/2020-00025", "000125014"),
        ("MB0R57773/2019-00001", "MB0R57773"),
        ("000014349/2014-00012", "000014349"),
        ("003043525/202203-00218", None),  # its check digit would be 4
    ],
)
def test_an_organ_code(printed: str, organ_code: str | None) -> None:
    assert read_index_number(printed).organ_code == organ_code
    assert read_index_number(printed).division is None


@pytest.mark.parametrize(
    ("printed", "division"),
    [
        ("330200-001-0203-2009-00012", "330200"),
        ("530000000123401201200", "530000"),
        ("341602/2013-00012", "341602"),
        ("201401-00001", None),
        ("202502-00026", None),
    ],
)
def test_a_division_in_front(printed: str, division: str | None) -> None:
    assert read_index_number(printed) == IndexNumber(division=division)


@pytest.mark.parametrize(
    "printed",
    ["", "/202502-00026", "20191202-189769", "K01-0201/2012-0003", "无", "政发〔2012〕3号", "A00130-2012-1"],
)
def test_a_house_rule_tells_nothing(printed: str) -> None:
    assert read_index_number(printed) == IndexNumber()


def test_a_wrong_check_digit_makes_a_credit_code_unsound() -> None:
    read = read_index_number("11330800002618015A/2025-1")
    assert (read.credit_code, read.organ_code, read.division) == ("11330800002618015A", "002618015", "330800")
    assert not read.sound


def test_a_run_of_digits_is_no_credit_code_unless_its_check_digits_hold() -> None:
    assert read_index_number("113308000026180112012000123").credit_code is None


@given(CREDIT, st.sampled_from(["/", "-", "", "／", " - ", "—"]), st.integers(2008, 2026), st.integers(0, 999999))
def test_the_code_put_in_comes_out(code: str, joint: str, year: int, number: int) -> None:
    read = read_index_number(f"{code}{joint}{year}-{number}")
    assert read == IndexNumber(code, code[8:17], "330800", sound=True)


@given(st.text(max_size=40))
def test_no_text_is_too_odd(printed: str) -> None:
    read = read_index_number(printed)
    assert read.credit_code is None or read.division == read.credit_code[2:8]
