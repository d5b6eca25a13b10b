"""Which entries of a catalogue are reports, judged by title, column and date, before any page is fetched.

`judge` looks at one entry. `gather` puts together what is one report: its 文字版 and 图片版, its 附表 in a page of its
own, its 更正, a 图解 of it. Of each such group one entry is the main one, whose page is the report, by this order:

1. an edition that corrects (更正版, 修订版) before what it corrects;
2. a 文字版, then what calls itself no edition, then images (图片版, 扫描件), then a table alone (附表), then a 图解,
   and a 更正说明 only where nothing else is listed;
3. of equals the one listed latest where all are dated, else the one listed first.

Tables and notes of correction are read with the main page; other editions only repeat it, or are superseded by it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from govreports.model.exchange import Entry
from govreports.model.report import REPORTS, DocumentType
from govreports.parsing.kinds import Verdict, only_copy_type
from govreports.parsing.organs import organ, organ_named
from govreports.parsing.units import unit_of_title
from govreports.parsing.years import YEAR, fold, read_year

Treatment = Literal["report", "index", "left-out"]
Edition = Literal["corrected", "text", "plain", "images", "annex", "picture", "correction"]

# In the order of preference for the main entry.
EDITIONS: tuple[Edition, ...] = ("corrected", "text", "plain", "images", "annex", "picture", "correction")

# The first that matches a folded title names its edition; a title that none matches is plain.
_MARKS: tuple[tuple[Edition, re.Pattern[str]], ...] = (
    (
        "correction",
        re.compile(
            r"(?:更正|勘误|订正|修正).{0,6}(?:说明|公告|公示|启事|声明|通知|函|情况|表)|勘误|^关于(?:更正|订正|修正)"
        ),
    ),
    (
        "corrected",
        re.compile(r"(?:更正|修订|修正|订正)(?:后|版|稿|本)|[(](?:已)?(?:更正|修订|修正|订正|更新)[)]|更新版|最新版"),
    ),
    ("picture", re.compile(r"图解|图说|一图|长图|图文(?!并茂)|漫画|动漫|H5|视频|海报", re.IGNORECASE)),
    ("images", re.compile(r"图片|扫描|影印|图像版|pdf|盖章版", re.IGNORECASE)),
    ("annex", re.compile(r"(?<![含及和与暨、带])(?:附表|附件|统计表|情况表|报表|数据表)(?!.*(?:年报|报告|总结)$)")),
    ("text", re.compile(r"文字版|文本版|网页版|word版", re.IGNORECASE)),
)
# What a title of a report holds, a cut one too. A list of all a unit publishes shows mostly titles without.
_SPEAKS = re.compile(rf"公开|年报|报告|总结|小结|汇报|统计|政府信息|(?:…|\.\.)$|^{YEAR}$|^\d{{4}}年?度?$")
_REPORT_COLUMN = re.compile(r"年报|年度报告")
_ANNUAL = re.compile(r"年报|年度(?:工作)?(?:情况)?报告|年度政府信息公开")
_LAST_MONTH_OF_A_PART = "09"


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of an entry: a report is fetched and read, an index followed as a catalogue, anything else left
    out; `reason` is an English clause that says why."""

    treatment: Treatment
    document_type: DocumentType
    reason: str
    edition: Edition = "plain"


