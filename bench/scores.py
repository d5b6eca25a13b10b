"""The committed scores, and holding a run against them: a quality score may rise, never fall. Times are not gated."""

import json
import sys
from pathlib import Path
from typing import TypedDict

from bench import reports
from bench.articles import Corpus, corpora
from bench.quality import judge, means
from bench.readers import govreports

FILE = Path(__file__).with_name("scores.json")
SLACK = 0.00005
"""Half of the last digit kept."""


class Scored(TypedDict):
    """A corpus' scores by half, and of what bytes they are."""

    digest: str
    halves: dict[str, dict[str, float]]


def measured() -> dict[str, Scored]:
    """The scores of govreports on every corpus that is here."""
    found = {corpus.name: _pages(corpus) for corpus in corpora()}
    halves = reports.load()
    marks = {half: reports.scores(reports.mark(truths)) for half, truths in sorted(halves.items())}
    every = [truth for _, truths in sorted(halves.items()) for truth in truths]
    return found | {"fixtures/corpus": {"digest": reports.digest(every), "halves": marks}}


def _pages(corpus: Corpus) -> Scored:
    halves = {}
    for half in sorted({case.half for case in corpus.cases}):
        halves[half] = means([judge(case, govreports(case.body, "")) for case in corpus.cases if case.half == half])
    return {"digest": corpus.digest, "halves": halves}


def fallen(before: Scored, now: Scored) -> list[str]:
    """What has fallen, a line each; a corpus that has changed says nothing of the scores."""
    if before["digest"] != now["digest"]:
        return ["the corpus is not the one that was scored: read the new scores, then `make scores`"]
    return [
        f"{half} {name}: {was:.4f} -> {now['halves'].get(half, {}).get(name, 0.0):.4f}"
        for half, scores in before["halves"].items()
        for name, was in scores.items()
        if now["halves"].get(half, {}).get(name, 0.0) < was - SLACK
    ]


def main(arguments: list[str]) -> int:
    """Check, or with `accept` keep what is measured now; what cannot be measured here stays as it is."""
    known: dict[str, Scored] = json.loads(FILE.read_text()) if FILE.is_file() else {}
    faults = 0
    for corpus, now in measured().items():
        for half, scores in now["halves"].items():
            print(f"{corpus} {half}: " + "  ".join(f"{name} {value:.4f}" for name, value in scores.items()))
        if "accept" in arguments:
            known[corpus] = now
            continue
        lines = fallen(known[corpus], now) if corpus in known else ["never scored: `make scores`"]
        faults += len(lines)
        for line in lines:
            print(f"{corpus}: {line}", file=sys.stderr)
    if "accept" in arguments:
        FILE.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
