"""What stands behind a label in running text: the figures of its row, before the number of the next label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govreports.parsing.numbers import fold
from govreports.parsing.tables.cells import is_value_like
from govreports.parsing.tables.splitting import Atom

_DIGITS = "0-9０-９"
_EXPLANATION = re.compile(r"\s*[(（][^()（）\n]*(?:[)）]|$)")
_MEASURE = re.compile(r"\s*[(（]?(?:单位[:：])?(万元|元|人次|人|条|件|次|篇|项|个|份)[)）]?(?![\u4e00-\u9fff])")
_PLAIN = rf"\s{_DIGITS},，.．+＋\-‐–—―─－−/／"
_UNITS = "万元|元|人次|人|条|件|次|篇|项|个|份|笔|宗"
_FIGURES = re.compile(rf"(?:[{_PLAIN}]|(?:{_UNITS})(?![\u4e00-\u9fff])|(?:增加?|减少?)(?=[{_DIGITS}]))*")
_ATOM = re.compile(rf"[{_DIGITS}]+(?:[.．][{_DIGITS}]+)*|[-‐–—―─－−]+|[/／]")
_SIGNED = re.compile(rf"[-－−+＋]?[{_DIGITS}]+(?:[.．][{_DIGITS}]+)*|[-‐–—―─－−]+|[/／]")
_PAGE_NUMBER = re.compile(rf"(?<=\n)[ \t]*[-–—][ \t]*[{_DIGITS}]{{1,3}}[ \t]*[-–—][ \t]*$", re.MULTILINE)
_CHINESE_NUMBER = re.compile(r"(?:其中[:：]?|[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?)\s*$")
_LAST_DIGITS = re.compile(rf"[{_DIGITS}]+$")
_POINTED = re.compile(rf"[(（]?([{_DIGITS}]{{1,2}}?)\s*(?:[)）]\s*[、.．]?|[.．、])\s*$")


@dataclass(frozen=True, slots=True)
class Zone:
    """The figures behind one label: the texts that white space parts, each with its offset; the measure in front of
    them; where other words begin, and where those end. `glued` is the number of the next label, if its digits may be
    the figures' last."""

    tokens: tuple[tuple[str, int], ...]
    measure: str | None
    words: int
    end: int
    glued: str | None = None

    @property
    def atoms(self) -> list[Atom]:
        """The stretches of digits and the dashes."""
        return self._found(_ATOM)

    @property
    def signed_atoms(self) -> list[Atom]:
        """The same, a dash in front of a digit taken for a minus."""
        return self._found(_SIGNED)

    @property
    def has_plus(self) -> bool:
        """Whether a plus stands among the figures."""
        return any("+" in text or "＋" in text for text, _ in self.tokens)

    def _found(self, pattern: re.Pattern[str]) -> list[Atom]:
        return [
            Atom(match[0], start + match.start(), not match[0][-1].isdigit())
            for text, start in self.tokens
            for match in pattern.finditer(text)
        ]

    @property
    def without_glued(self) -> list[Atom] | None:
        """The atoms without the digits of the next label's number; None where those are not the last digits."""
        atoms = self.atoms
        if not self.glued or not atoms or atoms[-1].is_dash or not fold(atoms[-1].text).endswith(self.glued):
            return None
        rest = atoms[-1].text[: -len(self.glued)]
        return [*atoms[:-1], *([Atom(rest, atoms[-1].start)] if rest else [])]


def read_zone(text: str, start: int, end: int, following: str | None = None, *, last: bool = False) -> Zone:
    """The zone between two offsets. `following` is the number that the form prints in front of the label at `end`;
    `last` says that no label follows: then the figures end with their line."""
    at = start
    if match := _EXPLANATION.match(text, at, end):
        at = match.end()
    measure = None
    if match := _MEASURE.match(text, at, end):
        measure, at = match[1], match.end()
    glued: str | None = None
    if not last:
        end, glued = before_number(text, at, end, following)
    stop = words = _figures_end(text, at, end)
    if stop < end:
        stop, _ = before_number(text, at, stop, None)
    if last:
        stop = words = _line_end(text, at, stop)
    figures = _PAGE_NUMBER.sub(lambda match: " " * len(match[0]), text[at:stop])
    tokens = tuple((match[0], at + match.start()) for match in re.finditer(r"\S+", figures))
    return Zone(tokens, measure, words, end, glued if words == end else None)


def values(zone: Zone) -> Sequence[str]:
    """The texts of the figures, where each may be a cell."""
    found = [text for text, _ in zone.tokens]
    return found if all(map(is_value_like, found)) else []


def _figures_end(text: str, start: int, end: int) -> int:
    match = _FIGURES.match(text, start, end)
    return match.end() if match else start


def _line_end(text: str, start: int, end: int) -> int:
    """Where the figures behind the last label end: with the first line that holds any, or where every line holds one
    figure, with the last of them."""
    lines = text[start:end].split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return start
    if first > 0 and len(lines[first].split()) == 1:
        return end
    return start + sum(len(line) + 1 for line in lines[: first + 1]) - 1


def before_number(text: str, start: int, end: int, following: str | None) -> tuple[int, str | None]:
    """Where a zone ends: before the number of the label that follows it. Where that number has lost its point its
    digits may be figures: then they are given beside."""
    while match := _CHINESE_NUMBER.search(text, start, end):
        if match.end() == match.start():
            break
        end = match.start()
    if match := _POINTED.search(text, start, end):
        run = _LAST_DIGITS.search(text[start : match.end(1)])
        digits = fold(run[0] if run else match[1])
        # Of digits run together with the number only the number's own are its: the form's, else one.
        own = len(following) if following and digits.endswith(following) else 1 if len(digits) > 2 else len(digits)
        return min(match.start(), match.end(1) - own) if len(digits) <= own else match.end(1) - own, None
    return end, following
