"""What the parser took from a page, held against what was printed there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from govreports.model.report import Report, Statistic
from govreports.pages import read_page
from govreports.parsing import hints_of, parse_report

from .drawing import Figures
from .labels import core
from .oracle import Linked
from .shapes import Cell
from .values import Printed

AMBIGUOUS, BROKEN, UNVERIFIABLE, MIXED = "ambiguous-digits", "sum-broken", "unverifiable", "form-mixed"
# The form of a report whose tables have a name of their own here; the table of requests decides.
TOLD_AS = {
    "F1": "regional-annex",
    "F2": "regional-annex",
    "S1": "regional-annex",
    "mixed-2021-2019": "standard-2019",
    "mixed-2019-2021": "standard-2021",
}


@dataclass(frozen=True, slots=True)
class Read:
    """A report and the text its offsets count in."""

    text: str
    report: Report


def read(body: bytes) -> Read:
    """The report of a page, by the public way in."""
    page = read_page(body, snapshot="page.html")
    return Read(page.document.text, parse_report(page.document, hints_of(page)))


def evidence_faults(read: Read) -> list[str]:
    """The statistics and findings that do not point at what they say."""
    statistics = [each for each in read.report.statistics if each.value is not None]
    faults = [
        f"evidence: {_told(each)} at {each.start}-{each.end}: {each.quote}"
        for each in statistics
        if not each.derived_from and (each.quote is None or read.text[each.start : each.end] != each.quote)
    ]
    spans = {(each.start, each.end) for each in statistics}
    for finding in read.report.findings:
        if finding.code == BROKEN:
            stray = [span for span in finding.evidence if (span.start, span.end) not in spans]
            if stray or len(finding.evidence) < len(set(finding.indicators)):
                faults.append(f"evidence: {finding}")
    return faults


def codes(read: Read, code: str) -> list[frozenset[str]]:
    """The indicators of each finding of this code."""
    return [frozenset(finding.indicators) for finding in read.report.findings if finding.code == code]


def cell_faults(read: Read, printed: Mapping[Cell, Printed], loose: frozenset[Cell] = frozenset()) -> list[str]:
    """What is wrong with a report's statistics, one line a fault. A cell that is `loose` may be read
    right or left empty; nothing may be stated that was not printed."""
    stated = _by_cell(read.report.statistics, printed)
    faults = [fault for cell, wanted in printed.items() for fault in _faults(cell, wanted, stated[cell], cell in loose)]
    return faults + [f"not printed: {_told(statistic)}" for statistic in stated[None]]


def stated_cells(read: Read, printed: Mapping[Cell, Printed]) -> frozenset[Cell]:
    """The cells that a report states a number of."""
    stated = _by_cell(read.report.statistics, printed)
    return frozenset(
        cell for cell, found in stated.items() if cell and any(statistic.value is not None for statistic in found)
    )


def sum_faults(read: Read, figures: Figures) -> list[str]:
    """What is wrong with the findings on sums: each broken one has its finding, and no other sum has one."""
    found = sorted(map(sorted, codes(read, BROKEN)))
    broken = sorted(sorted(_names(sum_.cells)) for sum_ in figures.broken)
    faults = [] if found == broken else [f"broken sums: {broken} found: {found}"]
    # Sums of one kind over a gap share a finding.
    open_sums = set(figures.form.identities) - set(figures.verifiable)
    unverifiable = set[str]().union(*(_names(identity.cells) for identity in open_sums))
    if unverifiable != (said := set[str]().union(*codes(read, UNVERIFIABLE))):
        faults.append(f"unverifiable: {sorted(unverifiable ^ said)}")
    return faults


def ambiguity_faults(read: Read, figures: Figures, groups: Sequence[Linked]) -> list[str]:
    """What is wrong with the findings on digits: each table with several readings has one, which says how many there
    are and names the cells they do not agree on; other tables have none."""
    wanted: list[tuple[int, list[str]]] = []
    for sheet in figures.form.sheets:
        own = [group for group in groups if group.readings is not None and group.cells[0] in sheet.cells]
        if (ways := prod(len(group.readings or ()) for group in own)) > 1:
            wanted.append((ways, sorted(_names(cell for group in own for cell in group.open))))
    found = sorted(
        (int(number[0]) if (number := re.search(r"\d+", finding.message)) else 0, sorted(set(finding.indicators)))
        for finding in read.report.findings
        if finding.code == AMBIGUOUS
    )
    return [] if sorted(wanted) == found else [f"ambiguous: {wanted} found: {found}"]


def form_faults(read: Read, figures: Figures) -> list[str]:
    """Whether the form is told, and that tables of two forms have a finding and others none. The report takes the form
    of its table of requests."""
    form = TOLD_AS.get(figures.form.name, figures.form.name)
    faults = [] if read.report.form == form else [f"form: {read.report.form} for {form}"]
    mixed = figures.form.name.startswith("mixed")
    if bool(codes(read, MIXED)) != mixed:
        faults.append(f"mixed: {mixed}, found: {codes(read, MIXED)}")
    return faults


def _names(cells: Iterable[Cell]) -> set[str]:
    return {cell.indicator or cell.label for cell in cells}


def _by_cell(statistics: Sequence[Statistic], printed: Mapping[Cell, Printed]) -> Mapping[Cell | None, list[Statistic]]:
    """The stated statistics, each with the cell it claims to be; under None those of no cell. The pages' prose states
    none."""
    named: dict[tuple[str | None, str | None], Cell] = {}
    unnamed: dict[str, list[Cell]] = defaultdict(list)
    for cell in printed:
        if cell.indicator is None:
            unnamed[core(cell.label)].append(cell)
        else:
            named[cell.indicator, cell.period] = cell
    claimed: dict[Cell | None, list[Statistic]] = defaultdict(list)
    for statistic in statistics:
        if statistic.derived_from:
            continue
        cell = named.get((statistic.indicator, statistic.period)) or named.get((statistic.indicator, None))
        if cell is None:
            label = next((label for label in unnamed if label in _usual(statistic.label or "")), "")
            cell = _nearest(statistic, unnamed.get(label, []), printed)
        claimed[cell].append(statistic)
    return claimed


def _usual(label: str) -> str:
    """A printed label in the form's own spelling."""
    return core(label).replace("其它", "其他")


