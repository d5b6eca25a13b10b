"""Which labels mean what: the forms' labels by their keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from govreports.parsing.tables.forms import ColumnForm, RowForm, TableForm, table_forms
from govreports.parsing.tables.labels import folded, form_keys, keys, whole_keys

_CHINESE_DIGITS = "一二三四五六七八九十"
_UNIT_HEADERS = ("单位", "计量单位")
_NUMBER_HEADERS = ("序号", "代码", "编号", "行次", "栏次", "指标代码", "备注", "说明")
_LABEL_HEADERS = ("项目", "指标", "内容", "名称", "类别", "事项")


@dataclass(frozen=True, slots=True)
class Role:
    """What a label may be: rows and columns of tables (each with its family), a heading or group of rows in some
    families, a group of columns in some; the head of a column of labels (`label_families` print it), of measures, or of
    numbers nobody counts. `row_families` and `header_families` are those that have it as a row, or in a header."""

    rows: tuple[tuple[TableForm, RowForm], ...] = ()
    columns: tuple[tuple[TableForm, ColumnForm], ...] = ()
    groups: frozenset[str] = frozenset()
    column_groups: frozenset[str] = frozenset()
    label_header: bool = False
    label_families: frozenset[str] = frozenset()
    unit_header: bool = False
    number_header: bool = False
    row_families: frozenset[str] = frozenset()
    header_families: frozenset[str] = frozenset()


NOTHING = Role()


@cache
def _roles() -> Mapping[str, Role]:
    rows: dict[str, list[tuple[TableForm, RowForm]]] = {}
    columns: dict[str, list[tuple[TableForm, ColumnForm]]] = {}
    groups: dict[str, set[str]] = {}
    column_groups: dict[str, set[str]] = {}
    label_headers: dict[str, set[str]] = {}
    for table in table_forms():
        for row in table.rows:
            for key in dict.fromkeys(form_keys(row.labels)):
                rows.setdefault(key, []).append((table, row))
        for column in table.columns:
            for key in dict.fromkeys(form_keys(column.labels)):
                columns.setdefault(key, []).append((table, column))
        for labels, found in (
            ((*table.headings, *table.groups), groups),
            (table.column_groups, column_groups),
            (table.label_headers, label_headers),
        ):
            for key in form_keys(labels):
                found.setdefault(key, set()).add(table.family)
    for header in _LABEL_HEADERS:
        label_headers.setdefault(header, set())
    every = (*rows, *columns, *groups, *column_groups, *label_headers, *_UNIT_HEADERS, *_NUMBER_HEADERS)
    return {
        key: Role(
            tuple(rows.get(key, ())),
            tuple(columns.get(key, ())),
            frozenset(groups.get(key, ())),
            frozenset(column_groups.get(key, ())),
            key in label_headers,
            frozenset(label_headers.get(key, ())),
            key in _UNIT_HEADERS,
            key in _NUMBER_HEADERS,
            frozenset(table.family for table, _ in rows.get(key, ())),
            frozenset(table.family for table, _ in columns.get(key, ()))
            | frozenset(column_groups.get(key, ()))
            | frozenset(label_headers.get(key, ())),
        )
        for key in dict.fromkeys(every)
    }


@lru_cache(maxsize=8192)
def role_of(text: str) -> Role:
    """What a printed label may be, by the first of its keys that any form knows, or behind the group that is printed in
    front of it (三、本年度办理结果（一）予以公开); NOTHING for a stranger."""
    roles = _roles()
    found = keys(text)
    for n, key in enumerate(found):
        if key in roles:
            return roles[key]
        if n == 0 and (behind := next((role for each in found if (role := _behind_group(each)).rows), None)):
            return behind
    return NOTHING


@lru_cache(maxsize=8192)
def columns_of(text: str, family: str) -> tuple[tuple[TableForm, ColumnForm], ...]:
    """The columns of a family's tables that a header cell names."""
    return tuple((table, column) for table, column in role_of(text).columns if table.family == family)


def names_exactly(pieces: Sequence[str], family: str) -> str | None:
    """The row of a family that some pieces of a label name together, with all its words or all but those in brackets.
    In front of a later piece the groups of the row may be printed anew."""
    roles = _roles()
    wholes = list(whole_keys("".join(pieces)))
    if len(pieces) > 1:
        rest = "".join(without_groups(piece) for piece in pieces[1:])
        wholes.append(folded(pieces[0]) + rest)
        wholes.append(without_groups(pieces[0]) + rest)
    for key in wholes:
        for table, row in roles.get(key, NOTHING).rows:
            if table.family == family:
                return row.name
    return None


def is_group(text: str, family: str) -> bool:
    """Whether a label is a group of rows or a heading of a family and nothing more."""
    return any(family in _roles().get(key, NOTHING).groups for key in whole_keys(text))


def without_groups(label: str) -> str:
    """A folded label without the groups it begins with."""
    return _ungrouped(folded(label))


def _ungrouped(key: str) -> str:
    for candidate in (key, key[1:] if key[:1] in _CHINESE_DIGITS else key):
        for group in sorted(_groups(), key=len, reverse=True):
            if candidate.startswith(group) and len(candidate) > len(group):
                return _ungrouped(candidate[len(group) :])
    return key


def _behind_group(key: str) -> Role:
    """What a label says behind the group of rows it begins with."""
    groups = (group for group in _groups() if key.startswith(group) and len(key) > len(group))
    longest = max(groups, key=len, default=None)
    return role_of(key[len(longest) :]) if longest else NOTHING


@cache
def _groups() -> tuple[str, ...]:
    return tuple(key for key, role in _roles().items() if role.groups)
