"""One preferred statement for each indicator, period and scope.

The rule: a total before a part, an exact figure before a qualified one, a number before a zero in words, then the first
in the text; of those that agree the first. All statements are kept.
"""

from collections.abc import Sequence

from govreports.parsing.headlines.statement import Statement


def prefer(statements: Sequence[Statement]) -> list[tuple[Statement, bool]]:
    """The statements in the order of the text, each once, with whether it is the preferred one."""
    unique = sorted(
        {(s.indicator, s.period, s.scope, s.start, s.end, s.value): s for s in statements}.values(),
        key=lambda s: (s.start, s.end, s.indicator),
    )
    best: dict[tuple[str, str, str], Statement] = {}
    for statement in unique:
        key = (statement.indicator, statement.period, statement.scope)
        if key not in best or _rank(statement) < _rank(best[key]):
            best[key] = statement
    chosen: dict[tuple[str, str, str], int] = {}
    for statement in unique:
        key = (statement.indicator, statement.period, statement.scope)
        if (statement.value, statement.qualifier) == (best[key].value, best[key].qualifier):
            chosen.setdefault(key, id(statement))
    first = set(chosen.values())
    return [(statement, id(statement) in first) for statement in unique]


def _rank(statement: Statement) -> tuple[bool, bool, bool, int]:
    return (statement.part, statement.qualifier != "exact", statement.stated == "words", statement.start)
