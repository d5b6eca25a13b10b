"""Commas that a mirror pushed in before other punctuation go; a slip of the pen stays."""

import pytest
from invented import GLOSSED, LONG_PAGE

from govreports.pages.repair import repair_lines


def pushed(line: str) -> str:
    return line.replace("。", "，。").replace("；", ",；").replace("、", "，、")


def test_a_page_full_of_them_is_given_back_without() -> None:
    repaired = repair_lines([pushed(line) for line in LONG_PAGE])
    assert list(repaired.lines) == LONG_PAGE
    assert repaired.repairs == ("stray-commas",)


def test_on_a_mirror_one_is_enough() -> None:
    repaired = repair_lines([*GLOSSED, "各單位要(yào)積極落實，，按時報送，。"])
    assert repaired.lines[-1] == "各单位要积极落实，按时报送。"
    assert "stray-commas" in repaired.repairs


@pytest.mark.parametrize(
    "line", ["各单位积极落实，。全年公开信息512条,；", "姓名：，，电话：，）", "公开信息，，条", "A,, B,."]
)
def test_a_page_without_the_habit_keeps_its_slips(line: str) -> None:
    repaired = repair_lines([*LONG_PAGE, line])
    assert (repaired.lines[-1], repaired.repairs) == (line, ())
