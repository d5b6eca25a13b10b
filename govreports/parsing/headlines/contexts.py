"""The words around each number of a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from govreports.parsing.headlines.sentences import Sentence
from govreports.parsing.numbers import Quantity

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


def read_contexts(sentence: Sentence) -> Iterator[Context]:
    """Every number with its words. The text before it runs on over commas, so that the verb of the clause before is in
    it."""
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
