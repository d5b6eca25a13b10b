"""docs/codebook.md is what the command prints, knows every indicator, and shows what the pages say."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

import govreports
from govreports.cli import main
from govreports.parsing.headline_table import headline_table
from govreports.parsing.tables.forms import table_forms
from govreports.publish.terms import terms

ROOT = Path(govreports.__file__).parent.parent
PAGE = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
ENTRY = re.compile(r"^\| `([\w.]+)`(?:<br>[^|]+)? \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
ENTRIES = {name: (fed, example) for name, fed, example in ENTRY.findall(PAGE)}
INDICATORS = {
    *headline_table(),
    *(
        name
        for table in table_forms()
        for row in table.rows
        for column in table.columns
        if (name := table.indicator(row, column))
    ),
}


def shown() -> list[str]:
    """The pages that `make codebook` shows: the saved ones, and the half of the corpus that anybody may read."""
    tuned = [
        path.with_name(path.name.removesuffix(".truth.json"))
        for path in sorted((ROOT / "fixtures" / "corpus").glob("*.truth.json"))
        if json.loads(path.read_text(encoding="utf-8"))["half"] == "tuned"
    ]
    pages = [page for stem in tuned for ending in (".html", ".txt") if (page := Path(f"{stem}{ending}")).is_file()]
    assert len(pages) == len(tuned) > 20
    return [str(ROOT / "fixtures" / "pages"), *map(str, pages)]


@cache
def printed(paths: tuple[str, ...]) -> str:
    result = CliRunner().invoke(main, ["codebook", *paths])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_committed_codebook_is_the_one_that_is_printed() -> None:
    assert printed(tuple(shown())) == PAGE, "make codebook"


def test_the_order_of_the_pages_changes_nothing() -> None:
    paths = shown()
    assert printed(tuple(reversed(paths))) == printed(tuple(paths))


def test_it_has_every_indicator_once_and_no_other() -> None:
    assert set(ENTRIES) == INDICATORS
    assert len(ENTRY.findall(PAGE)) == len(INDICATORS)


@pytest.mark.parametrize("name", sorted(INDICATORS))
def test_an_indicator_is_fed_by_what_holds_it(name: str) -> None:
    fed, _ = ENTRIES[name]
    for table in table_forms():
        for row in table.rows:
            for column in table.columns:
                if table.indicator(row, column) == name:
                    assert f"`{table.form}`" in fed
                    assert all(labels[0] in fed for labels in (row.labels, column.labels) if labels and column.name)


def test_every_indicator_has_an_example_with_its_quote() -> None:
    for name, (_, example) in ENTRIES.items():
        value, _, quote = example.partition(": ")
        figure = value.split()[0]
        assert figure and quote.endswith((".html)", ".txt)")), name
        if "【" in quote:  # a cell: 1,286 and 减15 are figures, too
            cell = quote.partition("【")[2].partition("】")[0]
            assert figure.lstrip("-") in cell.replace(",", ""), name


def test_every_entry_is_in_chinese_and_english() -> None:
    heads = re.findall(r"^## `[\w.]+` (.+) · (.+)$", PAGE, re.MULTILINE)
    assert len(heads) == PAGE.count("\n## ")
    compared = re.findall(r"^- 可比性 comparability: (.+) · (.+)$", PAGE, re.MULTILINE)
    assert len(compared) == len(heads)
    for zh, en in (*heads, *compared):
        assert re.search(r"[一-鿿]", zh)
        assert re.search(r"[a-z]{2}", en)


def test_no_words_are_kept_for_nothing() -> None:
    heads = set(re.findall(r"^## `([\w.]+)`", PAGE, re.MULTILINE))
    columns = {f"*.{column.name}" for table in table_forms() for column in table.columns if column.name}
    assert set(terms()) <= heads | columns


def test_without_pages_it_has_no_examples() -> None:
    assert all(example == "–" for _, _, example in ENTRY.findall(printed(())))


def test_a_page_gives_examples(tmp_path: Path) -> None:
    page = tmp_path / "qingxi.txt"
    page.write_text("清溪镇2012年政府信息公开工作年度报告\n2012年，我镇收到政府信息公开申请37件。\n", encoding="utf-8")
    (example,) = [shown for name, _, shown in ENTRY.findall(printed((str(page),))) if name == "requests.received"]
    assert example == "37 件: 我镇收到政府信息公开申请37件 (qingxi.txt)"
