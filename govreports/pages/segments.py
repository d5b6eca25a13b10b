"""Splits lines into head, body and tail: one set of rules for the blocks of a page and the lines of a dump."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from govreports.pages import breadcrumb, chrome
from govreports.pages.attachments import is_file
from govreports.pages.labels import INFORMATION, Pair, meaning_of, pairs
from govreports.pages.lines import Line, bare
from govreports.pages.stated import byline, is_information, labels_over_values, line_pairs
from govreports.pages.tails import tail_start
from govreports.pages.titles import (
    begins_bare,
    breaks_off,
    names_organ_alone,
    names_report,
    repeats_at,
    title_score,
    titleish,
)

Role = Literal["breadcrumb", "facts", "tool", "pager", "titleish", "prose"]
_DEFINITE = frozenset({"breadcrumb", "facts", "tool", "pager"})
_INFORMATION_AFTER = re.compile(r"[\s【\[(（](?:(?:信息|文章|稿件)?来源|(?:发布|更新)?(?:时间|日期)|作者)\s*[:：]")
_LONGEST_HEAD_LINE = 400
_FURTHEST_HEAD = 200
_FURTHEST_NOTICE = 60
_TELLING = 3
"""The score of a line that is most likely a title."""
_FEWEST_NAMES = 4
"""Links that a row may have and be no menu."""
_MOST_SHORT_LINES = 6
"""Title-like lines in a row inside a head that has begun."""


@dataclass(frozen=True, slots=True)
class Segments:
    """Head, body and tail of a page; the title as its lines give it (None where they give none)."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    tail: tuple[Line, ...]
    title: str | None = None


def role_of(line: Line) -> Role:
    """What a line at the top of a page is."""
    if line.table is not None:
        return "facts" if is_fact_table(line) else "prose"
    if breadcrumb.has_label(line.text) or breadcrumb.read_breadcrumb(line.text):
        return "breadcrumb"
    if line_pairs(line) or _is_label(line.text):
        return "facts"
    if any(is_file(link.href) for link in line.links):
        return "titleish"
    kind = chrome.chrome_kind(line.text)
    if kind in ("tool", "residue"):
        return "tool"
    if kind == "pager":
        return "pager"
    return "titleish" if titleish(line.text) or _is_menu(line) else "prose"


def _is_menu(line: Line) -> bool:
    """Whether a line is a row of links with little between them: at the top of a page it may be a menu."""
    return len(line.links) > _FEWEST_NAMES and line.linked > 0.6 * len(line.bare)


def _is_label(text: str) -> bool:
    """Whether a line is a label alone; one in brackets whose word may head any section (【概述】) is the article's."""
    meaning = meaning_of(text)
    return meaning is not None and not (meaning == "other" and text.startswith("【"))


def is_fact_table(line: Line) -> bool:
    """Whether a data table is a metadata table: label cells are among the known ones, most others are their values."""
    if line.table is None:
        return False
    cells = [cell.text for cell in line.table.cells]
    labels = sum(1 for cell in cells if meaning_of(cell) or pairs(cell))
    return labels >= 2 and labels >= 0.35 * len(cells)


def split_dump(lines: Sequence[Line]) -> Segments:
    """A dump's head, body and tail. The title's lines belong to the head, and so do lines that repeat it."""
    notices = _notices(lines)
    skipped: list[Role] = ["tool"] * notices
    lines = _parted_titles(lines, notices)
    roles = [*skipped, *_leading_roles(lines[notices:], anchored=False)]
    definite = [at for at, role in enumerate(roles) if role in _DEFINITE]
    start = definite[-1] + 1 if definite else 0
    title, after = _dump_title(lines, roles, start)
    start = max(start, after)
    if title is not None:
        start += repeats_at([line.text for line in lines[start : start + 8]], title)
    end = tail_start(lines, start)
    return Segments(tuple(lines[:start]), tuple(lines[start:end]), tuple(lines[end:]), title)


def split_page(lines: Sequence[Line], start: int, end: int) -> Segments:
    """A page's head, body and tail, given where the body container starts and ends. Facts, breadcrumb and tools that
    stand in the container before its text go to the head, and a title above them with them; a title below stays."""
    body = lines[start:end]
    roles = _leading_roles(body, anchored=True)
    definite = [at for at, role in enumerate(roles) if role in _DEFINITE]
    first = start + (definite[-1] + 1 if definite else 0)
    last = tail_start(lines[:end], first)
    return Segments(tuple(lines[:first]), tuple(lines[first:last]), tuple(lines[last:]))


def with_heading_above(segments: Segments, title: str | None, start: int) -> Segments:
    """The same lines, but a title that is an h1 or follows facts inside the container (it starts at line `start`), and
    stands nowhere above them, is the page's heading, not the document's: it goes to the head."""
    wanted = bare(title) if title else ""
    if not wanted or not segments.body or segments.body[0].bare != wanted:
        return segments
    shown = any(line.bare == wanted for line in segments.head)
    element = segments.body[0].element
    heads = element is not None and element.tag == "h1"
    if shown or not (heads or any(role_of(line) == "facts" for line in segments.head[start:])):
        return segments
    return replace(segments, head=(*segments.head, segments.body[0]), body=segments.body[1:])


