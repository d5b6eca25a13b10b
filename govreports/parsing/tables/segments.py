"""Tables cut up and put together: stretches of rows under one header, over as many tables as a page break made of one.

A table that begins with rows goes on with the header of the table before it; one that ends in header rows has its rows
in the next. So tables cut in two or in five read like whole ones, with or without their header repeated.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from govreports.parsing.tables.forms import families
from govreports.parsing.tables.grid import Grid, GridRow
from govreports.parsing.tables.headers import Header, families_named, is_header, moved, read_header, standard_header

_LEAST_COLUMNS = 4
"""Columns of a header that alone tell a table without labels for its rows (table 4)."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows of one grid under one header. `lost_header` says that no header was found, and the form's own stands in."""

    header: Header
    rows: tuple[GridRow, ...]
    lost_header: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Header rows and the rows below them, in one grid."""

    header: tuple[GridRow, ...]
    rows: tuple[GridRow, ...]
    width: int
    begins_grid: bool


def read_segments(grids: Iterable[Grid]) -> list[Segment]:
    """The segments of a document's tables, in their order; tables that follow no form give none."""
    found: list[Segment] = []
    pending: tuple[GridRow, ...] = ()
    last: tuple[Header, int] | None = None
    for stretch in (stretch for grid in grids for stretch in _stretches(grid)):
        header_rows = (*pending, *stretch.header) if stretch.begins_grid else stretch.header
        pending = ()
        if not any(placed.text for row in stretch.rows for placed in row.own):
            # Word ends a piece with a row of empty cells.
            pending = header_rows
        if not stretch.rows:
            continue
        segment = _headed(header_rows, stretch.rows, last[0].family if last else None) if header_rows else None
        if segment is None and not stretch.header:
            segment = _continued(stretch, last) or _headless(stretch)
        if segment:
            found.append(segment)
            last = last if last and any(row.loose for row in stretch.rows) else (segment.header, stretch.width)
    return found


def _stretches(grid: Grid) -> Iterator[_Stretch]:
    header: list[GridRow] = []
    rows: list[GridRow] = []
    begins = True
    for row in grid.rows:
        if is_header(row):
            if rows:
                yield _Stretch(tuple(header), tuple(rows), grid.width, begins)
                header, rows, begins = [], [], False
            header.append(row)
        elif header and not rows and not any(placed.value_like and placed.text for placed in row.own) and _dull(row):
            # 第二十条第（一）项 between two rows of a header, or a caption above it, parts nothing.
            continue
        else:
            rows.append(row)
    yield _Stretch(tuple(header), tuple(rows), grid.width, begins)


def _dull(row: GridRow) -> bool:
    """Whether a row holds one text and names no row of any form."""
    filled = [placed for placed in row.own if placed.text]
    return len(filled) <= 1 and not any(placed.role.rows for placed in filled) and len(row.own) == 1


def _headed(header_rows: Sequence[GridRow], rows: Sequence[GridRow], before: str | None) -> Segment | None:
    """The segment under header rows, in the family that header and rows name most of. A header that is that of the
    table `before` it needs no row that is told: a page break may leave half a label."""
    by_header = families_named(header_rows)
    by_rows = _families_of(rows)
    ranked = Counter({family: count + by_rows[family] for family, count in by_header.items()})
    for family, _ in ranked.most_common():
        header = read_header(header_rows, family)
        if header and (by_rows[family] or family == before or _needs_no_labels(header) or header.tells):
            return Segment(header, tuple(rows))
    return None


def _families_of(rows: Iterable[GridRow]) -> Counter[str]:
    """How many rows name a row of each family; labels that columns have as well (总计, 其他) are not counted."""
    found: Counter[str] = Counter()
    for row in rows:
        for placed in row.own:
            if placed.role.rows and not placed.role.columns:
                found.update(placed.role.row_families)
    return found


def _needs_no_labels(header: Header) -> bool:
    return len(header.columns) >= _LEAST_COLUMNS and not _has_row_labels(header.family)


def _has_row_labels(family: str) -> bool:
    return any(row.labels for table in families()[family] for row in table.rows)


def _continued(stretch: _Stretch, last: tuple[Header, int] | None) -> Segment | None:
    """Rows without a header that go on with the table before."""
    if last is None or not stretch.begins_grid:
        return None
    header, width = last
    named = _families_of(stretch.rows)
    # Forms share labels: that the rows may be the table's is enough.
    if named[header.family] * 2 < max(named.values(), default=0) or not (
        named[header.family] or _like(stretch.rows, header)
    ):
        return None
    by = 0 if any(row.loose for row in stretch.rows) else stretch.width - width
    return Segment(moved(header, by) if by else header, stretch.rows)


def _like(rows: Sequence[GridRow], header: Header) -> bool:
    """Whether rows that name nothing may be a table's next: as many values as it has columns."""
    return any(sum(placed.value_like for placed in row.own) == len(header.columns) > 1 for row in rows)


def _headless(stretch: _Stretch) -> Segment | None:
    """Rows of a form whose header is nowhere: the form's columns in its own order, if there are as many."""
    named = _families_of(stretch.rows)
    if not named:
        return None
    family, count = named.most_common(1)[0]
    table = max(families()[family], key=lambda table: _rows_named(stretch.rows, table.form, table.name))
    values = Counter(sum(placed.value_like for placed in row.own) for row in stretch.rows)
    size = len(table.usual_columns)
    fits = values[size] >= max(2, len(stretch.rows) // 2)
    if count < 2 or not fits or any(row.columns for row in table.rows) or stretch.width <= size:
        return None
    return Segment(standard_header(table, stretch.width), stretch.rows, lost_header=True)


def _rows_named(rows: Iterable[GridRow], form: str, name: str) -> int:
    return sum(
        (table.form, table.name) == (form, name) for row in rows for placed in row.own for table, _ in placed.role.rows
    )
