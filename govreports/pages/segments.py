"""Splits lines into head, body and tail: one set of rules for the blocks of a page and the lines of a dump."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from govreports.pages import breadcrumb, chrome
from govreports.pages.attachments import is_file
from govreports.pages.labels import INFORMATION, Pair, meaning_of, pairs
from govreports.pages.lines import Line, bare
from govreports.pages.stated import byline, is_information, labels_over_values, line_pairs
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
_DATE_LINE = re.compile(
    r"[(（]?[\d〇○Oo零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[)）]?"
)
_ANNOUNCES = re.compile(r"[:：]\s*$|联系|咨询|反映|来信|监督|电话|地址")
_ENDED = re.compile(r"[。；;，]")
_MOST_UNKNOWN = 2
_LONGEST_WORD = 30
"""Characters of a line that may be some widget's among those of the frame."""
_LONGEST_HEAD_LINE = 400
_FURTHEST_HEAD = 200
_FURTHEST_NOTICE = 60
_TELLING = 3
"""The score of a line that is most likely a title."""
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
    if line_pairs(line) or meaning_of(line.text):
        return "facts"
    if any(is_file(link.href) for link in line.links):
        return "titleish"
    kind = chrome.chrome_kind(line.text)
    if kind in ("tool", "residue"):
        return "tool"
    if kind == "pager":
        return "pager"
    return "titleish" if titleish(line.text) else "prose"


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


def tail_start(lines: Sequence[Line], start: int) -> int:
    """Where the frame below the article begins, looking from `start`.

    Upwards from the end all lines of the frame go, and whatever stands under the heading of a box or the site's foot.
    """
    article = lines[start:]
    kinds = [chrome.chrome_kind(line.text) if line.table is None else None for line in article]
    prose = list(accumulate((_prose(line, kind) for line, kind in zip(article, kinds, strict=True)), initial=0))
    end = len(article)
    for at, kind in enumerate(kinds):
        below = at >= len(article) // 2 or prose[at] > prose[-1] - prose[at]
        if below and kind in ("box", "footer") and not _holds_article(article[at + 1 :]):
            end = at
            break
    footed = "footer" in kinds[end:]
    while end > 0:
        line, kind = article[end - 1], kinds[end - 1]
        if kind is None and not _is_tail_facts(line) and not _is_menu(line):
            if under := _frame_above(article[:end], kinds[:end]):
                end = under
                continue
            break
        if kind == "contact" and not _is_foot(article[:end], kinds[:end], footed=footed):
            break
        end -= 1
    return start + end


def _prose(line: Line, kind: chrome.Kind | None) -> int:
    """The characters of a line that reads like the article's own."""
    return len(line.text) if kind is None and (line.table is not None or "。" in line.text) else 0


def _frame_above(lines: Sequence[Line], kinds: Sequence[chrome.Kind | None]) -> int:
    """The number of the line after the next one of the frame, where no more than a word or two stands between that and
    the end; else 0."""
    for at in range(len(lines) - 1, max(0, len(lines) - 1 - _MOST_UNKNOWN), -1):
        if kinds[at] is not None or not _is_word(lines[at]):
            return 0
        if kinds[at - 1] in ("tool", "pager", "box", "footer") and len(bare(lines[at - 1].text)) > 2:
            return at
    return 0


def _is_word(line: Line) -> bool:
    """Whether a line is no sentence and no heading of the article: what some widget leaves behind."""
    text = bare(line.text).rstrip("：:")
    if line.table is not None or len(text) > _LONGEST_WORD or _ENDED.search(text):
        return False
    return len(text) < 2 or titleish(text)


def _is_foot(lines: Sequence[Line], kinds: Sequence[chrome.Kind | None], *, footed: bool) -> bool:
    """Whether the address and telephone that end some lines are the site's: they stand under the signature's date or
    under a line of the frame, or the site's foot follows (`footed`) and no sentence announces them."""
    first = len(lines)
    while first > 0 and kinds[first - 1] == "contact":
        first -= 1
    if first == 0:
        return False
    above = lines[first - 1].text
    if _DATE_LINE.fullmatch(bare(above)) or kinds[first - 1] is not None:
        return True
    return footed and not _ANNOUNCES.search(above)


def _holds_article(lines: Sequence[Line]) -> bool:
    """Whether what stands under a box's heading is more than links, names and notes: the article goes on."""
    prose = sum(1 for line in lines if line.table is not None or (len(line.text) > 80 and line.linked < 40))
    return prose >= 2


def _is_menu(line: Line) -> bool:
    """Whether a line is a row of links to other pages."""
    return line.table is None and len(line.links) >= 3 and line.linked > 0.8 * len(bare(line.text))


def _is_tail_facts(line: Line) -> bool:
    found = line_pairs(line)
    return bool(found) and not line.text[:1].isdigit() and is_information(found) and len(line.text) < 120
