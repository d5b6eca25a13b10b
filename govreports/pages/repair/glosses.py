"""Pinyin glosses after a character, as hijacked mirrors of government pages add them: `監(jiān)督`, `公(gong)(gong)開`.

The mirrors gloss what their converter changed, mostly with tone marks, on every line of the page. One gloss is what
a careful writer adds to a rare name, so a page must show the habit before any is taken out.
"""

import re
from collections import Counter
from collections.abc import Sequence

from govreports.pages.repair.han import HAN
from govreports.pages.repair.pinyin import LETTERS, is_neutral, tone_of

_HABIT = 3
"""Different characters with a gloss beyond doubt that make a habit."""

_GLOSSES = re.compile(f"[(（](?<=[{HAN}].)[{LETTERS}]{{1,9}}[1-5]?[)）](?: ?[(（][{LETTERS}]{{1,9}}[1-5]?[)）])*")
_GLOSS = re.compile(r"[(（]([^()（）]+)[)）]")


def has_glosses(text: str) -> bool:
    """Whether a page glosses its characters as a habit."""
    glossed: set[str] = set()
    for match in _GLOSSES.finditer(text):
        if any(_certain(_GLOSS.findall(match.group()))):
            glossed.add(text[match.start() - 1])
            if len(glossed) >= _HABIT:
                return True
    return False


def without_glosses(text: str) -> str:
    """The text of a page that has the habit, without its glosses. Other words in brackets stay."""
    while (plain := _GLOSSES.sub(_other_words, text)) != text:
        text = plain  # A gloss between a character and a bracket hid that the bracket follows a character, too.
    return text


def _certain(inside: Sequence[str]) -> list[bool]:
    """For each of the bracketed words after one character, whether it is a gloss beyond doubt: a syllable with its
    tone, or one that stands twice (`(gong)(gong)`)."""
    words = [word.lower() for word in inside]
    times = Counter(words)
    return [(tone := tone_of(word)) is True or (tone is False and times[word] > 1) for word in words]


def _other_words(match: re.Match[str]) -> str:
    brackets = match.group()
    inside = _GLOSS.findall(brackets)
    if len(inside) == 1 and is_neutral(inside[0]):
        return ""
    if all(_certain(inside)):
        return ""
    certain = iter(_certain(inside))
    return _GLOSS.sub(lambda word: "" if next(certain) else word.group(), brackets)
