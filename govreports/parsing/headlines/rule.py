"""A rule: which words around a number state an indicator.

A context is the text from the figure before (or the start of the semicolon group) to the number, a `#` for number and
measure, and the rest of the clause. A rule says which contexts state its indicator, what must be spoken of near by for
that to be clear, and which look-alikes it must not be taken for.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What states an indicator.

    `states` are patterns over a context; `near` must match in the sentence, its label or its heading, else the figure
    is a candidate, but for those that are `plain` in a report on disclosure; `never` in the context means another
    quantity; `doubtful` in the clause, or `elsewhere` in the sentence, makes the figure a candidate. `near_by_words`
    looks for `near` in the context instead of the sentence. The rule holds only in a sentence with `among`, and with
    `after_requests` only behind a figure of requests in it.
    """

    indicator: str
    measures: frozenset[str | None]
    states: tuple[re.Pattern[str], ...]
    near: re.Pattern[str] | None = None
    plain: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    doubtful: re.Pattern[str] | None = None
    elsewhere: re.Pattern[str] | None = None
    near_by_words: bool = False
    among: re.Pattern[str] | None = None
    after_requests: bool = False


def rule(
    indicator: str,
    measures: str,
    *states: str,
    near: str | None = None,
    plain: str | None = None,
    never: str | None = None,
    doubtful: str | None = None,
    elsewhere: str | None = None,
    near_by_words: bool = False,
    among: str | None = None,
    after_requests: bool = False,
) -> Rule:
    """A rule of patterns as text; `measures` are joined by `|`, an empty one is a number without a measure."""
    return Rule(
        indicator,
        frozenset(m or None for m in measures.split("|")),
        tuple(re.compile(state) for state in states),
        re.compile(near) if near else None,
        re.compile(plain) if plain else None,
        re.compile(never) if never else None,
        re.compile(doubtful) if doubtful else None,
        re.compile(elsewhere) if elsewhere else None,
        near_by_words,
        re.compile(among) if among else None,
        after_requests,
    )
