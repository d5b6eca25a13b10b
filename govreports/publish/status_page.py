"""The status as one HTML page that needs nothing beside it: for each portal its last run, and a heat map of years."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from html import escape

from govreports.publish.coverage import Grid, State
from govreports.publish.status import PortalStatus

HELD = frozenset({State.REPORT, State.KEPT})
UNSOUGHT = frozenset({State.NOT_SOUGHT})

STYLE = """
:root { color-scheme: light dark; --line: #8884; --muted: #777; --good: 30, 132, 73; --bad: #b03a2e; --warn: #b9770e }
body { font: 14px/1.4 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 1.5rem }
h1 { font-size: 1.3rem; margin: 0 } p { margin: .3rem 0 1rem; color: var(--muted) }
.wide { overflow-x: auto } table { border-collapse: collapse; white-space: nowrap }
th, td { padding: .2rem .5rem; text-align: left; border-bottom: 1px solid var(--line) }
thead th { position: sticky; top: 0; background: Canvas }
td.year, th.year { text-align: center; padding: .2rem; min-width: 2.2rem; font-variant-numeric: tabular-nums }
td.unsought { color: var(--muted) }
.finished { color: rgb(var(--good)) } .failed { color: var(--bad); font-weight: 600 }
.unended { color: var(--warn) } .never-run { color: var(--muted) } .late { color: var(--warn) }
small { color: var(--muted); display: block }
"""
LEGEND = (
    "A year's cell counts the units whose report is held, of those sought; the deeper the green, the more of them. "
    "A dot: nothing was sought there."
)


def status_page(statuses: Sequence[PortalStatus], made: Grid, now: datetime) -> str:
    """The page for these portals and their coverage, as of `now`."""
    cells = _by_portal_and_year(made)
    failed = sum(status.progress == "failed" for status in statuses)
    head = f"{len(statuses)} portals, {failed} failed, {sum(status.is_due(now) for status in statuses)} due"
    years = "".join(f'<th class="year" scope="col">{year}</th>' for year in made.years)
    rows = "\n".join(_row(status, made.years, cells, now) for status in statuses)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>govreports: {head}</title><style>{STYLE}</style></head><body>
<h1>{head}</h1><p>{now:%Y-%m-%d %H:%M} UTC. {LEGEND}</p>
<div class="wide"><table><thead><tr><th scope="col">portal</th><th scope="col">last run</th>
<th scope="col">last good</th><th scope="col">due</th>{years}</tr></thead>
<tbody>
{rows}
</tbody></table></div></body></html>
"""


def _by_portal_and_year(made: Grid) -> Mapping[tuple[str, int], Counter[State]]:
    cells: dict[tuple[str, int], Counter[State]] = {}
    for row in made.rows:
        for year, state in zip(made.years, row.cells, strict=True):
            cells.setdefault((row.portal, year), Counter())[state] += 1
    return cells


def _row(
    status: PortalStatus, years: Sequence[int], cells: Mapping[tuple[str, int], Counter[State]], now: datetime
) -> str:
    portal = status.portal
    late = " class=late" if status.is_due(now) else ""
    waits = f" <small>{status.waiting_entries} entries wait for accept</small>" if status.waiting_entries else ""
    parts: Iterator[str] = (_cell(year, cells.get((portal.id, year), Counter())) for year in years)
    return (
        f'<tr><th scope="row">{escape(portal.name)}<small>{portal.id}</small></th>'
        f'<td class="{status.progress}">{status.outcome or status.progress}{waits}'
        f"<small>{_day(status.started)}</small></td><td>{_ago(status.last_good, now)}</td>"
        f"<td{late}>{_day(status.due)}</td>{''.join(parts)}</tr>"
    )


def _cell(year: int, states: Counter[State]) -> str:
    sought = sum(number for state, number in states.items() if state not in UNSOUGHT)
    if not sought:
        return '<td class="year unsought">·</td>'
    held = sum(states[state] for state in HELD)
    told = ", ".join(f"{number} {state.value}" for state, number in states.most_common())
    shade = f"rgba(var(--good), {0.08 + 0.72 * held / sought:.2f})"
    return f'<td class="year" style="background: {shade}" title="{year}: {escape(told)}">{held}/{sought}</td>'


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else "–"


def _ago(moment: datetime | None, now: datetime) -> str:
    return f"{moment:%Y-%m-%d}<small>{(now - moment).days} days ago</small>" if moment else "never"
