"""The table of headline indicators: what they are called and counted in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Headline:
    """One row of data/headlines.tsv: the indicator, what Chinese reports call it in short, the measure a panel counts
    it in, whether it is a `flow`, a `stock` or `flow or stock`, how `prose` states it (`-`: not at all), and whether it
    compares over the forms: A, B with care, C hardly, or other words."""

    indicator: str
    label: str
    measure: str
    kind: str
    prose: str
    comparability: str


@cache
def headline_table() -> Mapping[str, Headline]:
    """The headline indicators by name, in the table's order."""
    lines = (files("govreports.parsing") / "data" / "headlines.tsv").read_text("utf-8").splitlines()
    rows = map(_headline, lines[1:])
    return {row.indicator: row for row in rows}


def _headline(line: str) -> Headline:
    indicator, label, measure, kind, _, prose, *_, comparability = line.split("\t")
    return Headline(indicator, label, measure, kind, prose, comparability)
