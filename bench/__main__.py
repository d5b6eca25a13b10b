"""Prints quality and times of govreports and its peers on the pages that are here: the tables of docs/benchmarks.md."""

import os
import platform
from functools import partial
from importlib.metadata import version
from statistics import median

from bench import reports
from bench.articles import Case, corpora
from bench.extremes import memory, slow
from bench.quality import judge, means
from bench.readers import Reader, bare_parse, decoded, govreports, peers
from bench.timing import ROUNDS, timed, times
from govreports.pages import read_page
from govreports.parsing import hints_of, parse_report

SHOWN = ("precision", "recall", "f1", "f1_least", "title", "published")


def main() -> None:
    """Everything, in one run."""
    readers: dict[str, Reader] = {"govreports": govreports, **peers()}
    print(f"Python {platform.python_version()}, lxml {version('lxml')}, {os.cpu_count()} cores, {platform.machine()}\n")
    for corpus in corpora():
        for half in sorted({case.half for case in corpus.cases}):
            cases = [case for case in corpus.cases if case.half == half]
            print(f"### {corpus.name}, {half}: {len(cases)} pages\n")
            _compare(cases, readers)
    _parsing()
    print("### Extremes\n\n| page | x bare parse | peak memory x tree |\n|---|---|---|")
    taken, held = slow(), memory()
    for name, ratio in taken.ratios.items():
        print(f"| {name} | {ratio:.0f} | {f'{held[name]:.1f}' if name in held else '-'} |")


def _parsing() -> None:
    """What parsing the reports of the corpus takes beside their pages' bare parse, and how right it is."""
    ratios = []
    for truth in (truth for truths in reports.load().values() for truth in truths):
        page = read_page(truth.body, snapshot=truth.name)
        bare = min(timed(partial(bare_parse, truth.body)) for _ in range(ROUNDS))
        whole = min(timed(partial(parse_report, page.document, hints_of(page))) for _ in range(ROUNDS))
        if (truth.told["form"] or "").startswith("standard"):
            ratios.append(whole / bare)
    print(f"### Parsing\n\nparse_report: {median(ratios):.1f} x the bare parse of the page (standard forms, median)\n")
    for half, truths in sorted(reports.load().items()):
        print(f"{half}: {reports.scores(reports.mark(truths))}")
    print()


def _compare(cases: list[Case], readers: dict[str, Reader]) -> None:
    taken = times(cases, readers)
    print("| tool | " + " | ".join(SHOWN) + " | ms/page | x bare parse (median, worst) |")
    print("|---|" + "---|" * (len(SHOWN) + 2))
    for name, reader in readers.items():
        scores = means([judge(case, reader(case.body, decoded(case.body))) for case in cases])
        shown = " | ".join(f"{scores[key]:.3f}" if key in scores else "-" for key in SHOWN)
        of = taken[name]
        average = sum(of.milliseconds.values()) / len(of.milliseconds)
        print(f"| {name} | {shown} | {average:.1f} | {of.middle:.1f}, {of.worst:.1f} |")
    ahead = taken["trafilatura"].middle / taken["govreports"].middle
    print(f"\ntrafilatura takes {ahead:.1f} times as long as govreports (medians)\n")


if __name__ == "__main__":
    main()