def _nearest(statistic: Statistic, cells: list[Cell], printed: Mapping[Cell, Printed]) -> Cell | None:
    """Which of the cells of a row without a name a statistic is: one that states the same, else the next one. It is
    taken out of the list."""
    for cell in cells:
        if (printed[cell].value, printed[cell].stated) == (statistic.value, statistic.stated):
            cells.remove(cell)
            return cell
    return cells.pop(0) if cells else None


def _faults(cell: Cell, wanted: Printed, stated: Sequence[Statistic], loose: bool) -> Iterator[str]:
    if loose and all(statistic.value is None for statistic in stated):
        return
    if not stated:
        yield f"missing: {_name(cell)} = {wanted}"
        return
    if len(stated) > 1:
        yield f"twice: {_name(cell)}: {', '.join(map(_told, stated))}"
    statistic = stated[0]
    if (statistic.value, statistic.stated) != (wanted.value, wanted.stated):
        yield f"wrong: {_name(cell)} = {wanted}, read: {_told(statistic)}"
    elif cell.counts in ("wan", "yuan") and wanted.measure and statistic.measure != wanted.measure:
        yield f"measure: {_name(cell)} = {wanted}, read: {_told(statistic)}"


def _name(cell: Cell) -> str:
    return f"{cell.indicator or cell.label}{f' ({cell.period})' if cell.period else ''}"


def _told(statistic: Statistic) -> str:
    label = re.sub(r"\s", "", statistic.label or "")
    return f"{statistic.indicator} {label} {statistic.value} {statistic.stated} {statistic.measure} {statistic.period}"
