"""Commas pushed in before other punctuation (`公开，。`), as mirrors of government pages add them to differ from the
original. One is a slip of the pen; a page must show the habit before any is taken out."""

import re

_HABIT = 3
"""Places that make a habit."""

_BEFORE_AN_END = re.compile("[，,](?=[。；：！？、;:!])")
"""What ends a clause by itself stands behind. A comma there says nothing; one before a bracket or another comma may be
somebody's blank to fill in, so that these show no habit."""

_PUSHED = re.compile("[，,]+(?=[。；：！？、;:!）》】〉」』])|(?<=[，,])[，,]+")


def has_pushed_commas(text: str, *, mirrored: bool) -> bool:
    """Whether a page has commas before other punctuation as a habit; on a mirror, told by its script, one is."""
    return len(_BEFORE_AN_END.findall(text)) >= (1 if mirrored else _HABIT)


def without_pushed_commas(text: str) -> str:
    """The text of a page that has the habit, without the commas that other punctuation follows."""
    return _PUSHED.sub("", text)
