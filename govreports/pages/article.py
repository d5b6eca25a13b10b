"""Where the article lies among the lines of an HTML page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element

from govreports.pages.blocks import is_hidden, read_blocks, with_container
from govreports.pages.chrome import chrome_kind
from govreports.pages.container import given_container, known_container, scored_container
from govreports.pages.dates import read_date
from govreports.pages.lines import Item, Line, Mark
from govreports.pages.stated import is_information, line_pairs

_PARAGRAPHS = frozenset(("p", "br", "table", "blockquote", "h2", "h3", "h4", "center", "font", "b", "strong", "span"))
_TABLE_ROWS = frozenset(("tbody", "thead", "tr"))
_COLON = re.compile(r"[:：]")
_SENTENCE_END = re.compile(r"。\s*$")
_FEWEST_TIMES = 6
"""How many times an article's sentences may be outweighed by those below and beside it."""
_FEWEST_TABLES = 3
"""Tables of one paragraph each that are a habit."""
_MISSED = 400
_LEAST = 10
"""Characters between the page's own marks that are enough to believe them."""


@dataclass(frozen=True, slots=True)
class Article:
    """All lines of a page, and which of them (half-open) are the article's container. `element` is that container,
    None where nothing on the page reads like an article."""

    lines: tuple[Line, ...]
    start: int
    end: int
    element: _Element | None


def locate(root: _Element, body_xpaths: Sequence[str]) -> Article:
    """Find the article: the adapter's container, a known one, the stretch between the page's own marks, and last the
    element that reads most like prose. A known name is not believed where nearly all prose stands elsewhere."""
    given = given_container(root, body_xpaths)
    if given is not None:
        return _around(root, given)
    known = known_container(root)
    if known is not None:
        article = _around(root, known)
        if not _misses_prose(article):
            return article
    items = read_blocks(root)
    if (marked := _between_marks(items)) is not None:
        return marked
    lines = tuple(item for item in items if isinstance(item, Line))
    if not _prose(lines) and (hidden := _hidden_prose(root)) is not None:
        return _around(root, hidden)
    told = _information_end(lines)
    if not _prose(lines[told:]):
        told = 0  # the line stands under the text
    element = scored_container(_told_of(lines, told))
    if element is None:
        told, element = 0, scored_container(lines)
    if element is None:
        return Article(lines, len(lines), len(lines), None)
    element = _with_like_rows(element)
    if next(element.iterancestors("table"), None) is None and (held := with_container(items, element)):
        return _below(_between(held, element), told)
    return _below(_around(root, element), told)


def _below(article: Article, told: int) -> Article:
    """The article without what stands above the information line (it ends at `told`), where no sentence does; without
    the links at the foot, where its container is the page's own body."""
    start, end = article.start, article.end
    if start < told < end and not _prose(article.lines[start:told]):
        start = told
    if article.element is not None and article.element.tag == "body":
        while end > start and _is_foot(article.lines[end - 1]):
            end -= 1
    return replace(article, start=start, end=end)


def _is_foot(line: Line) -> bool:
    return line.linked >= len(line.text) or chrome_kind(line.text) in ("footer", "tool")


def _hidden_prose(root: _Element) -> _Element | None:
    """The hidden element that says most, on a page that shows no sentence at all: its script uncovers the article."""
    hidden = [element for element in root.iter("div", "td", "section", "article", "table") if is_hidden(element)]
    texts = {element: "".join(element.itertext()) for element in hidden}
    best = max(hidden, key=lambda element: texts[element].count("。"), default=None)
    return best if best is not None and "。" in texts[best] else None


def _with_like_rows(element: _Element) -> _Element:
    """The element around tables of one cell that each hold a paragraph, where the scores have found one of them."""
    table = next(element.iterancestors("table"), None) if element.tag == "td" else None
    around = table.getparent() if table is not None else None
    if table is None or around is None:
        return element
    beside = [other for other in around if other.tag == "table"]
    alike = [other for other in beside if sum(1 for _ in other.iter("td")) == 1 and next(other.iter("a"), None) is None]
    told = sum(1 for other in alike if "。" in "".join(other.itertext()))
    return around if table in alike and told >= _FEWEST_TABLES and len(alike) == len(beside) else element


def _around(root: _Element, element: _Element) -> Article:
    """The article in a container; a hidden container is read all the same (scripts uncover some)."""
    if element.tag in _TABLE_ROWS:
        element = next(element.iterancestors("table"), element)
    shown = [at for at in (element, *element.iterancestors()) if is_hidden(at)]
    following = next(element.itersiblings(), None)
    spills = following is not None and following.tag in _PARAGRAPHS
    return _between(read_blocks(root, element, shown, whole=spills), element)


