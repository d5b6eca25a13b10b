"""In how many ways flattened digits can be read, on cases small enough to be counted by hand."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from .oracle import Run, cuts, read_runs
from .shapes import Cell, Identity


def cells(*names: str, counts: str = "count") -> tuple[Cell, ...]:
    return tuple(Cell(name, name, counts=counts) for name in names)


SEVEN = cells(*"abcdefg")
TOTAL = Identity(SEVEN[-1:], SEVEN[:-1])
PAIR = cells("p", "q")


def numbers(digits: str, row: tuple[Cell, ...], *identities: Identity) -> list[list[int | None]]:
    ways = cuts(Run(digits, row), identities)
    return [[None if (value := way[cell]) is None else int(value) for cell in row] for way in ways]


def test_the_example_of_the_notice_has_one_reading() -> None:
    assert numbers("582001061", SEVEN, TOTAL) == [[58, 2, 0, 0, 1, 0, 61]]


def test_as_many_digits_as_cells_need_no_sum() -> None:
    assert numbers("1203005", SEVEN) == [[1, 2, 0, 3, 0, 0, 5]]


def test_no_number_begins_with_a_superfluous_zero() -> None:
    assert numbers("100", PAIR) == [[10, 0]]
    assert numbers("001", PAIR) == []


def test_two_numbers_without_a_sum_can_be_cut_anywhere() -> None:
    assert numbers("1234", PAIR) == [[1, 234], [12, 34], [123, 4]]


def test_a_sum_may_leave_several_readings() -> None:
    row = cells("a", "b", "c", "d")
    equal = Identity((row[0], row[1]), (row[2], row[3]))
    # Either half is 1 and 12 or 11 and 2, and both make 13.
    assert numbers("112112", row, equal) == [[1, 12, 1, 12], [1, 12, 11, 2], [11, 2, 1, 12], [11, 2, 11, 2]]


def test_signs_and_points_belong_to_their_numbers() -> None:
    (items,), (change,), (decided,) = cells("i"), cells("c", counts="change"), cells("d")
    assert numbers("4+20", (items, change, decided)) == [[4, 2, 0]]
    # A lone - is a gap, so this can be read in two ways.
    assert numbers("4-20", (items, change, decided)) == [[4, None, 20], [4, -2, 0]]
    (number,), (amount,) = cells("n"), cells("w", counts="yuan")
    ways = cuts(Run("3120.5", (number, amount)))
    assert [[str(value) for value in way.values()] for way in ways] == [["3", "120.5"], ["31", "20.5"], ["312", "0.5"]]


def test_a_sum_down_the_columns_decides_between_readings_of_the_rows() -> None:
    one, two, all_ = cells("1a", "1b"), cells("2a", "2b"), cells("ta", "tb")
    down = tuple(Identity((all_[at],), (one[at], two[at])) for at in (0, 1))
    runs = [Run("123", one), Run("456", two), Run("1679", all_)]
    # 12 + 4 = 16 and 3 + 56 = 59; 1 + 4 = 5, 23 + 56 = 79; 12 + 45 = 57, 3 + 6 = 9; 1 + 45 = 46, 23 + 6 = 29.
    (linked,) = read_runs(runs, down)
    assert linked.readings == ()
    runs[2] = Run("1659", all_)
    (linked,) = read_runs(runs, down)
    assert [list(map(int, filter(None, way.values()))) for way in linked.readings or ()] == [[12, 3, 4, 56, 16, 59]]
    assert not linked.open


def test_rows_without_a_common_sum_are_read_apart() -> None:
    first, second = read_runs([Run("12", PAIR), Run("345", cells("x", "y"))], [])
    assert len(first.readings or ()) == 1
    assert len(second.readings or ()) == 2
    assert second.open == set(second.cells)


def test_what_all_readings_agree_on_is_not_open() -> None:
    row = cells("a", "b", "c")
    (linked,) = read_runs([Run("1230", row)], [])
    # 1|2|30 and others: a number cannot be 0 followed by digits, so the ways are 1,2,30; 1,23,0; 12,3,0.
    assert len(linked.readings or ()) == 3
    total = Identity((row[2],), (row[0], row[1]))
    (linked,) = read_runs([Run("1230", row)], [total])
    assert linked.readings == ()


def test_a_run_too_long_to_try_is_not_judged() -> None:
    (linked,) = read_runs([Run("1" * 40, SEVEN)], [TOTAL])
    assert linked.readings is None


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.lists(st.integers(0, 30), min_size=6, max_size=6))
def test_what_was_run_together_is_among_the_readings(parts: list[int]) -> None:
    row = [*parts, sum(parts)]
    digits = "".join(map(str, row))
    (linked,) = read_runs([Run(digits, SEVEN)], [TOTAL])
    ways = linked.readings
    if ways is None:
        return
    assert {cell: Decimal(value) for cell, value in zip(SEVEN, row, strict=True)} in ways
    assert all("".join(str(way[cell]) for cell in SEVEN) == digits for way in ways)
    assert len({tuple(way.items()) for way in ways}) == len(ways)
