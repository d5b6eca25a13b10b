"""The table of headline indicators: what they are called and counted in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Headline:
    """One row of data/headlines.tsv: the indicator, what Chinese reports call it in short, the measure a panel counts
    it in, and whether it is a `flow`, a `stock` or `flow or stock`."""

    indicator: str
    label: str
    measure: str
    kind: str


@cache
def headline_table() -> Mapping[str, Headline]:
    """The headline indicators by name, in the table's order."""
    lines = (files("govreports.parsing") / "data" / "headlines.tsv").read_text("utf-8").splitlines()
    rows = (Headline(*line.split("\t")[:4]) for line in lines[1:])
    return {row.indicator: row for row in rows}
