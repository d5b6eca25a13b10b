"""The evaluation corpus and the sums its tables must obey, written from the forms and not from the parser."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "fixtures" / "corpus"

COLUMNS = ("natural", "business", "research", "charity", "legal", "other_organisation", "total")
RESULTS = {
    "requests.granted": (),
    "requests.partial": (),
    "requests.denied": (
        "state_secret",
        "law_forbids",
        "three_safeties",
        "third_party",
        "internal_affairs",
        "process_information",
        "enforcement_file",
        "administrative_query",
    ),
    "requests.unable": ("not_held", "must_create", "unclear"),
    "requests.unprocessed": ("petition", "repeat", "publication", "mass", "reconfirm"),
}
OTHERS = {"standard-2019": (), "standard-2021": ("not_corrected", "fee_unpaid", "rest")}
ANNEX_2014 = {
    "requests.received": ("received.in_person", "received.fax", "received.online", "received.letter"),
    "requests.concluded": ("concluded.on_time", "concluded.extended"),
    "requests.answered": (
        "answered.already_public",
        "granted",
        "partial",
        "denied",
        "answered.not_this_organ",
        "answered.not_existing",
        "answered.asked_to_amend",
        "answered.other_route",
    ),
    "requests.denied": tuple(
        f"denied.{name}"
        for name in ("state_secret", "trade_secret", "privacy", "safety", "not_government_information", "other_law")
    ),
}
REGIONAL = {
    "F1": {
        "requests.received": tuple(
            f"received.{name}" for name in ("in_person", "fax", "email", "online", "letter", "other")
        ),
        "requests.answered": ("granted", "partial", "denied"),
    },
    "F2": {
        "requests.received": tuple(f"received.{name}" for name in ("in_person", "online", "letter_or_fax")),
        "requests.answered": ("granted", "partial", "denied", "answered.other"),
    },
}
S1 = {
    "12": range(13, 19),
    "19": range(20, 28),
    "27": range(28, 34),
    "37": (38, 43),
    "38": range(39, 43),
    "43": range(44, 49),
    "49": (50, 51),
}


@dataclass(frozen=True, slots=True)
class Sum:
    """Two sides that must be equal: names of cells."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def truth_of(page: Path) -> dict[str, Any]:
    """The truth beside a page; numbers are Decimal."""
    text = page.with_suffix(".truth.json").read_text("utf-8")
    truth: dict[str, Any] = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    return truth


def pages() -> list[Path]:
    """The corpus's pages, by name."""
    return sorted(path for path in CORPUS.iterdir() if path.suffix in {".html", ".txt"})


def application_sums(form: str) -> Iterator[Sum]:
    """The identities of table 3, for rows and for columns."""
    results = [f"{row}.{part}" if part else row for row, parts in RESULTS.items() for part in (parts or ("",))]
    results += [f"requests.other.{part}" for part in OTHERS[form]] or ["requests.other"]
    rows = ["requests.new", "requests.carried_in", *results, "requests.concluded", "requests.carried_out"]
    for row in rows:
        yield Sum((f"{row}.total",), tuple(f"{row}.{column}" for column in COLUMNS[:-1]))
    for column in COLUMNS:
        yield Sum((f"requests.concluded.{column}",), tuple(f"{row}.{column}" for row in results))
        yield Sum(
            (f"requests.new.{column}", f"requests.carried_in.{column}"),
            (f"requests.concluded.{column}", f"requests.carried_out.{column}"),
        )


def remedy_sums() -> Iterator[Sum]:
    """The identities of table 4."""
    for group in ("reviews", "litigation.direct", "litigation.after_review"):
        yield Sum((group,), tuple(f"{group}.{part}" for part in ("upheld", "corrected", "other", "pending")))


def annex_sums() -> Iterator[Sum]:
    """The identities of the annex of 2014."""
    for total, parts in ANNEX_2014.items():
        yield Sum((total,), tuple(f"requests.{part}" for part in parts))
    for total in ("reviews", "litigation"):
        yield Sum((total,), tuple(f"{total}.{part}" for part in ("upheld", "corrected", "other")))
    yield Sum(("staff",), ("staff.full_time", "staff.part_time"))


def regional_sums(names: set[str]) -> Iterator[Sum]:
    """The identities of the regional annex whose cells these are; S1's are named by their 代码."""
    if "12" in names:
        for total, parts in S1.items():
            yield Sum((total,), tuple(f"{part:02d}" for part in parts))
        return
    form = "F2" if {"requests.received.letter_or_fax", "requests.answered.other"} & names else "F1"
    for row, channels in REGIONAL[form].items():
        yield Sum((row,), tuple(f"requests.{part}" for part in channels))


def tables_of(truth: dict[str, Any]) -> Iterator[tuple[int, str, dict[str, dict[str, Any]]]]:
    """Each table's number, form and cells by name; a table with several value columns once for each."""
    for table in truth["tables"]:
        number, form = int(table["number"]), table["form"]
        cells = [s for s in truth["statistics"] if s["table"] == number]
        if form.startswith("standard"):
            yield number, form, {s["indicator"]: s for s in cells if s["indicator"]}
            continue
        columns: dict[Any, dict[str, dict[str, Any]]] = {}
        rows = {s["row"] for s in cells}
        for s in cells:
            cumulative = form == "regional-annex" and s["period"] == "cumulative"
            name = s["row"] if "12" in rows else s["indicator"]
            if name:
                columns.setdefault((s["scope"], s.get("column"), cumulative), {})[name] = s
        for column in columns.values():
            yield number, form, column


def sums_of(number: int, form: str, names: set[str]) -> Iterator[Sum]:
    """The identities of one table."""
    match form, number:
        case (("standard-2019" | "standard-2021"), 3):
            yield from application_sums(form)
        case (("standard-2019" | "standard-2021"), 4):
            yield from remedy_sums()
        case "annex-2014", _:
            yield from annex_sums()
        case "regional-annex", _:
            yield from regional_sums(names)


def judge(total: Sum, cells: dict[str, dict[str, Any]]) -> str | None:
    """`holds`, `broken`, `unverifiable` where a cell is no number, None where one is missing or open."""
    names = total.left + total.right
    if any(name not in cells or cells[name].get("ambiguous") for name in names):
        return None
    if any(cells[name]["stated"] != "number" for name in names):
        return "unverifiable"
    left, right = (sum(cells[name]["value"] for name in side) for side in (total.left, total.right))
    return "holds" if left == right else "broken"