@dataclass(frozen=True, slots=True)
class Group:
    """One report: the `main` entry, those that are `read_with` it, and the `others`, the likeliest first: what stands
    in if the main page cannot be read."""

    main: Entry
    read_with: tuple[Entry, ...] = ()
    others: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, the main one first."""
        return (self.main, *self.read_with, *self.others)

    @property
    def stand_in(self) -> "Group | None":
        """The group without its main entry, whose page cannot be read; None where nothing is left."""
        if self.others:
            return Group(self.others[0], self.read_with, self.others[1:])
        return Group(self.read_with[0], self.read_with[1:]) if self.read_with else None


def judge(title: str, column: str | None = None, listed: str | None = None) -> Judged:
    """What an entry is by its title, the name of the column that lists it, and the day (ISO) it was listed."""
    edition = edition_of(title)
    verdict = only_copy_type(title, column)
    if verdict.document_type == "index":
        return Judged("index", "index", verdict.reason)
    if verdict.document_type in REPORTS and not _speaks(title, column):
        verdict = Verdict("other", "neither the title nor the column speaks of a report")
    elif verdict.document_type in REPORTS and _within_its_year(title, listed):
        verdict = Verdict("other", f"listed on {listed}, within the year it names: it can cover but part of it")
    treatment: Treatment = "report" if verdict.document_type in REPORTS else "left-out"
    return Judged(treatment, verdict.document_type, verdict.reason, edition)


def judge_entry(entry: Entry) -> Judged:
    """`judge` with what an entry knows."""
    return judge(entry.title, entry.column, entry.listed)


def edition_of(title: str) -> Edition:
    """Which edition of a report a title announces."""
    folded = fold(title)
    return next((edition for edition, mark in _MARKS if mark.search(folded)), "plain")


def gather(entries: Sequence[Entry]) -> tuple[Group, ...]:
    """The reports among a catalogue's entries, in the order of their first: an entry that calls itself no edition is a
    report of its own, every other joins the one of its unit and year. Entries that are no report are left out."""
    listed = [_Copy.of(entry) for entry in entries if judge_entry(entry).treatment == "report"]
    groups = [[copy] for copy in listed if copy.edition == "plain"]
    for copy in listed:
        if copy.edition == "plain":
            continue
        if (group := _home(copy, groups)) is not None:
            group.append(copy)
        else:
            groups.append([copy])
    place = {id(copy): number for number, copy in enumerate(listed)}
    groups.sort(key=lambda group: min(place[id(copy)] for copy in group))
    return tuple(_group(sorted(group, key=lambda copy: place[id(copy)])) for group in groups)


@dataclass(frozen=True, slots=True)
class _Copy:
    """An entry, its edition, and whose report of which year it is; `named` is the unit the title itself names."""

    entry: Entry
    edition: Edition
    named: str | None
    unit: str | None
    year: int | None

    @classmethod
    def of(cls, entry: Entry) -> "_Copy":
        named = unit_of_title(entry.title)
        unit = named or (organ(entry.unit) if entry.unit else None)
        return cls(entry, edition_of(entry.title), named, unit, entry_year(entry))


def entry_year(entry: Entry) -> int | None:
    """The reporting year of an entry: the one its title names, else the one before it was listed, or that year itself
    where it was listed in December."""
    if year := read_year(entry.title):
        return year
    return int(entry.listed[:4]) - (entry.listed[5:7] != "12") if entry.listed else None


def _home(copy: _Copy, groups: Sequence[list[_Copy]]) -> list[_Copy] | None:
    """The group of an edition's unit and year. An edition that names no unit belongs to the only report of that year
    in its catalogue; where there are several nobody can tell."""
    if copy.year is None:
        return None
    of_year = [group for group in groups if group[0].year == copy.year]
    same = [group for group in of_year if group[0].unit == copy.unit]
    if same and (copy.unit or len(same) == 1):
        return same[0]
    of_catalogue = [group for group in of_year if group[0].entry.unit == copy.entry.unit]
    return of_catalogue[0] if copy.named is None and len(of_catalogue) == 1 else None


def _group(copies: Sequence[_Copy]) -> Group:
    if all(copy.entry.listed for copy in copies):
        copies = sorted(copies, key=lambda copy: copy.entry.listed or "", reverse=True)
    ranked = sorted(copies, key=lambda copy: EDITIONS.index(copy.edition))
    main, rest = ranked[0], ranked[1:]
    read_with = tuple(copy.entry for copy in rest if copy.edition in {"annex", "correction"})
    return Group(main.entry, read_with, tuple(copy.entry for copy in rest if copy.entry not in read_with))


def _speaks(title: str, column: str | None) -> bool:
    """Whether anything speaks of a report: the title, the column, or a title that is an organ's name and nothing more,
    as indexes have them."""
    folded = fold(title)
    return bool(_SPEAKS.search(folded) or (column and _REPORT_COLUMN.search(column)) or organ_named(title))


def _within_its_year(title: str, listed: str | None) -> bool:
    """Whether something that does not call itself an annual report was listed well before the year it names was over:
    the figures or the summary of a part of it."""
    year = read_year(title)
    if listed is None or year is None or _ANNUAL.search(fold(title)):
        return False
    return listed[:4] == str(year) and listed[5:7] <= _LAST_MONTH_OF_A_PART
