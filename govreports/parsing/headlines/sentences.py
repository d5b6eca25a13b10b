"""Prose as the statistics reader sees it: sentences of clauses, each knowing the headings above it.

A sentence ends at 。, a clause at a comma, semicolon or colon; a comma inside a number is no clause end. Rows of a
table that a dump flattened, and paragraphs under a heading of plans or problems, are not prose that states figures.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govreports.model.document import Document, Paragraph
from govreports.model.report import Section
from govreports.parsing.numbers import Quantity, fold, read_quantities

_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]?[”」』)）]*")
_CLAUSE_END = re.compile(r"[,，;；:：](?!\d{3}(?!\d))|(?=[(（](?:其中|累计|历年))")
_ROW = re.compile(
    r"(?:数|数量|总数|费用|经费|人员)(?:\([^)]*\))?[\s\t]+(?:条|件|次|个|人|篇|元|万元|人次)?[\s\d./—-]*$"
)
_HEADER = re.compile(
    r"结果维持|结果纠正|其[他它]结果|尚未审结|商业企业|科研机构|社会公益组织|法律服务机构|信息内容|计量单位"
)
_HEADER_LABELS = 3
"""A line with so many labels of the forms' headers is a header, flattened."""
_NEGATION = re.compile(r"未(?:收|接|发|产|受|有)|没有|为零|(?:^|[、.)）年])无|无[^、。]*情况$")
_EDGES = " \t,，;；:：。.、(（"
_ANEW = re.compile(r"历年|累计|收到|受理|接到|接受|未|没|无|发生|共|全年|本年")
_LONGEST = 1500
_SKIPPED_MEANINGS = frozenset({"problems", "plans", "problems-and-improvement"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two commas.

    `start` and `end` are offsets in the document's text, those of `quantities` in the clause. `folded` is its text in
    half width (same length), `group` counts the semicolons before it in its sentence, `part` tells that it gives parts
    of a total before it (其中…, and the list that follows).
    """

    start: int
    end: int
    text: str
    folded: str
    group: int
    part: bool
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses up to a full stop.

    `text` is the document's from `start` on, `folded` the same in half width. `label` is a short heading that runs on
    into this sentence's paragraph (`1、主动公开信息总数:`), `heading` the nearest heading above the paragraph,
    `headings` all of them.
    """

    start: int
    text: str
    folded: str
    clauses: tuple[Clause, ...]
    label: str
    heading: str
    headings: str

    @property
    def about(self) -> str:
        """The sentence with its label and heading: all that tells what it speaks of."""
        return self.said_of(self.folded)

    def said_of(self, words: str) -> str:
        """Some words of the sentence with its label and heading."""
        return f"{self.label}。{self.headings}。{words}"

    def group(self, clause: int) -> str:
        """The stretch between semicolons that a clause lies in."""
        return "".join(each.folded for each in self.clauses if each.group == self.clauses[clause].group)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of a stretch of it without white space and punctuation at its ends."""
        text = self.quote(start, end)
        left = len(text) - len(text.lstrip(_EDGES))
        right = len(text) - len(text.rstrip(_EDGES))
        while text[left : len(text) - right].endswith((")", "）")) and not re.search(r"[(（]", text[left:]):
            right += 1
        return start + left, end - right

    def quote(self, start: int, end: int) -> str:
        """The document's text between two of its offsets that lie in this sentence."""
        return self.text[start - self.start : end - self.start]


def read_paragraphs(document: Document, sections: Sequence[Section]) -> Iterator[tuple[Sentence, ...]]:
    """The prose paragraphs of a report, each as its sentences; headings that stand alone are left out."""
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        above = _sections_at(sections, block.start)
        if any(section.meaning in _SKIPPED_MEANINGS for section in above):
            continue
        text = document.text[block.start : block.end]
        if _ROW.search(fold(text)) or ("。" not in text and len(set(_HEADER.findall(text))) >= _HEADER_LABELS):
            continue
        own = above[-1] if above and above[-1].start == block.start else None
        label = text[: _heading_length(own, text)] if own else ""
        if own and len(label) >= len(text.rstrip("。")):
            if not states_something(text):
                continue
            label = ""
        begins = 0 if text[len(label) :].lstrip().startswith((":", "：")) else len(label)
        headings = [section.heading for section in reversed(above) if section is not own]
        yield tuple(_sentences(text, block.start, begins, label, headings))


def states_something(text: str) -> bool:
    """Whether a line that looks like a heading states a figure (`（一）主动公开政府信息230条`) or a zero."""
    return bool(_NEGATION.search(text)) or bool(read_quantities(text))


def _heading_length(section: Section, text: str) -> int:
    at = text.find(section.heading)
    return at + len(section.heading) if at >= 0 else 0


def _sections_at(sections: Sequence[Section], offset: int) -> list[Section]:
    """Sections that hold an offset, outermost first."""
    return [section for section in sections if section.start <= offset < max(section.end, section.start + 1)]


def _sentences(text: str, offset: int, begin: int, label: str, headings: Sequence[str]) -> Iterator[Sentence]:
    for start, end in _stretches(text, begin):
        stretch = text[start:end]
        clauses = tuple(_clauses(stretch, offset + start))
        if clauses:
            heading = headings[0] if headings else ""
            yield Sentence(offset + start, stretch, fold(stretch), clauses, label, heading, " ".join(headings))


def _stretches(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Where the sentences lie. One too long to be a sentence (a table run together) is cut, so that reading stays
    linear in the length of the text."""
    for match in _SENTENCE.finditer(text, begin):
        for start in range(match.start(), match.end(), _LONGEST):
            yield start, min(start + _LONGEST, match.end())


def _clauses(sentence: str, offset: int) -> Iterator[Clause]:
    quantities = read_quantities(sentence)
    start, group, part = 0, 0, False
    all_parts = sentence.lstrip().startswith("其中")
    for end in [*(match.end() for match in _CLAUSE_END.finditer(sentence)), len(sentence)]:
        text = sentence[start:end]
        if text.strip():
            begins = text.lstrip(_EDGES).startswith("其中")
            part = begins or (part and (all_parts or not _ANEW.search(text)))
            inside = tuple(_moved(q, -start) for q in quantities if start <= q.start < end)
            yield Clause(offset + start, offset + end, text, fold(text), group, part, inside)
        group += text.endswith((";", "；"))
        start = end


def _moved(quantity: Quantity, by: int) -> Quantity:
    return Quantity(
        quantity.start + by,
        quantity.end + by,
        quantity.value,
        quantity.measure,
        quantity.qualifier,
        quantity.as_stated,
    )
