"""The words around each number of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govreports.parsing.headlines.sentences import Sentence
from govreports.parsing.numbers import Quantity

_RESPECTIVELY = re.compile(r"(?P<nouns>[^,;:]*)分别(?P<verb>[^,;:]{0,8})$")
_BETWEEN_NOUNS = re.compile(r"[、和与及]|以及")
_BETWEEN_NUMBERS = re.compile(r"[、,和与及 ]*")
_LONGEST = 200
"""Characters before a number that may name what it counts."""


@dataclass(frozen=True, slots=True)
class Context:
    """A number of a sentence. `clause` is the index of its clause, `before` the words from the figure before it or from
    the start of the semicolon group, `after` those to the end of its clause."""

    clause: int
    quantity: Quantity
    before: str
    after: str

    @property
    def text(self) -> str:
        """The context as the rules match it: `#` stands for number and measure."""
        return f"{self.before}#{self.after}"


def read_contexts(sentence: Sentence) -> list[Context]:
    """Every number with its words, those of a list told apart (`复议、诉讼分别为2件、1件`)."""
    return _respectively(list(_contexts(sentence)))


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


def _respectively(contexts: list[Context]) -> list[Context]:
    """Give each number of a 分别 list the noun it belongs to, and none where nouns and numbers do not pair off."""
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
        for n, context in enumerate(contexts[at : at + run]):
            before = f"{lead}{nouns[n]}{match['verb']}" if len(nouns) == run else ""
            contexts[at + n] = replace(context, before=before)
    return contexts
