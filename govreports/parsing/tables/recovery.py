"""What a reader must know of figures that were read out of digits run together."""

from collections.abc import Iterable, Iterator, Sequence

from govreports.model.finding import Finding, Span
from govreports.parsing.tables.reading import FormTable, ReadCell
from govreports.parsing.tables.rules import spans

_SEVERAL = 2


def recovery_findings(tables: Iterable[FormTable]) -> Iterator[Finding]:
    """`digits-split` for cells that the sums tell apart, `ambiguous-digits` with the number of solutions for those that
    were left empty because they differ between them."""
    for table in tables:
        found = table.recovery
        if found and found.told:
            message = "The figures were printed without borders; the sums allow to cut them in one way only."
            yield Finding("digits-split", "info", message, _names(found.told), spans(found.told))
        if found and found.left_open:
            many = f"more than {found.solutions - 1}" if found.more else str(found.solutions)
            message = f"The digits can be cut in {many} ways that the sums allow: the cells that differ are left empty."
            if found.solutions < _SEVERAL:
                message = "The digits cannot be cut in one way that the sums allow: the cells are left empty."
            yield Finding("ambiguous-digits", "warning", message, _names(found.left_open), _once(found.left_open))


def _names(cells: Sequence[ReadCell]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell.slot.indicator for cell in cells if cell.slot.indicator))


def _once(cells: Sequence[ReadCell]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans(cells)))
