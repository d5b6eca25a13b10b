"""XPaths of elements."""

from lxml.etree import _Element


def path_of(element: _Element, known: dict[_Element, str]) -> str:
    """The XPath of an element, as lxml's `getpath` has it. `known` holds the paths found so far, with those of all
    their siblings: `getpath` counts siblings anew for each element, which is quadratic over a table's rows."""
    missing: list[_Element] = []
    at: _Element | None = element
    while at is not None and at not in known:
        missing.append(at)
        at = at.getparent()
    for at in reversed(missing):
        parent = at.getparent()
        if parent is None:
            known[at] = f"/{at.tag!s}"
        elif at not in known:
            _add_children(parent, known)
    return known[element]


def _add_children(parent: _Element, known: dict[_Element, str]) -> None:
    """The paths of all children; one without siblings of its tag has no number."""
    children = list(parent.iterchildren("*"))
    tags = [child.tag for child in children]
    alike: dict[object, int] = {}
    for tag in tags:
        alike[tag] = alike.get(tag, 0) + 1
    above = known[parent]
    numbers: dict[object, int] = {}
    for child, tag in zip(children, tags, strict=True):
        if alike[tag] == 1:
            known[child] = f"{above}/{tag!s}"
        else:
            numbers[tag] = number = numbers.get(tag, 0) + 1
            known[child] = f"{above}/{tag!s}[{number}]"