def _misses_prose(article: Article) -> bool:
    """Whether the sentences outside a container outweigh by far those inside it, or those that follow the information
    line outweigh them at all: an article stands below its title."""
    inside = _prose(article.lines[article.start : article.end])
    before, after = article.lines[: article.start], article.lines[article.end :]
    if _prose(before) + _prose(after) > max(_MISSED, 8 * inside):
        return True
    told = _information_end(article.lines)
    if told == 0 or article.start <= told <= article.end:
        return False
    return _prose(before[told:] if told < article.start else article.lines[told:]) > inside


def _told_of(lines: Sequence[Line], told: int) -> Sequence[Line]:
    """The lines after the information line (it ends at `told`) that stand with it and the first sentence below it in
    one element: boxes beside and remarks below may hold more prose than the article. All that follow where those in
    the element are too few to be one."""
    after = lines[told:]
    first = next((line.element for line in after if _prose([line])), None)
    around = lines[told - 1].element if told else None
    if first is None or around is None:
        return after
    outer = {around, *around.iterancestors()}
    shared = next((at for at in (first, *first.iterancestors()) if at in outer), None)
    if shared is None:
        return after
    known: dict[_Element, bool] = {shared: True}
    inside = [line for line in after if _stands_in(line.element, known)]
    return inside if _FEWEST_TIMES * _prose(inside) >= _prose(after) else after


def _stands_in(element: _Element | None, known: dict[_Element, bool]) -> bool:
    """Whether an element stands in one that is `known` to count; what is learnt of its ancestors is noted there."""
    passed: list[_Element] = []
    while element is not None and element not in known:
        passed.append(element)
        element = element.getparent()
    answer = element is not None and known[element]
    known.update(dict.fromkeys(passed, answer))
    return answer


def _information_end(lines: Sequence[Line]) -> int:
    """The number of the line after the first that dates and counts as an information line does, 0 without one."""
    for at, line in enumerate(lines):
        if line.linked < len(line.text) and _COLON.search(line.text) and line.table is None:
            found = line_pairs(line)
            told = is_information(found) or (len(found) > 1 and not line.cells)
            if told and any(pair.meaning == "shown" and read_date(pair.value) for pair in found):
                return at + 1
    return 0


def _prose(lines: Sequence[Line]) -> int:
    """Characters of the lines that read like sentences."""
    return sum(len(line.text) for line in lines if len(line.text) >= 15 and "。" in line.text and not line.linked)


def _between(items: Sequence[Item], element: _Element) -> Article:
    """The container's lines, narrowed to those between the page's own marks where such lie inside it."""
    lines: list[Line] = []
    edges: list[int] = []
    marks: list[tuple[bool, int]] = []
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
        elif item.container:
            edges.append(len(lines))
        else:
            marks.append((item.start, len(lines)))
    start, end = (edges[0], edges[1]) if len(edges) == 2 else (len(lines), len(lines))
    inside = [(opens, at) for opens, at in marks if start <= at <= end]
    narrowed = _narrowed(lines, inside)
    return Article(tuple(lines), *(narrowed or (start, _spilled_end(lines, end, element))), element)


def _spilled_end(lines: Sequence[Line], end: int, element: _Element) -> int:
    """Where the article really ends: a stray `</div>` inside it closes the container too early, and the rest of its
    paragraphs follow as the container's siblings."""
    spilled: set[_Element] = set()
    for sibling in element.itersiblings():
        if sibling.tag not in _PARAGRAPHS:
            break
        spilled.add(sibling)
    at = end
    while at < len(lines):
        line = lines[at]
        inside = line.element is not None and not spilled.isdisjoint([line.element, *line.element.iterancestors()])
        if not inside or line.linked > 0.3 * len(line.text) or chrome_kind(line.text) not in (None, "contact"):
            break
        at += 1
    return at if any(_SENTENCE_END.search(line.text) for line in lines[end:at]) else end


def _between_marks(items: Sequence[Item]) -> Article | None:
    lines: list[Line] = []
    marks: list[tuple[bool, int]] = []
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
        elif isinstance(item, Mark):
            marks.append((item.start, len(lines)))
    narrowed = _narrowed(lines, marks)
    if narrowed is None:
        return None
    element = lines[narrowed[0]].element
    return Article(tuple(lines), *narrowed, element)


def _narrowed(lines: Sequence[Line], marks: Sequence[tuple[bool, int]]) -> tuple[int, int] | None:
    """From the first start mark to the last end mark, if there is text between them."""
    starts = [at for opens, at in marks if opens]
    ends = [at for opens, at in marks if not opens]
    if not starts or not ends or starts[0] >= ends[-1]:
        return None
    text = sum(len(line.text) - line.linked for line in lines[starts[0] : ends[-1]])
    return (starts[0], ends[-1]) if text >= _LEAST else None
