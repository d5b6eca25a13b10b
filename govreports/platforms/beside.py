"""The title of a row's link, and the text beside it that may hold its date."""

import re
from collections.abc import Collection, Sequence

from lxml.html import HtmlElement

from govreports.platforms.dates import holds_date, is_date

CUT = re.compile(r"(…|\.{2,}|。。+)$")
# Some templates put the whole card into the tooltip: 标题：…, then 发布日期：… on lines of their own.
TOOLTIP_LABEL = re.compile(r"^(标\s*题|名\s*称|文章标题|信息名称)\s*[:：]\s*")
TOOLTIP_LINES = re.compile(r"[\r\n]+|(?:<br\s*/?>)+|\s+(?=(?:发布|发文|更新|生成)(?:日期|时间)\s*[:：])", re.IGNORECASE)
BULLET = re.compile(r"^[·•■▪◆►▶●○※*\s]+(?=.)|^>+\s*")
NEAR = 60
"""How many characters away a date still belongs to a link."""
SPACE = re.compile(r"[\s\u00a0\u3000\u200b\ufeff]+")


def squeezed(text: str) -> str:
    """White space of every kind, nbsp and the ideographic one too, as single blanks."""
    return SPACE.sub(" ", text).strip()


def title_of(link: HtmlElement) -> str:
    """The full title: the link's text, or its title attribute where the text is cut off or missing. A date that stands
    in an element of its own inside the link is no part of it."""
    text = BULLET.sub("", squeezed("".join(_texts(link))))
    full = TOOLTIP_LABEL.sub("", next(iter(_tooltip(link)), ""))
    if not text and not full:
        return squeezed(next((image.get("alt") or image.get("title") or "" for image in link.iter("img")), ""))
    stem = CUT.sub("", text)
    return full if full and (not text or stem != text or full.startswith(stem)) else text


class Gaps:
    """What stands between a page's links where they are strung together in one parent: links and dates by turns, a date
    in the dd after the dt. Each parent is looked through once, however many rows it holds."""

    def __init__(self, links: Collection[HtmlElement]) -> None:
        self._links = links
        self._of: dict[HtmlElement, tuple[list[str], dict[HtmlElement, int]]] = {}

    def beside(self, row: HtmlElement) -> str:
        """What goes with a row that is no element of its own: what follows it, or, where a date stands before the first
        link and none after the last, what precedes it."""
        if (parent := row.getparent()) is None:
            return ""
        if parent not in self._of:
            self._of[parent] = self._read(parent)
        gaps, places = self._of[parent]
        at = places.get(row, 0)
        leads = holds_date(gaps[0][-NEAR:]) and not holds_date(gaps[-1][:NEAR])
        return gaps[at - 1][-NEAR:] if leads else gaps[at][:NEAR]

    def _read(self, parent: HtmlElement) -> tuple[list[str], dict[HtmlElement, int]]:
        """The texts before the first link, between each two and after the last, and for each child that holds links the
        number of the text after it."""
        gaps, places = [[parent.text or ""]], {}
        for child in parent:
            if any(node in self._links for node in child.iter()):
                places[child] = len(gaps)
                gaps.append([])
            elif isinstance(child.tag, str):
                gaps[-1].append(f" {child.text_content()} ")
            gaps[-1].append(child.tail or "")
        return ["".join(pieces) for pieces in gaps], places


def beside(row: HtmlElement, links: Sequence[HtmlElement], gaps: Gaps) -> str:
    """The row's text without its link's own, for its date: a year in the title is none. Where the row itself holds
    none, the link's tooltip may, and then what stands between it and the next link."""
    within = squeezed(" ".join(_pieces(row, links)))
    if holds_date(within):
        return within
    tooltip = squeezed(" ".join(line for link in links for line in _tooltip(link)[1:]))
    if holds_date(tooltip):
        return tooltip
    return squeezed(f"{within} {gaps.beside(row)}")


def _pieces(row: HtmlElement, links: Sequence[HtmlElement]) -> list[str]:
    """Texts and tooltips of a row outside its links; of those only what is a date and nothing else. The tooltip comes
    first: it gives in full (2013-03-05) what the text cuts (03-05)."""
    # A row that is clicked as a whole is its own link: everything in it stands beside.
    inside = {node: link for link in links if link is not row for node in link.iter()}
    pieces: list[str] = []
    for node in row.iter():
        if not isinstance(node.tag, str):
            continue
        if node not in inside:
            if node.get("title") and node not in links:
                pieces.append(node.get("title", ""))
            pieces.append(node.text or "")
        elif node not in links and is_date(squeezed(str(node.text_content()))):
            pieces.append(str(node.text_content()))
        if node is not row and (node not in inside or node in links):
            pieces.append(node.tail or "")
    return pieces


def _texts(link: HtmlElement) -> list[str]:
    """The texts of a link without its dates, and without what scripts and styles in it say."""
    if not isinstance(link.tag, str) or link.tag in {"script", "style"}:
        return []
    texts = [link.text or ""]
    for child in link:
        # A comment is a node too, without a text of its own.
        if isinstance(child.tag, str) and not is_date(squeezed("".join(child.itertext()))):
            texts.extend(_texts(child))
        texts.append(child.tail or "")
    return texts


def _tooltip(link: HtmlElement) -> list[str]:
    """The lines of a link's title attribute."""
    return [line for given in TOOLTIP_LINES.split(link.get("title", "")) if (line := squeezed(given))]
