"""One value an indicator and report: what the unit's year is in a table of units and years."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from govreports.model.record import Record, StatisticRecord
from govreports.parsing.headline_table import Headline, headline_table

SCOPES = ("own", "own_and_departments", "area", "unclear")
"""Whose figure stands for the report, the best first. A figure of the bodies below alone (`subordinate`) is a part of
something and never does."""

FACTORS = {("万元", "元"): Decimal(10_000), ("元", "万元"): Decimal(1) / 10_000}
"""From the measure a report states to the one the panel counts in. Counting words (件, 条, 宗, …) need no factor."""


@dataclass(frozen=True, slots=True)
class PanelValue:
    """A value in the headline's measure and the statistic it was taken from."""

    value: Decimal
    statistic: StatisticRecord


def panel_values(record: Record) -> dict[str, PanelValue]:
    """The headline indicators a report gives a value for.

    The rule: of the preferred statistics with a value, those of period `year`, or for an indicator that is always a
    stock also `cumulative`; of these the one whose scope comes first in SCOPES. What is unclear in its period is left
    to the long table.
    """
    found: dict[str, PanelValue] = {}
    for headline in headline_table().values():
        if chosen := _chosen(record["statistics"], headline):
            found[headline.indicator] = PanelValue(_converted(chosen, headline), chosen)
    return found


def _chosen(statistics: Iterable[StatisticRecord], headline: Headline) -> StatisticRecord | None:
    periods = ("year", "cumulative") if headline.kind == "stock" else ("year",)
    fit = [
        statistic
        for statistic in statistics
        if statistic["indicator"] == headline.indicator
        and statistic["preferred"]
        and statistic["value"] is not None
        and statistic["period"] in periods
        and statistic["scope"] in SCOPES
    ]
    best = sorted(fit, key=lambda each: (SCOPES.index(each["scope"]), periods.index(each["period"])))
    return best[0] if best else None


def _converted(statistic: StatisticRecord, headline: Headline) -> Decimal:
    factor = FACTORS.get((statistic["measure"] or "", headline.measure), Decimal(1))
    return Decimal(str(statistic["value"])) * factor
