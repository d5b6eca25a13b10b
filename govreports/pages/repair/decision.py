"""What a page's text needs, judged over the page as a whole, and the repairs that act on a single text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from govreports.pages.repair.commas import has_pushed_commas, without_pushed_commas
from govreports.pages.repair.glosses import has_glosses, without_glosses
from govreports.pages.repair.script import is_traditional, to_simplified
from govreports.pages.repair.spaces import fold_spaces, without_invisible


@dataclass(frozen=True, slots=True)
class Script:
    """How a page is written: in traditional script, with pinyin glosses, with commas pushed in before punctuation."""

    traditional: bool = False
    glossed: bool = False
    commas: bool = False

    def __or__(self, other: "Script") -> "Script":
        return Script(self.traditional or other.traditional, self.glossed or other.glossed, self.commas or other.commas)


class RepairedText(NamedTuple):
    """One text repaired, and the names of the repairs that changed it. A tuple, because each line gives one."""

    text: str
    repairs: frozenset[str]


_PLAIN = Script()
_NO_REPAIRS: frozenset[str] = frozenset()


def judge_script(lines: Iterable[str]) -> Script:
    """How a page is written, by the evidence of all its lines. A page that needs nothing costs three searches."""
    text = without_invisible(" ".join(lines))
    traditional, glossed = is_traditional(text), has_glosses(text)
    return Script(traditional, glossed, has_pushed_commas(text, mirrored=traditional or glossed))


def repair_text(text: str, script: Script) -> RepairedText:
    """A title, a breadcrumb's link, a metadata value or a line, repaired as its page is. Glosses go first: OpenCC
    converts by words, which they cut."""
    repaired, folded = fold_spaces(text)
    if script == _PLAIN:
        return RepairedText(repaired, frozenset({"spaces"}) if folded else _NO_REPAIRS)
    repairs = {"spaces"} if folded else set()
    if script.glossed and (plain := without_glosses(repaired)) != repaired:
        repairs.add("pinyin-glosses")
        repaired = plain
    if script.traditional and (simplified := to_simplified(repaired)) != repaired:
        repairs.add("traditional-script")
        repaired = simplified
    if script.commas and (fewer := without_pushed_commas(repaired)) != repaired:
        repairs.add("stray-commas")
        repaired = fewer
    return RepairedText(repaired, frozenset(repairs))
