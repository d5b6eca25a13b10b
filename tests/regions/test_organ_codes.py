"""Check digits of credit codes and organ codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.regions.organ_codes import (
    CREDIT_ALPHABET,
    ORGAN_ALPHABET,
    credit_check_digit,
    is_credit_code,
    is_organ_code,
    organ_check_digit,
)

CREDIT_HEADS = st.text(CREDIT_ALPHABET, min_size=17, max_size=17)
ORGAN_HEADS = st.text(ORGAN_ALPHABET, min_size=8, max_size=8)


@pytest.mark.parametrize("code", ["11330800002618015K", "113417030032499282", "113325000026455663"])
def test_credit_codes_in_use_hold(code: str) -> None:
    assert is_credit_code(code)
    assert is_organ_code(code[8:17])


@pytest.mark.parametrize("code", ["003043524", "003110926", "000125014", "01527918X", "MB0R57773"])
def test_organ_codes_in_use_hold(code: str) -> None:
    assert is_organ_code(code)


@given(CREDIT_HEADS)
def test_a_credit_code_made_by_the_rule_holds(head: str) -> None:
    assert is_credit_code(head + credit_check_digit(head))


@given(ORGAN_HEADS)
def test_an_organ_code_made_by_the_rule_holds(head: str) -> None:
    assert is_organ_code(head + organ_check_digit(head))


@given(CREDIT_HEADS, st.integers(0, 16), st.sampled_from(CREDIT_ALPHABET))
def test_one_wrong_character_of_a_credit_code_shows(head: str, place: int, other: str) -> None:
    code = head + credit_check_digit(head)
    changed = code[:place] + other + code[place + 1 :]
    assert is_credit_code(changed) is (changed == code)


@given(CREDIT_HEADS, st.integers(0, 15))
def test_two_neighbours_changed_about_show(head: str, place: int) -> None:
    code = head + credit_check_digit(head)
    changed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_credit_code(changed) is (changed == code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "11330800002618015",
        "11330800002618015k",
        "1133080000261801 K",
        "11330800OO2618015K",  # O is no character of a credit code
        "11330800002618015KK",
    ],
)
def test_what_is_no_credit_code(code: str) -> None:
    assert not is_credit_code(code)


def test_a_head_of_another_length_has_no_check_digit() -> None:
    with pytest.raises(ValueError, match="not 17"):
        credit_check_digit("1133")
    with pytest.raises(ValueError, match="not 8"):
        organ_check_digit("0030")
