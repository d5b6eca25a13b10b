"""Clean text passes through unchanged, and repair does nothing twice."""

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import LONG_PAGE, pages, wrapped

from govreports.pages.repair import repair_lines


@settings(max_examples=200, deadline=None)
@given(pages)
def test_good_prose_passes_unchanged(lines: list[str]) -> None:
    repaired = repair_lines(lines)
    assert list(repaired.lines) == lines
    assert (repaired.repairs, repaired.damage) == ((), ())
    assert list(repaired.sources) == [(number, number) for number in range(len(lines))]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(st.sampled_from("政府信息公開监督(jiān)wù　\u00a0\u200b ?。，一是、12日月\t┱�\ue47f"), max_size=60)
    )
)
def test_repairing_twice_is_repairing_once(lines: list[str]) -> None:
    once = repair_lines(lines)
    twice = repair_lines(once.lines, once.script)
    assert twice.lines == once.lines
    assert twice.damage == once.damage


@settings(max_examples=150, deadline=None)
@given(st.integers(40, 160), st.sampled_from([0, 4]), st.booleans())
def test_unwrapping_twice_is_unwrapping_once(width: int, indent: int, blank: bool) -> None:
    lines = [line for p in LONG_PAGE for line in [*wrapped(p, width, indent), *([""] if blank else [])]]
    once = repair_lines(lines)
    assert repair_lines(once.lines).lines == once.lines


def test_lines_keep_their_places() -> None:
    lines = ["  甲，", "", "乙\u00a0\u00a0丙。  "]
    repaired = repair_lines(lines)
    assert repaired.lines == ("甲，", "", "乙 丙。")
    assert repaired.sources == ((0, 0), (1, 1), (2, 2))


def test_nothing_is_nothing() -> None:
    assert repair_lines([]).lines == ()
    assert repair_lines(["", "  "]).lines == ("", "")
