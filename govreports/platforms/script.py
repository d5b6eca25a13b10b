"""Reading a page's scripts: literals only, nothing is run, and what is commented out does not count."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, urlsplit

from parsel import Selector

# A string literal is matched first, so that `//` inside an address is no comment.
CODE = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|/\*.*?\*/|(?<!:)//[^\n]*|<!--[^\n]*|-->""", re.DOTALL)
STRING = re.compile(r"""["']((?:\\.|[^"'\\\n])*)["']""")
COMPUTED = "\ufffc"
# + "…", + encodeURIComponent("…"), + name, + name.of(call)
CONCATENATED = re.compile(
    r"""\s*\+\s*(?:encodeURI(?:Component)?\(\s*(?P<encoded>"[^"\n]*"|'[^'\n]*')\s*\)|(?P<plain>"[^"\n]*"|'[^'\n]*')"""
    r"""|\(?[\w.$]+(?:\([^()]*\))?\)?)"""
)
# key: 'value', "key": 12, key = "value"; a value that is computed is no literal and is passed over.
PAIR = re.compile(
    r"""(?<![\w.?&])["']?([A-Za-z_]\w*)["']?\s*[:=]\s*(?:"([^"\n]*)"|'([^'\n]*)'|(-?\d+|true|false)(?=\s*[,;}\n]|\s*$))"""
)
WRITES = re.compile(r"document\.write(?:ln)?\(\s*")
WRITTEN = re.compile(
    r"""\s*(?:(?P<literal>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\([^()"']*\)|[\w.$\[\]]+(?:\([^()]*\))?)"""
)
PLUS = re.compile(r"\s*\+")
ESCAPE = re.compile(r"\\(.)")


def scripts(tree: Selector) -> list[str]:
    """The code of each inline script, its comments taken out. Data islands (`type="text/xml"`) are no code."""
    found = tree.xpath("//script[not(contains(@type, 'xml')) and not(contains(@type, 'template'))]/text()").getall()
    return [code(given) for given in found]


def code(given: str) -> str:
    """A script's code without its comments."""
    return CODE.sub(lambda match: match[1] or " ", given)


def address(code: str, part: str) -> str | None:
    """The first address in some code that contains `part`, with what is concatenated to it: literals as they are,
    encodeURIComponent of a literal done, anything computed left out as `COMPUTED`. None if there is none."""
    for literal in STRING.finditer(code):
        if part not in literal[1]:
            continue
        pieces, end = [literal[1]], literal.end()
        while found := CONCATENATED.match(code, end):
            encoded, plain = found["encoded"], found["plain"]
            pieces.append(quote(encoded[1:-1]) if encoded else plain[1:-1] if plain else COMPUTED)
            end = found.end()
        return "".join(pieces)
    return None


def query(address: str) -> dict[str, str]:
    """The parameters of an address whose values the code gives; what is computed is left out."""
    given = parse_qsl(urlsplit(address).query, keep_blank_values=True)
    return {name: value for name, value in given if COMPUTED not in name + value}


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


def written(code: str) -> str:
    """The HTML that some code writes into the page: the literals it hands to document.write, in their order, with
    `COMPUTED` for what is not literal. Empty where it writes nothing."""
    pieces: list[str] = []
    for call in WRITES.finditer(code):
        end = call.end()
        while piece := WRITTEN.match(code, end):
            pieces.append(_unescaped(piece["literal"][1:-1]) if piece["literal"] else COMPUTED)
            end = piece.end()
            if not (plus := PLUS.match(code, end)):
                break
            end = plus.end()
    return "".join(pieces)


def _unescaped(literal: str) -> str:
    r"""A string literal's text: \" and \/ as browsers read them, \n as white space."""
    return ESCAPE.sub(lambda match: " " if match[1] in "nrt" else match[1], literal)
