"""What the prose says against what the tables say."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from govreports.model.finding import Finding, Span
from govreports.model.report import Statistic

_WAN = {"万元": Decimal(10_000)}
_WITH_CARRIED_IN = frozenset({"requests.received", "requests.accepted"})


def comparison_findings(prose: Sequence[Statistic], tabled: Sequence[Statistic]) -> Iterator[Finding]:
    """`text-against-table` for a figure of the year that prose and table state differently, `scope-differs` where they
    may, because they speak of different bodies. Requests received may be told with those carried in."""
    stated = {
        each.indicator: each
        for each in reversed(tabled)
        if each.indicator and each.value is not None and each.period == "year"
    }
    for said in prose:
        printed = stated.get(said.indicator) if said.indicator else None
        if printed is None or not said.preferred or said.period != "year" or _agree(said, printed, stated):
            continue
        same = said.scope in (printed.scope, "unclear")
        told = f"{said.indicator} is {said.value} in the text ({said.scope}), {printed.value} in the table"
        yield Finding(
            "text-against-table" if same else "scope-differs",
            "warning" if same else "info",
            f"{told}." if same else f"{told} ({printed.scope}).",
            (said.indicator or "",),
            _evidence([said, printed, *(stated[name] for name in printed.derived_from if name in stated)]),
        )


def _agree(said: Statistic, printed: Statistic, stated: dict[str, Statistic]) -> bool:
    """Whether a figure of the text is the table's, as its qualifier has it."""
    one, other = _plain(said), _plain(printed)
    others = [other]
    carried = stated.get("requests.carried_in")
    if said.indicator in _WITH_CARRIED_IN and carried is not None:
        others.append(other + _plain(carried))
    if said.qualifier == "at_least":
        return any(each >= one for each in others)
    if said.qualifier == "at_most":
        return any(each <= one for each in others)
    return said.qualifier == "approximate" or printed.qualifier != "exact" or one in others


def _plain(statistic: Statistic) -> Decimal:
    return (statistic.value or Decimal(0)) * _WAN.get(statistic.measure or "", Decimal(1))


def _evidence(statistics: Sequence[Statistic]) -> tuple[Span, ...]:
    return tuple(Span(each.start, each.end) for each in statistics if each.start is not None and each.end is not None)
