"""Reading a page's scripts: literals only, nothing is run, and what is commented out does not count."""

import re
from collections.abc import Iterable

from parsel import Selector

# A string literal is matched first, so that `//` inside an address is no comment.
CODE = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|/\*.*?\*/|(?<!:)//[^\n]*|<!--|-->""", re.DOTALL)
STRING = re.compile(r"""["']((?:\\.|[^"'\\\n])*)["']""")
# key: 'value', "key": 12, key = "value"; a value that is computed is no literal and is passed over.
PAIR = re.compile(
    r"""(?<![\w.?&])["']?([A-Za-z_]\w*)["']?\s*[:=]\s*(?:"([^"\n]*)"|'([^'\n]*)'|(-?\d+|true|false)(?=\s*[,;}\n]|\s*$))"""
)


def scripts(tree: Selector) -> list[str]:
    """The code of each inline script, its comments taken out. Data islands (`type="text/xml"`) are no code."""
    found = tree.xpath("//script[not(contains(@type, 'xml')) and not(contains(@type, 'template'))]/text()").getall()
    return [CODE.sub(lambda match: match[1] or " ", code) for code in found]


def strings(code: str) -> list[str]:
    """The string literals of some code."""
    return STRING.findall(code)


def pairs(code: str) -> dict[str, str]:
    """Every `key: literal` and `key = literal` of some code; the first of a name counts."""
    found: dict[str, str] = {}
    for key, double, single, bare in PAIR.findall(code):
        found.setdefault(key, double or single or bare)
    return found


def number(codes: Iterable[str], name: str) -> int | None:
    """The number some code gives under that name (`pageCount:3`, `totalRecord = '37'`), or None."""
    pattern = re.compile(rf"""(?<!\w){re.escape(name)}["']?\s*[:=]\s*["']?(\d+)""")
    return next((int(match[1]) for code in codes if (match := pattern.search(code))), None)
