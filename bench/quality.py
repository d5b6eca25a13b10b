"""Scores of what was read against what should have been."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import mean
from typing import Any

from bench.articles import Case
from bench.readers import Read
from govreports.pages.repair import Script, judge_script, repair_text

FIELDS = ("title", "published", "source", "breadcrumb", "metadata", "attachments")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Precision, recall and F1 over character bigrams (multisets), white space removed."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One page's scores: `fields` says of each field the page has whether it came out right."""

    name: str
    overlap: Overlap
    fields: Mapping[str, bool]


def overlap(text: str, gold: str) -> Overlap:
    """How much of a text is the gold text's and how much of that it has; two empty texts are alike."""
    read, expected = _bigrams(text), _bigrams(gold)
    if not read or not expected:
        same = float(not read and not expected)
        return Overlap(same, same)
    shared = sum((read & expected).values())
    return Overlap(shared / sum(read.values()), shared / sum(expected.values()))


def judge(case: Case, read: Read | None) -> Judged:
    """A page's scores; all are nothing where it could not be read."""
    if read is None:
        return Judged(case.name, Overlap(0.0, 0.0), {})
    facts = case.facts
    if judge_script(case.text.splitlines()).traditional:
        # The gold is as the page is written; the scripts are one text here, and readers are free to give either.
        return judge(
            _in_simplified(case),
            replace(read, text=_simplified(read.text), title=read.title and _simplified(read.title)),
        )
    fields: dict[str, bool] = {}
    if facts.get("title") and read.title is not None:
        fields["title"] = _squeezed(read.title) in {_squeezed(one) for one in [facts["title"], *facts["title_alt"]]}
    if facts.get("published") and read.published is not None:
        fields["published"] = read.published[:10] == facts["published"][:10]
    if read.whole:
        fields |= {name: _same(name, getattr(read, name), facts.get(name)) for name in FIELDS[2:]}
    return Judged(case.name, overlap(read.text, case.text), fields)


def _in_simplified(case: Case) -> Case:
    """A page in traditional script with what is expected of it in simplified characters."""
    facts = json.loads(_simplified(json.dumps(case.facts, ensure_ascii=False)))
    return replace(case, text=_simplified(case.text), facts=facts)


def _simplified(text: str) -> str:
    return repair_text(text, Script(traditional=True)).text


def means(judged: Sequence[Judged]) -> dict[str, float]:
    """The scores of many pages: means of the overlaps, the least F1, the share of each field that is right."""
    overlaps = [one.overlap for one in judged]
    scores = {
        "precision": mean(one.precision for one in overlaps),
        "recall": mean(one.recall for one in overlaps),
        "f1": mean(one.f1 for one in overlaps),
        "f1_least": min(one.f1 for one in overlaps),
    }
    for name in FIELDS:
        if asked := [one.fields[name] for one in judged if name in one.fields]:
            scores[name] = mean(asked)
    return {name: round(value, 4) for name, value in scores.items()}


def _same(name: str, read: Any, gold: Any) -> bool:
    if name == "source":
        return _squeezed(read or "") == _squeezed(gold or "")
    if name == "attachments":
        return sorted(_address(one) for one in read) == sorted(_address(one) for one in gold or [])
    if name == "metadata":
        return _facts(read) == _facts(gold or {})
    return [_squeezed(one) for one in read] == [_squeezed(one) for one in gold or []]


def _facts(metadata: Mapping[str, str]) -> dict[str, str]:
    """Empty cells say nothing, whether they are listed or not."""
    return {_squeezed(label): _squeezed(value) for label, value in metadata.items() if value and _squeezed(value)}


def _address(given: Any) -> str:
    address = given if isinstance(given, str) else given.get("url") or given.get("href") or ""
    return address.rpartition("/")[2]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _bigrams(text: str) -> Counter[str]:
    text = _squeezed(text)
    return Counter(text[at : at + 2] for at in range(len(text) - 1))
