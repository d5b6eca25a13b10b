"""The codebook: what every indicator is, what feeds it in each form, what compares, and an example.

Made of the forms (parsing/data/forms), of headlines.tsv and of terms.tsv, so that it cannot say what they do not.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from govreports.model.report import Form
from govreports.parsing.headline_table import Headline, headline_table
from govreports.publish.examples import Example, Source, examples
from govreports.publish.indicators import Cell, Indicator, groups, identities
from govreports.publish.terms import Term, column_term, terms

_FORMS: Mapping[Form, tuple[str, str]] = {
    "annex-2014": ("国办发〔2014〕32号附表（2014—2018年度）", "the annex of 2014 (reports of 2014 to 2018)"),
    "standard-2019": ("国办公开办函〔2019〕60号表式（2019—2020年度）", "the form of 2019 (reports of 2019 and 2020)"),
    "standard-2021": ("国办公开办函〔2021〕30号表式（2021年度起）", "the form of 2021 (reports from 2021 on)"),
    "regional-annex": ("地方附表：福建 F1、F2，上海 S1", "regional annexes: F1 and F2 of Fujian, S1 of Shanghai"),
}

_GRADE = re.compile(r"([ABC])\b")

_HEAD = """\
# 指标手册 Codebook

Made by `make codebook` out of the tables the parser reads by; not to be edited. Each entry has the Chinese and English
words, the definition where the words of the form's row do not define it, what compares over forms and years, and the
forms' identities; then for each indicator the cells that feed it (`form` table: row × column, measure) and an example:
value, the clause or the line of the table with the cell in 【】, the page of the fixtures it stands on (all invented).
A headline's grade says whether it compares over the forms: A it does, B with care, C hardly.

本手册由 `make codebook` 从解析器所用的表格生成，请勿手工修改。各条依次列出中英文名称、定义（表式行名已能说明的从略）、
可比性与勾稽关系，再列各指标的填报来源（表式、表、行 × 栏、计量单位）与示例（数值、原句或表中该行，【】内为该格；
示例页均为虚构）。各表式间的可比程度：A 可比，B 慎用，C 基本不可比。

A value is a number in its measure as stated, a blank is no 0. `period` is `year` unless said otherwise. For a year's
panel, take the statistic that is `preferred`, of the scope you mean.

| form | 表式 | |
|---|---|---|
"""


def codebook(sources: Iterable[Source]) -> str:
    """The codebook in Markdown, with examples out of these reports."""
    found = examples(sources)
    forms = "".join(f"| `{form}` | {zh} | {en} |\n" for form, (zh, en) in _FORMS.items())
    parts = [_HEAD + forms]
    parts += [_section(group, found) for group in _groups()]
    return "\n".join(parts)


def _groups() -> Iterator[str]:
    """The names of the groups in the order of the terms. Raises KeyError for an indicator without words."""
    known = {**groups(), **dict.fromkeys(headline_table())}
    for name in known:
        terms()[name]
    return (name for name in terms() if name in known)


def _section(group: str, found: Mapping[str, Example]) -> str:
    term, headline = terms()[group], headline_table().get(group)
    members = groups().get(group) or (Indicator(group, None, (), {}),)
    lines = [f"## `{group}` {term.zh} · {term.en}\n"]
    if term.definition_zh or term.definition_en:
        lines += [f"{term.definition_zh}\n", f"{term.definition_en}\n"]
    zh, en = _comparability(term, members, headline)
    lines.append(f"- 可比性 comparability: {zh} · {en}")
    if headline and headline.prose not in ("", "-"):
        lines.append(f"- 文中 in prose: {headline.prose} ({headline.measure}, {headline.kind})")
    lines += [f"- 勾稽 identity: {each}" for each in identities(group)]
    lines += ["", "| indicator | 来源 fed by | 示例 example |", "|---|---|---|"]
    lines += [
        f"| `{each.name}`{_column(each)} | {_fed_by(each, headline)} | {_shown(found.get(each.name))} |"
        for each in members
    ]
    return "\n".join(lines) + "\n"


def _column(indicator: Indicator) -> str:
    if indicator.column is None:
        return ""
    term = column_term(indicator.column)
    return f"<br>{term.zh} · {term.en}"


def _comparability(term: Term, members: Sequence[Indicator], headline: Headline | None) -> tuple[str, str]:
    if term.comparability_zh:
        grade = _GRADE.match(headline.comparability) if headline else None
        return f"{grade[1]}. {term.comparability_zh}" if grade else term.comparability_zh, term.comparability_en
    forms = list(dict.fromkeys(form for each in members for form in each.forms))
    if len(forms) == 1:
        zh, en = _FORMS[forms[0]]
        return f"仅见于{zh}", f"only in {en}"
    if set(forms) == {"standard-2019", "standard-2021"}:
        return "2019年、2021年表式相同的格可比", "cells that both forms of 2019 and 2021 have compare"
    return "见于多种表式，口径以各表式行名为准", "in several forms; the words of each form's row say what it counts"


def _fed_by(indicator: Indicator, headline: Headline | None) -> str:
    by_words: dict[tuple[str, str, tuple[str, ...], str | None], list[Cell]] = {}
    for cell in indicator.cells:
        by_words.setdefault((cell.table, cell.row, cell.columns, cell.measure), []).append(cell)
    fed = [
        f"{_named(dict.fromkeys(cell.form for cell in cells))} {table}: "
        + " × ".join(words for words in (row, ", ".join(columns)) if words)
        + f" ({measure})"
        for (table, row, columns, measure), cells in by_words.items()
    ]
    by_sum: dict[tuple[str, ...], list[Form]] = {}
    for form, parts in indicator.sums.items():
        by_sum.setdefault(parts, []).append(form)
    fed += [f"{_named(forms)}: " + " + ".join(f"`{part}`" for part in parts) for parts, forms in by_sum.items()]
    if headline and indicator.name == headline.indicator and headline.prose not in ("", "-"):
        fed.append("prose")
    return "<br>".join(fed) or "–"


def _named(forms: Iterable[Form]) -> str:
    return ", ".join(f"`{form}`" for form in forms)


def _shown(example: Example | None) -> str:
    if example is None:
        return "–"
    return f"{example.stated}: {example.quote.replace('|', '｜')} ({example.source})"
