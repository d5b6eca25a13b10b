"""What indicators are called and mean, in Chinese and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Term:
    """The words for an indicator, for a row of a form (`requests.new`, whose cells are indicators) or for a column
    (`*.natural`). What is empty needs no words beside the labels of the forms."""

    name: str
    zh: str
    en: str
    definition_zh: str = ""
    definition_en: str = ""
    comparability_zh: str = ""
    comparability_en: str = ""


@cache
def terms() -> Mapping[str, Term]:
    """Every term by its name, in the order of data/terms.tsv, which is that of the codebook."""
    lines = (files("govreports.publish") / "data" / "terms.tsv").read_text("utf-8").splitlines()
    return {(term := Term(*line.split("\t"))).name: term for line in lines[1:]}


def column_term(name: str) -> Term:
    """The words for a column's part of an indicator's name. Raises KeyError for a column without words."""
    return terms()[f"*.{name}"]
