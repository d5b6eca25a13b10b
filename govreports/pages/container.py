"""Finds the element that holds the article."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from govreports.pages.attachments import is_file
from govreports.pages.blocks import is_hidden
from govreports.pages.lines import Line, bare


@dataclass(frozen=True, slots=True)
class Known:
    """A container the CMS families use: an id or a class name, and how surely it holds the article and nothing else
    (1: only the article, 2: the article and its surroundings)."""

    name: str
    tier: int


_NAMES = {
    # TRS editors and views; Hanweb; UCAP; VSB; Lonsun; Openness; gkmlpt and NFCMS; Epoint; Fujian; Shanghai; Hebei
    1: "zoom Zoom ZOOM TRS_Editor trs_editor_view TRS_UEDITOR UCAP-CONTENT v_news_content j-fontContent J_content "
    "bt_content artile_zw article-conter zoomcon ewb-article-detail ivs_content Article_content Article_zw "
    "dochtmlcon contents_div trs_paper_default wp_articlecontent news_content_text zc_article_con xxgk_content "
    "article-body entry-content articleContent article_content article-content news_cont_d_wrap easysite-news-text "
    "pages_content gkmlpt_content news-text con_text wzcon Custom_UnionStyle",
    2: "g-detailbox vsb_content newscontnet detail-news tyxxy_main Content content_text contentxxgk xxgk_wenzhang "
    "mian-cont art_con news-info wzxq detail-content detail_content article_con news_content newsContent "
    "info_content textcontent text_content article-text xl_content conTxt con-txt main-txt pageContent mainContent "
    "neirong zhengwen nr contentText content-text",
}
_KNOWN = {name: tier for tier, names in _NAMES.items() for name in names.split()}
_ATTRIBUTES = etree.XPath("//@id|//@class")
_TEXT = etree.XPath("string()", smart_strings=False)
_LINKED_TEXT = etree.XPath("descendant-or-self::a//text()", smart_strings=False)
_NEVER = frozenset(("body", "html", "form", "a", "li"))
_HOLDERS = frozenset("article body center dd div form li main section span table td ul".split())  # noqa: SIM905
_STOPS = re.compile(r"[，。；：！？、,;]")
_NAMED_ARTICLE = re.compile(r"content|article|detail|zhengwen|news|text|body|main|nr|wz|xq", re.IGNORECASE)
_NAMED_FRAME = re.compile(
    r"foot|nav|menu|side|head|copyright|link|share|related|recommend|list|search|banner|top|crumb", re.IGNORECASE
)
_DISCLAIMER = re.compile(
    r"(?:版权|免责)(?:与免责)?声明|凡本(?:站|网)|转载(?:使用)?时|本(?:站|网)(?:及其|不|对|所有|拥有|概不)"
)
_LEAST = 10
"""Characters outside links that a container must hold to be believed."""


def given_container(root: _Element, xpaths: Sequence[str]) -> _Element | None:
    """The first element that one of the adapter's XPaths finds and that holds text or a link."""
    for xpath in xpaths:
        found = root.xpath(xpath)
        elements = [item for item in found if isinstance(item, _Element)] if isinstance(found, list) else []
        best = max(elements, key=_amount, default=None)
        if best is not None and _holds_something(best):
            return best
    return None


def known_container(root: _Element) -> _Element | None:
    """The container that one of the CMS families uses, by its id or class; of several in a tier the fullest."""
    found: dict[int, dict[_Element, None]] = {1: {}, 2: {}}
    for value in _ATTRIBUTES(root):
        for name in value.split():
            if name in _KNOWN:
                found[_KNOWN[name]][value.getparent()] = None
    for tier in (1, 2):
        elements = [
            element for element in found[tier] if element.tag not in _NEVER and (tier == 1 or _is_text(element))
        ]
        best = max(elements, key=_weight, default=None)
        if best is not None and _holds_something(best):
            return _in_columns(best, elements)
    return None


def _in_columns(best: _Element, elements: Sequence[_Element]) -> _Element:
    """The element around several containers of one kind that stand side by side and hold all there is in it: an
    article laid out in columns. The best of them where there is no such element."""
    around = _grandparent(best)
    if len(elements) < 2 or around is None or around.tag in _NEVER:
        return best
    beside = [other for other in elements if _grandparent(other) is around]
    if len(beside) < 2 or len({_TEXT(other) for other in beside}) < len(beside) or any(map(is_hidden, beside)):
        return best
    return around if _amount(around) == sum(map(_amount, beside)) else best


def _grandparent(element: _Element) -> _Element | None:
    parent = element.getparent()
    return None if parent is None else parent.getparent()


def scored_container(lines: Sequence[Line]) -> _Element | None:
    """The element whose own lines read most like prose: text outside links, its punctuation, few links, a telling name.

    Each line's score goes to the element that holds it together with others and, less and less, to those around that
    one (after Readability).
    """
    scores: dict[_Element, float] = {}
    texts: dict[_Element, int] = {}
    links: dict[_Element, int] = {}
    held = Counter(line.element for line in lines if line.element is not None)
    for line in lines:
        if line.element is None or not line.text:
            continue
        own = len(line.text) - line.linked
        value = min(own / 40, 6.0) + 0.5 * len(_STOPS.findall(line.text[:600]))
        if own < 8 or line.linked > 0.5 * len(line.text) or _DISCLAIMER.search(line.text):
            value = 0.0
        elif line.table is not None:
            value = min(own / 60, 8.0)
        alone = held[line.element] == 1 and line.table is None
        for share, element in zip((1.0, 0.6, 0.3, 0.15), _around(line.element, skip_own=alone), strict=False):
            scores[element] = scores.get(element, 0.0) + value * share
            texts[element] = texts.get(element, 0) + len(line.text)
            links[element] = links.get(element, 0) + line.linked
    best = max(
        scores,
        key=lambda element: scores[element] * _name_factor(element) * (1 - links[element] / texts[element]),
        default=None,
    )
    return best if best is not None and scores[best] > 0 else None


def _around(element: _Element, *, skip_own: bool) -> Iterator[_Element]:
    """The elements around a line that can hold an article; its own block only where it holds further lines."""
    at = element.getparent() if skip_own else element
    while at is not None and at.tag != "html":
        if at.tag in _HOLDERS:
            yield at
        at = at.getparent()


def _name_factor(element: _Element) -> float:
    name = f"{element.get('id') or ''} {element.get('class') or ''}"
    if _NAMED_FRAME.search(name):
        return 0.6
    return 1.2 if _NAMED_ARTICLE.search(name) else 1.0


def _is_text(element: _Element) -> bool:
    """Whether an element holds more text than links: one of the looser names may also stand around a whole page."""
    return _amount(element) > 0.6 * len(bare(_TEXT(element)))


def _holds_something(element: _Element) -> bool:
    """Whether there is text in an element, or a file that may be the whole article."""
    return _amount(element) >= _LEAST or any(is_file(link.get("href") or "") for link in element.iter("a"))


def _amount(element: _Element) -> int:
    """Characters of text outside links."""
    return len(bare(_TEXT(element))) - len(bare("".join(_LINKED_TEXT(element))))


def _weight(element: _Element) -> tuple[bool, int]:
    """Shown before hidden, then the fuller."""
    hidden = any(is_hidden(at) for at in [element, *element.iterancestors()])
    return not hidden, _amount(element)
