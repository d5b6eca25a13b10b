"""Traditional script: told by the whole page, turned into simplified characters by OpenCC."""

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_LEAST = 3
"""Different characters of traditional script only that a page must hold; a name holds fewer."""

_CLAUSES = 2
"""Clauses in traditional script that a page must hold: an organ's name that it cites is within one."""

_SHARE = 0.8
"""Their share among the clauses that are of one script. Measured: 1.0 on traditional pages, below 0.02 on others."""

_CLAUSE = re.compile(r"[^\s，。；：、！？,;:!?“”‘’「」《》()（）>]+")

# OpenCC keeps 著, which is right in 著名 and 显著 and wrong in 着力 and 随着: 着 is the rule there, 著 the exception.
_VERBAL = re.compile("(?<![名编原专巨论遗合拙土卓昭彰显译新])著(?![名作述者书录称])")
_VARIANTS = str.maketrans({"衞": "卫"})


@cache
def _to_simplified() -> "OpenCC":
    from opencc import OpenCC  # Few pages need it, and its tables take a tenth of a second to load.

    return OpenCC("t2s")


def read_one_script_only() -> tuple[str, str]:
    """The characters of traditional script only, and those of simplified script only, as the data file has them.

    A character that the other script uses too (乾, 著, 徵 in names; 后, 干, 里 as words of their own) is in neither:
    what GB 2312 holds is used in simplified text, what Big5 holds in traditional text. Source: OpenCC's tables.
    """
    lines = files(__package__).joinpath("data/one_script_only.tsv").read_text(encoding="utf-8").splitlines()
    columns = dict(line.split("\t") for line in lines)
    return columns["traditional"], columns["simplified"]


_TRADITIONAL, _SIMPLIFIED = (re.compile(f"[{characters}]") for characters in read_one_script_only())


def is_traditional(text: str) -> bool:
    """Whether a page is in traditional script, judged over all its text and never by one character or one name.

    Each clause is evidence: for traditional script where it holds characters of that script alone. Where it holds some
    of either script it cites a name, and is evidence for simplified.
    """
    if not _TRADITIONAL.search(text):
        return False
    if len(set(_TRADITIONAL.findall(text))) < _LEAST:
        return False
    traditional = simplified = 0
    for clause in _CLAUSE.findall(text):
        if _SIMPLIFIED.search(clause):
            simplified += 1
        elif _TRADITIONAL.search(clause):
            traditional += 1
    return traditional >= max(_CLAUSES, _SHARE * (traditional + simplified))


def to_simplified(text: str) -> str:
    """The text in simplified characters; words are left as they are (網路 stays 网路). Nothing is left to convert: of a
    few characters OpenCC gives one that is traditional in another word (薴, 苧, 苎)."""
    while (simplified := _VERBAL.sub("着", _to_simplified().convert(text).translate(_VARIANTS))) != text:
        text = simplified
    return text
