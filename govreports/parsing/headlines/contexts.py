"""The words around each number of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from govreports.parsing.headlines.sentences import Sentence
from govreports.parsing.numbers import Quantity

_RESPECTIVELY = re.compile(r"(?P<nouns>[^,;:]*)分别(?P<verb>[^,;:]{0,24})$")
_A_YEAR = re.compile(r".{0,6}?(\d{4})年度?")
_BETWEEN_NOUNS = re.compile(r"[、和与及]|以及")
_BETWEEN_NUMBERS = re.compile(r"[、,和与及 ]*")
_ON_DISCLOSURE = re.compile(
    r"[,、(]*(?:其中)?[:,]?[^,;]{0,4}?(?P<cause>(?:涉及|与|因|由|针对|关于|属于?)[^,;]{0,6}?信息公开)[^,;]{0,8}"
)
_MAY_BE_ON_DISCLOSURE = re.compile(r"复议|诉讼|申诉|投诉|举报|咨询")
_LONGEST = 200
"""Characters before a number that may name what it counts."""


@dataclass(frozen=True, slots=True)
class Context:
    """A number of a sentence. `clause` is the index of its clause, `before` the words from the figure before it or from
    the start of the semicolon group, `after` those to the end of its clause.

    `narrowed` says that a later number tells how much of this one is on disclosure (`诉讼18件,其中涉及信息公开3件`);
    that number's `whole` is the clause of this one. `year` is that of a number in a series of years.
    """

    clause: int
    quantity: Quantity
    before: str
    after: str
    narrowed: bool = False
    whole: str = ""
    year: int | None = None

    @property
    def text(self) -> str:
        """The context as the rules match it: `#` stands for number and measure."""
        return f"{self.before}#{self.after}"


def read_contexts(sentence: Sentence) -> list[Context]:
    """Every number with its words, those of a list told apart (`复议、诉讼分别为2件、1件`)."""
    return _narrowed(_respectively(list(_contexts(sentence))), sentence)


def _contexts(sentence: Sentence) -> Iterator[Context]:
    """The text before a number runs on over commas, so that the verb of the clause before is in it."""
    before, group = "", 0
    for index, clause in enumerate(sentence.clauses):
        if clause.group != group:
            before, group = "", clause.group
        at = 0
        for n, quantity in enumerate(clause.quantities):
            before = (before + clause.folded[at : quantity.start])[-_LONGEST:]
            ends = clause.quantities[n + 1].start if n + 1 < len(clause.quantities) else len(clause.folded)
            yield Context(index, quantity, before, clause.folded[quantity.end : ends].rstrip(",;:。.、"))
            before, at = "", quantity.end
        before = (before + clause.folded[at:])[-_LONGEST:]


def _narrowed(contexts: list[Context], sentence: Sentence) -> list[Context]:
    """Give a number that tells a part on disclosure the words of the whole before it."""
    for at, (whole, part) in enumerate(pairwise(contexts)):
        on_disclosure = _ON_DISCLOSURE.fullmatch(part.before)
        if on_disclosure and _MAY_BE_ON_DISCLOSURE.search(whole.before) and "信息公开" not in whole.before:
            contexts[at] = replace(whole, narrowed=True)
            before = f"{on_disclosure['cause']}的{whole.before.lstrip(',、;:')}"
            contexts[at + 1] = replace(part, before=before, whole=sentence.clauses[whole.clause].folded)
    return contexts


def _respectively(contexts: list[Context]) -> list[Context]:
    """Give each number of a 分别 list the noun or the year it belongs to; leave out those of a list where nouns and
    numbers do not pair off."""
    left_out: set[int] = set()
    for at, first in enumerate(contexts):
        if not (match := _RESPECTIVELY.search(first.before)):
            continue
        nouns = [noun for noun in _BETWEEN_NOUNS.split(match["nouns"]) if noun]
        run = 1
        while at + run < len(contexts) and _BETWEEN_NUMBERS.fullmatch(contexts[at + run].before):
            run += 1
        if len(nouns) == 1 and run == 1:
            continue
        lead = first.before[: match.start("nouns")]
        if len(nouns) != run:
            left_out.update(range(at, at + run))
            continue
        for n, (context, noun) in enumerate(zip(contexts[at : at + run], nouns, strict=True)):
            year = _A_YEAR.fullmatch(noun)
            before = f"{lead}{'' if year else noun}{match['verb']}"
            contexts[at + n] = replace(context, before=before, year=int(year[1]) if year else None)
    return [context for n, context in enumerate(contexts) if n not in left_out]
