"""Backfill: a region's portals, some years' reports, and no page of a list that can only hold older ones."""

from pathlib import Path

import pytest
from portal_server import PortalServer

from govreports.crawl.selection import selected
from govreports.crawl.years import Order, Years, continues, report_year
from govreports.model.exchange import Entry, Fetch
from govreports.portals import Portal, Registry, RegistryError
from govreports.publish.coverage import State, Stored, grid
from govreports.store import Store

LIST = "http://www.lanting.gov.test/list"


def entry(title: str = "兰汀县政府信息公开年报", listed: str | None = None) -> Entry:
    return Entry(f"{LIST}/{title}{listed}", title, listed)


def years(text: str) -> set[int]:
    return set(Years.parse(text).wanted)


class TestYears:
    def test_are_a_year_a_range_or_a_list_of_both(self) -> None:
        assert years("2011") == {2011}
        assert years("2011-2013") == years("2011–2013") == {2011, 2012, 2013}
        assert years("2009, 2011-2012,2015") == {2009, 2011, 2012, 2015}
        assert str(Years.parse("2015,2009,2011-2012")) == "2009, 2011-2012, 2015"

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("", "'' is no year"),
            ("11", "'11' is no year"),
            ("2011,", "'' is no year"),
            ("2013-2011", "2013-2011 runs backwards"),
            ("2011-13", "'2011-13' is no year"),
            ("1911", "between 2000 and 2099"),
            ("all", "'all' is no year"),
        ],
    )
    def test_that_are_none_are_named(self, text: str, fault: str) -> None:
        with pytest.raises(ValueError, match=fault):
            Years.parse(text)

    def test_an_entry_is_judged_by_its_title_then_by_its_date(self) -> None:
        assert report_year(entry("兰汀县2012年政府信息公开工作年度报告", "2015-06-01")) == 2012
        assert report_year(entry(listed="2013-03-30")) == 2012
        assert report_year(entry()) is None

    def test_what_nothing_tells_the_year_of_is_not_left_out(self) -> None:
        sought = Years.parse("2011-2013")
        assert sought.outside(entry()) is None
        assert sought.outside(entry(listed="2014-03-30")) is None
        assert sought.outside(entry(listed="2015-03-30")) == 2014
        assert sought.outside(entry("兰汀县2010年政府信息公开工作年度报告", "2013-03-30")) == 2010


class TestOrder:
    def order(self, *days: str | None) -> Order:
        return Order().after(entry(listed=day) for day in days)

    @pytest.mark.parametrize(
        ("days", "past"),
        [
            (("2014-03-01", "2012-03-01", "2011-03-01"), True),
            (("2014-03-01", "2012-03-01"), False),
            # A hasty organ publishes its report of 2011 in December.
            (("2014-03-01", "2011-12-20"), False),
            # All on one day: moved here from another site, in whatever order.
            (("2010-03-01", "2010-03-01"), False),
            (("2010-03-01",), False),
            ((), False),
            # Pinned, ascending, undated: no order to rely on.
            (("2010-01-01", "2014-03-01", "2010-03-01"), False),
            (("2009-03-01", "2010-03-01"), False),
            (("2014-03-01", None, "2010-03-01"), False),
        ],
    )
    def test_a_list_is_past_the_years_only_where_its_dates_fall_below_them(self, days, past: bool) -> None:
        assert self.order(*days).is_past(Years.parse("2011-2013")) is past

    def test_a_title_of_a_later_year_than_its_date_makes_dates_unclear(self) -> None:
        order = Order().after([entry(listed="2014-03-01"), entry("兰汀县2013年政府信息公开年报", "2010-03-01")])
        assert not order.is_past(Years.parse("2011-2013"))

    def test_it_is_remembered_from_page_to_page(self) -> None:
        first = self.order("2014-03-01")
        second = Order.of(Fetch(LIST, "catalogue", context=first.context)).after([entry(listed="2011-02-01")])
        assert second.is_past(Years.parse("2011"))
        unclear = Order.of(Fetch(LIST, "catalogue", context=self.order(None).context))
        assert not unclear.after([entry(listed="2014-03-01"), entry(listed="2009-02-01")]).is_past(Years.parse("2011"))

    def test_only_a_further_page_of_the_same_list_is_left(self) -> None:
        def page(catalogue: str, number: int) -> Fetch:
            return Fetch(LIST, "catalogue", context={"catalogue": catalogue, "page": str(number)})

        assert continues(page("a", 2), page("a", 1))
        assert not continues(page("b", 1), page("a", 1))
        assert not continues(page("a", 1), page("a", 1))
        assert not continues(Fetch(LIST, "catalogue"), Fetch(LIST, "catalogue"))


def portal(portal_id: str, region: str, status: str = "unverified") -> Portal:
    return Portal.model_validate(
        {
            "id": portal_id,
            "name": portal_id,
            "region": region,
            "level": "county",
            "platform": "openness",
            "site": f"www.{portal_id}.gov.test",
            "unit": portal_id,
            "status": status,
            **({"verified": "2026-01-01"} if status == "verified" else {}),
            "evidence": "made up",
        }
    )


