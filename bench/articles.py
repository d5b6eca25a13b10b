"""Saved pages with the text and the facts that must come out of them."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Case:
    """A page as received, its text by hand, and its facts: `title`, `title_alt`, `published`, `source`, `breadcrumb`,
    `metadata`, `attachments`; `half` is `tuned` or `held`."""

    name: str
    half: str
    body: bytes
    text: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pages of one folder; `digest` changes with any byte of them or of what is expected."""

    name: str
    digest: str
    cases: Sequence[Case]


def corpora() -> list[Corpus]:
    """Those that are here: the fixtures, and the real pages beside a checkout that has them."""
    places = (
        ("fixtures/articles", ROOT / "fixtures" / "articles", ROOT / "fixtures" / "articles"),
        ("shared/pages", ROOT.parent / "shared" / "pages" / "articles", ROOT.parent / "shared" / "pages" / "gold"),
    )
    return [_load(name, pages, golds) for name, pages, golds in places if pages.is_dir()]


def _load(name: str, pages: Path, golds: Path) -> Corpus:
    listed = next(path for path in (pages / "gold.json", pages.parent / "gold.json") if path.is_file())
    facts: dict[str, dict[str, Any]] = json.loads(listed.read_text())
    digest = hashlib.sha256()
    cases = []
    for key in sorted(key for key in facts if (pages / f"{key}.html").is_file()):
        body = (pages / f"{key}.html").read_bytes()
        gold = next(path for path in (golds / f"{key}.gold.txt", golds / f"{key}.txt") if path.is_file()).read_text()
        for part in (body, gold.encode(), json.dumps(facts[key], sort_keys=True).encode()):
            digest.update(hashlib.sha256(part).digest())
        cases.append(Case(key, facts[key].get("half", "tuned"), body, gold, facts[key]))
    return Corpus(name, digest.hexdigest(), cases)
