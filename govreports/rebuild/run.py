"""A rebuild: the journal tells what was read at each entry, workers read it again, the store takes what follows."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from govreports.model.reading import Reading
from govreports.model.record import Record
from govreports.publish.article import NOT_A_REPORT, NotAReport
from govreports.rebuild.cells import CellChange, cell_changes
from govreports.rebuild.stretches import Stretch, stretches
from govreports.rebuild.work import Lost, Outcome, Task, Unreadable, do_all
from govreports.store import Store
from govreports.store.journal import Verdict
from govreports.store.remaking import Remade, Remaking

BATCH = 16
"""Stretches a worker gets at a time, and the store takes in one transaction: many enough that neither messages nor
commits count, few enough that a crawl beside it never waits long."""

AHEAD = 3
"""Batches that wait for each worker: it never idles, and what has been read does not pile up."""

Answer = list[tuple[Outcome, ...]]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What became of entries that depend on each other: how many they are, the readings done again, the cells that
    changed, and what could not be read. Where anything could not, or a crawl came first (`overtaken`), all of them are
    left as they were."""

    entries: int
    readings: int
    changes: tuple[CellChange, ...] = ()
    lost: tuple[str, ...] = ()
    overtaken: bool = False


def rebuild(
    store: Store, archive: Path, *, portals: Collection[str] | None = None, workers: int = 1
) -> Iterator[Rebuilt]:
    """Read and parse again what the journal says was read, of all portals or these, and put what follows in the place
    of what is stored, entry by entry: it may be stopped anywhere and begun again. `workers` are processes; one works in
    this one. Raises concurrent.futures' BrokenExecutor if a worker is killed."""
    found = stretches(store, portals)
    for batch, answer in _answers(archive, _batches(found), workers):
        yield from _stored(store, batch, answer)


def _batches(found: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    each = iter(found)
    while batch := list(islice(each, BATCH)):
        yield batch


def _answers(archive: Path, batches: Iterator[list[Stretch]], workers: int) -> Iterator[tuple[list[Stretch], Answer]]:
    """Each batch with what its readings give."""
    if workers == 1:
        for batch in batches:
            yield batch, do_all(archive, [_task(stretch) for stretch in batch])
        return
    # Workers are forked off a process that has imported what they need and nothing else: no Scrapy, no open store.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([do_all.__module__])
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupts)
    waiting: deque[tuple[list[Stretch], Future[Answer]]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(do_all, archive, [_task(stretch) for stretch in batch])))
            if len(waiting) > AHEAD * workers:
                first, answer = waiting.popleft()
                yield first, answer.result()
        for first, answer in waiting:
            yield first, answer.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """Ctrl-C is for the process that gives the work; it lets the workers end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _task(stretch: Stretch) -> Task:
    readings = tuple(row.event for row in stretch.rows if isinstance(row.event, Reading))
    return Task(stretch.portal, readings, stretch.places)


def _stored(store: Store, batch: Sequence[Stretch], answer: Answer) -> Iterator[Rebuilt]:
    """Put what was read into the store, in one transaction."""
    whole: list[tuple[Stretch, Remade]] = []
    for stretch, outcomes in zip(batch, answer, strict=True):
        if lost := tuple(outcome.reason for outcome in outcomes if isinstance(outcome, Lost)):
            yield Rebuilt(stretch.entries, len(outcomes), lost=lost)
        else:
            whole.append((stretch, _remade(stretch, outcomes)))
    done = store.make_again([remade for _, remade in whole])
    for (stretch, remade), remaking in zip(whole, done, strict=True):
        yield _rebuilt(stretch, remade, remaking)


def _rebuilt(stretch: Stretch, remade: Remade, remaking: Remaking) -> Rebuilt:
    readings = sum(isinstance(row.event, Reading) for row, _ in remade.rows)
    changes = tuple(cell_changes(remaking.before, remaking.after))
    return Rebuilt(stretch.entries, readings, changes, overtaken=remaking.overtaken)


def _remade(stretch: Stretch, outcomes: Sequence[Outcome]) -> Remade:
    again = iter(outcomes)
    rows = [(row, row.event if isinstance(row.event, Verdict) else _following(next(again))) for row in stretch.rows]
    return Remade(stretch.portal.id, rows, stretch.last)


def _following(outcome: Outcome) -> tuple[Record, ...] | Verdict:
    """What follows for the store."""
    if isinstance(outcome, NotAReport):
        return Verdict(NOT_A_REPORT, outcome.document_type, outcome.reason)
    if isinstance(outcome, Unreadable):
        return Verdict("unreadable", None, outcome.reason)
    if isinstance(outcome, Lost):
        raise TypeError("what is lost has no consequence")
    return outcome
