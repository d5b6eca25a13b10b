"""The evaluation corpus: what parsing makes of each report against what a coder took from it.

A null in a truth's `stated`, `period` or `scope` is not judged, `allowed` headlines may be stated from prose or not, a
row without a name is compared by its label (fixtures/corpus/README.md).
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bench.articles import ROOT
from govreports.model.report import Report, Statistic
from govreports.pages import read_page
from govreports.parsing import hints_of, parse_report

WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
CORPUS = ROOT / "fixtures" / "corpus"
FIELDS = ("year", "unit", "form", "document_type")
NAMED = {
    "sum-mismatch": "sum-broken",
    "mixed-forms": "form-mixed",
    "soft-rule": "rule-broken",
    "table-cut": "table-incomplete",
    "text-table-differs": "text-against-table",
}
"""Findings whose name the corpus chose before the parser had one."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A report of the corpus as a coder reads it."""

    name: str
    body: bytes
    told: Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """Statements right, missed and stated beyond the truth; by indicator, with what they were."""

    right: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    beyond: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def precision(self) -> float:
        """The share of what was stated that is true."""
        right = self.right.total()
        return right / max(right + sum(map(len, self.beyond.values())), 1)

    @property
    def recall(self) -> float:
        """The share of what is true that was stated."""
        right = self.right.total()
        return right / max(right + sum(map(len, self.missed.values())), 1)


@dataclass(slots=True)
class Marks:
    """What came of some reports. `nonzero` counts the prose statements of values other than 0 alone."""

    cells: Tally = field(default_factory=Tally)
    prose: Tally = field(default_factory=Tally)
    nonzero: Tally = field(default_factory=Tally)
    fields: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in FIELDS})
    judged: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)
    reports: int = 0


def load() -> dict[str, list[Truth]]:
    """The corpus by its halves."""
    halves: dict[str, list[Truth]] = defaultdict(list)
    for path in sorted(CORPUS.glob("*.truth.json")):
        name = path.name.removesuffix(".truth.json")
        page = next(found for found in CORPUS.glob(f"{name}.*") if found.suffix in {".html", ".txt"})
        told = json.loads(path.read_text(), parse_float=Decimal)
        halves[told["half"]].append(Truth(name, page.read_bytes(), told))
    return dict(halves)


def digest(truths: Sequence[Truth]) -> str:
    """Changes with any byte of them."""
    whole = hashlib.sha256()
    for truth in truths:
        whole.update(hashlib.sha256(truth.body).digest())
        whole.update(json.dumps(truth.told, sort_keys=True, default=str).encode())
    return whole.hexdigest()


def parsed(truth: Truth) -> Report:
    """What the parser makes of a page of the corpus, as `govreports parse` does."""
    page = read_page(truth.body, snapshot=truth.name)
    return parse_report(page.document, hints_of(page))


def mark(truths: Sequence[Truth]) -> Marks:
    """Hold every report against its truth."""
    marks = Marks()
    for truth in truths:
        marks.reports += 1
        report = parsed(truth)
        _mark_fields(truth, report, marks)
        _mark_statistics(truth, report, marks)
        codes = {finding.code for finding in report.findings}
        for lacking, key in ((True, "findings"), (False, "not_findings")):
            named = (NAMED.get(code, code) for code in truth.told[key])
            marks.findings += [
                f"{truth.name} {'lacks' if lacking else 'has'} {one}" for one in named if (one in codes) != lacking
            ]
    return marks


def scores(marks: Marks) -> dict[str, float]:
    """The marks as scores between 0 and 1."""
    told = {name: 1 - len(marks.fields[name]) / max(marks.judged[name], 1) for name in FIELDS}
    told |= {"cells_precision": marks.cells.precision, "cells_recall": marks.cells.recall}
    told |= {"prose_precision": marks.prose.precision, "prose_recall": marks.prose.recall}
    told |= {"prose_recall_nonzero": marks.nonzero.recall}
    told |= {"findings": max(0.0, 1 - len(marks.findings) / max(marks.judged["findings"], 1))}
    return {name: round(value, 4) for name, value in told.items()}


def by_indicator(marks: Marks) -> dict[str, tuple[float, float]]:
    """Precision and recall of every headline in prose."""
    tally = marks.prose
    return {
        name: (
            tally.right[name] / max(tally.right[name] + len(tally.beyond.get(name, ())), 1),
            tally.right[name] / max(tally.right[name] + len(tally.missed.get(name, ())), 1),
        )
        for name in sorted({*tally.right, *tally.missed, *tally.beyond})
    }


def _mark_fields(truth: Truth, report: Report, marks: Marks) -> None:
    marks.judged["findings"] += len(truth.told["findings"]) + len(truth.told["not_findings"])
    for name in FIELDS:
        if name in truth.told["not_judged"]:
            continue
        marks.judged[name] += 1
        if getattr(report, name) != truth.told[name]:
            marks.fields[name].append(f"{truth.name}: {getattr(report, name)} for {truth.told[name]}")


def _mark_statistics(truth: Truth, report: Report, marks: Marks) -> None:
    for tables, tally in ((True, marks.cells), (False, marks.prose)):
        wanted = [one for one in truth.told["statistics"] if (one["table"] is not None) is tables]
        stated = [one for one in report.statistics if _of_table(one) is tables and not one.derived_from]
        for one in wanted:
            name = one["indicator"] or one["row"]
            found = next((each for each in stated if _same(one, each)), None)
            counted = [tally] if tables or not one["value"] else [tally, marks.nonzero]
            for each in counted:
                if found is None:
                    each.missed[name].append(f"{truth.name}: {_told(one)}")
                else:
                    each.right[name] += 1
            if found is not None:
                stated.remove(found)
        for left in stated:
            if tables or left.indicator not in truth.told["allowed"]:
                told = f"{truth.name}: {left.value} {left.stated} {left.period} {left.scope} {left.quote!r}"
                tally.beyond[left.indicator or left.label].append(told)


def _of_table(stated: Statistic) -> bool:
    """Whether it was read from a table: one that was flattened to lines has no number, and a cell quotes no more than
    its figure."""
    cell = stated.start is None or (stated.quote == stated.as_stated and stated.stated != "words")
    return stated.table is not None or cell


def _is_cell(stated: Statistic) -> bool:
    """A cell of a table, of a flattened one too: its quote is no more than what stands in the cell."""
    return stated.table is not None or stated.quote is None or not WORDS.search(stated.quote)


def _same(one: Mapping[str, Any], stated: Statistic) -> bool:
    if one["indicator"] is None:
        named = (
            "".join((stated.label or "").split()) == "".join(str(one["row"]).split()) or stated.indicator is not None
        )
    else:
        named = stated.indicator == one["indicator"]
    judged = {name: one.get(name) for name in ("stated", "period", "scope", "qualifier")}
    return (
        named
        and (stated.value is None) == (one["value"] is None)
        and (stated.value is None or stated.value == Decimal(str(one["value"])))
        and all(value is None or getattr(stated, name) == value for name, value in judged.items())
    )


def _told(one: Mapping[str, Any]) -> str:
    return " ".join(str(one.get(name)) for name in ("value", "stated", "period", "scope", "row", "column"))
