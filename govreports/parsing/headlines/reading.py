"""A sentence and what is known around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from govreports.model.report import Scope
from govreports.parsing.headlines.scopes import is_stranger, scope_of, subjects
from govreports.parsing.headlines.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """`earlier` are the sentences before it in its paragraph, `year` and `unit` those of the report."""

    sentence: Sentence
    earlier: Sequence[Sentence]
    year: int | None
    unit: str | None

    def scope(self, clause: int, before: int) -> Scope:
        """Scope of a figure at offset `before` of a clause."""
        return scope_of(self._subjects(clause, before), self.unit)

    def stranger(self, clause: int, before: int) -> str | None:
        """Why a figure there is for a coder, where its subject is an organ that is not the report's."""
        return "names another organ" if is_stranger(self._subjects(clause, before), self.unit) else None

    def _subjects(self, clause: int, before: int) -> list[str]:
        return subjects(self.sentence.clauses, clause, before, [each.clauses for each in self.earlier])
