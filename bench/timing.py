"""Times as ratios: every reader and the bare parse in turn on one page, processor time, the best of several rounds."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from statistics import median

from bench.articles import Case
from bench.readers import Reader, bare_parse, decoded

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds and multiples of the bare parse, by page."""

    milliseconds: Mapping[str, float]
    ratios: Mapping[str, float]

    @property
    def middle(self) -> float:
        """The median ratio over the pages."""
        return median(self.ratios.values())

    @property
    def worst(self) -> float:
        """The largest ratio."""
        return max(self.ratios.values())


def times(cases: list[Case], readers: Mapping[str, Reader], rounds: int = ROUNDS) -> dict[str, Times]:
    """The times of each reader over all pages; rounds are interleaved, so that a slow moment hits all alike."""
    taken: dict[str, dict[str, float]] = {name: {} for name in readers}
    bare: dict[str, float] = {}
    for case in cases:
        text = decoded(case.body)
        utf8 = text.encode("utf-8", "replace")
        calls = {"": partial(bare_parse, utf8)}
        calls |= {name: partial(reader, case.body, text) for name, reader in readers.items()}
        best: dict[str, float] = {}
        for _ in range(rounds):
            for name, call in calls.items():
                best[name] = min(best.get(name, float("inf")), timed(call))
        bare[case.name] = best[""]
        for name in readers:
            taken[name][case.name] = best[name]
    return {
        name: Times(
            {page: 1000 * seconds for page, seconds in by_page.items()},
            {page: seconds / bare[page] for page, seconds in by_page.items()},
        )
        for name, by_page in taken.items()
    }


def timed(call: Callable[[], object]) -> float:
    """Processor seconds of a call, no garbage collected meanwhile."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    try:
        call()
    finally:
        taken = time.process_time() - start
        gc.enable()
    return taken
