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
    alike: dict[object, list[_Element]] = {}
    for child in parent.iterchildren("*"):
        alike.setdefault(child.tag, []).append(child)
    above = known[parent]
    for tag, children in alike.items():
        if len(children) == 1:
            known[children[0]] = f"{above}/{tag!s}"
        else:
            for number, child in enumerate(children, start=1):
                known[child] = f"{above}/{tag!s}[{number}]"