def _leading_roles(lines: Sequence[Line], *, anchored: bool) -> list[Role]:
    """Roles of the lines up to the first that can only be the article's.

    Once the head is known to have begun (`anchored`: from the start), a certain line counts only within reach of the
    one before; further down it takes a labelled breadcrumb or two facts on one line. Before that, menus may be as long
    as they like.
    """
    roles: list[Role] = []
    run = 0
    values = {
        at + 1
        for at, pair in labels_over_values(lines[:_FURTHEST_HEAD]).items()
        if pair.meaning in INFORMATION and title_score(pair.value) < _TELLING
    }
    for at, line in enumerate(lines[:_FURTHEST_HEAD]):
        role = role_of(line)
        if role == "titleish" and (at in values or (byline(line) and _under_title(lines[:at]))):
            role = "facts"
        if role == "prose":
            break
        if role == "titleish":
            run += 1
        elif not anchored or run <= _MOST_SHORT_LINES or _is_strong(line):
            run = 0
            anchored = anchored or role in ("breadcrumb", "facts")
        else:
            run += 1
            role = "titleish"
        roles.append(role)
    return roles


def _under_title(above: Sequence[Line]) -> bool:
    """Whether a title has just been printed: among the two lines above is one that names a report."""
    return any(title_score(line.text) >= _TELLING for line in above[-2:])


def _is_strong(line: Line) -> bool:
    return breadcrumb.has_label(line.text) or len(line_pairs(line)) > 1


def _parted_titles(lines: Sequence[Line], start: int) -> list[Line]:
    """The lines, but a title and its information line that a dump gives on one line as two."""
    parted = list(lines[:start])
    for line in lines[start : start + _FURTHEST_NOTICE]:
        spot = _INFORMATION_AFTER.search(line.text) if len(line.text) < _LONGEST_HEAD_LINE else None
        if spot and titleish(line.text[: spot.start()]) and names_report(line.text[: spot.start()]):
            parted.append(line._replace(text=line.text[: spot.start()].strip(" 【[(（"), cells=()))
            parted.append(line._replace(text=line.text[spot.start() :].strip(), cells=()))
        else:
            parted.append(line)
    return [*parted, *lines[start + _FURTHEST_NOTICE :]]


def _notices(lines: Sequence[Line]) -> int:
    """How many lines at the top of a dump are a site's greetings and notices: sentences, but with the breadcrumb or
    the information line still to come, and little against what follows that."""
    total = sum(len(line.text) for line in lines)
    above = 0
    for at, line in enumerate(lines[:_FURTHEST_NOTICE]):
        role = role_of(line)
        if role == "breadcrumb" or (role == "facts" and len(line_pairs(line)) > 1):
            before = [role_of(other) for other in lines[:at]]
            last = max((number for number, other in enumerate(before) if other == "prose"), default=-1)
            return last + 1
        above += len(line.text)
        if above > 0.2 * total:
            return 0
    return 0


def _dump_title(lines: Sequence[Line], roles: Sequence[Role], start: int) -> tuple[str | None, int]:
    """The title among a dump's first lines and the number of the line after it (0 where it lies in the head anyway)."""
    anchor = next(
        (at for at, role in enumerate(roles) if role == "facts" and is_information(_information(lines[at]))), None
    )
    if anchor is not None:
        above = _title_above(lines, roles, anchor)
        if above is not None:
            return above, 0
    return _title_below(lines, roles, start)


def _information(line: Line) -> list[Pair]:
    return line_pairs(line) or byline(line)


def _title_above(lines: Sequence[Line], roles: Sequence[Role], anchor: int) -> str | None:
    at = anchor - 1
    while at >= 0 and roles[at] in ("tool", "facts") and is_information(line_pairs(lines[at]) or ()):
        at -= 1
    while at >= 0 and roles[at] == "tool":
        at -= 1
    run: list[str] = []
    while at >= 0 and roles[at] == "titleish" and len(run) < 4:
        run.insert(0, lines[at].text)
        at -= 1
    return _joined_title(run)


def _title_below(lines: Sequence[Line], roles: Sequence[Role], start: int) -> tuple[str | None, int]:
    """The best line among those that follow the head's last certain line, or that begin a dump without any."""
    candidates: list[int] = []
    for at in range(start, min(len(lines), start + 6)):
        if not titleish(lines[at].text) or lines[at].table is not None:
            break
        candidates.append(at)
    scored = [(title_score(lines[at].text), -at) for at in candidates]
    if not scored or max(scored)[0] < _TELLING:
        above = [at for at in range(start) if roles[at] == "titleish"]
        best = max(((title_score(lines[at].text), at) for at in above), default=(0, 0))
        if best[0] >= _TELLING:
            return _joined_title([lines[at].text for at in above if best[1] - 1 <= at <= best[1]]), 0
        if candidates and max(scored)[0] >= 1 and start == 0:
            return lines[candidates[0]].text, candidates[0] + 1
        return None, 0
    best_at = -max(scored)[1]
    run = [lines[at].text for at in candidates if at <= best_at]
    return _joined_title(run), best_at + 1


def _joined_title(run: Sequence[str]) -> str | None:
    """The title that ends a run of title-like lines: the last one, or the last telling one, with the line above it
    where it begins there (an organ alone over a line that names none)."""
    if not run:
        return None
    scores = [title_score(text) for text in run]
    best = max(
        range(len(run)), key=lambda at: (scores[at] >= _TELLING, scores[at] if scores[at] >= _TELLING else 0, at)
    )
    title = run[best]
    if best + 1 < len(run) and not names_report(title) and names_report(run[best + 1]):
        return title + run[best + 1]
    if best > 0 and breaks_off(run[best - 1]) and title_score(title) <= title_score(run[best - 1]):
        return run[best - 1] + title
    if best > 0 and begins_bare(title) and (names_organ_alone(run[best - 1]) or run[best - 1].endswith("关于")):
        return run[best - 1] + title
    return title
