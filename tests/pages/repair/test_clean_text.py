"""Clean text passes through unchanged, and repair does nothing twice."""

import html

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import GLOSSED, LONG_PAGE, lines, pages, paragraphs, wrapped

from govreports.pages import read_page
from govreports.pages.repair import RepairedText, Script, repair_lines, repair_text


@settings(max_examples=200, deadline=None)
@given(pages)
def test_good_prose_passes_unchanged(lines: list[str]) -> None:
    repaired = repair_lines(lines)
    assert list(repaired.lines) == lines
    assert (repaired.repairs, repaired.damage) == ((), ())
    assert list(repaired.sources) == [(number, number) for number in range(len(lines))]


PIECES = st.one_of(
    st.text(
        st.sampled_from("政府信息公開監督臺灣(jiān)wù　\u00a0\u200b ?。，,;：一是、12日月号年\t┱�\ue47f锟斤拷"),
        max_size=60,
    ),
    st.text(max_size=20),
    st.sampled_from([*GLOSSED, *LONG_PAGE]),
    lines,
)


def wrapped_somehow(pieces: list[str], width: int, indent: str, kept: bool) -> list[str]:
    result = []
    for piece in pieces:
        first, *rest = wrapped(piece, width, 0 if kept else 2 * len(indent))
        result += [(indent if kept else "") + first, *rest]
    return result


DAMAGED = st.one_of(
    st.lists(PIECES, max_size=12),
    st.builds(
        wrapped_somehow,
        st.lists(PIECES, max_size=12),
        st.integers(4, 120),
        st.sampled_from(["", "　　", "　　　　"]),
        st.booleans(),
    ),
)


@settings(max_examples=400, deadline=None)
@given(DAMAGED)
def test_repairing_twice_is_repairing_once(lines: list[str]) -> None:
    once = repair_lines(lines)
    twice = repair_lines(once.lines)
    assert twice.lines == once.lines
    assert twice.damage == once.damage
    assert (repair_lines(once.lines, once.script).lines, twice.repairs) == (once.lines, ())


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        st.one_of(st.sampled_from("著着乾薴苧餘複係(jiān)(men)，。、\u200b \t　"), st.characters(categories=["Lo"])),
        max_size=20,
    ),
    st.builds(Script, st.booleans(), st.booleans(), st.booleans()),
)
def test_a_title_or_a_cell_repaired_twice_is_repaired_once(text: str, script: Script) -> None:
    once = repair_text(text, script).text
    assert repair_text(once, script) == RepairedText(once, frozenset())


@settings(max_examples=100, deadline=None)
@given(DAMAGED)
def test_every_line_comes_from_the_lines_it_names(lines: list[str]) -> None:
    repaired = repair_lines(lines)
    assert len(repaired.lines) == len(repaired.sources)
    assert [number for first, last in repaired.sources for number in range(first, last + 1)] == [*range(len(lines))]
    for damage in repaired.damage:
        assert 0 <= damage.start < damage.end <= len(repaired.lines[damage.line])


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


@settings(max_examples=60, deadline=None)
@given(st.lists(paragraphs, min_size=3, max_size=8))
def test_a_clean_page_s_text_is_its_own(prose: list[str]) -> None:
    title = "云溪县水利局2016年政府信息公开工作年度报告"
    body = "".join(f"<p>\u3000\u3000{html.escape(paragraph)}</p>" for paragraph in prose)
    source = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div id='zoom'>{body}</div></body></html>"
    page = read_page(source.encode(), snapshot="x.html")
    assert page.document.text.split("\n") == prose
    assert (page.repairs, page.findings) == ((), ())
