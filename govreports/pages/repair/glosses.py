"""Pinyin glosses after a character, as hijacked mirrors of government pages add them: `監(jiān)督`, `公(gong)(gong)開`.

The mirrors gloss what their converter changed, mostly with tone marks, on every line of the page. One gloss is what
a careful writer adds to a rare name, so a page must show the habit before any is taken out.
"""

import re
from collections.abc import Iterable

from govreports.pages.repair.han import HAN
from govreports.pages.repair.pinyin import LETTERS, is_neutral, tone_of

_HABIT = 3
"""Different characters with a gloss beyond doubt that make a habit."""

_GLOSSES = re.compile(f"(?<=[{HAN}])(?:[(（][{LETTERS}]{{1,9}}[1-5]?[)）])+")
_GLOSS = re.compile(r"[(（]([^()（）]+)[)）]")


def has_glosses(lines: Iterable[str]) -> bool:
    """Whether a page glosses its characters as a habit."""
    glossed: set[str] = set()
    for line in lines:
        if "(" in line or "（" in line:
            glossed.update(line[match.start() - 1] for match in _GLOSSES.finditer(line) if _beyond_doubt(match.group()))
            if len(glossed) >= _HABIT:
                return True
    return False


def without_glosses(text: str) -> str:
    """The text of a page that has the habit, without its glosses. Other words in brackets stay."""
    return _GLOSSES.sub(_rest, text)


def _beyond_doubt(brackets: str) -> bool:
    """A syllable with its tone, or the same one twice (`(gong)(gong)`)."""
    inside = _GLOSS.findall(brackets)
    tones = [tone_of(gloss) for gloss in inside]
    return None not in tones and (any(tones) or (len(inside) > 1 and len(set(inside)) == 1))


def _rest(match: re.Match[str]) -> str:
    brackets = match.group()
    inside = _GLOSS.findall(brackets)
    return "" if _beyond_doubt(brackets) or (len(inside) == 1 and is_neutral(inside[0])) else brackets
