"""The text of a Word paragraph as it is printed: tracked changes accepted, field codes and hidden text left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from govreports.documents.docx.package import W

_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}delInstrText", f"{W}pPr", f"{W}rPr"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


@dataclass(slots=True)
class Runs:
    """A paragraph's text, its lines parted by newlines, and the text boxes anchored in it."""

    text: str = ""
    boxes: list[_Element] = field(default_factory=list)


def read_runs(paragraph: _Element) -> Runs:
    """What a w:p prints. Of a drawing given twice, for new readers and for old ones, only the new is read."""
    runs = Runs()
    pieces: list[str] = []
    for element in _printed(paragraph):
        if element.tag == _BOX:
            runs.boxes.append(element)
        elif element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.tag == f"{W}sym":
            code = element.get(f"{W}char", "")
            pieces.append(_symbol(code))
        else:
            pieces.append(_CHARACTERS[str(element.tag)])
    runs.text = "".join(pieces)
    return runs


def ends_deleted(paragraph: _Element) -> bool:
    """Whether a tracked change deleted the paragraph's end: the next paragraph goes on in it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _printed(parent: _Element) -> Iterator[_Element]:
    for element in parent:
        if not isinstance(element.tag, str) or element.tag in _GONE or element.tag == _FALLBACK:
            continue
        if element.tag == f"{W}r" and _hidden(element):
            continue
        if element.tag == _BOX or element.tag in _CHARACTERS or element.tag in (f"{W}t", f"{W}sym"):
            yield element
        else:
            yield from _printed(element)


def _hidden(run: _Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "1") not in ("0", "false", "off")


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if 0xE000 <= number <= 0xF8FF or not 0x20 <= number < 0xD800 else chr(number)
