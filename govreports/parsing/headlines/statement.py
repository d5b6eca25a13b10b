"""What a sentence states, before one statement of each indicator is preferred over the others."""

from dataclasses import dataclass
from decimal import Decimal

from govreports.model.report import Candidate, Period, Qualifier, Scope, Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One figure or zero and the place it stands at.

    `part` says that the text gives it as a part of another figure, `total` as the sum of those before it, `cumulative`
    that 累计 stands before it.
    """

    indicator: str
    value: Decimal
    measure: str | None
    as_stated: str
    qualifier: Qualifier
    stated: Stated
    period: Period
    scope: Scope
    start: int
    end: int
    quote: str
    part: bool = False
    total: bool = False
    cumulative: bool = False


Found = Statement | Candidate
