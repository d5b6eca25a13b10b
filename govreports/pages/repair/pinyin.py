"""Pinyin syllables: what can stand in a gloss, and what is an English word."""

import re
import unicodedata
from functools import lru_cache

# The syllables of the standard table (汉语拼音方案), by initial; an empty initial is written "-".
_TABLE = """
- a ai an ang ao e ei en eng er o ou yi ya yo ye yao you yan yin yang ying yong wu wa wo wai wei wan wen wang weng
- yu yue yuan yun
b a ai an ang ao ei en eng i ian iao ie in ing o u
p a ai an ang ao ei en eng i ian iao ie in ing o ou u
m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f a an ang ei en eng o ou u
d a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo ü üe
l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe
g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j i ia ian iang iao ie in ing iong iu u uan ue un
q i ia ian iang iao ie in ing iong iu u uan ue un
x i ia ian iang iao ie in ing iong iu u uan ue un
zh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r an ang ao e en eng i ong ou u ua uan ui un uo
z a ai an ang ao e ei en eng i ong ou u uan ui un uo
c a ai an ang ao e en eng i ong ou u uan ui un uo
s a ai an ang ao e en eng i ong ou u uan ui un uo
"""

_TONES = "\u0304\u0301\u030c\u0300"
_LOOKALIKES = str.maketrans({"ɡ": "g", "ɑ": "a"})

LETTERS = "A-Za-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿɡɑê\u0300\u0301\u0304\u0308\u030c"
"""Letters of a gloss, as the inside of a regular expression's class."""

MARKED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ"
"""Vowels with a tone mark."""


def _syllables() -> frozenset[str]:
    found: set[str] = set()
    for line in _TABLE.split("\n"):
        initial, *finals = line.split() or [""]
        found.update(initial.strip("-") + final for final in finals)
    return frozenset(found | {syllable.replace("ü", "v") for syllable in found})


_SYLLABLES = _syllables()
_NEUTRAL = frozenset({"de", "ge", "le", "li", "ma", "me", "men", "ne", "ba", "shang", "tou", "zhe", "zi"})
_NUMBERED = re.compile("[1-5]$")


@lru_cache(maxsize=4096)
def tone_of(gloss: str) -> bool | None:
    """True for one syllable with its tone (`jiān`, `jian1`), False for one without, None for what is no syllable."""
    letters = unicodedata.normalize("NFD", gloss.lower().translate(_LOOKALIKES))
    tones = sum(letters.count(mark) for mark in _TONES)
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    numbered = _NUMBERED.search(plain) is not None
    if tones + numbered > 1 or plain.rstrip("12345") not in _SYLLABLES:
        return None
    return tones + numbered == 1


def is_neutral(gloss: str) -> bool:
    """Whether a syllable without a tone mark is one that is spoken without a tone (`men`, `le`)."""
    return gloss.lower() in _NEUTRAL
