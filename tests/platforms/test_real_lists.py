"""Catalogue pages as sites served them, where they are at hand beside the checkout: each is read to what a reader
wrote down from the page before any adapter read it. What stands here are facts, no page text beyond titles."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from govreports.model.exchange import Catalogue, Snapshot
from govreports.pages import decode
from govreports.platforms import adapter
from govreports.platforms.column import column_of
from govreports.platforms.rows import Listing
from govreports.portals import CatalogueRow, Portal

PAGES = Path(__file__).parents[3] / "shared" / "pages" / "lists"
TRUTHS = sorted((Path(__file__).parent / "real_lists").glob("*.json"))
needs_pages = pytest.mark.skipif(not PAGES.is_dir(), reason="the saved pages lie beside the checkout only at home")
each_page = pytest.mark.parametrize("truth_file", TRUTHS, ids=lambda path: path.stem)


def truth_of(file: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return truth


def body_of(file: Path) -> bytes:
    return (PAGES / f"{file.stem}.html").read_bytes()


def read(platform: str, url: str, body: bytes) -> Catalogue:
    portal = Portal(
        id="real",
        name="real",
        region="100000",
        level="department",
        platform=platform,
        site=url.split("/")[2],
        unit="real",
        catalogues=(CatalogueRow(url=url),),
        evidence="a saved page",
    )
    (fetch,) = adapter(platform).start(portal)
    snapshot = Snapshot(fetch, url, datetime(2025, 1, 1, tzinfo=UTC), 200, {"content-type": "text/html"}, body)
    return adapter(platform).read(snapshot, portal)


@needs_pages
@each_page
def test_entries_dates_next_page_and_total_are_what_a_reader_found(truth_file: Path) -> None:
    truth = truth_of(truth_file)
    catalogue = read(truth["platform"], truth["url"], body_of(truth_file))
    got = [[entry.title, entry.url, entry.listed] for entry in catalogue.entries]

    first, last = truth.get("entries", truth.get("first")), truth.get("last", [])
    assert got[: len(first)] == first
    assert got[len(got) - len(last) :] == last
    assert len(got) == truth["count"]
    assert [fetch.url for fetch in catalogue.fetches] == ([truth["next"]] if truth["next"] else [])
    assert catalogue.declared_total == truth["total"]


@needs_pages
@each_page
def test_the_column_is_what_the_page_says_it_is(truth_file: Path) -> None:
    truth = truth_of(truth_file)
    column = column_of(Listing.of(decode(body_of(truth_file), "text/html").text, truth["url"]))
    assert [column.name, column.is_annual_reports] == truth["column"]


@needs_pages
def test_every_saved_list_has_its_truth() -> None:
    assert {page.stem for page in PAGES.glob("*.html")} == {truth.stem for truth in TRUTHS}
