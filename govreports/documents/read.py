"""What every reader of a format gives."""

from dataclasses import dataclass

from govreports.model.document import RawBlock
from govreports.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a file in reading order, the repairs that made them, what could not be read."""

    blocks: tuple[RawBlock, ...]
    repairs: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