class TestSelection:
    registry = Registry(
        {
            found.id: found
            for found in (
                portal("bo", "341600"),
                portal("qiao", "341602"),
                portal("bengbu", "340300"),
                portal("dead", "341621", "gone"),
                portal("walled", "350100", "blocked"),
            )
        }
    )

    def ids(self, *ids: str, regions: tuple[str, ...] = ()) -> list[str]:
        return [found.id for found in selected(self.registry, ids, regions)]

    def test_a_region_is_the_beginning_of_a_division_code(self) -> None:
        assert self.ids(regions=("3416",)) == ["bo", "qiao"]
        assert self.ids(regions=("341602",)) == ["qiao"]
        assert self.ids(regions=("34",)) == ["bo", "qiao", "bengbu"]

    def test_portals_and_regions_join(self) -> None:
        assert self.ids("bengbu", "qiao", regions=("3416",)) == ["bengbu", "qiao", "bo"]

    def test_what_is_gone_or_blocks_is_asked_by_name_alone(self) -> None:
        assert self.ids("dead", regions=("341602",)) == ["dead", "qiao"]
        with pytest.raises(RegistryError, match=r"region 3501 has no portal that can be asked: walled \(blocked\)"):
            self.ids(regions=("3501",))

    @pytest.mark.parametrize(
        ("region", "fault"),
        [
            ("3418", "no portal of the registry lies in region 3418; of province 34 it knows 340300, 341600"),
            ("11", "no portal of the registry lies in region 11$"),
            ("亳州", "is no division code"),
            ("3416021", "is no division code"),
            ("", "is no division code"),
        ],
    )
    def test_a_region_that_brings_nothing_is_an_error_that_names_it(self, region: str, fault: str) -> None:
        with pytest.raises(RegistryError, match=fault):
            self.ids(regions=(region,))


def test_only_the_years_are_fetched_and_the_lists_read_no_further(walk, tmp_path: Path) -> None:
    with PortalServer("openness", units=2, years=range(2008, 2014), per_page=2) as server:
        reports = {url: year for _, year, url in server.truth.reports}

        def asked(since: int) -> tuple[set[str], list[str]]:
            """The reports asked for, and the catalogue pages."""
            lines = server.log[since:]
            urls = {f"http://{line.headers['Host']}{line.target}" for line in lines}
            return urls & reports.keys(), [page for line in lines for page in line.pages]

        summary = walk(server.portal, options={"years": "2011-2012"})
        found, pages = asked(0)
        assert {reports[url] for url in found} == {2011, 2012}
        assert (len(found), summary["new"], summary["outcome"]) == (4, 4, "limited")
        # Two reports a page, the newest first: 2009 and 2008 are on the third, which nothing wants.
        assert len(pages) == 4 == len(set(pages))
        assert (summary["outside"], summary["pages_left"]) == (4, 2)

        begun = len(server.log)
        again = walk(server.portal, options={"years": "2011-2012"})
        assert asked(begun) == (set(), pages)
        assert (again["skipped"], again["new"], again["outside"]) == (4, 0, 4)

        with Store.open(f"sqlite:///{tmp_path / 'live.sqlite'}") as store:
            kept = store.entries()
            cells = coverage(store)
        left = [(row.state, row.reason) for row in kept if row.state != "report"]
        assert sorted(left) == [
            ("pending", f"{year} is not among the years sought") for year in (2010, 2010, 2013, 2013)
        ]
        assert {year: cells[year] for year in range(2008, 2014)} == {
            2008: {State.NOT_SOUGHT},
            2009: {State.NOT_SOUGHT},
            2010: {State.NOT_SOUGHT},
            2011: {State.REPORT},
            2012: {State.REPORT},
            2013: {State.NOT_SOUGHT},
        }

        begun = len(server.log)
        rest = walk(server.portal)
        found, pages = asked(begun)
        assert {reports[url] for url in found} == {2008, 2009, 2010, 2013}
        assert (len(pages), rest["outcome"], rest["skipped"]) == (6, "ok", 4)
        with Store.open(f"sqlite:///{tmp_path / 'live.sqlite'}") as store:
            assert {state for year in range(2008, 2014) for state in coverage(store)[year]} == {State.REPORT}


def test_an_index_is_followed_whenever_it_was_put_up(walk, tmp_path: Path) -> None:
    with PortalServer("openness", units=2, years=range(2011, 2014), awkward={"summary"}) as server:
        walk(server.portal, options={"years": "2011"})
        with Store.open(f"sqlite:///{tmp_path / 'live.sqlite'}") as store:
            assert {(row.unit, row.year) for row in store.reports()} == {
                (unit, year) for unit, year, _ in server.truth.reports if year == 2011
            }


def coverage(store: Store) -> dict[int, set[State]]:
    """What the grid says of the portal's units, by year."""
    portals = [Portal.model_validate(row) for row in store.portals()]
    made = grid(
        [found.model_copy(update={"first_year": 2008}) for found in portals],
        Stored(store.reports(), store.entries(), store.catalogues(), store.clocks()),
    )
    listing = {row.unit for row in store.reports()}
    rows = [row for row in made.rows if row.unit in listing]
    return {year: {row.cells[number] for row in rows} for number, year in enumerate(made.years)}
