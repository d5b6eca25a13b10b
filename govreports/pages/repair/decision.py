"""What a page's text needs, judged over the page as a whole, and the repairs that act on a single text."""

from collections.abc import Sequence
from dataclasses import dataclass

from govreports.pages.repair.glosses import has_glosses, without_glosses
from govreports.pages.repair.script import is_traditional, to_simplified
from govreports.pages.repair.spaces import fold_spaces


@dataclass(frozen=True, slots=True)
class Script:
    """How a page is written: in traditional script, with pinyin glosses."""

    traditional: bool = False
    glossed: bool = False


@dataclass(frozen=True, slots=True)
class RepairedText:
    """One text repaired, and the names of the repairs that changed it."""

    text: str
    repairs: frozenset[str]


def judge_script(lines: Sequence[str]) -> Script:
    """How a page is written, by the evidence of all its lines."""
    return Script(traditional=is_traditional(lines), glossed=has_glosses(lines))


def repair_text(text: str, script: Script) -> RepairedText:
    """A title, a breadcrumb's link, a metadata value or a line, repaired as its page is. Glosses go first: OpenCC
    converts by words, which they cut."""
    repairs = set()
    repaired, folded = fold_spaces(text)
    if folded:
        repairs.add("spaces")
    if script.glossed and (plain := without_glosses(repaired)) != repaired:
        repairs.add("pinyin-glosses")
        repaired = plain
    if script.traditional and (simplified := to_simplified(repaired)) != repaired:
        repairs.add("traditional-script")
        repaired = simplified
    return RepairedText(repaired, frozenset(repairs))
