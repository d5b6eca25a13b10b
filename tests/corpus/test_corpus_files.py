"""The corpus is a coder's work, and these are its proofs: every page has its truth, every truth speaks in known names,
every table adds up unless a finding says that it does not."""

import csv
import hashlib
import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from corpus import CORPUS, ROOT, judge, pages, sums_of, tables_of, truth_of

from govreports.model.report import DocumentType, Form, Period, Qualifier, Scope, Stated

DATA = ROOT / "govreports" / "parsing" / "data"
PAGES = pages()
CELLS = {
    ("standard-2019", 2): 22,
    ("standard-2019", 3): 161,
    ("standard-2019", 4): 15,
    ("standard-2021", 2): 10,
    ("standard-2021", 3): 175,
    ("standard-2021", 4): 15,
    ("annex-2014", 1): 58,
}
KEYS = {
    *("half", "covers_defects", "title", "unit", "year", "form", "document_type", "region", "not_judged", "tables"),
    *("findings", "not_findings", "allowed", "must_not_state", "candidates", "statistics", "derived"),
}
each = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def names_of(file: str) -> set[str]:
    lines = (DATA / file).read_text("utf-8").splitlines()
    return {row["indicator"] for row in csv.DictReader(lines, delimiter="\t")}


KNOWN = names_of("indicators.tsv") | names_of("headlines.tsv")


def codes() -> set[str]:
    """The finding codes that the corpus's README explains."""
    return set(re.findall(r"^\| `([a-z-]+)` \|", (CORPUS / "README.md").read_text("utf-8"), re.M))


def plain(page: Path) -> str:
    """The page's text without markup, in half-width digits without commas between them."""
    return halved(re.sub(r"<[^>]+>", " ", re.sub(r"</?span[^>]*>", "", page.read_text("utf-8"))))


def halved(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d)", "", unicodedata.normalize("NFKC", text))


def spellings(value: Decimal) -> set[str]:
    def bare(number: Decimal) -> str:
        return format(abs(number).normalize(), "f")

    return {bare(value), bare(value / 10**4) + "万", bare(value / 10**8) + "亿", f"{abs(value):.2f}"}


def test_the_corpus_is_large_and_of_all_forms() -> None:
    truths = [truth_of(page) for page in PAGES]
    reports = [truth for truth in truths if truth["document_type"] in {"annual-report", "work-summary"}]

    assert len(reports) >= 30
    assert {truth["form"] for truth in reports} == set(get_args(Form))
    assert {truth["half"] for truth in truths} == {"held", "tuned"}
    assert {path.name for path in CORPUS.glob("*.truth.json")} == {f"{page.stem}.truth.json" for page in PAGES}


@each
def test_a_truth_has_all_its_keys_and_known_words(page: Path) -> None:
    truth = truth_of(page)

    assert truth.keys() >= KEYS
    assert truth["half"] == ("held" if int(hashlib.sha256(page.stem.encode()).hexdigest()[0], 16) % 2 else "tuned")
    assert truth["document_type"] in get_args(DocumentType)
    assert truth["region"] is None
    assert set(truth["findings"]) | set(truth["not_findings"]) <= codes()
    assert not set(truth["findings"]) & set(truth["not_findings"])
    assert set(truth["allowed"]) <= KNOWN


@each
def test_a_truth_names_known_indicators(page: Path) -> None:
    truth = truth_of(page)

    for statistic in truth["statistics"]:
        assert statistic["indicator"] in KNOWN or (statistic["indicator"] is None and statistic["label"]), statistic
        assert statistic["stated"] in {None, *get_args(Stated)}
        assert statistic["period"] in {None, *get_args(Period)}
        assert statistic["scope"] in {None, *get_args(Scope)}
        assert statistic.get("qualifier", "exact") in get_args(Qualifier)
        assert (statistic["value"] is None) == (statistic["stated"] in {"blank", "dash", "text"}) or (
            statistic.get("ambiguous") or statistic["stated"] is None
        )
    assert {name for name, _ in truth["must_not_state"]} <= KNOWN
    assert {candidate.get("indicator") for candidate in truth["candidates"]} <= KNOWN | {None}


@each
def test_what_a_truth_states_stands_on_the_page(page: Path) -> None:
    truth, text = truth_of(page), plain(page)

    for statistic in truth["statistics"]:
        if statistic["stated"] == "number":
            assert any(spelling in text for spelling in spellings(statistic["value"])), statistic
    for candidate in truth["candidates"]:
        assert halved(candidate["quote"]) in text
    assert halved(truth["title"]) in text


@each
def test_no_truth_forbids_what_it_states(page: Path) -> None:
    truth = truth_of(page)
    stated = {(s["indicator"], s["value"]) for s in truth["statistics"] if s["table"] is None}

    assert not stated & {(name, value) for name, value in truth["must_not_state"]}


@each
def test_every_cell_of_a_form_is_there(page: Path) -> None:
    truth = truth_of(page)

    for table in truth["tables"]:
        if table["form"] == "regional-annex":
            continue
        cells = [s for s in truth["statistics"] if s["table"] == table["number"] and s["indicator"]]
        columns = {(s["scope"], s.get("column")) for s in cells} if table["form"] == "annex-2014" else {None}
        assert len(cells) == CELLS[table["form"], int(table["number"])] * len(columns)


@each
def test_tables_add_up_unless_a_finding_says_otherwise(page: Path) -> None:
    truth = truth_of(page)
    verdicts: list[str | None] = []
    for number, form, cells in tables_of(truth):
        verdicts += [judge(total, cells) for total in sums_of(number, form, set(cells))]

    if truth["document_type"] in {"annual-report", "work-summary"}:
        assert ("broken" in verdicts) == ("sum-mismatch" in truth["findings"])
        assert ("unverifiable" in verdicts) == ("unverifiable" in truth["findings"])


@each
def test_derived_headlines_follow_from_the_cells(page: Path) -> None:
    truth: dict[str, Any] = truth_of(page)
    cells = {s["indicator"]: s for s in truth["statistics"] if s["table"] in {3, 4}}

    for headline in truth["derived"]:
        values = [cells[name]["value"] for name in headline["from"]]
        assert headline["value"] == (None if None in values else sum(values))
