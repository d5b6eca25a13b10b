"""Coverage: every cell is exactly one of eight things, and nothing is claimed that was not looked at."""

from datetime import UTC, datetime

from govreports.portals import Portal
from govreports.publish.coverage import Grid, State, Stored, grid
from govreports.store import Absence, CataloguePage, EntryRow, ReportRow

COUNTY, WATER = "云河县人民政府", "云河县水务局"
SEEN = datetime(2014, 6, 1, tzinfo=UTC)


def portal(**fields: object) -> Portal:
    return Portal.model_validate(
        {
            "id": "yunhe",
            "name": COUNTY,
            "region": "330125",
            "level": "county",
            "platform": "lonsun",
            "site": "www.yunhe.gov.test",
            "unit": COUNTY,
            "first_year": 2011,
            "evidence": "made up",
            **fields,
        }
    )


def catalogue(
    unit: str | None = COUNTY, state: str = "read", page: int = 1, reason: str | None = None
) -> CataloguePage:
    return CataloguePage("yunhe", f"http://www.yunhe.gov.test/list/{unit}/{page}", unit, state, reason, None, 3)


def report(year: int | None, unit: str | None = COUNTY, entry: str = "1") -> ReportRow:
    return ReportRow("0123456789abcdef", 1, "yunhe", f"http://www.yunhe.gov.test/{entry}", unit, year)


def entry(title: str, state: str, unit: str | None = COUNTY, name: str = "1", reason: str | None = None) -> EntryRow:
    url = f"http://www.yunhe.gov.test/{name}"
    return EntryRow("yunhe", url, url, title, None, unit, state, None, reason)


def made(
    reports: tuple[ReportRow, ...] = (),
    entries: tuple[EntryRow, ...] = (),
    catalogues: tuple[CataloguePage, ...] = (),
    clocks: dict[str, datetime] | None = None,
    absences: tuple[Absence, ...] = (),
    **fields: object,
) -> Grid:
    stored = Stored(reports, entries, catalogues, {"yunhe": SEEN} if clocks is None else clocks, absences)
    return grid([portal(**fields)], stored)


def cells(found: Grid, unit: str = COUNTY) -> dict[int, State]:
    [row] = [row for row in found.rows if row.unit == unit]
    return dict(zip(found.years, row.cells, strict=True))


def test_years_run_from_the_portals_first_to_the_last_completed_by_its_clock() -> None:
    assert made(catalogues=(catalogue(),)).years == (2011, 2012, 2013)


def test_a_report_and_beside_it_what_the_catalogue_does_not_list() -> None:
    found = made((report(2012),), catalogues=(catalogue(),))
    assert cells(found) == {2011: State.NONE_THERE, 2012: State.REPORT, 2013: State.NONE_THERE}


def test_an_entry_that_could_not_be_read_counts_for_the_year_in_its_title() -> None:
    broken = entry("云河县2012年政府信息公开年报", "unreadable")
    assert cells(made(entries=(broken,), catalogues=(catalogue(),)))[2012] is State.UNREADABLE


def test_an_entry_not_fetched_yet_is_not_sought() -> None:
    waiting = entry("云河县2012年政府信息公开年报", "pending")
    assert cells(made(entries=(waiting,), catalogues=(catalogue(),)))[2012] is State.NOT_SOUGHT


def test_a_catalogue_of_which_one_page_failed_was_not_reached() -> None:
    found = made((report(2012),), catalogues=(catalogue(), catalogue(state="not-reached", page=2)))
    assert cells(found) == {2011: State.NOT_REACHED, 2012: State.REPORT, 2013: State.NOT_REACHED}


def test_another_units_catalogue_says_nothing_of_a_unit() -> None:
    found = made(catalogues=(catalogue(), catalogue(WATER, "not-reached")))
    assert set(cells(found).values()) == {State.NONE_THERE}
    assert set(cells(found, WATER).values()) == {State.NOT_REACHED}


def test_a_unit_on_the_roster_with_no_catalogue_was_not_sought() -> None:
    found = made(catalogues=(catalogue(),), units=(WATER,))
    assert set(cells(found, WATER).values()) == {State.NOT_SOUGHT}


def test_a_catalogue_of_many_units_speaks_for_each() -> None:
    found = made(catalogues=(catalogue(None),), units=(WATER,))
    assert set(cells(found, WATER).values()) == {State.NONE_THERE}


def test_a_unit_whose_report_stands_in_anothers_catalogue_is_spoken_for_by_it() -> None:
    listed = entry("云河县水务局2012年政府信息公开年报", "report", COUNTY)
    found = made((report(2012, WATER),), (listed,), (catalogue(),))
    assert cells(found, WATER) == {2011: State.NONE_THERE, 2012: State.REPORT, 2013: State.NONE_THERE}


def test_years_before_the_portals_first_were_not_sought() -> None:
    found = made((report(2009),), catalogues=(catalogue(),))
    assert cells(found) == {
        2009: State.REPORT, 2010: State.NOT_SOUGHT, 2011: State.NONE_THERE, 2012: State.NONE_THERE,
        2013: State.NONE_THERE,
    }  # fmt: skip


def test_without_a_known_first_year_the_earliest_report_tells_it() -> None:
    assert made((report(2010),), catalogues=(catalogue(),), first_year=None).years == (2010, 2011, 2012, 2013)


def test_a_portal_that_never_ran_has_no_year() -> None:
    assert made(clocks={}) == Grid((), made(clocks={}).rows, 0)


def test_reports_of_no_unit_or_year_are_counted() -> None:
    assert made((report(None), report(2012, None)), catalogues=(catalogue(),)).unplaced == 2


def test_gone_never_published_blocked_and_not_attempted_are_four_states() -> None:
    title = "云河县{}年政府信息公开年报"
    found = made(
        entries=(
            entry(title.format(2011), "unreadable", name="1", reason="http-404"),
            entry(title.format(2012), "unreadable", name="2", reason="challenge"),
            entry(title.format(2013), "pending", name="3", reason="2013 is not among the years sought"),
        ),
        catalogues=(catalogue(),),
        first_year=2010,
    )
    assert cells(found) == {
        2010: State.NONE_THERE, 2011: State.GONE, 2012: State.BLOCKED, 2013: State.NOT_SOUGHT,
    }  # fmt: skip
    plain = made(entries=(entry(title.format(2013), "pending"),), catalogues=(catalogue(),))
    assert cells(plain)[2013] is State.NOT_SOUGHT


def test_a_catalogue_behind_a_block_page_is_blocked_and_what_it_listed_before_is_too() -> None:
    waiting = entry("云河县2012年政府信息公开年报", "pending")
    found = made((report(2011),), (waiting,), (catalogue(state="not-reached", reason="blocked"),))
    assert cells(found) == {2011: State.REPORT, 2012: State.BLOCKED, 2013: State.BLOCKED}


def test_a_report_whose_page_is_gone_is_kept() -> None:
    gone = Absence("yunhe", "http://www.yunhe.gov.test/1", "unlisted", SEEN)
    found = made((report(2011), report(2012), report(2012, entry="2")), catalogues=(catalogue(),), absences=(gone,))
    assert cells(found) == {2011: State.KEPT, 2012: State.REPORT, 2013: State.NONE_THERE}
