"""The saved detail pages of fixtures/articles and the text by which their cleaning is scored hang together."""

import hashlib
import html
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

ARTICLES = Path(__file__).resolve().parents[2] / "fixtures" / "articles"
FACTS: Mapping[str, Mapping[str, object]] = json.loads((ARTICLES / "gold.json").read_text("utf-8"))
KEYS = {
    "half", "encoding", "site", "cms", "title", "title_alt", "published", "published_shown", "published_meta", "source",
    "breadcrumb", "metadata", "attachments", "notes",
}  # fmt: skip
MARKUP = re.compile(r"<!--\[if.*?<!\[endif\]-->|<[^>]*>", re.DOTALL)
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def shown(page: str) -> str:
    """A page's characters without markup and white space, the escaped ones of its scripts spelled out."""
    spelled = ESCAPED.sub(lambda found: chr(int(found[1], 16)), page).replace("\\/", "/")
    return "".join(html.unescape(MARKUP.sub("", spelled)).split())


def test_every_page_has_its_gold_and_every_gold_its_page() -> None:
    pages = {path.stem for path in ARTICLES.glob("*.html")}

    assert pages == {path.name.removesuffix(".gold.txt") for path in ARTICLES.glob("*.gold.txt")} == set(FACTS)
    assert all(set(facts) == KEYS for facts in FACTS.values())


@pytest.mark.parametrize("name", FACTS)
def test_a_page_is_of_the_half_its_name_decides(name: str) -> None:
    even = int(hashlib.sha256(name.encode()).hexdigest()[0], 16) % 2 == 0

    assert FACTS[name]["half"] == ("fresh" if name.startswith("fresh-") else "tuned" if even else "held")


@pytest.mark.parametrize("name", FACTS)
def test_the_gold_stands_in_the_page_in_its_order(name: str) -> None:
    page = shown((ARTICLES / f"{name}.html").read_bytes().decode(str(FACTS[name]["encoding"])))
    gold = (ARTICLES / f"{name}.gold.txt").read_text("utf-8")

    at = 0
    for cell in re.split(r"[\t\n]", gold.rstrip("\n")):
        wanted = "".join(cell.split())
        at = page.find(wanted, at)
        assert at >= 0, cell
        at += len(wanted)


@pytest.mark.parametrize("name", FACTS)
def test_the_gold_is_folded_as_its_rule_says(name: str) -> None:
    gold = (ARTICLES / f"{name}.gold.txt").read_text("utf-8")

    assert gold.endswith("\n")
    assert all(line and line == line.strip(" ") and "  " not in line for line in gold[:-1].split("\n"))
