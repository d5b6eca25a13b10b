"""The five reports the project was given, where they are at hand beside the checkout, as they came and with every place
and figure changed: no rule may know them."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govreports.model.record import Record
from govreports.pages import read_page
from govreports.parsing import hints_of, parse_report
from govreports.publish.record import build_record

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))
needs_seeds = pytest.mark.skipif(not NAMES, reason="the seeds lie beside the checkout only on the project's machines")

# Same length, so that a hard-wrapped page stays wrapped; real places, so that their codes can be checked.
PLACES = {
    "bozhou-2011": ({"亳州": "宿州", "亳": "宿"}, {"341600": "341300"}),
    "jinan-2013": ({"金安": "裕安"}, {"341502": "341503"}),
    "quzhou-2014": ({"衢州": "台州"}, {"330800": "331000"}),
    "gangkou-2013": ({"宁国": "桐城", "港口镇": "大关镇"}, {"341881": "340881"}),
    "bengbu-2012": ({"商务局": "水利局"}, {}),
}
KEPT = re.compile(
    r"20\d\d(?=[年度〕-])|\d+(?=年|月|日|号|时|%|％|个|项|家|级|次|:)|(?<=:)\d+|(?<=〔)\d+|\d+-[\d-]+|[0-9A-Z]+/[\d-]+|\d{1,2}、"
)


def changed(text: str, places: dict[str, str]) -> str:
    """The text with other places and every other figure raised by its last digit's neighbour."""
    for old, new in places.items():
        text = text.replace(old, new)
    out, at = "", 0
    for match in re.finditer(r"\d+", text):
        kept = KEPT.match(text, match.start()) or re.search(r"[〔:/-]$", text[: match.start()])
        out += text[at : match.start()] + (match.group() if kept else other(match.group()))
        at = match.end()
    return out + text[at:]


def other(digits: str) -> str:
    return digits if digits == "0" else "".join(str((int(d) + 3) % 9 + 1) for d in digits)


def record_of(name: str, body: bytes) -> Record:
    page = read_page(body, snapshot=f"{name}.txt")
    return build_record(page, parse_report(page.document, hints_of(page)), identity=name)


@needs_seeds
def test_the_seeds_as_they_came() -> None:
    done = subprocess.run(
        [sys.executable, str(SEEDS / "check.py")], capture_output=True, text=True, cwd=Path(__file__).parents[1]
    )
    assert done.returncode == 0, done.stdout + done.stderr


@needs_seeds
@pytest.mark.parametrize("name", NAMES)
def test_a_seed_with_other_places_and_figures(name: str) -> None:
    expected: dict[str, Any] = json.loads((SEEDS / "expected.json").read_text("utf-8"))[name]
    places, codes = PLACES[name]
    record = record_of(name, changed((SEEDS / f"{name}.txt").read_text("utf-8"), places).encode())
    for field in ("title", "unit", "source"):
        if expected.get(field):
            want = expected[field]
            for old, new in places.items():
                want = want.replace(old, new)
            assert record[field] == want
    assert record["region"] == codes.get(expected.get("region"), expected.get("region"))
    assert record["year"] == expected["year"]
    assert record["document_type"] == expected["document_type"]
    preferred = [s for s in record["statistics"] if s["preferred"]]
    assert {key(s) for s in preferred if s["indicator"] not in expected.get("allowed", [])} == {
        key(s | {"value": int(other(str(s["value"])))}) for s in expected["statistics"]
    }


def key(statistic: dict[str, Any]) -> tuple[object, ...]:
    return statistic["indicator"], statistic["value"], statistic["period"], statistic["qualifier"]
