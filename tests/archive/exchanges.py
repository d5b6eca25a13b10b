"""Invented exchanges for the archive."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from govreports.archive import ArchiveWriter, Limits, Received, Sent
from govreports.model.exchange import ArchivePlace, Original

URL = "http://www.muchuan.gov.test/show?id=7&q=年报"
TIME = datetime(2019, 3, 1, 8, 0, 30, 250000, tzinfo=UTC)
PAGE = "暮川县2018年政府信息公开工作年度报告".encode()
METADATA = {"portal": "muchuan", "role": "report", "entry": URL}


def received(body: bytes = PAGE, *, url: str = URL, days: int = 0, status: int = 200, **headers: str) -> Received:
    named = {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return Received(url, TIME + timedelta(days=days), status, tuple(named.items()), body)


def written(folder: Path, *answers: Received, limits: Limits | None = None) -> list[ArchivePlace]:
    """An archive of these answers, closed."""
    writer = ArchiveWriter(folder, limits)
    places = [writer.write(Sent("GET", answer.url), answer, METADATA) for answer in answers]
    writer.close()
    return places


def original(answer: Received, place: ArchivePlace) -> Original:
    return Original(answer.url, answer.time, place)


def only_file(folder: Path) -> Path:
    [path] = folder.glob("*.warc.gz")
    return path
