"""Text repair: what copying, converting and pasting did to a page's text is undone where that is certain, and named.

Clean text passes through unchanged. What cannot be restored is left as it came, and reported as damage.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from govreports.pages.repair.damage import Damage, find_damage
from govreports.pages.repair.decision import RepairedText, Script, judge_script, repair_text
from govreports.pages.repair.width import indent_of
from govreports.pages.repair.wrapping import unwrap

__all__ = [
    "REPAIRS",
    "Damage",
    "Repaired",
    "RepairedText",
    "Script",
    "find_damage",
    "judge_script",
    "repair_lines",
    "repair_text",
]

REPAIRS = ("traditional-script", "pinyin-glosses", "stray-commas", "hard-wrapped-lines", "spaces")
"""The names of the repairs of a text, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A page's lines after repair.

    `sources` gives for each line the first and last input line (from 0) it was made of, `repairs` names what was
    really done, `script` is the decision for the page's other texts.
    """

    lines: tuple[str, ...]
    sources: tuple[tuple[int, int], ...]
    repairs: tuple[str, ...]
    script: Script

    @property
    def damage(self) -> tuple[Damage, ...]:
        """The damage that stayed in `lines`."""
        return tuple(find_damage(self.lines))


def repair_lines(lines: Sequence[str], script: Script | None = None) -> Repaired:
    """Repair the lines of a page: paragraphs of an HTML body or lines of a text dump, blank ones among them.

    A blank line stays a (now empty) line. `script` overrides the judgement by the lines themselves, where a page is
    more than its body. Nothing is left to do in what comes out: repairing it again changes nothing.
    """
    judged = script or judge_script(lines)
    before, done = tuple(lines), _repaired(lines, judged)
    while done.lines != before:
        # Joining may bring to light what stood on two lines, and without their indents others may be seen to belong.
        before = done.lines
        judged = judged if script else judged | judge_script(before)
        again = _repaired(before, judged)
        sources = tuple((done.sources[first][0], done.sources[last][1]) for first, last in again.sources)
        done = replace(again, sources=sources, repairs=(*done.repairs, *again.repairs))
    repairs = tuple(name for name in REPAIRS if name in done.repairs)
    return replace(done, repairs=repairs, script=judged)


def _repaired(lines: Sequence[str], script: Script) -> Repaired:
    """One pass."""
    texts = [repair_text(line, script) for line in lines]
    repairs = {name for text in texts for name in text.repairs}
    plain = [text.text for text in texts]
    joined, sources = unwrap(plain, lines, [indent_of(line) for line in lines])
    if len(joined) < len(plain):
        repairs.add("hard-wrapped-lines")
    return Repaired(tuple(joined), tuple(sources), tuple(repairs), script)
