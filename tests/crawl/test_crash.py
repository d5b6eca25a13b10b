"""Killed at any moment and run again: the store ends as if nothing had happened."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest
from lanting import small_site

from govreports.archive import ArchiveWriter
from govreports.archive.members import walk
from govreports.crawl.run import replay
from govreports.places import store_url
from govreports.publish.record import to_json
from govreports.store import Store

# Method and the call of it at whose end (or, with "before", beginning) the process dies; "within" a write, half of it
# is on disk.
MOMENTS = [
    (ArchiveWriter, "write", 1, "after"),
    (ArchiveWriter, "write", 4, "after"),
    (ArchiveWriter, "_append", 1, "within"),
    (ArchiveWriter, "_append", 4, "within"),
    (Store, "begin_run", 1, "after"),
    (Store, "add_entries", 1, "before"),
    (Store, "add_entries", 1, "after"),
    (Store, "add_snapshot", 5, "after"),
    (Store, "save_verdict", 1, "after"),
    (Store, "save_reports", 1, "before"),
    (Store, "save_reports", 1, "after"),
    (Store, "save_reports", 2, "before"),
    (Store, "end_run", 1, "before"),
]


def die_at(owner: type, name: str, call: int, when: str) -> None:
    """Make this process kill itself at that moment."""
    method, calls = getattr(owner, name), iter(range(1, 1000))

    def dying(*args: object, **kwargs: object) -> object:
        last = next(calls) == call
        if last and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        if last and when == "within":
            _, file, content = args
            file.write(content[: len(content) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        result = method(*args, **kwargs)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, name, dying)


def killed_replay(recording: Path, moment: tuple[type, str, int, str]) -> None:
    die_at(*moment)
    replay([recording])


def records_of(archive: Path) -> list[tuple[str, int, int]]:
    """File, offset and length of every response in the archive. Damage fails here."""
    found = [(path.name, member) for path in archive.iterdir() for member in walk(path)]
    return sorted((name, each.offset, each.length) for name, each in found if each.type in {"response", "revisit"})


def content() -> tuple[list[str], list[tuple[object, ...]], list[tuple[object, ...]]]:
    with Store.open(store_url()) as store:
        records = [to_json(record) for record in store.records()]
        entries = [(row.url, row.title, row.listed, row.state, row.reason) for row in store.entries()]
        catalogues = [(page.url, page.state, page.entries) for page in store.catalogues()]
    return records, entries, catalogues


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_replay_killed_anywhere_and_run_again_ends_the_same(record, places: Path, monkeypatch) -> None:
    recording = record(small_site())
    replay([recording])
    undisturbed = content()
    assert len(undisturbed[0]) == 2
    context = multiprocessing.get_context("fork")
    for number, moment in enumerate(MOMENTS):
        data = places.parent / f"killed-{number}"
        monkeypatch.setenv("GOVREPORTS_DATA", str(data))
        child = context.Process(target=killed_replay, args=(recording, moment))
        child.start()
        child.join(60)
        assert child.exitcode == -signal.SIGKILL, moment
        replay([recording])
        assert content() == undisturbed, moment
        with Store.open(store_url()) as store, store._engine.connect() as connection:
            rows = connection.exec_driver_sql(
                "select archive_file, archive_offset, archive_length from snapshots"
            ).all()
            assert records_of(data / "archive") == sorted(map(tuple, rows)), moment
            told = connection.exec_driver_sql("select findings from runs where outcome is not null").scalar_one()
            assert ("torn record cut off" in told) == (moment[3] == "within"), moment
