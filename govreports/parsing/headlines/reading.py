"""A sentence and what is known around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from govreports.model.report import Scope
from govreports.parsing.headlines.scopes import deciding_subject, is_stranger, read_scope, read_subject
from govreports.parsing.headlines.sentences import Sentence
from govreports.parsing.headlines.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """`earlier` are the sentences before it in its paragraph, `year` and `unit` those of the report, `above` is what
    was stated last before its paragraph."""

    sentence: Sentence
    earlier: Sequence[Sentence]
    year: int | None
    unit: str | None
    above: Statement | None = None

    @property
    def about(self) -> str:
        """The sentence with its label and heading and the sentence before it: all that tells what it speaks of."""
        return self.sentence.about + (self.earlier[-1].folded if self.earlier else "")

    def scope(self, clause: int, before: int) -> Scope:
        """Scope of a figure at offset `before` of a clause; the organ's own where nothing tells."""
        subject = self._subject(clause, before)
        return (read_scope(subject, self.unit) if subject else None) or "own"

    def owner(self, clause: int, before: int) -> Scope:
        """Scope of what a clause's subject owns (a website's visits are its organ's), of a figure there where it names
        no owner."""
        subject = read_subject(self.sentence.clauses[clause].folded, of_thing=True)
        return (read_scope(subject, self.unit) if subject else None) or self.scope(clause, before)

    def stranger(self, clause: int, before: int) -> str | None:
        """Why a figure there is for a coder, where its subject is an organ that is not the report's."""
        return "names another organ" if is_stranger(self._subject(clause, before), self.unit) else None

    def _subject(self, clause: int, before: int) -> str | None:
        earlier = [each.clauses for each in self.earlier]
        return deciding_subject(self.sentence.clauses, clause, before, earlier, self.unit)
