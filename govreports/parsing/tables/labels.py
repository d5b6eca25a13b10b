"""Printed labels against those of the forms: folded to what distinguishes them, looked up, and only then compared.

White space, quotes, brackets and punctuation tell nothing: reports print 危及“三安全一稳定”, "三安全一稳定" or neither,
（一）, (一) or 一、. What stands in brackets is an explanation, and may be longer than the label.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_CHINESE = "[一二三四五六七八九十]{1,3}"
_NUMBER = re.compile(
    rf"^(?:其中[::、]?|\({_CHINESE}\)[、.]?|{_CHINESE}[、.]|第{_CHINESE}[、.]|\(?\d{{1,2}}\)[、.]?|\d{{1,2}}[、.,:·](?!\d))"
)
_UNDIVIDED_NUMBER = re.compile(rf"^(?:其中)?(?:{_CHINESE}|\d{{1,2}})")
_ARABIC = re.compile(r"(?:其中：)?(\d{1,2})[.、]")
_BRACKETS = re.compile(r"[(\[【〔](?:[^()\[\]【】〔〕]|\([^()]*\))*(?:[)\]】〕]|$)")
_EXPLANATION = re.compile(r"(?<=..)[(\[【〔:,;。]|(?<=...)\s|(?<=..)(?:是指|指的?是|指|包括|即)")
_DROPPED = re.compile(r"[^\w]|_")
_YEAR = re.compile(r"(?:20|二[〇○零])[\d一二三四五六七八九〇○零]{2}")
_LONG, _MIDDLING = 10, 6
_SPACE = re.compile(r"\s+")
_MEASURES = ("万元", "元", "人次", "人", "条", "件", "次", "篇", "项", "个", "份", "期", "场", "宗", "%")
_MEASURE = re.compile(rf"[(\[【〔](?:(?:计量)?单位)?:?({'|'.join(_MEASURES)})[)\]】〕]")


@lru_cache(maxsize=8192)
def keys(text: str) -> tuple[str, ...]:
    """What a printed label may be looked up by, the surest first: all its words; those without what stands in brackets;
    without its year, without a number that lost its point, without an explanation behind."""
    found = list(whole_keys(text))
    found += [_YEAR.sub("", key) for key in found[-1:]]
    found += [_UNDIVIDED_NUMBER.sub("", key, count=1) for key in found]
    explained = _unnumbered(unicodedata.normalize("NFKC", text).strip())
    if cut := _EXPLANATION.search(explained):
        found.append(_fold(explained[: cut.start()]).replace("其它", "其他"))
    return tuple(dict.fromkeys(key for key in found if key))


@lru_cache(maxsize=8192)
def whole_keys(text: str) -> tuple[str, ...]:
    """A label without its number, white space, punctuation and measure: with all its words, and without those in
    brackets."""
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text)).replace("其它", "其他")
    plain = _unnumbered(_MEASURE.sub("", plain))
    bare = _unnumbered(_BRACKETS.sub("", plain))
    return tuple(dict.fromkeys(key for key in (_fold(plain), _fold(bare)) if key))


def form_keys(labels: Iterable[str]) -> Iterator[str]:
    """The keys under which a form's labels are found."""
    for label in labels:
        yield from whole_keys(label)


def folded(text: str) -> str:
    """A label without its number, white space and punctuation; empty where nothing else is printed."""
    found = whole_keys(text)
    return found[0] if found else ""


def printed_number(label: str) -> str | None:
    """The Arabic number a form prints in front of a label: 1.属于国家秘密 → 1."""
    match = _ARABIC.match(label)
    return match[1] if match else None


@lru_cache(maxsize=2048)
def printed_measure(text: str) -> str | None:
    """The measure a label states in brackets: 本年收费金额（单位：万元） → 万元."""
    match = _MEASURE.search(_SPACE.sub("", unicodedata.normalize("NFKC", text)))
    return match[1] if match else None


@lru_cache(maxsize=2048)
def measure_word(text: str) -> str | None:
    """The measure a cell names, where it holds nothing else."""
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text))
    return plain if plain in _MEASURES else None


def nearest(label: str, wanted: Iterable[tuple[str, str]]) -> str | None:
    """The name of the wanted label that a printed one is but for a few characters: one of four or five, two of up to
    nine, three or a quarter of more; None where none is, or two are equally near."""
    whole = _fold(_SPACE.sub("", unicodedata.normalize("NFKC", label)))
    ranked: list[tuple[int, str]] = []
    for each, name in wanted:
        other = folded(each)
        if most := _most_misprinted(len(other)):
            found = min(distance(printed, other, most) for printed in keys(label) or ("",))
            if found > most:  # a bracket misprinted: 本年收费金额正单位：万元）
                found = distance(whole, _fold(each), most)
            if found <= most:
                ranked.append((found, name))
    ranked.sort()
    if not ranked or any(found == ranked[0][0] and name != ranked[0][1] for found, name in ranked):
        return None
    return ranked[0][1]


def distance(one: str, other: str, most: int) -> int:
    """How many characters must be put in, left out, changed or swapped with the next to make one of the other, `most` +
    1 if more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    earlier: list[int] = []
    before = list(range(len(other) + 1))
    for at, character in enumerate(one, 1):
        row = [at]
        for n, against in enumerate(other, 1):
            least = min(before[n] + 1, row[-1] + 1, before[n - 1] + (character != against))
            if at > 1 and n > 1 and character == other[n - 2] and one[at - 2] == against:
                least = min(least, earlier[n - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
        earlier, before = before, row
    return before[-1]


def _most_misprinted(length: int) -> int:
    if length >= _LONG:
        return max(3, length // 4)
    return 2 if length >= _MIDDLING else length // 4


def _unnumbered(text: str) -> str:
    while match := _NUMBER.match(text):
        text = text[match.end() :]
    return text


def _fold(text: str) -> str:
    return _DROPPED.sub("", text)
