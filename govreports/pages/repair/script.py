"""Traditional script: told by the whole page, turned into simplified characters by OpenCC."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from opencc import OpenCC

_LEAST = 3
"""Different characters of traditional script only that a page must hold; a name or a quotation holds fewer."""

_SHARE = 0.8
"""Their share among the characters of one script only. Measured: 1.0 on traditional pages, below 0.02 on others."""

# OpenCC keeps 著, which is right in 著名 and 显著 and wrong in 着力 and 随着: 着 is the rule there, 著 the exception.
_VERBAL = re.compile("(?<![名编原专巨论遗合拙土卓昭彰显译新])著(?![名作述者书录称])")
_VARIANTS = str.maketrans({"衞": "卫"})


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


@cache
def _one_script_only() -> tuple[frozenset[str], frozenset[str]]:
    """Characters of traditional script only, and of simplified script only.

    A character that the other script uses too (乾, 著, 徵 in names; 后, 干, 里 as words of their own) says nothing:
    what GB 2312 holds is used in simplified text, what Big5 holds in traditional text.
    """
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    listed = "\n".join(characters)
    simplified = _to_simplified().convert(listed).split("\n")
    traditional = OpenCC("s2t").convert(listed).split("\n")
    return (
        frozenset(c for c, s in zip(characters, simplified, strict=True) if c != s and not _encodable(c, "gb2312")),
        frozenset(c for c, t in zip(characters, traditional, strict=True) if c != t and not _encodable(c, "big5")),
    )


def _encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def is_traditional(lines: Iterable[str]) -> bool:
    """Whether a page is in traditional script, judged over all its lines and never by one character."""
    counts = Counter("".join(lines))
    traditional_only, simplified_only = _one_script_only()
    traditional = {c: n for c, n in counts.items() if c in traditional_only}
    if len(traditional) < _LEAST:
        return False
    many = sum(traditional.values())
    few = sum(n for c, n in counts.items() if c in simplified_only)
    return many >= _SHARE * (many + few)


def to_simplified(text: str) -> str:
    """The text in simplified characters; words are left as they are (網路 stays 网路)."""
    return _VERBAL.sub("着", str(_to_simplified().convert(text)).translate(_VARIANTS))
